"""Which instruments, sheets and funding programmes fit a town."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.german import date, sentences
from ..model.seiten import Arbeitsblatt, Instrument, Programm
from .choice import Gewaehlt, Gruppe, Kandidat, Umfang, pick
from .handbook import Handbuch
from .profile import Profil
from .steps import names, situations

INSTRUMENTE, BLAETTER = "Instrumente", "Arbeitsblätter"
VORLAGEN, PROGRAMME = "Briefe und Vorlagen", "Förderprogramme"
LETTERS = ("eigentuemerbrief", "expose", "beschlussvorlage")
MOST_LETTERS = 2
SELF_CHECK, TRIAL = "selbstcheck", "erprobungsprotokoll"
ENTRY_SAYS = "Ihr Einstieg nennt es"
MILD = ("informell", "organisatorisch")
PURPOSES = {
    "ladenlokal": "laden-gruendung",
    "kaufhaus": "innenstadt",
    "wohnhaus": "wohnen",
    "fachwerkhaus": "denkmal",
    "kirche-kloster": "denkmal",
    "hofstelle": "sanierung",
    "gasthof": "sanierung",
    "strasse-platz": "innenstadt",
    "brache": "brache-abriss",
    "fabrik": "brache-abriss",
}
"""Building → purpose of funding that is most about it; judgement of the editors."""
_NAMED = 4


def choose_tools(
    profil: Profil, handbuch: Handbuch, umfang: Umfang, steps: frozenset[str]
) -> Gruppe:
    """Return the instruments for size, buildings and chosen steps (slugs), mild ones first."""
    found = (_tool(each, profil, handbuch, steps) for each in handbuch.instrumente)
    return pick(INSTRUMENTE, found, umfang.instrumente)


def _tool(tool: Instrument, profil: Profil, handbuch: Handbuch, steps: frozenset[str]) -> Kandidat:
    named = situations(profil, handbuch, "instrument", tool.slug)
    shared = tuple(key for key in tool.gebaeudetyp if key in profil.gebaeude)
    about = [each for each in handbuch.schritte if each.slug in steps & set(tool.schritte)]
    points = _NAMED * bool(named) + 2 * len(shared[:2]) + len(about[:2]) + (tool.kategorie in MILD)
    against = ""
    if tool.geeignet_fuer and profil.groessenklasse not in tool.geeignet_fuer:
        against = "Nicht für Ihre Größe."
    elif profil.gebaeude and tool.gebaeudetyp and not shared:
        against = "Andere Gebäude."
    elif not about and not named:
        against = "Gehört zu anderen Schritten."
    numbers = " und ".join(str(each.nummer) for each in about[:2])
    reason = sentences(
        ENTRY_SAYS if named else "",
        f"Passt zu: {handbuch.labels('gebaeudetyp', shared)}" if shared else "",
        f"Gehört zu Schritt {numbers}" if numbers else "",
    )
    return Kandidat(tool, points, reason, against, named | set(shared))


def choose_sheets(
    profil: Profil, handbuch: Handbuch, umfang: Umfang, steps: frozenset[str]
) -> tuple[Gruppe, Gruppe]:
    """Return the sheets and the letters of the chosen steps, both in the order of their numbers.

    The Selbstcheck is in unless it has been filled in; so is the trial log, with which towns
    say what was of use.
    """
    found = [_sheet(each, profil, handbuch, umfang, steps) for each in handbuch.blaetter]
    letters = [each for each in found if each.seite.slug in LETTERS]
    sheets = pick(BLAETTER, (e for e in found if e not in letters), umfang.blaetter)
    return _by_number(sheets, handbuch), _by_number(pick(VORLAGEN, letters, MOST_LETTERS), handbuch)


def _sheet(
    sheet: Arbeitsblatt, profil: Profil, handbuch: Handbuch, umfang: Umfang, steps: frozenset[str]
) -> Kandidat:
    named = ("arbeitsblatt", sheet.slug) in names(profil, handbuch)
    step = next((each.nummer for each in handbuch.schritte if each.slug == sheet.schritt), 0)
    inside = sheet.schritt in steps
    first = any(
        ("arbeitsblatt", sheet.slug) in handbuch.einstiege[key].sofort
        for key in profil.lage
        if key in handbuch.einstiege
    )
    points = _NAMED * (named + first) + 2 * inside + (sheet.slug in handbuch.wenige)
    if sheet.slug == TRIAL:
        return Kandidat(sheet, 3 * _NAMED, "Damit sagen Sie, was geholfen hat und was fehlt.")
    if sheet.slug == SELF_CHECK:
        filled = "Haben Sie schon ausgefüllt." if profil.frage or profil.beginn else ""
        return Kandidat(sheet, 3 * _NAMED, "Zeigt, wo Sie stehen.", filled)
    reason = sentences(ENTRY_SAYS if named else "", f"Gehört zu Schritt {step}" if step else "")
    against = ""
    if not named and not inside:
        against = f"Gehört zu Schritt {step}." if step else "Gehört zu anderen Schritten."
    elif not umfang.schwer and not named and sheet.slug not in handbuch.wenige:
        against = "Sie haben wenig Zeit."
    return Kandidat(sheet, points, reason, against)


def _by_number(gruppe: Gruppe, handbuch: Handbuch) -> Gruppe:
    order = [each.path for each in handbuch.blaetter]
    chosen = sorted(gruppe.gewaehlt, key=lambda each: order.index(each.seite.path))
    left = sorted(gruppe.weggelassen, key=lambda each: order.index(each.seite.path))
    return Gruppe(gruppe.titel, tuple(chosen), tuple(left))


def choose_programmes(
    profil: Profil, handbuch: Handbuch, umfang: Umfang, tools: tuple[Gewaehlt, ...]
) -> Gruppe:
    """Return the programmes for the chosen instruments and the buildings that are still open."""
    found = (_programme(each, profil, handbuch, tools) for each in handbuch.programme)
    return pick(PROGRAMME, found, umfang.programme)


def _programme(
    programme: Programm, profil: Profil, handbuch: Handbuch, tools: tuple[Gewaehlt, ...]
) -> Kandidat:
    named = ("programm", programme.slug) in names(profil, handbuch)
    shared = [each.seite.titel for each in tools if each.seite.slug in programme.instrumente]
    wanted = {PURPOSES[key] for key in profil.gebaeude if key in PURPOSES}
    purposes = tuple(key for key in programme.zweck if key in wanted)
    town = "kommune" in programme.antragsteller
    running = programme.status == "laufend"
    points = _NAMED * named + 2 * len(shared[:2]) + 2 * bool(purposes) + 2 * town + running
    against = ""
    if programme.status == "ausgelaufen":
        against = "Ausgelaufen."
    elif not (named or shared or purposes):
        against = "Anderer Zweck."
    return Kandidat(
        programme,
        points,
        sentences(*_why(programme, named, shared, handbuch.labels("foerderzweck", purposes))),
        against,
    )


def _why(programme: Programm, named: bool, shared: list[str], purposes: str) -> Iterator[str]:
    yield ENTRY_SAYS if named else ""
    yield f"Passt zu: {', '.join(shared)}" if shared else ""
    yield f"Zweck: {purposes}" if purposes and not shared else ""
    town = "kommune" in programme.antragsteller
    yield "Die Kommune kann beantragen" if town else "Für die Eigentümerseite oder Dritte"
    known = {"laufend": "läuft", "angekuendigt": "angekündigt"}.get(
        programme.status, "Stand unklar"
    )
    yield f"Nach den Quellen ({date(programme.informationsstand)}): {known}"
