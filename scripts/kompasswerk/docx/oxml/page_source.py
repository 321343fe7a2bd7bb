"""The part of a Word form that says of which page of the project it was made (decision 0033)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from .base import Element, clean

NAMESPACE = "urn:kompasswerk:bogen:1"
PAGE, MARK = "kompass-bogen-seite", "kompass-bogen-marke"
"""Properties of the file that say the same, for programs that drop the part."""
_DEFAULT: dict[str, str] = {None: NAMESPACE}  # type: ignore[dict-item]  # the stubs forget it


@dataclass(frozen=True)
class PageSource:
    """Of what a form was made: path and text of the page, empty for a new one.

    ``mark`` is the fingerprint of that text, ``words`` are paragraphs that only help people
    to fill in the form.
    """

    kind: str
    path: str = ""
    mark: str = ""
    text: str = ""
    words: tuple[str, ...] = ()


def source_part(source: PageSource) -> bytes:
    """``<bogen art="fall" seite="…" marke="…"><text>…</text><hilfe>…</hilfe>…``."""
    said = {"art": source.kind, "seite": source.path, "marke": source.mark}
    root = etree.Element(f"{{{NAMESPACE}}}bogen", said, nsmap=_DEFAULT)
    etree.SubElement(root, f"{{{NAMESPACE}}}text").text = clean(source.text)
    for word in source.words:
        etree.SubElement(root, f"{{{NAMESPACE}}}hilfe").text = clean(word)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def read_source(roots: Iterable[Element]) -> PageSource | None:
    """Return the source among these custom parts; ``None`` if none is one."""
    for root in roots:
        if root.tag == f"{{{NAMESPACE}}}bogen":
            kind, path, mark = (root.get(key, "") for key in ("art", "seite", "marke"))
            words = tuple(each.text or "" for each in root.iterchildren(f"{{{NAMESPACE}}}hilfe"))
            return PageSource(kind, path, mark, root.findtext(f"{{{NAMESPACE}}}text") or "", words)
    return None
