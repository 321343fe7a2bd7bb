"""The part of a Word file that says which worksheets and fields it holds (decision 0019).

It is a custom XML part, which Word and LibreOffice carry along when they save.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from .base import Element, clean

LENGTH = 8
"""Hexadecimal digits of a fingerprint (:mod:`.shipped`)."""

NAMESPACE = "urn:kompasswerk:formular:1"
PREFIX, SHEET, TEXT = "kompass-", "blatt-", "text-"
"""How the names of properties begin that say the same: ``kompass-stadt``, ``kompass-blatt-…``."""
_PIECE = 31
"""So many fingerprints are a property: programs show and keep 255 letters."""
_DEFAULT: dict[str, str] = {None: NAMESPACE}  # type: ignore[dict-item]  # the stubs forget it


class FormField(NamedTuple):
    """An answer: written form of its ``Stelle``, bookmark, title, hint where it is empty."""

    place: str
    mark: str
    title: str
    hint: str


class FormSheet(NamedTuple):
    """A worksheet: its slug, the version of its fields, its title, its answers in order."""

    name: str
    version: str
    title: str
    fields: tuple[FormField, ...]


@dataclass(frozen=True)
class FormManifest:
    """What belongs to the whole file; ``town`` and ``ags`` are empty if it is for nobody.

    ``shipped`` are the fingerprints of its paragraphs (:mod:`.shipped`), empty where nobody took
    them.
    """

    edition: str
    town: str
    ags: str
    sheets: tuple[FormSheet, ...]
    shipped: tuple[str, ...] = ()


def form_part(manifest: FormManifest) -> bytes:
    """``<arbeitsbuch><blatt><feld stelle="…" marke="…" titel="…" hinweis="…"/>…<text>``."""
    root = etree.Element(
        f"{{{NAMESPACE}}}arbeitsbuch",
        _clean(ausgabe=manifest.edition, stadt=manifest.town, ags=manifest.ags),
        nsmap=_DEFAULT,
    )
    root.extend(_sheet(each) for each in manifest.sheets)
    if manifest.shipped:
        etree.SubElement(root, f"{{{NAMESPACE}}}text").text = " ".join(manifest.shipped)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def read_form_manifest(roots: Iterable[Element]) -> FormManifest | None:
    """Return the manifest among these custom parts; ``None`` if none is one."""
    for root in roots:
        if root.tag == f"{{{NAMESPACE}}}arbeitsbuch":
            edition, town, ags = (root.get(key, "") for key in ("ausgabe", "stadt", "ags"))
            sheets = tuple(map(_read_sheet, root.iterchildren(f"{{{NAMESPACE}}}blatt")))
            words = (root.findtext(f"{{{NAMESPACE}}}text") or "").split()
            return FormManifest(edition, town, ags, sheets, tuple(words))
    return None


def properties_of(manifest: FormManifest) -> dict[str, str]:
    """Return what outlives a save as ODT: all but the fields, as properties of the file."""
    file = {"ausgabe": manifest.edition, "stadt": manifest.town, "ags": manifest.ags}
    said = file | {f"{SHEET}{sheet.name}": sheet.version for sheet in manifest.sheets}
    marks = manifest.shipped
    for number, start in enumerate(range(0, len(marks), _PIECE), 1):
        said[f"{TEXT}{number:03d}"] = "".join(marks[start : start + _PIECE])
    return {f"{PREFIX}{name}": text for name, text in said.items() if text}


def manifest_of(properties: Mapping[str, str]) -> FormManifest | None:
    """Return what :func:`properties_of` says, without fields; ``None`` if it names no sheet."""
    said = {
        name.removeprefix(PREFIX): text
        for name, text in properties.items()
        if name.startswith(PREFIX)
    }
    sheets = tuple(
        FormSheet(name.removeprefix(SHEET), text, "", ())
        for name, text in said.items()
        if name.startswith(SHEET)
    )
    edition, town, ags = (said.get(key, "") for key in ("ausgabe", "stadt", "ags"))
    marks = "".join(said[name] for name in sorted(said) if name.startswith(TEXT))
    shipped = tuple(marks[at : at + LENGTH] for at in range(0, len(marks), LENGTH))
    return FormManifest(edition, town, ags, sheets, shipped) if sheets else None


def _read_sheet(sheet: Element) -> FormSheet:
    fields = tuple(
        FormField(*(each.get(key, "") for key in ("stelle", "marke", "titel", "hinweis")))
        for each in sheet.iterchildren(f"{{{NAMESPACE}}}feld")
    )
    name, version, title = (sheet.get(key, "") for key in ("name", "version", "titel"))
    return FormSheet(name, version, title, fields)


def _sheet(sheet: FormSheet) -> etree._Element:
    said = _clean(name=sheet.name, version=sheet.version, titel=sheet.title)
    element = etree.Element(f"{{{NAMESPACE}}}blatt", said)
    element.extend(_fields(sheet.fields))
    return element


def _fields(fields: Iterable[FormField]) -> Iterable[etree._Element]:
    for each in fields:
        said = _clean(stelle=each.place, marke=each.mark, titel=each.title, hinweis=each.hint)
        yield etree.Element(f"{{{NAMESPACE}}}feld", said)


def _clean(**values: str) -> dict[str, str]:
    return {name: clean(value) for name, value in values.items()}
