"""What a worksheet says of what is shared."""

from __future__ import annotations

import pytest

from kompasswerk.model.formular import Blatt, FormKind, Formularfeld
from kompasswerk.sphinx_ext.teilen import shared_note


def field(label: str, teilen: bool = False, *spalten: Formularfeld, key: str = "x") -> Formularfeld:
    kind = FormKind.TABLE if spalten else FormKind.TEXT
    return Formularfeld(key, label, kind, teilen=teilen, spalten=spalten)


TOWN = field("Stadt", True, key="stadt")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            (TOWN, field("Adresse")),
            "Was Sie hier eintragen, bleibt bei Ihnen. "
            "Es geht nicht in den Bericht über die Städte.",
        ),
        (
            (TOWN, field("Leer", True)),
            "In den Bericht über die Städte gehen alle Angaben dieses Blatts.",
        ),
        (
            (field("Leer", True), field("Was fehlt?", True), field("Name und Anschrift der Leute")),
            "In den Bericht über die Städte gehen nur: Leer; „Was fehlt?“. "
            "Alles andere bleibt bei Ihnen.",
        ),
        (
            (field("Alle leeren Wohnungen", True), field("Notiz")),
            "In den Bericht über die Städte gehen alle Angaben, nur diese nicht: Notiz.",
        ),
        (
            (field("Nutzung", False, field("Art", True), field("Ort")), field("Anschriften aller")),
            "In den Bericht über die Städte gehen nur: Art in „Nutzung“. "
            "Alles andere bleibt bei Ihnen.",
        ),
    ],
)
def test_the_note_names_what_is_shared_or_what_is_not(fields, said) -> None:
    assert shared_note(Blatt("probe", "Probe", 1, "auftrag", fields)) == said
