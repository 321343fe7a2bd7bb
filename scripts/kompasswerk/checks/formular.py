"""Rules about the fields of worksheets."""

from __future__ import annotations

from collections.abc import Iterator

from ..reading.body import Directive
from ..reading.formular import DIRECTIVES, read_field
from ..reading.wording import quoted
from .registry import Found, Stock, Subject, page_rule


@page_rule("feld", "Felder eines Arbeitsblatts sind richtig beschrieben")
def described(subject: Subject, stock: Stock) -> Iterator[Found]:
    """Jedes Feld hat einen Schlüssel, eine Beschriftung und eine bekannte Art.

    Schlüssel bleiben für immer: An ihnen erkennt das Programm, wohin eine Antwort gehört.
    """
    for directive in _fields(subject):
        _, problems = read_field(
            directive.name,
            directive.argument,
            directive.options,
            directive.content,
            stock.vocabulary,
            directive.skipped + 1,
        )
        for problem in problems:
            yield Found(directive.line + problem.offset, directive.argument, problem.message)


@page_rule("feld-doppelt", "Jedes Feld steht auf seinem Blatt nur einmal")
def twice(subject: Subject, stock: Stock) -> Iterator[Found]:
    """Zwei Felder mit demselben Schlüssel ließen sich beim Auswerten nicht unterscheiden."""
    seen: dict[str, int] = {}
    for directive in _fields(subject):
        first = seen.setdefault(directive.argument, directive.line)
        if first != directive.line:
            message = f"Das Feld {quoted(directive.argument)} steht schon in Zeile {first}."
            yield Found(directive.line, directive.argument, f"{message} Bitte umbenennen.")


@page_rule("feld-ort", "Felder stehen auf Arbeitsblättern")
def on_a_sheet(subject: Subject, stock: Stock) -> Iterator[Found]:
    """Nur Arbeitsblätter kommen ausgefüllt zurück; anderswo gingen Antworten verloren."""
    art = subject.loaded.art
    if art is None or art.key == "arbeitsblatt":
        return
    for directive in _fields(subject):
        message = "Felder gehören auf ein Arbeitsblatt. Bitte dorthin verschieben."
        yield Found(directive.line, directive.argument, message)


def _fields(subject: Subject) -> Iterator[Directive]:
    return (each for each in subject.body.directives if each.name in DIRECTIVES)
