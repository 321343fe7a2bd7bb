"""Fields of the small records inside a page: a source, an amount, a verdict."""

from __future__ import annotations

from .felder import Field, Kind

TEXT, NUMBER, YEAR = Kind.TEXT, Kind.NUMBER, Kind.YEAR
ZEITPUNKT = Kind.APPROXIMATE_DATE

STAND = Field("stand", "Stand", "Zeitpunkt der Angabe.", ZEITPUNKT)
BELEG = Field("quelle", "Quelle", "Kennung der Quelle, zum Beispiel q1.", TEXT, refers_to="quelle")

QUELLE = (
    Field("titel", "Titel", "Titel des Textes.", TEXT, required=True),
    Field("herausgeber", "Herausgeber", "Wer den Text verantwortet.", TEXT, required=True),
    Field("url", "Adresse", "Web-Adresse, beginnt mit https:// oder http://.", Kind.URL),
    Field("jahr", "Jahr", "Erscheinungsjahr, wenn es bekannt ist.", YEAR),
    Field("gesehen", "Gesehen", "Wann die Quelle zuletzt gelesen wurde.", ZEITPUNKT),
    Field("fundstelle", "Fundstelle", "Seite oder Abschnitt, oder wo der Text liegt.", TEXT),
)
EINWOHNER = (
    Field("wert", "Zahl", "Nur Ziffern.", NUMBER, required=True, minimum=1),
    STAND,
    BELEG,
)
ZEITRAUM = (
    Field("beginn", "Beginn", "Jahr.", YEAR),
    Field("ende", "Ende", "Jahr; weglassen, wenn es nicht belegt ist.", YEAR),
    Field("laufend", "Läuft noch", "ja, nur wenn eine Quelle es belegt.", Kind.YES_NO),
    BELEG,
)
KOSTEN = (
    Field("wert", "Betrag", "Nur Ziffern.", NUMBER, required=True, minimum=0),
    Field("was", "Wofür", "Was damit bezahlt wurde.", TEXT, required=True),
    Field("einheit", "Einheit", "EUR, wenn nichts anderes angegeben ist.", TEXT),
    STAND,
    BELEG,
)
FOERDERUNG = (
    Field("name", "Geber oder Programm", "Name.", TEXT, required=True),
    Field("betrag", "Betrag in Euro", "Nur Ziffern.", NUMBER, minimum=0),
    STAND,
    BELEG,
)
WIRKUNG = (
    Field("kennzahl", "Kennzahl", "Was gemessen wurde.", TEXT, required=True),
    Field("vorher", "Vorher", "Wert vor der Maßnahme.", NUMBER),
    Field("nachher", "Nachher", "Wert nach der Maßnahme.", NUMBER, required=True),
    Field("einheit", "Einheit", "Zum Beispiel Läden, Prozent, EUR.", TEXT),
    STAND,
    BELEG,
)
KONTAKT = (
    Field("stelle", "Stelle", "Amt, Verein oder Unternehmen, keine Person.", TEXT, required=True),
    Field("web", "Adresse", "Web-Adresse der Stelle.", Kind.URL),
)
BILD = (
    Field("datei", "Datei", "Dateiname neben der Seite.", TEXT, required=True),
    Field("lizenz", "Lizenz", "Zum Beispiel CC BY 4.0.", TEXT, required=True),
    Field(
        "herkunft", "Herkunft", "Wer das Bild gemacht hat und woher es kommt.", TEXT, required=True
    ),
)
STATUS = (
    Field("stufe", "Stufe", "Wie weit das Vorhaben ist.", Kind.CHOICE, True, choices="pilotstatus"),
    Field("text", "Beschreibung", "Ein Satz.", TEXT, required=True),
    STAND,
    BELEG,
)
STANDORT = (
    Field("ort", "Ort", "Stadt oder Gemeinde.", TEXT, required=True),
    Field("termin", "Termin", "So genau, wie die Quelle ihn nennt.", TEXT),
    BELEG,
)
KRITERIUM = (
    Field(
        "erfuellt",
        "Erfüllt",
        "ja, teilweise, nein oder offen.",
        Kind.CHOICE,
        True,
        choices="erfuellt",
    ),
    Field("grund", "Begründung", "Ein Satz (Einschätzung der Redaktion).", TEXT, required=True),
    BELEG,
)
INDIKATOR = (
    Field("kennzahl", "Kennzahl", "Was gezählt oder gemessen wird.", TEXT, required=True),
    Field("einheit", "Einheit", "Zum Beispiel Läden, Prozent, Personen am Tag.", TEXT),
    Field("vorher", "Ausgangswert", "Wert vor dem Versuch.", NUMBER),
    Field("vorher_stand", "Gemessen am", "Wann der Ausgangswert gemessen wurde.", ZEITPUNKT),
    Field("ziel", "Ziel", "Welcher Wert erreicht werden soll.", NUMBER),
    Field("bis", "Bis", "Wann das Ziel erreicht sein soll.", ZEITPUNKT),
    Field("ist", "Ist", "Wert der letzten Messung.", NUMBER),
    STAND,
    BELEG,
)
BEGRIFF = (
    Field("begriff", "Begriff", "Das Wort.", TEXT, required=True),
    Field("definition", "Erklärung", "Ein bis zwei Sätze.", TEXT, required=True),
    Field("synonyme", "Auch", "Andere Wörter dafür.", Kind.TEXTS),
    BELEG,
)
GEMEINDE = (
    Field("name", "Gemeinde", "Amtlicher Name ohne „Stadt“.", TEXT, required=True),
    Field("ags", "Schlüssel", "Amtlicher Gemeindeschlüssel, acht Ziffern.", TEXT, required=True),
    Field("kreis", "Kreis", "Landkreis oder kreisfrei.", TEXT, required=True),
    Field("einwohner", "Einwohner", "Nur Ziffern.", NUMBER, required=True, minimum=1),
    Field("stadtrecht", "Stadt", "ja, wenn die Gemeinde eine Stadt ist.", Kind.YES_NO, True),
)
