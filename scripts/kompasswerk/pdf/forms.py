"""Answers as room to write by hand."""

from __future__ import annotations

from ..buch.blocks import Answer
from ..model.formular import FormKind, Stelle
from .emit import emit, flow
from .place import Place
from .syntax import boolean, call, content, string

WRITTEN = {
    FormKind.TEXT: "text",
    FormKind.NUMBER: "number",
    FormKind.DATE: "date",
    FormKind.LONG_TEXT: "lines",
}
"""Kinds that are written by hand → their name in the template; all others have boxes."""


@emit.register
def _answer(node: Answer, place: Place) -> str:
    kind = WRITTEN.get(node.field.art, "boxes")
    where = Stelle.read(node.place)
    in_row = where is not None and where.zeile > 0
    # The head of a column names the unit for all its rows.
    unit = "" if in_row else node.field.einheit
    return call(
        "answer",
        content(flow(node.children, place) if kind == "boxes" else ""),
        kind=string(kind),
        unit=place.literal(unit) if unit else None,
        in_row=boolean(in_row),
    )
