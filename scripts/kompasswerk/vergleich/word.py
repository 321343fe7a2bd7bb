"""Read a DOCX as Word shows it: text in order, list numbers counted, notes apart."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

from .content import Found, letters
from .numbering import Numbering

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MAIN = "word/document.xml"
LISTING = re.compile(r"^(toc|table of figures|index) ?\d*$|^Verzeichnis", re.IGNORECASE)
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
_SKIPPED = frozenset(
    {f"{W}instrText", f"{W}delText", f"{W}del", f"{MC}Fallback", f"{W}rPr", f"{W}sectPr"}
)


@dataclass
class _Collected:
    """What reading brings together."""

    styles: dict[str, str]
    numbering: Numbering
    relations: dict[str, str]
    bookmarks: set[str]
    body: list[str] = field(default_factory=list)
    pictures: Counter[str] = field(default_factory=Counter)
    links: Counter[str] = field(default_factory=Counter)
    targets: list[str] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)
    formulas: int = 0


def word_content(path: Path) -> Found:
    """Return what a DOCX holds. ``ValueError`` or ``zipfile.BadZipFile`` for what is none."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist() if _is_read(name)}
    if MAIN not in parts:
        raise ValueError(f"{path.name}: Das ist kein Word-Dokument.")
    document = _tree(parts[MAIN])
    found = _Collected(
        styles=_style_names(parts),
        numbering=Numbering(_optional(parts, "word/numbering.xml"), _style_numbers(parts)),
        relations=_relations(parts),
        bookmarks={mark.get(f"{W}name") for mark in document.iter(f"{W}bookmarkStart")},
    )
    _read(document, found, found.body)
    notes: list[str] = []
    for name in ("word/footnotes.xml", "word/endnotes.xml"):
        if name in parts:
            found.relations |= _relations(parts, name)
            _read(_tree(parts[name]), found, notes)
    named = (*found.targets, *found.repeated)
    dangling = tuple(name for name in named if name not in found.bookmarks)
    return Found(
        letters("".join(found.body)),
        letters("".join(notes)),
        found.pictures,
        found.links,
        len(found.targets),
        dangling,
        found.formulas,
    )


def _is_read(name: str) -> bool:
    return name.startswith("word/") and name.endswith((".xml", ".rels"))


def _tree(blob: bytes) -> Any:
    return etree.fromstring(blob, _PARSER)


def _optional(parts: dict[str, bytes], name: str) -> Any | None:
    return _tree(parts[name]) if name in parts else None


def _relations(parts: dict[str, bytes], of: str = MAIN) -> dict[str, str]:
    folder, name = of.rsplit("/", 1)
    blob = parts.get(f"{folder}/_rels/{name}.rels")
    if blob is None:
        return {}
    return {each.get("Id"): each.get("Target") for each in _tree(blob)}


def _style_names(parts: dict[str, bytes]) -> dict[str, str]:
    sheet = _optional(parts, "word/styles.xml")
    styles = [] if sheet is None else sheet.iter(f"{W}style")
    return {
        style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val")
        for style in styles
        if style.find(f"{W}name") is not None
    }


def _style_numbers(parts: dict[str, bytes]) -> dict[str, tuple[str, int]]:
    """Return list and level of the styles that number by themselves."""
    sheet = _optional(parts, "word/styles.xml")
    found: dict[str, tuple[str, int]] = {}
    for style in [] if sheet is None else sheet.iter(f"{W}style"):
        number = style.find(f"{W}pPr/{W}numPr/{W}numId")
        level = style.find(f"{W}pPr/{W}numPr/{W}ilvl")
        if number is not None:
            depth = int(level.get(f"{W}val")) if level is not None else 0
            found[style.get(f"{W}styleId")] = (number.get(f"{W}val"), depth)
    return found


# ---------------------------------------------------------------- text


def _read(element: Any, found: _Collected, into: list[str]) -> None:
    """Collect the text of an element that stands below ``element``."""
    for child in element:
        if child.tag in _SKIPPED or not isinstance(child.tag, str):
            continue
        if child.tag == f"{W}p":
            _paragraph(child, found, into)
        elif child.tag == f"{W}t":
            into.append(child.text or "")
        elif child.tag in (f"{M}oMath", f"{M}oMathPara"):
            found.formulas += len(list(child.iter(f"{M}oMath"))) or 1
        elif child.tag == f"{W}hyperlink":
            _link(child, found)
            _read(child, found, into)
        elif child.tag == f"{W}sdt":
            _control(child, found, into)
        else:
            if child.tag == f"{A}hlinkClick":
                found.links[found.relations.get(child.get(f"{R}id"), "")] += 1
            if child.tag == f"{WP}docPr":
                found.pictures[letters(child.get("descr", ""))] += 1
            _read(child, found, into)


def _control(control: Any, found: _Collected, into: list[str]) -> None:
    """Collect what a content control offers: values of a list, or its text unless it is a hint."""
    entries = control.findall(f"{W}sdtPr/{W}dropDownList/{W}listItem")
    into.extend(entry.get(f"{W}displayText", "") for entry in entries if entry.get(f"{W}value"))
    content = control.find(f"{W}sdtContent")
    hinting = control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
    if content is not None and not entries and not hinting:
        _read(content, found, into)


def _paragraph(paragraph: Any, found: _Collected, into: list[str]) -> None:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    name = style.get(f"{W}val") if style is not None else ""
    if LISTING.match(found.styles.get(name, "")):
        return
    into.append(found.numbering.label(name, *_numbered(paragraph)))
    _read(paragraph, found, into)
    for instruction in _instructions(paragraph):
        if instruction[:1] in (["NOTEREF"], ["PAGEREF"]) and len(instruction) > 1:
            found.targets.append(instruction[1])
        if instruction[:1] == ["REF"] and len(instruction) > 1:  # the link around it counts
            found.repeated.append(instruction[1])


def _numbered(paragraph: Any) -> tuple[str | None, int | None]:
    number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
    level = paragraph.find(f"{W}pPr/{W}numPr/{W}ilvl")
    return (
        number.get(f"{W}val") if number is not None else None,
        int(level.get(f"{W}val")) if level is not None else None,
    )


def _instructions(paragraph: Any) -> Iterator[list[str]]:
    for simple in paragraph.iter(f"{W}fldSimple"):
        yield (simple.get(f"{W}instr") or "").split()
    for text in paragraph.iter(f"{W}instrText"):
        yield (text.text or "").split()


def _link(link: Any, found: _Collected) -> None:
    target = link.get(f"{R}id")
    if target is not None:
        anchor = link.get(f"{W}anchor")
        found.links[found.relations.get(target, "") + (f"#{anchor}" if anchor else "")] += 1
    elif link.get(f"{W}anchor"):
        found.targets.append(link.get(f"{W}anchor"))
