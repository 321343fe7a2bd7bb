"""All places of a worksheet where an answer can stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model.formular import Blatt, FormKind, Formularfeld, Stelle


@dataclass(frozen=True)
class Platz:
    """One place, its field or column, and a question that can be understood by itself."""

    stelle: Stelle
    feld: Formularfeld
    frage: str


def places(blatt: Blatt) -> Iterator[Platz]:
    """Yield the places that paper has, in its order; cells that are filled in print are none."""
    for field in blatt.felder:
        if field.art is FormKind.TABLE:
            yield from _cells(blatt, field)
        else:
            yield Platz(Stelle(blatt.slug, field.key), field, field.label)


def by_slug(sheets: Iterable[Blatt]) -> dict[str, Blatt]:
    """Return worksheets by their slug."""
    return {sheet.slug: sheet for sheet in sheets}


def _cells(blatt: Blatt, table: Formularfeld) -> Iterator[Platz]:
    for row in range(1, table.zeilen + 1):
        given = table.vorgaben[row - 1] if row <= len(table.vorgaben) else ""
        head = f"{table.label}, Zeile {row}{f' ({given})' if given else ''}"
        for column in table.spalten[1:] if given else table.spalten:
            place = Stelle(blatt.slug, table.key, row, column.key)
            yield Platz(place, column, f"{head}: {column.label}")
