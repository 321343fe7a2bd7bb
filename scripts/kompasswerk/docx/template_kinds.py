"""Short ways to say what a style is."""

from __future__ import annotations

from .oxml.styles import Letters, Setting, Style

BODY = "BodyText"
_LETTERS = Letters()
_SETTING = Setting()
_ASCII = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", " ": ""})


def identity(name: str) -> str:
    """Return the id of a style of ours: its name without blanks and umlauts."""
    return name.translate(_ASCII)


def own(
    name: str,
    based: str = BODY,
    letters: Letters = _LETTERS,
    setting: Setting = _SETTING,
    following: str | None = None,
) -> Style:
    """Return a paragraph style of ours."""
    return Style(identity(name), name, "paragraph", based, following, letters, setting)


def words(
    style_id: str,
    name: str,
    letters: Letters = _LETTERS,
    setting: Setting = _SETTING,
    based: str | None = "Normal",
    following: str | None = None,
) -> Style:
    """Return a paragraph style that Word knows by this name."""
    return Style(style_id, name, "paragraph", based, following, letters, setting, custom=False)


def sign(name: str, letters: Letters) -> Style:
    """Return a character style of ours."""
    return Style(identity(name), name, "character", letters=letters)
