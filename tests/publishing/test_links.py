"""The report on external links, from what Sphinx notes."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import ClassVar

import pytest

from kompasswerk.publishing import links
from kompasswerk.publishing.build import WORKSHOP, BuildError
from kompasswerk.publishing.link_answers import State, ask_all
from kompasswerk.publishing.links import (
    Manner,
    NoNetworkError,
    Report,
    check_links,
    markdown,
    read_links,
)
from kompasswerk.redaktion.stand.linkstand import FILE, DamagedStateError, Dead, read_state


def note(path, uri: str, status: str, line: int = 3, info: str = "") -> str:
    record = {
        "filename": path,
        "lineno": line,
        "status": status,
        "code": 0,
        "uri": uri,
        "info": info,
    }
    return json.dumps(record)


def read(tmp_path, *notes: str):
    path = tmp_path / "output.json"
    path.write_text("\n".join(notes) + "\n", encoding="utf-8")
    return list(read_links(path))


def test_links_come_sorted_and_without_local_addresses(tmp_path):
    found = read(
        tmp_path,
        note("b.md", "https://b.de", "working"),
        note("a.md", "https://z.de", "working", line=10),
        note("a.md", "https://a.de", "working", line=9),
        note("a.md", "mailto:info@a.de", "unchecked"),
    )
    assert [(link.path, link.line) for link in found] == [("a.md", 9), ("a.md", 10), ("b.md", 3)]


def test_the_report_names_place_address_and_reason(tmp_path):
    broken = tuple(read(tmp_path, note("a.md", "https://a.de", "broken", info="404 Not Found")))
    text = markdown(Report(tmp_path / "links.md", 7, broken, ()))
    assert "Geprüft: 7 Adressen." in text
    assert "- a.md:3: https://a.de: nicht erreichbar (404 Not Found)" in text
    state = {"https://a.de": Dead("2026-11-03", "2026-12-01", "2024-05-06")}
    text = markdown(Report(tmp_path / "links.md", 7, broken, (), state=state))
    assert (
        "tot seit 3.\u00a0November 2026 (404 Not Found), im Webarchiv vom 6.\u00a0Mai 2024" in text
    )
    assert "## Umgeleitet\n\nKeine." in text


class Flaky(BaseHTTPRequestHandler):
    """Answers „/wacklig“ at the third question only, „/weg“ never, „/archiv“ with a copy."""

    asked: ClassVar[Counter[str]] = Counter()

    def do_GET(self):
        path = self.path.partition("?")[0]
        self.asked[path] += 1
        if path == "/archiv":
            body = b'{"archived_snapshots": {"closest": {"timestamp": "20240506000000"}}}'
            return self.answer(200, body)
        if path == "/haengt" and self.asked[path] == 1:
            self.connection.close()
            return None
        codes = {"/weg": 404, "/gesperrt": 403, "/wacklig": 200 if self.asked[path] > 2 else 503}
        return self.answer(codes.get(path, 200), b"")

    def answer(self, code: int, body: bytes):
        self.send_response(code)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture
def flaky():
    """Return the address of a server with bad minutes."""
    Flaky.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Flaky)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def fake_sphinx(*notes: str):
    """Return a run of Sphinx that notes this, and ends as Sphinx does when addresses fail."""

    def run(root, job):
        (root / WORKSHOP / "linkcheck").mkdir(parents=True, exist_ok=True)
        text = "\n".join(notes) + "\n"
        (root / WORKSHOP / "linkcheck/output.json").write_text(text, encoding="utf-8")
        raise BuildError(job.builder)

    return run


def test_a_flaky_host_is_asked_again_and_a_dead_one_keeps_its_day(tmp_path, monkeypatch, flaky):
    paths = ("weg", "gesperrt", "wacklig", "haengt")
    notes = [note("a.md", f"{flaky}/{path}", "broken", info="503") for path in paths]
    notes.append(note("a.md", f"{flaky}/gut", "working"))
    monkeypatch.setattr(links, "run_sphinx", fake_sphinx(*notes))
    manner = Manner(pauses=(0.0, 0.0), archive=f"{flaky}/archiv?url=")
    report = check_links(tmp_path, date(2026, 11, 3), manner)
    assert [link.url for link in report.broken] == [f"{flaky}/weg"]
    assert [link.url for link in report.refusing] == [f"{flaky}/gesperrt"]
    assert {link.url: link.info for link in report.recovered} == {
        f"{flaky}/wacklig": "200, 3-mal gefragt",
        f"{flaky}/haengt": "200, 2-mal gefragt",
    }
    assert Flaky.asked["/gesperrt"] == 1
    assert Flaky.asked["/weg"] == 3

    later = check_links(tmp_path, date(2026, 12, 1), manner)
    assert later.state == {f"{flaky}/weg": Dead("2026-11-03", "2026-12-01", "2024-05-06")}
    assert read_state(tmp_path) == later.state
    assert Flaky.asked["/archiv"] == 1  # a copy that is known is not asked for again

    monkeypatch.setattr(links, "run_sphinx", fake_sphinx(note("a.md", f"{flaky}/x", "working")))
    assert check_links(tmp_path, date(2026, 12, 2), manner).broken == ()
    assert read_state(tmp_path) == {}


def test_a_damaged_state_is_named_and_kept(tmp_path):
    path = tmp_path / FILE
    path.parent.mkdir()
    path.write_text("kaputt", encoding="utf-8")
    with pytest.raises(DamagedStateError, match=r"linkstand\.json“ lässt sich nicht lesen"):
        check_links(tmp_path, date(2026, 11, 3))
    assert path.read_text(encoding="utf-8") == "kaputt"


def test_without_a_network_nothing_is_called_dead(tmp_path, monkeypatch):
    monkeypatch.setattr(links, "run_sphinx", fake_sphinx(note("a.md", "https://a.de", "broken")))
    with pytest.raises(NoNetworkError, match="Verbindung ins Netz"):
        check_links(tmp_path, date(2026, 11, 3))
    assert not (tmp_path / FILE).exists()


def test_other_schemes_are_never_asked():
    assert ask_all(["file:///etc/passwd"], ())["file:///etc/passwd"].state is State.DEAD


def test_pages_that_cannot_be_read_are_an_error(tmp_path, monkeypatch):
    def run(root, job):
        raise BuildError(job.builder)

    monkeypatch.setattr(links, "run_sphinx", run)
    with pytest.raises(BuildError):
        links.check_links(tmp_path, date(2026, 11, 3))
