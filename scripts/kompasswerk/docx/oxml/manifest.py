"""The part of a Word file that says which edition it is and where its pages begin.

It is a custom XML part, which Word and LibreOffice carry along when they save.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from .base import Element, clean

NAMESPACE = "urn:kompasswerk:edition:1"
HEAD = ("number", "state", "date", "line")
_DEFAULT: dict[str, str] = {None: NAMESPACE}  # type: ignore[dict-item]  # the stubs forget it
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


@dataclass(frozen=True)
class ManifestPage:
    """Bookmark where a document begins; the opening of a part and the index have no ``name``."""

    name: str
    title: str
    bookmark: str


@dataclass(frozen=True)
class Manifest:
    """Edition and pages of a Word file; ``line`` is what readers see of the edition."""

    number: str
    state: str
    date: str
    line: str
    pages: tuple[ManifestPage, ...]


def manifest_part(manifest: Manifest) -> bytes:
    """Return the manifest as XML."""
    root = etree.Element(f"{{{NAMESPACE}}}edition", nsmap=_DEFAULT)
    _set(root, number=manifest.number, state=manifest.state, date=manifest.date, line=manifest.line)
    for page in manifest.pages:
        child = etree.SubElement(root, f"{{{NAMESPACE}}}page")
        _set(child, name=page.name, title=page.title, bookmark=page.bookmark)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def read_manifest(roots: Iterable[Element]) -> Manifest | None:
    """Return the manifest among these custom parts; ``None`` if none is one."""
    for root in roots:
        if root.tag == f"{{{NAMESPACE}}}edition":
            pages = (
                ManifestPage(*(page.get(key, "") for key in ("name", "title", "bookmark")))
                for page in root.iter(f"{{{NAMESPACE}}}page")
            )
            number, state, date, line = (root.get(key, "") for key in HEAD)
            return Manifest(number, state, date, line, tuple(pages))
    return None


def store_part(namespace: str) -> bytes:
    """Return the properties that Word asks of a custom part with a root of this namespace."""
    root = etree.Element(f"{{{_STORE}}}datastoreItem", nsmap={"ds": _STORE})
    number = str(uuid5(NAMESPACE_URL, namespace)).upper()
    root.set(f"{{{_STORE}}}itemID", f"{{{number}}}")
    references = etree.SubElement(root, f"{{{_STORE}}}schemaRefs")
    etree.SubElement(references, f"{{{_STORE}}}schemaRef").set(f"{{{_STORE}}}uri", namespace)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _set(element: Element, **values: str) -> None:
    for name, value in values.items():
        element.set(name, clean(value))
