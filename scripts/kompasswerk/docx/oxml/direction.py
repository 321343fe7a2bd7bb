"""Raw XML of documents whose writing runs from right to left."""

from __future__ import annotations

from .base import Element, find_all, make, qualified

_BEFORE_BIDI = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
    *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap"),
    *("overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN"),
)
_BEHIND_RTL = ("cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath")
_BEHIND_SECTION = ("rtlGutter", "docGrid", "printerSettings", "sectPrChange")


def right_to_left(styles: Element, body: Element) -> None:
    """Let paragraphs, letters, tables and pages run from right to left unless they say otherwise.

    ``<w:bidi/>`` and ``<w:rtl/>`` among the defaults, ``<w:bidiVisual/>`` in each table.
    """
    defaults = "w:docDefaults/w:pPrDefault/w:pPr | w:docDefaults/w:rPrDefault/w:rPr"
    for properties in find_all(styles, defaults):
        if properties.tag == qualified("w:pPr"):
            before = _tags(_BEFORE_BIDI)
            place = sum(1 for child in properties if child.tag in before)
            properties.insert(place, make("w:bidi"))
        else:
            _insert_before(properties, make("w:rtl"), _BEHIND_RTL)
    for properties in find_all(body, "//w:tbl/w:tblPr"):
        place = len(find_all(properties, "w:tblStyle"))
        properties.insert(place, make("w:bidiVisual"))
    for page in find_all(body, "//w:sectPr"):
        _insert_before(page, make("w:bidi"), _BEHIND_SECTION)


def _insert_before(parent: Element, child: Element, names: tuple[str, ...]) -> None:
    behind = _tags(names)
    place = next((at for at, each in enumerate(parent) if each.tag in behind), len(parent))
    parent.insert(place, child)


def _tags(names: tuple[str, ...]) -> set[str]:
    return {qualified(f"w:{name}") for name in names}
