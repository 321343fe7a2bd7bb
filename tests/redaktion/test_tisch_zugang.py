"""Who gets an answer of the desk, and how much may be sent to it."""

from __future__ import annotations

import http.client
import json
import socket
from threading import Semaphore, Thread

import pytest
from bogen import CASE, project_in

from kompasswerk.cli import main
from kompasswerk.publishing.redaktion import works_of
from kompasswerk.redaktion.tisch.access import Door, RefusedError, length_of
from kompasswerk.redaktion.tisch.desk import Desk
from kompasswerk.redaktion.tisch.preview import Preview, SphinxRun
from kompasswerk.redaktion.tisch.routes import routes_for
from kompasswerk.redaktion.tisch.server import Server

HERE = {"Host": "127.0.0.1:8000"}
OWN = {**HERE, "Origin": "http://127.0.0.1:8000"}


@pytest.fixture
def door():
    return Door(8000, "geheim")


def test_the_own_pages_are_let_in(door):
    assert door.let_in("GET", "/geheim/seite/a%20b?runde=1", HERE) == "seite/a b"
    assert door.let_in("POST", "/geheim/speichern", OWN) == "speichern"
    assert door.address == "http://127.0.0.1:8000/geheim/"


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("GET", "/", HERE, 403),
        ("GET", "/falsch/", HERE, 403),
        ("GET", "/Geheim/", HERE, 403),
        ("GET", "//geheim/", HERE, 403),
        ("GET", "/geheim/", {}, 421),
        ("GET", "/geheim/", {"Host": "boese.example:8000"}, 421),
        ("GET", "/geheim/", {"Host": "127.0.0.1:8001"}, 421),
        ("POST", "/geheim/speichern", HERE, 403),
        ("POST", "/geheim/speichern", {**HERE, "Origin": "null"}, 403),
        ("POST", "/geheim/speichern", {**HERE, "Origin": "http://boese.example"}, 403),
        ("POST", "/geheim/speichern", {**HERE, "Origin": "http://127.0.0.1:8001"}, 403),
        ("POST", "/geheim/speichern", {**OWN, "Sec-Fetch-Site": "same-site"}, 403),
        ("OPTIONS", "/geheim/speichern", {**HERE, "Origin": "http://boese.example"}, 403),
    ],
)
def test_all_others_are_refused(door, method, path, headers, status):
    with pytest.raises(RefusedError) as refused:
        door.let_in(method, path, headers)
    assert refused.value.status == status


@pytest.mark.parametrize(
    ("length", "status"), [("", 411), ("-1", 411), ("1e3", 411), ("101", 413), ("9" * 5000, 413)]
)
def test_the_size_of_a_request_is_known_before_it_is_read(length, status):
    assert length_of({"Content-Length": "100"}, 100) == 100
    with pytest.raises(RefusedError) as refused:
        length_of({"Content-Length": length}, 100)
    assert refused.value.status == status


# ---------------------------------------------------------------- the real server


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """Return a server on a small project whose website is one file."""
    root = project_in(tmp_path_factory.mktemp("tisch"))
    site = root / "site"
    site.mkdir()
    (site / "index.html").write_text("<p>Vorschau</p>", encoding="utf-8")
    preview = Preview(lambda: "")
    server = Server(0)
    desk = Desk(root, works_of(root), preview)
    server.answer_with(routes_for(desk, site, server.preview.address, server.end))
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    yield server, root
    server.end()
    thread.join(timeout=5)
    preview.close()


def ask(door, path, *, body=None, **headers):
    """Return status, headers and text of an answer."""
    connection = http.client.HTTPConnection("127.0.0.1", door.port, timeout=10)
    sent = {"Origin": f"http://127.0.0.1:{door.port}", **headers}
    blob = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
    connection.request("GET" if body is None else "POST", path, blob, sent)
    answer = connection.getresponse()
    text = answer.read().decode("utf-8", "replace")
    connection.close()
    return answer.status, answer.headers, text


def test_the_list_comes_with_a_strict_policy(running):
    server, _ = running
    status, headers, text = ask(server.desk, f"/{server.desk.token}/")
    assert status == 200
    assert "Alter Laden: neue Ideen" in text
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self';")
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == "no-store"


def test_without_the_token_nothing_of_the_project_is_said(running):
    server, _ = running
    for path in ("/", "/falsch/", f"/{server.preview.token}/"):
        status, _, text = ask(server.desk, path)
        assert status == 403
        assert "Alter Laden" not in text


def test_the_preview_shows_the_website_and_nothing_outside_of_it(running):
    server, _ = running
    token = server.preview.token
    assert ask(server.preview, f"/{token}/")[2] == "<p>Vorschau</p>"
    for way in ("../bestpractice/alter-laden.md", "%2e%2e/kompass/listen.yaml", "/etc/hostname"):
        assert ask(server.preview, f"/{token}/{way}")[0] == 404
    assert ask(server.preview, f"/{server.desk.token}/")[0] == 403
    assert ask(server.preview, f"/{token}/speichern", body={})[0] == 404


@pytest.mark.parametrize(
    "path",
    ["../../etc/passwd", "conf", "kompass/listen", "../projekt/conf.py", "kompass/schritte/%00"],
)
def test_only_pages_of_the_project_can_be_opened_and_saved(running, path):
    server, root = running
    before = sorted(root.rglob("*"))
    token = server.desk.token
    assert "gibt es nicht" in ask(server.desk, f"/{token}/seite/{path}")[2]
    sent = {"art": "fall", "pfad": f"{path}.md", "grundlage": "x", "fragen": {}, "texte": []}
    assert ask(server.desk, f"/{token}/speichern", body=sent)[0] == 409
    assert ask(server.desk, f"/{token}/bild/{path}.md", body=b"x")[0] == 409
    assert sorted(root.rglob("*")) == before


def test_a_style_is_one_of_the_known_files(running):
    server, _ = running
    token = server.desk.token
    assert ask(server.desk, f"/{token}/stil/tisch.css")[0] == 200
    for name in ("../desk.py", "%2e%2e/server.py", "/etc/hostname", "nichts.css"):
        assert ask(server.desk, f"/{token}/stil/{name}")[0] == 404


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"kein JSON", 400),
        (b"[" * 100_000, 400),
        (b'"\\ud800"', 400),
        ({"art": "fall"}, 400),
        ([1], 400),
        ({"art": "seite", "pfad": "", "grundlage": "", "fragen": {}, "texte": []}, 404),
        ({"art": "fall", "pfad": "", "grundlage": "", "fragen": {"titel": 3}, "texte": []}, 400),
        (
            {"art": "fall", "pfad": "", "grundlage": "", "fragen": {"kosten": ["x"]}, "texte": []},
            400,
        ),
    ],
)
def test_what_has_another_shape_is_refused(running, body, status):
    server, _ = running
    found, _, text = ask(server.desk, f"/{server.desk.token}/speichern", body=body)
    assert found == status
    assert json.loads(text)["meldung"]


def test_too_much_is_not_read(running):
    server, _ = running
    path = f"/{server.desk.token}/speichern"
    status, _, text = ask(server.desk, path, body=b"{}", **{"Content-Length": str(5 * 2**20)})
    assert status == 413
    assert "höchstens 4 MB" in text


def test_a_picture_and_a_form_that_are_none_are_named(running):
    server, _ = running
    token = server.desk.token
    status, _, text = ask(server.desk, f"/{token}/bild/{CASE}", body=b"GIF89a")
    assert (status, "beschädigt" in text) == (409, True)
    status, _, text = ask(server.desk, f"/{token}/einlesen", body=b"PK kaputt")
    assert status == 409
    assert json.loads(text)["meldung"]


# ---------------------------------------------------------------- preview, command


def test_who_asks_during_a_build_gets_another_one_after_it():
    started, go = Semaphore(0), Semaphore(0)

    def build():
        started.release()
        go.acquire()
        return "Nicht gebaut."

    preview = Preview(build)
    preview.ask()
    started.acquire()
    preview.ask()
    preview.ask()
    go.release()
    started.acquire()
    state = preview.state()
    assert (state.baut, state.runde, state.meldung) == (True, 1, "Nicht gebaut.")
    go.release()
    preview.close()
    assert not started.acquire(timeout=0.05)


def test_a_port_that_is_taken_is_named(tmp_path, capsys):
    (tmp_path / "kompass").mkdir()
    (tmp_path / "kompass/listen.yaml").write_text("", encoding="utf-8")
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        assert main(["redaktion", "--port", port, "--wurzel", str(tmp_path)]) == 2
    assert f"Der Anschluss {port} ist belegt." in capsys.readouterr().err
    assert main(["redaktion", "--port", "99999", "--wurzel", str(tmp_path)]) == 2


def test_the_command_names_the_address_and_ends_when_asked_to(tmp_path, capsys, monkeypatch):
    root = project_in(tmp_path / "projekt")
    opened = []
    monkeypatch.setattr(SphinxRun, "build", lambda self: "")
    monkeypatch.setattr(Server, "run", lambda self: opened.append(self.desk.address))
    assert main(["redaktion", "--ohne-browser", "--wurzel", str(root)]) == 0
    said = capsys.readouterr().out
    assert f"\n  {opened[0]}\n" in said
    assert "Die Redaktion ist beendet." in said
