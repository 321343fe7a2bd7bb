"""Who gave money, read from the names of funding: a judgement of the editors, marked as such."""

from __future__ import annotations

import re
from collections.abc import Iterable

OTHERS = "andere"
# Federal urban development funding, which Bund and Land always pay together.
BOTH = (
    r"|(?<!Experimentelle )Städtebauförderung|Städtebaulicher Denkmalschutz"
    r"|(?<!\(IBA\) )Stadtumbau\b|\bLebendige Zentren\b"
)
LEVELS = {
    "bund": re.compile(
        r"\bBund\b|\bBundes(?!land|stiftung|verband)"
        r"|\bNationale (Stadtentwicklungspolitik|Projekte)|\bModellvorhaben der Raumordnung\b"
        + BOTH
    ),
    "land": re.compile(
        r"\bFreistaat|\bLand(es)? [A-ZÄÖÜ]|\bLandes(?!stiftung|verband)|\bTMIL\b|Staatskanzlei"
        r"|ministerium (des|Brandenburg)|\bAmt für ländliche Entwicklung" + BOTH
    ),
    "eu": re.compile(r"\bEU\b|Europäische|\bEFRE\b|\bELER\b|\bLEADER\b"),
}
"""Words by which a name tells its level, a key of the closed list ``ebene``."""


def levels_of(names: Iterable[str]) -> tuple[str, ...]:
    """Return the levels that the names of a case's funding tell; empty if it has none.

    A name that tells no level counts as one of the others.
    """
    found: dict[str, None] = {}
    for name in names:
        told = [level for level, words in LEVELS.items() if words.search(name)]
        found |= dict.fromkeys(told or [OTHERS])
    return tuple(found)
