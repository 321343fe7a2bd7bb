"""The check of a pilot as one page of HTML: no script, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from html import escape
from pathlib import Path

from ..model import german
from ..model.gestaltung import Gestaltung
from ..sphinx_ext.gestaltung import stylesheet
from . import words as w
from .check import Pruefung

STYLE = Path(__file__).with_name("pruefung.css")
NOTES = "Hinweise der Inhaltsprüfung"


def page(pruefung: Pruefung, gestaltung: Gestaltung, day: date) -> str:
    """Return the whole page; ``day`` is the day of the check."""
    title = f"{escape(pruefung.pilot.titel)}: {w.SUBTITLE}"
    style = stylesheet(gestaltung) + STYLE.read_text(encoding="utf-8")
    return "\n".join(
        [
            '<!DOCTYPE html>\n<html lang="de">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<header>",
            f"<h1>{title}</h1>\n<p>{german.date(day.isoformat())}</p>\n</header>\n<main>",
            f'<p class="ergebnis"><strong>{escape(pruefung.ergebnis)}</strong><br>',
            f"{len(pruefung.befunde)} Kriterien: {escape(pruefung.zaehlung)}.</p>\n<dl>",
            *(
                f"<dt>{escape(name)}</dt><dd>{escape(said)}</dd>"
                for name, said in w.facts(pruefung)
            ),
            f"</dl>\n<h2>{w.CRITERIA}</h2>",
            *_criteria(pruefung),
            f"<h2>{w.INDICATORS}</h2>",
            *_indicators(pruefung),
            f"<h2>{w.CASES}</h2>",
            _list(map(w.case_line, pruefung.aehnlich)) or f"<p>{w.NO_CASES}</p>",
            *_notes(pruefung.hinweise),
            f"</main>\n<footer>\n<p>{escape(w.IMPRINT.format(pruefung.quelle))}</p>\n</footer>",
            "</body>\n</html>\n",
        ]
    )


def _criteria(pruefung: Pruefung) -> Iterator[str]:
    yield from _opened("kriterien", "Urteil je Kriterium", w.HEADS)
    for befund, (name, urteil, reason, missing) in zip(
        pruefung.befunde, w.rows(pruefung), strict=True
    ):
        small = f"<small>{w.flag(befund)}</small>" if w.flag(befund) else ""
        kind = f"urteil urteil-{befund.urteil.name.lower()}"
        gap = "nichts" if missing == w.NOTHING else "fehlt"
        yield f'<tr role="row"><th scope="row" role="rowheader">{escape(name)}{small}</th>'
        yield f'<td role="cell" class="{kind}">{urteil}</td><td role="cell">{escape(reason)}</td>'
        yield f'<td role="cell" class="{gap}">{escape(missing)}</td></tr>'
    yield "</tbody>\n</table>\n</div>"


def _indicators(pruefung: Pruefung) -> Iterator[str]:
    if not pruefung.messungen:
        yield f"<p>{w.NO_INDICATORS}</p>"
        return
    yield from _opened("indikatoren", "Ausgangswert, Ziel und Ist", w.MEASURES)
    for first, *others in w.measures(pruefung):
        cells = "".join(f'<td role="cell">{escape(each)}</td>' for each in others)
        yield f'<tr role="row"><th scope="row" role="rowheader">{escape(first)}</th>{cells}</tr>'
    yield f"</tbody>\n</table>\n</div>\n<p>{w.BY_HAND}</p>"


def _opened(name: str, caption: str, heads: Iterable[str]) -> Iterator[str]:
    """Yield a table up to its rows; a wide one is moved inside its own frame, by keyboard too.

    Roles say what a narrow screen's stylesheet would otherwise take away from a table.
    """
    yield f'<div class="rahmen {name}" role="region" tabindex="0" aria-labelledby="{name}">'
    yield f'<table role="table">\n<caption id="{name}">{caption}</caption>'
    yield '<thead role="rowgroup"><tr role="row">'
    yield "".join(f'<th scope="col" role="columnheader">{escape(each)}</th>' for each in heads)
    yield '</tr></thead>\n<tbody role="rowgroup">'


def _notes(notes: tuple[str, ...]) -> Iterator[str]:
    if notes:
        yield f"<h2>{NOTES}</h2>"
        yield _list(notes)


def _list(texts: Iterable[str]) -> str:
    items = "\n".join(f"<li>{escape(each)}</li>" for each in texts)
    return f"<ul>\n{items}\n</ul>" if items else ""
