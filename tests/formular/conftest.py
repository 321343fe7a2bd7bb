"""Two small worksheets that the tests of answers share."""

from __future__ import annotations

import pytest

from kompasswerk.model.formular import SCALE_STEPS, Blatt, FormKind, Formularfeld

CHECK = Blatt(
    "check",
    "Check",
    1,
    "anfangen",
    (
        Formularfeld("name", "Wie heißt die Stelle?", FormKind.TEXT, pflicht=True),
        Formularfeld("notiz", "Was fiel auf?", FormKind.LONG_TEXT),
        Formularfeld("stunden", "Zeit", FormKind.NUMBER, einheit="Stunden je Woche"),
        Formularfeld("tag", "Wann?", FormKind.DATE, hilfe="Der Tag der Begehung."),
        Formularfeld("auftrag", "Gibt es einen Auftrag?", FormKind.YES_NO),
        Formularfeld("dauer", "Leer seit", FormKind.CHOICE, werte=("unter 3", "3–12")),
        Formularfeld("lage", "Lage", FormKind.CHOICES, werte=("Markt", "Tor, Mauer", "Rand")),
        Formularfeld("note", "Zustand", FormKind.SCALE, werte=SCALE_STEPS),
    ),
)
LISTE = Blatt(
    "liste",
    "Liste: alle Häuser?",
    2,
    "zaehlen",
    (
        Formularfeld(
            "haeuser",
            "Häuser",
            FormKind.TABLE,
            zeilen=3,
            vorgaben=("Rathaus",),
            spalten=(
                Formularfeld("was", "Was?", FormKind.TEXT),
                Formularfeld("wert", "Wert", FormKind.NUMBER, einheit="Euro"),
                Formularfeld("leer", "Leer?", FormKind.YES_NO),
            ),
        ),
    ),
)


@pytest.fixture
def sheets() -> tuple[Blatt, ...]:
    """Return both worksheets."""
    return CHECK, LISTE
