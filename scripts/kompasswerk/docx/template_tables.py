"""Styles of tables."""

from __future__ import annotations

from .oxml.base import Element
from .oxml.styles import Edge, Letters, Setting, Style, table_extra
from .tokens import Tokens


def table_styles(tokens: Tokens) -> list[Style]:
    """Return the styles of data, matrix, fact box and next step."""
    line = Edge(tokens.color("linie"), 4, 0)
    strong = Edge(tokens.color("haupt"), 12, 0)
    accent = Edge(tokens.color("akzent"), 12, 0)
    pale, dark = tokens.color("flaeche"), tokens.color("haupt_dunkel")
    head = _look(Letters(bold=True, color=dark), pale)
    label = _look(Letters(bold=True, color=dark), None)
    base = Style(
        "TableNormal",
        "Normal Table",
        kind="table",
        default=True,
        custom=False,
        extra=table_extra({}, (108, 0), {}),
    )
    ruled = {"top": strong, "bottom": strong, "insideH": line}
    boxed = dict.fromkeys(("left", "right", "insideV"), line)
    calling = {"top": accent, "bottom": accent, "insideH": line}
    call = _look(Letters(bold=True, color=tokens.color("weiss")), tokens.color("akzent"))
    return [
        base,
        _table(
            "KompassTabelle",
            "Kompass Tabelle",
            table_extra(ruled, (100, 40), {"firstRow": head, "firstCol": label}),
        ),
        _table(
            "KompassMatrix",
            "Kompass Matrix",
            table_extra({**ruled, **boxed}, (80, 40), {"firstRow": head, "firstCol": label}),
        ),
        _table(
            "KompassSteckbrief",
            "Kompass Steckbrief",
            table_extra(ruled, (120, 50), {"firstCol": label}, pale),
        ),
        _table(
            "KompassNaechsterSchritt",
            "Kompass Nächster Schritt",
            table_extra(calling, (120, 60), {"firstRow": call, "firstCol": label}),
        ),
    ]


def _look(letters: Letters, fill: str | None) -> Style:
    return Style("", "", letters=letters, setting=Setting(fill=fill))


def _table(identity: str, name: str, extra: tuple[Element, ...]) -> Style:
    return Style(identity, name, kind="table", based="TableNormal", extra=extra)
