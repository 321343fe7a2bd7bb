"""Names of the strict form of Office Open XML (ISO/IEC 29500), which Word offers for saving.

Its elements are those of ordinary files under other namespaces.
"""

from __future__ import annotations

import re

_STRICT = b"http://purl.oclc.org/ooxml/"
_BEGINNING = 4096
"""Bytes of a part in which its root stands, which names the first of them."""
_NAME = re.compile(rb"""(=["'])http://purl\.oclc\.org/ooxml/([A-Za-z]+)/([A-Za-z]+)""")
_USUAL = {
    b"customProperties": b"custom-properties",
    b"extendedProperties": b"extended-properties",
}


def transitional(blob: bytes) -> bytes:
    """Return a part with the names that ordinary files use; any other part stays as it is."""
    return _NAME.sub(_usual, blob) if _STRICT in blob[:_BEGINNING] else blob


def _usual(found: re.Match[bytes]) -> bytes:
    quote, area, name = found.groups()
    last = _USUAL.get(name, name)
    return quote + b"http://schemas.openxmlformats.org/" + area + b"/2006/" + last
