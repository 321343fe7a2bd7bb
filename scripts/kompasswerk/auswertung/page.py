"""The report as one page of HTML: no script, nothing from elsewhere, charts inside."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import count
from pathlib import Path

from ..model import german
from ..model.gestaltung import Gestaltung
from ..sphinx_ext.gestaltung import stylesheet
from .book import IMPRINT, METHOD, SOURCES, SUBTITLE, SUMMARY
from .report import Chart, Heading, Part, Quotes, Report, Source, Table, Value, Where, shown

STYLE = Path(__file__).with_name("seite.css")


def page(report: Report, gestaltung: Gestaltung) -> str:
    """Return the whole page."""
    title = f"{escape(report.title)}: {SUBTITLE}"
    day = german.date(report.stichtag.isoformat())
    chapters = [("zusammenfassung", SUMMARY), *((t.key, t.title) for t in report.topics)]
    chapters.append(("methode", METHOD))
    style = stylesheet(gestaltung) + STYLE.read_text(encoding="utf-8")
    return "\n".join(
        [
            '<!DOCTYPE html>\n<html lang="de">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}, {day}</title>\n<style>\n{style}</style>\n</head>",
            '<body>\n<a class="sprung" href="#inhalt">Zum Inhalt</a>\n<header>',
            f"<h1>{title}</h1>",
            f"<p>Stichtag {day}</p>\n<p>{IMPRINT}</p>\n</header>",
            '<nav aria-label="Kapitel">\n<ul>',
            *(f'<li><a href="#{key}">{escape(title)}</a></li>' for key, title in chapters),
            '</ul>\n</nav>\n<main id="inhalt">',
            *_chapters(report),
            "</main>\n</body>\n</html>\n",
        ]
    )


def _chapters(report: Report) -> Iterator[str]:
    yield from _section("zusammenfassung", SUMMARY, [_list(report.summary)])
    writing = _Writing()
    for topic in report.topics:
        lines = [line for part in topic.parts for line in writing.part(part)]
        yield from _section(topic.key, topic.title, lines)
    method = [f"<p>{escape(each)}</p>" for each in report.method]
    method += [f"<h3>{SOURCES}</h3>", "<ul>", *map(_source, report.sources), "</ul>"]
    yield from _section("methode", METHOD, method)


class _Writing:
    """Parts become lines; tables and figures are counted through the page."""

    def __init__(self) -> None:
        self.tables, self.figures = count(1), count(1)

    def part(self, part: Part) -> Iterator[str]:
        """Yield the lines of one part, none for a table of data."""
        match part:
            case str():
                yield f"<p>{escape(part)}</p>"
            case Heading():
                yield f"<h3>{escape(part.text)}</h3>"
            case Quotes():
                yield f"<h4>{escape(part.name)}</h4>"
                yield _list(part.answers)
            case Chart():
                number = next(self.figures)
                yield '<figure>\n<div class="rahmen" role="region" tabindex="0" '
                yield f'aria-labelledby="a{number}">'
                yield f'<div role="img" aria-label="{escape(part.alt)}">{part.svg}</div>\n</div>'
                name = f"Abbildung {number}: {escape(part.name)}"
                yield f'<figcaption id="a{number}">{name}</figcaption>\n</figure>'
            case Table(where=Where.DATA):
                return
            case Table():
                yield from self._table(part)

    def _table(self, table: Table) -> Iterator[str]:
        if not table.rows:
            yield f"<p>{escape(table.name)}: Dazu hat keine Stadt etwas angegeben.</p>"
            return
        number = next(self.tables)
        name = f"Tabelle {number}: {escape(table.name)}"
        # A wide table is moved inside its own frame, by keyboard too.
        yield f'<div class="rahmen" role="region" tabindex="0" aria-labelledby="t{number}">'
        yield f'<table>\n<caption id="t{number}">{name}</caption>'
        columns = zip(table.head, zip(*table.rows, strict=True), strict=True)
        heads = "".join(_head(name, column) for name, column in columns)
        yield f"<thead><tr>{heads}</tr></thead>\n<tbody>"
        for first, *others in table.rows:
            cells = "".join(map(_cell, others))
            yield f'<tr><th scope="row">{escape(shown(first))}</th>{cells}</tr>'
        yield "</tbody>\n</table>\n</div>"


def _head(name: str, column: tuple[Value, ...]) -> str:
    kind = "" if any(isinstance(each, str) for each in column) else ' class="zahl"'
    return f'<th scope="col"{kind}>{escape(name)}</th>'


def _cell(value: Value) -> str:
    kind = "" if isinstance(value, str) else ' class="zahl"'
    return f"<td{kind}>{escape(shown(value))}</td>"


def _section(key: str, title: str, lines: list[str]) -> Iterator[str]:
    yield f'<section id="{key}" aria-labelledby="{key}-titel">'
    yield f'<h2 id="{key}-titel">{escape(title)}</h2>'
    yield from lines
    yield "</section>"


def _list(texts: tuple[str, ...]) -> str:
    return "\n".join(["<ul>", *(f"<li>{escape(each)}</li>" for each in texts), "</ul>"])


def _source(source: Source) -> str:
    text = escape(source.text)
    return (
        f'<li><a href="{escape(source.url)}">{text}</a></li>' if source.url else f"<li>{text}</li>"
    )
