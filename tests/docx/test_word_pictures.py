"""Pictures of any kind arrive upright, in their size, and never larger than their place."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from alle_bausteine import p, t
from PIL import Image

from kompasswerk.buch.blocks import (
    Admonition,
    Block,
    Book,
    Cell,
    Figure,
    InlineImage,
    Paragraph,
    Part,
    Row,
    Section,
    Table,
)
from kompasswerk.docx.audit import audit
from kompasswerk.docx.oxml.base import Element, find_all, parse
from kompasswerk.docx.write import write_docx

RED, BLUE = (200, 30, 30), (30, 30, 200)
EMU_PER_TWIP = 635
TEXT = 9242 * EMU_PER_TWIP


def drawn(folder: Path, name: str, mode: str = "RGB", **options: object) -> Path:
    """A picture of 60 × 30 dots, blue with a red left half."""
    picture = Image.new("RGB", (60, 30), BLUE)
    picture.paste(RED, (0, 0, 30, 30))
    picture.convert(mode).save(folder / name, **options)
    return folder / name


def lying(folder: Path) -> Path:
    """A photo whose camera says: turn it by 90 degrees, so that the red half is above."""
    exif = Image.Exif()
    exif[0x0112] = 6
    return drawn(folder, "hochkant.jpg", exif=exif)


def written(block: Block, folder: Path, template: Path) -> tuple[Element, list[bytes]]:
    chapter = Section(1, t("Kapitel"), (block,), (), "1")
    target = folder / "buch.docx"
    result = write_docx(Book("B", (Part((), (chapter,)),)), target, template=template, pages={})
    assert result.warnings == ()
    assert audit(target) == []
    with ZipFile(target) as archive:
        media = [archive.read(name) for name in archive.namelist() if "/media/" in name]
        return parse(archive.read("word/document.xml")), media


def size(body: Element) -> tuple[int, int]:
    extent = find_all(body, "//wp:extent")[0]
    return int(extent.get("cx") or 0), int(extent.get("cy") or 0)


@pytest.mark.parametrize(
    ("name", "mode", "kind"),
    [
        ("foto.webp", "RGB", "PNG"),
        ("druck.jpg", "CMYK", "JPEG"),
        ("scan.tif", "RGB", "PNG"),
        ("alt.bmp", "RGB", "PNG"),
    ],
)
def test_what_programs_show_wrongly_is_converted(
    name: str, mode: str, kind: str, tmp_path: Path, vorlage: Path
) -> None:
    path = drawn(tmp_path, name, mode)
    _, media = written(Figure(path, "Bild"), tmp_path, vorlage)
    (tmp_path / "fertig").write_bytes(media[0])
    with Image.open(tmp_path / "fertig") as picture:
        assert (picture.format, picture.mode, picture.size) == (kind, "RGB", (60, 30))
        left, right = picture.getpixel((8, 15)), picture.getpixel((52, 15))
    assert all(abs(a - b) < 25 for a, b in zip(left, RED, strict=True))  # type: ignore[arg-type]
    assert all(abs(a - b) < 25 for a, b in zip(right, BLUE, strict=True))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["wie.png", "wie.jpg", "wie.gif"])
def test_what_every_program_shows_stays_as_it_is(name: str, tmp_path: Path, vorlage: Path) -> None:
    path = drawn(tmp_path, name)
    assert written(Figure(path, "Bild"), tmp_path, vorlage)[1] == [path.read_bytes()]


def test_a_photo_that_lies_on_its_side_stands_up(tmp_path: Path, vorlage: Path) -> None:
    body, media = written(Figure(lying(tmp_path), "Bild"), tmp_path, vorlage)
    (tmp_path / "fertig").write_bytes(media[0])
    with Image.open(tmp_path / "fertig") as picture:
        assert picture.size == (30, 60)
        above = picture.getpixel((15, 8))
    assert all(abs(a - b) < 25 for a, b in zip(above, RED, strict=True))  # type: ignore[arg-type]
    wide, high = size(body)
    assert high == 2 * wide


def test_a_picture_without_resolution_has_the_size_of_the_website(
    tmp_path: Path, vorlage: Path
) -> None:
    body, _ = written(Figure(drawn(tmp_path, "a.png"), "Bild"), tmp_path, vorlage)
    assert size(body) == (60 * 9525, 30 * 9525)


def test_a_picture_with_resolution_has_its_own_size(tmp_path: Path, vorlage: Path) -> None:
    path = drawn(tmp_path, "a.png", dpi=(300, 300))
    wide, _ = size(written(Figure(path, "Bild"), tmp_path, vorlage)[0])
    assert wide == 182880  # 60 dots at 300 to the inch: 0.2 inch


@pytest.mark.parametrize(
    ("around", "room"),
    [
        (lambda figure: figure, TEXT),
        (lambda figure: Admonition("note", t("Hinweis"), (figure,)), TEXT),
        (
            lambda figure: Table((Row((Cell((figure,)), Cell((p("Text"),)))),), (1, 1)),
            TEXT // 2 + 1,
        ),
    ],
)
def test_a_picture_is_never_wider_than_its_place(
    around, room: int, tmp_path: Path, vorlage: Path
) -> None:
    Image.new("RGB", (4000, 500)).save(tmp_path / "breit.png")
    wide, _ = size(written(around(Figure(tmp_path / "breit.png", "B")), tmp_path, vorlage)[0])
    assert room * 0.4 < wide <= room


def test_a_picture_leaves_room_for_its_caption(tmp_path: Path, vorlage: Path) -> None:
    Image.new("RGB", (500, 4000)).save(tmp_path / "hoch.png")
    figure = Figure(tmp_path / "hoch.png", "B", width="100%")
    _, high = size(written(figure, tmp_path, vorlage)[0])
    assert high < (16838 - 1417 - 1247 - 1000) * EMU_PER_TWIP


def test_decoration_says_so_and_a_picture_in_a_line_has_its_words(
    tmp_path: Path, vorlage: Path
) -> None:
    path = drawn(tmp_path, "a.png")
    line = Paragraph((InlineImage(path, ""), InlineImage(path, "Wappen")))
    found = find_all(written(line, tmp_path, vorlage)[0], "//wp:docPr")
    assert [each.get("descr") for each in found] == ["", "Wappen"]
    assert [len(find_all(each, ".//adec:decorative")) for each in found] == [1, 0]
