"""An editor's story: a case comes in by Word, is mended, shown, and changed in Word again."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from bogen import changed, instead, repacked
from buero import Buero

from kompasswerk.cli import main
from kompasswerk.publishing.build import Job, run_sphinx

pytestmark = pytest.mark.xdist_group("handbuch")

PAGE = "bestpractice/lesecafe-im-alten-kino"
FIRST = {
    "fallbogen.titel": ("T", "Lesecafé im alten Kino"),
    "fallbogen.kurz": ("T", "In Probstadt öffnete ein Verein das leere Kino als Lesecafé."),
    "fallbogen.teaser": ("T", "Ein Kino, ein Verein und viele Bücher."),
    "fallbogen.ort": ("T", "Probstadt"),
    "fallbogen.land": ("T", "Thüringen"),
    "fallbogen.einwohner-wert": ("T", "zwölftausend"),
    "fallbogen.ansatz": ("B", "2"),
    "fallbogen.gebaeudetyp": ("B", "1"),
    "fallbogen.akteure": ("B", "1"),
    "fallbogen.stand": ("D", "2026-11-20"),
    "fallbogen.quellen[1].kennung": ("T", "q1"),
    "fallbogen.quellen[1].titel": ("T", "Das Kino ist wieder offen"),
    "fallbogen.quellen[1].herausgeber": ("T", "Tagblatt Probstadt"),
    "fallbogen.quellen[1].url": ("T", "https://example.org/kino"),
    "fallbogen.quellen[1].jahr": ("T", "2025"),
}
MENDED = {
    "fallbogen.einwohner-wert": ("T", "12.000"),
    "fallbogen.einwohner-quelle": ("T", "q1"),
    "fallbogen.zeitraum-beginn": ("T", "2024"),
    "fallbogen.zeitraum-quelle": ("T", "q1"),
    "fallbogen.instrumente": ("T", "Zwischennutzung"),
    "fallbogen.schritte": ("B", "5"),
    "fallbogen.beleg": ("B", "3"),
}
SENTENCES = (
    "Das Kino stand neun Jahre leer. [q1]",
    "Ein Verein mietete das Haus. [q1]",
    "Das Lesecafé ist an vier Tagen offen. [q1]",
    "Das Geld reichte knapp. [q1]",
    "Ein Verein mit Schlüssel hilft jeder Stadt. [q1]",
)
PROMPT = re.compile(r"Bitte hier schreiben\.")
DELETED = '<w:del w:id="901" w:author="A"><w:r><w:delText>neun</w:delText></w:r></w:del>'
INSERTED = '<w:ins w:id="902" w:author="A"><w:r><w:t>zehn</w:t></w:r></w:ins>'
COMMENT = (
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:comment w:id="77" w:author="A"><w:p><w:r><w:t>Wer zahlt die Miete?</w:t></w:r></w:p>'
    "</w:comment></w:comments>"
)
OPEN_POINT = re.compile(r"\n% offen: .*\n")
OWN_LINE = "# Diese Zeile gehört der Redaktion.\n"


@pytest.fixture
def office(tmp_path: Path) -> Buero:
    return Buero(tmp_path / "profil")


def test_a_case_comes_in_by_word_and_changes_by_word(copy_of_content, office, tmp_path, capsys):
    root = ["--wurzel", str(copy_of_content)]
    form = filled_form(copy_of_content, office, tmp_path)
    assert main(["einlesen", str(form), *root]) == 1
    said = capsys.readouterr().out
    assert "Einwohner: Zahl: „zwölftausend“ ist keine Zahl." in said
    assert "Beleg: Die Angabe fehlt." in said
    page = copy_of_content / f"{PAGE}.md"
    assert not page.exists()

    mended = office.answer(form, tmp_path / "fallbogen (2).docx", MENDED)
    assert main(["einlesen", str(mended), *root]) == 0
    assert f"Neu angelegt: {PAGE}.md (Entwurf)." in capsys.readouterr().out
    assert_everywhere(copy_of_content, root)

    with_line = page.read_text(encoding="utf-8").replace("ort:", f"{OWN_LINE}ort:", 1)
    page.write_text(with_line, encoding="utf-8")
    edited = edited_in_word(copy_of_content, office, tmp_path)
    capsys.readouterr()
    assert main(["einlesen", str(edited), *root]) == 0
    said = capsys.readouterr().out
    assert "zehn Jahre" in said
    assert "Wer zahlt die Miete?" in said
    assert page.read_text(encoding="utf-8") == with_line

    assert main(["einlesen", str(edited), "--uebernehmen", *root]) == 0
    text = page.read_text(encoding="utf-8")
    assert "\n% offen: " in text
    assert "Wer zahlt die Miete?" in text
    assert OPEN_POINT.sub("", text) == with_line.replace("neun Jahre", "zehn Jahre")


def filled_form(project: Path, office: Buero, folder: Path) -> Path:
    """The empty form with a text in each section and answers, one of them wrong, one missing."""
    assert main(["fallbogen", "--wurzel", str(project)]) == 0
    empty = project / "_build/ausgabe/boegen/fallbogen.docx"
    written = changed(empty, folder / "text.docx", lambda text: PROMPT.sub(next_sentence(), text))
    return office.answer(written, folder / "fallbogen (1).docx", FIRST)


def next_sentence() -> Callable[[re.Match[str]], str]:
    """Return a function that gives the next sentence at each place that asks for text."""
    sentences = iter(SENTENCES)
    return lambda place: next(sentences)


def edited_in_word(project: Path, office: Buero, folder: Path) -> Path:
    """The form of the new case with a tracked change and a comment, saved by LibreOffice."""
    assert main(["fallbogen", PAGE, "--wurzel", str(project)]) == 0
    form = project / f"_build/ausgabe/boegen/fallbogen-{Path(PAGE).name}.docx"
    old = re.search(r"<w:r>(?:(?!</w:r>).)*?stand neun Jahre.*?</w:r>", document(form))[0]
    opened, text, closed = re.fullmatch(r"(.*<w:t[^>]*>)(.*)(</w:t></w:r>)", old).groups()
    before, after = text.split("neun")
    tracked = (
        '<w:commentRangeStart w:id="77"/>'
        f"{opened}{before}{closed}{DELETED}{INSERTED}{opened}{after}{closed}"
        '<w:commentRangeEnd w:id="77"/><w:r><w:commentReference w:id="77"/></w:r>'
    )
    parts = {
        "word/document.xml": instead(old, tracked),
        "word/comments.xml": lambda _: COMMENT,
    }
    return repacked(form, folder / "geändert.docx", parts)


def document(form: Path) -> str:
    with ZipFile(form) as archive:
        return archive.read("word/document.xml").decode()


def assert_everywhere(project: Path, root: list[str]) -> None:
    """Page, search, catalogue, Word and PDF show the case."""
    site = run_sphinx(project, Job("html", jobs="1"))
    assert "stand neun Jahre leer" in (site / f"{PAGE}.html").read_text(encoding="utf-8")
    catalogue = (site / "bestpractice/index.html").read_text(encoding="utf-8")
    assert f'data-seite="{PAGE}"' in catalogue
    assert f"{PAGE}.html" in (site / "_static/suche/verzeichnis.js").read_text(encoding="utf-8")
    assert main(["einzelblatt", PAGE, *root]) == 0
    single = project / "_build/ausgabe/einzeln" / PAGE.replace("/", "-")
    assert "stand neun Jahre leer" in document(single.with_suffix(".docx"))
    text = ["pdftotext", str(single.with_suffix(".pdf")), "-"]
    said = subprocess.run(text, check=True, capture_output=True, text=True).stdout
    assert "stand neun Jahre leer" in " ".join(said.split())
