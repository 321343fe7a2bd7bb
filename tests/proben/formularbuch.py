"""A worksheet by hand with every kind of field, as the book holds it."""

from __future__ import annotations

from alle_bausteine import cell, p, t

from kompasswerk.buch.blocks import Answer, Block, Book, Cell, Page, Part, Row, Section, Table
from kompasswerk.model.formular import Blatt, FormKind, Formularfeld

SIZES = (
    *("unter 5.000 Menschen", "bis 10.000 Menschen", "bis 20.000 Menschen"),
    *("bis 50.000 Menschen", "bis 100.000 Menschen", "mehr Menschen"),
)
TOWN = Formularfeld("stadt", "Stadt oder Gemeinde", FormKind.TEXT, pflicht=True)
AREA = Formularfeld("flaeche", "Fläche", FormKind.NUMBER, einheit="Quadratmeter")
DAY = Formularfeld("stichtag", "Stichtag", FormKind.DATE)
NOTE = Formularfeld("notiz", "Was fiel auf?", FormKind.LONG_TEXT)
NEW = Formularfeld("neu", "Neu gebaut?", FormKind.YES_NO)
SPOT = Formularfeld("lage", "Wo liegt es?", FormKind.CHOICE, werte=("am Markt", "Rand"))
SIZE = Formularfeld("klasse", "Wie groß ist die Stadt?", FormKind.CHOICE, werte=SIZES)
MARK = Formularfeld("zustand", "Zustand", FormKind.SCALE, werte=("1", "2", "3", "4", "5"))
FLOOR = Formularfeld("teil", "Teil", FormKind.TEXT)
USE = Formularfeld("nutzung", "Nutzung", FormKind.CHOICE, werte=("Laden", "Wohnung"))
ROOM = Formularfeld("raum", "Größe", FormKind.NUMBER, einheit="m²")
HOUSE = Formularfeld(
    "haus", "Das Haus", FormKind.TABLE, zeilen=3, vorgaben=("Keller",), spalten=(FLOOR, USE, ROOM)
)
SHEET = Blatt(
    "probe", "Probeblatt", 3, "erfassen", (TOWN, AREA, DAY, NOTE, NEW, SPOT, SIZE, MARK, HOUSE)
)


def answer(field: Formularfeld, place: str, title: str, *children: Block) -> Cell:
    return Cell((Answer(field, f"probe.{place}", title, children),))


def asked(field: Formularfeld, *children: Block) -> Row:
    star = "\xa0*" if field.pflicht else ""
    return Row((cell(field.label + star), answer(field, field.key, field.label, *children)))


def in_row(number: int, field: Formularfeld, *children: Block) -> Cell:
    title = f"Das Haus, Zeile {number}: {field.label}"
    return answer(field, f"haus[{number}].{field.key}", title, *children)


def house_row(number: int, first: str = "") -> Row:
    use = p("☐\xa0Laden\xa0 ☐\xa0Wohnung")
    name = cell(first) if first else in_row(number, FLOOR)
    return Row((name, in_row(number, USE, use), in_row(number, ROOM)))


QUESTIONS = Table(
    (
        Row((cell("Frage"), cell("Ihre Antwort"))),
        asked(TOWN),
        asked(AREA, p("\xa0Quadratmeter")),
        asked(DAY),
        asked(NOTE, *(p("\xa0", "line") for _ in range(4))),
        asked(NEW, p("☐\xa0ja\xa0 ☐\xa0nein")),
        asked(SPOT, p("☐\xa0am\xa0Markt", "line"), p("☐\xa0Rand", "line")),
        asked(SIZE, p("\xa0 ".join(f"☐\xa0{size}" for size in SIZES))),
        asked(MARK, p("☐\xa01\xa0 ☐\xa02\xa0 ☐\xa03\xa0 ☐\xa04\xa0 ☐\xa05")),
    ),
    (42, 58),
    header_rows=1,
)
ROWS = Table(
    (
        Row((cell("Teil"), cell("Nutzung"), cell("Größe (m²)"))),
        house_row(1, "Keller"),
        house_row(2),
        house_row(3),
    ),
    (20, 18, 12),
    header_rows=1,
    form="probe.haus",
)


def form_book(*blocks: Block, **more: object) -> Book:
    """Return a book of one worksheet, by default with all its answers."""
    content = blocks or (QUESTIONS, p("Das Haus", "rubric"), ROWS)
    chapter = Section(
        1, t("Blatt 3: Probeblatt"), content, ("probe",), starts_page=True, sheet=SHEET.kennung
    )
    return Book(  # type: ignore[arg-type]
        "Arbeitsbuch",
        (Part((), (chapter,)),),
        number="2",
        pages=(Page("probe", "Probeblatt", "probe"),),
        sheets=(SHEET,),
        **more,
    )
