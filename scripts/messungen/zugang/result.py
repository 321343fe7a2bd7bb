"""The result of a run: a file of data, which the handbook shows, and a report."""

from __future__ import annotations

from typing import Any

from ..machine import machine
from . import axe, lighthouse, weight
from .findings import Finding
from .lighthouse import FORMS
from .measuring import (
    AXE,
    GERMAN,
    KEYBOARD,
    KEYBOARD_WIDTHS,
    LIGHTHOUSE,
    NU,
    PAGE,
    WEIGHT,
    Measured,
)
from .pages import GRID, SCHEMES, WIDTHS
from .programs import PACKAGES

FORMAT = "kompass-zugang"


def as_data(done: Measured, day: str) -> dict[str, Any]:
    """Return what ``zugang.json`` holds; ``day`` as ``2026-11-28``.

    The directive ``{zugangspruefung}`` shows ``tag``, ``pruefungen`` and ``befunde``.
    """
    return {
        "format": FORMAT,
        "ausgabe": "1",
        "tag": day,
        "rechner": machine(),
        "pruefungen": [
            dict(zip(("frage", "werkzeug", "umfang", "ergebnis"), row, strict=True))
            for row in _rows(done)
        ],
        "seitenarten": [_kind(done, kind.name, kind.address) for kind in done.kinds],
        "befunde": [
            {"seite": each.page, "regel": each.rule, "stelle": each.place, "abhilfe": each.remedy}
            for each in done.all_findings()
        ],
    }


def _rows(done: Measured) -> list[tuple[str, str, str, str]]:
    kinds, every = f"{len(done.kinds)} Seitenarten", f"alle {done.pages} Seiten"
    own = f"eigene Messung in Chromium {done.chromium}"
    states = f"{kinds} in je {len(GRID)} Zuständen: {_list(SCHEMES)}, jeweils {_px(WIDTHS)} breit"
    lowest = min(min(scores.points) for scores in done.scores.values())
    heaviest = max(each.kilobytes for each in done.weights.values())

    def said(check: str) -> str:
        count = len(done.findings[check])
        return "keine Befunde" if not count else "1 Befund" if count == 1 else f"{count} Befunde"

    return [
        ("Regeln der WCAG 2.0, 2.1 und 2.2 (A und AA) und gute Praxis, soweit ein Programm sie "
         "prüfen kann", f"axe-core {axe.version()}", states, said(AXE)),
        ("Bedienung allein mit der Tastatur: alles erreichbar, Fokus sichtbar und nicht verdeckt, "
         "keine Falle", own, f"{kinds}, {_px(KEYBOARD_WIDTHS)} breit", said(KEYBOARD)),
        ("Überschriften und Bereiche, kein seitliches Rollen, größere Textabstände, wenig "
         "Bewegung, Druck öffnet Zugeklapptes", own, kinds, said(PAGE)),
        ("Keine englischen Wörter in der Bedienung", "eigene Wortliste", every, said(GERMAN)),
        ("HTML ohne Fehler", f"Nu HTML Checker {PACKAGES['vnu-jar']}", every, said(NU)),
        (f"Tempo, Barrierefreiheit, gute Praxis, Auffindbarkeit: mindestens {lighthouse.LIMIT} "
         "von 100", f"Lighthouse {PACKAGES['lighthouse']}", f"{kinds}, {_list(tuple(FORMS))}",
         f"niedrigster Wert: {lowest}; {said(LIGHTHOUSE)}"),
        (f"Gewicht ohne Bilder: höchstens {weight.LIMIT} kB", own, kinds,
         f"schwerste Seite: {_german(heaviest)} kB; {said(WEIGHT)}"),
    ]  # fmt: skip


def _kind(done: Measured, name: str, address: str) -> dict[str, Any]:
    weighed = done.weights[name]
    count = sum(each.page.startswith(f"{name} (") for each in done.findings[AXE])
    return {
        "art": name,
        "adresse": address,
        "axe": count,
        "lighthouse": {form: list(done.scores[name, form].points) for form in FORMS},
        "kB": weighed.kilobytes,
        "suchverzeichnis_kB": weighed.index,
        "anfragen": weighed.requests,
    }


def as_report(data: dict[str, Any]) -> str:
    """Return the data as Markdown."""
    year, month, day = data["tag"].split("-")
    computer = data["rechner"]
    lines = [
        "# Zugang für alle: Messergebnisse",
        "",
        f"Gemessen am {day}.{month}.{year} mit `nox -s zugang`.",
        f"Rechner: {computer['Prozessor']}, {computer['Kerne']} Kerne.",
        "",
        "Lighthouse: Tempo / Barrierefreiheit / gute Praxis / Auffindbarkeit, je von 100. Ist das",
        "Tempo zu niedrig, gilt der Median aus drei Läufen. Der Server komprimiert.",
        "Gewicht: HTML, CSS und JavaScript, komprimiert, ohne Bilder. Die Suche ist ohne Anfrage",
        "gewogen und mit Lighthouse gemessen; ihr Verzeichnis zählt beim Gewicht nicht mit.",
        "",
        "| Frage | Werkzeug | Umfang | Ergebnis |",
        "|---|---|---|---|",
    ]
    lines += [f"| {' | '.join(each.values())} |" for each in data["pruefungen"]]
    head = ["Seitenart", "axe", *FORMS, "kB gz", "Anfragen"]
    lines += ["", f"| {' | '.join(head)} |", "|---" * len(head) + "|"]
    for each in data["seitenarten"]:
        points = [" / ".join(map(str, each["lighthouse"][form])) for form in FORMS]
        cells = [each["art"], str(each["axe"]), *points, _german(each["kB"]), str(each["anfragen"])]
        lines.append(f"| {' | '.join(cells)} |")
    lines += ["", "## Befunde", ""]
    found = [Finding(*each.values()) for each in data["befunde"]]
    lines += [f"- `{str(each).replace('`', '')}`" for each in found] or ["Keine."]
    return "\n".join(lines) + "\n"


def _list(names: tuple[str, ...]) -> str:
    return f"{', '.join(names[:-1])} und {names[-1]}"


def _px(widths: tuple[int, ...]) -> str:
    return f"{_list(tuple(map(str, widths)))} px"


def _german(number: float) -> str:
    return f"{number:.0f}"
