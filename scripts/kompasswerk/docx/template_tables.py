"""Styles of tables."""

from __future__ import annotations

from .oxml.base import Element
from .oxml.styles import Edge, Letters, Setting, Style, table_extra
from .template_kinds import identity
from .tokens import Tokens


def table_styles(tokens: Tokens) -> list[Style]:
    """Return the styles of data, matrix, fact box and next step."""
    base = Style(
        "TableNormal",
        "Normal Table",
        kind="table",
        default=True,
        custom=False,
        extra=table_extra({}, (108, 0), {}),
    )
    return [base, *_data(tokens), _facts(tokens), _next_step(tokens)]


def _data(tokens: Tokens) -> list[Style]:
    line = Edge(tokens.color("linie"), 4, 0)
    strong = Edge(tokens.color("haupt"), 12, 0)
    ruled = {"top": strong, "bottom": strong, "insideH": line}
    boxed = {**ruled, **dict.fromkeys(("left", "right", "insideV"), line)}
    dark = tokens.color("haupt_dunkel")
    conditions = {
        "firstRow": _look(Letters(bold=True, color=dark), tokens.color("flaeche")),
        "firstCol": _look(Letters(bold=True, color=dark)),
    }
    return [
        _table("Kompass Tabelle", table_extra(ruled, (100, 40), conditions)),
        _table("Kompass Matrix", table_extra(boxed, (30, 40), conditions)),
    ]


def _facts(tokens: Tokens) -> Style:
    strong = Edge(tokens.color("haupt"), 12, 0)
    borders = {"top": strong, "bottom": strong, "insideH": Edge(tokens.color("linie"), 4, 0)}
    label = _look(Letters(bold=True, color=tokens.color("haupt_dunkel")))
    ground = tokens.color("flaeche")
    return _table(
        "Kompass Steckbrief", table_extra(borders, (120, 30), {"firstCol": label}, ground)
    )


def _next_step(tokens: Tokens) -> Style:
    accent = tokens.color("akzent")
    strong = Edge(accent, 12, 0)
    borders = {"top": strong, "bottom": strong, "insideH": Edge(tokens.color("linie"), 4, 0)}
    conditions = {
        "firstRow": _look(Letters(bold=True, color=tokens.color("weiss")), accent),
        "firstCol": _look(Letters(bold=True, color=tokens.color("haupt_dunkel"))),
    }
    return _table("Kompass Nächster Schritt", table_extra(borders, (120, 40), conditions))


def _look(letters: Letters, fill: str | None = None) -> Style:
    return Style("", "", letters=letters, setting=Setting(fill=fill))


def _table(name: str, extra: tuple[Element, ...]) -> Style:
    return Style(identity(name), name, kind="table", based="TableNormal", extra=extra)
