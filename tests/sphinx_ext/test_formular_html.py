"""Worksheets as HTML: controls with names and labels, for pages that are worksheets alone."""

from __future__ import annotations

import re

import pytest
from beispiele import projekt

from kompasswerk.model.formular import FormKind, Formularfeld
from kompasswerk.reading.blaetter import read_sheets
from kompasswerk.reading.files import load_bestand
from kompasswerk.sphinx_ext.bedienelemente import Place, control, has_one_control

HEAD = "freigabe: entwurf\nstand: 2026-11-22\n"
SHEET = f"""---
art: arbeitsblatt
titel: Rundgang
nummer: 2
schritt: bestand-erfassen
{HEAD}---

:::{{feld}} ort
:label: Straße & Platz
:pflicht: ja
:teilen: ja
:::

:::{{feldtabelle}} einheiten
:label: Einheiten
:zeilen: 1
:vorgaben: Erdgeschoss

lage: Lage | text
flaeche: Fläche | zahl: m²
:::
"""
CHOICE = Formularfeld("k", "Wie?", FormKind.CHOICE, werte=("gut", "nicht gut"), hilfe="Von außen")


@pytest.fixture
def built(build):
    return build({**projekt(), "kompass/arbeitsblaetter/rundgang.md": SHEET})


@pytest.fixture
def html(built):
    return built.html("kompass/arbeitsblaetter/rundgang")


def test_a_question_is_a_label_and_says_in_words_that_it_is_required(html):
    assert (
        '<label class="fragesatz" for="rundgang.ort" id="rundgang.ort-frage">Straße &amp; Platz '
        '<span class="pflicht">(bitte immer ausfüllen)</span></label>'
    ) in html
    assert '<input type="text" name="rundgang.ort" id="rundgang.ort"' in html
    assert "* Bitte immer ausfüllen" not in html


def test_a_row_to_copy_has_the_next_number_and_a_field_where_a_word_was_given(html):
    table, spare = html.split('<template class="zeilenvorlage" data-zeile="2"')
    assert re.findall(r' name="(rundgang\.einheiten[^"]+)"', table) == [
        "rundgang.einheiten[1].flaeche"
    ]
    assert 'aria-label="Erdgeschoss – Einheiten, Zeile 1: Fläche (m²)"' in table
    assert re.findall(r' name="([^"]+)"', spare.split("</template>")[0]) == [
        "rundgang.einheiten[2].lage",
        "rundgang.einheiten[2].flaeche",
    ]


def test_the_version_of_a_page_is_that_of_the_sheet_as_data(built, html):
    [sheet] = read_sheets(load_bestand(built.app.srcdir))
    assert f'data-blatt="rundgang" data-version="{sheet.version}" data-ausgabe=""' in html


def test_the_words_of_the_form_are_not_found_by_the_search(built):
    index = (built.out / "searchindex.js").read_text(encoding="utf-8")
    assert '"strass"' in index.lower()
    assert "gesendet" not in index


def test_a_field_outside_of_a_worksheet_stays_as_on_paper(build):
    field = ":::{feld} ort\n:label: Straße\n:art: ja-nein\n:::\n"
    html = build({**projekt(), "text.md": f"# Titel\n\n{field}"}).html("text")
    assert "<input" not in html[html.index("Straße") :].split("</table>")[0]
    assert "☐" in html


def test_few_choices_are_a_group_named_by_its_question():
    html = control(CHOICE, Place("b.k"))
    assert not has_one_control(CHOICE)
    assert (
        '<div class="kaestchenreihe" role="radiogroup" id="b.k" aria-labelledby="b.k-frage" '
        'aria-describedby="b.k-hilfe">'
    ) in html
    assert 'type="radio" name="b.k" id="b.k#2" value="nicht gut"' in html


def test_choices_in_a_table_are_a_list_that_prints_as_boxes():
    html = control(CHOICE, Place("b.t[1].k", "T, Zeile 1: Wie?"))
    assert '<select name="b.t[1].k" id="b.t[1].k" autocomplete="off" aria-label="T, Zeile 1' in html
    assert '<span class="papier" aria-hidden="true">☐\u00a0gut ☐\u00a0nicht\u00a0gut</span>' in html


def test_what_editors_write_cannot_break_out_of_an_attribute():
    field = Formularfeld("k", "?", FormKind.CHOICES, werte=('"><script>', "b"), einheit='"')
    html = control(field, Place("b.t[1].k", '"><img>'))
    assert "<script>" not in html
    assert "<img>" not in html
