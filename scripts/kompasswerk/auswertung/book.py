"""The report as a book, for Word and PDF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

from ..buch import blocks as b
from ..model import german
from .report import Chart, Heading, Part, Quotes, Report, Table, Topic, Value, Where, shown

SUBTITLE = "Ergebnisse aus den Städten"
SUMMARY, RESULTS = "Zusammenfassung", "Ergebnisse"
METHOD, SOURCES = "So ist gezählt", "Quellen der Methode"
IMPRINT = (
    "Vom Programm aus den Rückmeldungen der Städte erzeugt, von keiner Stelle freigegeben. "
    "Vor dem Weitergeben zu prüfen."
)


def book(report: Report, pictures: Mapping[str, Path]) -> b.Book:
    """Return the report as a book; ``pictures`` are the files of its charts by key."""
    writing = _Writing(pictures)
    day = german.date(report.stichtag.isoformat())
    chapters = (
        _chapter("zusammenfassung", SUMMARY, (_list(report.summary),)),
        *writing.chapters(report.topics),
        _chapter("methode", METHOD, tuple(_method(report))),
    )
    return b.Book(
        title=report.title,
        parts=(b.Part((), chapters),),
        subtitle=SUBTITLE,
        edition=f"Stichtag {day}",
        date=report.stichtag.isoformat(),
        description=f"{SUBTITLE}, Stichtag {day}",
        imprint=(_paragraph(IMPRINT),),
    )


class _Writing:
    """Parts become blocks; tables and figures are counted through the book."""

    def __init__(self, pictures: Mapping[str, Path]) -> None:
        self.pictures = pictures
        self.tables, self.figures = count(1), count(1)

    def chapters(self, topics: tuple[Topic, ...]) -> Iterator[b.Section]:
        """Yield one chapter with all results, and one for each annex."""
        results = [each for each in topics if not each.annex]
        if results:
            sections = tuple(
                b.Section(2, _text(each.title), tuple(self._blocks(each, 3)), anchors=(each.key,))
                for each in results
            )
            yield _chapter("ergebnisse", RESULTS, sections)
        for each in topics:
            if each.annex:
                yield _chapter(each.key, each.title, tuple(self._blocks(each, 2)))

    def _blocks(self, topic: Topic, level: int) -> Iterator[b.Block]:
        """Yield the blocks of a topic, what follows a heading inside its section."""
        inside: list[b.Block] = []
        title = ""
        for part in topic.parts:
            if isinstance(part, Heading):
                yield from _section(title, inside, level)
                title, inside = part.text, []
            else:
                inside += self._block(part)
        yield from _section(title, inside, level)

    def _block(self, part: Part) -> Iterator[b.Block]:
        match part:
            case str():
                yield _paragraph(part)
            case Table(where=Where.DATA):
                return
            case Table():
                yield from self._table(part)
            case Chart():
                number = str(next(self.figures))
                path, name = self.pictures[part.key], _text(part.name)
                yield b.Figure(path, part.alt, name, number=number, width="100%")
            case Quotes():
                yield b.Paragraph(_text(part.name), role="rubric")
                yield _list(part.answers)

    def _table(self, table: Table) -> Iterator[b.Block]:
        if not table.rows:
            yield _paragraph(f"{table.name}: Dazu hat keine Stadt etwas angegeben.")
            return
        head = b.Row(tuple(_cell(name, header=True) for name in table.head))
        rows = tuple(b.Row(tuple(_cell(each) for each in row)) for row in table.rows)
        widths = table.widths or (1,) * len(table.head)
        number = str(next(self.tables))
        yield b.Table((head, *rows), widths, 1, caption=_text(table.name), number=number)


def _chapter(key: str, title: str, children: tuple[b.Block, ...]) -> b.Section:
    return b.Section(1, _text(title), children, anchors=(key,), starts_page=True)


def _section(title: str, children: list[b.Block], level: int) -> Iterator[b.Block]:
    if title:
        yield b.Section(level, _text(title), tuple(children))
    else:
        yield from children


def _method(report: Report) -> Iterator[b.Block]:
    yield from (_paragraph(each) for each in report.method)
    items = [
        b.ListItem((b.Paragraph(tuple(_source(each.text, each.url))),)) for each in report.sources
    ]
    yield b.Section(2, _text(SOURCES), (b.ListBlock(b.ListStyle.BULLET, tuple(items)),))


def _source(text: str, url: str) -> Iterator[b.Inline]:
    yield b.ExternalLink(_text(text), url) if url else b.Text(text)


def _list(texts: tuple[str, ...]) -> b.ListBlock:
    items = tuple(b.ListItem((_paragraph(each),)) for each in texts)
    return b.ListBlock(b.ListStyle.BULLET, items)


def _cell(value: Value, *, header: bool = False) -> b.Cell:
    return b.Cell((_paragraph(shown(value)),), header=header)


def _paragraph(text: str) -> b.Paragraph:
    return b.Paragraph(_text(text))


def _text(text: str) -> tuple[b.Inline, ...]:
    return (b.Text(text),)
