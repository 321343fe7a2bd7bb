r"""Typst as text: the only module that knows its quoting.

All text of a book goes into string literals (``#"…"``), never into markup. There, only the
backslash and the double quote mean anything, so ``#``, ``@``, ``//``, ``--`` or a ``=`` at
the start of a line stay what they are, and Typst sets no quotes or dashes of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

_SPACES = re.compile("[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_LANGUAGE = re.compile(r"^([A-Za-z]{2,3})(?:-[A-Za-z]{4})?(?:-([A-Za-z]{2}))?(?:-.*)?$")
_LENGTH = re.compile(r"^\s*(\d+(?:\.\d+)?|\.\d+)\s*([a-z%]*)\s*$")
_UNITS = {
    "": ("pt", 0.75),
    "px": ("pt", 0.75),
    "pt": ("pt", 1.0),
    "pc": ("pt", 12.0),
    "mm": ("mm", 1.0),
    "cm": ("cm", 1.0),
    "in": ("in", 1.0),
    "em": ("em", 1.0),
    "rem": ("em", 1.0),
    "ex": ("em", 0.5),
    "%": ("%", 1.0),
    "vw": ("%", 1.0),
}


def string(value: str) -> str:
    r"""Return a string literal; line feeds become ``\n``, other control characters vanish."""
    shown = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{_without_controls(shown)}"'


def running(value: str) -> str:
    """Return text as a line of prose: white space runs are one space, composed (NFC)."""
    return unicodedata.normalize("NFC", _SPACES.sub(" ", value))


def preformatted(value: str) -> str:
    """Return text whose spaces count: line ends are line feeds, tabs four columns wide."""
    return "\n".join(line.expandtabs(4) for line in re.split("\r\n|\r|\n", value))


def content(body: str) -> str:
    """Return a content block."""
    return f"[{body}]"


def optional(body: str) -> str:
    """Return a content block, or ``none`` for nothing."""
    return f"[{body}]" if body else "none"


def array(items: Iterable[str]) -> str:
    """Return an array of expressions."""
    return "(" + "".join(f"{item}, " for item in items) + ")"


def dictionary(items: Mapping[str, str]) -> str:
    """Return a dictionary; keys are text, values expressions."""
    if not items:
        return "(:)"
    return "(" + "".join(f"{string(key)}: {value}, " for key, value in items.items()) + ")"


def code(name: str, *arguments: str, **named: str | None) -> str:
    """Return a call as an expression; ``None`` leaves an argument out.

    Underscores in names become hyphens, as Typst likes them.
    """
    pairs = [f"{key.replace('_', '-')}: {value}" for key, value in named.items() if value]
    return f"{name}({', '.join([*pairs, *arguments])})"


def call(name: str, *arguments: str, **named: str | None) -> str:
    """Return a call as it stands in content."""
    return "#" + code(name, *arguments, **named)


def boolean(value: bool) -> str:
    """Return ``true`` or ``false``."""
    return "true" if value else "false"


def length(written: str | None) -> str | None:
    """Return a length as Typst writes it; ``None`` for none or one that cannot be read.

    Pixels count as 1/96 inch, as in a browser; a bare number is pixels. A percentage is at
    most the whole width.
    """
    match = _LENGTH.match(written or "")
    if match is None or match[2] not in _UNITS:
        return None
    unit, factor = _UNITS[match[2]]
    value = float(match[1]) * factor
    if unit == "%":
        value = min(value, 100)
    return f"{value:g}{unit}" if value > 0 else None


def language(tag: str) -> tuple[str, str | None] | None:
    """Return language and region of a BCP 47 tag, ``None`` if Typst cannot express it."""
    match = _LANGUAGE.match(tag)
    if match is None:
        return None
    return match[1].lower(), match[2].upper() if match[2] else None


def comment(words: str) -> str:
    """Return a comment on a line of its own; errors of Typst are traced back to it."""
    return f"\n// @ {_without_controls(running(words))}\n"


def _without_controls(value: str) -> str:
    if value.isprintable():  # no control character, surrogate or non-character is
        return value
    return "".join(_printable(character) for character in value)


def _printable(character: str) -> str:
    """Return what PDF/UA-1 and Typst accept of a character."""
    category = unicodedata.category(character)
    if category == "Cs":
        return "\ufffd"
    if character == "\ufeff":
        return "\u2060"  # the same word joiner, by the name that it has today
    is_none = 0xFDD0 <= ord(character) <= 0xFDEF or ord(character) & 0xFFFE == 0xFFFE
    return "" if is_none or category == "Cc" else character
