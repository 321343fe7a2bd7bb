"""The rules that reading itself enforces; ``checks`` adds those that need the whole stock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..model.findings import Severity


@dataclass(frozen=True)
class Rule:
    """One rule: its id in reports, a German title, and help that says what to do."""

    id: str
    title: str
    help: str
    severity: Severity = Severity.ERROR


READING_RULES: tuple[Rule, ...] = (
    Rule(
        "datei",
        "Datei ist lesbar",
        "Die Datei ist eine gewöhnliche Datei im Projekt und höchstens 1 MB groß.",
    ),
    Rule(
        "kodierung",
        "Kodierung ist UTF-8",
        "Bitte im Editor als UTF-8 ohne BOM speichern.",
    ),
    Rule(
        "steuerzeichen",
        "Keine unsichtbaren Steuerzeichen",
        "Steuerzeichen kommen meist aus der Zwischenablage. Bitte die Stelle neu tippen.",
    ),
    Rule(
        "tabulator",
        "Keine Tabulatoren im Kopf",
        "YAML rückt mit Leerzeichen ein. Bitte jeden Tabulator durch zwei Leerzeichen ersetzen.",
    ),
    Rule(
        "kopf",
        "Genau ein Kopf zwischen zwei Zeilen „---“",
        "Die Datei beginnt in Zeile 1 mit „---“; nach den Angaben schließt eine zweite "
        "Zeile „---“ den Kopf. Danach folgt der Text.",
    ),
    Rule(
        "yaml",
        "Der Kopf ist gültiges YAML",
        "Texte mit Doppelpunkt, Raute oder Sonderzeichen am Anfang in einfache "
        "Anführungszeichen setzen; Klammern und Anführungszeichen schließen.",
    ),
    Rule(
        "yaml-verweis",
        "Keine Anker, Verweise und Typangaben in YAML",
        "„&name“, „*name“, „<<“ und „!typ“ sind nicht erlaubt. Bitte die Angabe ausschreiben.",
    ),
    Rule(
        "verschachtelung",
        "Der Kopf ist nicht zu tief oder zu lang",
        "Angaben sind höchstens fünf Ebenen tief.",
    ),
    Rule(
        "schluessel-doppelt",
        "Jeder Schlüssel steht nur einmal",
        "Bitte eine der beiden Zeilen löschen oder beide zusammenführen.",
    ),
    Rule(
        "schluessel-unbekannt",
        "Nur bekannte Schlüssel",
        "Die Tabelle der Angaben nennt alle Schlüssel jeder Art.",
    ),
    Rule("pflichtfeld", "Pflichtangaben sind da", "Bitte die fehlende Angabe ergänzen."),
    Rule("leer", "Keine leeren Angaben", "Bitte ausfüllen oder die Zeile löschen."),
    Rule(
        "form",
        "Text, Liste und Angaben in der richtigen Form",
        "Liste: „[a, b]“. Angaben: „{wert: 12, quelle: q1}“.",
    ),
    Rule("zahl", "Zahlen bestehen aus Ziffern", "Ohne Tausenderpunkt; Dezimalstellen mit Punkt."),
    Rule("jahr", "Jahre haben vier Ziffern", "Zum Beispiel 2024."),
    Rule("datum", "Datum als JJJJ-MM-TT", "Wo erlaubt, genügen auch JJJJ-MM oder JJJJ."),
    Rule("ja-nein", "ja oder nein", "Andere Wörter wie „yes“ oder „true“ gelten nicht."),
    Rule(
        "auswahl",
        "Nur Werte aus den Listen",
        "Die erlaubten Werte stehen in kompass/listen.yaml.",
    ),
    Rule("doppelter-wert", "Kein Wert doppelt in einer Liste", "Bitte einen löschen."),
    Rule(
        "adresse",
        "Web-Adressen haben die richtige Form",
        "http:// oder https://, ein Rechnername mit Punkt, keine Leerzeichen, keine Zugangsdaten.",
    ),
    Rule(
        "kennung",
        "Dateinamen und Kennungen",
        "Kleinbuchstaben a–z, Ziffern und einfache Bindestriche, höchstens 80 Zeichen.",
    ),
    Rule(
        "art",
        "Die Art der Seite ist bekannt",
        "fall, pilot, instrument, schritt, arbeitsblatt, glossar oder seite.",
    ),
    Rule(
        "ordner",
        "Die Datei liegt im Ordner ihrer Art",
        "Fälle in bestpractice/, Pilotprojekte in pilots/ und so weiter; "
        "Dateien namens index.md sind immer „art: seite“.",
    ),
    Rule(
        "listen",
        "kompass/listen.yaml ist vollständig",
        "Jede Liste, die ein Feld braucht, ist da; jeder Wert hat name und erklaerung.",
    ),
    Rule(
        "umbenannt",
        "kompass/umbenannt.yaml nennt Stellen und Seiten",
        "Je Zeile „blatt.altes-feld: blatt.neues-feld“; Spalten als „blatt.tabelle[].spalte“. "
        "Seiten als „ordner/alter-name: ordner/neuer-name“.",
    ),
    Rule(
        "orte",
        "kompass/orte.yaml sagt zu jedem Ort, wo er liegt",
        "Je Ort eine Zeile mit lat und lon, mit „wie“ oder mit „karte: nein“.",
    ),
    Rule(
        "pilotkriterien",
        "pilots/kriterien.yaml nennt jedes Kriterium",
        "Je Kriterium: mindest (ja, nein oder offen) und fehlt (was zu tun ist).",
    ),
)

RULES: Mapping[str, Rule] = {rule.id: rule for rule in READING_RULES}
