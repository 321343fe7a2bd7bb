"""The part with properties of one's own: unlike custom XML, they outlive a save as ODT."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from .base import Element, clean

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_FIRST = 2  # by the standard
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_OWN = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_NAMES: dict[str, str] = {None: _OWN, "vt": _TYPES}  # type: ignore[dict-item]  # the stubs forget it


def properties_part(values: Mapping[str, str]) -> bytes:
    """``<Properties><property pid="2" name="…"><vt:lpwstr>…</vt:lpwstr></property>…``."""
    root = etree.Element(f"{{{_OWN}}}Properties", nsmap=_NAMES)
    for number, (name, value) in enumerate(values.items(), _FIRST):
        said = {"fmtid": _FORMAT, "pid": str(number), "name": clean(name)}
        held = etree.SubElement(root, f"{{{_OWN}}}property", said)
        etree.SubElement(held, f"{{{_TYPES}}}lpwstr").text = clean(value)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def read_properties(root: Element) -> dict[str, str]:
    """Return texts of properties by name, in the order of the part."""
    return {
        each.get("name", ""): "".join(map(str, each.itertext()))
        for each in root.iterchildren(f"{{{_OWN}}}property")
    }
