"""Styles of running text, headings and the title page."""

from __future__ import annotations

from dataclasses import replace

from .oxml.styles import Edge, Letters, Setting, Style
from .tokens import Tokens

BODY = "BodyText"


def text_styles(tokens: Tokens) -> list[Style]:
    """Return the styles of running text, from Word's own to ours."""
    gap = tokens.distance("absatz")
    body = Style("BodyText", "Body Text", based="Normal", setting=Setting(after=gap), custom=False)
    return [
        Style("Normal", "Normal", default=True, custom=False),
        body,
        *_headings(tokens),
        *_title_page(tokens),
        *_variants(tokens, gap),
        *_edges_of_the_page(tokens),
        *_lists(gap),
        *_special(tokens, gap),
    ]


def _headings(tokens: Tokens) -> list[Style]:
    sizes = [tokens.size(f"h{level}") for level in range(1, 5)] + [tokens.size("text")] * 2
    before = [0, tokens.distance("abschnitt") + 60, 300, 240, 200, 200]
    after = [300, 120, 80, 60, 40, 40]
    return [
        Style(
            f"Heading{level}",
            f"heading {level}",
            based="Normal",
            following=BODY,
            custom=False,
            letters=Letters(
                size=sizes[level - 1],
                color=tokens.color("haupt_dunkel" if level == 1 else "haupt"),
                bold=True,
                italic=True if level == 6 else None,
            ),
            setting=Setting(
                before=before[level - 1],
                after=after[level - 1],
                line=252,
                keep_next=True,
                keep_lines=True,
                outline=level - 1,
                number=(1, level - 1),
                no_hyphens=True,
            ),
        )
        for level in range(1, 7)
    ]


def _title_page(tokens: Tokens) -> list[Style]:
    dark, white = tokens.color("haupt_dunkel"), tokens.color("weiss")
    frame = {side: Edge(dark, 48, 24) for side in ("top", "left", "bottom", "right")}
    panel = Setting(
        left=560, right=560, fill=dark, borders=frame, line=264, no_hyphens=True, align="left"
    )
    quiet = Letters(size=11, color=tokens.color("leise"))
    return [
        Style(
            "Title",
            "Title",
            based="Normal",
            custom=False,
            letters=Letters(size=tokens.size("titel"), color=white, bold=True),
            setting=replace(panel, before=2600, after=0),
        ),
        Style(
            "Subtitle",
            "Subtitle",
            based="Normal",
            custom=False,
            letters=Letters(size=15, color=white),
            setting=replace(panel, before=160, after=0),
        ),
        Style(
            "Ausgabe",
            "Ausgabe",
            based="Normal",
            letters=Letters(size=12, color=tokens.color("akzent"), bold=True),
            setting=Setting(before=900, after=120, left=0),
        ),
        Style("Herausgeber", "Herausgeber", based="Normal", letters=quiet),
        Style(
            "Teil",
            "Teil",
            based="Normal",
            following=BODY,
            letters=Letters(
                size=tokens.size("titel") - 6, color=tokens.color("haupt_dunkel"), bold=True
            ),
            setting=Setting(
                before=120,
                after=240,
                line=252,
                outline=0,
                no_hyphens=True,
                borders={"bottom": Edge(tokens.color("akzent"), 24, 10)},
            ),
        ),
        Style(
            "TeilNummer",
            "Teil Nummer",
            based="Normal",
            following="Teil",
            letters=Letters(size=14, color=tokens.color("akzent"), bold=True),
            setting=Setting(before=3600, after=60, keep_next=True),
        ),
    ]


def _variants(tokens: Tokens, gap: int) -> list[Style]:
    quiet = tokens.color("leise")
    return [
        Style(
            "Leitsatz",
            "Leitsatz",
            based=BODY,
            letters=Letters(size=tokens.size("h3"), color=tokens.color("haupt")),
            setting=Setting(after=gap + 80, line=300),
        ),
        Style(
            "Rubrik",
            "Rubrik",
            based=BODY,
            letters=Letters(bold=True, color=tokens.color("haupt_dunkel")),
            setting=Setting(before=160, after=60, keep_next=True),
        ),
        Style(
            "Kleingedrucktes",
            "Kleingedrucktes",
            based=BODY,
            letters=Letters(size=tokens.size("klein"), color=quiet),
        ),
        Style("Zeile", "Zeile", based="Normal"),
        Style(
            "Quellenangabe",
            "Quellenangabe",
            based=BODY,
            letters=Letters(size=tokens.size("klein"), color=quiet),
            setting=Setting(left=454),
        ),
        Style(
            "Quote",
            "Quote",
            based=BODY,
            custom=False,
            letters=Letters(italic=True),
            setting=Setting(left=454, right=454, keep_lines=True),
        ),
        Style(
            "Tabellentext",
            "Tabellentext",
            based="Normal",
            letters=Letters(size=tokens.size("klein") + 0.5),
            setting=Setting(before=20, after=20, line=264),
        ),
        Style(
            "TabellenkopfHell",
            "Tabellenkopf hell",
            based="Tabellenkopf",
            letters=Letters(size=tokens.size("text"), color=tokens.color("weiss")),
        ),
        Style("Steckbrieftext", "Steckbrieftext", based="Tabellentext"),
        Style(
            "Tabellenkopf",
            "Tabellenkopf",
            based="Tabellentext",
            letters=Letters(bold=True, color=tokens.color("haupt_dunkel")),
            setting=Setting(keep_next=True),
        ),
    ]


def _edges_of_the_page(tokens: Tokens) -> list[Style]:
    small = Letters(size=tokens.size("klein") - 0.5, color=tokens.color("leise"))
    stops = (("right", tokens.width(), ""),)
    line = Edge(tokens.color("linie"), 6, 6)
    return [
        Style(
            "Header",
            "header",
            based="Normal",
            custom=False,
            letters=small,
            setting=Setting(tabs=stops, borders={"bottom": line}, no_hyphens=True),
        ),
        Style(
            "Footer",
            "footer",
            based="Normal",
            custom=False,
            letters=small,
            setting=Setting(tabs=stops, borders={"top": line}, no_hyphens=True),
        ),
    ]


def _lists(gap: int) -> list[Style]:
    return [
        Style(
            "ListParagraph",
            "List Paragraph",
            based=BODY,
            custom=False,
            setting=Setting(after=60),
        ),
        Style(
            "Begriff",
            "Begriff",
            based=BODY,
            letters=Letters(bold=True),
            setting=Setting(before=60, after=20, keep_next=True),
        ),
        Style("Erklaerung", "Begriffserklärung", based=BODY, setting=Setting(after=gap)),
        Style("Feld", "Feld", based=BODY, setting=Setting(after=60)),
    ]


def _special(tokens: Tokens, gap: int) -> list[Style]:
    small = tokens.size("klein")
    return [
        Style(
            "Caption",
            "caption",
            based="Normal",
            custom=False,
            letters=Letters(size=small, color=tokens.color("leise"), bold=True),
            setting=Setting(before=120, after=100, keep_lines=True),
        ),
        Style(
            "FootnoteText",
            "footnote text",
            based="Normal",
            custom=False,
            letters=Letters(size=small - 0.5),
            setting=Setting(line=252, after=20),
        ),
        Style(
            "Abbildung",
            "Abbildung",
            based=BODY,
            setting=Setting(before=120, after=60, keep_next=True),
        ),
        Style(
            "Quelltext",
            "Quelltext",
            based="Normal",
            letters=Letters(font=tokens.fixed, size=small, no_proof=True),
            setting=Setting(
                before=60,
                after=gap + 60,
                left=170,
                right=170,
                line=264,
                fill=tokens.color("flaeche"),
                borders={
                    side: Edge(tokens.color("flaeche"), 24, 5)
                    for side in ("top", "left", "bottom", "right")
                },
                no_hyphens=True,
            ),
        ),
        Style("Formel", "Formel", based=BODY, setting=Setting(left=454)),
        Style(
            "Linie",
            "Linie",
            based="Normal",
            setting=Setting(
                before=60, after=200, borders={"bottom": Edge(tokens.color("linie"), 8, 1)}
            ),
        ),
        Style(
            "Abstand",
            "Abstand",
            based="Normal",
            letters=Letters(size=4),
            setting=Setting(line=240, after=120),
        ),
    ]
