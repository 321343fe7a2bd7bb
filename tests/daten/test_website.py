"""The files in a build: beside the pages, never stale, only for websites."""

from __future__ import annotations

import json

from beispiele import fall, projekt

DATA = ("kompasswerk.daten",)
EDITION = {"number": "3", "date": "2026-11-30", "state": "edition"}


def with_page() -> dict[str, str]:
    files = projekt()
    files["kompass/index.md"] = files.get("kompass/index.md", "# Kompass\n") + "\n:::{daten}\n:::\n"
    return files


def titles(built) -> list[str]:
    text = (built.out / "daten/faelle.json").read_text(encoding="utf-8")
    return [seite["titel"] for seite in json.loads(text)["seiten"]]


def test_a_website_has_all_files_and_a_list_that_counts_and_links_them(build):
    built = build(with_page(), extensions=DATA, book_edition=EDITION)
    names = {path.name for path in (built.out / "daten").iterdir()}
    kinds = ("faelle", "instrumente", "pilots", "programme", "schritte")
    assert names == {"katalog.xlsx", "katalog.csv"} | {
        f"{kind}{end}" for kind in kinds for end in (".json", ".schema.json")
    }
    html = built.html("kompass/index")
    assert 'href="../daten/faelle.json"' in html
    assert "Fälle mit allen Angaben (1)" in html
    head = json.loads((built.out / "daten/faelle.json").read_text(encoding="utf-8"))
    assert (head["ausgabe"], head["stand"], head["zustand"]) == ("3", "2026-11-30", "Ausgabe")


def test_an_edit_is_in_the_files_of_the_next_build(build):
    built = build(with_page(), extensions=DATA)
    assert titles(built) == ["Laden auf Zeit"]
    built = build({"bestpractice/umbau.md": fall("Umbau", "umnutzung")}, extensions=DATA)
    assert titles(built) == ["Laden auf Zeit", "Umbau"]
    assert "Fälle mit allen Angaben (2)" in built.html("kompass/index")


def test_a_build_without_changes_leaves_the_files_alone(build):
    built = build(with_page(), extensions=DATA)
    before = {path: path.stat().st_mtime_ns for path in (built.out / "daten").iterdir()}
    build({}, extensions=DATA)
    assert {path: path.stat().st_mtime_ns for path in (built.out / "daten").iterdir()} == before


def test_paper_names_the_files_and_writes_none(build):
    built = build(with_page(), "probe", extensions=(*DATA, "probe_builder"))
    doctree = built.doctree("kompass/index")
    assert "faelle.json" in doctree.astext()
    assert not (built.out / "daten").exists()
