"""The questions of a kind of page as HTML: the controls of the website's worksheets.

Rows of tables and sections of the text are templates; ``browser/felder.js`` fills them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from html import escape
from itertools import groupby

from ...model.felder import Kind
from ...model.formular import FormKind, Formularfeld, Stelle
from ...sphinx_ext.bedienelemente import DAY_HINT, Place, control, has_one_control
from ..felder_bogen import KEY, Bogen, Bogenfeld

SPARE = 9999
"""The number of the row that is copied; the browser puts the real one in its place."""
LATER = ("bilder", "quellen")
"""Tables that stand below the text, which names what is in them."""
_REQUIRED = ' <span class="pflicht">(nötig)</span>'


def questions(bogen: Bogen, *, later: bool) -> str:
    """Return the questions above the text, or those below it."""
    chosen = [each for each in bogen.felder if (each.field.key in LATER) == later]
    parts = []
    for key, group in groupby(chosen, key=lambda each: each.field.key):
        several = list(group)
        if several[0].columns:
            parts.append(_table(bogen, several[0]))
        elif several[0].part:
            parts.append(_record(bogen, key, several))
        else:
            parts.extend(_single(bogen, each) for each in several)
    return f'<div class="fragen">{"".join(parts)}</div>\n'


def day_hint() -> str:
    """Return the sentence that controls for days refer to."""
    return f'<p id="{DAY_HINT}" hidden>Tag, Monat und Jahr, zum Beispiel 24.12.2026</p>\n'


def _record(bogen: Bogen, key: str, several: Iterable[Bogenfeld]) -> str:
    """Return the parts of a record side by side below its name."""
    several = list(several)
    inner = "".join(
        _cell(Stelle(bogen.blatt.slug, each.form.key), _own_label(each)) for each in several
    )
    field = several[0].field
    return (
        f'<fieldset class="gruppe" data-gruppe="{key}"><legend>{escape(field.label)}</legend>'
        f'<p class="hilfe">{escape(field.help)}</p><div class="zellen">{inner}</div></fieldset>\n'
    )


def _own_label(question: Bogenfeld) -> Formularfeld:
    """Return the form of a part under its own name: the record's name stands above it."""
    label = question.form.label.removeprefix(f"{question.field.label}: ")
    return replace(question.form, label=label)


def _single(bogen: Bogen, question: Bogenfeld) -> str:
    stelle = Stelle(bogen.blatt.slug, question.form.key)
    more = ""
    names = question.value.names if question.value else {}
    if question.field.kind is Kind.REFERENCES and question.form.art is FormKind.LONG_TEXT:
        options = "".join(f"<option>{escape(name)}</option>" for name in sorted(names.values()))
        more = (
            f'<select class="ergaenzen" aria-label="{escape(question.form.label)} hinzufügen">'
            f'<option value="">Hinzufügen …</option>{options}</select>'
        )
    words, box = _words(stelle, question.form), _control(stelle, question.form)
    return f'<div class="frage">{words}{box}{more}</div>\n'


def _words(stelle: Stelle, form: Formularfeld) -> str:
    tag, target = ("label", f' for="{stelle}"') if has_one_control(form) else ("div", "")
    required = _REQUIRED if form.pflicht else ""
    help_ = f'<p class="hilfe" id="{stelle}-hilfe">{escape(form.hilfe)}</p>' if form.hilfe else ""
    return (
        f'<div class="fragetext"><{tag} class="fragesatz"{target} id="{stelle}-frage">'
        f"{escape(form.label)}{required}</{tag}>{help_}</div>"
    )


def _control(stelle: Stelle, form: Formularfeld) -> str:
    return control(form, Place(str(stelle)))


def _table(bogen: Bogen, question: Bogenfeld) -> str:
    given = question.form.vorgaben
    columns = [each.form for each in question.columns if not (given and each.form.key == KEY)]
    cells = "".join(
        _cell(Stelle(bogen.blatt.slug, question.form.key, SPARE, each.key), each)
        for each in columns
    )
    names = escape("\n".join(given))
    remove = '<button type="button" class="leise" data-aktion="zeile-weg">Löschen</button>'
    add = '<button type="button" data-aktion="zeile-dazu">Eintrag hinzufügen</button>'
    required = _REQUIRED if question.form.pflicht else ""
    return (
        f'<fieldset class="tabelle" data-tabelle="{question.form.key}" data-vorgaben="{names}" '
        f'data-titel="{escape(question.form.label)}"><legend>{escape(question.form.label)}'
        f"{required}</legend>"
        f'<p class="hilfe">{escape(question.form.hilfe)}</p><div class="zeilen"></div>'
        f'<template><fieldset class="zeile"><legend></legend><div class="zellen">{cells}</div>'
        f"{'' if given else remove}</fieldset></template>{'' if given else add}</fieldset>\n"
    )


def _cell(stelle: Stelle, form: Formularfeld) -> str:
    width = _WIDTHS.get(form.label, 1)
    return f'<div class="zelle breite-{width}">{_words(stelle, form)}{_control(stelle, form)}</div>'


_WIDTHS = {
    **dict.fromkeys(("Titel", "Wofür"), 3),
    **dict.fromkeys(("Herausgeber", "Adresse", "Fundstelle", "Geber oder Programm"), 2),
    **dict.fromkeys(("Kennzahl", "Stelle", "Datei", "Lizenz", "Stufe", "Ort", "Termin"), 2),
    **dict.fromkeys(("Herkunft", "Beschreibung", "Erfüllt", "Begründung"), 4),
}
"""How many of four columns a part takes, by its label."""
