"""Fields of every kind of page, in the order in which editors and readers meet them."""

from __future__ import annotations

from .felder import Field, Kind
from .felder_angaben import (
    BEGRIFF,
    BILD,
    EINWOHNER,
    FOERDERUNG,
    GEMEINDE,
    INDIKATOR,
    KONTAKT,
    KOSTEN,
    KRITERIUM,
    QUELLE,
    STANDORT,
    STATUS,
    WIRKUNG,
    ZEITRAUM,
)
from .records import (
    Begriff,
    Bild,
    Einwohner,
    Foerderung,
    Gemeinde,
    Indikator,
    Kontakt,
    Kosten,
    Kriterium,
    Quelle,
    Standort,
    Status,
    Wirkung,
    Zeitraum,
)

TEXT, NUMBER, YEAR, DATE = Kind.TEXT, Kind.NUMBER, Kind.YEAR, Kind.DATE
CHOICE, CHOICES, REFERENCES = Kind.CHOICE, Kind.CHOICES, Kind.REFERENCES

TITEL = Field("titel", "Titel", "Überschrift der Seite.", TEXT, required=True, max_length=120)
KURZ = Field("kurz", "Kurz gesagt", "Ein Satz für Listen und Karten.", TEXT, max_length=200)
GEMEINSAM = (
    Field(
        "freigabe",
        "Freigabe",
        "Bearbeitungsstand; „freigegeben“ setzt nur die AG.",
        CHOICE,
        required=True,
        choices="freigabe",
    ),
    Field("stand", "Stand", "Tag der letzten Bearbeitung.", DATE, required=True),
    Field("pruefen_bis", "Prüfen bis", "Bis dahin wird die Seite erneut geprüft.", DATE),
    Field(
        "bilder",
        "Bilder",
        "Lizenz und Herkunft jedes Bildes der Seite.",
        Kind.RECORDS,
        record=Bild,
        fields=BILD,
    ),
    Field(
        "quellen",
        "Quellen",
        "Alle Quellen der Seite, jede mit einer Kennung wie q1.",
        Kind.KEYED_RECORDS,
        record=Quelle,
        fields=QUELLE,
    ),
)
AUSNAHME = Field(
    "ausnahme",
    "Ausnahme",
    "Warum weniger als zwei Quellen genügen; nur dann ausfüllen.",
    TEXT,
    max_length=200,
)
MASSNAHMENFELD = Field(
    "massnahmenfeld",
    "Maßnahmenfeld",
    "Maßnahmenfelder des Bündnisses.",
    CHOICES,
    choices="massnahmenfeld",
)
SCHRITTE = Field(
    "schritte", "Schritte", "Zu welchen Schritten es passt.", REFERENCES, refers_to="schritt"
)
INSTRUMENTE = Field(
    "instrumente",
    "Instrumente",
    "Welche Instrumente eingesetzt werden.",
    REFERENCES,
    refers_to="instrument",
)
GEBAEUDETYP = Field(
    "gebaeudetyp",
    "Gebäudetyp",
    "Um welche Gebäude oder Flächen es geht.",
    CHOICES,
    choices="gebaeudetyp",
)

FALL = (
    TITEL,
    Field("kurz", "Kurz gesagt", "Ein Satz für Listen und Karten.", TEXT, True, max_length=200),
    Field(
        "teaser", "Teaser", "Zwei bis drei Sätze, die neugierig machen.", TEXT, True, max_length=280
    ),
    Field("ort", "Ort", "Stadt oder Gemeinde.", TEXT, required=True),
    Field("land", "Land", "Bundesland, sonst Staat und Region.", TEXT, required=True),
    Field(
        "einwohner",
        "Einwohner",
        "Einwohnerzahl mit Stand und Quelle; weglassen, wenn sie nicht belegt ist.",
        Kind.RECORD,
        record=Einwohner,
        fields=EINWOHNER,
        shorthand="wert",
        needs_source=True,
    ),
    Field("ansatz", "Ansatz", "Wie der Leerstand bewältigt wird.", CHOICES, True, choices="ansatz"),
    Field(
        "gebaeudetyp",
        "Gebäudetyp",
        "Um welche Gebäude oder Flächen es geht.",
        CHOICES,
        required=True,
        choices="gebaeudetyp",
    ),
    Field("akteure", "Akteure", "Wer mitwirkt.", CHOICES, required=True, choices="akteure"),
    MASSNAHMENFELD,
    Field("eigentum", "Eigentum", "Wem Gebäude oder Fläche gehört.", CHOICES, choices="eigentum"),
    Field(
        "zeitraum",
        "Zeitraum",
        "Beginn und Ende in Jahren.",
        Kind.RECORD,
        required=True,
        record=Zeitraum,
        fields=ZEITRAUM,
        needs_source=True,
    ),
    Field(
        "kosten",
        "Kosten",
        "Beträge, jeweils mit Zweck und Quelle.",
        Kind.RECORDS,
        record=Kosten,
        fields=KOSTEN,
        needs_source=True,
    ),
    Field(
        "foerderung",
        "Förderung",
        "Wer das Vorhaben gefördert hat.",
        Kind.RECORDS,
        record=Foerderung,
        fields=FOERDERUNG,
        needs_source=True,
    ),
    INSTRUMENTE,
    SCHRITTE,
    Field(
        "aufwand",
        "Aufwand",
        "Einschätzung der Redaktion für eine kleine Stadt.",
        CHOICE,
        choices="aufwand",
    ),
    Field(
        "wirkung",
        "Wirkung",
        "Gemessene Wirkung: Kennzahl, vorher, nachher.",
        Kind.RECORDS,
        record=Wirkung,
        fields=WIRKUNG,
        needs_source=True,
    ),
    Field("beleg", "Beleg", "Wie gut der Fall belegt ist.", CHOICE, required=True, choices="beleg"),
    Field(
        "kontakt",
        "Kontakt",
        "Zuständige Stelle, keine Privatpersonen.",
        Kind.RECORD,
        record=Kontakt,
        fields=KONTAKT,
    ),
    *GEMEINSAM,
    AUSNAHME,
)

PILOT = (
    TITEL,
    KURZ,
    Field("ag", "Arbeitsgruppe", "Arbeitsgruppe des Bündnisses.", CHOICE, True, choices="ag"),
    Field(
        "platz", "Platz", "Erster oder zweiter Platz der Arbeitsgruppe.", NUMBER, True, minimum=1
    ),
    Field(
        "status",
        "Status",
        "Stand des Vorhabens, ältester zuerst.",
        Kind.RECORDS,
        required=True,
        record=Status,
        fields=STATUS,
        needs_source=True,
    ),
    Field(
        "standorte",
        "Standorte",
        "Orte mit Termin.",
        Kind.RECORDS,
        record=Standort,
        fields=STANDORT,
        needs_source=True,
    ),
    Field("zielgruppen", "Zielgruppen", "An wen es sich richtet.", CHOICES, choices="zielgruppe"),
    MASSNAHMENFELD,
    Field(
        "kriterien",
        "Kriterien",
        "Urteil und Begründung je Kriterium.",
        Kind.KEYED_RECORDS,
        choices="kriterium",
        record=Kriterium,
        fields=KRITERIUM,
    ),
    Field("ansatz", "Ansatz", "Wie der Leerstand bewältigt wird.", CHOICES, choices="ansatz"),
    GEBAEUDETYP,
    Field("finanzierung", "Finanzierung", "Was über die Finanzierung bekannt ist.", TEXT),
    Field(
        "finanzierungsstand",
        "Stand der Finanzierung",
        "Wie weit das Geld geklärt ist.",
        CHOICE,
        choices="finanzierungsstand",
    ),
    Field(
        "indikatoren",
        "Indikatoren",
        "Woran der Erfolg gemessen wird: Ausgangswert, Ziel, Ist, jeweils mit Datum.",
        Kind.RECORDS,
        record=Indikator,
        fields=INDIKATOR,
    ),
    *GEMEINSAM,
    AUSNAHME,
)

INSTRUMENT = (
    Field("titel", "Name", "Name des Instruments.", TEXT, required=True, max_length=120),
    Field("kurz", "Kurz gesagt", "Ein Satz für Listen und Karten.", TEXT, True, max_length=200),
    Field(
        "kategorie",
        "Art",
        "Um welche Art von Instrument es geht.",
        CHOICE,
        True,
        choices="kategorie",
    ),
    Field("rechtsgrundlage", "Rechtsgrundlage", "Gesetz und Paragraf mit Stand.", TEXT),
    Field("voraussetzungen", "Voraussetzungen", "Was vorher da sein muss.", TEXT),
    Field("aufwand", "Aufwand", "Geld, Zeit und Personal, soweit belegt.", TEXT),
    Field(
        "geeignet_fuer",
        "Geeignet für",
        "Größenklassen, für die es passt (Einschätzung der Redaktion).",
        CHOICES,
        choices="groessenklasse",
    ),
    GEBAEUDETYP,
    Field(
        "eigentuemerlage",
        "Lage der Eigentümerseite",
        "Bei welcher Haltung oder Lage der Eigentümerseite es passt (Einschätzung der Redaktion).",
        CHOICES,
        choices="eigentuemerlage",
    ),
    SCHRITTE,
    *GEMEINSAM,
    AUSNAHME,
)

PROGRAMM = (
    Field("titel", "Name", "Name des Programms.", TEXT, required=True, max_length=120),
    Field("kurz", "Kurz gesagt", "Ein Satz für Listen und Karten.", TEXT, True, max_length=200),
    Field("geber", "Geldgeber", "Wer das Geld gibt.", TEXT, required=True),
    Field("ebene", "Ebene", "Bund, Land, EU oder andere.", CHOICES, True, choices="ebene"),
    Field("zweck", "Zweck", "Wofür es Geld gibt.", CHOICES, True, choices="foerderzweck"),
    Field(
        "antragsteller",
        "Wer kann beantragen",
        "Wer einen Antrag stellen darf.",
        CHOICES,
        True,
        choices="antragsteller",
    ),
    Field("status", "Status", "Läuft es noch?", CHOICE, True, choices="programmstatus"),
    Field("satz", "Wie viel", "Fördersatz oder Höchstbetrag in einer Zeile.", TEXT, True),
    Field("frist", "Frist", "Bis wann, in einer Zeile.", TEXT, required=True),
    Field(
        "informationsstand",
        "Stand der Angaben",
        "Zeitpunkt der jüngsten Quelle.",
        Kind.APPROXIMATE_DATE,
        required=True,
    ),
    Field("adresse", "Adresse", "Web-Adresse des Geldgebers.", Kind.URL),
    INSTRUMENTE,
    *GEMEINSAM,
    AUSNAHME,
)

SCHRITT = (
    TITEL,
    Field("kurz", "Kurz gesagt", "Ein Satz für Listen und Karten.", TEXT, True, max_length=200),
    Field("nummer", "Nummer", "Platz in der Reihenfolge.", NUMBER, required=True, minimum=1),
    Field("ziel", "Ziel", "Was am Ende des Schritts vorliegt.", TEXT, required=True),
    INSTRUMENTE,
    *GEMEINSAM,
)

ARBEITSBLATT = (
    TITEL,
    KURZ,
    Field("nummer", "Nummer", "Nummer des Blatts.", NUMBER, required=True, minimum=1),
    Field(
        "schritt",
        "Schritt",
        "Zu welchem Schritt es gehört.",
        Kind.TEXT,
        required=True,
        refers_to="schritt",
    ),
    Field("dauer", "Dauer", "Minuten zum Ausfüllen.", NUMBER, minimum=1),
    Field("wer", "Wer", "Wer das Blatt ausfüllt.", TEXT),
    Field("braucht", "Braucht", "Was dazu auf dem Tisch liegen muss.", TEXT),
    Field(
        "teilen", "Antworten teilen", "Dürfen einzelne Antworten die Stadt verlassen?", Kind.YES_NO
    ),
    *GEMEINSAM,
)

GLOSSAR = (
    TITEL,
    KURZ,
    Field(
        "begriffe",
        "Begriffe",
        "Alle Begriffe mit Erklärung und Quelle.",
        Kind.RECORDS,
        required=True,
        record=Begriff,
        fields=BEGRIFF,
        needs_source=True,
    ),
    *GEMEINSAM,
)

GEMEINDELISTE = (
    TITEL,
    KURZ,
    Field("stichtag", "Stichtag", "Tag, von dem die Einwohnerzahlen sind.", DATE, required=True),
    Field(
        "gemeinden",
        "Gemeinden",
        "Alle Gemeinden der Zielgröße.",
        Kind.RECORDS,
        required=True,
        record=Gemeinde,
        fields=GEMEINDE,
    ),
    *GEMEINSAM,
)

SEITE = (TITEL, KURZ, *GEMEINSAM)
