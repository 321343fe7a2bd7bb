"""The fields of the alliance's data, by section; files lie in ``pilots/buendnis``."""

from __future__ import annotations

from .buendnis import Anschrift, Arbeitsgruppe, Beleg, Mitglied, Mitgliederzahl, Termin
from .felder import Field, Kind
from .felder_angaben import QUELLE
from .records import Quelle

_SOURCE = (
    Field(
        "quelle",
        "Quelle",
        "Kennung aus quellen.yaml, zum Beispiel s1.",
        Kind.TEXT,
        required=True,
        refers_to="quelle",
    ),
    Field("fundstelle", "Fundstelle", "Kapitel, Seite oder Tagesordnungspunkt.", Kind.TEXT),
)
_STAND = Field("stand", "Stand", "Von wann die Angabe ist.", Kind.APPROXIMATE_DATE, required=True)
TERMIN = (
    Field("art", "Art", "Art des Termins.", Kind.CHOICE, required=True, choices="terminart"),
    Field("titel", "Titel", "Wie der Termin heißt.", Kind.TEXT, required=True),
    Field("datum", "Datum", "Tag, sonst Monat oder Jahr.", Kind.APPROXIMATE_DATE),
    Field("von", "Von", "Beginn, wenn kein Tag bekannt ist.", Kind.APPROXIMATE_DATE),
    Field("bis", "Bis", "Ende, wenn kein Tag bekannt ist.", Kind.APPROXIMATE_DATE),
    Field("anzahl", "Anzahl", "Wie viele es von bis waren.", Kind.NUMBER, minimum=1),
    Field("insgesamt", "Insgesamt", "ja: anzahl zählt einzeln genannte mit.", Kind.YES_NO),
    Field("ag", "Arbeitsgruppe", "Kennung der Arbeitsgruppe.", Kind.CHOICE, choices="ag"),
    Field("ort", "Ort", "Wo.", Kind.TEXT),
    Field("ergebnis", "Ergebnis", "Was herauskam, ein Satzteil.", Kind.TEXT),
    Field("angekuendigt", "Angekündigt", "ja: die Quelle ist älter.", Kind.YES_NO),
    *_SOURCE,
)
MITGLIED = (
    Field("name", "Name", "Name der Institution.", Kind.TEXT, required=True),
    Field("bereich", "Bereich", "Bereich.", Kind.CHOICE, required=True, choices="mitgliedsbereich"),
    Field("genannt", "Genannt", "Stand der Quelle.", Kind.APPROXIMATE_DATE, required=True),
    Field("neu", "Neu", "Wann es als neu gemeldet wurde.", Kind.APPROXIMATE_DATE),
    *_SOURCE,
)
MITGLIEDERZAHL = (
    Field("angabe", "Angabe", "In Worten der Quelle.", Kind.TEXT, required=True),
    _STAND,
    *_SOURCE,
)
ARBEITSGRUPPE = (
    Field("ag", "Arbeitsgruppe", "Kennung.", Kind.CHOICE, required=True, choices="ag"),
    Field("leitung", "Leitung", "Institution, keine Person.", Kind.TEXT, required=True),
    Field("schwerpunkt", "Schwerpunkt", "Womit sie sich befasst.", Kind.TEXT, required=True),
    _STAND,
    *_SOURCE,
)
ANSCHRIFT = (
    Field("stelle", "Stelle", "Name der Stelle, keine Person.", Kind.TEXT, required=True),
    Field("anschrift", "Anschrift", "Straße, Postleitzahl, Ort.", Kind.TEXT, required=True),
    Field("url", "Adresse", "Web-Adresse.", Kind.URL),
    _STAND,
    *_SOURCE,
)
SECTIONS: dict[str, tuple[type[Beleg], tuple[Field, ...]]] = {
    "termine": (Termin, TERMIN),
    "mitglieder": (Mitglied, MITGLIED),
    "mitgliederzahlen": (Mitgliederzahl, MITGLIEDERZAHL),
    "arbeitsgruppen": (Arbeitsgruppe, ARBEITSGRUPPE),
    "anschriften": (Anschrift, ANSCHRIFT),
}
"""Lists by section; a file may hold any of them, and ``quellen`` besides."""
QUELLEN = Field(
    "quellen",
    "Quellen",
    "Alle Quellen, jede mit einer Kennung wie s1.",
    Kind.KEYED_RECORDS,
    record=Quelle,
    fields=QUELLE,
)
