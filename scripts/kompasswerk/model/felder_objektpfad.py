"""Fields of the rules in ``kompass/objektpfad.yaml``, by section of the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .felder import Field, Kind
from .objektpfad import (
    QUESTIONS,
    Anruf,
    Blattregel,
    Blattwahl,
    Brief,
    Luecke,
    Mittel,
    Mittelregel,
    Regel,
)

TEXT, RECORDS = Kind.TEXT, Kind.RECORDS
CONDITIONS = tuple(
    Field(key, key, "Weglassen heißt: alle.", Kind.CHOICES, choices=liste)
    for key, liste in QUESTIONS.items()
)
REASON = Field("grund", "Grund", "Ein Satz (Einschätzung der Redaktion).", TEXT, required=True)
SHEET = Field(
    "blatt", "Blatt", "Kennung eines Arbeitsblatts.", TEXT, required=True, refers_to="arbeitsblatt"
)
TOOL = Field("instrument", "Instrument", "Kennung eines Instruments.", TEXT, refers_to="instrument")
NAMED_TOOL = Field(
    "instrument",
    "Instrument",
    "Kennung eines Instruments.",
    TEXT,
    required=True,
    refers_to="instrument",
)
ALWAYS = Field("immer", "Immer", "ja: Steht auch da, wo die Seite anderes nennt.", Kind.YES_NO)


@dataclass(frozen=True)
class Section:
    """A list of rules of one kind: the dataclass of a rule and the fields besides conditions."""

    record: type[Regel]
    fields: tuple[Field, ...]


SECTIONS: Mapping[str, Section] = {
    "anrufe": Section(
        Anruf,
        (
            Field("wen", "Wen anrufen", "Stelle oder Rolle.", TEXT, required=True),
            Field("sagen", "Was sagen", "Ein bis drei Sätze.", TEXT, required=True),
            REASON,
            Field("danach", "Danach", "Wer als Nächstes dran ist.", TEXT),
            TOOL,
        ),
    ),
    "instrumente": Section(
        Mittelregel,
        (
            Field(
                "mittel",
                "Mittel",
                "Instrumente, vom milden zum harten.",
                RECORDS,
                required=True,
                record=Mittel,
                fields=(NAMED_TOOL, ALWAYS, REASON),
            ),
        ),
    ),
    "briefe": Section(
        Brief,
        (SHEET, REASON, Field("luecke", "Lücke", "Warum keine Vorlage genau passt.", TEXT)),
    ),
    "blaetter": Section(
        Blattregel,
        (
            Field(
                "nehmen",
                "Nehmen",
                "Arbeitsblätter in der Reihenfolge des Ausfüllens.",
                RECORDS,
                required=True,
                record=Blattwahl,
                fields=(SHEET, REASON),
            ),
        ),
    ),
    "luecken": Section(
        Luecke, (Field("text", "Text", "Warum kein Instrument passt.", TEXT, required=True),)
    ),
}
"""Section → what its rules look like, in the order of the file."""
