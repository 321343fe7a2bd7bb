"""The fact box of a case as plain data, so that a browser can put several side by side."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from docutils import nodes as n

from ..model.arten import Art
from ..sphinx_ext import nodes as k
from ..sphinx_ext.quellen import anchor

Piece = str | list[str]
"""Text, or a text with the address that it leads to, from the website's folder."""
Row = list[object]
"""Key, label, then each line as a list of pieces."""


def facts(doctree: n.document, address: str, art: Art) -> list[Row]:
    """Return the rows of a page's fact box in its order, then the core of its judgement.

    ``doctree`` is the page as its writer got it, ``address`` that of the page. Texts are those
    of the page; citations come as ``["[1]", address]``.
    """
    rows: list[Row] = []
    for row in doctree.findall(k.steckbrief_zeile):
        if isinstance(row.parent, k.steckbrief):
            label, value = row.children
            rows.append([row["key"], label.astext(), *_lines(value, address)])
    for section in doctree.findall(n.section):
        title = section.next_node(n.title)
        if title is not None and title.astext() in art.judged:
            link = ["Einschätzung der Redaktion", f"{address}#{section['ids'][0]}"]
            rows.append(["einschaetzung", title.astext(), *_verdicts(section), [link]])
    return rows


def _verdicts(section: n.section) -> Iterator[list[Piece]]:
    """Yield what a judgement says of each size of town, else its first paragraph.

    A verdict is the bold beginning of an item: „Große Kleinstadt (…): gut“.
    """
    found: list[Piece] = [
        bold.astext().rstrip(" .,;")
        for item in section.findall(n.list_item)
        if (bold := item.next_node(n.strong)) and item.astext().startswith(bold.astext())
    ]
    if found:
        yield from ([verdict] for verdict in found)
    elif (paragraph := section.next_node(n.paragraph)) is not None:
        yield [paragraph.astext()]


def _lines(value: n.Node, address: str) -> Iterator[list[Piece]]:
    for paragraph in value.findall(n.paragraph):
        yield _joined(_pieces(paragraph, address))


def _pieces(paragraph: n.Element, address: str) -> Iterator[Piece]:
    for child in paragraph.children:
        if isinstance(child, k.quellenverweis):
            yield [child.astext(), f"{address}#{anchor(child['kennung'])}"]
        elif isinstance(child, n.reference):
            yield [child.astext(), _target(child, address)]
        else:
            yield child.astext()


def _target(link: n.reference, address: str) -> str:
    """Return where a link leads: on the web as it is, else from the website's folder."""
    if not link.get("internal"):
        return str(link["refuri"])
    if "refuri" not in link:
        return f"{address}#{link['refid']}"
    return posixpath.normpath(posixpath.join(posixpath.dirname(address), link["refuri"]))


def _joined(pieces: Iterator[Piece]) -> list[Piece]:
    """Return pieces with neighbouring texts put together, without space before a citation."""
    joined: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str) and joined and isinstance(joined[-1], str):
            joined[-1] += piece
        else:
            joined.append(piece)
    return [each.rstrip() if isinstance(each, str) else each for each in joined]
