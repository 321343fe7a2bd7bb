"""The edition of a book: number, date and state, as ``book_edition`` in ``conf.py`` says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from sphinx.errors import ConfigError

from .words import words_for

SETTING = "conf.py: book_edition"
STATES = ("draft", "edition")


@dataclass(frozen=True)
class Edition:
    """An edition; ``state`` is ``draft`` or ``edition``."""

    number: str
    date: date
    state: str

    def state_in(self, language: str) -> str:
        """Return the word for the state („Entwurf“, „Ausgabe“) in a BCP 47 language."""
        words = words_for(language)
        return words.draft if self.state == "draft" else words.edition

    def line(self, language: str) -> str:
        """Return what stands on every page: „Entwurf 3, 22. November 2026“.

        The date is written as in the language, or as ISO 8601 where Babel does not know it.
        """
        try:
            day = format_date(self.date, "long", Locale.parse(language, sep="-"))
        except (UnknownLocaleError, ValueError):
            day = self.date.isoformat()
        return f"{self.state_in(language)} {self.number}, {day}"


def read_edition(raw: object) -> Edition | None:
    """Return the edition of a setting with ``number``, ``date`` and ``state``; ``None`` if empty.

    ``ConfigError`` with a German sentence for anything else.
    """
    if not raw:
        return None
    if not isinstance(raw, Mapping) or set(raw) != {"number", "date", "state"}:
        raise ConfigError(f"{SETTING}: Es braucht genau number, date und state, nicht {raw!r}.")
    number = str(raw["number"]).strip()
    if not number:
        raise ConfigError(f"{SETTING}: Die Nummer (number) fehlt.")
    if raw["state"] not in STATES:
        raise ConfigError(
            f"{SETTING}: state ist „draft“ (Entwurf) oder „edition“ (Ausgabe), "
            f"nicht „{raw['state']}“."
        )
    try:
        day = date.fromisoformat(str(raw["date"]))
    except ValueError as error:
        raise ConfigError(
            f"{SETTING}: „{raw['date']}“ ist kein Datum. Bitte so: 2026-11-30."
        ) from error
    return Edition(number, day, raw["state"])
