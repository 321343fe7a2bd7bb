"""Styles of letters inside a line."""

from __future__ import annotations

from .oxml.styles import Letters, Style
from .template_kinds import sign
from .tokens import Tokens


def character_styles(tokens: Tokens) -> list[Style]:
    """Return the styles of letters inside a line."""
    pale, main = tokens.color("flaeche"), tokens.color("haupt")
    known = {
        ("DefaultParagraphFont", "Default Paragraph Font"): Letters(),
        ("Hyperlink", "Hyperlink"): Letters(color=main, underline=True),
        ("FootnoteReference", "footnote reference"): Letters(position="superscript"),
        ("EndnoteReference", "endnote reference"): Letters(position="superscript"),
        ("PlaceholderText", "Placeholder Text"): Letters(color=tokens.color("leise")),
    }
    return [
        *(
            Style(one, name, "character", letters=look, custom=False, default=look == Letters())
            for (one, name), look in known.items()
        ),
        sign("Quelltext Zeichen", Letters(font=tokens.fixed, fill=pale, no_proof=True)),
        sign("Tastatur", Letters(font=tokens.fixed, bold=True, fill=pale)),
        sign("Marke", Letters(bold=True, color=main, fill=pale)),
        sign("Beschriftung", Letters(bold=True)),
        sign("Beiläufig", Letters(size=tokens.size("klein"), color=tokens.color("leise"))),
        sign("Feldname", Letters(bold=True, color=tokens.color("haupt_dunkel"))),
    ]
