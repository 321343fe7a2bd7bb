"""Scripts beyond Latin: from font packages, from the machine if allowed, else as codes."""

from __future__ import annotations

from collections.abc import Callable

import page
import pytest

from kompasswerk.pdf import fonts, glyphs
from kompasswerk.pdf.write import PdfResult

from . import lesen
from .books import book, p, section

Write = Callable[..., PdfResult]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Привет мир, Ґ", "uk"),
        ("Καλημέρα κόσμε, ἀρχή", "el"),
        ("שלום עולם", "he"),
        ("مرحبا بالعالم", "ar"),
        ("Tiếng Việt, čeština, łódź", "vi"),
    ],
)
def test_the_bundled_fonts_have_these_scripts(text: str, language: str, write: Write) -> None:
    result = write(book(section(1, "Text", p(text)), language=language))

    assert result.warnings == ()
    assert page.validate_pdf(result.path, profile="ua1").failures == []


@pytest.mark.parametrize(
    ("character", "other"),
    [
        ("ä", False),
        ("→", False),
        ("Ж", False),
        ("א", True),
        ("漢", True),
        ("ส", True),
        ("😀", False),
    ],
)
def test_only_letters_of_other_scripts_ask_for_font_packages(character: str, other: bool) -> None:
    assert fonts.is_other_script(character) is other


def test_books_in_other_languages_are_told_in_english(write: Write) -> None:
    result = write(book(section(1, "Signs", p("\ue000")), language="en"))
    assert result.warnings == (
        "Signs: No font has the sign U+E000 (?). “[U+E000]” stands in for it.",
    )


def test_what_the_machine_lends_is_said_once() -> None:
    whole = book(section(1, "Zeichen", p("漢字かなカナ한국")))

    assert glyphs.borrowed_warnings(whole, {*"漢字かなカナ"}) == (
        "Zeichen: Die mitgelieferten Schriften haben U+304B, U+306A, U+30AB, U+30CA, U+5B57 + 1 "
        "nicht. Eine Schrift dieses Rechners steht da; anderswo kann das Buch anders "
        "aussehen. Überall gleich wird es mit „pip install kompasswerk[schriften]“.",
    )


def test_many_missing_characters_are_summed_up(write: Write) -> None:
    result = write(book(section(1, "Zeichen", p("".join(map(chr, range(0x10380, 0x10390)))))))

    assert len(result.warnings) == 6
    assert result.warnings[5] == (
        "Titel: Weitere 11 Zeichen hat keine Schrift. Im PDF stehen dafür ihre Codes."
    )


def test_a_machine_without_the_character_changes_nothing(write: Write) -> None:
    result = write(book(section(1, "Zeichen", p("a\U000f0000b"))), machine_fonts=True)

    assert "a[U+F0000]b" in lesen.letters(" ".join(lesen.pages(result.path)))
