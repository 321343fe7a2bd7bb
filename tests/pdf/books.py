"""Books by hand: a realistic one with every kind of block, and small ones for single tests."""

from __future__ import annotations

from pathlib import Path

from kompasswerk.buch import blocks as b

PICTURES = Path(__file__).parent / "bilder"


def t(text: str) -> tuple[b.Inline, ...]:
    return (b.Text(text),)


def p(*children: str | b.Inline, role: str = "body", anchors: tuple[str, ...] = ()) -> b.Paragraph:
    inlines = tuple(b.Text(each) if isinstance(each, str) else each for each in children)
    return b.Paragraph(inlines, role, anchors)


def section(level: int, title: str, *children: b.Block, **more: object) -> b.Section:
    return b.Section(level, t(title), children, **more)  # type: ignore[arg-type]


def row(*cells: str, header: bool = False) -> b.Row:
    return b.Row(tuple(b.Cell((p(cell),), header=header) for cell in cells))


def book(*children: b.Block, **more: object) -> b.Book:
    return b.Book("Titel", (b.Part((), children),), **more)  # type: ignore[arg-type]


def plain_list(style: b.ListStyle, *items: str) -> b.ListBlock:
    return b.ListBlock(style, tuple(b.ListItem((p(item),)) for item in items))


def span(mark: b.Mark, text: str, role: str | None = None) -> b.Span:
    return b.Span(t(text), mark, role=role)
