"""Raw XML inside a paragraph: runs, fields, links, bookmarks, notes, formulas."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from .base import (
    Element,
    attribute,
    clean,
    find_all,
    make,
    qualified,
    remembered,
    valued,
)

LEFTWARDS = ("ar", "fa", "he", "ur")
"""Languages whose writing runs from right to left."""
NOTE_MARK = "_RefFussnote"
"""How the bookmarks of notes begin."""
_PIECES = re.compile("([\n\t\u00ad])")
_SPECIAL = {"\n": "w:br", "\t": "w:tab", "\u00ad": "w:softHyphen"}


@dataclass(frozen=True)
class RunLook:
    """What distinguishes a run; ``style`` is a character style's id, ``None`` for none."""

    style: str | None = None
    bold: bool = False
    italic: bool = False
    strike: bool = False
    position: str | None = None
    language: str | None = None
    hidden: bool = False


PLAIN = RunLook()


def run_properties(look: RunLook) -> Element | None:
    """``<w:rPr><w:rStyle/><w:b/><w:i/><w:strike/><w:vanish/><w:vertAlign/><w:lang/></w:rPr>``.

    ``None`` if the look asks for nothing.
    """
    parts = [
        valued("w:rStyle", look.style) if look.style else None,
        make("w:b") if look.bold else None,
        make("w:i") if look.italic else None,
        make("w:strike") if look.strike else None,
        make("w:vanish") if look.hidden else None,
        valued("w:vertAlign", look.position) if look.position else None,
        make("w:lang", languages(look.language)) if look.language else None,
    ]
    present = [part for part in parts if part is not None]
    return make("w:rPr", children=present) if present else None


def languages(language: str) -> dict[str, str]:
    """Return the attributes of ``w:lang``: Word asks for that of other scripts apart."""
    main = language.partition("-")[0].lower()
    attributes = {"w:val": language}
    attributes |= {"w:eastAsia": language} if main in ("ja", "ko", "zh") else {}
    return attributes | ({"w:bidi": language} if main in LEFTWARDS else {})


def run(look: RunLook, *content: Element) -> Element:
    """``<w:r><w:rPr/>content</w:r>``."""
    element = _empty_run(look)
    element.extend(content)
    return element


@remembered
def _empty_run(look: RunLook) -> Element:
    properties = run_properties(look)
    return make("w:r", children=[] if properties is None else [properties])


def text_run(text: str, look: RunLook) -> Element:
    """``<w:r><w:t xml:space="preserve">…</w:t><w:br/>…</w:r>``: spaces and breaks count."""
    if text and (text.isprintable() or _PIECES.search(text) is None):
        element = _plain_run(look)
        element[-1].text = clean(text)
        return element
    return run(look, *(_piece(piece) for piece in _PIECES.split(text) if piece))


@remembered
def _plain_run(look: RunLook) -> Element:
    return run(look, _piece(""))


def _piece(piece: str) -> Element:
    if piece in _SPECIAL:
        return make(_SPECIAL[piece])
    return make("w:t", {"xml:space": "preserve"}, text=piece)


def field(
    instruction: str, result: Iterable[Element], look: RunLook, dirty: bool = False
) -> list[Element]:
    """Begin, instruction, separator, result and end of a complex field, as runs."""
    begin = {"w:fldCharType": "begin", **({"w:dirty": "true"} if dirty else {})}
    return [
        run(look, make("w:fldChar", begin)),
        run(look, make("w:instrText", {"xml:space": "preserve"}, text=f" {instruction} ")),
        run(look, make("w:fldChar", {"w:fldCharType": "separate"})),
        *result,
        run(look, make("w:fldChar", {"w:fldCharType": "end"})),
    ]


def mark_field(instruction: str) -> list[Element]:
    """A field without a result, such as ``XE``: begin, instruction, end; all hidden."""
    look = RunLook(hidden=True)
    return [
        run(look, make("w:fldChar", {"w:fldCharType": "begin"})),
        run(look, make("w:instrText", {"xml:space": "preserve"}, text=f" {instruction} ")),
        run(look, make("w:fldChar", {"w:fldCharType": "end"})),
    ]


def internal_link(bookmark: str, children: Iterable[Element], tip: str = "") -> Element:
    """``<w:hyperlink w:anchor="…" w:history="1" w:tooltip="…">``."""
    tooltip = {"w:tooltip": tip[:255]} if tip else {}
    return make("w:hyperlink", {"w:anchor": bookmark, **tooltip, "w:history": "1"}, children)


def external_link(relation: str, children: Iterable[Element], tip: str = "") -> Element:
    """``<w:hyperlink r:id="rId9" w:tooltip="…" w:history="1">``."""
    tooltip = {"w:tooltip": tip[:255]} if tip else {}
    return make("w:hyperlink", {"r:id": relation, **tooltip, "w:history": "1"}, children)


def bookmark(name: str, content: Iterable[Element] = ()) -> list[Element]:
    """``<w:bookmarkStart/>content<w:bookmarkEnd/>``; ``number_ids`` gives the real ids."""
    return [
        make("w:bookmarkStart", {"w:id": "0", "w:name": name}),
        *content,
        make("w:bookmarkEnd", {"w:id": "0"}),
    ]


def note_reference(number: int, look: RunLook, kind: str = "footnote") -> Element:
    """``<w:r><w:footnoteReference w:id="1"/></w:r>``, or of an ``endnote``."""
    return run(look, make(f"w:{kind}Reference", {"w:id": str(number)}))


def note_mark(look: RunLook, kind: str = "footnote") -> Element:
    """``<w:r><w:footnoteRef/></w:r>``: the number before the text of the note itself."""
    return run(look, make(f"w:{kind}Ref"))


def fill_page_numbers(root: Element, pages: Mapping[str, int]) -> None:
    """Write into each ``PAGEREF`` field the page of its bookmark; unknown ones stay."""
    for mark, letters in results(root, "PAGEREF"):
        if mark in pages:
            letters.text = str(pages[mark])


def note_links(root: Element) -> Iterator[tuple[str, Element]]:
    """Yield the bookmark of each link to a note with the letters of its number."""
    for link in find_all(root, f"//w:hyperlink[starts-with(@w:anchor, '{NOTE_MARK}')]"):
        for letters in link.iter(qualified("w:t")):
            yield attribute(link, "w:anchor") or "", letters


def results(root: Element, kind: str) -> Iterator[tuple[str, Element]]:
    """Yield the bookmark of each field of a kind (``PAGEREF``) with the letters of its result."""
    for code in find_all(root, f"//w:instrText[starts-with(normalize-space(.), '{kind}')]"):
        begin = code.getparent()
        following = () if begin is None else begin.itersiblings()
        letters = (found for later in following for found in later.iter(qualified("w:t")))
        first = next(letters, None)
        words = (code.text or "").split()
        if first is not None and len(words) > 1:
            yield words[1], first
