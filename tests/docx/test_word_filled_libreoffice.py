"""The installed LibreOffice saves a filled workbook, once as Word and once by way of ODT."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import arbeitsbuch as buch
import pytest

from kompasswerk.docx.filled import read_filled
from kompasswerk.docx.leftovers import NOT_COMPARED

WORD = "docx:MS Word 2007 XML"
SAID: dict[str, buch.Said] = {
    "selbstcheck.stadt": "Pößneck",
    "selbstcheck.datum": "24.12.2026",
    "selbstcheck.stunden": "3,5",
    "selbstcheck.lage": "Läden stehen leer",
    "selbstcheck.klasse": "c",
    "selbstcheck.bedarf": ("Geld", "Wissen"),
    "selbstcheck.bereit": "ja",
    "selbstcheck.note": "4",
    "bewertung.gebaeude[1].objekt": "12",
    "bewertung.gebaeude[1].druck": "hoch",
    "bewertung.gebaeude[1].dabei": "nein",
    "bewertung.gebaeude[4].objekt": "77",
    "bewertung.gebaeude[4].dabei": "ja",
    "bewertung.runde[2].wer": "Frau A",
}


def converted(path: Path, form: str, folder: Path, home: Path) -> Path:
    program = shutil.which("soffice") or pytest.fail("LibreOffice fehlt: libreoffice-writer")
    command = [program, f"-env:UserInstallation={home.as_uri()}", "--headless", "--convert-to"]
    command += [form, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder / f"{path.stem}.{form.partition(':')[0]}"


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("libreoffice")
    home = folder / "home"
    filled = buch.Workbook(said=SAID, more={"bewertung.gebaeude": 1}).save(folder / "buch.docx")
    odt = converted(filled, "odt", folder / "odt", home)
    return {
        "word": converted(filled, WORD, folder / "word", home),
        "odt": converted(odt, WORD, folder / "zurück", home),
    }


@pytest.mark.parametrize("way", ["word", "odt"])
def test_libreoffice_loses_no_value(saved, way):
    ruecklauf = read_filled(saved[way], buch.SHEETS)
    texts = {str(each.stelle): each.text for each in ruecklauf.antworten}
    assert texts == SAID | {"selbstcheck.bedarf": "Geld; Wissen"}
    assert [each.zweifel for each in ruecklauf.antworten if each.zweifel] == []
    assert ruecklauf.fehlend == ()


def test_libreoffice_keeps_what_tells_our_text_from_theirs_in_a_word_file(saved):
    ruecklauf = read_filled(saved["word"], buch.SHEETS)
    assert (ruecklauf.stadt, ruecklauf.fundstuecke) == ("Pößneck", ())


def test_after_odt_the_protocol_says_that_text_could_not_be_compared(saved):
    assert read_filled(saved["odt"], buch.SHEETS).fundstuecke[0].text == NOT_COMPARED
