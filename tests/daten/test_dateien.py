"""The files of open data, for a few pages written by hand."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from kompasswerk.daten.collection import SAMMLUNGEN, Entry, Head, Stock
from kompasswerk.daten.json_file import json_file
from kompasswerk.daten.schema import schema_of
from kompasswerk.daten.tables import csv_file
from kompasswerk.daten.workbook import xlsx_file
from kompasswerk.model.orte import Ort, Orte, Punkt
from kompasswerk.model.records import Einwohner, Kontakt, Kosten, Quelle, Wirkung, Zeitraum
from kompasswerk.model.seiten import Fall
from kompasswerk.model.vocabulary import Choice, Vocabulary

FAELLE = SAMMLUNGEN[0]
HEAD = Head("Kompass", "1", date(2026, 11, 22), "Entwurf", "CC BY 4.0", "Redaktion")
LISTS = {
    "ansatz": (Choice("umnutzung", "Umnutzung", "Neu genutzt."),),
    "gebaeudetyp": (
        Choice("ladenlokal", "Ladenlokal", "Laden."), Choice("bahnhof", "Bahnhof", "Bahn."),
    ),
    "akteure": (Choice("kommune", "Kommune", "Stadt."),),
    "beleg": (Choice("hoch", "gut belegt", "Zwei Quellen."),),
    "freigabe": (Choice("entwurf", "Entwurf", "Nicht geprüft."),),
    "groessenklasse": (Choice("klein", "Kleinstadt", "bis 20.000", ab=5000, unter=20000),),
}  # fmt: skip
FALL = Fall(
    slug="laden",
    path="bestpractice/laden.md",
    titel="Laden auf Zeit",
    kurz="Läden werden vermietet.",
    teaser="Die Stadt vermittelt.",
    freigabe="entwurf",
    stand="2026-11-20",
    ort="Musterstadt",
    land="Thüringen",
    einwohner=Einwohner(wert=12345, stand="2024", quelle="q1"),
    ansatz=("umnutzung",),
    gebaeudetyp=("ladenlokal", "bahnhof"),
    akteure=("kommune",),
    zeitraum=Zeitraum(beginn=2020, laufend="ja"),
    kosten=(Kosten(wert=44649, was="halbe Stelle", stand="2020"),),
    wirkung=(Wirkung(kennzahl="leere Läden", vorher=20, nachher=15, einheit="Läden"),),
    beleg="hoch",
    kontakt=Kontakt(stelle="Stadt Musterstadt", web="https://example.org"),
    quellen=(Quelle(kennung="q1", titel="Bericht", herausgeber="Stadt", jahr=2023),),
)
ORTE = Orte(
    {("Musterstadt", "Thüringen"): Ort("Musterstadt", "Thüringen", (Punkt("M", 50.98, 11.03),))},
    "GeoNames", "CC BY 4.0", "https://www.geonames.org/", vorhanden=True,
)  # fmt: skip


def stock(*pages: Fall) -> Stock:
    entries = tuple(
        Entry(f"bestpractice/{p.slug}", f"bestpractice/{p.slug}.html", p) for p in pages
    )
    return Stock(HEAD, {"fall": entries}, Vocabulary(LISTS), ORTE)


def read_csv(blob: bytes) -> list[dict[str, str]]:
    assert blob.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(StringIO(blob.decode("utf-8-sig"), newline=""), delimiter=";"))


def faults(document: object) -> list[str]:
    validator = Draft202012Validator(schema_of(FAELLE, Vocabulary(LISTS)))
    return [error.message for error in validator.iter_errors(document)]


def test_a_case_has_all_fields_under_their_german_keys():
    document = json.loads(json_file(FAELLE, stock(FALL)))
    assert (document["format"], document["version"]) == ("kompass-faelle", "1")
    assert (document["ausgabe"], document["stand"]) == ("1", "2026-11-22")
    assert document["listen"]["ansatz"]["umnutzung"]["name"] == "Umnutzung"
    (seite,) = document["seiten"]
    assert list(seite)[:5] == ["kennung", "seite", "seitenadresse", "titel", "kurz"]
    assert seite["seitenadresse"] == "bestpractice/laden.html"
    assert seite["einwohner"] == {"wert": 12345, "stand": "2024", "quelle": "q1"}
    assert seite["gebaeudetyp"] == ["ladenlokal", "bahnhof"]
    assert seite["quellen"][0]["kennung"] == "q1"
    assert (seite["aufwand"], seite["foerderung"]) == (None, [])
    assert seite["groessenklasse"] == "klein"
    assert seite["punkte"] == [{"name": "M", "lat": 50.98, "lon": 11.03}]


def test_the_schema_accepts_what_is_written():
    document = json.loads(json_file(FAELLE, stock(FALL, replace(FALL, einwohner=None))))
    assert faults(document) == []
    Draft202012Validator.check_schema(schema_of(FAELLE, Vocabulary(LISTS)))


@pytest.mark.parametrize(
    ("key", "value", "fault"),
    [
        ("ansatz", ["abriss"], "'abriss' is not one of ['umnutzung']"),
        ("stand", "20.11.2026", "'20.11.2026' does not match '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'"),
        ("titel", None, "None is not of type 'string'"),
        ("einwohner", {"wert": "12", "stand": None, "quelle": None}, "'12' is not of type"),
        ("privat", "x", "Additional properties are not allowed ('privat' was unexpected)"),
    ],
)
def test_the_schema_refuses_what_is_wrong(key, value, fault):
    document = json.loads(json_file(FAELLE, stock(FALL)))
    document["seiten"][0][key] = value
    (found,) = faults(document)
    assert found.startswith(fault)


def test_the_table_has_words_instead_of_keys_and_numbers_for_a_german_excel():
    (row,) = read_csv(csv_file(stock(FALL)))
    assert row["Titel"] == "Laden auf Zeit"
    assert row["Gebäudetyp"] == "Ladenlokal; Bahnhof"
    assert (row["Einwohner"], row["Breite"], row["Stand"]) == ("12345", "50,98", "2026-11-20")
    assert row["Kosten"] == "44.649 Euro: halbe Stelle (Stand 2020)"
    assert row["Wirkung"] == "leere Läden: vorher 20, nachher 15 Läden"
    assert (row["Kontakt"], row["Größenklasse"]) == ("Stadt Musterstadt", "Kleinstadt")


@pytest.mark.parametrize("evil", ["=1+1", "+49 36", "-2+3", "@SUM(A1)", "\t=1"])
def test_a_text_is_never_a_formula(evil):
    pages = stock(replace(FALL, titel=evil))
    (row,) = read_csv(csv_file(pages))
    assert row["Titel"] == f"'{evil}"
    sheet = load_workbook(BytesIO(xlsx_file(pages)))["Fälle"]
    assert (sheet["A2"].value, sheet["A2"].data_type) == (evil, "s")


def test_the_workbook_has_typed_cells_a_fixed_head_and_filters():
    book = load_workbook(BytesIO(xlsx_file(stock(FALL))))
    sheet = book["Fälle"]
    cells = dict(zip((c.value for c in sheet[1]), sheet[2], strict=True))
    assert (cells["Einwohner"].value, cells["Einwohner"].number_format) == (12345, "#,##0")
    assert (cells["Beginn"].value, cells["Beginn"].number_format) == (2020, "General")
    assert cells["Stand"].value.date() == date(2026, 11, 20)
    assert cells["Stand"].number_format == "dd.mm.yyyy"
    assert cells["Gebäudetyp"].value == "Ladenlokal\nBahnhof"
    assert cells["Gebäudetyp"].alignment.wrap_text
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:AE2")
    assert book["Über diese Datei"]["B5"].value.startswith("https://creativecommons.org/")


def test_the_same_pages_give_the_same_bytes():
    assert xlsx_file(stock(FALL)) == xlsx_file(stock(FALL))
    assert csv_file(stock(FALL)) == csv_file(stock(FALL))


def test_control_characters_do_not_break_the_workbook():
    sheet = load_workbook(BytesIO(xlsx_file(stock(replace(FALL, titel="a\x0bb")))))["Fälle"]
    assert sheet["A2"].value == "ab"
