"""Characters that no font has: named, and replaced by something that can be read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

import typst

from ..buch.blocks import Book
from .compiling import STANDARDS
from .syntax import array, preformatted, running, string
from .walk import walk

_MISSING = re.compile(r'the (?:text|PDF contains the codepoint|codepoint) `?"(.*?)"`', re.DOTALL)
LOOKALIKES = {"✔": "✓", "✅": "☑", "❌": "☒", "➡": "→", "⇒": "→", "☐": "□", "☑": "[x]"}


def substitutes(
    book: Book, folder: Path, families: tuple[str, ...], fonts: typst.Fonts, extra: str = ""
) -> dict[str, str]:
    """Return what stands for each character of the book that none of the fonts has.

    A character is replaced by a look-alike if there is one, else by its code, ``[U+1F600]``.
    ``extra`` is text beyond the book that is printed too.
    """
    asked = _characters(book, extra) | set("".join(LOOKALIKES.values()))
    lacking: set[str] = set()
    while found := _refused(asked - lacking, folder, families, fonts):
        lacking |= found
    return {character: _instead(character, lacking) for character in sorted(lacking)}


def warnings(book: Book, replaced: Mapping[str, str]) -> tuple[str, ...]:
    """Return a warning for each replaced character and the first place where it stands."""
    first: dict[str, str] = {}
    for where, node in walk(book):
        for character in _own(node) & replaced.keys():
            first.setdefault(character, where)
    return tuple(
        f"{where or book.title}: Keine Schrift hat das Zeichen U+{ord(character):04X} "
        f"({unicodedata.name(character, 'ohne Namen')}). "
        f"Im PDF steht dafür „{replaced[character]}“."
        for character, where in sorted(first.items())
    )


def _instead(character: str, lacking: set[str]) -> str:
    other = LOOKALIKES.get(character, "")
    if other and not lacking & set(other):
        return other
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return ""
    return f"[U+{ord(character):04X}]"


def _characters(book: Book, extra: str) -> set[str]:
    found = set(extra)
    for _, node in walk(book):
        found |= _own(node)
    return found


def _own(node: object) -> set[str]:
    """Return the characters in the text fields of a node, as they would be printed."""
    texts = (getattr(node, field.name) for field in fields(node))  # type: ignore[arg-type]
    return {
        character
        for text in texts
        if isinstance(text, str)
        for character in running(text) + preformatted(text)
        if unicodedata.category(character) not in ("Cc", "Cs")
    }


def _refused(
    asked: set[str], folder: Path, families: tuple[str, ...], fonts: typst.Fonts
) -> set[str]:
    """Return those characters that Typst would refuse, by letting it try each alone."""
    probe = folder / "probe.typ"
    lines = [f"#par({string('a' + character)})" for character in sorted(asked)]
    head = f'#set document(title: "x")\n#set text(font: {array(map(string, families))})\n= a\n'
    probe.write_text(head + "\n".join(lines), encoding="utf-8")
    try:
        typst.compile(probe, root=folder, font_paths=fonts, format="pdf", pdf_standards=STANDARDS)
    except typst.TypstError as error:
        return {character for character in _named(error.diagnostic) if character in asked}
    return set()


def _named(diagnostic: str) -> set[str]:
    found = _MISSING.findall(diagnostic)
    return {character for text in found for character in _unescaped(text)}


def _unescaped(text: str) -> str:
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda match: chr(int(match[1], 16)), text)
