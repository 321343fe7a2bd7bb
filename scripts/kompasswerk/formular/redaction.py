"""Open answers without what must not leave the town: names of towns, private answers, contacts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from .place_names import pattern
from .street_addresses import ADDRESS

TOWN, GONE = "[Stadt]", "[entfernt]"
SHORTEST = 6
"""A private answer of fewer letters may be any word."""
# Every repetition has an end, or a long text would take minutes.
_CONTACT = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}"  # address for mail
    r"|(?:\+|00?)[1-9]\d{1,4}[\s/()-]{0,9}\d[\d\s/-]{3,20}\d"  # telephone
)


def without_private(text: str, private: Iterable[str]) -> str:
    """Return an open answer without contacts, and without what stands in private fields.

    A private answer counts if it has several words or a digit, as names and addresses have.
    """
    for each in sorted({each.strip() for each in private}, key=lambda one: (-len(one), one)):
        if len(each) >= SHORTEST and re.search(r"\s|\d", each):
            text = re.sub(re.escape(each), GONE, text, flags=re.IGNORECASE)
    return ADDRESS.sub(GONE, _CONTACT.sub(GONE, text))


def without_towns(text: str, names: tuple[str, ...]) -> str:
    """Return an open answer in which no town is named, nor its people: „Die [Stadt] Läden“."""
    return _towns(names).sub(TOWN, text) if names else text


@lru_cache(maxsize=4)
def _towns(names: tuple[str, ...]) -> re.Pattern[str]:
    return pattern(names)
