"""Files as they may lie on a disk."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kompasswerk.model.vocabulary import Choice, Vocabulary
from kompasswerk.reading.files import content_files, load_bestand, load_page, load_vocabulary

BESTAND = Path(__file__).parents[1] / "checks/bestand"
EMPTY = Vocabulary()


def test_a_file_over_one_megabyte_is_refused_unread(tmp_path):
    path = tmp_path / "a.md"
    with path.open("wb") as file:
        file.truncate(10**12)
    page, findings = load_page(path, tmp_path, EMPTY)
    assert page is None
    assert [str(found) for found in findings] == [
        "a.md:1: Die Datei ist größer als 1 MB. Bitte aufteilen; Bilder gehören in eigene Dateien."
    ]


@pytest.mark.parametrize("kind", ["missing", "folder", "pipe", "link out", "link to itself"])
def test_what_is_no_file_of_the_project_is_a_finding(kind, tmp_path):
    root = tmp_path / "projekt"
    root.mkdir()
    path = root / "a.md"
    outside = tmp_path / "b.md"
    outside.write_text("geheim", encoding="utf-8")
    make = {
        "missing": lambda: None,
        "folder": path.mkdir,
        "pipe": lambda: os.mkfifo(path),
        "link out": lambda: path.symlink_to(outside),
        "link to itself": lambda: path.symlink_to(path),
    }
    make[kind]()
    _, findings = load_page(path, root, EMPTY)
    assert [(found.path, found.rule) for found in findings] == [("a.md", "datei")]


def test_a_name_that_is_no_utf8_is_a_finding(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.md"))
    path.write_text("---\nart: seite\n---\n", encoding="utf-8")
    _, findings = load_page(path, tmp_path, EMPTY)
    assert findings[0].path == "\\udcff.md"
    assert "kennung" in [found.rule for found in findings]


def test_the_stock_has_all_pages_in_path_order():
    loaded = load_bestand(BESTAND)
    assert loaded.findings == ()
    assert [page.path for page in loaded.bestand.seiten] == [
        "bestpractice/laden-gut.md",
        "kompass/arbeitsblaetter/auftrag.md",
        "kompass/glossar.md",
        "kompass/instrumente/zwischennutzung.md",
        "kompass/schritte/nutzungen-entwickeln.md",
        "kompass/ueber.md",
        "pilots/baum-gut.md",
    ]


def test_hidden_and_built_folders_are_not_content(tmp_path):
    for name in ("kompass/a.md", "kompass/.x/b.md", "kompass/_build/c.md", "kompass/.d.md", "e.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert content_files(tmp_path) == [tmp_path / "kompass/a.md"]


def test_a_linked_folder_is_not_followed(tmp_path):
    (tmp_path / "kompass").mkdir()
    (tmp_path / "kompass/kreis").symlink_to(tmp_path)
    (tmp_path / "a.md").touch()
    assert content_files(tmp_path) == []


def test_a_project_without_lists_has_one_finding_about_them(tmp_path):
    loaded = load_bestand(tmp_path)
    assert [str(found) for found in loaded.findings] == [
        "kompass/listen.yaml:1: Die Datei gibt es nicht oder sie ist keine Datei. "
        "Bitte den Namen prüfen."
    ]


def test_the_lists_keep_their_order_and_bounds():
    vocabulary, findings = load_vocabulary(BESTAND / "kompass/listen.yaml")
    assert findings == []
    assert vocabulary.keys("groessenklasse") == ("kleine-kleinstadt", "grosse-kleinstadt")
    assert vocabulary.choice("groessenklasse", "grosse-kleinstadt") == Choice(
        key="grosse-kleinstadt",
        name="große Kleinstadt",
        erklaerung="Größer.",
        ab=10000,
        unter=20000,
    )


def test_a_value_without_explanation_is_left_out_with_a_finding(tmp_path):
    path = tmp_path / "kompass/listen.yaml"
    path.parent.mkdir()
    text = (BESTAND / "kompass/listen.yaml").read_text(encoding="utf-8")
    path.write_text(text.replace("{name: gering, erklaerung: Wenig.}", "{name: gering}"), "utf-8")
    vocabulary, findings = load_vocabulary(path)
    assert [str(found) for found in findings] == [
        "kompass/listen.yaml:18: aufwand.gering.erklaerung: Die Angabe fehlt. "
        "Bitte ergänzen: Ein Satz."
    ]
    assert vocabulary.keys("aufwand") == ("mittel",)
