"""LibreOffice opens the document and finds headings where the contents say they are."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
from alle_bausteine import musterbuch, p, t

from kompasswerk.buch.blocks import (
    Block,
    Book,
    ListBlock,
    ListItem,
    ListStyle,
    Part,
    Section,
)
from kompasswerk.docx.layout import LibreOffice, bookmark_pages, find_libreoffice
from kompasswerk.docx.write import write_docx


@pytest.fixture(scope="module")
def office() -> LibreOffice:
    found = find_libreoffice()
    if found is None:
        pytest.fail(
            "LibreOffice fehlt. Bitte installieren: sudo apt-get install -y "
            "libreoffice-writer poppler-utils"
        )
    return found


def long_book() -> Book:
    """Return a book whose chapters run over several pages."""
    book = musterbuch()
    long: tuple[Block, ...] = tuple(
        p(f"Absatz {n}. " + "Leerstand bewegt die Stadt. " * 30) for n in range(20)
    )
    chapter = Section(
        1,
        t("Langes Kapitel"),
        (*long, Section(2, t("Spät"), long, ("spaet",), "3.1")),
        ("lang",),
        "3",
        starts_page=True,
    )
    first = replace(book.parts[0], children=(*book.parts[0].children, chapter))
    return replace(book, parts=(first, *book.parts[1:]))


@pytest.fixture(scope="module")
def converted(office: LibreOffice, vorlage: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The long book as PDF, its page numbers laid out by LibreOffice."""
    folder = tmp_path_factory.mktemp("office")
    result = write_docx(long_book(), folder / "buch.docx", template=vorlage, layout=office)
    assert result.pages_from == "libreoffice"
    pdf = office.pdf(result.path, folder)
    assert pdf is not None
    return pdf


def pages_of(pdf: Path) -> list[str]:
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True)
    return text.stdout.decode().split("\f")


def test_the_contents_name_the_page_on_which_the_heading_stands(converted: Path) -> None:
    assert wrong_pages(converted) == {}


def test_the_same_book_gets_the_same_bytes(
    converted: Path, office: LibreOffice, vorlage: Path, tmp_path: Path
) -> None:
    again = write_docx(long_book(), tmp_path / "buch.docx", template=vorlage, layout=office)
    assert again.path.read_bytes() == converted.with_suffix(".docx").read_bytes()


def test_a_book_made_without_libreoffice_is_right_when_libreoffice_opens_it(
    office: LibreOffice, vorlage: Path, tmp_path: Path
) -> None:
    result = write_docx(long_book(), tmp_path / "buch.docx", template=vorlage)
    assert result.pages_from == "estimate"
    pdf = office.pdf(result.path, tmp_path)
    assert pdf is not None
    assert wrong_pages(pdf) == {}


def wrong_pages(pdf: Path) -> dict[str, int]:
    """Return titles with the number beside them where the heading is not on that page."""
    pages = pages_of(pdf)
    listed = next(page for page in pages if page.strip().find("Inhalt") >= 0 and "...." in page)
    said = {
        title: int(page)
        for title, page in re.findall(
            r"(Alles in einer Zeile|Gliederung|Kosten|Langes Kapitel|Spät)[ .]+(\d+)\n", listed
        )
    }
    assert len(said) == 5
    return {
        title: number
        for title, number in said.items()
        if not re.search(rf"^\s*[\d.]+\s+{title}\s*$", pages[number - 1], re.M)
    }


def test_the_outline_of_the_pdf_is_that_of_the_book(converted: Path) -> None:
    with pikepdf.open(converted) as pdf, pdf.open_outline() as outline:
        titles = [str(item.title) for item in outline.root]
    assert titles == [
        "Grundlagen",
        "1 Alles in einer Zeile",
        "2 Gliederung",
        "3 Langes Kapitel",
        "Anhang",
        "Register",
    ]


def test_pages_run_from_the_title_and_end_with_the_count(converted: Path) -> None:
    pages = [page for page in pages_of(converted) if page.strip()]
    assert "Seite" not in pages[0]
    assert f"Seite 3 von {len(pages)}" in pages[2].replace("\u00a0", " ")


def test_names_of_destinations_are_read_from_the_file() -> None:
    pdf = (
        b"1 0 obj\n<</Type/Page>>\nendobj\n4 0 obj\n<</Type/Page>>\nendobj\n"
        b"<</Type/Pages\n/Resources 9 0 R\n/Kids[ 1 0 R 4 0 R ]\n/Count 2>>\n"
        b"<</5FToc000001[4 0 R/XYZ 1 2 0]\n/eins[1 0 R/XYZ 1 2 0]>>"
    )
    assert bookmark_pages(pdf, ["_Toc000001", "eins", "zwei"]) == {"_Toc000001": 2, "eins": 1}


def test_check_boxes_keep_their_state_when_libreoffice_saves_the_file(
    office: LibreOffice, vorlage: Path, tmp_path: Path
) -> None:
    tasks = tuple(ListItem((p(text),), checked=done) for text, done in (("a", True), ("b", False)))
    chapter = Section(1, t("Aufgaben"), (ListBlock(ListStyle.TASK, tasks),), (), "1")
    source = tmp_path / "vorher.docx"
    write_docx(Book("B", (Part((), (chapter,)),)), source, template=vorlage, pages={})
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    wanted = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(tmp_path / "nachher")]
    command = [str(office.program), profile, "--headless", *wanted, str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    with ZipFile(tmp_path / "nachher" / "vorher.docx") as archive:
        text = archive.read("word/document.xml").decode()
    assert re.findall(r'<w14:checked w14:val="(\w+)"/>', text) == ["1", "0"]
    assert re.findall("[☐☒]", text) == ["☒", "☐"]
