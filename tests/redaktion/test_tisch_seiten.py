"""What somebody types on the desk goes into the file line by line; all else stays."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from bogen import CASE, TEXT, form_in, project_in
from PIL import Image

from kompasswerk.model.arten import ARTEN
from kompasswerk.publishing.redaktion import works_of
from kompasswerk.redaktion.compare import NotMergeableError
from kompasswerk.redaktion.tisch.desk import Desk
from kompasswerk.redaktion.tisch.edit import Edit
from kompasswerk.redaktion.tisch.preview import Preview
from kompasswerk.redaktion.tisch.sections import joined, sections_of

FALL = ARTEN["fall"]
HEADINGS = ("Anfang", "Mitte", "Ende")


@pytest.fixture
def root(tmp_path):
    return project_in(tmp_path / "projekt")


@pytest.fixture
def desk(root):
    preview = Preview(lambda: "")
    yield Desk(root, works_of(root), preview)
    preview.close()


def typed(opened, texts=None, **fragen):
    """Return a page as the browser sends it after somebody has typed; texts by number."""
    said = {key.replace("_", "-"): value for key, value in fragen.items()}
    sections = [(texts or {}).get(n, each["text"]) for n, each in enumerate(opened.abschnitte)]
    return Edit(opened.path, opened.text, {**opened.fragen, **said}, tuple(sections))


def text_of(root, path=CASE):
    return (root / path).read_bytes().decode()


def test_a_page_that_nobody_changed_stays_to_the_letter(desk, root):
    desk.save(FALL, typed(desk.open(CASE)))
    assert text_of(root) == TEXT


def test_one_changed_question_changes_one_line(desk, root):
    desk.save(FALL, typed(desk.open(CASE), ort="Neustadt: Nord"))
    assert text_of(root) == TEXT.replace("ort: Probstadt", "ort: 'Neustadt: Nord'")


def test_choices_stay_in_the_order_of_the_file(desk, root):
    opened = desk.open(CASE)
    assert opened.fragen["ansatz"] == "Umnutzung und Sanierung; Zwischennutzung"
    three = "Zwischennutzung; Umnutzung und Sanierung; Gründung und Ansiedlung"
    desk.save(FALL, typed(opened, ansatz=three))
    assert "\nansatz: [umnutzung, zwischennutzung, gruendung-ansiedlung]\n" in text_of(root)


def test_a_changed_row_changes_one_line(desk, root):
    opened = desk.open(CASE)
    rows = [dict(row) for row in opened.fragen["quellen"]]
    assert rows[0] == {
        "kennung": "q1", "titel": "Ein Laden", "herausgeber": "Tagblatt",
        "url": "https://example.org/laden", "jahr": "2020",
    }  # fmt: skip
    rows[0]["jahr"] = "2021"
    rows.append({"kennung": "q3", "titel": "Noch ein Laden", "gesehen": "11/2026"})
    desk.save(FALL, typed(opened, quellen=rows))
    expected = TEXT.replace("jahr: 2020", "jahr: 2021").replace(
        "Akte 7'}\n", "Akte 7'}\n  q3: {titel: Noch ein Laden, gesehen: 2026-11}\n"
    )
    assert text_of(root) == expected


def test_a_section_is_written_as_it_was_typed(desk, root):
    opened = desk.open(CASE)
    assert opened.abschnitte[1]["ueberschrift"] == "Ausgangslage"
    desk.save(FALL, typed(opened, {1: "* Ein Punkt\r\n* noch einer\r\n\r\n"}))
    old = "Der Laden stand *sieben Jahre* leer. {quelle}`q1`"
    assert text_of(root) == TEXT.replace(old, "* Ein Punkt\n* noch einer")


def test_windows_line_ends_stay(desk, root):
    (root / CASE).write_bytes(TEXT.replace("\n", "\r\n").encode())
    desk.save(FALL, typed(desk.open(CASE), ort="Neustadt"))
    expected = TEXT.replace("ort: Probstadt", "ort: Neustadt").replace("\n", "\r\n")
    assert text_of(root) == expected


def test_hidden_signs_do_not_get_into_the_file(desk, root):
    desk.save(FALL, typed(desk.open(CASE), {5: "Klein\x00 anfangen.\u202e"}, ort="Neu\x07stadt"))
    assert "Klein anfangen." in text_of(root)
    assert not set("\x00\x07\u202e") & set(text_of(root))


def test_what_the_file_says_otherwise_by_now_is_shown_and_not_overwritten(desk, root):
    opened = desk.open(CASE)
    now = TEXT.replace("ort: Probstadt", "ort: Altstadt").replace("Thüringen", "Sachsen")
    (root / CASE).write_bytes(now.encode())
    edit = typed(opened, {4: "Es gab genug Geld."}, ort="Neustadt")
    found = desk.save(FALL, edit)
    assert [(each.label, each.new, each.now) for each in found.fields] == [
        ("Ort", "Neustadt", "Altstadt")
    ]
    assert text_of(root) == now
    desk.save(FALL, edit, despite=True)
    old = "Das Geld reichte knapp. {quelle}`q2`"
    assert text_of(root) == now.replace(old, "Es gab genug Geld.")


def test_a_wrong_value_is_kept_and_its_finding_is_at_its_control(desk):
    opened = desk.open(CASE)
    rows = [dict(row) for row in opened.fragen["quellen"]]
    rows[1]["jahr"] = "n.n."
    found = desk.check(
        FALL, typed(opened, {2: "Ohne Beleg."}, quellen=rows, zeitraum_beginn="bald")
    )
    where = {(each.frage, each.zeile, each.spalte, each.abschnitt) for each in found if each.fehler}
    assert ("quellen", 1, "jahr", -1) in where
    assert ("zeitraum-beginn", -1, "", -1) in where
    assert ("", -1, "", 2) in where
    assert {each.stelle for each in found} >= {"Quellen, q2: Jahr", "Zeitraum: Beginn"}


def test_a_page_with_errors_can_be_mended(desk, root):
    broken = TEXT.replace("beginn: 2019", "beginn: bald").replace("beleg: hoch\n", "")
    (root / CASE).write_bytes(broken.encode())
    opened = desk.open(CASE)
    assert opened.fragen["zeitraum-beginn"] == "bald"
    assert not opened.ganz
    desk.save(FALL, typed(opened, zeitraum_beginn="2019"))
    assert text_of(root) == broken.replace("beginn: bald", "beginn: 2019")


def test_a_page_whose_lines_could_not_be_kept_is_not_opened(desk, root):
    for text in (TEXT.replace("ort: Probstadt", "ort: 'Probstadt"), "\ufeff" + TEXT, "Nur Text"):
        (root / CASE).write_bytes(text.encode())
        with pytest.raises(NotMergeableError, match=r"nicht bearbeiten|gibt es"):
            desk.open(CASE)


# ---------------------------------------------------------------- new pages, pictures, Word


def test_a_new_case_is_a_draft_and_takes_no_other_place(desk, root):
    texts = {1: "Leer seit 2015. {quelle}`q1`", 3: "Offen."}
    edit = typed(desk.empty(FALL), texts, titel="Café am Markt", ansatz="Umnutzung und Sanierung")
    found = desk.save(FALL, edit)
    today = date.today().isoformat()
    text = text_of(root, "bestpractice/cafe-am-markt.md")
    head, _, body = text.removeprefix("---\n").partition("\n---\n")
    assert found.path == "bestpractice/cafe-am-markt.md"
    assert head.split("\n")[:5] == [
        "art: fall", "titel: 'Café am Markt'", "ansatz: [umnutzung]", "freigabe: entwurf",
        f"stand: {today}",
    ]  # fmt: skip
    assert body == "\n## Ausgangslage\n\nLeer seit 2015. {quelle}`q1`\n\n## Ergebnis\n\nOffen.\n"
    with pytest.raises(NotMergeableError, match=r"gibt es schon: bestpractice/cafe-am-markt\.md"):
        desk.save(FALL, edit)
    with pytest.raises(NotMergeableError, match="Es fehlt ein Titel"):
        desk.save(FALL, typed(desk.empty(FALL)))


def test_a_picture_is_written_with_its_page_and_not_before(desk, root):
    buffer = BytesIO()
    Image.new("RGB", (30, 20), "red").save(buffer, "JPEG", comment=b"geheim")
    first, second = (desk.add_picture(CASE, buffer.getvalue()) for _ in range(2))
    assert (first, second) == ("bilder/alter-laden-1.jpg", "bilder/alter-laden-2.jpg")
    assert not (root / "bestpractice/bilder").exists()
    opened = desk.open(CASE)
    edit = typed(
        opened, {1: f"![Ein rotes Feld]({first})"},
        bilder=[{"datei": first, "lizenz": "CC BY 4.0", "herkunft": "Redaktion"}],
    )  # fmt: skip
    assert not [each for each in desk.check(FALL, edit) if "Bild" in each.meldung]
    desk.save(FALL, edit)
    written = list((root / "bestpractice/bilder").iterdir())
    assert [each.name for each in written] == ["alter-laden-1.jpg"]
    assert b"geheim" not in written[0].read_bytes()


def test_a_folder_that_leads_out_of_the_project_gets_no_picture(desk, root, tmp_path):
    outside = tmp_path / "woanders"
    outside.mkdir()
    (root / "bestpractice/bilder").symlink_to(outside)
    buffer = BytesIO()
    Image.new("RGB", (30, 20), "red").save(buffer, "PNG")
    name = desk.add_picture(CASE, buffer.getvalue())
    with pytest.raises(NotMergeableError, match="führt aus dem Projekt hinaus"):
        desk.save(FALL, typed(desk.open(CASE), {1: f"![Ein rotes Feld]({name})"}))
    assert not list(outside.iterdir())
    assert text_of(root) == TEXT


def test_a_word_form_is_compared_and_taken_over_once(desk, root, tmp_path):
    from docx import Document

    file = form_in(root, tmp_path / "bogen.docx")
    document = Document(str(file))
    para = next(each for each in document.paragraphs if "reichte knapp" in each.text)
    para.runs[0].text = "Das Geld reichte. [q2]"
    document.save(str(file))
    key, found = desk.read_form(file.read_bytes())
    assert [each.heading for each in found.texts] == ["Hürden und Lehren"]
    assert text_of(root) == TEXT
    assert desk.take_form(key) == CASE
    assert text_of(root) == TEXT.replace("reichte knapp.", "reichte.")
    with pytest.raises(NotMergeableError, match="nicht mehr da"):
        desk.take_form(key)


# ---------------------------------------------------------------- sections


@pytest.mark.parametrize(
    ("body", "texts", "expected"),
    [
        ("\n## Anfang\n\na\n", {}, "\n## Anfang\n\na\n"),
        ("vorn\n## Anfang\na\n\n\n## Ende\n", {}, "vorn\n## Anfang\na\n\n\n## Ende\n"),
        ("\n## Anfang\n\na\n", {3: "c"}, "\n## Anfang\n\na\n\n## Ende\n\nc\n"),
        ("\n## Ende\n\nc", {1: "a"}, "\n## Anfang\n\na\n\n## Ende\n\nc"),
        ("\n## Anfang\n\n## Ende\n\nc\n", {1: "a"}, "\n## Anfang\n\na\n\n## Ende\n\nc\n"),
        ("\n## Anfang\n\na\n\n## Ende\n\nc\n", {1: ""}, "\n## Anfang\n\n\n\n## Ende\n\nc\n"),
        ("\n## Neu\n\n```\n## Kein Titel\n```\n", {1: "a"},
         "\n## Anfang\n\na\n\n## Neu\n\n```\n## Kein Titel\n```\n"),
        ("", {2: "b"}, "## Mitte\n\nb\n"),
    ],
)  # fmt: skip
def test_sections_keep_what_nobody_changed(body, texts, expected):
    sections = sections_of(body, HEADINGS)
    assert joined(sections) == body
    assert joined(s.saying(texts.get(n, s.text)) for n, s in enumerate(sections)) == expected
