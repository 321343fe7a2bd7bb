"""The finished files of the real handbook: accessible, valid, with page numbers that are right."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import page
import pikepdf
import pytest

from kompasswerk.docx.audit import audit

pytestmark = pytest.mark.xdist_group("handbuch")

AUDIT = Path(sys.executable).parent / "openxml-audit"
CONTENTS_LINE = re.compile(r"^\s*(?P<title>\S.*?\S)[\s.]{3,}(?P<page>\d+)\s*$")


def test_the_website_has_every_page(build_real):
    site = build_real("html")
    for name in ("index", "bestpractice/blank-jena", "pilots/kompass", "kompass/glossar"):
        assert (site / f"{name}.html").is_file()


def test_the_pdf_is_accessible(pdf):
    assert page.validate_pdf(str(pdf), profile="ua1").failures == []


def test_the_pdf_says_its_language_and_title(pdf):
    with pikepdf.open(pdf) as document:
        assert str(document.Root.Lang) == "de"
        assert str(document.docinfo["/Title"]) == "Kompass Leerstand"


def test_the_pdf_has_a_bookmark_for_every_case(pdf):
    with pikepdf.open(pdf) as document, document.open_outline() as outline:
        titles = {title for item in outline.root for title in titles_below(item)}
    cases = list((Path(__file__).parents[2] / "bestpractice").glob("*.md"))
    wanted = [
        re.search(r"^titel: ['\"]?(.*?)['\"]?$", case.read_text(encoding="utf-8"), re.M)[1].replace(
            "''", "'"
        )
        for case in cases
    ]
    assert len(cases) == 90
    assert [title for title in wanted if not any(title in known for known in titles)] == []


def titles_below(item) -> list[str]:
    return [str(item.title), *(title for child in item.children for title in titles_below(child))]


def test_the_word_file_is_valid(docx_file):
    done = subprocess.run(
        [str(AUDIT), "-m", "0", "-o", "json", str(docx_file)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert [file["errors"] for file in json.loads(done.stdout)] == [[]]
    assert audit(docx_file) == []


def test_contents_in_libreoffice_show_the_right_pages(docx_file, tmp_path):
    pages = pages_in_libreoffice(docx_file, tmp_path)
    entries = contents(pages)
    assert len(entries) > 30
    wrong = {
        title: number
        for title, number in entries
        if squeezed(title) not in squeezed(pages[number - 1])
    }
    assert wrong == {}


def pages_in_libreoffice(path: Path, folder: Path) -> list[str]:
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*convert, str(path)], check=True, capture_output=True, timeout=300)
    read = ["pdftotext", "-layout", str(folder / f"{path.stem}.pdf"), "-"]
    text = subprocess.run(read, check=True, capture_output=True, text=True).stdout
    return text.split("\f")


def contents(pages: list[str]) -> list[tuple[str, int]]:
    """Return title and page of each line of the contents, without its chapter number."""
    first = next(i for i, text in enumerate(pages) if re.search(r"^\s*Inhalt\s*$", text, re.M))
    found = []
    for text in pages[first : first + 3]:
        for line in text.splitlines():
            match = CONTENTS_LINE.match(line)
            if match:
                title = re.sub(r"^\d+(\.\d+)*\s+", "", match["title"])
                found.append((title, int(match["page"])))
    return found


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad\u00a0]+", "", text)
