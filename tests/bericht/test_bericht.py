"""The alliance's report: its counts are those published, texts of people stay."""

from __future__ import annotations

import re
import shutil
from html import unescape
from pathlib import Path

import pytest
from antworten import put

from docx import Document
from kompasswerk.cli import main

ROOT = Path(__file__).parents[2]
OUT = "_build/ausgabe/bericht"
IN_2023 = ("--stichtag", "2023-12-31", "--seit", "2023-01-01")
NAME = "bericht-2023-01-01-bis-2023-12-31"
TEXTS = "pilots/buendnis/_bericht"
# Bericht zur Bündnisarbeit, Stand 15.11.2023, Kapitel 6.
PUBLISHED = {
    "Sitzungen der Arbeitsgruppen": "22",
    "Bündnistreffen": "4",
    "Jours fixes von Geschäftsstelle und Ministerium": "8",
    "Treffen des erweiterten Steuerungskreises": "4",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "projekt"
    for name in ("_templates", "pilots"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("_bericht"))
    (root / "kompass").mkdir()
    for name in ("kompass/listen.yaml", "conf.py"):
        shutil.copy(ROOT / name, root / name)
    return root


def run(project: Path, *arguments: object) -> int:
    return main(["bericht", *map(str, arguments), "--wurzel", str(project)])


def page(project: Path, *arguments: object, name: str = NAME) -> str:
    assert run(project, *arguments, "--nur", "html") == 0
    return (project / OUT / f"{name}.html").read_text(encoding="utf-8")


def rows(html: str, caption: str) -> list[list[str]]:
    """Return the cells of the body of a table."""
    table = html.partition(f": {caption}</caption>")[2].partition("</table>")[0]
    return [
        [unescape(re.sub("<[^>]+>", "", cell)) for cell in re.findall(r"<t[hd].*?</t[hd]>", row)]
        for row in table.split("</tr>")
        if "<td" in row
    ]


def test_counts_of_2023_are_the_published_ones_in_all_formats(project, capsys):
    assert run(project, *IN_2023) == 0
    html = (project / OUT / f"{NAME}.html").read_text(encoding="utf-8")
    counts = {row[0]: row[1] for row in rows(html, "Treffen und Sitzungen im Zeitraum")}
    assert {name: counts[name] for name in PUBLISHED} == PUBLISHED
    document = Document(str(project / OUT / f"{NAME}.docx"))
    in_word = {row.cells[0].text: row.cells[1].text for t in document.tables for row in t.rows}
    assert {name: in_word[name] for name in PUBLISHED} == PUBLISHED
    files = sorted((project / OUT).iterdir())
    assert [each.name for each in files] == [f"{NAME}.{end}" for end in ("docx", "html", "pdf")]
    first = [each.read_bytes() for each in files]
    assert run(project, *IN_2023) == 0
    assert [each.read_bytes() for each in files] == first
    said = capsys.readouterr().out
    assert f"Angelegt: {TEXTS}/2023-12-31/08-fazit.md" in said
    assert f"Noch zu schreiben:\n  {TEXTS}/2023-12-31/01-ausgangssituation.md\n" in said


def test_the_report_has_the_chapters_of_that_of_2023_and_marks_what_it_computes(project):
    html = page(project, *IN_2023)
    assert re.findall(r"<h2 [^>]*>(.*?)</h2>", html) == [
        "1 Ausgangssituation",
        "2 Aufgaben und Ziele des Aktionsbündnisses",
        "3 Die Bündnismitglieder",
        "4 Die Arbeitsgruppen",
        "5 Die Geschäftsstelle",
        "6 Bündnisarbeit",
        "7 Pilotprojekte",
        "8 Fazit zur Bündnisarbeit",
        "9 Ansprechstellen",
        "10 Quellen und Abkürzungen",
        "11 Impressum",
    ]
    assert html.count("Aus den Daten berechnet, Stand 31.\u00a0Dezember 2023.") == 7
    assert html.count("Hier schreiben Menschen") == 6
    assert "Namentlich erfasst sind 25 Institutionen." in html
    assert rows(html, "Pilotprojekte nach Stand") == [["Konzept", "2"], ["Ausschreibung", "1"]]
    assert [row[0] for row in rows(html, "Bündnistreffen")] == [
        "23.\u00a0Februar 2023",
        "25.\u00a0Mai 2023",
        "7.\u00a0September 2023",
        "30.\u00a0November 2023 (angekündigt)",
    ]


def test_a_text_is_shown_kept_and_carried_into_the_next_edition(project, capsys):
    page(project, *IN_2023)
    file = project / TEXTS / "2023-12-31/08-fazit.md"
    file.write_text("## Gelungen\n\nDie *Arbeit* hält & trägt.\n", encoding="utf-8")
    html = page(project, *IN_2023)
    assert "<h3>Gelungen</h3>\n<p>Die <em>Arbeit</em> hält &amp; trägt.</p>" in html
    assert file.read_text(encoding="utf-8") == "## Gelungen\n\nDie *Arbeit* hält & trägt.\n"
    capsys.readouterr()
    later = page(project, "--stichtag", "2024-12-31", name="bericht-2024-01-01-bis-2024-12-31")
    note = "Text aus dem Bericht zum 31.\u00a0Dezember 2023, noch nicht überarbeitet."
    assert note in later
    assert "<h3>Gelungen</h3>" in later
    said = capsys.readouterr().out
    assert f"Aus dem letzten Bericht:\n  {TEXTS}/2024-12-31/08-fazit.md\n" in said
    taken = project / TEXTS / "2024-12-31/08-fazit.md"
    own = taken.read_text(encoding="utf-8").split("-->", 1)[1]
    taken.write_text(own, encoding="utf-8")
    again = page(project, "--stichtag", "2024-12-31", name="bericht-2024-01-01-bis-2024-12-31")
    assert note not in again


def test_a_part_that_the_report_cannot_show_is_named(project, capsys):
    run(project, *IN_2023, "--nur", "html")
    file = project / TEXTS / "2023-12-31/08-fazit.md"
    file.write_text("![Bild](bild.png)\n", encoding="utf-8")
    assert run(project, *IN_2023, "--nur", "html") == 1
    assert capsys.readouterr().err == (
        f"{TEXTS}/2023-12-31/08-fazit.md: „![Bild](bild.png)“: Das kann der Bericht nicht zeigen. "
        "Bitte als Absatz, Liste oder Tabelle schreiben.\n"
    )


def test_a_file_that_somebody_has_changed_stays(project):
    page(project, *IN_2023)
    target = project / OUT / f"{NAME}.html"
    target.write_text("von Hand", encoding="utf-8")
    assert run(project, *IN_2023, "--nur", "html") == 0
    assert target.read_text(encoding="utf-8") == "von Hand"
    assert (project / OUT / f"{NAME} (2).html").is_file()


def test_returned_workbooks_are_counted_by_town(project, tmp_path, capsys):
    shutil.copytree(ROOT / "kompass", project / "kompass", dirs_exist_ok=True)
    folder = tmp_path / "antworten"
    folder.mkdir()
    for name, town in (("eins", "Suhl"), ("zwei", "Suhl"), ("drei", "Gotha")):
        put(folder, name, {"selbstcheck.auftrag": "ja"}, stadt=town)
    html = page(
        project,
        *("--stichtag", "2026-12-31", "--ruecklauf", folder),
        name="bericht-2026-01-01-bis-2026-12-31",
    )
    assert "Arbeitsbücher aus 2 Städten, zusammen 3 Dateien mit Antworten." in html
    assert rows(html, "Inhalt des Handbuchs, Entwurf 1, 22. November 2026")[4] == [
        "Pilotprojekte",
        "3",
    ]


def test_half_a_year_names_what_cannot_be_divided(project):
    html = page(project, "--stichtag", "2023-06-30", name="bericht-2023-01-01-bis-2023-06-30")
    counts = {row[0]: row[1] for row in rows(html, "Treffen und Sitzungen im Zeitraum")}
    assert counts["Bündnistreffen"] == "2"
    assert counts["Jours fixes von Geschäftsstelle und Ministerium"] == "0"
    assert (
        "Sitzungen der Arbeitsgruppen: 22 von 23.\u00a0Februar 2023 bis 30.\u00a0November 2023 "
        "sind nicht mitgezählt." in html
    )


def test_bad_data_make_no_report(project, capsys):
    file = project / "pilots/buendnis/neu.yaml"
    file.write_text(
        "termine:\n  - {art: jour-fixe, titel: Eins, datum: 2026-02-30, quelle: s1}\n",
        encoding="utf-8",
    )
    assert run(project, *IN_2023) == 1
    assert capsys.readouterr().err.splitlines() == [
        "pilots/buendnis/neu.yaml:2: termine.1.datum: „2026-02-30“ ist kein gültiges Datum. "
        "Bitte JJJJ, JJJJ-MM oder JJJJ-MM-TT.",
        "Der Bericht entsteht, sobald die Daten stimmen.",
    ]
    assert not (project / OUT).exists()


def test_wrong_use_is_said_in_german(project, tmp_path, capsys):
    assert run(project, "--stichtag", "2023-12-31", "--seit", "2024-01-01") == 2
    assert run(project, *IN_2023, "--ruecklauf", tmp_path / "fehlt") == 2
    with pytest.raises(SystemExit) as ended:
        run(project, "--stichtag", "31.12.2023")
    assert ended.value.code == 2
    said = capsys.readouterr().err
    for sentence in (
        "--seit 2024-01-01 liegt nach --stichtag 2023-12-31. Bitte beide Tage prüfen.",
        "gibt es nicht. Bitte den Namen prüfen.",
        "„31.12.2023“ ist kein Datum. Bitte so: 2026-12-31.",
    ):
        assert sentence in said


def test_what_people_write_in_word_comes_back_and_replaces_nothing_unasked(project, capsys):
    run(project, *IN_2023, "--nur", "docx")
    file = project / OUT / f"{NAME}.docx"
    document = Document(str(file))
    box = next(each for each in document.paragraphs if each.text.startswith("Was ist gelungen"))
    new = box.insert_paragraph_before("Das Netz trägt: ", style="Body Text")
    new.add_run("22 Sitzungen").bold = True
    document.save(str(file))
    capsys.readouterr()
    back = ("--stichtag", "2023-12-31", "--aus-word", file)
    conclusion = project / TEXTS / "2023-12-31/08-fazit.md"
    assert run(project, *back) == 0
    assert capsys.readouterr().out == f"Übernommen: {TEXTS}/2023-12-31/08-fazit.md\n"
    assert conclusion.read_text(encoding="utf-8") == "Das Netz trägt: **22 Sitzungen**\n"
    assert run(project, *back) == 0
    assert capsys.readouterr().out == ""
    conclusion.write_text("Von Hand.\n", encoding="utf-8")
    assert run(project, *back) == 1
    assert conclusion.read_text(encoding="utf-8") == "Von Hand.\n"
    assert run(project, *back, "--uebernehmen") == 0
    assert conclusion.read_text(encoding="utf-8") == "Das Netz trägt: **22 Sitzungen**\n"


def test_only_the_report_of_that_day_is_read_back(project, tmp_path, capsys):
    back = ("--stichtag", "2023-12-31", "--aus-word")
    other = tmp_path / "anderes.docx"
    Document().save(str(other))
    assert run(project, *back, other) == 2
    assert "Bitte erst ohne --aus-word aufrufen." in capsys.readouterr().err
    run(project, *IN_2023, "--nur", "html")
    assert run(project, *back, other) == 2
    assert run(project, *back, tmp_path / "fehlt.docx") == 2
    said = capsys.readouterr().err
    assert "„anderes.docx“ ist nicht der Bericht zum Stichtag 2023-12-31" in said


def test_every_look_that_a_text_may_have_survives_word(project, capsys):
    run(project, *IN_2023, "--nur", "html")
    file = project / TEXTS / "2023-12-31/06-buendnisarbeit.md"
    file.write_text(
        "## Gelungen\n\nWir **arbeiten** mit [Städten](https://www.jena.de/) zusammen.\n\n"
        "1. eins\n2. zwei\n   - innen\n\n| Was | Wie |\n|---|---|\n| A | B |\n\n"
        "### Offen\n\n*Geld* fehlt.\n",
        encoding="utf-8",
    )
    assert run(project, *IN_2023, "--nur", "docx") == 0
    capsys.readouterr()
    word = project / OUT / f"{NAME}.docx"
    assert run(project, "--stichtag", "2023-12-31", "--aus-word", word) == 0
    assert capsys.readouterr().out == ""


def test_a_chapter_without_its_line_is_not_read(project, capsys):
    run(project, *IN_2023, "--nur", "docx")
    word = project / OUT / f"{NAME}.docx"
    document = Document(str(word))
    line = next(each for each in document.paragraphs if each.text.startswith("Aus den Daten"))
    line.clear()
    document.save(str(word))
    capsys.readouterr()
    assert run(project, "--stichtag", "2023-12-31", "--aus-word", word) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        "Kapitel „Die Bündnismitglieder“: Die Zeile „Aus den Daten berechnet, Stand "
        "31.\u00a0Dezember 2023.“ fehlt. Bitte einfügen.\n"
    )
