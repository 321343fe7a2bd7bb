"""Worksheets as forms in the browser: questions with controls, tables with rows to add.

The website's scripts keep the answers; without them a sheet can be read, filled in and printed.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes as n
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator

from ..model.formular import Blatt, FormKind, Formularfeld, Stelle, answer_title
from .bedienelemente import DAY_HINT, Place, control, has_one_control
from .formular import REQUIRED, STAR, column_title
from .nodes import eingabe, steckbrief

if TYPE_CHECKING:
    from sphinx.application import Sphinx

BEFORE_THEME = 490
"""Furo and ``TableFrames`` wrap tables from 500 on; questions are no table here."""
REQUIRED_WORDS = "bitte immer ausfüllen"


class fragen(n.General, n.Element):  # noqa: N801 - docutils names nodes in lower case
    """Questions one below the other: ``frage`` children."""


class frage(n.Part, n.Element):  # noqa: N801
    """A question: ``fragetext`` and ``bedienung``."""


class fragetext(n.Part, n.Element):  # noqa: N801
    """The words of a question, then help; ``feld`` and ``stelle`` as those of its answer."""


class bedienung(n.General, n.Element):  # noqa: N801
    """Controls as finished ``html``. Not raw: their words would get into the search."""


class FormControls(SphinxPostTransform):
    """Turn the tables of a worksheet into a form."""

    formats = ("html",)
    default_priority = BEFORE_THEME

    def run(self, **kwargs: object) -> None:
        """Replace what paper shows; fields outside of worksheets stay as on paper."""
        sheet: Blatt | None = self.document.get("blatt")
        if sheet is None:
            return
        tables = [t for t in self.document.findall(n.table) if "formular" in t["classes"]]
        shown = [_rows(each) if "feld" in each else _questions(each) for each in tables]
        edition = getattr(self.config, "book_edition", None) or {}
        head = bedienung(html=_head(sheet, str(edition.get("number", ""))))
        _insert_after(next(iter(self.document.findall(steckbrief))), head)
        _insert_after(shown[-1], bedienung(html=FOOT))


def _insert_after(place: n.Element, node: n.Node) -> None:
    place.parent.insert(place.parent.index(place) + 1, node)


def _body(table: n.table) -> list[n.row]:
    return list(next(iter(table.findall(n.tbody))).findall(n.row))


def _questions(table: n.table) -> n.Element:
    """Replace a table of questions, and the words below it that explain the star."""
    parent, place = table.parent, table.parent.index(table)
    below = parent[place + 1] if place + 1 < len(parent) else None
    if below is not None and below.astext() == REQUIRED:
        parent.remove(below)
    asked = fragen("", *(_question(row) for row in _body(table)))
    parent[place] = asked
    return asked


def _question(row: n.row) -> frage:
    answer = next(iter(row.findall(eingabe)))
    field, place = answer["feld"], answer["stelle"]
    label, *help_words = row[0].children
    for last in list(label.findall(n.Text))[-1:]:  # a star says nothing when it is read aloud
        last.parent.replace(last, n.Text(last.astext().removesuffix(STAR)))
    words = fragetext("", label, *help_words, feld=field, stelle=place)
    return frage("", words, bedienung(html=control(field, Place(place))))


def _rows(table: n.table) -> n.Element:
    """Put controls into a table and a row to copy behind it; return the latter."""
    for row in _body(table):
        answers = list(row.findall(eingabe))
        given = row[0].astext() if len(answers) < len(row) else ""
        for answer in answers:
            name = f"{given} – {answer['titel']}" if given else answer["titel"]
            html = control(answer["feld"], Place(answer["stelle"], name))
            answer.replace_self(bedienung(html=html))
    field = table["feld"]
    number = field.zeilen + 1
    cells = "".join(_new_cell(table["formular"], field, number, each) for each in field.spalten)
    spare = bedienung(
        html=f'<template class="zeilenvorlage" data-zeile="{number}" data-titel="'
        f'{escape(field.label)}"><table><tbody><tr>{cells}</tr></tbody></table></template>\n'
    )
    _insert_after(table, spare)
    return spare


def _new_cell(table: str, field: Formularfeld, row: int, column: Formularfeld) -> str:
    stelle = Stelle.read(table)
    if stelle is None:
        return "<td></td>"
    place = stelle._replace(zeile=row, spalte=column.key)
    inner = control(column, Place(str(place), answer_title(field, row, column)))
    return f'<td data-spalte="{escape(column_title(column))}">{inner}</td>'


def _head(sheet: Blatt, edition: str) -> str:
    days = any(
        each.art is FormKind.DATE for field in sheet.felder for each in (field, *field.spalten)
    )
    hint = f'<p id="{DAY_HINT}" hidden>Tag, Monat und Jahr, zum Beispiel 24.12.2026</p>'
    return HEAD.format(
        slug=sheet.slug,
        version=sheet.version,
        edition=escape(edition),
        title=escape(sheet.titel),
        hint=hint if days else "",
    )


HEAD = """\
<section class="formularleiste" id="formular-anfang" aria-label="Blatt ausfüllen" \
data-blatt="{slug}" data-version="{version}" data-ausgabe="{edition}" data-titel="{title}">
<p class="formular-ohne"><strong>Hier ausfüllen und drucken.</strong> Zum Speichern braucht Ihr \
Browser JavaScript.</p>
<div class="formular-bereit">
<p class="formular-hinweis"><strong>Hier ausfüllen.</strong> \
<span class="formular-ablage">Ihre Eingaben bleiben auf diesem Gerät. \
Ihr Browser merkt sie sich, gesendet wird nichts.</span></p>
<div class="knoepfe"><button type="button" data-aktion="laden">Datei laden</button>
<a href="#formular-ende">Sichern und drucken</a></div>
<div class="formular-stand" role="status"></div>
<div class="formular-rest"></div>
</div>
{hint}
</section>
"""
FOOT = """\
<section class="formularleiste" id="formular-ende" aria-label="Blatt sichern und drucken">
<div class="formular-bereit">
<div class="knoepfe">
<button type="button" class="haupt" data-aktion="sichern">Als Datei sichern</button>
<button type="button" data-aktion="alle-sichern">Alle Blätter sichern</button>
<button type="button" data-aktion="drucken">Drucken</button>
</div>
<div class="knoepfe">
<button type="button" class="leise" data-aktion="loeschen">Eingaben löschen</button>
<button type="button" class="leise" data-aktion="alle-loeschen">Alle Blätter löschen</button>
</div>
<div class="formular-stand" role="status"></div>
</div>
</section>
"""


def visit_words(self: HTML5Translator, node: n.Element) -> None:
    """Open the words of a question, with a label as the first paragraph, then help."""
    field, place = node["feld"], node["stelle"]
    label, *rest = node.children
    tag, target = ("label", f' for="{place}"') if has_one_control(field) else ("div", "")
    self.body.append(f'<div class="fragetext"><{tag} class="fragesatz"{target} id="{place}-frage">')
    for child in label.children:
        child.walkabout(self)
    if field.pflicht:
        self.body.append(f' <span class="pflicht">({REQUIRED_WORDS})</span>')
    self.body.append(f"</{tag}>")
    if rest:
        self.body.append(f'<div class="hilfe" id="{place}-hilfe">')
        for child in rest:
            child.walkabout(self)
        self.body.append("</div>")
    self.body.append("</div>\n")
    raise n.SkipNode


def visit_controls(self: HTML5Translator, node: n.Element) -> None:
    """Write finished controls."""
    self.body.append(node["html"])
    raise n.SkipNode


def _visit_division(self: HTML5Translator, node: n.Element) -> None:
    self.body.append(self.starttag(node, "div", CLASS=node.tagname))


def _depart_division(self: HTML5Translator, node: n.Element) -> None:
    self.body.append("</div>\n")


def setup_formular_html(app: Sphinx) -> None:
    """Register the transform and its nodes, which no other output ever sees."""
    app.add_post_transform(FormControls)
    app.add_node(fragen, html=(_visit_division, _depart_division))
    app.add_node(frage, html=(_visit_division, _depart_division))
    app.add_node(fragetext, html=(visit_words, None))
    app.add_node(bedienung, html=(visit_controls, None))
