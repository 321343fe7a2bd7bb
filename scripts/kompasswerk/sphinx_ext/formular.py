"""Fields of worksheets: described by directives, shown as tables to write into.

Fields that follow each other share one table, question beside answer; a field that is a table
keeps its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes as n
from docutils.parsers.rst import directives
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxDirective

from ..model.formular import BOX, FormKind, Formularfeld, Stelle, answer_title
from ..model.seiten import Arbeitsblatt
from ..reading.blaetter import sheet_of
from ..reading.formular import FIELD, OPTIONS, TABLE, read_field
from .nodes import eingabe, feld
from .source import domain_of
from .tabelle import Cell, table, text
from .teilen import shared_note
from .warnings import Kind, warn

if TYPE_CHECKING:
    from docutils.nodes import Node

GAP = "\N{NO-BREAK SPACE}"
WRITTEN_LINES = 4
"""Empty lines for a long answer."""
ON_ONE_LINE = 32
"""So many letters of choices stand side by side."""
BELOW = 5
"""Longer choices stand below each other if they are no more than these; else they run on."""
STAR = f"{GAP}*"
REQUIRED = "* Bitte immer ausfüllen."
QUESTIONS = ("Frage", "Ihre Antwort")
WIDTHS = (42, 58)


class _FormDirective(SphinxDirective):
    """A field by its options; what is wrong with it is a warning."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[Node]:
        """Return the field's placeholder; nothing for one without key or kind."""
        vocabulary = domain_of(self.env).vocabulary
        content = "\n".join(self.content)
        read, problems = read_field(self.name, self.arguments[0], self.options, content, vocabulary)
        for problem in problems:
            warn(Kind.OPTION, f"{self.arguments[0]}: {problem.message}", self.get_location())
        if read is None:
            return []
        node = feld(feld=read)
        self.set_source_info(node)
        return [node]


class FeldDirective(_FormDirective):
    """``{feld}``: one question and its answer."""

    option_spec: ClassVar = dict.fromkeys(OPTIONS[FIELD], directives.unchanged)


class FeldtabelleDirective(_FormDirective):
    """``{feldtabelle}``: a table whose rows are filled in."""

    option_spec: ClassVar = dict.fromkeys(OPTIONS[TABLE], directives.unchanged)


class FormTransform(SphinxTransform):
    """Turn fields into tables to write into; the document keeps its ``Blatt`` as ``blatt``."""

    default_priority = 490

    def apply(self) -> None:
        """Replace each run of neighbouring fields."""
        page = domain_of(self.env).page(self.env.current_document.docname)
        slug = page.slug if page else ""
        found = list(self.document.findall(feld))
        if found and isinstance(page, Arbeitsblatt):
            sheet = sheet_of(page, (node["feld"] for node in found))
            self.document["blatt"] = sheet
            first = found[0].parent
            first.insert(first.index(found[0]), _help(shared_note(sheet)))
        parents = dict.fromkeys(node.parent for node in found)
        for parent in parents:
            children: list[Node] = []
            for is_field, group in groupby(parent.children, lambda node: isinstance(node, feld)):
                run = list(group)
                children += _shown([node["feld"] for node in run], slug) if is_field else run
            parent.children = []
            parent.extend(children)


def _shown(fields: Iterable[Formularfeld], slug: str) -> Iterator[Node]:
    """Yield tables of questions, and the tables between them."""
    questions: list[Formularfeld] = []
    for field in (*fields, None):
        if field is not None and field.art is not FormKind.TABLE:
            questions.append(field)
            continue
        if questions:
            rows = [(_question(each), _answer(each, slug)) for each in questions]
            head = [text(title) for title in QUESTIONS]
            yield table(head, rows, WIDTHS, classes=["formular", "colwidths-given"])
            if any(each.pflicht for each in questions):
                yield _help(REQUIRED)
        questions = []
        if field is not None:
            # A heading, not a caption: captions are numbered through the whole book.
            yield n.rubric("", field.label + (STAR if field.pflicht else ""))
            yield from (_help(field.hilfe),) if field.hilfe else ()
            yield _rows(field, slug)
            yield from (_help(REQUIRED),) if field.pflicht else ()


def _question(field: Formularfeld) -> Cell:
    label = n.paragraph("", "", n.Text(field.label + (STAR if field.pflicht else "")))
    return [label, _help(field.hilfe)] if field.hilfe else [label]


def _help(words: str) -> n.paragraph:
    return n.paragraph("", "", n.emphasis(words, words))


def _answer(field: Formularfeld, slug: str) -> Cell:
    return _input(field, Stelle(slug, field.key), answer_title(field), _on_paper(field))


def _input(field: Formularfeld, place: Stelle, title: str, paper: Cell) -> Cell:
    return [eingabe("", *paper, feld=field, stelle=str(place), titel=title)]


def _on_paper(field: Formularfeld) -> Cell:
    if field.art is FormKind.LONG_TEXT:
        empty = (n.line("", GAP) for _ in range(WRITTEN_LINES))
        return [n.line_block("", *empty)]
    choices = ("ja", "nein") if field.art is FormKind.YES_NO else field.werte
    boxes = [f"{BOX}{GAP}{choice.replace(' ', GAP)}" for choice in choices]
    if not boxes:
        return [n.paragraph("", "", n.Text(f"{GAP}{field.einheit}"))] if field.einheit else []
    if sum(map(len, choices)) > ON_ONE_LINE and len(choices) <= BELOW:
        return [n.line_block("", *(n.line(box, box) for box in boxes))]
    return [n.paragraph("", "", n.Text((GAP + " ").join(boxes)))]


def _rows(field: Formularfeld, slug: str) -> n.table:
    """Return a table with a head of questions, given first cells and rows to fill in."""
    head = [text(column_title(column)) for column in field.spalten]
    given = [*field.vorgaben, *([""] * (field.zeilen - len(field.vorgaben)))]
    rows = [
        [
            text(first)
            if first and column is field.spalten[0]
            else _cell(field, number, column, slug)
            for column in field.spalten
        ]
        for number, first in enumerate(given, 1)
    ]
    widths = [_width(column) for column in field.spalten]
    place = str(Stelle(slug, field.key))
    shown = table(head, rows, widths, classes=["formular"], formular=place)
    shown["feld"] = field
    return shown


def column_title(column: Formularfeld) -> str:
    """Return the head of a column, with its unit."""
    return f"{column.label} ({column.einheit})" if column.einheit else column.label


def _cell(field: Formularfeld, row: int, column: Formularfeld, slug: str) -> Cell:
    place = Stelle(slug, field.key, row, column.key)
    empty = column.art in (FormKind.NUMBER, FormKind.LONG_TEXT)
    title = answer_title(field, row, column)
    return _input(column, place, title, [] if empty else _on_paper(column))


def _width(column: Formularfeld) -> int:
    wide = {FormKind.LONG_TEXT: 30, FormKind.TEXT: 20, FormKind.CHOICE: 18, FormKind.CHOICES: 18}
    return wide.get(column.art, 12)
