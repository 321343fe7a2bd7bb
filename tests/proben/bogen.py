"""A small project with a case, its form, and what people do to a form in Word."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from zipfile import ZipFile

from kompasswerk.docx.oxml.base import find_all, parse, serialized
from kompasswerk.docx.package import zipped
from kompasswerk.model.arten import ARTEN
from kompasswerk.publishing.fallbogen import looks_of
from kompasswerk.reading.files import load_bestand
from kompasswerk.redaktion.form_file import form_of

ROOT = Path(__file__).parents[2]
CASE = "bestpractice/alter-laden.md"
TEXT = """---
art: fall
titel: 'Alter Laden: neue Ideen'
# Diese Zeile gehört der Redaktion.
kurz: In Probstadt zog ein Verein in einen leeren Laden.
teaser:   Ein Verein, ein Laden und viel Farbe.
ort: Probstadt
land: Thüringen
ansatz: [umnutzung, zwischennutzung]
gebaeudetyp: [ladenlokal]
akteure: [verein, kommune]
zeitraum: {beginn: 2019, quelle: q1}   # Ende unbekannt
kosten:
  # zwei Posten
  - {wert: 1000, was: Farbe, quelle: q1}
  - {wert: 72362.50, was: "Holz, Nägel", stand: 2020-05, quelle: q2}
beleg: hoch
freigabe: entwurf
stand: 2026-11-27
quellen:
  q1: {titel: Ein Laden, herausgeber: Tagblatt, url: 'https://example.org/laden', jahr: 2020}
  q2: {titel: Abrechnung, herausgeber: Stadt Probstadt, fundstelle: 'Rathaus, Akte 7'}
---

## Ausgangslage

Der Laden stand *sieben Jahre* leer. {quelle}`q1`


## Vorgehen

Ein Verein mietete den Laden. {quelle}`q1,q2`

* **Erst** wurde gemalt,
* dann gebaut.

## Ergebnis

Der Laden ist offen. {quelle}`q1`

1. Mehr dazu [im ***Netz***](https://example.org/a?b=1&c=2), siehe {instrument}`zwischennutzung`.
   - Ein *Punkt* darunter {quelle}`q2`
2. Zuletzt die Zahlen:

| Jahr | Besuche |
|---|---:|
| 2020 | **10** |
| 2021 | 20 {quelle}`q2` |

### Wie es weiterging

Erste Zeile\\
zweite Zeile mit 5 * 3 und `Code`.

## Hürden und Lehren

Das Geld reichte knapp. {quelle}`q2`

## Übertragbarkeit

:::{tip}
Beginnen Sie klein.
:::

:::{naechster-schritt}
:wer: Bauamt
:was: Fragen Sie nach.
:::
"""
"""A case whose lines are written in several ways, all of them allowed."""


def project_in(folder: Path, files: Mapping[str, str] | None = None) -> Path:
    """Return a project with closed lists, templates and the case; ``files`` come on top."""
    for name in (
        *("kompass/listen.yaml", "_templates/neu/fall.md", "_templates/word/kompass.docx"),
        "kompass/instrumente/zwischennutzung.md",
        "kompass/schritte/nutzungen-entwickeln.md",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, folder / name)
    for name, text in ({CASE: TEXT} if files is None else files).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())
    return folder


def form_in(root: Path, target: Path, page: str = CASE) -> Path:
    """Write the form of a page, that of a new case for an empty name, and return its path."""
    loaded = load_bestand(root)
    found = next((each for each in loaded.pages if each.path == page), None)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(form_of(loaded, ARTEN["fall"], found, looks_of(root)))
    return target


def changed(source: Path, target: Path, *changes: Callable[[str], str]) -> Path:
    """Write a copy of a form whose ``document.xml`` went through these changes."""
    return repacked(source, target, {"word/document.xml": in_turn(*changes)})


def repacked(source: Path, target: Path, parts: Mapping[str, Callable[[str], str]]) -> Path:
    """Write a copy of a package with changed parts; a new part begins as an empty text."""
    with ZipFile(source) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    for name, change in parts.items():
        files[name] = change(files.get(name, b"").decode()).encode()
    target.write_bytes(zipped(files))
    return target


def in_turn(*changes: Callable[[str], str]) -> Callable[[str], str]:
    def all_of(text: str) -> str:
        for change in changes:
            text = change(text)
        return text

    return all_of


def instead(old: str, new: str) -> Callable[[str], str]:
    """Return a change that needs to find what it replaces."""

    def change(text: str) -> str:
        assert text.count(old) == 1, f"{text.count(old)} times: {old}"
        return text.replace(old, new)

    return change


def typed(**answers: str) -> Callable[[str], str]:
    """Return a change that types into fields of the form of a case: ``ort="Jena"``.

    ``quellen_1_titel`` is a column in a row; ``ansatz=`` with numbers ticks boxes.
    """
    return lambda text: _typed(text, answers)


def _typed(text: str, answers: Mapping[str, str]) -> str:
    root = parse(text.encode())
    for key, value in answers.items():
        table, _, rest = key.partition("_")
        row, _, column = rest.partition("_")
        place = f"fallbogen.{table}[{row}].{column}" if column else f"fallbogen.{key}"
        boxes = (
            value.split() if value.replace(" ", "").isdigit() and _has_boxes(root, place) else []
        )
        for number in boxes:
            _tick(root, f"{place}#{number}")
        if not boxes:
            _write(root, place.replace("_", "-"), value)
    return serialized(root).decode()


def _has_boxes(root: object, place: str) -> bool:
    return bool(find_all(root, f"//w:sdt[w:sdtPr/w:tag[@w:val='{place}#1']]"))


def _tick(root: object, tag: str) -> None:
    (box,) = find_all(root, f"//w:sdt[w:sdtPr/w:tag[@w:val='{tag}']]")
    (state,) = find_all(box, ".//w14:checked")
    state.set(next(iter(state.attrib)), "1")
    (sign,) = find_all(box, ".//w:t")
    sign.text = "☒"


def _write(root: object, tag: str, value: str) -> None:
    (control,) = find_all(root, f"//w:sdt[w:sdtPr/w:tag[@w:val='{tag}']]")
    for hint in find_all(control, ".//w:showingPlcHdr"):
        hint.getparent().remove(hint)
    first, *more = find_all(control, ".//w:t")
    first.text = value
    for each in more:
        each.text = ""
