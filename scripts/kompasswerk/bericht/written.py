"""What people have written, as blocks of the book."""

from __future__ import annotations

from collections.abc import Iterator

from ..buch import blocks as b
from ..redaktion.document import blocks_of_piece
from ..redaktion.from_myst import blocks_of
from ..redaktion.pieces import Fixed, Heading
from .parts import Teil
from .texts import Text

GAP = "Hier schreiben Menschen"
CARRIED = "Übernommen"
CANNOT = "Das kann der Bericht nicht zeigen. Bitte als Absatz, Liste oder Tabelle schreiben."


def written(teil: Teil, text: Text) -> Iterator[b.Block]:
    """Yield the text of a chapter, or a box that shows the gap where one is needed."""
    if not text.body:
        if teil.needed:
            where = b.Paragraph((b.Text(_where(text)),), role="note")
            inner = (b.Paragraph((b.Text(teil.help),)), where)
            yield b.Admonition("important", (b.Text(GAP),), inner)
        return
    if text.carried:
        note = b.Paragraph((b.Text(_carried(text)),))
        yield b.Admonition("warning", (b.Text(CARRIED),), (note,))
    level = 1
    for block in blocks_of(text.body):
        piece = block.piece
        if isinstance(piece, Fixed):
            yield b.Paragraph((b.Text(" ".join(piece.source.split())),))
            continue
        if isinstance(piece, Heading):
            # A heading below the chapter, and never one that skips a level.
            level = min(max(piece.level, 2), level + 1)
            piece = piece._replace(level=level)
        yield from blocks_of_piece(piece)


def own_words(teil: Teil, text: Text) -> tuple[str, ...]:
    """Return the paragraphs of a chapter that nobody has written: those of its box."""
    return (GAP, teil.help, _where(text), CARRIED, _carried(text))


def _where(text: Text) -> str:
    return f"Datei: {text.path}"


def _carried(text: Text) -> str:
    return f"Text aus dem Bericht zum {text.carried}, noch nicht überarbeitet."


def left_as_they_are(text: Text) -> Iterator[str]:
    """Yield a sentence for each part of a text that the report can only show as it stands."""
    for block in blocks_of(text.body):
        if isinstance(block.piece, Fixed):
            start = " ".join(block.piece.source.split())[:40]
            yield f"{text.path}: „{start}“: {CANNOT}"
