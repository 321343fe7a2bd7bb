"""Styles of the title page, of parts, headers and footers, contents and index."""

from __future__ import annotations

from dataclasses import replace

from .oxml.styles import Edge, Letters, Setting, Style
from .template_kinds import own, words
from .tokens import Tokens

# Left edge of the number and of the text of each level of the contents, in twips.
_CONTENTS = ((0, 567), (567, 1247), (1247, 2041))


def page_styles(tokens: Tokens) -> list[Style]:
    """Return the styles of what stands around the text."""
    return [
        *_title_page(tokens),
        *_parts(tokens),
        *_edges(tokens),
        *_contents(tokens),
        words("Index1", "index 1", setting=Setting(left=284, hanging=284)),
        words("Index2", "index 2", setting=Setting(left=567, hanging=284)),
    ]


def _title_page(tokens: Tokens) -> list[Style]:
    # Three paragraphs with the same ground and borders make one panel.
    dark, white = tokens.color("haupt_dunkel"), tokens.color("weiss")
    frame = dict.fromkeys(("top", "left", "bottom", "right"), Edge(dark, 48, 24))
    panel = Setting(left=560, right=560, fill=dark, borders=frame, line=264, no_hyphens=True)
    title = Letters(size=tokens.size("titel"), color=white, bold=True)
    edition = Letters(size=12, color=tokens.color("akzent"), bold=True)
    return [
        own("Titelfläche", "Normal", Letters(size=3), replace(panel, before=1200, after=4600)),
        words("Title", "Title", title, replace(panel, before=0, after=0)),
        words(
            "Subtitle",
            "Subtitle",
            Letters(size=15, color=white),
            replace(panel, before=160, after=0),
        ),
        own("Ausgabe", "Normal", edition, Setting(before=900, after=120, left=0)),
        own("Herausgeber", "Normal", Letters(size=11, color=tokens.color("leise"))),
    ]


def _parts(tokens: Tokens) -> list[Style]:
    accent = tokens.color("akzent")
    title = Letters(size=tokens.size("titel") - 6, color=tokens.color("haupt_dunkel"), bold=True)
    setting = Setting(
        before=120,
        after=240,
        line=252,
        outline=0,
        no_hyphens=True,
        borders={"bottom": Edge(accent, 24, 10)},
    )
    number = Letters(size=14, color=accent, bold=True)
    return [
        own("Teil", "Normal", title, setting, following="BodyText"),
        own("Teil Nummer", "Normal", number, Setting(before=3600, after=60, keep_next=True)),
    ]


def _edges(tokens: Tokens) -> list[Style]:
    small = Letters(size=tokens.size("klein") - 0.5, color=tokens.color("leise"))
    line = Edge(tokens.color("linie"), 6, 6)
    setting = Setting(tabs=(("right", tokens.width(), ""),), no_hyphens=True)
    return [
        words("Header", "header", small, replace(setting, borders={"bottom": line})),
        words("Footer", "footer", small, replace(setting, borders={"top": line})),
    ]


def _contents(tokens: Tokens) -> list[Style]:
    stop = ("right", tokens.width(), "dot")
    head = Letters(size=tokens.size("h1"), color=tokens.color("haupt"), bold=True)
    part = Letters(size=12, color=tokens.color("haupt"), bold=True)
    return [
        words("TOCHeading", "TOC Heading", head, Setting(after=240, keep_next=True)),
        own(
            "Verzeichnis Teil",
            "Normal",
            part,
            Setting(before=260, after=40, tabs=(stop,), keep_next=True),
        ),
        *(_contents_line(level, stop) for level in (1, 2, 3)),
        words(
            "TableofFigures",
            "table of figures",
            setting=Setting(after=60, tabs=(stop,), no_hyphens=True),
        ),
    ]


def _contents_line(level: int, stop: tuple[str, int, str]) -> Style:
    number, text = _CONTENTS[level - 1]
    setting = Setting(
        before=50 if level == 1 else 0,
        after=20,
        left=text,
        hanging=text - number,
        tabs=(stop,),  # the indent is the stop behind a number; without one there is none
        no_hyphens=True,
    )
    return words(f"TOC{level}", f"toc {level}", setting=setting)
