"""The command einlesen: a folder of returned files to protocols and answers."""

from __future__ import annotations

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

import arbeitsbuch as buch
import pytest

from kompasswerk.cli import main
from kompasswerk.formular.answers import Antwort, Erkannt, Fundstueck, Ruecklauf
from kompasswerk.formular.origin import Origin
from kompasswerk.formular.protokoll import protocol
from kompasswerk.formular.towns import Places
from kompasswerk.model.formular import Stelle
from kompasswerk.model.vocabulary import Vocabulary
from kompasswerk.publishing import reading_back
from kompasswerk.publishing.executors import Workers
from kompasswerk.publishing.returned import Job, read_job

ROOT = Path(__file__).parents[2]
NOWHERE = Places({}, Vocabulary())
PAGE = """---
art: arbeitsblatt
titel: Selbstcheck
kurz: Zwei Fragen.
nummer: 1
schritt: auftrag-klaeren
dauer: 30
wer: Zuständige Person
braucht: nichts
teilen: ja
freigabe: entwurf
stand: 2026-11-27
pruefen_bis: 2028-11-27
---

:::{feld} stadt
:label: Stadt oder Gemeinde
:art: text
:::

:::{feld} stunden
:label: Wie viel Zeit haben Sie?
:art: zahl
:einheit: Stunden je Woche
:::
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "projekt"
    for name in ("kompass/listen.yaml", "kompass/arbeitsblaetter/x"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(ROOT / "kompass/listen.yaml", root / "kompass/listen.yaml")
    (root / "kompass/arbeitsblaetter/selbstcheck.md").write_text(PAGE, encoding="utf-8")
    return root


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "rücklauf"
    (folder / "Jena").mkdir(parents=True)
    return folder


def workbook(path: Path, *, town: str = "Jena", ags: str = "", **said: str) -> Path:
    answers = {f"selbstcheck.{key}": text for key, text in said.items()}
    fields = (buch.SELBSTCHECK.felder[0], buch.SELBSTCHECK.felder[2])
    sheets = (replace(buch.SELBSTCHECK, felder=fields),)
    return buch.Workbook(sheets, answers, town=town, ags=ags).save(path)


def run(project: Path, *arguments: object) -> int:
    return main(["einlesen", *map(str, arguments), "--wurzel", str(project)])


def test_each_file_gets_a_protocol_and_its_answers(project, folder, capsys):
    workbook(folder / "Jena/buch.docx", stadt="Jena", stunden="3,5")
    assert run(project, folder) == 0
    ziel = folder.with_name("rücklauf-eingelesen")
    answers = json.loads((ziel / "Jena/buch.docx.antworten.json").read_text(encoding="utf-8"))
    assert answers["antworten"] == {"selbstcheck.stadt": "Jena", "selbstcheck.stunden": 3.5}
    page = (ziel / "Jena/buch.docx.protokoll.html").read_text(encoding="utf-8")
    for words in ("Jena/buch.docx", "Wie viel Zeit haben Sie?", "3,5", "Kennung des Feldes"):
        assert words in page
    assert "Gelesen: 1 von 1 Datei mit 2 Antworten." in capsys.readouterr().out


def test_refused_and_doubtful_files_are_named_and_the_others_read(project, folder, capsys):
    workbook(folder / "gut.docx", stadt="Jena")
    workbook(folder / "zweifel.docx", stunden="viele")
    (folder / "alt.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (folder / "scan.pdf").write_bytes(b"%PDF")
    (folder / "kaputt.docx").write_bytes(b"PK")
    (folder / "Notiz").write_bytes(b"")
    (folder / "~$gut.docx").write_bytes(b"gesperrt")
    assert run(project, folder) == 1
    said = capsys.readouterr().out
    assert "Gelesen: 2 von 6 Dateien mit 2 Antworten." in said
    assert "  zweifel.docx: 1 zweifelhafte Antwort\n" in said
    assert "  alt.doc: Bitte in Word oder LibreOffice öffnen und als .docx speichern." in said
    assert (
        "  scan.pdf: Bitte tippen Sie die Antworten in die Tabelle ab, die „nox -s tabelle“ anlegt."
        in said
    )
    assert "  kaputt.docx: „kaputt.docx“ ist keine Word-Datei oder ist beschädigt." in said
    assert "  Notiz: Diese Art von Datei bringt keine Antworten zurück." in said
    assert "~$gut" not in said


def test_the_summary_as_json(project, folder, capsys):
    workbook(folder / "zweifel.docx", stunden="viele")
    assert run(project, folder, "--json", "--ziel", folder / "ziel") == 1
    (file,) = json.loads(capsys.readouterr().out)["dateien"]
    assert (file["quelle"], file["zweifelhaft"], file["antworten"]) == ("zweifel.docx", 1, 1)
    assert file["protokoll"] == "zweifel.docx.protokoll.html"


def test_results_inside_the_folder_are_not_read_again(project, folder):
    workbook(folder / "buch.docx", stadt="Jena")
    for _ in range(2):
        assert run(project, folder, "--ziel", folder / "ziel") == 0
    assert run(project, folder) == 0
    again = folder.with_name("rücklauf-eingelesen")
    assert {path.name for path in again.rglob("*") if path.is_file()} == {
        "buch.docx.antworten.json",
        "buch.docx.protokoll.html",
    }


def test_what_somebody_put_beside_is_not_overwritten(project, folder):
    workbook(folder / "buch.docx", stadt="Jena")
    ziel = folder.with_name("rücklauf-eingelesen")
    ziel.mkdir()
    (ziel / "buch.docx.antworten.json").write_text("meins", encoding="utf-8")
    for _ in range(2):
        assert run(project, folder) == 0
    assert (ziel / "buch.docx.antworten.json").read_text(encoding="utf-8") == "meins"
    assert sorted(path.name for path in ziel.iterdir()) == [
        "buch.docx (2).antworten.json",
        "buch.docx (2).protokoll.html",
        "buch.docx.antworten.json",
    ]


def test_answers_of_a_file_that_is_refused_now_are_taken_away(project, folder):
    path = workbook(folder / "buch.docx", stadt="Jena")
    assert run(project, folder) == 0
    path.write_bytes(b"kaputt")
    assert run(project, folder) == 1
    ziel = folder.with_name("rücklauf-eingelesen")
    assert [path.name for path in ziel.iterdir()] == ["buch.docx.protokoll.html"]


def test_results_of_files_that_are_gone_go_too_and_nothing_else(project, folder):
    old = workbook(folder / "alt.docx", stadt="Jena")
    assert run(project, folder) == 0
    ziel = folder.with_name("rücklauf-eingelesen")
    (ziel / "notiz.protokoll.html").write_text("meins", encoding="utf-8")
    old.rename(folder / "neu.docx")
    assert run(project, folder) == 0
    assert sorted(path.name for path in ziel.iterdir()) == [
        "neu.docx.antworten.json",
        "neu.docx.protokoll.html",
        "notiz.protokoll.html",
    ]


def test_what_offices_of_one_town_say_differently_is_listed(project, folder, capsys):
    workbook(folder / "a.docx", stadt="Jena", stunden="3,5")
    workbook(folder / "Jena/b.docx", town="Stadt Jena", stadt="Jena", stunden="9")
    workbook(folder / "c.docx", town="Gera", stadt="Gera", stunden="1")
    assert run(project, folder) == 0
    said = capsys.readouterr().out
    assert "Mehrere Dateien von einer Stadt: 1; Widersprüche: 1." in said
    page = (folder.with_name("rücklauf-eingelesen") / "staedte.protokoll.html").read_text("utf-8")
    for words in ("Wie viel Zeit haben Sie?", "a.docx", "b.docx", ">3,5<", ">9<"):
        assert words in page
    assert "Gera" not in page


def test_a_link_is_not_followed(project, folder, tmp_path, capsys):
    (folder / "verweis.docx").symlink_to(workbook(tmp_path / "geheim.docx", stadt="Jena"))
    assert run(project, folder) == 1
    assert "  verweis.docx: Das ist eine Verknüpfung." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("where", "message"),
    [("gibtesnicht", "ist kein Ordner"), ("rücklauf", "liegt keine Datei")],
)
def test_wrong_use_is_told(where, message, project, folder, capsys):
    assert run(project, folder.parent / where) == 2
    assert message in capsys.readouterr().err


def test_results_need_a_folder_of_their_own(project, folder, capsys):
    assert run(project, folder, "--ziel", folder) == 2
    assert "einen anderen Ordner" in capsys.readouterr().err


def test_any_executor_will_do(project, folder):
    for number in range(5):
        workbook(folder / f"{number}.docx", stadt="Jena")
    threads = Workers(partial(ThreadPoolExecutor, 1), 1)
    ziel = folder / "ziel"
    assert reading_back.einlesen(project, folder=folder, ziel=ziel, workers=threads) == 0
    assert len(list(ziel.glob("*.antworten.json"))) == 5


def test_a_fault_of_the_reader_costs_one_file_only(tmp_path, monkeypatch):
    def fault(*args: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("kompasswerk.publishing.returned.read_filled", fault)
    result = read_job(Job(tmp_path / "a.docx", "a.docx", tmp_path / "ziel"), buch.SHEETS, NOWHERE)
    assert result.abgelehnt.startswith("Die Datei ließ sich nicht lesen (ZeroDivisionError).")


def test_what_comes_from_outside_is_text_in_the_protocol():
    evil = "<script>alert(1)</script>"
    stelle = Stelle("selbstcheck", "stadt")
    answers = (Antwort(stelle, evil, None, Erkannt.TAG, evil),)
    finds = tuple(Fundstueck("im Text", f"{evil}{n}") for n in range(60))
    returned = Ruecklauf(evil, evil, antworten=answers, fundstuecke=finds)
    page = protocol(returned, buch.SHEETS, evil, Origin(evil, hinweis=evil))
    assert "<script>" not in page
    assert page.count("&lt;script&gt;") > 60
    assert "<summary>10 weitere Fundstücke</summary>" in page
