"""Answers as content controls, each with the marks of decision 0019."""

from __future__ import annotations

from ..buch.blocks import Answer, Paragraph, Table
from ..buch.filled import is_free
from ..model.formular import BOX
from .answers import Control, Said, Shown, answer_mark, said, shown
from .emit import emit, flattened
from .flow import look_at
from .inlines import plain
from .oxml import controls as xml
from .oxml.base import Element
from .oxml.controls import Hint, Marks
from .oxml.form_manifest import FormField
from .oxml.paragraph import paragraph, put_around
from .oxml.text import RunLook, bookmark, text_run
from .place import Place

_GAP = "\N{NO-BREAK SPACE}"


@emit.register
def _(block: Answer, place: Place) -> list[Element]:
    look = shown(block)
    if look.control is Control.BOXES:
        lines = _boxes(block, look, place)
        put_around(lines, *_bookmark(block, look, place))
        return lines
    before, after = _bookmark(block, look, place)
    # Who overwrites all that a control holds may write behind it; the gap keeps the mark open.
    gap = text_run(_GAP, place.look)
    unit = [text_run(look.unit, place.look)] if look.unit else []
    content = [*before, _control(block, look, place), gap, *after, *unit]
    return [paragraph(look_at(place, place.body), content)]


def _control(block: Answer, look: Shown, place: Place) -> Element:
    marks = Marks(block.place, block.title, fixed=True)
    style = place.out.styles.character("Placeholder Text")
    hint = Hint(look.hint, RunLook(style=style))
    there = _said(block, look, place)
    if look.control is Control.DATE:
        return xml.date_control(marks, hint, place.out.language, there.text, there.day)
    if look.control is Control.LIST:
        return xml.list_control(marks, hint, look.values, there.text)
    return xml.text_control(marks, hint, there.text, lines=look.control is Control.LINES)


def _said(block: Answer, look: Shown, place: Place) -> Said:
    text = place.out.answers.get(block.place, "")
    return said(block, look, text) if text else Said()


def _boxes(block: Answer, look: Shown, place: Place) -> list[Element]:
    """Return the lines that paper shows, with a control for each of their boxes."""
    values = enumerate(look.values, 1)
    there = _said(block, look, place)
    lines = []
    for line in flattened(block.children):
        before, *pieces = plain(line.children if isinstance(line, Paragraph) else ()).split(BOX)
        content = [text_run(before, place.look)] if before else []
        for words, (number, value) in zip(pieces, values, strict=False):
            marks = Marks(f"{block.place}#{number}", f"{block.title}: {value}", fixed=True)
            content += [xml.check_box(value in there.ticked, marks), text_run(words, place.look)]
        lines.append(paragraph(look_at(place, place.body), content))
    if there.text and not there.ticked:
        lines.append(paragraph(look_at(place, place.body), [text_run(there.text, place.look)]))
    return lines


def _bookmark(block: Answer, look: Shown, place: Place) -> tuple[list[Element], list[Element]]:
    """Return both ends of the answer's bookmark and note the field for the manifest.

    A place that a book shows twice is marked where it stands first.
    """
    fields = place.out.fields
    if block.place in fields:
        return [], []
    mark = answer_mark(block.place)
    fields[block.place] = FormField(block.place, mark, block.title, look.hint)
    begin, end = bookmark(mark)
    return [begin], [end]


def repeating_rows(block: Table, rows: list[Element]) -> list[Element]:
    """Return the rows of a table, those that are all answers as a section that can grow."""
    free = (
        number
        for number, row in enumerate(block.rows)
        if block.form and number >= block.header_rows and is_free(row)
    )
    first = next(free, len(rows))
    return rows if first == len(rows) else [*rows[:first], xml.repeating(rows[first:])]
