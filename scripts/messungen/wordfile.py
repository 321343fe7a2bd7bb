"""Count in a Word file what makes it usable: header rows, alternative texts, targets of links."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
OFF = frozenset({"0", "false", "off"})
STORIES = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")


@dataclass(frozen=True)
class WordCounts:
    """Counts in one file.

    ``tables`` have two rows and two columns at least, others are boxes; ``headed`` are those
    whose first row, and not every row, is repeated as a header. ``described`` pictures have an
    alternative text or are marked as decoration. ``dangling`` are links and references to
    bookmarks that do not exist.
    """

    tables: int = 0
    headed: int = 0
    pictures: int = 0
    described: int = 0
    links: int = 0
    dangling: int = 0

    def __add__(self, other: WordCounts) -> WordCounts:
        """Return the counts of two files together."""
        both = zip(vars(self).values(), vars(other).values(), strict=True)
        return WordCounts(*(one + two for one, two in both))


def word_counts(path: Path) -> WordCounts:
    """Return the counts; ``zipfile.BadZipFile`` or ``KeyError`` for what is no Word file."""
    with zipfile.ZipFile(path) as package:
        names = [name for name in STORIES if name in package.namelist()] or [STORIES[0]]
        trees = [ElementTree.fromstring(package.read(name)) for name in names]  # noqa: S314
    marks = {mark.get(f"{W}name") for tree in trees for mark in tree.iter(f"{W}bookmarkStart")}
    targets = [target for tree in trees for target in _targets(tree)]
    tables = [each for tree in trees for each in tree.iter(f"{W}tbl") if _is_table(each)]
    pictures = [each for tree in trees for each in _pictures(tree)]
    return WordCounts(
        tables=len(tables),
        headed=sum(map(_is_headed, tables)),
        pictures=len(pictures),
        described=sum(map(_is_described, pictures)),
        links=len(targets),
        dangling=sum(target not in marks for target in targets),
    )


def _targets(tree: ElementTree.Element) -> Iterator[str]:
    """Yield the bookmarks that links and fields of a part lead to."""
    relation = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    for link in tree.iter(f"{W}hyperlink"):
        if link.get(f"{W}anchor") and link.get(relation) is None:
            yield link.get(f"{W}anchor", "")
    codes = [each.text or "" for each in tree.iter(f"{W}instrText")]
    codes += [each.get(f"{W}instr", "") for each in tree.iter(f"{W}fldSimple")]
    for words in map(str.split, codes):
        if words[:1] in (["REF"], ["PAGEREF"], ["NOTEREF"]) and len(words) > 1:
            yield words[1]


def _is_table(table: ElementTree.Element) -> bool:
    rows = table.findall(f"{W}tr")
    return len(rows) > 1 and max(len(row.findall(f"{W}tc")) for row in rows) > 1


def _is_headed(table: ElementTree.Element) -> bool:
    marked = [_marks_header(row) for row in table.findall(f"{W}tr")]
    return marked[0] and not all(marked)


def _marks_header(row: ElementTree.Element) -> bool:
    mark = row.find(f"{W}trPr/{W}tblHeader")
    return mark is not None and mark.get(f"{W}val", "1") not in OFF


def _pictures(tree: ElementTree.Element) -> Iterator[ElementTree.Element]:
    for kind in ("inline", "anchor"):
        for frame in tree.iter(f"{WP}{kind}"):
            yield from frame.findall(f"{WP}docPr")


def _is_described(picture: ElementTree.Element) -> bool:
    marks = (mark.get("val") for mark in picture.iter(DECORATIVE))
    return bool(picture.get("descr", "").strip()) or any(mark not in OFF for mark in marks)
