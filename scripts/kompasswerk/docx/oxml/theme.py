"""Raw XML of the theme: the colours and fonts that Word offers in its menus."""

from __future__ import annotations

from collections.abc import Mapping

from .base import Element, make

SLOTS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")


def theme(name: str, colors: Mapping[str, str], font: str) -> Element:
    """``<a:theme>``; ``colors`` holds ``RRGGBB`` for the twelve slots of a theme."""
    scheme = [
        make(f"a:{slot}", children=[make("a:srgbClr", {"val": colors[slot]})]) for slot in SLOTS
    ]
    families = [
        make(
            f"a:{kind}Font",
            children=[
                make("a:latin", {"typeface": font}),
                make("a:ea", {"typeface": ""}),
                make("a:cs", {"typeface": ""}),
            ],
        )
        for kind in ("major", "minor")
    ]
    elements = [
        make("a:clrScheme", {"name": name}, scheme),
        make("a:fontScheme", {"name": name}, families),
        make("a:fmtScheme", {"name": name}, _formats()),
    ]
    return make("a:theme", {"name": name}, [make("a:themeElements", children=elements)])


def _formats() -> list[Element]:
    # A theme must name three of each; plain ones do.
    def fill() -> Element:
        return make("a:solidFill", children=[make("a:schemeClr", {"val": "phClr"})])

    lines = [make("a:ln", {"w": "9525"}, [fill()]) for _ in range(3)]
    effects = [make("a:effectStyle", children=[make("a:effectLst")]) for _ in range(3)]
    return [
        make("a:fillStyleLst", children=[fill() for _ in range(3)]),
        make("a:lnStyleLst", children=lines),
        make("a:effectStyleLst", children=effects),
        make("a:bgFillStyleLst", children=[fill() for _ in range(3)]),
    ]
