"""The command that makes workbooks: what it writes, what it leaves, what it says."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from beispiele import projekt
from cluster import on_a_cluster
from kleines_handbuch import handbook

from docx import Document
from kompasswerk.buch import blocks as b
from kompasswerk.buch.excerpt import dead_links
from kompasswerk.buch.library_builder import FILE, read_library
from kompasswerk.cli import main
from kompasswerk.docx.audit import audit
from kompasswerk.docx.template import build_template
from kompasswerk.formular.handbook import read_handbook
from kompasswerk.formular.korb import NOBODY, Korb, collected, found_groups
from kompasswerk.formular.profile import Profil
from kompasswerk.formular.selection import choose
from kompasswerk.publishing.arbeitsbuch import orders
from kompasswerk.publishing.executors import carried_out, processes
from kompasswerk.publishing.making import Auftrag, Werkstatt, Zustand, make, store_handbook
from kompasswerk.publishing.summary import digests, write_summary
from kompasswerk.publishing.workbook import made_for, workbook
from kompasswerk.reading.files import load_bestand
from kompasswerk.reading.gestaltung import read_gestaltung

TOWN = Profil("Musterstadt am Berg", "grosse-kleinstadt", einwohner=12345, stunden=Decimal(10))


@pytest.fixture
def made(build, tmp_path):
    """Return the workshop and the handbook of a small project."""
    out = build(projekt(), "bausteine", extensions=("kompasswerk.docx",)).out
    template = tmp_path / "vorlage.docx"
    build_template(read_gestaltung(), template)
    handbuch = read_handbook(load_bestand(tmp_path / "projekt"))
    store_handbook(handbuch, tmp_path / "handbuch.pickle")
    return Werkstatt(out / FILE, 1, template, handbook=tmp_path / "handbuch.pickle"), handbuch


@pytest.fixture
def auftrag(tmp_path):
    return Auftrag(replace(TOWN, beginn=3), tmp_path / "fertig/musterstadt")


def text_of(path: Path) -> str:
    document = Document(str(path))
    cells = (cell.text for t in document.tables for row in t.rows for cell in row.cells)
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_a_workbook_names_the_town_what_to_do_first_and_why_each_page_is_in_it(made, auftrag):
    auswahl = choose(auftrag.profil, made[1])
    book = workbook(auswahl, read_library(made[0].library), made[1].vocabulary)
    assert (book.title, book.subtitle) == ("Arbeitsbuch für Musterstadt am Berg", "Probe")
    assert (book.town, book.ags, book.contents_depth) == ("Musterstadt am Berg", "", 0)
    assert [page.name for page in book.pages] == [
        "kompass/schritte/bestand-erfassen",
        "bestpractice/laden-auf-zeit",
    ]
    assert list(dead_links(book)) == []
    first = book.parts[0].children[0]
    monday = next(block for block in first.children if isinstance(block, b.NextStep))
    assert monday.title == (b.Text("Am Montag"),)


def test_the_line_under_the_title_says_what_the_book_was_made_from():
    town = replace(TOWN, lage=("ladenleerstand",), gebaeude=("ladenlokal", "fachwerkhaus"))
    assert made_for(town, handbook().vocabulary) == (
        "Für Musterstadt am Berg zusammengestellt: 12.345\u00a0Einwohner, große Kleinstadt; "
        "Läden stehen leer; Ladenlokal, Fachwerkhaus; 10\u00a0Stunden in der Woche."
    )


def test_the_file_holds_the_pages_and_stands_the_audit(made, auftrag):
    result = make(made[0], auftrag)
    path = result.dateien[0].pfad
    said = text_of(path)
    assert "Schritt 3: Bestand erfassen" in said
    assert "Ähnlich: 12.345\u00a0Einwohner, Thüringen." in said
    assert "Was wir weggelassen haben" in said
    assert list(audit(path)) == []


def test_the_same_town_gets_the_same_bytes(made, auftrag):
    path = make(made[0], auftrag).dateien[0].pfad
    first = path.read_bytes()
    again = make(made[0], auftrag)
    assert again.dateien[0].zustand is Zustand.SAME
    path.unlink()
    make(made[0], auftrag)
    assert path.read_bytes() == first


def test_a_workbook_that_somebody_has_filled_in_stays(made, auftrag, tmp_path):
    target = tmp_path / "fertig/musterstadt.docx"
    target.parent.mkdir()
    target.write_bytes(b"ausgefuellt")
    assert make(made[0], auftrag).dateien[0].zustand is Zustand.KEPT
    assert target.read_bytes() == b"ausgefuellt"
    assert make(replace(made[0], replace=True), auftrag).dateien[0].zustand is Zustand.NEW


def test_an_older_workbook_of_ours_gives_way_to_the_new_one(made, auftrag, tmp_path):
    older = make(made[0], auftrag)
    write_summary([older], tmp_path / "fertig")
    noted = digests(tmp_path / "fertig")
    known = (("docx", noted["musterstadt.docx"]),)
    other = replace(TOWN, beginn=3, stunden=Decimal(3))
    newer = make(made[0], Auftrag(other, auftrag.ziel, known))
    assert newer.dateien[0].zustand is Zustand.NEW


def test_the_summary_is_a_table_for_people_and_digests_for_the_next_run(made, auftrag, tmp_path):
    write_summary([make(made[0], auftrag)], tmp_path / "fertig")
    table = (tmp_path / "fertig/uebersicht.csv").read_text(encoding="utf-8-sig").splitlines()
    assert table[0] == "ags;stadt;datei;seiten_des_handbuchs;bytes;zustand"
    assert table[1].startswith(";Musterstadt am Berg;musterstadt.docx;2;")
    assert table[1].endswith(";neu")
    assert list(json.loads((tmp_path / "fertig/uebersicht.json").read_text())["dateien"]) == [
        "musterstadt.docx"
    ]


BASKET = ("kompass/schritte/bestand-erfassen", "bestpractice/laden-auf-zeit")


def collected_book(made, town, names, tmp_path):
    groups, problems = found_groups(
        Korb("korb.json", names), load_bestand(tmp_path / "projekt").bestand
    )
    assert problems == ()
    library = read_library(made[0].library)
    return workbook(collected(town, groups), library, made[1].vocabulary)


def test_collected_pages_make_a_book_without_a_town(made, tmp_path):
    book = collected_book(made, NOBODY, BASKET[::-1], tmp_path)
    assert (book.title, book.town, book.ags) == ("Arbeitsbuch", "", "")
    assert [page.name for page in book.pages] == [*BASKET]
    assert list(dead_links(book)) == []
    first, *_, last = book.parts[0].children
    assert first.children[0].children == (
        b.Text("Aus einem Merkzettel zusammengestellt: 2 Seiten."),
    )
    assert last.title == (b.Text("Über dieses Arbeitsbuch"),)
    titles = [each.title for each in book.parts[0].children]
    assert (b.Text("Was wir weggelassen haben"),) not in titles


def test_a_town_stands_on_the_cover_of_collected_pages(made, tmp_path):
    book = collected_book(made, TOWN, BASKET[1:], tmp_path)
    assert book.title == "Arbeitsbuch für Musterstadt am Berg"
    assert [page.name for page in book.pages] == ["bestpractice/laden-auf-zeit"]
    assert list(dead_links(book)) == []


def test_collected_pages_never_take_the_place_of_a_towns_own_workbook(made, tmp_path):
    groups, _ = found_groups(Korb("k", BASKET), load_bestand(tmp_path / "projekt").bestand)
    names = [each.ziel.name for each in orders((TOWN, NOBODY), tmp_path, groups)]
    assert names == ["musterstadt-am-berg-merkzettel", "merkzettel"]


def towns(folder, count):
    names = (f"Ort {number}" for number in range(count))
    return orders((Profil(name, "grosse-kleinstadt", beginn=3) for name in names), folder)


def test_a_pool_makes_every_workbook_once(made, tmp_path):
    jobs = towns(tmp_path / "fertig", 6)
    found = list(carried_out(partial(make, made[0]), jobs, processes(2)))
    assert sorted(each.stadt for _, each in found) == [f"Ort {number}" for number in range(6)]
    assert sorted(path.name for path in (tmp_path / "fertig").iterdir()) == [
        f"ort-{number}.docx" for number in range(6)
    ]


def test_a_dask_worker_dies_and_every_workbook_is_made_once(made, tmp_path):
    pytest.importorskip("distributed")
    jobs = towns(tmp_path / "fertig", 30)
    found = on_a_cluster(partial(make, made[0]), jobs, tmp_path)
    assert sorted(each.stadt for _, each in found) == sorted(f"Ort {n}" for n in range(30))
    files = sorted((tmp_path / "fertig").iterdir())
    assert [path.name for path in files] == sorted(f"ort-{n}.docx" for n in range(30))
    assert all(list(audit(path)) == [] for path in files)


def test_a_job_is_small_because_it_goes_to_another_computer(made, tmp_path):
    (job,) = towns(tmp_path, 1)
    assert len(pickle.dumps((job, made[0]))) < 4000


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--stadt", "Pösneck"], "steht nicht in der Gemeindeliste"),
        (["--profil", "gibt-es-nicht.yaml"], "Die Datei ist nicht lesbar"),
        (["--auswahl", "gibt-es-nicht.json"], "„gibt-es-nicht.json“ ist nicht lesbar."),
        (["--stadt", "X", "--einwohner", "9000", "--lage", "x"], "--lage: „x“ ist unbekannt."),
        (["--stadt", "X", "--einwohner", "9000", "--dask", "kein"], "antwortet kein Dask-Cluster"),
    ],
)
def test_wrong_use_is_said_in_a_sentence_before_anything_is_read(
    arguments, message, build, tmp_path, capsys
):
    (tmp_path / "projekt/kompass").mkdir(parents=True, exist_ok=True)
    assert main(["arbeitsbuch", *arguments, "--wurzel", str(tmp_path / "projekt")]) == 2
    assert message in capsys.readouterr().err
    assert not (tmp_path / "projekt/_build").exists()


CONF = (
    'project = "Probe"\nlanguage = "de"\nprimary_domain = "kompass"\n'
    'extensions = ["myst_parser", "sphinx_design", "kompasswerk.sphinx_ext", '
    '"kompasswerk.docx", "kompasswerk.pdf"]\n'
    'myst_enable_extensions = ["colon_fence"]\nexclude_patterns = ["_build"]\n'
)


@pytest.fixture
def command(build, tmp_path):
    """Return a function that runs the command in a small project, as its users do."""
    root = tmp_path / "projekt"
    build(projekt(), "bausteine", extensions=("kompasswerk.docx",))
    (root / "conf.py").write_text(CONF, encoding="utf-8")

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        line = [sys.executable, "-m", "kompasswerk.cli", "arbeitsbuch", *arguments]
        line += ["--wurzel", str(root)]
        return subprocess.run(line, capture_output=True, text=True, check=False)

    return run


def test_the_command_makes_word_and_pdf_for_a_town(command, tmp_path):
    done = command("--stadt", "Neustadt", "--einwohner", "12000", "--beginn", "3")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "_build/ausgabe/arbeitsbuecher/neustadt.docx",
        "_build/ausgabe/arbeitsbuecher/neustadt.pdf",
    ]
    pdf = tmp_path / "projekt/_build/ausgabe/arbeitsbuecher/neustadt.pdf"
    assert pdf.read_bytes().startswith(b"%PDF")


def test_the_command_makes_a_book_of_the_collected_pages_and_names_what_is_missing(
    command, tmp_path
):
    korb = tmp_path / "korb.json"
    pages = ["bestpractice/laden-auf-zeit", "bestpractice/laden-auf-zeiten"]
    korb.write_text(json.dumps({"format": "kompass-korb", "ausgabe": "1", "seiten": pages}))
    done = command("--auswahl", str(korb), "--nur", "docx")
    assert done.returncode == 1, done.stderr
    assert done.stdout.splitlines() == ["_build/ausgabe/arbeitsbuecher/merkzettel.docx"]
    assert "Meinen Sie „bestpractice/laden-auf-zeit“?" in done.stderr
    said = text_of(tmp_path / "projekt/_build/ausgabe/arbeitsbuecher/merkzettel.docx")
    assert "Aus einem Merkzettel zusammengestellt: eine Seite." in said
    assert "Von Ihnen gemerkt." in said
    assert "Viele Läden standen leer." in said
    assert "Gehen Sie durch die Hauptstraße." not in said
