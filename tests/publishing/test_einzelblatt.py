"""Single pages as files of their own, with the numbers and links of the whole book."""

from __future__ import annotations

import pytest

from kompasswerk.publishing.extract import UnknownPageError, find_page, write_extract
from kompasswerk.vergleich import pdf_content, word_content

KNOWN = {"index", "kompass/index", "kompass/bewerten", "pilots/jena", "bestpractice/jena"}


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("kompass/bewerten", "kompass/bewerten"),
        ("kompass/bewerten.md", "kompass/bewerten"),
        ("./kompass\\bewerten.md", "kompass/bewerten"),
        ("bewerten", "kompass/bewerten"),
        ("kompass", "kompass/index"),
        ("pilots/jena", "pilots/jena"),
    ],
)
def test_a_page_is_found_by_what_people_call_it(name, page):
    assert find_page(name, KNOWN) == page


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("jena", "„jena“ gibt es mehrmals: bestpractice/jena, pilots/jena."),
        ("bewertn", "Die Seite „bewertn“ gibt es nicht. Meinen Sie: kompass/bewerten?"),
        ("qqq", "Die Seite „qqq“ gibt es nicht."),
    ],
)
def test_an_unknown_page_is_named_with_what_is_near(name, message):
    with pytest.raises(UnknownPageError) as error:
        find_page(name, KNOWN)
    assert str(error.value) == message


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    root = tmp_path_factory.mktemp("projekt")
    (root / "conf.py").write_text(
        'project = "Buch"\nrelease = "Ausgabe 7"\nlanguage = "de"\n'
        'extensions = ["kompasswerk.docx", "kompasswerk.pdf"]\n'
        'html_baseurl = "https://buch.example/"\n'
    )
    (root / "index.rst").write_text(
        "Buch\n====\n\n.. toctree::\n   :numbered:\n\n   eins\n   zwei\n   drei\n"
    )
    table = ".. table:: Zahlen\n\n   == ==\n   a  b\n   == ==\n"
    (root / "eins.rst").write_text(f"Eins\n====\n\nErste Seite.\n\n{table}")
    (root / "zwei.rst").write_text(
        "Zwei\n====\n\nSiehe :doc:`eins` und :ref:`hier <ziel>`.\n\n.. _ziel:\n\nZiel\n----\n\n"
        f"{table}\n.. toctree::\n\n   unter\n"
    )
    (root / "unter.rst").write_text("Unter\n=====\n\nSeite darunter.\n")
    (root / "drei.rst").write_text("Drei\n====\n\nDritte Seite.\n")
    return root


@pytest.mark.parametrize(("builder", "read"), [("docx", word_content), ("pdf", pdf_content)])
def test_an_extract_keeps_numbers_and_leads_to_the_website(project, builder, read):
    found = read(write_extract(project, ["zwei"], builder))

    assert "2Zwei" in found.body
    assert "Tabelle2Zahlen" in found.body
    assert "Seitedarunter" in found.body
    assert "ErsteSeite" not in found.body
    assert found.links == {
        "https://buch.example/eins.html": 1,
        "https://buch.example/index.html": 1,
    }
    assert found.dangling == ()
    assert found.body.endswith("BuchAusgabe7httpsbuchexampleindexhtml")


def test_several_pages_become_one_file_in_the_order_of_the_book(project):
    file = write_extract(project, ["drei", "eins"], "docx")

    assert file.name == "drei-eins.docx"
    body = word_content(file).body
    assert body.index("ErsteSeite") < body.index("DritteSeite")
    assert "Seitedarunter" not in body
