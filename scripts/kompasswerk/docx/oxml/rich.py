"""Read the text of a Word file with its formatting: headings, lists, tables, links, pictures.

Tracked changes count as accepted: insertions are in, deletions out, moved text stands once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from .base import Element, attribute, qualified

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_P, _TBL, _TR, _TC, _SDT = (f"{_W}{name}" for name in ("p", "tbl", "tr", "tc", "sdt"))
_VAL, _LOOK, _RPR = f"{_W}val", f"{_W}pPr", f"{_W}rPr"
_GONE = frozenset({f"{_W}del", f"{_W}moveFrom"})
_NO_BLOCKS = _GONE | {f"{_W}{name}" for name in ("sdtPr", "sectPr", "tcPr", "tblPr", "trPr")}
_BOXED = f"{_W}txbxContent"
_NOTES = {f"{_W}{kind}Reference": kind for kind in ("footnote", "endnote")}
_OFF = ("0", "false", "none", "off")
_LINK = re.compile(r'^\s*HYPERLINK\s+"([^"]+)"')
FORMULA, BOX, OBJECT, NOTE = "Formel", "Textfeld", "eingebettetes Objekt", "Fußnote"
_FADED = {
    "color": "Schriftfarbe",
    "highlight": "Hervorhebung",
    "u": "Unterstreichung",
    "strike": "Durchstreichung",
    "vertAlign": "Hoch- oder Tiefstellung",
}


NotePlace = tuple[str, str]
"""Kind of a note, ``footnote`` or ``endnote``, and its number in the file."""


class Letters(NamedTuple):
    """Text of one look; ``url`` is the address of a link, empty for none."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    url: str = ""


class Image(NamedTuple):
    """A picture by the relation that leads to it, with its alternative text."""

    relation: str
    alt: str


class RichPara(NamedTuple):
    """A paragraph; ``level`` is that in a list from 0, ``None`` for a paragraph of none.

    ``style`` is the name of its style as people see it, ``lost`` what it has besides.
    """

    style: str
    letters: tuple[Letters, ...]
    level: int | None = None
    ordered: bool = False
    images: tuple[Image, ...] = ()
    lost: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All letters."""
        return "".join(each.text for each in self.letters)


class RichTable(NamedTuple):
    """A table: rows of cells of paragraphs."""

    rows: tuple[tuple[tuple[RichPara, ...], ...], ...]


@dataclass(frozen=True)
class Surroundings:
    """What a body needs to be read: names of styles, kinds of lists, addresses of links.

    ``notes`` is what stands in the text in place of a note; one that is missing is lost.
    """

    styles: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[tuple[str, int], bool] = field(default_factory=dict)
    numbered_styles: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    addresses: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[NotePlace, str] = field(default_factory=dict)


def surroundings(
    styles: Element | None,
    numbering: Element | None,
    addresses: Mapping[str, str],
    notes: Mapping[NotePlace, str],
) -> Surroundings:
    """Return what parts beside the body say; a part may be missing."""
    names, numbered = {}, {}
    for style in () if styles is None else styles.iterchildren(f"{_W}style"):
        key, name = attribute(style, "w:styleId") or "", style.find(f"{_W}name")
        names[key] = key if name is None else name.get(_VAL) or key
        number = _number(style)
        if number is not None:
            numbered[key] = number
    return Surroundings(names, dict(_lists(numbering)), numbered, addresses, notes)


def _lists(numbering: Element | None) -> Iterator[tuple[tuple[str, int], bool]]:
    """Yield whether a level of a list is numbered, by list and level."""
    if numbering is None:
        return
    kinds: dict[tuple[str, int], bool] = {}
    for abstract in numbering.iterchildren(f"{_W}abstractNum"):
        for level in abstract.iterchildren(f"{_W}lvl"):
            kind = level.find(f"{_W}numFmt")
            ordered = kind is not None and kind.get(_VAL) not in ("bullet", "none")
            kinds[attribute(abstract, "w:abstractNumId") or "", _whole(level, "w:ilvl")] = ordered
    for one in numbering.iterchildren(f"{_W}num"):
        meant = one.find(f"{_W}abstractNumId")
        for (abstract_id, depth), ordered in kinds.items():
            if meant is not None and meant.get(_VAL) == abstract_id:
                yield (attribute(one, "w:numId") or "", depth), ordered


def _number(owner: Element) -> tuple[str, int] | None:
    found = owner.find(f"{_LOOK}/{_W}numPr")
    if found is None:
        return None
    number, level = found.find(f"{_W}numId"), found.find(f"{_W}ilvl")
    if number is None:
        return None
    return number.get(_VAL) or "0", 0 if level is None else _whole(level, "w:val")


def _whole(element: Element, name: str) -> int:
    text = attribute(element, name) or ""
    return min(int(text), 8) if text.isascii() and text.isdigit() and len(text) < 4 else 0


def rich_blocks(root: Element, around: Surroundings) -> Iterator[RichPara | RichTable]:
    """Yield paragraphs and tables of a document in order.

    A paragraph whose end was deleted goes on with the next one.
    """
    body = root.find(f"{_W}body")
    open_para: RichPara | None = None
    for child in _unwrapped(root if body is None else body):
        if child.tag == _TBL:
            if open_para is not None:
                yield open_para
            open_para = None
            yield _table(child, around)
            continue
        para = _paragraph(child, around)
        if open_para is not None:
            para = open_para._replace(
                letters=(*open_para.letters, *para.letters),
                images=(*open_para.images, *para.images),
                lost=(*open_para.lost, *para.lost),
            )
        open_para = para if _end_deleted(child) else None
        if open_para is None:
            yield para
    if open_para is not None:
        yield open_para


def _unwrapped(parent: Element) -> Iterator[Element]:
    """Yield paragraphs and tables, also those in controls and insertions."""
    for child in parent:
        if child.tag in (_P, _TBL):
            yield child
        elif isinstance(child.tag, str) and child.tag not in _NO_BLOCKS:
            yield from _unwrapped(child)


def _end_deleted(paragraph: Element) -> bool:
    return any(paragraph.find(f"{_LOOK}/{_RPR}/{tag}") is not None for tag in _GONE)


def _table(table: Element, around: Surroundings) -> RichTable:
    rows = []
    for row in _inner(table, _TR):
        if row.find(f"{_W}trPr/{_W}del") is not None:
            continue
        cells = []
        for cell in _inner(row, _TC):
            paras = (p for p in _unwrapped(cell) if p.tag == _P)
            cells.append(tuple(_paragraph(p, around) for p in paras))
        rows.append(tuple(cells))
    return RichTable(tuple(rows))


def _inner(parent: Element, wanted: str) -> Iterator[Element]:
    for child in parent:
        if child.tag == wanted:
            yield child
        elif child.tag == _SDT:
            for content in child.iterchildren(f"{_W}sdtContent"):
                yield from _inner(content, wanted)


def _paragraph(paragraph: Element, around: Surroundings) -> RichPara:
    style = paragraph.find(f"{_LOOK}/{_W}pStyle")
    key = "" if style is None else style.get(_VAL) or ""
    number = _number(paragraph) or around.numbered_styles.get(key)
    if number is not None and number[0] == "0":
        number = None
    reader = _Reader(around)
    reader.runs(paragraph, "")
    return RichPara(
        style=around.styles.get(key, key),
        letters=tuple(reader.letters),
        level=None if number is None else number[1],
        ordered=number is not None and around.lists.get(number, False),
        images=tuple(reader.images),
        lost=tuple(dict.fromkeys(reader.lost)),
    )


@dataclass
class _Reader:
    """Collects the letters of one paragraph."""

    around: Surroundings
    letters: list[Letters] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    fields: list[tuple[str, bool]] = field(default_factory=list)

    def runs(self, parent: Element, url: str) -> None:
        for child in parent:
            name = str(child.tag).rpartition("}")[2]
            if child.tag in _GONE or name in ("pPr", "sdtPr", "rPr"):
                continue
            if child.tag == f"{_W}r":
                self.run(child, url)
            elif name in ("oMath", "oMathPara"):
                self.lost.append(FORMULA)
            elif name == "hyperlink":
                relation = attribute(child, "r:id") or ""
                self.runs(child, self.around.addresses.get(relation, url))
            else:
                self.runs(child, url)

    def run(self, run: Element, url: str) -> None:
        look = run.find(_RPR)
        if not any(child.tag in _NOTES for child in run):  # its number stands high by itself
            self.fade(look, linked=bool(url or self.address()))
        for child in run:
            handler = _INSIDE.get(str(child.tag).rpartition("}")[2])
            if handler is not None:
                handler(self, child, look, url)

    def add(self, text: str, look: Element | None, url: str) -> None:
        if any(not shown for _, shown in self.fields):
            return
        style = "" if look is None else _value(look, "rStyle")
        name = self.around.styles.get(style, style).casefold()
        letters = Letters(
            text,
            bold=_on(look, "b") or name in ("strong", "fett"),
            italic=_on(look, "i") or name in ("emphasis", "hervorhebung"),
            code=name.startswith("quelltext"),
            url=url or self.address(),
        )
        self.letters.append(letters)

    def fade(self, look: Element | None, *, linked: bool) -> None:
        """Note what the look of a run has that a page has no words for."""
        for name, word in () if look is None or linked else _FADED.items():
            value = _value(look, name) if look is not None else ""
            plain = ("", "auto", "000000", "baseline", "FFFFFF")
            if _on(look, name) and (value not in plain or name == "strike"):
                self.lost.append(word)

    def address(self) -> str:
        """Return the address of the link field that is open, empty for none."""
        found = (_LINK.match(code) for code, _ in self.fields)
        return next((match[1] for match in found if match), "")

    def char(self, char: Element, look: Element | None, url: str) -> None:
        kind = attribute(char, "w:fldCharType")
        if kind == "begin":
            self.fields.append(("", False))
        elif self.fields and kind == "separate":
            self.fields[-1] = (self.fields[-1][0], True)
        elif self.fields and kind == "end":
            self.fields.pop()

    def code(self, code: Element, look: Element | None, url: str) -> None:
        if self.fields:
            self.fields[-1] = (self.fields[-1][0] + (code.text or ""), self.fields[-1][1])

    def drawing(self, drawing: Element, look: Element | None, url: str) -> None:
        if next(drawing.iter(_BOXED), None) is not None:
            self.lost.append(BOX)
            return
        blip = next(drawing.iter(qualified("a:blip")), None)
        relation = "" if blip is None else attribute(blip, "r:embed") or ""
        if not relation:
            self.lost.append(OBJECT)
            return
        described = next(drawing.iter(qualified("wp:docPr")), None)
        alt = "" if described is None else described.get("descr") or ""
        self.images.append(Image(relation, " ".join(alt.split())))


def _on(look: Element | None, name: str) -> bool:
    found = None if look is None else look.find(f"{_W}{name}")
    return found is not None and found.get(_VAL) not in _OFF


def _value(look: Element, name: str) -> str:
    found = look.find(f"{_W}{name}")
    return "" if found is None else found.get(_VAL) or ""


def _sign(sign: str) -> Callable[[_Reader, Element, Element | None, str], None]:
    return lambda reader, _, look, url: reader.add(sign, look, url)


def _losing(word: str) -> Callable[[_Reader, Element, Element | None, str], None]:
    return lambda reader, *_: reader.lost.append(word)


def _break(reader: _Reader, element: Element, look: Element | None, url: str) -> None:
    if attribute(element, "w:type") in (None, "textWrapping"):
        reader.add("\n", look, url)


def _note(reader: _Reader, element: Element, look: Element | None, url: str) -> None:
    kind = _NOTES[str(element.tag)]
    words = reader.around.notes.get((kind, attribute(element, "w:id") or ""))
    if words is None:
        reader.lost.append(NOTE)
        return
    before = reader.letters[-1].text if reader.letters else " "
    reader.letters.append(Letters(words if before[-1:].isspace() else f" {words}"))


def _either(reader: _Reader, element: Element, look: Element | None, url: str) -> None:
    for child in element.iter(f"{_W}drawing", f"{_W}pict"):
        return reader.drawing(child, look, url)


_INSIDE: Mapping[str, Callable[[_Reader, Element, Element | None, str], None]] = {
    "t": lambda reader, text, look, url: reader.add(text.text or "", look, url),
    "tab": _sign(" "),
    "br": _break,
    "cr": _sign("\n"),
    "noBreakHyphen": _sign("\u2011"),
    "softHyphen": _sign("\u00ad"),
    "fldChar": _Reader.char,
    "instrText": _Reader.code,
    "drawing": _Reader.drawing,
    "pict": _Reader.drawing,
    "AlternateContent": _either,
    "object": _losing(OBJECT),
    "footnoteReference": _note,
    "endnoteReference": _note,
}


def passages(root: Element) -> dict[str, str]:
    """Return the text to which each comment refers, by its number."""
    found: dict[str, list[str]] = {}
    open_: dict[str, None] = {}
    for element in root.iter():
        if element.tag == f"{_W}commentRangeStart":
            open_[attribute(element, "w:id") or ""] = None
        elif element.tag == f"{_W}commentRangeEnd":
            open_.pop(attribute(element, "w:id") or "", None)
        elif element.tag == f"{_W}t":
            for key in open_:
                found.setdefault(key, []).append(element.text or "")
    return {key: " ".join("".join(parts).split()) for key, parts in found.items()}
