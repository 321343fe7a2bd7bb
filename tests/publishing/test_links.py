"""The report on external links, from what Sphinx notes."""

from __future__ import annotations

import json

import pytest

from kompasswerk.publishing import links
from kompasswerk.publishing.build import WORKSHOP, BuildError
from kompasswerk.publishing.links import Report, markdown, read_links


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
    assert "## Umgeleitet\n\nKeine." in text


def test_addresses_that_fail_are_a_report_and_not_an_error(tmp_path, monkeypatch):
    def run(root, job):
        (root / WORKSHOP / "linkcheck").mkdir(parents=True)
        text = note("a.md", "https://a.de", "broken", info="404")
        (root / WORKSHOP / "linkcheck/output.json").write_text(text + "\n", encoding="utf-8")
        raise BuildError(job.builder)

    monkeypatch.setattr(links, "run_sphinx", run)
    report = links.check_links(tmp_path)
    assert (report.checked, len(report.broken)) == (1, 1)
    assert report.path.is_file()


def test_pages_that_cannot_be_read_are_an_error(tmp_path, monkeypatch):
    def run(root, job):
        raise BuildError(job.builder)

    monkeypatch.setattr(links, "run_sphinx", run)
    with pytest.raises(BuildError):
        links.check_links(tmp_path)
