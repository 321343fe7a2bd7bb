"""The texts of a report that people have written in Word, as MyST by chapter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..docx.oxml.rich import RichPara, RichTable
from ..docx.returned_text import Comment, ReturnedText, read_text
from ..reading.refused import RefusedFileError
from ..redaktion.from_myst import piece_of
from ..redaktion.pieces import Picture, Piece
from ..redaktion.read_form import heading_level, pieces_in
from ..redaktion.to_myst import written as as_myst
from .book import is_computed, mark
from .parts import TEILE, Teil
from .texts import Text
from .written import own_words

Block = RichPara | RichTable
NO_REPORT = "„{}“ ist nicht der Bericht zum Stichtag {}: Die Zeile „{}“ fehlt."


@dataclass(frozen=True)
class FromWord:
    """What a file brought back: ``bodies`` by key of the chapter, empty for no text.

    ``remarks`` are German sentences on what was not read; a chapter that is unclear has no body.
    """

    bodies: dict[str, str]
    remarks: tuple[str, ...]
    comments: tuple[Comment, ...]


def read_report(path: Path, stichtag: date, texts: Mapping[str, Text]) -> FromWord:
    """Return the texts above the computed parts, tracked changes accepted.

    :class:`RefusedFileError` for a file that is unsafe or not the report of this day.
    """
    text = read_text(path)
    line = mark(stichtag)
    if not any(_is(each, line) for each in text.blocks):
        raise RefusedFileError(NO_REPORT.format(path.name, stichtag.isoformat(), line))
    bodies: dict[str, str] = {}
    remarks: list[str] = []
    chapters = dict(_chapters(text.blocks))
    for teil in TEILE:
        found = chapters.get(teil.title)
        if found is None:
            remarks.append(f"Kapitel „{teil.title}“: Die Überschrift fehlt. Bitte einfügen.")
        elif is_computed(teil) and not any(_is(each, line) for each in found):
            remarks.append(f"Kapitel „{teil.title}“: Die Zeile „{line}“ fehlt. Bitte einfügen.")
        else:
            bodies[teil.key] = _body(teil, _above(found, line), text, texts[teil.key], remarks)
    return FromWord(bodies, tuple(remarks), text.comments)


def _is(block: Block, line: str) -> bool:
    return isinstance(block, RichPara) and _plain(block.text) == _plain(line)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _chapters(blocks: Iterable[Block]) -> Iterator[tuple[str, list[Block]]]:
    title, found = "", list[Block]()
    for block in blocks:
        if isinstance(block, RichPara) and heading_level(block) == 1:
            yield title, found
            title, found = _plain(block.text).lstrip("0123456789. "), []
        else:
            found.append(block)
    yield title, found


def _above(blocks: Iterable[Block], line: str) -> Iterator[Block]:
    """Yield what stands above the computed part: nobody changes that part by hand."""
    for block in blocks:
        if _is(block, line):
            return
        yield block


def _body(
    teil: Teil, blocks: Iterable[Block], text: ReturnedText, known: Text, remarks: list[str]
) -> str:
    pieces, lost = pieces_in(blocks, text, own_words(teil, known))
    said = [f"{each.what}: „{each.where}“" for each in lost]
    said += ["Bild" for each in pieces if isinstance(each, Picture)]
    remarks += [f"Kapitel „{teil.title}“, nicht übernommen: {each}" for each in said]
    return in_myst(pieces)


def in_myst(pieces: Iterable[Piece]) -> str:
    """Return pieces as the text of a file, without pictures."""
    kept = (each for each in pieces if not isinstance(each, Picture))
    return "\n\n".join(as_myst(each, piece_of) for each in kept)
