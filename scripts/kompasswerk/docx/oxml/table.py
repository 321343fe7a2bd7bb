"""Raw XML of tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .base import Element, make, remembered, valued
from .paragraph import ParagraphLook, is_paragraph, paragraph


@dataclass(frozen=True)
class TableLook:
    """How a table stands: style id, left edge and column widths in twips, first row and column.

    ``height`` is the least of its rows in twips, ``None`` for what their text needs.
    ``caption`` and ``summary`` are read aloud by screen readers; empty means none.
    """

    style: str | None
    columns: Sequence[int]
    left: int = 0
    caption: str = ""
    summary: str = ""
    header_row: bool = False
    header_column: bool = False
    height: int | None = None


@dataclass(frozen=True)
class CellLook:
    """How a cell stands: width in twips, spanned columns, ``merge`` restart or continue.

    ``turned`` sets the text on end, ``middle`` halfway down the cell.
    """

    width: int
    columns: int = 1
    merge: str | None = None
    fill: str | None = None
    turned: bool = False
    middle: bool = False


def table(look: TableLook, rows: Iterable[Element]) -> Element:
    """``<w:tbl><w:tblPr/><w:tblGrid/>rows</w:tbl>`` with fixed layout."""
    grid = [make("w:gridCol", {"w:w": str(width)}) for width in look.columns]
    return make("w:tbl", children=[_properties(look), make("w:tblGrid", children=grid), *rows])


def _properties(look: TableLook) -> Element:
    parts = [
        valued("w:tblStyle", look.style) if look.style else None,
        make("w:tblW", {"w:w": str(sum(look.columns)), "w:type": "dxa"}),
        make("w:tblInd", {"w:w": str(look.left), "w:type": "dxa"}),
        make("w:tblLayout", {"w:type": "fixed"}),
        _conditions(look),
        valued("w:tblCaption", look.caption) if look.caption else None,
        valued("w:tblDescription", look.summary) if look.summary else None,
    ]
    return make("w:tblPr", children=[part for part in parts if part is not None])


def _conditions(look: TableLook) -> Element:
    value = 0x0400 | (0x0020 if look.header_row else 0) | (0x0080 if look.header_column else 0)
    return make(
        "w:tblLook",
        {
            "w:val": f"{value:04X}",
            "w:firstRow": "1" if look.header_row else "0",
            "w:lastRow": "0",
            "w:firstColumn": "1" if look.header_column else "0",
            "w:lastColumn": "0",
            "w:noHBand": "0",
            "w:noVBand": "1",
        },
    )


def row(
    cells: Iterable[Element], header: bool, whole: bool = True, height: int | None = None
) -> Element:
    """``<w:tr><w:trPr><w:cantSplit/><w:trHeight/><w:tblHeader/></w:trPr>cells</w:tr>``.

    ``header`` rows repeat on every page, ``whole`` rows do not break across pages, ``height``
    is the least in twips.
    """
    marks = [
        *([make("w:cantSplit")] if whole else []),
        *([make("w:trHeight", {"w:val": str(height), "w:hRule": "atLeast"})] if height else []),
        *([make("w:tblHeader")] if header else []),
    ]
    properties = [make("w:trPr", children=marks)] if marks else []
    return make("w:tr", children=[*properties, *cells])


def cell(look: CellLook, content: Sequence[Element]) -> Element:
    """``<w:tc><w:tcPr/>content</w:tc>``; Word wants a paragraph at the end, so it gets one."""
    element = _empty_cell(look)
    element.extend(content)
    if not content or not is_paragraph(content[-1]):
        element.append(paragraph(ParagraphLook()))
    return element


@remembered
def _empty_cell(look: CellLook) -> Element:
    parts = [
        make("w:tcW", {"w:w": str(look.width), "w:type": "dxa"}),
        valued("w:gridSpan", look.columns) if look.columns > 1 else None,
        valued("w:vMerge", look.merge) if look.merge else None,
        _shade(look.fill) if look.fill else None,
        valued("w:textDirection", "btLr") if look.turned else None,
        valued("w:vAlign", "center") if look.middle else None,
    ]
    properties = make("w:tcPr", children=[part for part in parts if part is not None])
    return make("w:tc", children=[properties])


def _shade(fill: str) -> Element:
    return make("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": fill})
