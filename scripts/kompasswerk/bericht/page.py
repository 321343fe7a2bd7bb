"""The report as one page of HTML: no script, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from ..auswertung.page import STYLE
from ..buch import blocks as b
from ..model.gestaltung import Gestaltung
from ..sphinx_ext.gestaltung import stylesheet

OWN_STYLE = Path(__file__).with_name("seite.css")
_MARKS = {b.Mark.STRONG: "strong", b.Mark.EMPHASIS: "em", b.Mark.CODE: "code"}


def page(book: b.Book, gestaltung: Gestaltung) -> str:
    """Return the whole page; the book has chapters of headings, text, lists, tables, boxes."""
    chapters = [each for part in book.parts for each in part.children]
    links = (_link(each) for each in chapters if isinstance(each, b.Section))
    style = stylesheet(gestaltung) + "".join(
        each.read_text(encoding="utf-8") for each in (STYLE, OWN_STYLE)
    )
    return "\n".join(
        [
            '<!DOCTYPE html>\n<html lang="de">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(book.title)}, {escape(book.edition)}</title>",
            f"<style>\n{style}</style>\n</head>",
            '<body>\n<a class="sprung" href="#inhalt">Zum Inhalt</a>\n<header>',
            f"<h1>{escape(book.title)}</h1>\n<p>{escape(book.subtitle)}</p>",
            f"<p>{escape(book.edition)}</p>",
            *_blocks(book.imprint),
            '</header>\n<nav aria-label="Kapitel">\n<ul>',
            *links,
            '</ul>\n</nav>\n<main id="inhalt">',
            *_blocks(chapters),
            "</main>\n</body>\n</html>\n",
        ]
    )


def _link(chapter: b.Section) -> str:
    name = f"{chapter.number} {_inlines(chapter.title)}"
    return f'<li><a href="#{chapter.anchors[0]}">{name}</a></li>'


def _blocks(blocks: Iterable[b.Block]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: b.Block) -> Iterator[str]:
    match block:
        case b.Section():
            yield from _section(block)
        case b.Paragraph(role="body"):
            yield f"<p>{_inlines(block.children)}</p>"
        case b.Paragraph():
            yield f'<p class="{escape(block.role)}">{_inlines(block.children)}</p>'
        case b.ListBlock():
            tag = "ul" if block.style is b.ListStyle.BULLET else "ol"
            yield f"<{tag}>"
            for item in block.items:
                ids = f' id="{item.anchors[0]}"' if item.anchors else ""
                yield f"<li{ids}>{''.join(_blocks(item.children))}</li>"
            yield f"</{tag}>"
        case b.Table():
            yield from _table(block)
        case b.Admonition():
            yield f'<div class="kasten {escape(block.kind)}">'
            yield f'<p class="kastentitel">{_inlines(block.title)}</p>'
            yield from _blocks(block.children)
            yield "</div>"
        case b.Group():
            yield f'<div class="{escape(block.role)}">'
            yield from _blocks(block.children)
            yield "</div>"


def _section(section: b.Section) -> Iterator[str]:
    """Yield a chapter as a section of the page, a heading inside it as a heading."""
    title = f"{section.number} " if section.number else ""
    title += _inlines(section.title)
    level = min(section.level + 1, 6)
    if section.level > 1:
        yield f"<h{level}>{title}</h{level}>"
        yield from _blocks(section.children)
        return
    key = section.anchors[0]
    yield f'<section id="{key}" aria-labelledby="{key}-titel">'
    yield f'<h{level} id="{key}-titel">{title}</h{level}>'
    yield from _blocks(section.children)
    yield "</section>"


def _table(table: b.Table) -> Iterator[str]:
    # A wide table is moved inside its own frame, by keyboard too.
    name = f"Tabelle {table.number}: {_inlines(table.caption)}" if table.caption else ""
    named = f'aria-labelledby="t{table.number}"' if name else 'aria-label="Tabelle"'
    yield f'<div class="rahmen" role="region" tabindex="0" {named}>\n<table>'
    if name:
        yield f'<caption id="t{table.number}">{name}</caption>'
    head, body = table.rows[: table.header_rows], table.rows[table.header_rows :]
    for row in head:
        cells = (f'<th scope="col">{_cell(each)}</th>' for each in row.cells)
        yield f"<thead><tr>{''.join(cells)}</tr></thead>"
    yield "<tbody>"
    for row in body:
        first, *others = row.cells
        cells = (f"<td>{_cell(each)}</td>" for each in others)
        yield f'<tr><th scope="row">{_cell(first)}</th>{"".join(cells)}</tr>'
    yield "</tbody>\n</table>\n</div>"


def _cell(cell: b.Cell) -> str:
    return "<br>".join(
        _inlines(each.children) for each in cell.children if isinstance(each, b.Paragraph)
    )


def _inlines(inlines: Iterable[b.Inline]) -> str:
    return "".join(map(_inline, inlines))


def _inline(inline: b.Inline) -> str:
    match inline:
        case b.Text():
            return escape(inline.text)
        case b.LineBreak():
            return "<br>"
        case b.Span():
            tag = _MARKS.get(inline.mark) if inline.mark else None
            inner = _inlines(inline.children)
            return f"<{tag}>{inner}</{tag}>" if tag else inner
        case b.ExternalLink():
            return f'<a href="{escape(inline.url)}">{_inlines(inline.children)}</a>'
        case b.InternalLink():
            return f'<a href="#{escape(inline.anchor)}">{_inlines(inline.children)}</a>'
    return ""
