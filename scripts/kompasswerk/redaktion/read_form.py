"""A returned form: what stands in its fields, its text in pieces, comments, and what is lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import groupby
from pathlib import Path

from ..docx.filled import read_filled
from ..docx.leftovers import NOT_COMPARED, NOTES
from ..docx.oxml.page_source import PageSource
from ..docx.oxml.rich import Letters, RichPara, RichTable
from ..docx.returned_notes import read_notes
from ..docx.returned_text import Comment, ReturnedText, read_text
from ..formular.answers import Fundstueck
from ..formular.texts import cleaned, on_one_line
from ..reading.refused import RefusedFileError
from .brackets import with_brackets
from .document import TEXT
from .felder_bogen import Bogen
from .from_myst import blocks_of
from .note_sources import NoteSources, sources_of
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
from .texts import HINT
from .werte import Raw, rows_of, values_from

SOURCES = "quellen"
"""The question for sources, the same on all forms."""

_HEADING = re.compile(r"(?:heading|überschrift)\s*([1-9])", re.IGNORECASE)
_CODE, _LIST, _TEXT = "quelltext", "list", "text"
_SHORT = 60
_ALIKE = 0.6
_CHANGED = "geänderter Baustein (er bleibt, wie er auf der Seite steht)"
_OUTSIDE = "Text außerhalb der Felder ist nicht übernommen ({}): {}"
_NO_TEXT = f"Im Bogen fehlt die Überschrift „{TEXT}“ (Formatvorlage Überschrift 1). Bitte einfügen."
_OLD_FORM = (
    "Fragen oder Listen des Bogens haben sich geändert, seit er ausgegeben wurde. Bitte sehen Sie "
    "alle Angaben genau an."
)
_UNCLEAR = (
    "Die Datei kam über ein anderes Format zurück. Ob jemand außerhalb der Felder etwas "
    "geschrieben hat, ließ sich deshalb nicht prüfen."
)


@dataclass(frozen=True)
class Loss:
    """Something that a page cannot hold, with the beginning of its paragraph."""

    what: str
    where: str


@dataclass(frozen=True)
class Returned:
    """What a form brought back.

    ``values`` has no question that the form has lost; ``missing`` are their labels. ``beside``
    are remarks on text that stands outside of all fields, and on the form itself.
    """

    source: PageSource
    values: dict[str, Raw]
    pieces: tuple[Piece, ...]
    comments: tuple[Comment, ...] = ()
    lost: tuple[Loss, ...] = ()
    beside: tuple[str, ...] = ()
    missing: tuple[str, ...] = field(default=())


def read_form(
    path: Path, source: PageSource, bogen: Bogen, words: Iterable[str], bodies: Iterable[str]
) -> Returned:
    """Return what stands in a returned form.

    ``words`` are its own helps, besides those that it names, ``bodies`` are the text of its page
    now and then, whose parts that Word cannot express come back as they are.
    Raises what :func:`..docx.filled.read_filled` raises.
    """
    back = read_filled(path, (bogen.blatt,))
    values = values_from(back.antworten, bogen)
    gone = {each.key for each in back.fehlend}
    sources = rows_of(values.get(SOURCES, ()))
    notes = NoteSources() if SOURCES in gone else sources_of(read_notes(path), sources)
    if notes.rows:
        values[SOURCES] = (*sources, *notes.rows)
    text = read_text(path, notes.words)
    known = _Known(
        frozenset(_plain(each) for each in (*words, *source.words)),
        tuple(dict.fromkeys(each for body in bodies for each in _fixed_parts(body))),
    )
    lost: list[Loss] = []
    pieces = tuple(_pieces(_below_text(text.blocks), text, known, lost))
    titles = {each.form.key: each.form.label for each in bogen.felder}
    other = dict(back.versionen).get(bogen.blatt.slug, bogen.blatt.version) != bogen.blatt.version
    return Returned(
        source,
        {key: raw for key, raw in values.items() if key not in gone},
        pieces,
        text.comments,
        tuple(lost),
        (
            *([_OLD_FORM] if other else []),
            *notes.remarks,
            *_beside(back.fundstuecke, text.blocks, noted=bool(notes.words)),
        ),
        tuple(titles.get(each.key, each.key) for each in back.fehlend),
    )


def pieces_in(
    blocks: Iterable[RichPara | RichTable], text: ReturnedText, words: Iterable[str]
) -> tuple[tuple[Piece, ...], tuple[Loss, ...]]:
    """Return what some blocks of a text are in pieces, and what is lost.

    ``words`` are paragraphs that the file showed by itself; they are left out.
    """
    lost: list[Loss] = []
    known = _Known(frozenset(map(_plain, words)), ())
    return tuple(_pieces(blocks, text, known, lost)), tuple(lost)


@dataclass(frozen=True)
class _Known:
    """What a form shows that is not to be read: its helps, and parts of the page as they are."""

    words: frozenset[str]
    fixed: tuple[Fixed, ...]

    def source(self, text: str) -> tuple[Fixed | None, bool]:
        """Return the part of the page that a text is, and whether it was changed.

        Programs lose line ends and spaces; neither counts. ``None`` for a text like no part.
        """
        letters = "".join(text.split())
        for each in self.fixed:
            if "".join(each.source.split()) == letters:
                return each, False
        alike = [(SequenceMatcher(None, text, f.source).ratio(), f) for f in self.fixed]
        best = max(alike, key=lambda pair: pair[0], default=(0.0, None))
        return (best[1], True) if best[0] > _ALIKE else (None, True)


def _beside(
    found: Sequence[Fundstueck], blocks: Sequence[RichPara | RichTable], *, noted: bool
) -> Iterator[str]:
    """Yield German remarks on text outside of fields that is not part of the page's text.

    ``noted`` says that the notes are sources already.
    """
    if any(each.text == NOT_COMPARED for each in found):
        yield _UNCLEAR
        return
    below = {line for block in _below_text(blocks) for line in _all_lines(block)}
    for each in found:
        if noted and each.ort.startswith(NOTES):
            continue
        rest = [line for line in map(_plain, each.text.split("\n")) if line and line not in below]
        if rest and not each.ort.startswith("Kommentar"):
            yield _OUTSIDE.format(each.ort, " ".join(rest))


def _all_lines(block: RichPara | RichTable) -> Iterator[str]:
    if isinstance(block, RichPara):
        yield from map(_plain, block.text.split("\n"))
        return
    for row in block.rows:
        for cell in row:
            for para in cell:
                yield from map(_plain, para.text.split("\n"))


def _below_text(blocks: Sequence[RichPara | RichTable]) -> Sequence[RichPara | RichTable]:
    """Return what stands below the heading of the text; without it nobody knows what does."""
    for at, block in enumerate(blocks):
        if isinstance(block, RichPara) and heading_level(block) == 1 and _plain(block.text) == TEXT:
            return blocks[at + 1 :]
    raise RefusedFileError(_NO_TEXT)


def heading_level(para: RichPara) -> int:
    """Return the level of a heading from 1, 0 for a paragraph that is none."""
    match = _HEADING.fullmatch(para.style.strip())
    return int(match[1]) if match else 0


def _plain(text: str) -> str:
    return on_one_line(text)


def _pieces(
    blocks: Iterable[RichPara | RichTable], text: ReturnedText, known: _Known, lost: list[Loss]
) -> Iterator[Piece]:
    for kind, group in groupby(blocks, key=_kind):
        paras, run = [], list(group)
        for block in run:
            if isinstance(block, RichTable):
                yield from _table(block, lost)
            elif kind != _TEXT:
                paras.append(block)
            elif _plain(block.text) not in known.words:
                yield from _paragraph(block, text, lost)
        if kind == _LIST:
            yield from _list(paras, text, lost)
        elif kind == _CODE:
            yield from _fixed("\n".join(para.text for para in paras), known, lost)


def _kind(block: RichPara | RichTable) -> str:
    if isinstance(block, RichPara) and block.style.casefold() == _CODE:
        return _CODE
    in_list = isinstance(block, RichPara) and block.level is not None and not heading_level(block)
    return _LIST if in_list else _TEXT


def _fixed_parts(body: str) -> Iterator[Fixed]:
    yield from (each.piece for each in blocks_of(body) if isinstance(each.piece, Fixed))


def _fixed(text: str, known: _Known, lost: list[Loss]) -> Iterator[Piece]:
    found, changed = known.source(text)
    if found is None and text.strip():
        yield Para(runs_of([Run(_plain(text))]))
    elif found is not None:
        yield found
        if changed:
            lost.append(Loss(_CHANGED, _begin(text)))


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
    _note(para, lost)
    runs = _without_hint(_runs(para.letters))
    level = heading_level(para)
    if runs:
        yield Heading(min(max(level, 2), 4), runs) if level else Para(runs)
    yield from _pictures(para, text)


def _without_hint(runs: Runs) -> Runs:
    """Return runs without the words that ask for text, behind which somebody may have written."""
    if runs and runs[0].text.startswith(HINT):
        return runs_of([runs[0]._replace(text=runs[0].text.removeprefix(HINT)), *runs[1:]])
    return runs


def _pictures(para: RichPara, text: ReturnedText) -> Iterator[Piece]:
    for image in para.images:
        blob = text.pictures.get(image.relation)
        if blob is not None:
            yield Picture(blob, image.alt)


def _note(para: RichPara, lost: list[Loss]) -> None:
    lost.extend(Loss(each, _begin(para.text)) for each in para.lost)


def _begin(text: str) -> str:
    words = _plain(text)
    return words if len(words) <= _SHORT else f"{words[:_SHORT].rstrip()} …"


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
