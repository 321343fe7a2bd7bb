"""Styles of running text and headings."""

from __future__ import annotations

from .oxml.styles import Edge, Letters, Setting, Style
from .template_kinds import BODY, own, words
from .tokens import Tokens


def text_styles(tokens: Tokens) -> list[Style]:
    """Return the styles of running text, from Word's own to ours."""
    gap = tokens.distance("absatz")
    return [
        # Not among the defaults of the document: LibreOffice lets those outdo the colour of links.
        Style(
            "Normal",
            "Normal",
            letters=Letters(color=tokens.color("text")),
            default=True,
            custom=False,
        ),
        words(BODY, "Body Text", setting=Setting(after=gap)),
        *_headings(tokens),
        *_voices(tokens, gap),
        *_quotes(tokens),
        *_cells(tokens),
        *_lists(gap),
        *_figures(tokens),
        _code(tokens, gap),
        *_lines(tokens),
    ]


def _headings(tokens: Tokens) -> list[Style]:
    sizes = [tokens.size(f"h{level}") for level in range(1, 5)] + [tokens.size("text")] * 2
    before = [0, tokens.distance("abschnitt") + 60, 300, 240, 200, 200]
    after = [300, 120, 80, 60, 40, 40]
    return [
        _heading(tokens, level, sizes[level - 1], before[level - 1], after[level - 1])
        for level in range(1, 7)
    ]


def _heading(tokens: Tokens, level: int, size: float, before: int, after: int) -> Style:
    color = tokens.color("haupt")
    letters = Letters(size=size, color=color, bold=True, italic=True if level == 6 else None)
    setting = Setting(
        before=before,
        after=after,
        line=252,
        keep_next=True,
        keep_lines=True,
        outline=level - 1,
        number=(1, level - 1),
        no_hyphens=True,
        borders={"bottom": Edge(color, 10, 6)} if level == 1 else {},
    )
    return words(f"Heading{level}", f"heading {level}", letters, setting, following=BODY)


def _voices(tokens: Tokens, gap: int) -> list[Style]:
    lead = Letters(size=tokens.size("h3"), color=tokens.color("haupt"))
    rubric = Letters(bold=True, color=tokens.color("haupt_dunkel"))
    small = Letters(size=tokens.size("klein"), color=tokens.color("leise"))
    smaller = Letters(size=tokens.size("klein") - 1, color=tokens.color("leise"))
    return [
        own("Leitsatz", BODY, lead, Setting(after=gap + 80, line=300)),
        own("Rubrik", BODY, rubric, Setting(before=160, after=60, keep_next=True)),
        own("Kleingedrucktes", BODY, small),
        own("Zeile", "Normal"),
        own("Erwähnungen", BODY, smaller, Setting(before=120, keep_lines=True)),
    ]


def _quotes(tokens: Tokens) -> list[Style]:
    small = Letters(size=tokens.size("klein"), color=tokens.color("leise"))
    setting = Setting(left=454, right=454, keep_lines=True)
    return [
        words("Quote", "Quote", Letters(italic=True), setting, based=BODY),
        own("Quellenangabe", BODY, small, Setting(left=454)),
    ]


def _cells(tokens: Tokens) -> list[Style]:
    text = Letters(size=tokens.size("klein") + 0.5)
    head = Letters(bold=True, color=tokens.color("haupt_dunkel"))
    bright = Letters(size=tokens.size("text"), color=tokens.color("weiss"))
    narrow = Letters(size=tokens.size("klein") - 0.5)
    gap = Letters(size=7, color=tokens.color("leise"))
    return [
        own("Tabellentext", "Normal", text, Setting(before=20, after=20, line=264)),
        own("Steckbrieftext", "Tabellentext"),
        own("Tabellenkopf", "Tabellentext", head),
        own("Tabellentext eng", "Tabellentext", narrow),
        own("Tabellenkopf eng", "Tabellenkopf", narrow),
        own("Tabellenkopf hell", "Tabellenkopf", bright),
        own("Matrix Zahl", "Tabellentext", Letters(bold=True), Setting(align="center")),
        own("Matrix Lücke", "Tabellentext", gap, Setting(align="center", no_hyphens=True)),
    ]


def _lists(gap: int) -> list[Style]:
    term = Setting(before=60, after=20, keep_next=True)
    return [
        words("ListParagraph", "List Paragraph", setting=Setting(after=60), based=BODY),
        own("Begriff", BODY, Letters(bold=True), term),
        own("Begriffserklärung", BODY, setting=Setting(after=gap)),
        own("Feld", BODY, setting=Setting(after=60)),
    ]


def _figures(tokens: Tokens) -> list[Style]:
    small = tokens.size("klein")
    told = Letters(size=small, color=tokens.color("leise"), bold=True)
    note = Letters(size=small - 0.5)
    return [
        own("Abbildung", BODY, setting=Setting(before=120, after=60, keep_next=True)),
        words("Caption", "caption", told, Setting(before=120, after=100, keep_lines=True)),
        words("FootnoteText", "footnote text", note, Setting(line=252, after=20)),
        words("EndnoteText", "endnote text", note, Setting(line=252, after=20)),
        own("Formel", BODY, setting=Setting(tabs=_equation_stops(tokens))),
    ]


def _equation_stops(tokens: Tokens) -> tuple[tuple[str, int, str], ...]:
    """Return the stops that set a formula in the middle and its number at the margin."""
    return (("center", tokens.width() // 2, ""), ("right", tokens.width(), ""))


def _code(tokens: Tokens, gap: int) -> Style:
    ground = tokens.color("flaeche")
    letters = Letters(font=tokens.fixed, size=tokens.size("klein"), no_proof=True)
    setting = Setting(
        before=60,
        after=gap + 60,
        left=170,
        right=170,
        line=264,
        fill=ground,
        borders=dict.fromkeys(("top", "left", "bottom", "right"), Edge(ground, 24, 5)),
        no_hyphens=True,
    )
    return own("Quelltext", "Normal", letters, setting)


def _lines(tokens: Tokens) -> list[Style]:
    line = {"bottom": Edge(tokens.color("linie"), 8, 1)}
    return [
        own("Linie", "Normal", setting=Setting(before=60, after=200, borders=line)),
        own("Abstand", "Normal", Letters(size=3), Setting(line=240, after=120)),
    ]
