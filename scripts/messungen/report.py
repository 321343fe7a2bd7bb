"""The tables of ``ergebnisse.md``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from .results import Row
from .targets import Target, targets

HEADS = {
    "docx": (
        "Werkzeug", "Zeit", "Rechenzeit", "nur schreiben", "davor", "Speicher", "Größe",
        "Schemafehler",        "Links ins Leere", "verlorene Wörter", "Tabellen mit Kopfzeile",
        "Bilder mit Alternativtext",
    ),
    "pdf": (
        "Werkzeug", "Zeit", "Rechenzeit", "nur schreiben", "davor", "Speicher", "Größe", "Seiten",
        "Verstöße gegen PDF/UA-1", "Links ins Leere", "verlorene Wörter",
        "Bilder mit Alternativtext",
    ),
}  # fmt: skip
FORMATS = {"docx": "Word", "pdf": "PDF"}
NONE = "–"


def report(rows: Sequence[Row], facts: dict[str, Any], method: str) -> str:
    """Return the whole page: machine, targets, one table for each subject and format."""
    parts = ["# Messergebnisse", _machine(facts), "## Ziele", _targets(targets(rows))]
    for name in dict.fromkeys(row.subject for row in rows):
        own = [row for row in rows if row.subject == name]
        parts.append(f"## {name} ({own[0].origin})")
        for kind, title in FORMATS.items():
            of_kind = [row for row in own if row.format == kind]
            if of_kind:
                parts += [f"### {title}", table(HEADS[kind], map(cells, of_kind))]
    return "\n\n".join([*parts, method.strip()]) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table; bars inside of cells are escaped."""
    lines = [head, ["---"] * len(head), *rows]
    escaped = ([cell.replace("|", "\\|") for cell in line] for line in lines)
    return "\n".join(f"| {' | '.join(line)} |" for line in escaped)


def cells(row: Row) -> list[str]:
    """Return a row of the table of its format; one that failed says why in the second cell."""
    head = HEADS[row.format]
    if row.error:
        return [row.tool, row.error, *[NONE] * (len(head) - 2)]
    quality = row.quality
    common = [
        row.tool, seconds(row.seconds), seconds(row.cpu), seconds(row.inside),
        seconds(row.before or None),
        f"{row.peak:.0f} MB" if row.peak else NONE, size(row.size),
    ]  # fmt: skip
    dangling = of(quality, "dangling", "links")
    lost, pictures = number(quality, "lost"), of(quality, "described", "pictures")
    if row.format == "docx":
        tables = of(quality, "headed", "tables")
        return [*common, number(quality, "findings"), dangling, lost, tables, pictures]
    pages, ua1 = number(quality, "pages"), number(quality, "ua1")
    return [*common, pages, ua1, dangling, lost, pictures]


def seconds(value: float | None) -> str:
    """Return seconds as Germans write them."""
    return NONE if value is None else f"{value:.2f} s".replace(".", ",")


def size(value: int | None) -> str:
    """Return a size in kilobytes of 1000 bytes."""
    return NONE if value is None else f"{value / 1000:.0f} KB"


def number(quality: dict[str, int], name: str) -> str:
    """Return a count, or a dash if nobody could count."""
    return str(quality[name]) if name in quality else NONE


def of(quality: dict[str, int], part: str, whole: str) -> str:
    """Return „3 von 5“."""
    return f"{quality[part]} von {quality[whole]}" if part in quality else NONE


def _machine(facts: dict[str, Any]) -> str:
    versions = table(("Werkzeug", "Version"), facts["Versionen"].items())
    computer = table(("Rechner", ""), facts["Rechner"].items())
    return f"Gemessen am {facts['Datum']} mit `nox -s messen`.\n\n{computer}\n\n{versions}"


def _targets(found: Iterable[Target]) -> str:
    lines = [(each.goal, each.subject, each.measured, each.verdict) for each in found]
    return table(("Ziel", "Gegenstand", "gemessen", "Urteil"), lines)
