"""XML as short text: prefixes as written in the standard, no declarations of namespaces."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

Element = etree._Element


def short(*elements: Element) -> str:
    """Return the elements' XML without namespace declarations."""
    found = "".join(etree.tostring(element, encoding="unicode") for element in elements)
    return re.sub(r' xmlns(:\w+)?="[^"]*"', "", found)


def shorts(elements: Iterable[Element]) -> str:
    return short(*elements)
