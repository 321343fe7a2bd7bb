"""Letters pre-filled with what a town has answered: their ready texts stand on the worksheets.

The page of a sheet holds the text with gaps („[Anlass]“). Which field fills which gap is said
here; a gap without answer stays and asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..model.formular import Blatt, Stelle
from .answers import Ruecklauf
from .filling import Filler, Teil
from .passages import Absatz, read_passage

Slot = tuple[str, ...]
"""Fields that fill a gap together; „blatt.feld“ names one of another sheet."""


@dataclass(frozen=True)
class Vorlage:
    """A kind of letter: where its text stands and what fills its gaps.

    ``slots`` are by the words in the brackets, one for each time they come; the last one counts
    for all further times. ``anschrift`` stands above the text, ``kopf`` are fields shown above it.
    ``nur_wenn`` is a field that must say yes before anybody may read the letter; ``umfang`` is
    one that says what of it may be read, and ``braucht`` which of its values a gap needs, under
    the empty name that of all other gaps.
    """

    name: str
    blatt: str
    abschnitt: str
    slots: Mapping[str, tuple[Slot, ...]]
    titel: str = ""
    anschrift: tuple[str, ...] = ()
    kopf: tuple[str, ...] = ()
    nur_wenn: str = ""
    umfang: str = ""
    braucht: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Schreiben:
    """A letter as data: ``hinweise`` are for who sends it, and no part of the letter.

    ``anschrift`` are single lines above the title, ``kopf`` labelled facts below it.
    """

    titel: tuple[Teil, ...]
    absaetze: tuple[Absatz, ...]
    anschrift: tuple[tuple[Teil, ...], ...] = ()
    kopf: tuple[tuple[str, Teil], ...] = ()
    hinweise: tuple[str, ...] = ()

    @property
    def luecken(self) -> int:
        """How many gaps are left to fill."""
        lines = [self.titel, *self.anschrift, *(each.teile for each in self.absaetze)]
        parts = [*(part for line in lines for part in line), *(part for _, part in self.kopf)]
        return sum(part.luecke for part in parts)


def _one(*keys: str) -> tuple[Slot, ...]:
    return tuple((key,) for key in keys)


_BESCHLUSS = {
    "Gebiet": _one("gebiet"),
    "Stelle": _one("stelle"),
    "Zeit": _one("stunden"),
    "Eigenanteil": _one("eigenanteil"),
    "Haushaltsstelle": _one("haushalt"),
    "Anlass": _one("anlass"),
    "Alternativen": _one("alternative"),
    "beteiligte Ämter, zum Beispiel Bauamt und Kämmerei": ((),),
    "wer bisher zuständig ist": ((),),
    "Gespräch mit der Eigentümerseite: wann, mit welchem Ergebnis": ((),),
    "Betreff": _one("betreff"),
    "Gesamtkosten": _one("gesamt"),
    "Zuschuss": _one("zuschuss"),
    "Folgekosten": _one("folgekosten"),
}
_GREMIUM = ("gremium", "sitzung", "oeffentlich", "betreff")
VORLAGEN: Mapping[str, Vorlage] = {
    "auftrag": Vorlage(
        "Beschlussvorlage für den Auftrag",
        "beschlussvorlage",
        "B.",
        {**_BESCHLUSS, "Datum": _one("bis", "bericht")},
        titel="Beschlussvorlage",
        kopf=_GREMIUM,
    ),
    "vorhaben": Vorlage(
        "Beschlussvorlage für ein Vorhaben",
        "beschlussvorlage",
        "C.",
        {
            **_BESCHLUSS,
            "Datum": _one("bericht"),
            "Ziel und Zielwert aus Blatt 15": (
                ("massnahmenplan.danach-anders", "massnahmenplan.zielwert"),
            ),
            "ohne Zuschuss aus Blatt 16": _one("finanzierung.ohne"),
        },
        titel="Beschlussvorlage",
        kopf=_GREMIUM,
    ),
    "brief": Vorlage(
        "Brief an die Eigentümerseite",
        "eigentuemerbrief",
        "C.",
        {
            "Gebäude": _one("gebaeude"),
            "Anlass": _one("anlass"),
            "Angebot": _one("angebot"),
            "Termin": _one("termin"),
            "Treffpunkt": _one("ort"),
            "Ansprechstelle, erreichbar": (("stelle", "erreichbar"),),
            "Datum": _one("antwort-bis"),
            "Unterschrift": _one("unterschrift"),
        },
        anschrift=("[STADT]", "[Name und Anschrift]", "[Ort und Datum]"),
    ),
    "expose": Vorlage(
        "Objektexposé",
        "expose",
        "C.",
        {
            "Überschrift": _one("ueberschrift"),
            "Anschrift": _one("anschrift"),
            "Nutzfläche": _one("flaeche"),
            "Datum": (*_one("frei-ab"), ()),
            "zur Miete, zum Kauf, auf Zeit": _one("art"),
            "Betrag": _one("preis", "nebenkosten"),
            "Räume und Schaufenster": _one("raeume"),
            "Zustand": _one("zustand"),
            "Heizung, Anschlüsse, Internet": _one("ausstattung"),
            "stufenlos, mit Rampe, nur über Stufen": _one("zugang"),
            "geeignet für": _one("geeignet"),
            "nicht möglich": _one("nicht"),
            "Auflagen": _one("auflagen"),
            "Lage": _one("lage"),
            "Hilfe": _one("hilfe"),
            "Ansprechstelle": _one("stelle"),
        },
        nur_wenn="einwilligung",
        umfang="umfang",
        braucht={"Betrag": "Preis", "": "Text"},
    ),
}
CHECK_IT = "Entwurf aus dem Arbeitsbuch: vor Gebrauch prüfen lassen, Lücken ergänzen."
NOT_COVERED = "Die Einwilligung gilt nicht für: {}. Weggelassen; bitte auch nicht beilegen."
NO_CONSENT = "Die schriftliche Einwilligung ist nicht bestätigt. Bitte nicht veröffentlichen."


def write_letter(
    vorlage: Vorlage, text: str, ruecklauf: Ruecklauf, sheets: Mapping[str, Blatt]
) -> Schreiben:
    """Return a letter filled with answers; ``text`` is the page of its sheet in Markdown.

    :class:`.passages.NoPassageError` if the page lacks the section that holds the letter.
    """
    missing = _not_covered(vorlage, ruecklauf, sheets)
    withheld = frozenset(gap for gap in vorlage.slots if _needed(vorlage, gap) in missing)
    filler = Filler(ruecklauf, sheets, vorlage.blatt, vorlage.slots, withheld)
    passage = read_passage(text, vorlage.abschnitt)
    filled = [Absatz(tuple(filler.filled(each.teile)), each.nummer, each.klein) for each in passage]
    titel: tuple[Teil, ...] = (Teil(vorlage.titel),)
    if not vorlage.titel:
        titel, filled = _titled(filled)
    above = [tuple(filler.filled((Teil(line),))) for line in _named(vorlage.anschrift, ruecklauf)]
    facts = [filler.fact(key) for key in vorlage.kopf]
    notes = [CHECK_IT, *([NOT_COVERED.format(", ".join(missing))] if missing else [])]
    if vorlage.nur_wenn and not _agreed(vorlage, ruecklauf):
        notes.append(NO_CONSENT)
        filled.insert(0, Absatz((Teil(f"[{NO_CONSENT}]", luecke=True),)))
    return Schreiben(titel, tuple(filled), tuple(above), tuple(facts), tuple(notes))


def _titled(filled: Sequence[Absatz]) -> tuple[tuple[Teil, ...], list[Absatz]]:
    """Return the first paragraph as title, and the others."""
    plain = tuple(Teil(teil.text, luecke=teil.luecke) for teil in filled[0].teile)
    return plain, list(filled[1:])


def _named(lines: Sequence[str], ruecklauf: Ruecklauf) -> Iterator[str]:
    town = ruecklauf.stadt or "[Name der Stadt]"
    return (line.replace("[STADT]", town) for line in lines)


def _needed(vorlage: Vorlage, gap: str) -> str:
    return vorlage.braucht.get(gap, vorlage.braucht.get("", ""))


def _not_covered(
    vorlage: Vorlage, ruecklauf: Ruecklauf, sheets: Mapping[str, Blatt]
) -> tuple[str, ...]:
    """Return what the consent does not cover, in the order of its field; all if nobody said."""
    sheet = sheets.get(vorlage.blatt)
    asked = sheet.field(Stelle(vorlage.blatt, vorlage.umfang)) if sheet else None
    if asked is None:
        return ()
    said = [each for each in ruecklauf.of(vorlage.blatt, vorlage.umfang) if not each.zweifel]
    if not said and not _agreed(vorlage, ruecklauf):
        return ()  # a draft, which says itself that nobody may read it
    covered = [value for each in said if isinstance(each.wert, tuple) for value in each.wert]
    return tuple(value for value in asked.werte if value not in covered)


def _agreed(vorlage: Vorlage, ruecklauf: Ruecklauf) -> bool:
    answers = ruecklauf.of(vorlage.blatt, vorlage.nur_wenn)
    return any(each.wert is True and not each.zweifel for each in answers)
