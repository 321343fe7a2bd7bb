"""The few words that a book says by itself: „Seite“, „Abbildung“, „Inhalt“."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

import sphinx
import yaml

FROM_SPHINX = {
    "contents": "Contents",
    "index": "Index",
    "figure": "Fig. %s",
    "table": "Table %s",
    "listing": "Listing %s",
    "see": "see %s",
    "see_also": "see also %s",
}
"""Our name of a word → what it is called in Sphinx's catalogue."""


@dataclass(frozen=True)
class Words:
    """Words of one language.

    ``page`` holds ``{page}`` and ``page_of`` both ``{page}`` and ``{pages}``; ``figures``,
    ``tables`` and ``listings`` are titles of lists, ``done`` names the box of a task, ``draft``
    and ``edition`` are states of a book.
    """

    contents: str
    part: str
    page: str
    page_of: str
    figure: str
    table: str
    listing: str
    figures: str
    tables: str
    listings: str
    index: str
    see: str
    see_also: str
    notes: str
    done: str
    missing_picture: str
    draft: str
    edition: str


LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where it is there; the other one takes ten times as long."""


@cache
def words_for(language: str) -> Words:
    """Return the words of a BCP 47 or Sphinx language (``de``, ``pt_BR``, ``zh-TW``).

    A regional language takes the words of its language. One that we do not have takes what
    Sphinx's catalogue knows, and English words for the rest.
    """
    known = _table()
    tag = language.replace("_", "-")
    for name in (tag, tag.split("-")[0]):
        if name in known:
            return Words(**known[name])
    return Words(**{**known["en"], **_from_sphinx(language)})


@cache
def _table() -> Mapping[str, dict[str, str]]:
    text = (files(__package__) / "woerter.yaml").read_text(encoding="utf-8")
    table: dict[str, dict[str, str]] = yaml.load(text, Loader=LOADER)  # noqa: S506 - it is safe
    return table


def _from_sphinx(language: str) -> dict[str, str]:
    folder = Path(sphinx.__file__).parent / "locale"
    names = [language, language.split("_", maxsplit=1)[0]]
    catalogue = gettext.translation("sphinx", folder, names, fallback=True)
    found = {ours: catalogue.gettext(theirs) for ours, theirs in FROM_SPHINX.items()}
    return {
        ours: text.replace("%s", "").strip(" .")
        for ours, text in found.items()
        if text != FROM_SPHINX[ours]
    }
