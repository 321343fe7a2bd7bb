"""The template carries the tokens."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

import docx
from kompasswerk.docx.oxml.base import Element, find_all, parse
from kompasswerk.docx.template import build_template
from kompasswerk.model.gestaltung import Gestaltung

COMMITTED = Path(__file__).parents[2] / "_templates" / "word" / "kompass.docx"


def styles_of(path: Path) -> Element:
    with ZipFile(path) as archive:
        return parse(archive.read("word/styles.xml"))


def style(path: Path, name: str) -> Element:
    return find_all(styles_of(path), f"//w:style[w:name/@w:val='{name}']")[0]


def values(element: Element, path: str) -> list[str]:
    return [next(iter(item.attrib.values())) for item in find_all(element, path)]


def test_the_committed_template_is_what_the_tokens_give(vorlage: Path) -> None:
    assert COMMITTED.read_bytes() == vorlage.read_bytes(), (
        "gestaltung.yaml und Word-Vorlage passen nicht zusammen. Bitte ausführen: "
        "kompasswerk wordvorlage"
    )


@pytest.mark.parametrize(
    ("name", "token"),
    [
        ("heading 1", "haupt"),
        ("heading 2", "haupt"),
        ("Title", "weiss"),
        ("Hyperlink", "haupt"),
        ("caption", "leise"),
        ("Gefahr Titel", "gefahr"),
        ("Tipp Titel", "gut"),
        ("Warnung Titel", "warnung"),
        ("Einschätzung Titel", "akzent"),
    ],
)
def test_letters_have_the_colour_of_their_token(
    name: str, token: str, gestaltung: Gestaltung
) -> None:
    found = values(style(COMMITTED, name), "w:rPr/w:color")
    assert found == [gestaltung.farben[token][1:].upper()]


@pytest.mark.parametrize(
    ("name", "token"),
    [("heading 1", "h1"), ("heading 2", "h2"), ("heading 4", "h4"), ("Title", "titel")],
)
def test_sizes_are_half_points_of_their_token(
    name: str, token: str, gestaltung: Gestaltung
) -> None:
    assert values(style(COMMITTED, name), "w:rPr/w:sz") == [
        str(round(gestaltung.groessen[token] * 2))
    ]


def test_a_changed_token_changes_the_template(gestaltung: Gestaltung, tmp_path: Path) -> None:
    other = replace(gestaltung, farben={**gestaltung.farben, "haupt": "#123456"})
    build_template(other, tmp_path / "andere.docx")
    assert values(style(tmp_path / "andere.docx", "heading 3"), "w:rPr/w:color") == ["123456"]


def test_the_whole_document_is_german_arial_and_hyphenated() -> None:
    with ZipFile(COMMITTED) as archive:
        names = archive.namelist()
        settings = parse(archive.read("word/settings.xml"))
    defaults = find_all(styles_of(COMMITTED), "//w:docDefaults")[0]
    assert values(defaults, ".//w:lang") == ["de-DE"]
    assert values(defaults, ".//w:rFonts") == ["Arial"]
    assert find_all(settings, "w:autoHyphenation")
    assert not find_all(settings, "w:updateFields")
    assert "word/stylesWithEffects.xml" not in names


def test_people_find_the_styles_under_words_own_names() -> None:
    known = {item.name for item in docx.Document(str(COMMITTED)).styles}
    assert known >= {"Heading 1", "Heading 6", "Title", "Caption", "footnote text", "toc 1"}


def luminance(color: str) -> float:
    parts = [int(color[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("text", "flaeche"),
        ("text", "flaeche_warm"),
        ("leise", "weiss"),
        ("leise", "flaeche"),
        ("haupt", "flaeche"),
        ("gut", "flaeche"),
        ("akzent", "flaeche_warm"),
        ("warnung", "flaeche_warm"),
        ("gefahr", "flaeche_warm"),
        ("weiss", "haupt_dunkel"),
        ("weiss", "akzent"),
    ],
)
def test_ink_stands_out_from_its_ground(ink: str, ground: str, gestaltung: Gestaltung) -> None:
    first, second = sorted(luminance(gestaltung.farben[name]) for name in (ink, ground))
    assert (second + 0.05) / (first + 0.05) >= 4.5
