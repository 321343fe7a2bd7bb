"""Putting outputs in place: all or nothing, same bytes, and a table that says what was made."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from kompasswerk.model.seiten import Bestand, Seite
from kompasswerk.publishing import build, handbook
from kompasswerk.publishing.build import BuildError, Job, replace_file, replace_folder
from kompasswerk.publishing.bundle import README, START, write_bundle
from kompasswerk.publishing.handbook import Product, edition_epoch, product_table
from kompasswerk.reading.files import load_bestand


def fill(folder: Path, **files: str) -> Path:
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_new_website_replaces_the_old_one_whole(tmp_path):
    old = fill(tmp_path / "html", alt="alt", beide="alt")
    replace_folder(fill(tmp_path / "neu", beide="neu"), old)
    assert {path.name: path.read_text() for path in old.iterdir()} == {"beide": "neu"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["html", "neu"]


def test_a_copy_that_breaks_off_leaves_the_old_website(tmp_path, monkeypatch):
    old = fill(tmp_path / "html", seite="alt")

    def broken(*args: object, **kwargs: object) -> None:
        raise OSError("Datenträger voll")

    monkeypatch.setattr(build.shutil, "copytree", broken)
    with pytest.raises(OSError, match="voll"):
        replace_folder(fill(tmp_path / "neu", seite="neu"), old)
    assert (old / "seite").read_text() == "alt"


def test_a_replacement_cut_between_its_two_steps_loses_nothing(tmp_path, monkeypatch):
    fill(tmp_path / "html.alt", seite="alt")
    fill(tmp_path / "html.neu", halb="neu")
    monkeypatch.setattr(build.shutil, "copytree", lambda *args, **kwargs: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        replace_folder(fill(tmp_path / "neu", seite="neu"), tmp_path / "html")
    assert (tmp_path / "html/seite").read_text() == "alt"


def test_a_file_that_cannot_be_copied_leaves_the_old_one(tmp_path):
    target = tmp_path / "buch.pdf"
    target.write_text("alt")
    with pytest.raises(FileNotFoundError):
        replace_file(tmp_path / "fehlt.pdf", target)
    assert target.read_text() == "alt"


def test_a_builder_that_fails_is_named_and_changes_no_output(tmp_path, monkeypatch):
    source = fill(tmp_path / "projekt", **{"index.md": "# Ohne Einstellungen\n"})
    fill(source / "_build/ausgabe/html", seite="alt")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    with pytest.raises(BuildError, match="bausteine"):
        handbook.build_handbook(source, load_bestand(source), lambda text: None)
    assert (source / "_build/ausgabe/html/seite").read_text() == "alt"


def test_sphinx_gets_warnings_as_errors_unless_asked_otherwise(tmp_path, monkeypatch):
    seen: list[list[str]] = []

    class Done:
        returncode = 0

    def run(command: list[str], **kwargs: object) -> Done:
        seen.append(command)
        return Done()

    monkeypatch.setattr(build.subprocess, "run", run)
    build.run_sphinx(tmp_path, Job("html"))
    build.run_sphinx(tmp_path, Job("linkcheck", strict=False))
    assert ["-W" in command for command in seen] == [True, False]


def test_the_offline_copy_holds_everything_sorted_and_with_fixed_dates(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    folder = fill(
        tmp_path / "ausgabe", **{"b.pdf": "b", "a.docx": "a", "alt.zip": "x", ".neu": "x"}
    )
    fill(folder / "html", **{"index.html": "<p>", "404.html": "<p>", "sitemap.xml": "<x/>"})
    for name in ("eins.zip", "zwei.zip"):
        write_bundle(folder, tmp_path / name)
    assert (tmp_path / "eins.zip").read_bytes() == (tmp_path / "zwei.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "eins.zip") as bundle:
        assert bundle.namelist() == [README, START, "a.docx", "b.pdf", "html/index.html"]
        assert {info.date_time for info in bundle.infolist()} == {(2026, 11, 22, 0, 0, 0)}


def page(stand: str) -> Seite:
    return Seite(slug="a", path="a.md", titel="A", freigabe="entwurf", stand=stand)


def test_the_edition_is_dated_by_its_newest_page():
    assert edition_epoch(Bestand((page("2026-11-22"), page("2025-01-01")))) == 1795305600
    assert edition_epoch(Bestand()) == 0


def test_the_table_tells_size_and_pages_in_german(tmp_path):
    products = [
        Product(tmp_path / "html/index.html", 1_234_567, 44),
        Product(tmp_path / "kompass.zip", 51_200),
    ]
    assert product_table(products, tmp_path).splitlines() == [
        "Ausgabe           Größe  Seiten",
        "html/index.html  1,2\u00a0MB      44",
        "kompass.zip       51\u00a0kB       –",
    ]
