"""The tables of all front-matter keys for the editors' documentation."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.arten import ARTEN, Art
from ..model.felder import Field

BEGIN = "<!-- felder:anfang -->"
END = "<!-- felder:ende -->"


def field_tables() -> str:
    """Return one Markdown table for each kind of page, in the order of the descriptions."""
    return "\n".join(_table(art) for art in ARTEN.values())


def _table(art: Art) -> str:
    head = [f"#### {art.label} (`art: {art.key}`, Ordner `{art.folder}/`)", ""]
    if art.headings:
        head += [f"Feste Überschriften: {' · '.join(art.headings)}.", ""]
    head += ["| Angabe | Pflicht | Inhalt | Erklärung |", "| --- | --- | --- | --- |"]
    rows = [row for field in art.fields for row in _rows(field, "")]
    return "\n".join([*head, *rows, ""])


def _rows(field: Field, parent: str) -> Iterator[str]:
    required = "ja" if field.required else ""
    kind = field.kind.value
    if field.choices:
        kind += f" „{field.choices}“"
    if field.max_length:
        kind += f", höchstens {field.max_length} Zeichen"
    yield f"| `{parent}{field.key}` | {required} | {kind} | {field.help} |"
    for inner in field.fields:
        yield from _rows(inner, f"{parent}{field.key}.")
