"""Raw XML: styles that a template lacks, taken over from ours; what it says about tab stops."""

from __future__ import annotations

import copy
from collections.abc import Mapping

from .base import Element, attribute, find_all, make, qualified, valued

Stop = tuple[str, int, str]
_LETTERS = "w:rPr | w:pPr/w:pBdr | w:pPr/w:spacing"


def style_named(sheet: Element, kind: str, name: str) -> Element | None:
    """Return the style of a kind (``paragraph``, …) by name without regard to case."""
    for style in find_all(sheet, f"w:style[@w:type='{kind}']"):
        if any((attribute(each, "w:val") or "").lower() == name.lower() for each in _name(style)):
            return style
    return None


def title_of(sheet: Element, kind: str, name: str) -> str:
    """Return the name of a style as it is written."""
    style = style_named(sheet, kind, name)
    return name if style is None else attribute(_name(style)[0], "w:val") or name


def style_with(sheet: Element, style_id: str) -> Element | None:
    """Return the style with an id, ``None`` if there is none."""
    return next(iter(find_all(sheet, f"w:style[@w:styleId='{style_id}']")), None)


def _name(style: Element) -> list[Element]:
    return find_all(style, "w:name")


def adopt(sheet: Element, own: Element, kind: str, name: str, stretch: float = 1.0) -> str:
    """Copy our style into ``sheet``, with those it is based on; return its id there.

    A heading takes the looks of the next higher one that the sheet has. Tab stops move with
    ``stretch``, the width of the text as a share of ours. ``KeyError`` if we have none either.
    """
    present = style_named(sheet, kind, name)
    if present is not None:
        return attribute(present, "w:styleId") or ""
    source = style_named(own, kind, name)
    if source is None:
        raise KeyError(name)
    style = copy.deepcopy(source)
    style_id = _free(sheet, attribute(source, "w:styleId") or name)
    style.set(qualified("w:styleId"), style_id)
    for item in find_all(style, "w:pPr/w:numPr | w:next"):
        _drop(item)
    for stop in find_all(style, "w:pPr/w:tabs/w:tab"):
        place = int(attribute(stop, "w:pos") or 0)
        stop.set(qualified("w:pos"), str(round(place * stretch)))
    _base(style, sheet, own, kind, stretch)
    sheet.append(style)
    return style_id


def _base(style: Element, sheet: Element, own: Element, kind: str, stretch: float) -> None:
    name = attribute(_name(style)[0], "w:val") or ""
    higher = _higher_heading(sheet, name)
    if higher is not None:
        for item in find_all(style, _LETTERS):
            _drop(item)
        _set_base(style, higher)
        return
    for based in find_all(style, "w:basedOn"):
        found = style_with(own, attribute(based, "w:val") or "")
        if found is not None:
            title = attribute(_name(found)[0], "w:val") or ""
            _set_base(style, adopt(sheet, own, kind, title, stretch))


def _higher_heading(sheet: Element, name: str) -> str | None:
    word, _, level = name.partition(" ")
    if word != "heading" or not level.isdigit():
        return None
    for number in range(int(level) - 1, 0, -1):
        found = style_named(sheet, "paragraph", f"heading {number}")
        if found is not None:
            return attribute(found, "w:styleId")
    return None


def _set_base(style: Element, style_id: str) -> None:
    for based in find_all(style, "w:basedOn"):
        based.set(qualified("w:val"), style_id)


def _free(sheet: Element, wanted: str) -> str:
    taken = {(attribute(style, "w:styleId") or "").lower() for style in find_all(sheet, "w:style")}
    return wanted if wanted.lower() not in taken else f"Kompass{wanted}"


def _drop(item: Element) -> None:
    parent = item.getparent()
    if parent is not None:
        parent.remove(item)


def stops(sheet: Element, style_id: str) -> tuple[Stop, ...]:
    """Return the tab stops of a paragraph style and those it is based on."""
    found: dict[int, Stop] = {}
    style = style_with(sheet, style_id)
    for _ in range(10):
        if style is None:
            break
        for tab in find_all(style, "w:pPr/w:tabs/w:tab"):
            place = int(attribute(tab, "w:pos") or 0)
            stop = (attribute(tab, "w:val") or "", place, attribute(tab, "w:leader") or "")
            found.setdefault(place, stop)
        bases = find_all(style, "w:basedOn")
        style = style_with(sheet, attribute(bases[0], "w:val") or "") if bases else None
    return tuple(found[place] for place in sorted(found) if found[place][0] != "clear")


def number_headings(
    sheet: Element, levels: Mapping[str, int | None], instance: int, silent: int
) -> None:
    """Let heading styles count on a level (from 0) of an instance; ``None``: they do not count.

    Styles based on those that count, such as Word's title of the contents, get the ``silent``
    instance.
    """
    counting = {style_id for style_id, level in levels.items() if level is not None}
    for style_id in levels:
        _set_number(sheet, style_id, None)
    for style_id in _heirs(sheet, counting):
        _set_number(sheet, style_id, (0, silent))
    for style_id, level in levels.items():
        if level is not None:
            _set_number(sheet, style_id, (level, instance))


def _heirs(sheet: Element, ids: set[str]) -> list[str]:
    """Return the ids of all styles that are based on these, however indirectly."""
    found: list[str] = []
    for style in find_all(sheet, "w:style"):
        style_id, above = attribute(style, "w:styleId") or "", style
        for _ in range(10):
            bases = find_all(above, "w:basedOn")
            base = attribute(bases[0], "w:val") or "" if bases else ""
            if base in ids:
                found.append(style_id)
                break
            following = style_with(sheet, base) if base else None
            if following is None:
                break
            above = following
    return found


def _set_number(sheet: Element, style_id: str, wanted: tuple[int, int] | None) -> None:
    style = style_with(sheet, style_id)
    if style is None:
        return
    for old in find_all(style, "w:pPr/w:numPr"):
        _drop(old)
    if wanted is None:
        return
    level, instance = wanted
    number = make("w:numPr", children=[valued("w:ilvl", level), valued("w:numId", instance)])
    properties = find_all(style, "w:pPr")
    if not properties:
        letters = find_all(style, "w:rPr | w:tblPr")
        properties = [make("w:pPr")]
        style.insert(style.index(letters[0]) if letters else len(style), properties[0])
    names = "w:keepNext | w:keepLines | w:pageBreakBefore | w:framePr | w:widowControl"
    properties[0].insert(len(find_all(properties[0], names)), number)


def one_language(sheet: Element) -> None:
    """Remove the languages of styles: that of the document counts."""
    for item in find_all(sheet, "w:style/w:rPr/w:lang"):
        _drop(item)
