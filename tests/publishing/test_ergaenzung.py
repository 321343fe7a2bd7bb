"""The command ``ergaenzung``: from an older edition to files that can be sent out."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from kompasswerk.ergaenzung.handbook import read_handbook
from kompasswerk.publishing.supplement import FOLDER, ergaenzung
from kompasswerk.vergleich import pdf_content, word_content

# Docxodus unpacks itself when it is used first, which two processes must not do at once.
pytestmark = pytest.mark.xdist_group("docxodus")

CONF = """
project = "Buch"
language = "de"
extensions = ["kompasswerk.docx", "kompasswerk.pdf"]
html_baseurl = "https://buch.example/"
book_edition = {"number": "%s", "date": "2026-05-0%s", "state": "draft"}
"""
PAGES = {
    "index": "Buch\n====\n\n.. toctree::\n\n   eins\n   zwei\n   drei\n",
    "eins": "Eins\n====\n\nErste Seite.\n",
    "zwei": "Zwei\n====\n\nZweite Seite, siehe :doc:`drei`.\n\nRecht\n-----\n\nAlter Satz.\n",
    "drei": "Drei\n====\n\nDritte Seite.\n",
}
CHANGED = {
    "index": PAGES["index"].replace("drei", "drei\n   vier"),
    "zwei": PAGES["zwei"].replace("Alter", "Neuer"),
    "vier": "Vier\n====\n\nGanz neu.\n",
}
OUT = Path("_build/ausgabe") / FOLDER


def write(root: Path, number: str, pages: dict[str, str]) -> None:
    (root / "conf.py").write_text(CONF % (number, number))
    for name, text in pages.items():
        (root / f"{name}.rst").write_text(text)


def git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Redaktion", "-c", "user.email=redaktion@example.org")
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """A project whose first edition has a tag, with a supplement to it."""
    root = tmp_path_factory.mktemp("projekt")
    write(root, "1", PAGES)
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "Ausgabe 1")
    git(root, "tag", "ausgabe-1")
    write(root, "2", CHANGED)
    assert ergaenzung(root, alt="ausgabe-1") == 0
    return root


@pytest.mark.parametrize(("suffix", "read"), [("docx", word_content), ("pdf", pdf_content)])
def test_a_supplement_holds_the_note_and_only_changed_and_new_pages(root, suffix, read):
    found = read(root / OUT / f"ergaenzung-1-auf-2.{suffix}").body
    assert "Wasistneu" in found
    assert "Sieenthält1neuesund1geändertesKapitel" in found
    assert "NeuerSatz" in found
    assert "Ganzneu" in found
    assert "ErsteSeite" not in found
    assert "DritteSeite" not in found


def test_old_edition_and_supplement_make_the_new_edition(root):
    copy = read_handbook(root / OUT / "aenderungen-1-auf-2.docx")
    extra = read_handbook(root / OUT / "ergaenzung-1-auf-2.docx")
    texts = {name: [line.text for line in lines] for name, lines in extra.pages.items()}
    assert texts["vier"][:2] == ["Vier", "Ganz neu."]
    assert [line.text for line in copy.pages["zwei"]][-1] == "Neuer Satz."
    assert list(texts) == ["zwei", "vier"]


def test_a_word_file_serves_as_older_edition(root, tmp_path, capsys):
    old = tmp_path / "alt.docx"
    shutil.copyfile(root / OUT / "aenderungen-1-auf-2.docx", old)
    assert ergaenzung(root, alt=str(old)) == 0
    assert capsys.readouterr().out == "Seit dieser Ausgabe hat sich kein Kapitel geändert.\n"


@pytest.mark.parametrize(
    ("alt", "message"),
    [
        ("weg.docx", "Die Datei „weg.docx“ gibt es nicht."),
        ("ausgabe-9", "„ausgabe-9“ ist weder eine Word-Datei noch ein Git-Tag."),
        ("--output=/tmp/x", "„--output=/tmp/x“ ist weder eine Word-Datei noch ein Git-Tag."),
    ],
)
def test_an_older_edition_that_cannot_be_had_is_wrong_use(root, alt, message, capsys):
    assert ergaenzung(root, alt=alt) == 2
    assert capsys.readouterr().err.startswith(message)


def test_a_hostile_file_is_refused_and_nothing_is_written(root, tmp_path, capsys):
    before = {path: path.read_bytes() for path in (root / OUT).iterdir()}
    (tmp_path / "alt.docx").write_bytes(b"kein Zip")
    assert ergaenzung(root, alt=str(tmp_path / "alt.docx")) == 2
    assert "keine Word-Datei" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in (root / OUT).iterdir()} == before
