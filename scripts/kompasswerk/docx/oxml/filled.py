"""Read a Word file as people see it: paragraphs and tables, and what stands in which control.

Deletions that nobody has accepted stand aside, as does what is struck out or hidden; insertions
count. Numbers that Word counts by itself are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from .base import Element, attribute, qualified
from .control_look import control_of
from .lines import COUNTED
from .survey import Survey, survey
from .told import (
    DELETED,
    EMPHASIS,
    HIDDEN,
    HIGHLIGHTED,
    STRUCK,
    TICKED,
    UNDERLINED,
    UNTICKED,
    Aside,
    Cell,
    Control,
    Grid,
    Para,
    Piece,
)

MARK = "F_"
"""How the bookmarks of answers begin (decision 0019)."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY, _P, _TBL, _TR, _TC = (f"{_W}{name}" for name in ("body", "p", "tbl", "tr", "tc"))
_TEXT = f"{_W}t"
_SDT, _CONTENT = f"{_W}sdt", f"{_W}sdtContent"
_START, _END = f"{_W}bookmarkStart", f"{_W}bookmarkEnd"
_ID, _NAME, _VAL = f"{_W}id", f"{_W}name", f"{_W}val"
_CELL_LOOK = f"{_W}tcPr"
_LOOKS = {
    f"{_W}pStyle": (f"{_W}pPr", _P),
    f"{_W}gridBefore": (f"{_W}trPr", _TR),
    f"{_W}gridSpan": (_CELL_LOOK, _TC),
}
_ODD = {
    f"{_W}strike": STRUCK,
    f"{_W}dstrike": STRUCK,
    f"{_W}vanish": HIDDEN,
    f"{_W}u": UNDERLINED,
    f"{_W}highlight": HIGHLIGHTED,
}
_DELETED = (f"{_W}delText", _TEXT)
_UNSAID = ("",)
_KIND = f"{_W}fldCharType"
_BOXED = f"{_W}txbxContent"
_PLACED, _NAMES = (qualified("wp:inline"), qualified("wp:anchor")), qualified("wp:docPr")
_CHOICE, _FALLBACK = qualified("mc:Choice"), qualified("mc:Fallback")
_NO_TEXT = frozenset(
    f"{_W}{name}"
    for name in (
        "pPr", "rPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "sdtPr", "sdtEndPr", "sectPr",
        "del", "moveFrom", "delText", "instrText", "commentRangeStart", "commentRangeEnd",
        "proofErr", "permStart", "permEnd", "lastRenderedPageBreak",
    )
)  # fmt: skip
_SIGNS = {
    f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-",
}  # fmt: skip
_SYMBOLS = {
    **dict.fromkeys(("F0FE", "F0FD", "F0FC", "F052", "F053", "F054"), TICKED),
    **dict.fromkeys(("F0A8", "F06F", "F071", "F0A3", "F02A"), UNTICKED),
    **{"F0E0": "→", "F0DF": "←", "F04A": "☺"},
}
"""Boxes as letters of Wingdings, and what Word makes of „-->“ and the like."""
_OTHER_TICKS = frozenset({("Wingdings 2", f"F0{number}") for number in ("4F", "50", "51", "56")})
_UNKNOWN_SIGN = "\ufffd"


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
        text = "\n".join(block.full_text for block in blocks if isinstance(block, Para))
        yield attribute(comment, "w:author") or "", text


def numbered_comments(root: Element) -> Iterator[str]:
    """Yield the number of each comment, by which the text refers to it."""
    for comment in root.iterchildren(f"{_W}comment"):
        yield attribute(comment, "w:id") or ""


class _Reader:
    """Walks through a part; knows open bookmarks and fields, collects a paragraph at a time."""

    def __init__(self, surveyed: Survey) -> None:
        self.lines, self.looks, self.odd = surveyed
        self.open: dict[str, str] = {}
        self.fields: list[str] = []
        self.pieces: list[tuple[Control | None, str, list[str]]] = []
        self.marks: list[str] = []
        self.letters = 0
        self.pictures: list[str] = []
        self.asides: list[Aside] = []
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
        self.pieces, self.marks, self.letters = [], list(self.open.values()), 0
        self.pictures, self.asides = [], []
        if line is None:
            self.runs(paragraph, control)
        else:
            self.line(line, control)
        pieces = [Piece("".join(text), inside, mark) for inside, mark, text in self.pieces]
        return Para(
            tuple(pieces),
            tuple(self.marks),
            named,
            pictures=tuple(self.pictures),
            asides=tuple(self.asides),
        )

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
                if child in self.odd:
                    self.odd_run(child, control)
                else:
                    self.runs(child, control)

    def odd_run(self, run: Element, control: Control | None) -> None:
        """Read a run that is struck out, hidden or emphasised."""
        how = self.odd[run]
        kept, self.pieces = (self.pieces, self.letters), []
        self.runs(run, control)
        text = "".join(letters for *_, texts in self.pieces for letters in texts)
        self.pieces, self.letters = kept
        if text:
            box = control is not None and control.checked is not None
            self.put_aside(how, text, control)
            self.add(text if how in EMPHASIS else UNTICKED if box else "", control)

    def deleted(self, gone: Element, control: Control | None) -> None:
        text = "".join(each.text or "" for each in gone.iter(*_DELETED))
        if text:
            self.put_aside(DELETED, text, control)
            self.add("", control)

    def put_aside(self, how: str, text: str, control: Control | None) -> None:
        at = self.letters
        mark = next(reversed(self.open.values())) if self.open else ""
        last = self.asides[-1] if self.asides else None
        if last is not None and last.how == how and last.piece[1:] == (control, mark):
            end = last.at + (len(last.piece.text) if how in EMPHASIS else 0)
            if end == at:
                text, at = last.piece.text + text, last.at
                self.asides.pop()
        self.asides.append(Aside(how, Piece(text, control, mark), at))

    def add(self, text: str, control: Control | None) -> None:
        if self.fields and any(map(_counts, self.fields)):
            return
        mark = next(reversed(self.open.values())) if self.open else ""
        self.letters += len(text)
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
        kept = self.pieces, self.marks, self.letters, self.pictures, self.asides
        for block in self.blocks(box, None):
            inside = block._replace(boxed=True) if isinstance(block, Para) else block
            self.aside.append(inside)
        self.pieces, self.marks, self.letters, self.pictures, self.asides = kept

    def picture(self, picture: Element) -> None:
        around = next(picture.iterancestors(*_PLACED), None)
        named = () if around is None else around.iterchildren(_NAMES)
        self.pictures.append(next((each.get("descr") or "" for each in named), ""))


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
    char = (attribute(sign, "w:char") or "").upper()
    ticked = (attribute(sign, "w:font"), char) in _OTHER_TICKS
    reader.add(TICKED if ticked else _SYMBOLS.get(char, _UNKNOWN_SIGN), control)


def _surveyed(root: Element) -> Survey:
    return survey(root, _RUNS, _LOOKS, _ODD)


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
    f"{_W}del": _Reader.deleted,
    **dict.fromkeys(
        (qualified("a:blip"), qualified("v:imagedata")),
        lambda reader, picture, _: reader.picture(picture),
    ),
    # The text of diagrams and formulas, which no program keeps in paragraphs of Word.
    **dict.fromkeys(
        (qualified("a:t"), qualified("m:t")),
        lambda reader, text, control: reader.add(text.text or "", control),
    ),
    # Letters that are drawn (WordArt).
    qualified("v:textpath"): lambda reader, art, control: reader.add(
        art.get("string") or "", control
    ),
}
