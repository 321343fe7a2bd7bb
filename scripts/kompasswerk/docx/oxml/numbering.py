"""Raw XML of numbering: how lists and headings count."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from .base import Element, attribute, find_all, make, valued


@dataclass(frozen=True)
class Level:
    """One level: OOXML format, text such as ``%1.%2``, indents in twips.

    ``style`` is the id of the paragraph style that carries this level, ``None`` for lists.
    """

    form: str
    text: str
    left: int
    hanging: int
    style: str | None = None
    font: str | None = None


def root() -> Element:
    """``<w:numbering/>``."""
    return make("w:numbering")


def scheme(number: int, name: str, levels: Sequence[Level]) -> Element:
    """``<w:abstractNum>`` with its levels; ``name`` tells it apart from others."""
    identity = sum((index + 1) * ord(sign) * 7919 for index, sign in enumerate(name))
    return make(
        "w:abstractNum",
        {"w:abstractNumId": str(number)},
        [
            valued("w:nsid", f"{identity % 0xFFFFFFF:08X}"),
            valued("w:multiLevelType", "multilevel"),
            valued("w:tmpl", f"{(identity * 31) % 0xFFFFFFF:08X}"),
            valued("w:name", name),
            *(_level(index, level) for index, level in enumerate(levels)),
        ],
    )


def _level(index: int, level: Level) -> Element:
    indent = make("w:ind", {"w:left": str(level.left), "w:hanging": str(level.hanging)})
    parts = [
        valued("w:start", 1),
        valued("w:numFmt", level.form),
        valued("w:pStyle", level.style) if level.style else None,
        valued("w:suff", "tab" if level.text else "nothing"),
        valued("w:lvlText", level.text),
        valued("w:lvlJc", "left"),
        make("w:pPr", children=[indent]),
        _font(level.font) if level.font else None,
    ]
    return make("w:lvl", {"w:ilvl": str(index)}, [part for part in parts if part is not None])


def _font(name: str) -> Element:
    fonts = make("w:rFonts", {"w:ascii": name, "w:hAnsi": name, "w:cs": name, "w:hint": "default"})
    return make("w:rPr", children=[fonts])


def instance(number: int, abstract: int, start: tuple[int, int] | None = None) -> Element:
    """``<w:num>``; ``start`` is a level and the number with which it begins anew."""
    override = []
    if start is not None:
        level, value = start
        first = valued("w:startOverride", value)
        override = [make("w:lvlOverride", {"w:ilvl": str(level)}, [first])]
    children = [valued("w:abstractNumId", abstract), *override]
    return make("w:num", {"w:numId": str(number)}, children)


def next_ids(numbering: Element) -> tuple[int, int]:
    """Return the first free number of a scheme and of an instance."""
    schemes = [
        int(attribute(item, "w:abstractNumId") or 0)
        for item in find_all(numbering, "w:abstractNum")
    ]
    instances = [int(attribute(item, "w:numId") or 0) for item in find_all(numbering, "w:num")]
    return max(schemes, default=-1) + 1, max(instances, default=0) + 1


def unlink(numbering: Element, styles: Container[str]) -> None:
    """Remove ``<w:pStyle>`` of these styles from all levels."""
    for link in find_all(numbering, "w:abstractNum/w:lvl/w:pStyle"):
        level = link.getparent()
        if attribute(link, "w:val") in styles and level is not None:
            level.remove(link)


def append(numbering: Element, schemes: Sequence[Element], instances: Sequence[Element]) -> None:
    """Add schemes before and instances behind those that the part has: Word wants this order."""
    present = find_all(numbering, "w:abstractNum")
    position = numbering.index(present[-1]) + 1 if present else 0
    for offset, item in enumerate(schemes):
        numbering.insert(position + offset, item)
    existing = find_all(numbering, "w:num")
    position = numbering.index(existing[-1]) + 1 if existing else len(numbering)
    for offset, item in enumerate(instances):
        numbering.insert(position + offset, item)


def scheme_of(numbering: Element, instance_id: int) -> int | None:
    """Return the scheme of an instance, ``None`` if there is no such instance."""
    for item in find_all(numbering, f"w:num[@w:numId='{instance_id}']/w:abstractNumId"):
        return int(attribute(item, "w:val") or 0)
    return None
