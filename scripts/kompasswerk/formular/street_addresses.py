"""Addresses of houses in German texts. What may be one is taken for one: it must not come out."""

from __future__ import annotations

import re

# Every repetition has an end, or a long text would take minutes.
_HOUSE = r"\d{1,3}(?: ?[a-hA-H]\b)?"
_NUMBER = (
    rf"(?:,? {{1,3}}(?:Nr\.?|Nummer|Hausnummer))? {{1,3}}{_HOUSE}"
    rf"(?: ?[-–/+] ?{_HOUSE})?(?![\d.,]*\d)(?!\w)"
)
_KINDS = (
    "straße|strasse|str\\.|gasse|gässchen|gäßchen|gässle|weg|platz|plan|markt|allee|ring|damm|ufer|"
    "graben|anger|steig|stieg|pfad|promenade|chaussee|wall|zeile|winkel|siedlung|mauer|brücke|"
    "berg|hof|tor|park|garten|gärten|feld|leite|hang|rain|höhe|teich|mühle|kirche|schloss"
)
_ADJECTIVES = (
    "alte[rns]?|neue[rns]?|große[rns]?|kleine[rns]?|obere[rns]?|untere[rns]?|lange[rns]?|"
    "breite[rns]?|hohe[rns]?|hintere[rns]?|vordere[rns]?|erste[rns]?|zweite[rns]?"
)
_BEFORE = (
    r"(?:am|im|zum|zur|beim|vorm|unterm|hinterm|"
    r"(?:an|auf|in|bei|vor|hinter|unter|über|neben|zwischen) (?:der|dem|den|die|das))"
)
_NO_NAMES = (
    # what is counted or numbered
    "abbildung|absatz|abschnitt|abs|anfang|anhang|anlage|artikel|art|aufgabe|ausgabe|band|beispiel|"
    "bild|blatt|blätter|blättern|buch|datei|durchschnitt|ende|ergebnis|etage|excel|fall|fassung|"
    "feld|felder|formular|frage|fragen|größe|gruppe|jahr|jahre|jahren|kapitel|klasse|kriterium|"
    "liste|maßnahme|mittel|monat|nummer|nr|office|paragraf|phase|position|punkt|punkte|quartal|"
    "raum|reihe|satz|schnitt|schritt|schritte|schritten|seite|seiten|spalte|stand|stelle|stufe|"
    "stunde|tabelle|tag|teil|termin|thema|version|variante|vergleich|vorlage|word|windows|woche|"
    "wochen|zeile|zeitraum|ziel|zimmer|"
    # days
    "montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonnabends?|sonntags?|"
    "januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|"
    "frühjahr|frühling|sommer|herbst|winter|"
    # words that begin a sentence before a number
    "aber|aktuell|alle|allein|also|anfangs|auch|bereits|beide|bis|circa|dabei|dann|davon|dazu|"
    "derzeit|diese[rns]?|doch|dort|eine|etwa|fast|gegen|genau|gesamt|heute|hier|höchstens|"
    "insgesamt|innerhalb|jede[rns]?|jetzt|knapp|maximal|mehr|mindestens|nach|nicht|noch|nochmal|"
    "oder|ohne|rund|schon|seit|sind|statt|trotz|über|unsere?[rns]?|unter|ungefähr|weitere|wenn|"
    "weniger|wieder|wegen|zuerst|zuletzt|zurzeit|zusammen|zwischen"
)
_UNITS = (
    r"(?! {0,3}(?:%|€|°|:\d|Uhr|Prozent|Euro|EUR|Cent|Tsd|Mio|Millionen?|Läden|Ladenlokale|"
    r"Wohnungen|Häusern?|Gebäuden?|Stunden?|Std|Minuten?|Min|Tagen?|Wochen?|Monaten?|Jahren?|"
    r"Personen|Menschen|Leuten?|Quadratmeter|m²|m2|qm|km|Kilometer|Metern?|Stück|Einheiten|"
    r"Objekten?|Flächen|Betrieben?|Geschäften?|Punkten?|Seiten|Blättern?|Mal|mal|"
    r"Einwohner\w{0,5}|Eigentümer\w{0,5}|Städten?|Fällen?|Terminen?)(?!\w))"
)
_FIRST, _MORE = "[A-ZÄÖÜ]", r"[\w.'’-]{0,40}"
_WORD = _FIRST + _MORE
_ORDINARY = rf"(?!(?i:{_NO_NAMES})(?!\w))"
_STREETS = (
    rf"\b(?i:{_FIRST}){_MORE}(?i:{_KINDS}){_NUMBER}",  # Bahnhofstraße 3, topfmarkt 2a
    rf"\b(?i:{_BEFORE} (?:(?:{_ADJECTIVES}) )?{_ORDINARY}(?:{_KINDS})){_NUMBER}",  # am markt 5
    rf"\b(?:{_WORD} )?{_ORDINARY}(?={_FIRST})(?i:{_KINDS}){_NUMBER}",  # Markt 12, Breite Straße 3
    rf"\b(?i:{_KINDS}) (?:de[rs]|vom|von|am|zum|zur) (?:\d{{1,2}}\. )?{_WORD}(?: {_WORD})?"
    rf"{_NUMBER}",  # Platz der Republik 4
)
_NAMED = (  # Am Anger 5, An der alten Stadtmauer 3
    rf"\b(?i:{_BEFORE}) (?:(?i:{_ADJECTIVES}) )?{_ORDINARY}{_WORD}(?: {_WORD})?{_NUMBER}{_UNITS}"
)
_LETTERED = rf"\b{_ORDINARY}{_WORD} {{1,3}}\d{{1,3}} ?[a-h]\b"  # Rosental 4b
_ALONE = (  # Sperlingsruh 7, where a pause or the end follows
    rf"\b{_ORDINARY}{_FIRST}[\w'’-]{{3,40}}{_NUMBER}(?= {{0,3}}(?:[,.;:!?)]|$))"
)
_TOWN = rf"\b\d{{5}} {{1,3}}{_WORD}"  # 07381 Pößneck
ADDRESS = re.compile("|".join((*_STREETS, _NAMED, _LETTERED, _ALONE, _TOWN)), re.MULTILINE)
"""What may be the address of a house; „Blatt 6“, „3 Läden“ and „Montag 14 Uhr“ are none."""
