"""The form of a kind of page follows the descriptions of its fields."""

from __future__ import annotations

from pathlib import Path

import pytest
from bogen import CASE, TEXT, changed, form_in, instead, project_in
from hypothesis import HealthCheck, given, settings, strategies as st
from openxml_audit import OpenXmlValidator

from kompasswerk.cli import main
from kompasswerk.docx.audit import audit
from kompasswerk.docx.oxml.page_source import PageSource
from kompasswerk.docx.returned_text import read_origin
from kompasswerk.model.arten import ARTEN
from kompasswerk.model.formular import FormKind, Stelle
from kompasswerk.reading.files import load_bestand
from kompasswerk.redaktion.body_edit import merged
from kompasswerk.redaktion.felder_bogen import KINDS, blatt_of, bogen_of
from kompasswerk.redaktion.form_file import mark_of
from kompasswerk.redaktion.from_myst import piece_of
from kompasswerk.redaktion.head_edit import same
from kompasswerk.redaktion.pieces import Fixed, Grid, Item, Items, Look, Para, Run, runs_of
from kompasswerk.redaktion.read_form import read_form
from kompasswerk.redaktion.to_myst import written
from kompasswerk.redaktion.werte import answers_for, values_of

ROOT = Path(__file__).parents[2]
SAMPLE = (
    "bestpractice/blank-jena.md",
    "bestpractice/weida-osterburg.md",
    "pilots/wanderbaumallee.md",
    "pilots/kompass.md",
    "kompass/instrumente/zwischennutzung.md",
    "kompass/instrumente/baugebot.md",
)


@pytest.fixture(scope="module")
def loaded():
    return load_bestand(ROOT)


def forms(loaded, art):
    return {
        each.form.key: each
        for each in bogen_of(ARTEN[art], loaded.vocabulary, loaded.bestand).felder
    }


@pytest.mark.parametrize(
    ("key", "label", "kind"),
    [
        ("titel", "Titel", FormKind.TEXT),
        ("kurz", "Kurz gesagt", FormKind.LONG_TEXT),
        ("einwohner-wert", "Einwohner: Zahl", FormKind.NUMBER),
        ("zeitraum-beginn", "Zeitraum: Beginn", FormKind.TEXT),
        ("zeitraum-laufend", "Zeitraum: Läuft noch", FormKind.YES_NO),
        ("ansatz", "Ansatz", FormKind.CHOICES),
        ("beleg", "Beleg", FormKind.CHOICE),
        ("instrumente", "Instrumente", FormKind.LONG_TEXT),
        ("schritte", "Schritte", FormKind.CHOICES),
        ("stand", "Stand", FormKind.DATE),
        ("quellen", "Quellen", FormKind.TABLE),
    ],
)
def test_each_kind_of_field_has_its_question(loaded, key, label, kind):
    form = forms(loaded, "fall")[key].form
    assert (form.label, form.art) == (label, kind)


def test_the_state_of_approval_is_not_asked(loaded):
    assert "freigabe" not in forms(loaded, "fall")


def test_a_table_has_a_column_for_each_value_and_one_for_the_key(loaded):
    columns = [each.key for each in forms(loaded, "fall")["quellen"].form.spalten]
    assert columns == [
        *("kennung", "titel", "herausgeber", "url", "jahr", "gesehen", "fundstelle"),
    ]


def test_choices_are_labels_whose_keys_are_known(loaded):
    beleg = forms(loaded, "fall")["beleg"]
    assert beleg.form.werte == ("gut belegt", "belegt", "schwach belegt")
    assert tuple(beleg.value.names) == ("hoch", "mittel", "niedrig")


def test_records_whose_keys_are_a_closed_list_have_a_row_for_each(loaded):
    kriterien = forms(loaded, "pilot")["kriterien"].form
    assert kriterien.vorgaben[:2] == ("Erstmalig in Thüringen", "Übertragbar")
    assert kriterien.zeilen == len(kriterien.vorgaben) == 9


def test_values_stand_in_the_form_as_people_write_them(tmp_path):
    loaded = load_bestand(project_in(tmp_path))
    bogen = bogen_of(ARTEN["fall"], loaded.vocabulary, loaded.bestand)
    (page,) = loaded.bestand.of(ARTEN["fall"].page)
    said = {str(place): text for place, text in answers_for(values_of(page, bogen), bogen)}
    assert said["fallbogen.ansatz"] == "Umnutzung und Sanierung; Zwischennutzung"
    assert said["fallbogen.kosten[2].wert"] == "72.362,5"
    assert said["fallbogen.kosten[2].stand"] == "5/2020"
    assert said["fallbogen.stand"] == "27.11.2026"
    assert said["fallbogen.quellen[2].kennung"] == "q2"


def test_an_unchanged_form_says_what_the_page_says(loaded, tmp_path):
    """MyST → Word → MyST is identity; all pages: ``python -m messungen.boegen``."""
    from kompasswerk.publishing.fallbogen import looks_of
    from kompasswerk.redaktion.form_file import form_of

    pages = {page.path: page for page in loaded.pages}
    for name in SAMPLE:
        page = pages[name]
        bogen = bogen_of(page.art, loaded.vocabulary, loaded.bestand)
        path = tmp_path / "bogen.docx"
        path.write_bytes(form_of(loaded, page.art, page, looks_of(ROOT)))
        back = read_form(path, read_origin(path), bogen, (), (page.body,))
        old = values_of(page.page, bogen)
        keys = [(each.form.key, each.field.kind) for each in bogen.felder]
        assert [key for key, kind in keys if not same(old, back.values, key, kind)] == []
        assert merged(page.body, back.pieces, page.body) == (page.body, ())
        assert (back.lost, back.beside, back.comments, back.missing) == ((), (), (), ())


LETTERS = st.text("abä1. *_[]<>&„“!", min_size=1, max_size=10)
RUNS = st.lists(
    st.builds(Run, LETTERS, st.sampled_from((Look(), Look(strong=True), Look(emphasis=True)))),
    min_size=1,
    max_size=3,
).map(runs_of)
ITEMS = st.lists(st.tuples(st.integers(0, 2), st.booleans(), RUNS.filter(len)), min_size=1)


def as_list(found):
    """Return a list in which no item is deeper than the one before allows."""
    items, kinds = [], {}
    for level, ordered, runs in found:
        depth = min(level, items[-1].level + 1 if items else 0)
        kinds = {key: kind for key, kind in kinds.items() if key <= depth}
        items.append(Item(depth, kinds.setdefault(depth, ordered), runs))
    return Items(tuple(items))


PIECES = st.one_of(
    RUNS.filter(len).map(Para),
    ITEMS.map(as_list),
    st.just(Fixed(":::{naechster-schritt}\n\n:wer: ich\n:::")),
    st.tuples(RUNS.filter(len), RUNS).map(lambda cells: Grid((cells, cells))),
)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(PIECES, max_size=5))
def test_generated_texts_are_identical_after_their_way_through_word(tmp_path, pieces):
    body = "\n## Ausgangslage\n\n" + "\n\n".join(written(each, piece_of) for each in pieces) + "\n"
    root = project_in(tmp_path, {CASE: TEXT.partition("\n## ")[0] + body})
    path = form_in(root, tmp_path / "bogen.docx")
    loaded = load_bestand(root)
    bogen = bogen_of(ARTEN["fall"], loaded.vocabulary, loaded.bestand)
    back = read_form(path, read_origin(path), bogen, (), (body,))
    assert merged(body, back.pieces, body) == (body, ())


def test_the_form_knows_of_which_page_it_is(tmp_path):
    root = project_in(tmp_path)
    origin = read_origin(form_in(root, tmp_path / "bogen.docx"))
    assert isinstance(origin, PageSource)
    assert (origin.kind, origin.path) == ("fallbogen", CASE)
    assert (origin.text, origin.mark) == (TEXT, mark_of(TEXT))


@pytest.mark.parametrize("page", [CASE, ""])
def test_the_form_is_sound_for_word(page, tmp_path):
    form = form_in(project_in(tmp_path), tmp_path / "bogen.docx", page)
    assert audit(form) == []
    assert OpenXmlValidator(max_errors=0).validate(str(form)).errors == []


def test_the_same_page_gives_the_same_bytes(tmp_path):
    root = project_in(tmp_path)
    one, two = (form_in(root, tmp_path / name).read_bytes() for name in ("a.docx", "b.docx"))
    assert one == two


def test_the_command_names_the_form_after_the_page(tmp_path, capsys):
    root = project_in(tmp_path)
    assert main(["fallbogen", "alter-laden", "--wurzel", str(root)]) == 0
    assert (root / "_build/ausgabe/boegen/fallbogen-alter-laden.docx").is_file()
    assert main(["fallbogen", CASE, "--wurzel", str(root)]) == 0
    assert main(["fallbogen", "--wurzel", str(root)]) == 0
    assert (root / "_build/ausgabe/boegen/fallbogen.docx").is_file()
    assert main(["fallbogen", "alter-laten", "--wurzel", str(root)]) == 2
    assert "Meinen Sie „alter-laden“?" in capsys.readouterr().err


def test_each_kind_has_a_form(loaded):
    assert [
        bogen_of(ARTEN[key], loaded.vocabulary, loaded.bestand).blatt.titel for key in KINDS
    ] == [
        *("Fallbogen", "Pilotbogen", "Instrumentbogen"),
    ]


def test_a_place_of_an_answer_belongs_to_the_sheet(loaded):
    sheet = blatt_of(ARTEN["fall"], loaded.vocabulary, loaded.bestand)
    assert sheet.field(Stelle("fallbogen", "pruefen-bis")) is not None
    assert sheet.field(Stelle("fallbogen", "kosten", 1, "was")) is not None


def test_a_part_that_was_changed_stays_and_is_named(tmp_path):
    root = project_in(tmp_path)
    form = form_in(root, tmp_path / "bogen.docx")
    other = changed(
        form, tmp_path / "anders.docx", instead("Fragen Sie nach.", "Fragen Sie nicht.")
    )
    loaded = load_bestand(root)
    bogen = bogen_of(ARTEN["fall"], loaded.vocabulary, loaded.bestand)
    body = TEXT.partition("\n---\n")[2]
    back = read_form(other, read_origin(other), bogen, (), (body,))
    assert merged(body, back.pieces, body) == (body, ())
    assert [each.what for each in back.lost] == [
        "geänderter Baustein (er bleibt, wie er auf der Seite steht)"
    ]
