"""Read a Word file as people see it: paragraphs and tables, and what stands in which control.

Deletions that nobody has accepted are left out, insertions count. Numbers that Word counts by
itself are left out too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from .base import Element, attribute, qualified
from .lines import COUNTED
from .survey import Survey, survey

MARK = "F_"
"""How the bookmarks of answers begin (decision 0019)."""
TICKED, UNTICKED = "☒", "☐"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY, _P, _TBL, _TR, _TC = (f"{_W}{name}" for name in ("body", "p", "tbl", "tr", "tc"))
_TEXT = f"{_W}t"
_SDT, _SDT_LOOK, _CONTENT = (f"{_W}{name}" for name in ("sdt", "sdtPr", "sdtContent"))
_START, _END = f"{_W}bookmarkStart", f"{_W}bookmarkEnd"
_ID, _NAME, _VAL = f"{_W}id", f"{_W}name", f"{_W}val"
_CELL_LOOK = f"{_W}tcPr"
_LOOKS = {
    f"{_W}pStyle": (f"{_W}pPr", _P),
    f"{_W}gridBefore": (f"{_W}trPr", _TR),
    f"{_W}gridSpan": (_CELL_LOOK, _TC),
}
_UNSAID = ("",)
_KIND = f"{_W}fldCharType"
_BOXED = f"{_W}txbxContent"
_CHOICE, _FALLBACK = qualified("mc:Choice"), qualified("mc:Fallback")
_NO_TEXT = frozenset(
    f"{_W}{name}"
    for name in (
        "pPr", "rPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "sdtPr", "sdtEndPr", "sectPr",
        "del", "moveFrom", "delText", "instrText", "commentRangeStart", "commentRangeEnd",
        "proofErr", "permStart", "permEnd", "lastRenderedPageBreak",
    )
)  # fmt: skip
_NO_ANSWER = frozenset(
    {"repeatingSection", "repeatingSectionItem", "docPartObj", "docPartList", "group"}
)
_TOLD = frozenset({"tag", "alias", "showingPlcHdr", "date"})
_LOCKED = frozenset({"contentLocked", "sdtContentLocked"})
_SIGNS = {
    f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-",
}  # fmt: skip
_SYMBOLS = {
    **dict.fromkeys(("F0FE", "F0FD", "F0FC", "F052", "F053", "F054"), TICKED),
    **dict.fromkeys(("F0A8", "F06F", "F071", "F0A3", "F02A"), UNTICKED),
}
"""Boxes as letters of Wingdings."""


class Control(NamedTuple):
    """A content control; ``checked`` is ``None`` for all but check boxes.

    ``hint`` says that only a placeholder stands in it; ``day`` is its day as an ISO date, empty
    where it has none.
    """

    tag: str = ""
    title: str = ""
    hint: bool = False
    checked: bool | None = None
    day: str = ""


class Piece(NamedTuple):
    """Text of a paragraph that stands in one control and one bookmark, or in none."""

    text: str
    control: Control | None = None
    mark: str = ""


class Para(NamedTuple):
    """A paragraph; ``marks`` are the bookmarks of answers that begin in it.

    ``boxed`` says that it stands in a text box, ``pictures`` how many pictures it holds.
    """

    pieces: tuple[Piece, ...] = ()
    marks: tuple[str, ...] = ()
    style: str = ""
    boxed: bool = False
    pictures: int = 0

    @property
    def text(self) -> str:
        """All that it says, controls and all."""
        return "".join([piece.text for piece in self.pieces])


class Cell(NamedTuple):
    """A cell of a table; ``column`` is the column of the grid in which it begins, from 0."""

    column: int
    paras: tuple[Para, ...]


class Grid(NamedTuple):
    """A table; tables within its cells follow it as tables of their own."""

    rows: tuple[tuple[Cell, ...], ...]


def blocks_of(root: Element) -> Iterator[Para | Grid]:
    """Yield the paragraphs and tables of a part in document order.

    A text box follows the paragraph or table where it is anchored.
    """
    yield from _blocks_of(root, _surveyed(root))


def _blocks_of(root: Element, surveyed: Survey) -> Iterator[Para | Grid]:
    reader = _Reader(surveyed)
    body = root.find(_BODY)
    for child in root if body is None else body:
        yield from reader.blocks((child,), None)
        reader.leave(child)


def comments_of(root: Element) -> Iterator[tuple[str, str]]:
    """Yield author and text of each comment; paragraphs stand on lines of their own."""
    surveyed = _surveyed(root)
    for comment in root.iterchildren(f"{_W}comment"):
        blocks = _blocks_of(comment, surveyed)
        text = "\n".join(block.text for block in blocks if isinstance(block, Para))
        yield attribute(comment, "w:author") or "", text


def numbered_comments(root: Element) -> Iterator[str]:
    """Yield the number of each comment, by which the text refers to it."""
    for comment in root.iterchildren(f"{_W}comment"):
        yield attribute(comment, "w:id") or ""


def control_of(sdt: Element) -> Control | None:
    """Return what a ``w:sdt`` says of itself; ``None`` for one that nobody answers in."""
    found: dict[str, str] = {}
    checked: bool | None = None
    for each in (each for look in sdt if look.tag == _SDT_LOOK for each in look):
        name = str(each.tag).rpartition("}")[2]
        if name in _NO_ANSWER or (name == "lock" and each.get(_VAL) in _LOCKED):
            return None
        if name == "checkbox":
            checked = any(
                str(inner.tag).endswith("}checked") and set(inner.attrib.values()) & {"1", "true"}
                for inner in each
            )
        elif name in _TOLD:
            found[name] = each.get(_VAL) or each.get(f"{_W}fullDate") or ""
    return Control(
        tag=found.get("tag", ""),
        title=found.get("alias", ""),
        hint="showingPlcHdr" in found and found["showingPlcHdr"] not in ("0", "false"),
        checked=checked,
        day=found.get("date", "")[:10],
    )


class _Reader:
    """Walks through a part; knows open bookmarks and fields, collects a paragraph at a time."""

    def __init__(self, surveyed: Survey) -> None:
        self.lines, self.looks = surveyed
        self.open: dict[str, str] = {}
        self.fields: list[str] = []
        self.pieces: list[tuple[Control | None, str, list[str]]] = []
        self.marks: list[str] = []
        self.pictures = 0
        self.aside: list[Para | Grid] = []

    def leave(self, child: Element) -> None:
        """Forget what a block of the body has left open: a damaged end hides no more than it."""
        self.fields.clear()
        if child.tag != _START:
            self.open.clear()

    def blocks(self, children: Iterable[Element], control: Control | None) -> Iterator[Para | Grid]:
        for child in children:
            tag = child.tag
            if tag == _P:
                yield self.paragraph(child, control)
            elif tag == _TBL:
                yield self.table(child, control)
            elif tag == _SDT:
                inner = control_of(child) or control
                yield from self.blocks(child.iterchildren(_CONTENT), inner)
            elif tag in (_START, _END):
                self.bookmark(child)
            elif isinstance(tag, str) and tag not in _NO_TEXT:
                yield from self.blocks(child, control)
            if self.aside and tag in (_P, _TBL):
                aside, self.aside = self.aside, []
                yield from aside

    def table(self, table: Element, control: Control | None) -> Grid:
        rows = _inside(table, _TR, control)
        return Grid(tuple([tuple(self.cells(row, inner)) for row, inner in rows]))

    def cells(self, row: Element, control: Control | None) -> Iterator[Cell]:
        column = sum(map(_number, self.looks.get(row, ())))
        for cell, inner in _inside(row, _TC, control):
            yield Cell(column, self.paras(cell, inner))
            spans = self.looks.get(cell)
            column += _number(spans[0]) if spans else 1

    def paras(self, cell: Element, control: Control | None) -> tuple[Para, ...]:
        """Return the paragraphs of a cell; its tables and text boxes are put aside."""
        around = dict(self.open)
        aside, self.aside = self.aside, []
        paras: list[Para] = []
        for child in cell:
            if child.tag == _P:
                paras.append(self.paragraph(child, control))
            elif child.tag != _CELL_LOOK:
                for block in self.blocks((child,), control):
                    if isinstance(block, Para) and not block.boxed:
                        paras.append(block)
                    else:
                        aside.append(block)
            if self.aside:
                aside += self.aside
                self.aside = []
        self.aside = aside
        self.open = around
        return tuple(paras)

    def paragraph(self, paragraph: Element, control: Control | None) -> Para:
        named = self.looks.get(paragraph, _UNSAID)[0]
        line = self.lines.get(paragraph)
        if line is not None and len(line) == 1 and isinstance(line[0], str) and not self.fields:
            marks = tuple(self.open.values())
            return Para((Piece(line[0], control, marks[-1] if marks else ""),), marks, named)
        self.pieces, self.marks, self.pictures = [], list(self.open.values()), 0
        if line is None:
            self.runs(paragraph, control)
        else:
            self.line(line, control)
        pieces = [Piece("".join(text), inside, mark) for inside, mark, text in self.pieces]
        return Para(tuple(pieces), tuple(self.marks), named, pictures=self.pictures)

    def line(self, said: Iterable[str | Element], control: Control | None) -> None:
        for each in said:
            if isinstance(each, str):
                self.add(each, control)
            else:
                _RUNS[each.tag](self, each, control)

    def runs(self, parent: Iterable[Element], control: Control | None) -> None:
        # All that a file holds comes through here; most of it is text.
        for child in parent:
            tag = child.tag
            if tag == _TEXT:
                self.add(child.text or "", control)
            elif (handler := _RUNS.get(tag)) is not None:
                handler(self, child, control)
            elif tag not in _NO_TEXT and isinstance(tag, str):
                self.runs(child, control)

    def add(self, text: str, control: Control | None) -> None:
        if self.fields and any(map(_counts, self.fields)):
            return
        mark = next(reversed(self.open.values())) if self.open else ""
        if self.pieces:
            inside, marked, texts = self.pieces[-1]
            if inside is control and marked == mark:
                texts.append(text)
                return
        self.pieces.append((control, mark, [text]))

    def bookmark(self, mark: Element) -> None:
        key = mark.get(_ID) or ""
        if mark.tag == _END:
            self.open.pop(key, None)
        elif (mark.get(_NAME) or "").startswith(MARK):
            self.open[key] = mark.get(_NAME) or ""
            self.marks.append(self.open[key])

    def controlled(self, sdt: Element, control: Control | None) -> None:
        inner = control_of(sdt) or control
        for content in sdt:
            if content.tag == _CONTENT:
                self.runs(content, inner)

    def field(self, char: Element, control: Control | None) -> None:
        kind = char.get(_KIND)
        if kind == "begin":
            self.fields.append("")
        elif kind == "end" and self.fields:
            self.fields.pop()
        if len(char):
            self.runs(char, control)

    def legacy_box(self, box: Element, control: Control | None) -> None:
        """Read a check box of old forms, in which Word 2003 kept them."""
        states = [box.find(f"{_W}checked"), box.find(f"{_W}default")]
        state = next((each for each in states if each is not None), None)
        ticked = state is not None and state.get(_VAL) not in ("0", "false")
        self.add(TICKED if ticked else UNTICKED, control)

    def code(self, code: Element) -> None:
        if self.fields:
            self.fields[-1] += code.text or ""

    def simple_field(self, field: Element, control: Control | None) -> None:
        if not _counts(attribute(field, "w:instr") or ""):
            self.runs(field, control)

    def alternatives(self, either: Element, control: Control | None) -> None:
        """Read the first version that a program could show: all of them say the same."""
        known = next(either.iterchildren(_CHOICE, _FALLBACK), None)
        if known is not None:
            self.runs(known, control)

    def box(self, box: Element) -> None:
        kept = self.pieces, self.marks, self.pictures
        for block in self.blocks(box, None):
            inside = block._replace(boxed=True) if isinstance(block, Para) else block
            self.aside.append(inside)
        self.pieces, self.marks, self.pictures = kept

    def picture(self) -> None:
        self.pictures += 1


def _inside(
    parent: Element, wanted: str, control: Control | None
) -> Iterator[tuple[Element, Control | None]]:
    """Yield rows or cells with the control around each; those in sections that repeat too."""
    for child in parent:
        if child.tag == wanted:
            yield child, control
        elif child.tag == _SDT:
            for content in child.iterchildren(_CONTENT):
                yield from _inside(content, wanted, control_of(child) or control)
        elif isinstance(child.tag, str) and child.tag not in _NO_TEXT:
            yield from _inside(child, wanted, control)


def _counts(code: str) -> bool:
    """Whether the result of a field is a number that Word finds by itself."""
    return any(word in COUNTED for word in code.split(None, 1)[:1])


def _number(text: str) -> int:
    return min(int(text), 1000) if text.isdecimal() and len(text) < 5 else 1


def _symbol(reader: _Reader, sign: Element, control: Control | None) -> None:
    reader.add(_SYMBOLS.get((attribute(sign, "w:char") or "").upper(), ""), control)


def _surveyed(root: Element) -> Survey:
    return survey(root, _RUNS, _LOOKS)


_RUNS: Mapping[str, Callable[[_Reader, Element, Control | None], None]] = {
    **{
        name: lambda reader, each, control: reader.add(_SIGNS[str(each.tag)], control)
        for name in _SIGNS
    },
    f"{_W}sym": _symbol,
    f"{_W}fldChar": _Reader.field,
    f"{_W}checkBox": _Reader.legacy_box,
    f"{_W}instrText": lambda reader, code, _: reader.code(code),
    f"{_W}fldSimple": _Reader.simple_field,
    _SDT: _Reader.controlled,
    _START: lambda reader, mark, _: reader.bookmark(mark),
    _END: lambda reader, mark, _: reader.bookmark(mark),
    qualified("mc:AlternateContent"): _Reader.alternatives,
    _BOXED: lambda reader, box, _: reader.box(box),
    qualified("a:blip"): lambda reader, *_: reader.picture(),
    # The text of diagrams, which no program keeps in paragraphs of Word.
    qualified("a:t"): lambda reader, text, control: reader.add(text.text or "", control),
}
