"""The comparison finds what somebody took out of a finished file, and nothing else."""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path

import pytest
from formularbuch import form_book
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from kompasswerk.docx.template import build_template
from kompasswerk.docx.write import write_docx
from kompasswerk.reading.gestaltung import read_gestaltung
from kompasswerk.vergleich import compare, expected_of, pdf_content, word_content
from kompasswerk.vergleich.content import Expected, Found, Piece, letters

CONF = """
project = "Probe"
language = "de"
extensions = ["myst_parser", "kompasswerk.docx", "kompasswerk.pdf"]
docx_documents = pdf_documents = [{"start": "index", "target": "probe"}]
"""
PAGE = """# Probe der Vergleichung

Ein Absatz mit einem [Link](https://example.org/ziel) und einer Fußnote[^n], dann noch mehr.

Noch ein Absatz, der nur hier steht.

3. Drittens kommt der Anfang.
4. Viertens kommt das Ende.

| Ort | Leerstand |
|---|---|
| Musterstadt | vierzehn Läden |
| Beispielheim | siebzehn Häuser |

:::{tip}
Ein Rat in einem Kasten.
:::

![Ein rotes Quadrat](quadrat.png)

Siehe [oben](#probe-der-vergleichung).

[^n]: Was die Fußnote sagt.
"""
INSERTED = (r"Seite\d+", r"\d{1,12}")


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """Return the folder of the built project and what its page must hold in each format."""
    root = tmp_path_factory.mktemp("vergleich")
    (root / "conf.py").write_text(CONF + 'myst_enable_extensions = ["colon_fence"]\n')
    (root / "conf.py").open("a").write("myst_heading_anchors = 2\n")
    (root / "index.md").write_text(PAGE, encoding="utf-8")
    write_png(root / "quadrat.png")
    expected = {}
    for name in ("docx", "pdf"):
        with patch_docutils(root), docutils_namespace():
            app = Sphinx(root, root, root / "out", root / "tree", name, status=None)
            app.build()
            expected[name] = expected_of(app.builder, "index")
    return root / "out", expected


def write_png(path: Path) -> None:
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc)

    rows = b"".join(b"\0" + b"\xff\0\0" * 8 for _ in range(8))
    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    data = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + data)


def changed(source: Path, target: Path, part: str, change) -> Path:
    """Copy a Word file with one part changed; the change must change something."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            blob = old.read(name)
            if name == part:
                text = blob.decode("utf-8")
                assert change(text) != text
                blob = change(text).encode("utf-8")
            new.writestr(name, blob)
    return target


def paragraph(text: str, word: str) -> str:
    """Return the XML of the paragraph that holds a word."""
    return next(p for p in re.findall(r"<w:p>.*?</w:p>|<w:p .*?</w:p>", text, re.S) if word in p)


def swap(text: str, one: str, two: str) -> str:
    return text.replace(one, "\0").replace(two, one).replace("\0", two)


def test_untouched_files_hold_everything(project):
    out, expected = project
    assert compare(expected["docx"], word_content(out / "probe.docx"), INSERTED) == ()
    assert compare(expected["pdf"], pdf_content(out / "probe.pdf"), INSERTED) == ()


def test_a_form_says_its_values_and_not_its_hints(tmp_path):
    build_template(read_gestaltung(), tmp_path / "vorlage.docx")
    path = tmp_path / "blatt.docx"
    write_docx(form_book(), path, template=tmp_path / "vorlage.docx", pages={}, cover=False)
    body = word_content(path).body
    assert "FlächeQuadratmeterStichtagWasfielaufNeugebautjaneinWoliegtesamMarktRand" in body
    assert "unter5000Menschenbis10000Menschenbis20000Menschen" in body
    assert body.endswith("TeilNutzungGrößem2KellerLadenWohnungLadenWohnungLadenWohnung")


DOCUMENT, NOTES, NUMBERS = "word/document.xml", "word/footnotes.xml", "word/numbering.xml"
FAULTS = [
    (DOCUMENT, lambda x: x.replace(paragraph(x, "nur hier steht"), ""),
     "index:5: fehlt: Absatz „Noch ein Absatz, der nur hier steht.“"),
    (DOCUMENT, lambda x: x.replace("einer Fußnote", "Fußnote"),
     "index:3: fehlt: Absatz „Ein Absatz mit einem Link und einer Fußnote, dann noch mehr.“; "
     "nirgends in der Nähe: einer"),
    (DOCUMENT, lambda x: swap(x, "vierzehn Läden", "siebzehn Häuser"),
     "Tabellenzeile „Musterstadt | vierzehn Läden“"),
    (DOCUMENT, lambda x: x.replace(p := paragraph(x, "nur hier steht"), p + p),
     "index:5: doppelt: „Noch ein Absatz, der nur hier steht.“"),
    (DOCUMENT, lambda x: x.replace(">Tipp<", "><"), "fehlt: Beschriftung „Tipp“"),
    (DOCUMENT, lambda x: x.replace('descr="Ein rotes Quadrat"', 'descr=""'),
     "fehlt: Bild mit dem Alternativtext „EinrotesQuadrat“ (1-mal)"),
    (DOCUMENT, lambda x: re.sub(r'(<w:hyperlink [^>]*w:anchor=")[^"]*', r"\1weg", x),
     "Ziel: Ein Link führt zu „weg“; diese Stelle gibt es nicht."),
    (NOTES, lambda x: x.replace("Was die Fußnote sagt", ""),
     "fehlt: Absatz „Was die Fußnote sagt.“"),
    (NUMBERS, lambda x: x.replace('<w:startOverride w:val="3"/>', '<w:startOverride w:val="1"/>'),
     "fehlt: Aufzählung „3. Drittens kommt der Anfang.“"),
]  # fmt: skip


@pytest.mark.parametrize(("part", "change", "message"), FAULTS)
def test_a_fault_in_a_word_file_is_named_with_its_place(project, tmp_path, part, change, message):
    out, expected = project
    faulty = changed(out / "probe.docx", tmp_path / "probe.docx", part, change)
    findings = [str(f) for f in compare(expected["docx"], word_content(faulty), INSERTED)]
    assert any(message in finding for finding in findings), findings
    assert len(findings) <= 2


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("Noch ein Absatz, der nur hier steht.", "", "fehlt: Absatz „Noch ein Absatz, der nur"),
        ("vierzehn Läden", "elf Läden", "index:10: fehlt: Absatz „vierzehn Läden“"),
        ("Was die Fußnote sagt", "Nichts", "fehlt: Absatz „Was die Fußnote sagt.“"),
        ("3. Drittens", "1. Drittens", "fehlt: Aufzählung „3. Drittens kommt der Anfang.“"),
        (
            "https://example.org/ziel",
            "https://example.org/",
            "fehlt: Link auf https://example.org/",
        ),
        ("Ein rotes Quadrat", "Ein Bild", "fehlt: Bild mit dem Alternativtext „EinrotesQuadrat“"),
    ],
)
def test_a_fault_in_a_pdf_is_named_with_its_place(project, tmp_path, old, new, message):
    out, expected = project
    shutil.copytree(out.parent, tmp_path / "p", ignore=shutil.ignore_patterns("out", "tree"))
    page = tmp_path / "p" / "index.md"
    assert old in PAGE
    page.write_text(PAGE.replace(old, new), encoding="utf-8")
    with patch_docutils(page.parent), docutils_namespace():
        Sphinx(page.parent, page.parent, tmp_path, tmp_path / "tree", "pdf", status=None).build()
    found = compare(expected["pdf"], pdf_content(tmp_path / "probe.pdf"), INSERTED)
    assert any(message in str(finding) for finding in found), list(map(str, found))


def said(kind: str, text: str, source: str) -> Piece:
    return Piece(kind, (letters(text),), text, source)


def test_a_page_that_says_nothing_of_its_own_is_looked_for_behind_the_one_before_it():
    # „Änderungen“ also stands in the contents, far before its page.
    contents, before = "Inhalt Lizenz Änderungen", "Die Lizenz erlaubt fast alles. " * 40
    found = Found(letters(f"{contents} {before} Das gilt für alle. Änderungen"), "")
    pages = (
        (said("Absatz", "Das gilt für alle.", "lizenz"),),
        (said("Überschrift", "Änderungen", "aenderungen"),),
    )
    assert compare(Expected(pages), found) == ()


def test_a_place_that_overlaps_another_does_not_count_twice():
    rows = tuple(said("Tabellenzeile", "wahr falsch wahr", "a") for _ in range(2))
    found = Found(letters("wahr falsch wahr wahr falsch wahr falsch"), "")
    pages = ((*rows, said("Absatz", "falsch", "a")),)
    assert compare(Expected(pages), found) == ()


def test_what_stands_twice_is_named():
    texts = ("Zuerst kommt das.", "Das gilt für alle.", "Und das auch immer.")
    pages = (tuple(said("Absatz", text, "a") for text in texts),)
    found = Found(letters(" ".join((*texts[:2], *texts[1:]))), "")
    (finding,) = compare(Expected(pages), found)
    assert str(finding) == "a: doppelt: „Das gilt für alle.“"


def test_a_note_within_a_note_parts_the_words_around_it():
    note = Piece("Fußnote", (letters("Das sagt auch"), letters("die andere Quelle")), "…", "a")
    told = Found("", letters("Das sagt auch (dort steht es) die andere Quelle"))
    assert compare(Expected((), (note,)), told) == ()
    (finding,) = compare(Expected((), (note,)), Found("", letters("die andere Quelle")))
    assert finding.kind == "fehlt"


def test_letters_from_right_to_left_must_all_be_there_in_whatever_order():
    pages = ((said("Absatz", "Davor steht das.", "a"), said("Quelltext", "12 مج ab", "a")),)
    seen = Found(letters("Davor steht das. 12 جم ab"), "")
    assert compare(Expected(pages), seen) == ()
    (finding,) = compare(Expected(pages), Found(letters("Davor steht das. 12 ج ab"), ""))
    assert finding.kind == "fehlt"
