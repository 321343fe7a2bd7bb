"""Read a tagged PDF: the text in the order of its tags, as a screen reader speaks it."""

from __future__ import annotations

import ctypes
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from .content import Found, letters

CODE = re.compile(r"\[U\+(10[0-9A-F]{4}|[0-9A-F]{4,5})\]")
CONTENTS = frozenset({"TOC", "TOCI"})


@dataclass
class _Collected:
    """What reading brings together."""

    body: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    pictures: Counter[str] = field(default_factory=Counter)
    links: Counter[str] = field(default_factory=Counter)
    inner_links: int = 0
    dangling: list[str] = field(default_factory=list)
    formulas: int = 0


def pdf_content(path: Path) -> Found:
    """Return what the tags of a PDF hold; ``ValueError`` if it is not tagged."""
    document = pdfium.PdfDocument(path)
    if not raw.FPDFCatalog_IsTagged(document):
        raise ValueError(f"{path.name}: Die Datei hat keine Tags; ihre Reihenfolge ist unbekannt.")
    found = _Collected()
    for page in document:
        _read_page(page, found)
        _read_links(document, page, found)
        page.close()
    document.close()
    return Found(
        letters(_with_signs("".join(found.body))),
        letters(_with_signs("".join(found.notes))),
        found.pictures,
        found.links,
        found.inner_links,
        tuple(found.dangling),
        found.formulas,
    )


def _with_signs(text: str) -> str:
    """Return the text with signs for the codes that stand in for them, such as „[U+1F600]“.

    Letters keep their codes: a reader takes in no word that is written in them.
    """
    return CODE.sub(lambda match: letters(chr(int(match[1], 16))) and match[0], text)


def _read_page(page: pdfium.PdfPage, found: _Collected) -> None:
    texts = _marked_texts(page)
    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return
    for index in range(raw.FPDF_StructTree_CountChildren(tree)):
        child = raw.FPDF_StructTree_GetChildAtIndex(tree, index)
        if child:
            _read_element(child, ("",), texts, found, found.body)
    raw.FPDF_StructTree_Close(tree)


def _read_element(
    element: Any, above: tuple[str, ...], texts: dict[int, str], found: _Collected, into: list[str]
) -> None:
    tag = _text(raw.FPDF_StructElement_GetType, element)
    if tag in CONTENTS or (tag == "Lbl" and above[-1] != "LI"):
        return  # the contents repeat headings; other labels are the marks of notes
    alt = _text(raw.FPDF_StructElement_GetAltText, element)
    if tag == "Formula":
        found.formulas += 1
        return
    if tag == "Figure":
        found.pictures[letters(alt)] += 1
    if tag == "Note":
        into = found.notes
    actual = _text(raw.FPDF_StructElement_GetActualText, element)
    if actual:
        into.append(actual)
        return
    for index in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, index)
        if child:
            _read_element(child, (*above, tag), texts, found, into)
        elif tag != "Figure":  # words inside of a drawing are the picture's own
            mark = raw.FPDF_StructElement_GetChildMarkedContentID(element, index)
            into.append(texts.get(mark, "") if mark >= 0 else "")


def _marked_texts(page: pdfium.PdfPage) -> dict[int, str]:
    """Return the text of each marked content of a page by its number."""
    sheet = page.get_textpage()
    texts: dict[int, list[str]] = defaultdict(list)
    for item in _objects(page):
        if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_TEXT:
            size = raw.FPDFTextObj_GetText(item, sheet, None, 0)
            buffer = ctypes.create_string_buffer(size)
            pointer = ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR))
            raw.FPDFTextObj_GetText(item, sheet, pointer, size)
            mark = raw.FPDFPageObj_GetMarkedContentID(item)
            texts[mark].append(_decoded(buffer))
    sheet.close()
    return {mark: "".join(found) for mark, found in texts.items()}


def _objects(page: pdfium.PdfPage) -> Iterator[Any]:
    for index in range(raw.FPDFPage_CountObjects(page)):
        yield raw.FPDFPage_GetObject(page, index)


def _text(get: Callable[..., int], element: Any) -> str:
    size = get(element, None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    get(element, buffer, size)
    return _decoded(buffer)


def _decoded(buffer: ctypes.Array[ctypes.c_char]) -> str:
    return buffer.raw.decode("utf-16-le", errors="replace").rstrip("\0")


def _read_links(document: pdfium.PdfDocument, page: pdfium.PdfPage, found: _Collected) -> None:
    """Collect links; one that breaks over lines has several areas and counts once a line."""
    position, link = ctypes.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, position, link):
        action = raw.FPDFLink_GetAction(link)
        if action and raw.FPDFAction_GetType(action) == raw.PDFACTION_URI:
            size = raw.FPDFAction_GetURIPath(document, action, None, 0)
            buffer = ctypes.create_string_buffer(size)
            raw.FPDFAction_GetURIPath(document, action, buffer, size)
            found.links[buffer.value.decode("utf-8", errors="replace")] += 1
        else:
            found.inner_links += 1
            target = raw.FPDFLink_GetDest(document, link)
            if not target or raw.FPDFDest_GetDestPageIndex(document, target) < 0:
                found.dangling.append(f"Seite {page.number + 1}" if hasattr(page, "number") else "")
