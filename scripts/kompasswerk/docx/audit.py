"""What schema checkers miss in a Word file: things that refer to each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from .oxml.base import Element, attribute, find_all, parse, qualified

_STORY = re.compile(r"word/(document|footnotes|endnotes|header\d*|footer\d*)\.xml")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")
_BLOCKS = tuple(qualified(name) for name in ("w:p", "w:tbl"))


@dataclass(frozen=True)
class Package:
    """The parts of a Word file that hold text, by name, and the core properties."""

    stories: dict[str, Element]
    core: bytes

    def all(self, path: str) -> list[tuple[str, Element]]:
        """Return what an XPath selects in all parts, with the part's name."""
        return [
            (name, item) for name, root in self.stories.items() for item in find_all(root, path)
        ]


def audit(path: Path) -> list[str]:
    """Return findings in German, one line each; an empty list if all is well."""
    with ZipFile(path) as archive:
        names = archive.namelist()
        package = Package(
            {name: parse(archive.read(name)) for name in names if _STORY.fullmatch(name)},
            archive.read("docProps/core.xml") if "docProps/core.xml" in names else b"",
        )
    return [finding for check in CHECKS for finding in check(package)]


def _bookmarks(package: Package) -> Iterator[str]:
    for part, root in package.stories.items():
        starts = [attribute(item, "w:id") for item in find_all(root, "//w:bookmarkStart")]
        ends = [attribute(item, "w:id") for item in find_all(root, "//w:bookmarkEnd")]
        if Counter(starts) != Counter(ends):
            yield f"{part}: Eine Textmarke beginnt ohne zu enden oder endet ohne zu beginnen."
    names = [attribute(item, "w:name") or "" for _, item in package.all("//w:bookmarkStart")]
    for name, count in Counter(name.lower() for name in names).items():
        if count > 1:
            yield f"Die Textmarke „{name}“ gibt es {count}-mal."
    yield from (f"Die Textmarke „{name}“ ist zu lang." for name in names if len(name) > 40)


def _targets(package: Package) -> Iterator[str]:
    known = {attribute(item, "w:name") for _, item in package.all("//w:bookmarkStart")}
    for part, link in package.all("//w:hyperlink[@w:anchor]"):
        anchor = attribute(link, "w:anchor")
        if anchor not in known:
            yield f"{part}: Ein Verweis zeigt auf „{anchor}“, das es nicht gibt."
    for part, code in package.all("//w:instrText"):
        words = (code.text or "").split()
        if words[:1] in (["PAGEREF"], ["NOTEREF"], ["REF"]) and words[1] not in known:
            yield f"{part}: Das Feld „{' '.join(words)}“ zeigt auf keine Textmarke."


def _fields(package: Package) -> Iterator[str]:
    for part, root in package.stories.items():
        depth = 0
        for char in find_all(root, "//w:fldChar"):
            kind = attribute(char, "w:fldCharType")
            depth += {"begin": 1, "end": -1}.get(kind or "", 0)
            if depth < 0:
                yield f"{part}: Ein Feld endet, das nicht begonnen hat."
                depth = 0
        if depth:
            yield f"{part}: Ein Feld hat kein Ende."


def _controls(package: Package) -> Iterator[str]:
    ids = Counter(attribute(item, "w:val") for _, item in package.all("//w:sdtPr/w:id"))
    yield from (
        f"Die Nummer {one} tragen {n} Inhaltssteuerelemente." for one, n in ids.items() if n > 1
    )
    for part, control in package.all("//w:sdt"):
        content = find_all(control, "w:sdtContent")
        if not content or not len(content[0]):
            yield f"{part}: Ein Inhaltssteuerelement ist leer."
        elif _inline(control) and any(child.tag in _BLOCKS for child in content[0]):
            yield f"{part}: Ein Inhaltssteuerelement in einer Zeile enthält ganze Absätze."


def _inline(control: Element) -> bool:
    parent = control.getparent()
    return parent is not None and parent.tag in (qualified("w:p"), qualified("w:hyperlink"))


def _drawings(package: Package) -> Iterator[str]:
    ids = Counter(item.get("id") for _, item in package.all("//wp:docPr"))
    yield from (f"Die Nummer {one} tragen {n} Bilder." for one, n in ids.items() if n > 1)
    for part, item in package.all("//wp:docPr"):
        if not item.get("descr") and not find_all(item, ".//adec:decorative"):
            yield f"{part}: Das Bild „{item.get('name')}“ hat keinen Alternativtext."


def _rows(package: Package) -> Iterator[str]:
    for part, table in package.all("//w:tbl"):
        columns = len(find_all(table, "w:tblGrid/w:gridCol"))
        for number, row in enumerate(
            find_all(table, "w:tr | w:sdt/w:sdtContent/w:sdt/w:sdtContent/w:tr"), 1
        ):
            spans = find_all(row, "w:tc/w:tcPr/w:gridSpan")
            extra = sum(int(attribute(span, "w:val") or 1) - 1 for span in spans)
            if len(find_all(row, "w:tc")) + extra != columns:
                yield f"{part}: Zeile {number} einer Tabelle füllt nicht {columns} Spalten."


def _dates(package: Package) -> Iterator[str]:
    root = parse(package.core) if package.core else None
    for item in [] if root is None else root:
        if item.tag.endswith(("}created", "}modified")) and not _DATE.fullmatch(item.text or ""):
            yield f"docProps/core.xml: „{item.text}“ ist kein Zeitpunkt."


CHECKS: tuple[Callable[[Package], Iterator[str]], ...] = (
    *(_bookmarks, _targets, _fields, _controls, _drawings, _rows, _dates),
)
