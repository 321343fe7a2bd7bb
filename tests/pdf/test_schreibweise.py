"""Whatever a text holds, it arrives as it is."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from kompasswerk.buch import blocks as b
from kompasswerk.pdf import syntax
from kompasswerk.pdf.write import PdfResult

from . import lesen
from .books import book, p, section, span, t

HOSTILE = [
    "= Kein Titel",
    "- kein -- Punkt --- ... ~ x~y",
    "+ 1. keine Liste",
    "/ Begriff: keine Definition",
    "// kein Kommentar /* auch nicht */",
    "#let x = 1; #x #{ } #[ ] # ##",
    "@verweis <marke> @",
    "\"gerade\" 'Striche' `code` ```drei```",
    "$x^2$ _kursiv_ *fett* \\ \\n \\u{41} \\",
    "https://example.org/a//b?c=d&e=%20#f mailto:x@y.de",
    "[eckig] (rund) {geschweift} | & % ^ < > § €",
    "„Anführung“ ‚halb‘ – — … a\u00a0b\u202fc Straßen\u00adbau",
    "☐ ☑ → ← ≥ ≤ ½ ² ł ő š ž α Ω Ж",
    "a\u0308 wird ä, e\u0301 wird é, \u200bx\u200d\ufeffy",
    "Zeile\neins\r\nzwei\tTab\u2028drei",
    "nul\x00 glocke\x07 steuer\x1b\x7f\x9f ende",
]


def shown(text: str) -> str:
    """What of a text can be seen: no white space, no control or format characters."""
    kept = (c for c in text if unicodedata.category(c) not in ("Cc", "Cf", "Zl", "Zp"))
    return lesen.letters("".join(kept)).replace("\ufeff", "")


def everywhere(number: int, text: str) -> b.Section:
    """A section that shows the text in every kind of place."""
    code = text.replace("\n", " ").replace("\r", " ").replace("\u2028", " ")
    inlines = (b.Text(text),)
    cell = b.Row((b.Cell((p(text),)),))
    return b.Section(
        1,
        (b.Text(f"A{number} "), *inlines),
        (
            p(f"B{number} ", text),
            p(f"C{number} ", span(b.Mark.CODE, code), " ", span(b.Mark.BADGE, text)),
            p(f"D{number} ", b.ExternalLink(inlines, text), b.InlineMath(code)),
            b.CodeBlock(f"E{number} {code}"),
            b.Table((b.Row((b.Cell(()),)), cell), (1,), 1, caption=inlines, number=text),
            b.ListBlock(b.ListStyle.BULLET, (b.ListItem((p(text),)),)),
        ),
        anchors=(text or "leer",),
        number=f"{number}.",
    )


@pytest.mark.parametrize("cover", [True, False])
def test_hostile_texts_arrive_as_they_are(write: Callable[..., PdfResult], cover: bool) -> None:
    chapters = tuple(everywhere(number, text) for number, text in enumerate(HOSTILE))
    result = write(replace(book(*chapters), title=HOSTILE[5], keywords=(HOSTILE[7],)), cover=cover)

    found = shown("".join(lesen.pages(result.path)))
    for number, text in enumerate(HOSTILE):
        assert f"B{number}{shown(text)}" in found
        assert found.count(shown(text)) >= 8, text
    assert all(warning.endswith("ist unlesbar; LaTeX steht da.") for warning in result.warnings)


COVERED = st.text(
    st.characters(codec="utf-8", max_codepoint=0x17F, exclude_categories=("Cc", "Cf")), max_size=40
)
MARKUP = st.text(st.sampled_from(list("#@\\\"'`$*_~=-+/<>[](){}.:,;|&%^ \nxä1")), max_size=40)


@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(COVERED | MARKUP, min_size=20, max_size=60))
def test_any_text_arrives_as_it_is(write: Callable[..., PdfResult], texts: list[str]) -> None:
    marked = (p(f"Anfang{n}: {text} :Ende{n}") for n, text in enumerate(texts))
    result = write(book(section(1, "Texte", *marked)))

    found = shown("".join(lesen.pages(result.path)))
    pieces = [f"Anfang{n}:{shown(text)}:Ende{n}" for n, text in enumerate(texts)]
    # Foot and head of a page may stand inside a text; they are few.
    lost = [piece for piece in pieces if piece not in found]
    assert len(lost) <= result.pages - 1


@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.text(max_size=30), min_size=1, max_size=20))
def test_no_character_at_all_stops_a_book(
    write: Callable[..., PdfResult], texts: list[str]
) -> None:
    result = write(book(*(section(1, each, p(each), b.CodeBlock(each)) for each in texts)))

    assert result.pages >= 1


@pytest.mark.parametrize(
    ("written", "length"),
    [
        ("50%", "50%"),
        ("300%", "100%"),
        ("8cm", "8cm"),
        ("96px", "72pt"),
        ("96", "72pt"),
        ("12 mm", "12mm"),
        ("1.5em", "1.5em"),
        ("0", None),
        ("breit", None),
        ("-3cm", None),
        (None, None),
    ],
)
def test_lengths_are_understood_as_authors_write_them(
    written: str | None, length: str | None
) -> None:
    assert syntax.length(written) == length


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("de", ("de", None)),
        ("en-GB", ("en", "GB")),
        ("zh-Hant-TW", ("zh", "TW")),
        ("de-1996", ("de", None)),
        ("deutsch", None),
        ("", None),
    ],
)
def test_languages_are_split_as_typst_wants_them(
    tag: str, expected: tuple[str, str | None] | None
) -> None:
    assert syntax.language(tag) == expected


def test_calls_leave_out_what_is_none() -> None:
    assert syntax.call("box", "[x]", new_page="true", mark=None) == "#box(new-page: true, [x])"


def test_a_link_is_written_with_its_label_and_page() -> None:
    from kompasswerk.pdf.emit import emit_inline
    from kompasswerk.pdf.place import Place

    link = b.InternalLink(t("Glossar"), "glossar", page=True)
    place = Place(labels={"glossar": "glossar"})

    assert emit_inline(link, place) == '#jump(page: true, "glossar", [#"Glossar"])'
