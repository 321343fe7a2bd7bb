"""A returned form: what stands in its fields, its text in pieces, comments, and what is lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from ..docx.filled import read_filled
from ..docx.oxml.page_source import PageSource
from ..docx.oxml.rich import Letters, RichPara, RichTable
from ..docx.returned_text import Comment, ReturnedText, read_text
from ..formular.answers import Antwort
from ..formular.texts import cleaned, on_one_line
from .brackets import with_brackets
from .document import TEXT
from .felder_bogen import Bogen
from .pieces import (
    Fixed,
    Grid,
    Heading,
    Item,
    Items,
    Look,
    Para,
    Picture,
    Piece,
    Run,
    Runs,
    runs_of,
)
from .werte import Raw, values_from

_HEADING = re.compile(r"(?:heading|überschrift)\s*([1-9])", re.IGNORECASE)
_CODE = "quelltext"
_SHORT = 60


@dataclass(frozen=True)
class Loss:
    """Something that a page cannot hold, with the beginning of its paragraph."""

    what: str
    where: str


@dataclass(frozen=True)
class Returned:
    """What a form brought back; ``beside`` is text that stands outside of all fields."""

    source: PageSource
    values: dict[str, Raw]
    answers: tuple[Antwort, ...]
    pieces: tuple[Piece, ...]
    comments: tuple[Comment, ...] = ()
    lost: tuple[Loss, ...] = ()
    beside: tuple[str, ...] = ()
    missing: tuple[str, ...] = field(default=())


def read_form(path: Path, source: PageSource, bogen: Bogen, words: Iterable[str]) -> Returned:
    """Return what stands in a returned form; ``words`` are its own helps, besides those it names.

    Raises what :func:`..docx.filled.read_filled` raises.
    """
    back = read_filled(path, (bogen.blatt,))
    text = read_text(path)
    known = {_plain(each) for each in (*words, *source.words)}
    lost: list[Loss] = []
    pieces = tuple(_pieces(_below_text(text.blocks), text, known, lost))
    titles = {each.form.key: each.form.label for each in bogen.felder}
    return Returned(
        source,
        values_from(back.antworten, bogen),
        back.antworten,
        pieces,
        text.comments,
        tuple(lost),
        tuple(_beside(back.fundstuecke, text.blocks)),
        tuple(titles.get(each.key, each.key) for each in back.fehlend),
    )


def _beside(found: Iterable[object], blocks: Sequence[RichPara | RichTable]) -> Iterator[str]:
    """Yield text outside of fields that is not part of the page's text; comments come apart."""
    below = {line for block in _below_text(blocks) for line in _all_lines(block)}
    for each in found:
        where, text = getattr(each, "ort", ""), getattr(each, "text", "")
        rest = [line for line in map(_plain, text.split("\n")) if line and line not in below]
        if rest and not where.startswith("Kommentar"):
            yield f"{where}: {' '.join(rest)}"


def _all_lines(block: RichPara | RichTable) -> Iterator[str]:
    if isinstance(block, RichPara):
        yield from map(_plain, block.text.split("\n"))
        return
    for row in block.rows:
        for cell in row:
            for para in cell:
                yield from map(_plain, para.text.split("\n"))


def _below_text(blocks: Sequence[RichPara | RichTable]) -> Sequence[RichPara | RichTable]:
    """Return what stands below the heading of the text; nothing if it is gone."""
    for at, block in enumerate(blocks):
        if isinstance(block, RichPara) and _level(block) == 1 and _plain(block.text) == TEXT:
            return blocks[at + 1 :]
    return ()


def _level(para: RichPara) -> int:
    match = _HEADING.fullmatch(para.style.strip())
    return int(match[1]) if match else 0


def _plain(text: str) -> str:
    return on_one_line(text)


def _pieces(
    blocks: Iterable[RichPara | RichTable], text: ReturnedText, known: set[str], lost: list[Loss]
) -> Iterator[Piece]:
    for in_list, group in groupby(blocks, key=_in_list):
        if in_list:
            yield from _list([each for each in group if isinstance(each, RichPara)], text, lost)
            continue
        for block in group:
            if isinstance(block, RichTable):
                yield from _table(block, lost)
            elif _plain(block.text) not in known:
                yield from _paragraph(block, text, lost)


def _in_list(block: RichPara | RichTable) -> bool:
    return isinstance(block, RichPara) and block.level is not None and not _level(block)


def _list(paras: Sequence[RichPara], text: ReturnedText, lost: list[Loss]) -> Iterator[Piece]:
    items, depth = [], -1
    for para in paras:
        _note(para, lost)
        runs = _runs(para.letters)
        if runs:
            depth = min(para.level or 0, depth + 1)
            items.append(Item(depth, para.ordered, runs))
    if items:
        yield Items(tuple(items))
    for para in paras:
        yield from _pictures(para, text)


def _table(table: RichTable, lost: list[Loss]) -> Iterator[Piece]:
    rows = []
    for row in table.rows:
        for cell in row:
            for para in cell:
                _note(para, lost)
        rows.append(tuple(_cell(cell) for cell in row))
    width = max(map(len, rows), default=0)
    full = tuple((*row, *((),) * (width - len(row))) for row in rows if any(row))
    if full:
        yield Grid(full)


def _cell(cell: Sequence[RichPara]) -> Runs:
    gap = Letters(" ")
    return _runs([each for para in cell for each in (*para.letters, gap)])


def _paragraph(para: RichPara, text: ReturnedText, lost: list[Loss]) -> Iterator[Piece]:
    if para.style.casefold() == _CODE:
        if para.text.strip():
            yield Fixed(para.text.strip("\n"))
        return
    _note(para, lost)
    runs = _runs(para.letters)
    level = _level(para)
    if runs:
        yield Heading(min(max(level, 2), 4), runs) if level else Para(runs)
    yield from _pictures(para, text)


def _pictures(para: RichPara, text: ReturnedText) -> Iterator[Piece]:
    for image in para.images:
        blob = text.pictures.get(image.relation)
        if blob is not None:
            yield Picture(blob, image.alt)


def _note(para: RichPara, lost: list[Loss]) -> None:
    words = _plain(para.text)
    where = words if len(words) <= _SHORT else f"{words[:_SHORT].rstrip()} …"
    lost.extend(Loss(each, where) for each in para.lost)


def _runs(letters: Iterable[Letters]) -> Runs:
    found = []
    for each in letters:
        look = Look(each.bold, each.italic, each.code, each.url if "://" in each.url else "")
        # Line ends count, all else that nobody sees does not.
        found.append(Run(_seen(each.text), look))
    return runs_of(Run(with_brackets(run.text), run.look) for run in runs_of(found))


def _seen(text: str) -> str:
    kept = cleaned(f"|{text}|")[1:-1]
    return kept if kept.replace("\n", "") == text.replace("\n", "") else _careful(text)


def _careful(text: str) -> str:
    """Return a text without hidden signs, its spaces as they are."""
    return "".join(each if each in "\u00a0\u202f\n" or not _hidden(each) else "" for each in text)


def _hidden(sign: str) -> bool:
    return cleaned(f"|{sign}|") == "||"
