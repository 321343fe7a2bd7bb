"""Raw XML of what a template says about its pages."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from . import parts
from .base import Element, attribute, find_all, make, qualified

_MARGINS = dict.fromkeys(("top", "right", "bottom", "left"), 1417)
_REFERENCES = "w:headerReference | w:footerReference"
_SEEN = ".//w:t[normalize-space(.)] | .//w:drawing | .//w:pict | .//w:instrText | .//w:fldSimple"


@dataclass(frozen=True)
class TemplatePage:
    """Pages of a template: those in the middle, the first one, whether it has its own lines.

    ``page`` and ``first`` name the headers and footers that stay.
    """

    page: Element
    first: Element
    header: bool
    footer: bool


def last_section(sections: Sequence[Element]) -> Element:
    """Return the last section of a document with the headers and footers that it inherits."""
    inherited = {
        (item.tag, attribute(item, "w:type") or "default"): item
        for each in sections
        for item in find_all(each, _REFERENCES)
    }
    page = (
        copy.deepcopy(sections[-1])
        if sections
        else parts.page(dict.fromkeys(("top", "right", "bottom", "left"), 1417))
    )
    for item in find_all(page, f"{_REFERENCES} | w:sectPrChange"):
        page.remove(item)
    page[:0] = [copy.deepcopy(item) for item in inherited.values()]
    return page


def template_page(page: Element, line: Callable[[str], Element]) -> TemplatePage:
    """Return what stays of a section; ``line`` gives the header or footer behind a relation.

    Headers stay if any of them shows something, and so do footers.
    """
    kept = {}
    for name in ("w:headerReference", "w:footerReference"):
        found = find_all(page, name)
        shown = any(find_all(line(attribute(item, "r:id") or ""), _SEEN) for item in found)
        kept[name] = found if shown else []
    both = [*kept["w:headerReference"], *kept["w:footerReference"]]
    special = bool(find_all(page, "w:titlePg"))
    first = [item for item in both if attribute(item, "w:type") == "first"]
    others = [item for item in both if item not in first]
    return TemplatePage(
        _with(page, others),
        _with(page, both if special else [], "w:titlePg"),
        bool(kept["w:headerReference"]),
        bool(kept["w:footerReference"]),
    )


def _with(page: Element, references: Sequence[Element], mark: str = "") -> Element:
    result = make("w:sectPr", children=[copy.deepcopy(item) for item in references])
    names = "w:pgSz | w:pgMar | w:paperSrc | w:pgBorders | w:cols | w:bidi | w:rtlGutter"
    for child in find_all(page, f"{names} | w:docGrid" + (f" | {mark}" if mark else "")):
        result.append(copy.deepcopy(child))
    return result


def text_height(page: Element) -> int:
    """Return the height of the text in twips; 13000 where the page does not say."""
    sizes = find_all(page, "w:pgSz")
    margins = find_all(page, "w:pgMar")
    if not sizes or not margins:
        return 13000
    sides = (abs(int(attribute(margins[0], f"w:{side}") or "0")) for side in ("top", "bottom"))
    return int(attribute(sizes[0], "w:h") or 16838) - sum(sides)


def text_width(page: Element) -> int:
    """Return the width of a column of text in twips; 9000 where the page does not say."""
    sizes = find_all(page, "w:pgSz")
    margins = find_all(page, "w:pgMar")
    if not sizes or not margins:
        return 9000
    whole = int(attribute(sizes[0], "w:w") or 11906)
    sides = (attribute(margins[0], f"w:{side}") or "0" for side in ("left", "right", "gutter"))
    return _column(page, whole - sum(int(side) for side in sides))


def _column(page: Element, width: int) -> int:
    for columns in find_all(page, "w:cols"):
        number = int(attribute(columns, "w:num") or 1)
        space = int(attribute(columns, "w:space") or 720)
        return (width - (number - 1) * space) // number
    return width


def section(
    template: Element, header: str | None, footer: str | None, kind: str, columns: int = 1
) -> Element:
    """Return page settings like ``template``'s, with these header and footer relations.

    ``kind`` is ``nextPage`` or ``continuous``; ``None`` leaves it to the template. ``columns``
    of text stand side by side.
    """
    result = make("w:sectPr")
    result.extend([copy.deepcopy(item) for item in find_all(template, _REFERENCES)])
    for name, relation in (("w:headerReference", header), ("w:footerReference", footer)):
        if relation is not None:
            result.append(make(name, {"w:type": "default", "r:id": relation}))
    result.append(make("w:type", {"w:val": kind}))
    rest = [each for each in template if not each.tag.endswith("Reference")]
    result.extend([copy.deepcopy(child) for child in rest])
    if columns > 1:
        _set_columns(result, columns)
    return result


def count_notes_in_digits(root: Element) -> None:
    """Let endnotes have the numbers 1, 2, 3 in each section: LibreOffice looks nowhere else."""
    for page in find_all(root, "//w:sectPr"):
        notes = make("w:endnotePr", children=[make("w:numFmt", {"w:val": "decimal"})])
        page.insert(len(find_all(page, _REFERENCES)), notes)


def _set_columns(page: Element, columns: int) -> None:
    found = find_all(page, "w:cols")
    if not found:
        later = find_all(page, "w:titlePg | w:bidi | w:rtlGutter | w:docGrid")
        found = [make("w:cols")]
        page.insert(page.index(later[0]) if later else len(page), found[0])
    found[0].set(qualified("w:num"), str(columns))
    found[0].set(qualified("w:space"), "567")
