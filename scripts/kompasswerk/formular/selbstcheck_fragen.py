"""The questions of the sheet „Selbstcheck“, each with the step that a „nein“ leads to."""

from __future__ import annotations

from collections.abc import Mapping

SHEET = "selbstcheck"
STEPS: Mapping[int, tuple[str, ...]] = {
    1: ("auftrag", "zustaendig"),
    2: ("definition", "ziele"),
    3: ("liste", "trennung"),
    4: ("reihenfolge",),
    5: ("gespraeche", "angebot"),
    6: ("nutzung", "versuch"),
    7: ("mittel", "geld"),
    8: ("bericht",),
}
"""Which questions tell how far a town is with a step, as the table of the sheet says."""
QUESTIONS = tuple((key, step) for step, keys in STEPS.items() for key in keys)
"""The fourteen questions in order, each with its step."""
