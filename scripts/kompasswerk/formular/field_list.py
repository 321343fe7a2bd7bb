"""All questions of the worksheets as a table in Markdown: the documentation of the data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model.formular import Blatt, FormKind, Formularfeld, Stelle

HEAD = ("Stelle", "Frage", "Art", "Möglich sind", "Pflicht", "Teilen")


def field_list(sheets: Iterable[Blatt]) -> str:
    """Return a section with a table for each sheet: a row for each field and each column.

    The rows of a table have no number there: ``liste.haeuser[].wert``.
    """
    return "\n".join("\n".join(_section(sheet)) for sheet in sheets)


def _section(sheet: Blatt) -> Iterator[str]:
    yield f"## {sheet.nummer}. {sheet.titel} (`{sheet.slug}`, Fassung `{sheet.version}`)\n"
    yield _line(HEAD)
    yield _line("---" for _ in HEAD)
    for field in sheet.felder:
        yield _line(
            _cells(sheet, f"{sheet.slug}.{field.key}", field, Stelle(sheet.slug, field.key))
        )
        for column in field.spalten:
            place = Stelle(sheet.slug, field.key, 1, column.key)
            yield _line(_cells(sheet, f"{sheet.slug}.{field.key}[].{column.key}", column, place))
    yield ""


def _cells(sheet: Blatt, name: str, field: Formularfeld, place: Stelle) -> Iterator[str]:
    yield f"`{name}`"
    yield field.label
    yield field.art.value
    yield field.einheit or "; ".join(field.werte)
    yield "ja" if field.pflicht else ""
    shared = field.teilen if field.art is FormKind.TABLE else sheet.shared(place)
    yield "ja" if shared else ""


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
