"""Raw XML of styles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .base import Element, attribute, find_all, make, valued
from .paragraph import tab_stops

BUILT_IN_PREFIX = ("heading", "toc", "index")


@dataclass(frozen=True)
class Letters:
    """Looks of letters: size in points, colours as ``rrggbb``, ``None`` inherits."""

    font: str | None = None
    size: float | None = None
    color: str | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: bool = False
    fill: str | None = None
    position: str | None = None
    caps: bool = False
    no_proof: bool = False


@dataclass(frozen=True)
class Edge:
    """A border: width in eighths of a point, distance to the text in points."""

    color: str
    width: int = 8
    space: int = 4


@dataclass(frozen=True)
class Setting:
    """How a paragraph is set: twips, ``line`` in 240ths of a line, ``outline`` from 0."""

    before: int | None = None
    after: int | None = None
    line: int | None = None
    left: int | None = None
    right: int | None = None
    hanging: int | None = None
    align: str | None = None
    keep_next: bool = False
    keep_lines: bool = False
    fill: str | None = None
    borders: Mapping[str, Edge] = field(default_factory=dict)
    tabs: Sequence[tuple[str, int, str]] = ()
    outline: int | None = None
    number: tuple[int, int] | None = None
    no_hyphens: bool = False
    contextual: bool = False


@dataclass(frozen=True)
class Style:
    """A named style: ``kind`` is paragraph, character or table.

    ``based`` and ``following`` are ids of other styles.
    """

    id: str
    name: str
    kind: str = "paragraph"
    based: str | None = None
    following: str | None = None
    letters: Letters = Letters()
    setting: Setting = Setting()
    default: bool = False
    custom: bool = True
    extra: tuple[Element, ...] = ()


def sheet(letters: Letters, setting: Setting, language: str, styles: Sequence[Style]) -> Element:
    """``<w:styles>`` with the defaults of the document and all styles."""
    base = _letters(letters)
    base.append(make("w:lang", dict.fromkeys(("w:val", "w:eastAsia"), language)))
    defaults = make(
        "w:docDefaults",
        children=[
            make("w:rPrDefault", children=[base]),
            make("w:pPrDefault", children=[_setting(setting)]),
        ],
    )
    return make("w:styles", children=[defaults, *(_style(style) for style in styles)])


def _style(style: Style) -> Element:
    flags = {"w:type": style.kind, "w:styleId": style.id}
    flags |= {"w:default": "1"} if style.default else {}
    flags |= {"w:customStyle": "1"} if style.custom else {}
    following = style.following or ""
    parts = [
        valued("w:name", style.name),
        valued("w:basedOn", style.based) if style.based else None,
        valued("w:next", following) if following else None,
        valued("w:uiPriority", 1 if style.custom else 9),
        make("w:qFormat"),
        _filled(_setting(style.setting)),
        _filled(_letters(style.letters)),
        *style.extra,
    ]
    return make("w:style", flags, [part for part in parts if part is not None])


def _filled(element: Element) -> Element | None:
    return element if len(element) else None


def _switch(name: str, value: bool | None) -> Element | None:
    if value is None:
        return None
    return make(name) if value else valued(name, "0")


def _letters(look: Letters) -> Element:
    half = None if look.size is None else round(look.size * 2)
    parts = [
        make("w:rFonts", {f"w:{kind}": look.font for kind in ("ascii", "hAnsi", "eastAsia", "cs")})
        if look.font
        else None,
        _switch("w:b", look.bold),
        _switch("w:bCs", look.bold),
        _switch("w:i", look.italic),
        _switch("w:iCs", look.italic),
        make("w:caps") if look.caps else None,
        make("w:noProof") if look.no_proof else None,
        valued("w:color", look.color) if look.color else None,
        valued("w:sz", half) if half else None,
        valued("w:szCs", half) if half else None,
        valued("w:u", "single") if look.underline else None,
        shade(look.fill) if look.fill else None,
        valued("w:vertAlign", look.position) if look.position else None,
    ]
    return make("w:rPr", children=[part for part in parts if part is not None])


def _setting(look: Setting) -> Element:
    number = None
    if look.number is not None:
        instance, level = look.number
        children = [valued("w:ilvl", level)] if level else []
        number = make("w:numPr", children=[*children, valued("w:numId", instance)])
    spacing = {"before": look.before, "after": look.after, "line": look.line}
    indent = {"left": look.left, "right": look.right, "hanging": look.hanging}
    parts = [
        make("w:keepNext") if look.keep_next else None,
        make("w:keepLines") if look.keep_lines else None,
        number,
        edges("w:pBdr", look.borders) if look.borders else None,
        shade(look.fill) if look.fill else None,
        tab_stops(look.tabs) if look.tabs else None,
        make("w:suppressAutoHyphens") if look.no_hyphens else None,
        _numbers("w:spacing", spacing),
        _numbers("w:ind", indent),
        make("w:contextualSpacing") if look.contextual else None,
        valued("w:jc", look.align) if look.align else None,
        valued("w:outlineLvl", look.outline) if look.outline is not None else None,
    ]
    return make("w:pPr", children=[part for part in parts if part is not None])


def _numbers(name: str, values: Mapping[str, int | None]) -> Element | None:
    given = {f"w:{key}": str(value) for key, value in values.items() if value is not None}
    if "w:line" in given:
        given["w:lineRule"] = "auto"
    return make(name, given) if given else None


def shade(fill: str) -> Element:
    """``<w:shd w:val="clear" w:fill="eef4f7"/>``."""
    return make("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": fill})


def edges(name: str, borders: Mapping[str, Edge]) -> Element:
    """``<w:pBdr>`` or ``<w:tblBorders>`` with the given sides in the order Word wants."""
    order = ("top", "left", "bottom", "right", "insideH", "insideV")
    return make(name, children=[_edge(side, borders[side]) for side in order if side in borders])


def _edge(side: str, edge: Edge) -> Element:
    return make(
        f"w:{side}",
        {
            "w:val": "single",
            "w:sz": str(edge.width),
            "w:space": str(edge.space),
            "w:color": edge.color,
        },
    )


def table_extra(
    borders: Mapping[str, Edge],
    margin: tuple[int, int],
    conditions: Mapping[str, Style],
    fill: str | None = None,
) -> tuple[Element, ...]:
    """Table properties of a style: borders, cell margins (across, down), conditions, ground."""
    across, down = margin
    sides = (("top", down), ("left", across), ("bottom", down), ("right", across))
    cells = [make(f"w:{side}", {"w:w": str(size), "w:type": "dxa"}) for side, size in sides]
    inner = [edges("w:tblBorders", borders)] if borders else []
    properties = make("w:tblPr", children=[*inner, make("w:tblCellMar", children=cells)])
    ground = [make("w:tcPr", children=[shade(fill)])] if fill else []
    return (properties, *ground, *(_condition(kind, look) for kind, look in conditions.items()))


def _condition(kind: str, look: Style) -> Element:
    cell = [make("w:tcPr", children=[shade(look.setting.fill)])] if look.setting.fill else []
    letters = _filled(_letters(look.letters))
    parts = [*([] if letters is None else [letters]), *cell]
    return make("w:tblStylePr", {"w:type": kind}, parts)


def names(styles: Element) -> dict[tuple[str, str], str]:
    """Return style ids by kind and lower-case name."""
    return {
        (attribute(item, "w:type") or "", (attribute(name, "w:val") or "").lower()): (
            attribute(item, "w:styleId") or ""
        )
        for item in find_all(styles, "w:style")
        for name in find_all(item, "w:name")
    }


def numbering_of(styles: Element, style: str) -> int | None:
    """Return the numbering instance that a style carries, ``None`` if it carries none."""
    for item in find_all(styles, f"w:style[@w:styleId='{style}']/w:pPr/w:numPr/w:numId"):
        return int(attribute(item, "w:val") or 0) or None
    return None
