"""A small website with five cases and a catalogue, for tests that count by hand."""

from __future__ import annotations

from pathlib import Path

from beispiele import SCHRITT, fall
from echtes_handbuch import build_website

CASES = (
    # title, approaches, place, state, inhabitants, buildings, first year
    ("Ärztehaus", "umnutzung", "Zeitz", "Sachsen-Anhalt", 27000, "wohnhaus", 2012),
    ("Bibliothek der Bücher", "umnutzung", "Luckenwalde", "Brandenburg", 21000, "bahnhof", 2005),
    ("Läden auf Zeit", "zwischennutzung", "Altena", "Hessen", 17000, "ladenlokal", 2021),
    ("Markt der Ideen", "zwischennutzung, ankauf-durch-kommune", "Pößneck", "Thüringen", 12000,
     "ladenlokal, wohnhaus", 2015),
    ("Offene Tür", "gemeinschaftsinitiative", "Weida", "Thüringen", None, "wohnhaus", None),
)  # fmt: skip
START = "# Probe\n\n```{toctree}\nbestpractice/index\nkompass/schritte/bestand-erfassen\n```\n"
PAGE = """# Fälle

## Alle Fälle

:::{katalog}
:als: facetten
:::

## Ansatz und Gebäude

:::{matrix}
:::

```{toctree}
:hidden:
:glob:
*
```
"""


def cases() -> dict[str, str]:
    """Return the five cases by path: ``bestpractice/fall-1.md`` to ``fall-5.md``."""
    return {
        f"bestpractice/fall-{number}.md": _case(*case) for number, case in enumerate(CASES, start=1)
    }


def _case(
    titel: str, ansatz: str, ort: str, land: str, zahl: int | None, typ: str, jahr: int | None
) -> str:
    text = fall(titel, ansatz).replace("Läden werden auf Zeit vermietet.", "Sie hilft der Stadt.")
    text = text.replace("ort: Musterstadt\nland: Thüringen", f"ort: {ort}\nland: {land}")
    text = text.replace("gebaeudetyp: [ladenlokal]", f"gebaeudetyp: [{typ}]")
    people = f"einwohner: {{wert: {zahl}, stand: 2024-12-31, quelle: q1}}\n" if zahl else ""
    text = text.replace("einwohner: {wert: 12345, stand: 2024-12-31, quelle: q1}\n", people)
    years = f"{{beginn: {jahr}, quelle: q1}}" if jahr else "{ende: 2020, quelle: q1}"
    return text.replace("{beginn: 2020, laufend: ja, quelle: q1}", years)


def pages() -> dict[str, str]:
    """Return all pages of the website by path."""
    return {
        "index.md": START,
        "bestpractice/index.md": PAGE,
        "kompass/schritte/bestand-erfassen.md": SCHRITT.replace("laden-auf-zeit", "fall-1"),
        **cases(),
    }


def build_catalogue(work: Path) -> Path:
    """Build the website with settings and look of the handbook; return its folder."""
    return build_website(work, pages())
