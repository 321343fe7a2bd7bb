"""The command line in German: what ``argparse`` says of wrong use, and the headings of its help."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from ..reading.wording import nearest

Said = Callable[[re.Match[str]], str]


class Arguments(argparse.ArgumentParser):
    """A parser that speaks German, as do those of its commands.

    Who uses it wrongly reads one sentence and how to go on; the exit code is 2.
    """

    def __init__(self, **settings: Any) -> None:
        settings.setdefault("formatter_class", _Help)
        super().__init__(**settings, add_help=False)
        self._positionals.title, self._optionals.title = "Angaben", "Möglichkeiten"
        self.add_argument("-h", "--help", action="help", help="diese Hilfe zeigen")

    def error(self, message: str) -> Any:
        """Print a sentence and end with 2."""
        self.exit(2, f"{in_german(message)}\nAlle Möglichkeiten: {self.prog} --help\n")


class _Help(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Aufruf: " if prefix is None else prefix)


def day(text: str) -> date:
    """Return an ISO day; argparse shows the German sentence for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = f"„{text}“ ist kein Datum. Bitte so: 2026-12-31."
        raise argparse.ArgumentTypeError(message) from error


def in_german(message: str) -> str:
    """Return what ``argparse`` says as a German sentence; one that nobody knows stays."""
    for pattern, said in _SENTENCES:
        match = pattern.fullmatch(message)
        if match is not None:
            return said(match)
    return message


def _choice(match: re.Match[str]) -> str:
    name, value, choices = match.groups()
    known = re.findall(r"[\w-]+", choices)
    near = nearest(value, known)
    hint = f" Meinen Sie „{near}“?" if near else ""
    return f"{name}: „{value}“ gibt es nicht.{hint} Möglich ist: {', '.join(known)}."


_SENTENCES: tuple[tuple[re.Pattern[str], Said], ...] = tuple(
    (re.compile(pattern, re.DOTALL), said)
    for pattern, said in (
        (r"argument (.+?): invalid choice: '?(.*?)'? \(choose from (.+)\)", _choice),
        (r"the following arguments are required: (.+)", lambda m: f"Es fehlt: {m[1]}."),
        (r"unrecognized arguments: (.+)", lambda m: f"Das ist unbekannt: {m[1]}."),
        (
            r"argument (.+?): not allowed with argument (.+)",
            lambda m: f"{m[1]} und {m[2]} gehen nicht zusammen.",
        ),
        (r"one of the arguments (.+) is required", lambda m: f"Eine Angabe davon fehlt: {m[1]}."),
        (r"argument (.+?): expected .+ arguments?", lambda m: f"Hinter {m[1]} fehlt die Angabe."),
        (r"argument (.+?): invalid .+ value: (.+)", lambda m: f"{m[1]}: {m[2]} passt hier nicht."),
        (
            r"ambiguous option: (.+) could match (.+)",
            lambda m: f"{m[1]} ist mehrdeutig: {m[2]}.",
        ),
        (
            r"argument (.+?): ignored explicit argument (.+)",
            lambda m: f"{m[1]} hat keine Angabe hinter sich: {m[2]}.",
        ),
        (r"argument (.+?): (.+)", lambda m: f"{m[1]}: {m[2]}"),
    )
)
