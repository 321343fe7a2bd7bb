"""A website with two worksheets, one of them with every kind of field."""

from __future__ import annotations

from pathlib import Path

from echtes_handbuch import build_website

HEAD = "stand: 2026-11-22\nfreigabe: entwurf\n"
SHEET = f"""---
art: arbeitsblatt
titel: Alle Arten
kurz: Ein Blatt mit jeder Art von Frage.
nummer: 1
schritt: bestand-erfassen
teilen: ja
{HEAD}---

:::{{feld}} stadt
:label: Stadt oder Gemeinde
:pflicht: ja
:teilen: ja
:::

:::{{feld}} lage
:label: Wie ist die Lage?
:art: langtext
:hilfe: Zwei Sätze genügen.
:::

:::{{feld}} stunden
:label: Wie viel Zeit haben Sie?
:art: zahl
:einheit: Stunden je Woche
:::

:::{{feld}} tag
:label: Ausgefüllt am
:art: datum
:::

:::{{feld}} beschluss
:label: Gibt es einen Beschluss?
:art: ja-nein
:::

:::{{feld}} auftrag
:label: 1. Gibt es einen Auftrag?
:art: auswahl
:werte: ja; teilweise; nein
:::

:::{{feld}} liste
:label: 2. Gibt es eine Liste?
:art: auswahl
:werte: ja; teilweise; nein
:::

:::{{feld}} klasse
:label: Wie groß ist die Stadt?
:art: auswahl
:werte: winzig; klein; mittel; größer; groß; riesig
:::

:::{{feld}} form
:label: Womit arbeiten Sie?
:art: mehrfach
:werte: Word; Browser; Papier
:::

:::{{feld}} note
:label: Wie verständlich ist das Blatt?
:art: skala
:::

:::{{feldtabelle}} gebaeude
:label: Gebäude
:zeilen: 2
:vorgaben: Rathaus

adresse: Adresse | text
flaeche: Fläche | zahl: m²
leer: Leer? | ja-nein
seit: Leer seit | datum
zustand: Zustand | auswahl: gut; schlecht
merkmale: Merkmale | mehrfach: G; Z
notiz: Notiz | langtext
:::
"""
SECOND = f"""---
art: arbeitsblatt
titel: Zweites Blatt
kurz: Noch ein Blatt.
nummer: 2
schritt: bestand-erfassen
{HEAD}---

:::{{feld}} objekt
:label: Objektnummer
:::

:::{{feld}} vorhaben
:label: Vorhaben
:::
"""
STEP = f"""---
art: schritt
titel: {{}}
kurz: Sie kommen weiter.
nummer: {{}}
ziel: Ein Ergebnis
{HEAD}---

Text.
"""
START = """# Probe

```{toctree}
kompass/schritte/auftrag-klaeren
kompass/schritte/bestand-erfassen
kompass/arbeitsblaetter/alle-arten
kompass/arbeitsblaetter/zweites
```
"""


def build_sheets(work: Path) -> Path:
    """Build the two sheets with settings and look of the handbook; return the website."""
    files = {
        "index.md": START,
        "kompass/schritte/auftrag-klaeren.md": STEP.format("Auftrag klären", 1),
        "kompass/schritte/bestand-erfassen.md": STEP.format("Bestand erfassen", 3),
        "kompass/arbeitsblaetter/alle-arten.md": SHEET,
        "kompass/arbeitsblaetter/zweites.md": SECOND,
    }
    return build_website(work, files)
