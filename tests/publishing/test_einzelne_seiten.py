"""Every page as a file of its own: what it holds, that it stays the same, and the list of sizes."""

from __future__ import annotations

import json
from functools import partial

import pytest
from beispiele import projekt

from docx import Document
from kompasswerk.buch.excerpt import dead_links
from kompasswerk.buch.library_builder import FILE, read_library
from kompasswerk.docx.template import build_template
from kompasswerk.publishing import singles
from kompasswerk.publishing.build import BuildError
from kompasswerk.publishing.executors import Workers
from kompasswerk.publishing.making import Werkstatt
from kompasswerk.publishing.singles import Einzeln, documents, single, write_single, write_singles
from kompasswerk.reading.files import load_bestand
from kompasswerk.reading.gestaltung import read_gestaltung

CASE, STEP = "bestpractice/laden-auf-zeit", "kompass/schritte/bestand-erfassen"


class Here:
    """An executor that does the work at once, in this process."""

    def submit(self, work, job):
        from concurrent.futures import Future

        done = Future()
        try:
            done.set_result(work(job))
        except Exception as error:
            done.set_exception(error)
        return done

    def shutdown(self, wait=True):
        pass


@pytest.fixture
def shop(build, tmp_path):
    """Return what is needed to write pages of a small project, and the project."""
    out = build(projekt(), "bausteine", extensions=("kompasswerk.docx",)).out
    template = tmp_path / "vorlage.docx"
    build_template(read_gestaltung(), template)
    loaded = load_bestand(tmp_path / "projekt")
    return Werkstatt(out / FILE, 1, template), loaded


def test_a_page_alone_has_no_dead_link_and_says_where_it_is_from(shop):
    book = single(read_library(shop[0].library), CASE)
    assert list(dead_links(book)) == []
    assert (book.title, [page.title for page in book.pages]) == (
        "Laden auf Zeit",
        ["Laden auf Zeit"],
    )
    assert book.parts[0].children[-1].children[0].text == "Probe"


def test_the_word_file_of_a_page_has_its_text_and_no_title_page(shop, tmp_path):
    sizes = write_single(shop[0], Einzeln(CASE, tmp_path / "eins" / CASE))
    file = tmp_path / f"eins/{CASE}.docx"
    paragraphs = [p.text for p in Document(str(file)).paragraphs if p.text]
    assert paragraphs[0] == "Laden auf Zeit"
    assert "Viele Läden standen leer." in "\n".join(paragraphs)
    assert sizes == {"docx": file.stat().st_size}
    write_single(shop[0], Einzeln(CASE, tmp_path / "zwei" / CASE))
    assert (tmp_path / f"zwei/{CASE}.docx").read_bytes() == file.read_bytes()


def test_only_pages_of_a_kind_become_files(shop):
    assert list(documents(shop[1])) == [CASE, STEP]


def test_the_list_names_the_sizes_and_what_is_gone_goes(shop, tmp_path, monkeypatch):
    werkstatt, loaded = shop
    root = tmp_path / "projekt"
    monkeypatch.setattr(singles, "library_file", lambda *_, **__: werkstatt.library)
    monkeypatch.setattr(singles, "template_for", lambda *_: werkstatt.template)
    monkeypatch.setattr(singles, "FORMATS", {"docx": "Word"})
    old = root / "_build/werkstatt/dateien/bestpractice/alt.docx"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"alt")
    folder, listing = write_singles(root, loaded, Workers(Here, 1), print)
    written = {p.relative_to(folder).as_posix() for p in folder.rglob("*.docx")}
    assert written == {f"{CASE}.docx", f"{STEP}.docx"}
    said = json.loads(listing.read_text(encoding="utf-8"))
    assert said[CASE] == {"docx": (folder / f"{CASE}.docx").stat().st_size}


def test_a_page_that_cannot_be_written_stops_the_build_and_is_named(shop, tmp_path, monkeypatch):
    werkstatt, loaded = shop
    said: list[str] = []
    monkeypatch.setattr(singles, "library_file", lambda *_, **__: werkstatt.library)
    monkeypatch.setattr(singles, "template_for", lambda *_: tmp_path / "fehlt.docx")
    monkeypatch.setattr(singles, "FORMATS", {"docx": "Word"})
    write = partial(write_singles, tmp_path / "projekt", loaded, Workers(Here, 1), said.append)
    with pytest.raises(BuildError):
        write()
    assert "Word und PDF sind nicht fertig geworden. Die Word-Vorlage „fehlt.docx“" in said[0]
