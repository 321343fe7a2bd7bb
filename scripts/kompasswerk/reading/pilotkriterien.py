"""The criteria of pilot projects, ``pilots/kriterien.yaml``."""

from __future__ import annotations

from ..model.felder import Field, Kind
from ..model.pilotkriterien import NO, OPEN, YES, Pilotkriterien, Pruefkriterium
from .fields import read_fields
from .head import read_head
from .notes import Notes, Place
from .shapes import built
from .wording import quoted

RULE = "pilotkriterien"
CRITERION = (
    Field("mindest", "Mindestkriterium", "ja, nein oder offen.", Kind.TEXT, required=True),
    Field("fehlt", "Was fehlt", "Was zu tun ist, wenn es fehlt.", Kind.TEXT, required=True),
)
FIELDS = (
    Field("quelle", "Quelle", "Woher die Kriterien stammen.", Kind.TEXT, required=True),
    Field(
        "stadtgroessen",
        "Stadtgrößen",
        "Größenklassen, für die Pilotprojekte gedacht sind.",
        Kind.CHOICES,
        required=True,
        choices="groessenklasse",
    ),
    Field(
        "kriterien",
        "Kriterien",
        "Alle Kriterien der Liste kriterium.",
        Kind.KEYED_RECORDS,
        required=True,
        choices="kriterium",
        record=Pruefkriterium,
        fields=CRITERION,
    ),
)


def read_criteria(text: str, place: Place, notes: Notes) -> Pilotkriterien | None:
    """Return the criteria of a YAML text, ``None`` without them; what is wrong is in ``notes``.

    A flag that is neither ``ja`` nor ``nein`` nor ``offen`` counts as ``offen``.
    """
    pairs = read_head(text, place, notes)
    if pairs is None:
        return None
    values = read_fields(pairs, FIELDS, Pilotkriterien, place, notes)
    criteria: Pilotkriterien | None = built(Pilotkriterien, values)
    if criteria is None:
        return None
    known = {each.kennung for each in criteria.kriterien}
    for key in place.vocabulary.keys("kriterium"):
        if key not in known:
            message = f"Das Kriterium {quoted(key)} fehlt. Bitte ergänzen."
            notes.report(place.at(f"kriterien.{key}", 1), RULE, message)
    for each in criteria.kriterien:
        if each.mindest not in (YES, NO, OPEN):
            key = f"kriterien.{each.kennung}.mindest"
            message = f"{quoted(each.mindest)} passt nicht. Bitte ja, nein oder offen schreiben."
            notes.report(place.at(key, notes.lines.get(key, 1)), RULE, message)
    return criteria
