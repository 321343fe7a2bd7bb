"""The form of a page as a book of one part: how to fill it in, its fields, its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..buch import blocks as b
from ..buch.edition import Edition
from ..model.formular import BOX, FormKind, Formularfeld, Stelle, answer_title
from .felder_bogen import KEY, Bogen, Bogenfeld
from .pieces import Fixed, Grid, Heading, Item, Items, Look, Para, Piece, Runs
from .texts import BOX_BEGIN, BOX_END, FIXED, HINT, Texts

TEXT = "Der Text"
"""The heading below which all belongs to the text of the page."""
_GAP = "\N{NO-BREAK SPACE}"
_WIDTHS = (34, 66)
_BELOW = 28
"""Choices longer than this stand below each other."""
_MOST_BELOW = 14


@dataclass(frozen=True)
class Form:
    """A form to be written: what it asks, what its text is, what it says itself.

    ``title`` is that of the page, empty for a new one.
    """

    bogen: Bogen
    texts: Texts
    edition: Edition | None
    title: str = ""
    pieces: tuple[Piece, ...] = ()


def book_of(form: Form) -> b.Book:
    """Return the form as a book, without answers."""
    edition = form.edition
    name = form.bogen.blatt.titel
    part = b.Part((), (*_first_page(form), *_fields(form.bogen), *_text(form)))
    return b.Book(
        title=f"{name}: {form.title}" if form.title else name,
        parts=(part,),
        edition=edition.line("de") if edition else "",
        number=edition.number if edition else "",
        state=edition.state_in("de") if edition else "",
        date=edition.date.isoformat() if edition else "1980-01-01",
        contents_depth=0,
        sheets=(form.bogen.blatt,),
    )


def _first_page(form: Form) -> Iterator[b.Block]:
    name = form.bogen.blatt.titel
    title = f"{name}: {form.title}" if form.title else name
    steps = tuple(b.ListItem((_para(each),)) for each in form.texts.steps)
    yield b.Section(
        1,
        (b.Text(title),),
        (
            b.Paragraph((b.Text(form.texts.purpose),), role="lead"),
            b.ListBlock(b.ListStyle.ARABIC, steps),
            *(b.Paragraph((b.Text(each),)) for each in form.texts.edition),
        ),
        starts_page=True,
    )


# ---------------------------------------------------------------- fields


def _fields(bogen: Bogen) -> Iterator[b.Block]:
    children: list[b.Block] = []
    questions: list[Bogenfeld] = []
    for each in (*bogen.felder, None):
        if each is not None and not each.columns:
            questions.append(each)
            continue
        if questions:
            children.append(_questions(questions, bogen.blatt.slug))
            questions = []
        if each is not None:
            children += _table(each, bogen.blatt.slug)
    required = _small("* Bitte immer ausfüllen.")
    yield b.Section(1, (b.Text("Die Angaben"),), (required, *children), starts_page=True)


def _questions(questions: Iterable[Bogenfeld], slug: str) -> b.Table:
    head = b.Row(tuple(b.Cell((_para(each),), header=True) for each in ("Frage", "Ihre Antwort")))
    rows = tuple(
        b.Row((b.Cell(tuple(_question(each.form))), b.Cell((_answer(each.form, slug),))))
        for each in questions
    )
    return b.Table((head, *rows), _WIDTHS, header_rows=1, role="formular")


def _question(field: Formularfeld) -> Iterator[b.Block]:
    star = f"{_GAP}*" if field.pflicht else ""
    yield b.Paragraph((b.Span((b.Text(field.label + star),), b.Mark.STRONG),))
    if field.hilfe:
        yield _small(field.hilfe)


def _answer(field: Formularfeld, slug: str) -> b.Answer:
    return b.Answer(field, str(Stelle(slug, field.key)), answer_title(field), _on_paper(field))


def _on_paper(field: Formularfeld) -> tuple[b.Block, ...]:
    choices = ("ja", "nein") if field.art is FormKind.YES_NO else field.werte
    boxes = [f"{BOX}{_GAP}{choice.replace(' ', _GAP)}" for choice in choices]
    if not boxes:
        return ()
    if max(map(len, choices)) > _BELOW and len(choices) <= _MOST_BELOW:
        return tuple(b.Paragraph((b.Text(each),), role="line") for each in boxes)
    return (_para((_GAP + " ").join(boxes)),)


def _table(question: Bogenfeld, slug: str) -> Iterator[b.Block]:
    field = question.form
    star = f"{_GAP}*" if field.pflicht else ""
    said = b.Span((b.Text(f" – {field.hilfe}"),), b.Mark.EMPHASIS)
    yield b.Paragraph((b.Text(field.label + star), said), role="rubric")
    head = b.Row(tuple(b.Cell((_para(each.label),), header=True) for each in field.spalten))
    given = [*field.vorgaben, *([""] * (field.zeilen - len(field.vorgaben)))]
    rows = tuple(
        b.Row(
            tuple(
                b.Cell((_para(first),))
                if first and column is field.spalten[0]
                else b.Cell((_cell(field, number, column, slug),))
                for column in field.spalten
            )
        )
        for number, first in enumerate(given, 1)
    )
    widths = tuple(_width(each) for each in field.spalten)
    form = str(Stelle(slug, field.key))
    yield b.Table((head, *rows), widths, header_rows=1, role="formular", form=form)


def _cell(table: Formularfeld, row: int, column: Formularfeld, slug: str) -> b.Answer:
    place = Stelle(slug, table.key, row, column.key)
    paper = _on_paper(column) if column.art is FormKind.YES_NO else ()
    return b.Answer(column, str(place), answer_title(table, row, column), paper)


_NARROW = {"kennung": 9, "jahr": 9, "gesehen": 9, "stand": 10, "quelle": 8, "einheit": 9}
_WIDE = {"titel": 26, "url": 24, "was": 30, "text": 40, "grund": 50, "name": 30, "kennzahl": 28}


def _width(column: Formularfeld) -> int:
    if column.key == KEY and column.label != KEY.capitalize():
        return 20  # names to choose from, which say what the row is about
    return _NARROW.get(column.key) or _WIDE.get(column.key) or 16


# ---------------------------------------------------------------- text


def _text(form: Form) -> Iterator[b.Block]:
    intro = (_small(each) for each in form.texts.about_text)
    children: list[b.Block] = [*intro]
    below = _by_heading(form.pieces)
    children += _blocks(below.pop("", []))
    for heading in dict.fromkeys((*form.bogen.art.headings, *below)):
        helps = form.texts.helps.get(heading, ())
        found = below.get(heading, [])
        if heading in below or not form.pieces:
            content = _blocks(found) if found else [] if form.pieces else [_para(HINT)]
            inner = (*(_small(each) for each in helps), *content)
            children.append(b.Section(2, (b.Text(heading),), inner))
    yield b.Section(1, (b.Text(TEXT),), tuple(children), starts_page=True)


def _by_heading(pieces: Iterable[Piece]) -> dict[str, list[Piece]]:
    """Return pieces by the fixed heading above them, empty for those before the first."""
    found: dict[str, list[Piece]] = {"": []}
    last = ""
    for piece in pieces:
        if isinstance(piece, Heading) and piece.level == 2:
            last = "".join(run.text for run in piece.runs)
            found.setdefault(last, [])
        else:
            found[last].append(piece)
    return found


def _blocks(pieces: Iterable[Piece]) -> list[b.Block]:
    return [block for piece in pieces for block in blocks_of_piece(piece)]


def blocks_of_piece(piece: Piece) -> Iterator[b.Block]:
    """Yield the blocks that a piece becomes in a book."""
    if isinstance(piece, Heading):
        yield b.Section(piece.level, _inlines(piece.runs), ())
    elif isinstance(piece, Para):
        yield b.Paragraph(_inlines(piece.runs))
    elif isinstance(piece, Items):
        yield _list(piece.items)
    elif isinstance(piece, Grid):
        rows = tuple(
            b.Row(tuple(b.Cell((b.Paragraph(_inlines(cell)),), header=number == 0) for cell in row))
            for number, row in enumerate(piece.rows)
        )
        yield b.Table(rows, (1,) * len(piece.rows[0]), header_rows=1)
    elif isinstance(piece, Fixed):
        yield _small(_label(piece.source))
        yield b.CodeBlock(piece.source, locked=True)


def _label(source: str) -> str:
    """Return what stands above a part that nobody edits."""
    if "\n" in source or not source.startswith(":::"):
        return FIXED
    return BOX_END if not source.strip(":") else BOX_BEGIN


def _list(items: Sequence[Item]) -> b.ListBlock:
    level = items[0].level
    style = b.ListStyle.ARABIC if items[0].ordered else b.ListStyle.BULLET
    starts = [n for n, item in enumerate(items) if item.level == level]
    found = []
    for start, end in zip(starts, [*starts[1:], len(items)], strict=True):
        inner = (_list(items[start + 1 : end]),) if end > start + 1 else ()
        found.append(b.ListItem((b.Paragraph(_inlines(items[start].runs)), *inner)))
    return b.ListBlock(style, tuple(found))


def _inlines(runs: Runs) -> tuple[b.Inline, ...]:
    return tuple(inline for run in runs for inline in _inline(run.text, run.look))


def _inline(text: str, look: Look) -> Iterator[b.Inline]:
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if number:
            yield b.LineBreak()
        found: b.Inline = b.Text(line)
        if look.code:
            found = b.Span((found,), b.Mark.CODE)
        if look.emphasis:
            found = b.Span((found,), b.Mark.EMPHASIS)
        if look.strong:
            found = b.Span((found,), b.Mark.STRONG)
        yield b.ExternalLink((found,), look.url) if look.url else found


def _para(text: str) -> b.Paragraph:
    return b.Paragraph((b.Text(text),))


def _small(text: str) -> b.Paragraph:
    return b.Paragraph((b.Span((b.Text(text),), b.Mark.EMPHASIS),), role="note")
