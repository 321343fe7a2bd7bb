"""The tables of all keys of pages and of the alliance's data, for the editors' documentation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model.arten import ARTEN, Art
from ..model.felder import Field
from ..model.felder_buendnis import QUELLEN, SECTIONS
from ..reading.files import BUENDNIS

BEGIN = "<!-- felder:anfang -->"
END = "<!-- felder:ende -->"


def field_tables() -> str:
    """Return one Markdown table for each kind of page, then one for each section of the data."""
    sections = {name: fields for name, (_, fields) in SECTIONS.items()}
    sections[QUELLEN.key] = QUELLEN.fields
    tables = [_table(art) for art in ARTEN.values()]
    tables += [_section(name, fields) for name, fields in sections.items()]
    return "\n".join(tables)


def _table(art: Art) -> str:
    head = [f"#### {art.label} (`art: {art.key}`, Ordner `{art.folder}/`)", ""]
    if art.headings:
        head += [f"Feste Überschriften: {' · '.join(art.headings)}.", ""]
    return "\n".join([*head, *_lines(art.fields), ""])


def _section(name: str, fields: Iterable[Field]) -> str:
    head = [f"#### Bündnisdaten: `{name}` (Ordner `{BUENDNIS}/`)", ""]
    return "\n".join([*head, *_lines(fields), ""])


def _lines(fields: Iterable[Field]) -> Iterator[str]:
    yield "| Angabe | Pflicht | Inhalt | Erklärung |"
    yield "| --- | --- | --- | --- |"
    for field in fields:
        yield from _rows(field, "")


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
