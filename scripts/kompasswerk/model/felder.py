"""How one field of a page or a form is described, once, for every use.

Validation, the table in the editors' documentation, Word forms, web forms and
reading back all follow these descriptions; no other place names a key's rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What a field holds; the value is the German word for the editors' documentation."""

    TEXT = "Text"
    NUMBER = "Zahl"
    YEAR = "Jahr"
    DATE = "Datum (JJJJ-MM-TT)"
    APPROXIMATE_DATE = "Zeitpunkt (JJJJ, JJJJ-MM oder JJJJ-MM-TT)"
    YES_NO = "ja oder nein"
    CHOICE = "ein Wert aus der Liste"
    CHOICES = "Werte aus der Liste"
    URL = "Web-Adresse"
    TEXTS = "Liste von Texten"
    REFERENCES = "Liste von Kennungen"
    RECORD = "Angaben"
    RECORDS = "Liste von Angaben"
    KEYED_RECORDS = "Angaben mit Kennung"


@dataclass(frozen=True)
class Field:
    """One field: its key in YAML, in the dataclass, in forms and in CSS.

    ``choices`` names the closed list of a CHOICE or CHOICES field, or of the keys of
    KEYED_RECORDS. ``refers_to`` names the kind of page (``instrument``) or, for source
    keys, ``quelle``. ``record`` is the dataclass of RECORD, RECORDS and KEYED_RECORDS,
    ``fields`` its own fields. ``shorthand`` is the key that a bare scalar stands for
    (``einwohner: 12000`` is ``einwohner: {wert: 12000}``). ``max_length`` counts characters.
    """

    key: str
    label: str
    help: str
    kind: Kind
    required: bool = False
    shareable: bool = True
    choices: str | None = None
    refers_to: str | None = None
    record: type | None = None
    fields: tuple[Field, ...] = ()
    shorthand: str | None = None
    max_length: int | None = None
    minimum: int | None = None
    needs_source: bool = False
