"""The command ``stand``: what is missing, what is due, what to look for next."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from ..buch.placing import replace_file
from ..formular.towns import Places
from ..model import german
from ..reading.files import Loaded, load_bestand
from ..redaktion.stand.bestandsstand import Redaktionsstand, pages_of, state_of
from ..redaktion.stand.eintrag import kind_words, step_words
from ..redaktion.stand.linkstand import DamagedStateError, read_state
from ..redaktion.stand.luecken import Nachfrage, demand_of
from ..redaktion.stand.tafel import demand_words
from ..redaktion.stand.woche import FILE as FEED
from .build import OUTPUT, SITE
from .evaluate import collect

DONE, FINDINGS, WRONG_USE = 0, 1, 2
FOLDER = "stand"
SHOWN = 10
Runner = Callable[[Callable[[Path], int], argparse.Namespace], int]


@dataclass(frozen=True)
class Wish:
    """The day of the state, and the folder of answers that weighs the gaps, ``None`` for none."""

    tag: date
    ruecklauf: Path | None = None


def add_state(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], in_project: Runner
) -> None:
    """Add the command ``stand``."""
    parser = commands.add_parser("stand", help="was fehlt, was fällig ist, was die AG sucht")
    parser.add_argument(
        "--stichtag", type=_day, metavar="JJJJ-MM-TT", help="Tag des Stands, sonst heute"
    )
    parser.add_argument(
        "--ruecklauf", type=Path, metavar="ORDNER", help="Ergebnisse von „einlesen“, für die Lücken"
    )
    parser.add_argument("--wurzel", type=Path, metavar="DIR", help="Projektordner")
    parser.set_defaults(command=partial(_run, in_project))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = f"„{text}“ ist kein Datum. Bitte so: 2026-12-31."
        raise argparse.ArgumentTypeError(message) from error


def _run(in_project: Runner, options: argparse.Namespace) -> int:
    # The folder is meant from where the command was typed, not from the project's folder.
    folder = options.ruecklauf.resolve() if options.ruecklauf else None
    wish = Wish(options.stichtag or date.today(), folder)
    return in_project(partial(stand, wish=wish), options)


def stand(root: Path, *, wish: Wish) -> int:
    """Print a summary, write spreadsheet and feed, and say where they lie.

    1 if a file could not be read and was left out, 2 for a folder without any.
    """
    loaded = load_bestand(root)
    demand, refused = Nachfrage(), False
    if wish.ruecklauf is not None:
        found = _demand(wish.ruecklauf, loaded)
        if found is None:
            return WRONG_USE
        demand, refused = found
    try:
        dead = read_state(root)
    except DamagedStateError as error:
        print(error, file=sys.stderr)
        dead, refused = {}, True
    state = state_of(pages_of(loaded), loaded.vocabulary, wish.tag, demand, dead)
    print(summary(state))
    folder = root / OUTPUT / FOLDER
    outputs = {
        f"redaktionsstand-{wish.tag.isoformat()}.xlsx": state.workbook(inside=True),
        FEED: state.feed(lambda seite: f"../{SITE}/{seite}.html"),
    }
    print()
    for name, blob in outputs.items():
        replace_file(folder / name, blob)
        print((folder / name).relative_to(root).as_posix())
    return FINDINGS if refused else DONE


def _demand(folder: Path, loaded: Loaded) -> tuple[Nachfrage, bool] | None:
    """Return what towns ask for and whether files were left out; ``None`` without any answer."""
    if not folder.is_dir():
        print(f"Den Ordner „{folder}“ gibt es nicht. Bitte den Namen prüfen.", file=sys.stderr)
        return None
    collected, refused = collect(folder, loaded, Places.of(loaded.bestand, loaded.vocabulary))
    for message in (*refused, *collected.hinweise):
        print(message, file=sys.stderr)
    if not collected.files:
        print(f"In „{folder}“ liegen keine Antworten als JSON.", file=sys.stderr)
        return None
    return demand_of(collected, loaded.vocabulary), bool(refused)


def summary(state: Redaktionsstand) -> str:
    """Return the state in lines for a screen: numbers, what is due, what to look for."""
    rows = state.eintraege
    counts = [
        f"{label}: {sum(row.freigabe == key for row in rows)}"
        for key, label in ((c.key, c.name) for c in state.vocabulary.lists.get("freigabe", ()))
    ]
    due = [row for row in rows if row.due_within_a_week(state.tag)]
    due.sort(key=lambda row: (row.faellig or state.tag, row.seite))
    lines = [
        f"Redaktionsstand am {german.date(state.tag.isoformat())}: {len(rows)} Seiten",
        ", ".join(counts),
        f"Offene Punkte: {sum(len(row.offen) for row in rows)}, "
        f"zu erneuern: {len(state.altes)} Links und Zahlen, "
        f"seit zwei Jahren nicht geprüft: {sum(row.ungeprueft for row in rows)}",
        "",
        f"Diese Woche fällig oder überfällig: {len(due)}",
        *(
            f"  {german.date(str(row.faellig))}: {kind_words(row.art)} „{row.titel}“. "
            f"{step_words(row.schritt, state.vocabulary)}: {row.fragen}"
            for row in due[:SHOWN]
        ),
        *([f"  und {len(due) - SHOWN} weitere, siehe Tabelle"] if len(due) > SHOWN else []),
        "",
        f"Wonach die AG als Nächstes sucht ({len(state.luecken)} Lücken)",
        demand_words(state.nachfrage, state.vocabulary),
        *(f"  {line}" for line in _gaps(state)),
    ]
    return "\n".join(lines)


def _gaps(state: Redaktionsstand) -> list[str]:
    label = state.vocabulary.label
    return [
        f"{label('ansatz', gap.ansatz)}, {label('gebaeudetyp', gap.gebaeudetyp)}, "
        f"{label('groessenklasse', gap.groesse)}"
        for gap in state.luecken[:SHOWN]
    ]
