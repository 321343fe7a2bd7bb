"""The places of the map, ``kompass/orte.yaml``: where each ``ort`` of a case lies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from ..model.felder import Field, Kind
from ..model.orte import Ort, Orte, Punkt
from ..model.records import Number
from .fields import read_fields
from .head import read_head
from .notes import Notes, Place
from .wording import quoted, way_out

RULE = "orte"
NO = "nein"


@dataclass(frozen=True, kw_only=True)
class Eintrag:
    """One line of the list as it stands there."""

    ort: str
    land: str
    lat: Number | None = None
    lon: Number | None = None
    name: str | None = None
    wie: tuple[str, ...] = ()
    karte: str | None = None


ENTRY_FIELDS = (
    Field("ort", "Ort", "Ort genau wie im Kopf des Falls.", Kind.TEXT, required=True),
    Field("land", "Land", "Land genau wie im Kopf des Falls.", Kind.TEXT, required=True),
    Field("lat", "Breite", "Grad nördlicher Breite, zum Beispiel 50.98.", Kind.NUMBER, minimum=0),
    Field("lon", "Länge", "Grad östlicher Länge, zum Beispiel 11.03.", Kind.NUMBER, minimum=0),
    Field("name", "Name", "Kurzer Name für die Karte.", Kind.TEXT, max_length=30),
    Field("wie", "Wie", "Andere Orte der Liste im selben Land.", Kind.TEXTS),
    Field("karte", "Karte", "nein, wenn es keinen einzelnen Ort gibt.", Kind.YES_NO),
)
FIELDS = (
    Field("quelle", "Quelle", "Woher die Lage der Orte stammt.", Kind.TEXT, required=True),
    Field("lizenz", "Lizenz", "Zum Beispiel CC BY 4.0.", Kind.TEXT, required=True),
    Field("adresse", "Adresse", "Web-Adresse der Quelle.", Kind.URL, required=True),
    Field(
        "orte",
        "Orte",
        "Alle Orte der Fälle.",
        Kind.RECORDS,
        required=True,
        record=Eintrag,
        fields=ENTRY_FIELDS,
    ),
)


def read_orte(text: str, place: Place, notes: Notes) -> Orte:
    """Return the places of a YAML text as far as they are right; the rest is in ``notes``."""
    pairs = read_head(text, place, notes)
    if pairs is None:
        return Orte(vorhanden=True)
    values = read_fields(pairs, FIELDS, Orte, place, notes)
    entries = cast("tuple[Eintrag, ...]", values.get("orte", ()))
    return Orte(
        orte=dict(_places(entries, place, notes)),
        quelle=str(values.get("quelle", "")),
        lizenz=str(values.get("lizenz", "")),
        adresse=str(values.get("adresse", "")),
        vorhanden=True,
    )


def _places(
    entries: Sequence[Eintrag], place: Place, notes: Notes
) -> Iterator[tuple[tuple[str, str], Ort]]:
    own = {(each.ort, each.land): point for each in entries if (point := _own(each))}
    seen: dict[tuple[str, str], int] = {}
    for each, line in zip(entries, notes.lines_with("ort", "land"), strict=False):
        key = (each.ort, each.land)
        here = place.at(each.ort, line)
        if key in seen:
            message = f"Der Ort steht schon in Zeile {seen[key]}. Bitte eine der Zeilen löschen."
            notes.report(here, RULE, message)
            continue
        seen[key] = line
        yield key, Ort(*key, _points(each, own, here, notes), line)


def _own(each: Eintrag) -> Punkt | None:
    if each.lat is None or each.lon is None:
        return None
    return Punkt(each.name or each.ort, float(each.lat), float(each.lon))


def _points(
    each: Eintrag, own: Mapping[tuple[str, str], Punkt], here: Place, notes: Notes
) -> tuple[Punkt, ...]:
    point = _own(each)
    ways = (point is not None, bool(each.wie), each.karte == NO)
    unclear = sum(ways) != 1 or (point is None and (each.lat, each.lon) != (None, None))
    # A value that is no number has its finding already.
    if unclear and here.line not in {finding.line for finding in notes.findings}:
        message = "Bitte entweder lat und lon angeben, oder „wie“, oder „karte: nein“."
        notes.report(here, RULE, message)
    if point is not None:
        return (point,)
    known = [ort for ort, land in own if land == each.land]
    for name in each.wie:
        if name not in known:
            message = f"{quoted(name)} steht nicht mit lat und lon in der Liste. "
            notes.report(here, RULE, message + way_out(name, known))
    return tuple(own[name, each.land] for name in each.wie if name in known)
