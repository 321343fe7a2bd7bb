"""Characters that no font has: named, and replaced by something that can be read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Set
from pathlib import Path

import typst

from ..buch.blocks import Book
from .compiling import STANDARDS
from .messages import message
from .syntax import array, preformatted, running, string
from .walk import field_names, walk

_MISSING = re.compile(r'the (?:text|PDF contains the codepoint|codepoint) `?"(.*?)"`', re.DOTALL)
TOLD = 5
"""Missing characters that are told one by one; the rest is counted."""
LOOKALIKES = {"✔": "✓", "✅": "☑", "❌": "☒", "➡": "→", "⇒": "→", "☐": "□", "☑": "[x]"}


def characters(book: Book, extra: str = "") -> set[str]:
    """Return every character that the book prints, and those of ``extra``."""
    found = set(extra)
    for _, node in walk(book):
        found |= _own(node)
    return found


def lacking(
    asked: set[str], folder: Path, families: tuple[str, ...], fonts: typst.Fonts
) -> set[str]:
    """Return those characters, look-alikes among them, that none of the fonts has."""
    asked = asked | set("".join(LOOKALIKES.values()))
    missing: set[str] = set()
    while found := _refused(asked - missing, folder, families, fonts):
        missing |= found
    return missing


def substitutes(missing: set[str]) -> dict[str, str]:
    """Return what stands for each missing character.

    That is a look-alike if there is one, else its code, ``[U+1F600]``.
    """
    return {character: _instead(character, missing) for character in sorted(missing)}


def warnings(book: Book, replaced: Mapping[str, str]) -> tuple[str, ...]:
    """Return a warning for each replaced character and the first place where it stands."""
    first: dict[str, str] = {}
    for where, node in walk(book):
        for character in _own(node) & replaced.keys():
            first.setdefault(character, where)
    told = tuple(
        message("sign", book.language, where=where or book.title, what=_spelt(sign), instead=other)
        for sign, where in sorted(first.items())
        for other in (replaced[sign],)
    )
    if len(told) <= TOLD + 1:
        return told
    rest = message("more_signs", book.language, where=book.title, what=str(len(told) - TOLD))
    return (*told[:TOLD], rest)


def _spelt(sign: str) -> str:
    return f"U+{ord(sign):04X} ({unicodedata.name(sign, '?')})"


def borrowed_warnings(book: Book, borrowed: Set[str]) -> tuple[str, ...]:
    """Return one warning for all characters that only a font of this machine has."""
    if not borrowed:
        return ()
    places = (where for where, node in walk(book) if _own(node) & borrowed)
    codes = [f"U+{ord(character):04X}" for character in sorted(borrowed)]
    more = f" + {len(codes) - TOLD}" if len(codes) > TOLD else ""
    where = next(places, "") or book.title
    return (message("lent", book.language, where=where, what=", ".join(codes[:TOLD]) + more),)


def _instead(character: str, lacking: set[str]) -> str:
    other = LOOKALIKES.get(character, "")
    if other and not lacking & set(other):
        return other
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return ""
    return f"[U+{ord(character):04X}]"


def _own(node: object) -> set[str]:
    """Return the characters in the text fields of a node, as they would be printed."""
    texts = (getattr(node, name) for name in field_names(node) or ())
    found: set[str] = set()
    for text in texts:
        if isinstance(text, str) and text:
            found |= {*running(text), *preformatted(text)}
    return {each for each in found if unicodedata.category(each) not in ("Cc", "Cs")}


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
