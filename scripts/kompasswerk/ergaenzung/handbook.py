"""A finished Word handbook, taken apart into its pages."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ..docx.opening import MAIN, opened
from ..docx.oxml.base import Element, parse
from ..docx.oxml.lines import Line, Outside, lines, notes_by_id, styles_by_id
from ..docx.oxml.manifest import NAMESPACE, Manifest, read_manifest

STYLES = "word/styles.xml"


class NoEditionError(Exception):
    """A Word file does not say which edition it is; the message is a German sentence."""


@dataclass(frozen=True)
class Handbook:
    """A Word file's edition, its pages as lines by name, and its parts by file name."""

    manifest: Manifest
    pages: Mapping[str, tuple[Line, ...]]
    parts: Mapping[str, bytes]

    @property
    def titles(self) -> dict[str, str]:
        """The titles of the pages by name, in reading order."""
        return {page.name: page.title for page in self.manifest.pages if page.name in self.pages}


def read_handbook(path: Path) -> Handbook:
    """Return the handbook in a Word file.

    Raises what :func:`..docx.opening.opened` raises, and :class:`NoEditionError` for a document
    that this program did not write or that lost its list of pages.
    """
    parts = opened(path)
    manifest = read_manifest(
        parse(blob) for name, blob in sorted(parts.items()) if is_manifest(name, blob)
    )
    if manifest is None or not manifest.pages:
        raise NoEditionError(
            f"„{path.name}“ nennt keine Ausgabe und keine Seiten. Bitte nehmen Sie eine "
            "unveränderte Handbuch-Datei oder den Namen eines Git-Tags."
        )
    document = parse(parts[MAIN])
    return Handbook(manifest, _split(manifest, lines(document, _outside(parts))), parts)


def is_manifest(name: str, blob: bytes) -> bool:
    """Return whether a part of a Word file says which edition it is."""
    return name.startswith("customXml/") and NAMESPACE.encode() in blob and "Props" not in name


def _split(manifest: Manifest, read: Iterator[Line]) -> dict[str, tuple[Line, ...]]:
    starts = {page.bookmark: page.name for page in manifest.pages}
    found: dict[str, list[Line]] = {}
    current = ""
    for line in read:
        current = next((starts[name] for name in line.bookmarks if name in starts), current)
        if current and line.text:
            found.setdefault(current, []).append(line)
    return {name: tuple(each) for name, each in found.items()}


def _outside(parts: Mapping[str, bytes]) -> Outside:
    styles = styles_by_id(parse(parts[STYLES])) if STYLES in parts else {}
    outside = Outside({}, _targets(parts, MAIN), styles)
    notes: dict[tuple[str, str], str] = {}
    for kind in ("footnote", "endnote"):
        name = f"word/{kind}s.xml"
        if name in parts:
            inside = replace(outside, targets=_targets(parts, name))
            notes |= notes_by_id(parse(parts[name]), kind, inside)
    return replace(outside, notes=notes)


def _targets(parts: Mapping[str, bytes], of: str) -> dict[str, str]:
    """Return what the relations of a part lead to: addresses, and pictures by their content."""
    folder, _, name = of.rpartition("/")
    blob = parts.get(f"{folder}/_rels/{name}.rels")
    return {} if blob is None else dict(_followed(parts, folder, parse(blob)))


def _followed(
    parts: Mapping[str, bytes], folder: str, relations: Element
) -> Iterator[tuple[str, str]]:
    for relation in relations:
        target = relation.get("Target", "")
        inside = parts.get(posixpath.normpath(posixpath.join(folder, target)))
        shown = target if inside is None else hashlib.sha256(inside).hexdigest()[:12]
        yield relation.get("Id", ""), shown
