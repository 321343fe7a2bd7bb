"""A town's story: its workbook goes out, comes back twice, and ends in a report without secrets."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest
from buero import Buero

from kompasswerk.cli import main

pytestmark = pytest.mark.xdist_group("handbuch")

PLANTED = "GEHEIM-4711"
OFFICE = {
    "selbstcheck.stadt": ("T", "Musterstadt"),
    "selbstcheck.stunden": ("T", "7,5"),
    "selbstcheck.lage": ("B", "2"),
    "selbstcheck.auftrag": ("B", "3"),
    "erprobungsprotokoll.stadt": ("T", "Musterstadt"),
    "erprobungsprotokoll.stunden": ("T", "10"),
    "erprobungsprotokoll.verstaendlich": ("B", "4"),
    "erprobungsprotokoll.mittel[1].mittel": ("T", "Zwischennutzung"),
    "erprobungsprotokoll.mittel[1].ergebnis": ("L", "gut"),
    "eigentuemergespraech.objekt": ("T", f"{PLANTED} Objekt"),
}
SECOND_OFFICE = {
    "selbstcheck.stadt": ("T", "Musterstadt"),
    "selbstcheck.stunden": ("T", "9"),
    "selbstcheck.zustaendig": ("B", "1"),
}
OTHER_TOWNS = {"Beispielhausen": ("20", "5"), "Probedorf": ("30", "3")}


@pytest.fixture
def office(tmp_path: Path) -> Buero:
    return Buero(tmp_path / "profil")


def test_from_the_workbook_to_the_report(copy_of_content, office, tmp_path, capsys):
    root = ["--wurzel", str(copy_of_content)]
    town = ["--stadt", "Musterstadt", "--einwohner", "12000", "--lage", "problemhaus"]
    assert main(["arbeitsbuch", *town, "--stunden", "10", "--nur", "docx", *root]) == 0
    book = copy_of_content / "_build/ausgabe/arbeitsbuecher/musterstadt.docx"

    returned = tmp_path / "rückläufe"
    (returned / "Bauamt").mkdir(parents=True)
    office.answer(book, returned / "fertig (1).docx", OFFICE)
    office.answer(book, returned / "Bauamt/Kopie von fertig.docx", SECOND_OFFICE)
    for name, (hours, clear) in OTHER_TOWNS.items():
        (returned / f"{name}.json").write_text(by_browser(name, hours, clear), encoding="utf-8")

    assert main(["einlesen", str(returned), *root]) == 0
    said = capsys.readouterr().out
    assert "Gelesen: 4 von 4 Dateien mit 23 Antworten." in said
    assert "Mehrere Dateien von einer Stadt: 1; Widersprüche: 1." in said
    read = tmp_path / "rückläufe-eingelesen"
    protocol = (read / "fertig (1).docx.protokoll.html").read_text(encoding="utf-8")
    assert f"{PLANTED} Objekt" in protocol  # nothing vanishes in the town's own protocol
    assert "Lesezeichen" in protocol

    assert main(["auswerten", str(read), "--stichtag", "2026-12-31", *root]) == 0
    report = copy_of_content / "_build/ausgabe/auswertung"
    everything = "".join(contents(report))
    assert PLANTED not in everything
    assert "7,5" not in everything  # private, and the two offices say different things
    assert_totals(report)


def by_browser(name: str, hours: str, clear: str) -> str:
    """The file that the browser saves, written by hand."""
    answers = {
        "erprobungsprotokoll.stadt": name,
        "erprobungsprotokoll.stunden": int(hours),
        "erprobungsprotokoll.verstaendlich": clear,
        "erprobungsprotokoll.mittel[1].mittel": "Zwischennutzung",
        "eigentuemergespraech.objekt": f"{PLANTED} {name}",
    }
    head = {"format": "kompass-antworten", "version": 1, "ausgabe": "1", "stadt": name, "ags": ""}
    return json.dumps({**head, "blaetter": {}, "antworten": answers})


def contents(folder: Path):
    """Everything that the report's files hold, parts of zipped ones too."""
    for path in folder.rglob("*"):
        if path.suffix in (".docx", ".xlsx"):
            with zipfile.ZipFile(path) as package:
                yield from (
                    package.read(name).decode("utf-8", "ignore") for name in package.namelist()
                )
        elif path.suffix != ".pdf" and path.is_file():
            yield path.read_text(encoding="utf-8", errors="ignore")


def assert_totals(report: Path) -> None:
    """Three towns with 10, 20 and 30 hours: 20 on average; all used the same instrument."""
    (page,) = report.glob("*.html")
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.read_text(encoding="utf-8")))
    for words in (
        "liegen Antworten aus 3 Städten vor",
        "Das häufigste Instrument ist „Zwischennutzung“: 3 Städte",
        "verständlich: 4,0",
        "Stunden je Woche 3 20,0",
        "Gelesen wurden 4 Dateien",
    ):
        assert words in text
