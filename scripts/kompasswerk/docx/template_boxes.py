"""Styles of boxes: admonitions, the editors' judgement, cards, tabs."""

from __future__ import annotations

from .oxml.styles import Edge, Letters, Setting, Style
from .template_kinds import identity
from .tokens import Tokens

# Name of the style, colour of bar and title, colour of the area (None: paper).
_BOXES: tuple[tuple[str, str, str | None], ...] = (
    ("Hinweis", "haupt", "flaeche"),
    ("Tipp", "gut", "flaeche"),
    ("Wichtig", "akzent", "flaeche_warm"),
    ("Warnung", "warnung", "flaeche_warm"),
    ("Gefahr", "gefahr", "flaeche_warm"),
    ("Siehe auch", "leise", "flaeche"),
    ("Einschätzung", "akzent", "flaeche_warm"),
    ("Kachel", "linie", None),
    ("Reiter", "linie", None),
)
_INK = {"Kachel": "haupt", "Reiter": "haupt_dunkel"}
BOX_LEFT, BOX_RIGHT = 227, 120


def box_styles(tokens: Tokens) -> list[Style]:
    """Return for each box the style of its text and that of its title."""
    return [style for name, bar, area in _BOXES for style in _box(tokens, name, bar, area)]


def _box(tokens: Tokens, name: str, bar: str, area: str | None) -> list[Style]:
    # Three borders in the colour of the area are its padding; where Word does not join two
    # paragraphs of a box, no white stripe can show between them.
    fill = tokens.color(area or "weiss")
    padding = Edge(fill, 8, 5 if area else 1)
    borders = {
        "top": padding,
        "left": Edge(tokens.color(bar), 36, 9),
        "bottom": padding,
        "right": padding,
    }
    text = Style(
        identity(name),
        name,
        based="BodyText",
        setting=Setting(
            after=0,
            left=BOX_LEFT,
            right=BOX_RIGHT,
            keep_lines=True,
            borders=borders,
            fill=fill if area else None,
        ),
    )
    title = Style(
        identity(f"{name} Titel"),
        f"{name} Titel",
        based=text.id,
        following=text.id,
        letters=Letters(bold=True, color=tokens.color(_INK.get(name, bar))),
        setting=Setting(before=100, keep_next=True),
    )
    return [text, title]
