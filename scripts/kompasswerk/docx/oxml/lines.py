"""Read a Word file as lines of text, without what Word counts by itself.

Page numbers and numbers of captions change whenever something before them does; they are left
out, and so are deletions that have not been accepted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from .base import Element, attribute, find_all, qualified
from .text import NOTE_MARK

COUNTED = ("PAGEREF", "PAGE", "NUMPAGES", "SEQ", "REF", "NOTEREF", "STYLEREF", "TOC", "INDEX")
_TEXT, _DELETED = qualified("w:t"), (qualified("w:del"), qualified("w:moveFrom"))
_CHAR, _CODE = qualified("w:fldChar"), qualified("w:instrText")
_SIGNS = {qualified("w:tab"): "\t", qualified("w:br"): "\n", qualified("w:cr"): "\n"}
_NOTES = {qualified(f"w:{kind}Reference"): kind for kind in ("footnote", "endnote")}
_LINK, _DRAWING = qualified("w:hyperlink"), qualified("w:drawing")
_PARAGRAPH, _RUN, _FALLBACK = qualified("w:p"), qualified("w:r"), qualified("mc:Fallback")
_SPACE = re.compile(r"[ \u00a0]+")


@dataclass(frozen=True)
class Line:
    """A paragraph: its text, the names of its style and of the bookmarks that begin in it."""

    text: str
    style: str = ""
    bookmarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outside:
    """What a text points to: notes by kind and id, targets of relations by id, style names."""

    notes: Mapping[tuple[str, str], str]
    targets: Mapping[str, str]
    styles: Mapping[str, str]


NOWHERE = Outside({}, {}, {})


def lines(root: Element, outside: Outside) -> Iterator[Line]:
    """Yield the paragraphs of a part in document order, those in cells and boxes too."""
    for paragraph in root.iter(_PARAGRAPH):
        style = next(iter(find_all(paragraph, "w:pPr/w:pStyle")), None)
        name = attribute(style, "w:val") or "" if style is not None else ""
        marks = find_all(paragraph, ".//w:bookmarkStart")
        yield Line(
            _SPACE.sub(" ", "".join(_Reader(outside).text(paragraph))).strip(),
            outside.styles.get(name, name),
            tuple(attribute(mark, "w:name") or "" for mark in marks),
        )


class _Reader:
    """Reads one paragraph; knows in which fields it stands."""

    def __init__(self, outside: Outside) -> None:
        self.outside = outside
        self.fields: list[list[str]] = []

    def text(self, element: Element) -> Iterator[str]:
        for child in element:
            if child.tag in _DELETED or child.tag in (_PARAGRAPH, _FALLBACK):
                continue
            kind = READERS.get(str(child.tag))
            if kind is not None:
                yield from kind(self, child)
            else:
                yield from self.text(child)

    def shown(self, text: str) -> Iterator[str]:
        """Yield the text unless a field that counts has made it."""
        codes = ("".join(code).split()[:1] for code in self.fields)
        if not any(code and code[0] in COUNTED for code in codes):
            yield text

    def sign(self, sign: Element) -> Iterator[str]:
        yield from self.shown(_SIGNS[str(sign.tag)])

    def field(self, char: Element) -> Iterator[str]:
        kind = attribute(char, "w:fldCharType")
        if kind == "begin":
            self.fields.append([])
        elif kind == "end" and self.fields:
            self.fields.pop()
        yield from ()

    def code(self, code: Element) -> Iterator[str]:
        if self.fields:
            self.fields[-1].append(code.text or "")
        yield from ()

    def note(self, reference: Element) -> Iterator[str]:
        kind = _NOTES[str(reference.tag)]
        yield f"[{self.outside.notes.get((kind, attribute(reference, 'w:id') or ''), '')}]"

    def link(self, link: Element) -> Iterator[str]:
        if (attribute(link, "w:anchor") or "").startswith(NOTE_MARK):
            return  # its text is the number of a note
        yield from self.text(link)
        target = self.outside.targets.get(attribute(link, "r:id") or "")
        if target:
            yield f"⟨{target}⟩"

    def drawing(self, drawing: Element) -> Iterator[str]:
        names = [item.get("descr") or "" for item in find_all(drawing, ".//wp:docPr")]
        for picture in find_all(drawing, ".//a:blip"):
            names.append(self.outside.targets.get(attribute(picture, "r:embed") or "", ""))
        yield f"⟨{' '.join(names)}⟩"


READERS: Mapping[str, Callable[[_Reader, Element], Iterator[str]]] = {
    _TEXT: lambda reader, text: reader.shown(text.text or ""),
    _CHAR: _Reader.field,
    _CODE: _Reader.code,
    _LINK: _Reader.link,
    _DRAWING: _Reader.drawing,
    **dict.fromkeys(_SIGNS, _Reader.sign),
    **dict.fromkeys(_NOTES, _Reader.note),
}


def styles_by_id(sheet: Element) -> dict[str, str]:
    """Return the names of the styles by id."""
    return {
        attribute(style, "w:styleId") or "": attribute(name, "w:val") or ""
        for style in find_all(sheet, "w:style")
        for name in find_all(style, "w:name")
    }


def notes_by_id(root: Element, kind: str, outside: Outside) -> dict[tuple[str, str], str]:
    """Return the texts of the notes in a part by kind and id."""
    return {
        (kind, attribute(note, "w:id") or ""): " ".join(line.text for line in lines(note, outside))
        for note in find_all(root, f"w:{kind}")
    }
