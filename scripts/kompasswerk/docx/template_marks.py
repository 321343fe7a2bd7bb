"""Styles of the contents, the index and of letters inside a line."""

from __future__ import annotations

from .oxml.styles import Letters, Setting, Style
from .tokens import Tokens


def contents_styles(tokens: Tokens) -> list[Style]:
    """Return the styles of the contents table and of the index."""
    stop = (("right", tokens.width(), "dot"),)
    dark = tokens.color("haupt_dunkel")
    levels = [
        Style(
            f"TOC{level}",
            f"toc {level}",
            based="Normal",
            custom=False,
            letters=Letters(bold=True if level == 1 else None),
            setting=Setting(
                before=100 if level == 1 else 0,
                after=20,
                left=(0, 567, 1247)[level - 1] + (567, 680, 794)[level - 1],
                hanging=(567, 680, 794)[level - 1],
                tabs=(
                    ("left", (567, 1247, 2041)[level - 1], ""),
                    *stop,
                ),
                no_hyphens=True,
            ),
        )
        for level in (1, 2, 3)
    ]
    return [
        Style(
            "TOCHeading",
            "TOC Heading",
            based="Normal",
            custom=False,
            letters=Letters(size=tokens.size("h1"), color=dark, bold=True),
            setting=Setting(after=240, keep_next=True),
        ),
        Style(
            "VerzeichnisTeil",
            "Verzeichnis Teil",
            based="Normal",
            letters=Letters(size=12, color=tokens.color("haupt"), bold=True),
            setting=Setting(before=260, after=40, tabs=stop, keep_next=True),
        ),
        *levels,
        Style(
            "Index1",
            "index 1",
            based="Normal",
            custom=False,
            setting=Setting(left=284, hanging=284),
        ),
        Style(
            "Index2",
            "index 2",
            based="Normal",
            custom=False,
            setting=Setting(left=567, hanging=284),
        ),
    ]


def character_styles(tokens: Tokens) -> list[Style]:
    """Return the styles of letters inside a line."""
    pale, main = tokens.color("flaeche"), tokens.color("haupt")

    def letters(name: str, title: str, look: Letters, custom: bool = True) -> Style:
        return Style(name, title, kind="character", letters=look, custom=custom)

    return [
        Style(
            "DefaultParagraphFont",
            "Default Paragraph Font",
            kind="character",
            default=True,
            custom=False,
        ),
        letters("Hyperlink", "Hyperlink", Letters(color=main, underline=True), custom=False),
        letters("FootnoteReference", "footnote reference", Letters(position="superscript"), False),
        letters("PlaceholderText", "Placeholder Text", Letters(color=tokens.color("leise")), False),
        letters(
            "QuelltextZeichen",
            "Quelltext Zeichen",
            Letters(font=tokens.fixed, fill=pale, no_proof=True),
        ),
        letters("Tastatur", "Tastatur", Letters(font=tokens.fixed, bold=True, fill=pale)),
        letters("Marke", "Marke", Letters(bold=True, color=main, fill=pale)),
        letters("Beschriftung", "Beschriftung", Letters(bold=True)),
        letters("Feldname", "Feldname", Letters(bold=True, color=tokens.color("haupt_dunkel"))),
    ]
