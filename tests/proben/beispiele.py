"""Small pages for tests, written by hand."""

from __future__ import annotations

FALL = """\
---
art: fall
titel: {titel}
kurz: Läden werden auf Zeit vermietet.
teaser: Die Stadt vermittelt leere Läden auf Zeit.
ort: Musterstadt
land: Thüringen
einwohner: {{wert: 12345, stand: 2024-12-31, quelle: q1}}
ansatz: [{ansatz}]
gebaeudetyp: [ladenlokal]
akteure: [kommune]
zeitraum: {{beginn: 2020, laufend: ja, quelle: q1}}
kosten:
  - {{wert: 44649, was: halbe Stelle, stand: 2020, quelle: q2}}
wirkung:
  - {{kennzahl: leere Läden, vorher: 20, nachher: 15, einheit: Läden, stand: 2023, quelle: q2}}
schritte: [bestand-erfassen]
beleg: hoch
freigabe: entwurf
stand: 2026-11-22
pruefen_bis: 2028-11-22
quellen:
  q1: {{titel: Bericht, herausgeber: Stadt Musterstadt, url: 'https://example.org/a', jahr: 2023}}
  q2: {{titel: Haushalt, herausgeber: Stadt Musterstadt, jahr: 2020, fundstelle: Seite 3}}
---

## Ausgangslage

Viele Läden standen leer. {{quelle}}`q1`

## Vorgehen

Eine Stelle vermittelt. {{quelle}}`q1,q2`

## Ergebnis

Fünf Läden sind belegt. {{quelle}}`q2`

## Hürden und Lehren

Ohne Eigentümer geht es nicht. {{quelle}}`q1`

## Übertragbarkeit

Für kleine Städte gut geeignet.
"""

SCHRITT = """\
---
art: schritt
titel: Bestand erfassen
kurz: Sie wissen, was leer steht.
nummer: 3
ziel: Eine Liste
freigabe: entwurf
stand: 2026-11-22
---

Siehe {fall}`laden-auf-zeit`.

:::{naechster-schritt}
:wer: Bauamt
:was: Gehen Sie durch die Hauptstraße.
:bis: in zwei Wochen
:::
"""


def fall(titel: str = "Laden auf Zeit", ansatz: str = "zwischennutzung") -> str:
    """Return a complete case."""
    return FALL.format(titel=titel, ansatz=ansatz)


def projekt() -> dict[str, str]:
    """Return a project with a start page, one case and one step."""
    return {
        "index.md": "# Probe\n\n```{toctree}\n:caption: Alles\nbestpractice/index\n"
        "kompass/schritte/bestand-erfassen\n```\n",
        "bestpractice/index.md": "# Fälle\n\n:::{katalog}\n:::\n\n"
        "```{toctree}\n:hidden:\n:glob:\n*\n```\n",
        "bestpractice/laden-auf-zeit.md": fall(),
        "kompass/schritte/bestand-erfassen.md": SCHRITT,
    }
