"""The teaser bank, ``bestpractice/teaser.yaml`` and ``pilots/teaser.yaml``."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from ..model.felder import Field, Kind
from ..model.teaser import LONG, SHORT, Teaser, Verwendung
from .fields import read_fields
from .head import read_head
from .notes import Notes, Place

USES = (
    Field("wo", "Wo", "Zum Beispiel Newsletter oder Presse.", Kind.TEXT, required=True),
    Field("wann", "Wann", "Jahr, Monat oder Tag.", Kind.APPROXIMATE_DATE, required=True),
)
TEASER = (
    Field("seite", "Seite", "Dateiname der Seite ohne .md.", Kind.TEXT, required=True),
    Field("kurz", "Kurz", "Für soziale Medien.", Kind.TEXT, required=True, max_length=SHORT),
    Field("lang", "Lang", "Für Presse und Newsletter.", Kind.TEXT, required=True, max_length=LONG),
    Field("quellen", "Quellen", "Kennungen der Quellen der Seite.", Kind.TEXTS, required=True),
    Field("bild", "Bild", "Datei aus den Bildern der Seite.", Kind.TEXT),
    Field(
        "verwendet",
        "Verwendet",
        "Wo und wann der Teaser erschienen ist.",
        Kind.RECORDS,
        record=Verwendung,
        fields=USES,
    ),
)
FIELDS = (
    Field(
        "teaser",
        "Teaser",
        "Alle Teaser.",
        Kind.RECORDS,
        required=True,
        record=Teaser,
        fields=TEASER,
    ),
)


def read_teasers(text: str, place: Place, notes: Notes) -> tuple[Teaser, ...]:
    """Return the teasers of a YAML text in its order; what is wrong is in ``notes``."""
    pairs = read_head(text, place, notes)
    if pairs is None:
        return ()
    values = read_fields(pairs, FIELDS, Teaser, place, notes)
    found = cast("tuple[Teaser, ...]", values.get("teaser", ()))
    lines = notes.lines_with("seite", "kurz", "lang", "quellen")
    return tuple(
        replace(each, datei=place.path, zeile=line)
        for each, line in zip(found, lines, strict=False)
    )
