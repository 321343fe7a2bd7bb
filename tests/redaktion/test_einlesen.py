"""A returned form: compared, taken over, or a new page."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from bogen import CASE, TEXT, changed, form_in, instead, project_in, repacked, typed
from PIL import Image

from kompasswerk.cli import main
from kompasswerk.model.findings import Severity
from kompasswerk.publishing.returned_form import read_comparison
from kompasswerk.reading.files import load_bestand
from kompasswerk.redaktion.compare import FieldChange
from kompasswerk.redaktion.new_file import slug_from
from kompasswerk.redaktion.pictures import RefusedPictureError, made_anew
from kompasswerk.redaktion.report import marked

TODAY = date(2026, 11, 27)
PAINTED = '<w:r><w:t xml:space="preserve"> wurde gemalt,</w:t></w:r>'


@pytest.fixture
def root(tmp_path):
    return project_in(tmp_path / "projekt")


@pytest.fixture
def form(root, tmp_path):
    return form_in(root, tmp_path / "bogen.docx")


def read(root, file):
    return read_comparison(load_bestand(root), file, TODAY)


def run(root, file, *more):
    return main(["einlesen", str(file), "--wurzel", str(root), *more])


def test_an_unchanged_form_changes_nothing(root, form, capsys):
    assert run(root, form) == 0
    assert "Der Bogen ändert nichts." in capsys.readouterr().out
    assert (root / CASE).read_bytes() == TEXT.encode()


def test_a_changed_field_is_shown_and_taken_over_only_if_asked_to(root, form, tmp_path, capsys):
    file = changed(
        form, tmp_path / "zurueck.docx", typed(ort="Neustadt: Nord", quellen_1_jahr="2021")
    )
    assert run(root, file) == 0
    said = capsys.readouterr().out
    assert "Ort:\n  bisher: Probstadt\n  neu:    Neustadt: Nord\n" in said
    assert "--uebernehmen" in said
    assert (root / CASE).read_bytes() == TEXT.encode()
    patch = (tmp_path / "zurueck-eingelesen/aenderung.patch").read_text("utf-8")
    assert "-ort: Probstadt\n+ort: 'Neustadt: Nord'\n" in patch
    assert run(root, file, "--uebernehmen") == 0
    expected = TEXT.replace("ort: Probstadt", "ort: 'Neustadt: Nord'").replace(
        "jahr: 2020", "jahr: 2021"
    )
    assert (root / CASE).read_bytes() == expected.encode()


def test_choices_stay_in_the_order_of_the_file(root, form, tmp_path):
    found = read(root, changed(form, tmp_path / "z.docx", typed(ansatz="3")))
    assert "\nansatz: [umnutzung, zwischennutzung, gruendung-ansiedlung]\n" in found.after


def test_windows_line_ends_stay(tmp_path):
    text = TEXT.replace("\n", "\r\n")
    root = project_in(tmp_path / "projekt", {CASE: text})
    file = changed(form_in(root, tmp_path / "b.docx"), tmp_path / "c.docx", typed(ort="Neustadt"))
    assert run(root, file, "--uebernehmen") == 0
    expected = text.replace("ort: Probstadt", "ort: Neustadt")
    assert (root / CASE).read_bytes() == expected.encode()


def test_tracked_changes_count_as_accepted_and_comments_are_open_points(root, form, tmp_path):
    tracked = (
        '<w:commentRangeStart w:id="7"/><w:r><w:t>Das Geld </w:t></w:r>'
        '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
        '<w:del w:id="1" w:author="A"><w:r><w:delText>reichte knapp</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="A"><w:r><w:rPr><w:b/></w:rPr><w:t>reichte</w:t></w:r></w:ins>'
        "<w:r><w:t>. [q2]</w:t></w:r>"
    )
    comments = (
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:comment w:id="7" w:author="A. Muster"><w:p><w:r><w:t>Wie viel?</w:t></w:r></w:p>'
        "</w:comment></w:comments>"
    )
    old = '<w:r><w:t xml:space="preserve">Das Geld reichte knapp. [q2]</w:t></w:r>'
    file = repacked(
        form,
        tmp_path / "zurueck.docx",
        {"word/document.xml": instead(old, tracked), "word/comments.xml": lambda _: comments},
    )
    found = read(root, file)
    (change,) = found.texts
    assert change.heading == "Hürden und Lehren"
    assert change.new == ("Das Geld **reichte**. {quelle}`q2`",)
    assert [(each.text, each.passage) for each in found.comments] == [("Wie viel?", "Das Geld")]
    expected = TEXT.replace("reichte knapp.", "**reichte**.")
    assert found.after == expected + "\n% offen: zu „Das Geld“: Wie viel?\n"


def test_moved_text_stands_once(root, form, tmp_path):
    run_ = '<w:r><w:t xml:space="preserve">Der Laden ist offen. [q1]</w:t></w:r>'

    def move(text):
        assert text.count(run_) == 1
        gone = f'<w:moveFrom w:id="3" w:author="A">{run_}</w:moveFrom>'
        start = text.rindex("<w:pPr>", 0, text.index(run_)) + len("<w:pPr>")
        end = text.index("</w:pPr>", start)
        mark = '<w:rPr><w:moveFrom w:id="4" w:author="A"/></w:rPr>'
        text = text[:end] + mark + text[end:].replace(run_, gone, 1)
        come = f'<w:p><w:moveTo w:id="5" w:author="A">{run_}</w:moveTo></w:p>'
        at = text.rindex("<w:p>", 0, text.index("Ein Verein mietete"))
        return text[:at] + come + text[at:]

    found = read(root, changed(form, tmp_path / "z.docx", move))
    assert found.after.count("Der Laden ist offen. {quelle}`q1`") == 1
    assert "## Vorgehen\n\nDer Laden ist offen. {quelle}`q1`\n\nEin Verein" in found.after


def test_a_paragraph_whose_end_was_deleted_goes_on_with_the_next(root, form, tmp_path):
    def join(text):
        at = text.index("Der Laden ist offen.")
        start = text.rindex("<w:pPr>", 0, at) + len("<w:pPr>")
        end = text.index("</w:pPr>", start)
        mark = '<w:rPr><w:del w:id="9" w:author="A"/></w:rPr>'
        more = '<w:p><w:r><w:t xml:space="preserve"> Und voll.</w:t></w:r></w:p>'
        close = text.index("</w:p>", at) + len("</w:p>")
        return text[:end] + mark + text[end:close] + more + text[close:]

    found = read(root, changed(form, tmp_path / "z.docx", join))
    assert found.texts[0].new == ("Der Laden ist offen. {quelle}`q1` Und voll.",)


def test_what_a_page_cannot_hold_is_named(root, form, tmp_path):
    red = PAINTED.replace("<w:r>", '<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr>')
    found = read(root, changed(form, tmp_path / "z.docx", instead(PAINTED, red)))
    assert [(each.what, each.where) for each in found.lost] == [
        ("Schriftfarbe", "Erst wurde gemalt,")
    ]
    assert found.after == TEXT


def test_the_text_of_a_box_can_be_changed(root, form, tmp_path):
    file = changed(form, tmp_path / "z.docx", instead("Beginnen Sie klein.", "Beginnen Sie groß."))
    assert read(root, file).after == TEXT.replace("klein.", "groß.")


def test_a_field_that_somebody_deleted_keeps_its_value(root, form, tmp_path):
    def without(text):
        at = text.index("Stadt oder Gemeinde.")
        return text[: text.rindex("<w:tr>", 0, at)] + text[text.index("</w:tr>", at) + 7 :]

    found = read(root, changed(form, tmp_path / "z.docx", without))
    assert found.after == TEXT
    assert found.remarks[0].endswith("bleiben, wie sie auf der Seite stehen: „Ort“.")


def test_a_form_without_the_heading_of_the_text_is_refused(root, form, tmp_path, capsys):
    file = changed(form, tmp_path / "z.docx", instead(">Der Text</w:t>", ">Mein Text</w:t>"))
    assert run(root, file) == 2
    assert "fehlt die Überschrift „Der Text“" in capsys.readouterr().err


def test_a_page_that_was_changed_meanwhile_is_merged(root, form, tmp_path, capsys):
    now = TEXT.replace("land: Thüringen", "land: Sachsen").replace(
        "ort: Probstadt", "ort: Altstadt"
    )
    (root / CASE).write_bytes(now.encode())
    file = changed(form, tmp_path / "z.docx", typed(ort="Neustadt", beleg="2"))
    found = read(root, file)
    assert FieldChange("Ort", "Probstadt", "Neustadt", "Altstadt") in found.fields
    assert found.conflicts == 1
    assert found.after.count("ort: Altstadt") == found.after.count("land: Sachsen") == 1
    assert run(root, file) == 1
    assert "Widerspruch: In der Datei steht inzwischen: Altstadt" in capsys.readouterr().out


def test_findings_name_the_field_of_the_form(root, form, tmp_path, capsys):
    file = changed(form, tmp_path / "z.docx", typed(zeitraum_beginn="bald", quellen_2_jahr="n.n."))
    assert run(root, file, "--uebernehmen") == 1
    said = capsys.readouterr().out
    assert "  - Zeitraum: Beginn: „bald“ ist kein Jahr." in said
    assert "  - Quellen, q2: Jahr: „n.n.“ ist kein Jahr." in said
    assert "Nicht übernommen: 2 Fehler." in said
    assert (root / CASE).read_bytes() == TEXT.encode()


# ---------------------------------------------------------------- new pages


NEW = {
    "titel": "Café am Markt",
    "kurz": "Ein Café zog in einen leeren Laden.",
    "teaser": "Ein Café, ein Markt und ein Laden, der nicht mehr leer steht.",
    "ort": "Probstadt",
    "land": "Thüringen",
    "ansatz": "1",
    "gebaeudetyp": "1",
    "akteure": "1 3",
    "zeitraum_beginn": "2021",
    "zeitraum_quelle": "q1",
    "beleg": "1",
    "instrumente": "Zwischennutzung",
    "schritte": "1",
    "quellen_1_kennung": "q1",
    "quellen_1_titel": "Neues Café",
    "quellen_1_herausgeber": "Tagblatt",
    "quellen_1_url": "https://example.org/cafe",
    "quellen_1_gesehen": "11/2026",
}


def said_below(*texts):
    """Return a change that writes below each fixed heading in turn."""

    def change(text):
        for words in texts:
            assert "Bitte hier schreiben." in text
            text = text.replace(">Bitte hier schreiben.<", f">{words}<", 1)
        return text

    return change


SENTENCES = (
    "Bitte hier schreiben. Leer seit 2015. [q1]",
    "Erst Miete. [q1]",
    "Offen. [q1]",
    "Lärm. [q1]",
    "Überall.",
)


@pytest.fixture
def empty(root, tmp_path):
    return form_in(root, tmp_path / "leer.docx", "")


def test_a_new_case_becomes_a_draft_and_never_takes_the_place_of_another(
    root, empty, tmp_path, capsys
):
    file = changed(empty, tmp_path / "neu.docx", typed(**NEW), said_below(*SENTENCES))
    assert run(root, file) == 0
    text = (root / "bestpractice/cafe-am-markt.md").read_text("utf-8")
    head, _, body = text.removeprefix("---\n").partition("\n---\n")
    assert head.startswith("art: fall\ntitel: 'Café am Markt'\n")
    assert "zeitraum: {beginn: 2021, quelle: q1}\n" in head
    assert "\nfreigabe: entwurf\nstand: 20" in head
    assert "gesehen: 2026-11}" in head
    assert body.startswith("\n## Ausgangslage\n\nLeer seit 2015. {quelle}`q1`\n\n## Vorgehen\n")
    capsys.readouterr()
    assert run(root, file) == 1
    assert "gibt es schon: bestpractice/cafe-am-markt.md" in capsys.readouterr().err


def test_a_new_case_with_errors_waits(root, empty, tmp_path, capsys):
    some = {key: value for key, value in NEW.items() if key != "beleg"}
    file = changed(empty, tmp_path / "neu.docx", typed(**some), said_below(*SENTENCES[:4]))
    assert run(root, file) == 1
    said = capsys.readouterr().out
    assert "  - Beleg: Die Angabe fehlt." in said
    assert "  - Der Text, Übertragbarkeit: " in said
    assert not (root / "bestpractice/cafe-am-markt.md").exists()
    assert run(root, file, "--uebernehmen") == 1
    assert (root / "bestpractice/cafe-am-markt.md").is_file()


def test_an_empty_form_has_no_title(root, empty, capsys):
    assert run(root, empty) == 1
    assert "Bitte das Feld „Titel“ ausfüllen." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Blank – Agentur für Zwischennutzung", "blank-agentur-fuer-zwischennutzung"),
        ("../../etc/passwd", "etc-passwd"),
        (
            "Ein sehr langer Titel über einen Laden in einer Stadt",
            "ein-sehr-langer-titel-ueber-einen-laden",
        ),
        ("„!?“", ""),
    ],
)
def test_the_name_of_a_file_comes_from_the_title(title, slug):
    assert slug_from(title) == slug


# ---------------------------------------------------------------- files from outside


def test_a_file_that_is_no_form_is_refused(root, tmp_path, capsys):
    other = tmp_path / "brief.docx"
    other.write_bytes((root / "_templates/word/kompass.docx").read_bytes())
    assert run(root, other) == 2
    assert "ist kein Bogen der Redaktion" in capsys.readouterr().err
    broken = tmp_path / "kaputt.docx"
    broken.write_bytes(b"PK nichts")
    assert run(root, broken) == 2


def test_a_form_among_workbooks_is_refused_there(root, form, tmp_path, capsys):
    folder = tmp_path / "ruecklauf"
    folder.mkdir()
    form.rename(folder / "bogen.docx")
    assert run(root, folder, "--jobs", "1") == 1
    assert "Das ist ein Bogen der Redaktion." in capsys.readouterr().out
    assert run(root, folder, "--uebernehmen") == 2


def test_a_form_cannot_lead_to_another_file(root, form, tmp_path, capsys):
    def lead(text):
        return text.replace(CASE, "conf.py")

    parts = dict.fromkeys(("customXml/item3.xml", "docProps/custom.xml"), lead)
    assert run(root, repacked(form, tmp_path / "z.docx", parts)) == 1
    assert "„conf.py“" in capsys.readouterr().err


def picture(kind, size=(30, 20)):
    buffer = BytesIO()
    Image.new("RGB", size, "red").save(buffer, kind, comment=b"geheim") if kind == "JPEG" else (
        Image.new("RGB", size, "red").save(buffer, kind)
    )
    return buffer.getvalue()


def test_a_picture_is_made_anew():
    ending, blob = made_anew(picture("JPEG", (3000, 1000)))
    assert ending == "jpg"
    assert b"geheim" not in blob
    assert Image.open(BytesIO(blob)).size == (2000, 667)


@pytest.mark.parametrize("blob", [b"", b"GIF89a", b"<svg/>", picture("GIF"), picture("PNG")[:60]])
def test_other_pictures_are_refused(blob):
    with pytest.raises(RefusedPictureError):
        made_anew(blob)


def test_a_picture_from_word_lies_beside_the_case_and_needs_words(root, form, tmp_path):
    from docx import Document

    document = Document(str(form))
    document.paragraphs[-1].insert_paragraph_before().add_run().add_picture(
        BytesIO(picture("PNG", (80, 40)))
    )
    file = tmp_path / "z.docx"
    document.save(str(file))
    found = read(root, file)
    assert list(found.files) == ["bilder/alter-laden-1.png"]
    assert "![](bilder/alter-laden-1.png)" in found.after
    messages = [each.message for each in found.problems if each.severity is Severity.ERROR]
    assert any("keinen Alternativtext" in each for each in messages)
    assert any("fehlen Lizenz und Herkunft" in each for each in messages)
    assert not any("gibt es nicht" in each for each in messages)


def test_changed_words_are_marked():
    assert marked("alt <ist> gut", "neu <ist> gut") == (
        "<del>alt</del> &lt;ist&gt; gut",
        "<ins>neu</ins> &lt;ist&gt; gut",
    )
