"""The hand-outs of ``pilots/kurzinfo.yaml``."""

from __future__ import annotations

from ..model.felder import Field, Kind
from ..model.felder_angaben import KONTAKT, QUELLE
from ..model.kurzinfo import Kurzinfo, Kurzinfos, Punkt
from ..model.records import Kontakt, Quelle
from .fields import read_fields
from .head import read_head
from .notes import Notes, Place
from .shapes import built

POINT = (
    Field("text", "Text", "Ein Satz.", Kind.TEXT, required=True),
    Field("quelle", "Quelle", "Kennung der Quelle.", Kind.TEXT, required=True),
)
SHEET = (
    Field("kennung", "Kennung", "Name der Datei.", Kind.TEXT, required=True),
    Field("titel", "Titel", "Überschrift.", Kind.TEXT, required=True),
    Field("fuer", "Für", "An wen es sich richtet.", Kind.TEXT, required=True),
    Field("ag", "Arbeitsgruppe", "Deren Pilotprojekte stehen darauf.", Kind.CHOICE, choices="ag"),
    Field(
        "punkte",
        "Punkte",
        "Sätze mit Quelle.",
        Kind.RECORDS,
        required=True,
        record=Punkt,
        fields=POINT,
    ),
    Field("faelle", "Fälle", "Dateinamen von Fällen mit Teaser.", Kind.TEXTS, required=True),
    Field("fragen", "Fragen", "Vorschläge der Redaktion.", Kind.TEXTS, required=True),
)
FIELDS = (
    Field(
        "kontakt",
        "Kontakt",
        "Wen Leserinnen und Leser fragen.",
        Kind.RECORD,
        required=True,
        record=Kontakt,
        fields=KONTAKT,
    ),
    Field(
        "kurzinfo",
        "Kurzinfo",
        "Alle Blätter.",
        Kind.RECORDS,
        required=True,
        record=Kurzinfo,
        fields=SHEET,
    ),
    Field(
        "quellen",
        "Quellen",
        "Alle Quellen, jede mit einer Kennung.",
        Kind.KEYED_RECORDS,
        required=True,
        record=Quelle,
        fields=QUELLE,
    ),
)


def read_kurzinfo(text: str, place: Place, notes: Notes) -> Kurzinfos | None:
    """Return the hand-outs of a YAML text, ``None`` without any; what is wrong is in ``notes``."""
    pairs = read_head(text, place, notes)
    if pairs is None:
        return None
    found: Kurzinfos | None = built(Kurzinfos, read_fields(pairs, FIELDS, Kurzinfos, place, notes))
    return found
