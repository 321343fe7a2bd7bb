"""Tables as docutils nodes, made from rows of cells."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes as n

Cell = Sequence[n.Node]


def table(
    header: Sequence[Cell],
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[int],
    *,
    classes: Sequence[str] = (),
    stub_columns: int = 0,
    title: str = "",
    seiten: Sequence[str] = (),
    **attributes: str,
) -> n.table:
    """Return a table with one header row; ``stub_columns`` of each row are row headers.

    A cell is a sequence of inline nodes or of blocks; inlines are wrapped into a paragraph.
    ``seiten`` are the documents that rows stand for, if they do. ``attributes`` are further
    ones of the table.
    """
    result = n.table("", classes=list(classes), **attributes)
    if title:
        result += n.title(title, title)
    group = n.tgroup(cols=len(widths))
    for index, width in enumerate(widths):
        spec = n.colspec(colwidth=width)
        if index < stub_columns:
            spec["stub"] = 1
        group += spec
    group += n.thead("", _row(header))
    body = [_row(cells) for cells in rows]
    for row, seite in zip(body, seiten, strict=False):
        row["seite"] = seite
    group += n.tbody("", *body)
    result += group
    return result


def text(value: str) -> list[n.Node]:
    """Return a cell with plain text."""
    return [n.Text(value)] if value else []


def _row(cells: Sequence[Cell]) -> n.row:
    return n.row("", *(n.entry("", *_blocks(cell)) for cell in cells))


def _blocks(cell: Cell) -> list[n.Node]:
    if cell and isinstance(cell[0], n.Body | n.table) and not isinstance(cell[0], n.Inline):
        return list(cell)
    return [n.paragraph("", "", *cell)]
