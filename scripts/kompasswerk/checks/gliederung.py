"""Rules about headings and about how a page ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..reading.body import BlockKind, Heading
from ..reading.wording import nearest, quoted, way_out
from .registry import Found, Stock, Subject, page_rule

NEXT_STEP = "naechster-schritt"
_GUIDANCE = ("instrument", "programm", "schritt")


@page_rule("ueberschrift-eins", "Keine Überschrift mit einer Raute")
def first_level(subject: Subject, stock: Stock) -> Iterator[Found]:
    """Die Hauptüberschrift entsteht aus „titel“; im Text beginnen Überschriften mit „##“."""
    for heading in subject.body.headings:
        if heading.level == 1:
            message = "Die Überschrift hat nur eine Raute. Bitte „##“ schreiben oder löschen."
            yield Found(heading.line, heading.text, message)


@page_rule("ueberschrift-sprung", "Überschriften überspringen keine Ebene")
def skipped_level(subject: Subject, stock: Stock) -> Iterator[Found]:
    """Nach „##“ folgt „###“, nicht „####“: Vorleseprogramme und PDF/UA brauchen jede Ebene."""
    above = 1
    for heading in subject.body.headings:
        if heading.level > above + 1:
            right = "#" * (above + 1)
            message = f"Die Überschrift überspringt eine Ebene. Bitte „{right}“ schreiben."
            yield Found(heading.line, heading.text, message)
        above = heading.level


@page_rule("ueberschriften", "Feste Überschriften stehen vollständig und in Reihenfolge da")
def fixed_headings(subject: Subject, stock: Stock) -> Iterator[Found]:
    """Fälle, Pilotprojekte und Instrumente haben feste Überschriften mit „##“.

    Eigene beginnen mit „###“. Vor der ersten Überschrift steht kein Text.
    """
    loaded = subject.loaded
    if loaded.art is None or not loaded.art.headings:
        return
    fixed = loaded.art.headings
    found = [heading for heading in subject.body.headings if heading.level == 2]
    first = next(iter(subject.body.flows[0]), None) if subject.body.flows else None
    if first is not None and first.kind is not BlockKind.HEADING:
        message = f"Text vor der ersten Überschrift. Bitte unter „## {fixed[0]}“ schreiben."
        yield Found(first.line, "", message)
    meant = _meant([heading.text for heading in found], fixed)
    yield from _foreign_and_double(found, meant, fixed)
    for name in fixed:
        if name not in meant:
            message = f"Die Überschrift „## {name}“ fehlt. Bitte mit Text ergänzen."
            yield Found(loaded.body_line, name, message)
    yield from _out_of_order(found, meant, fixed)


@page_rule("naechster-schritt", "Anleitungen enden mit dem nächsten Schritt")
def next_step(subject: Subject, stock: Stock) -> Iterator[Found]:
    """Instrumente und Schritte sagen am Schluss, wer was bis wann tut.

    Dafür steht ein Baustein „naechster-schritt“ als Letztes auf der Seite.
    """
    art = subject.loaded.art
    if art is None or art.key not in _GUIDANCE:
        return
    steps = [d.line for d in subject.body.directives if d.name == NEXT_STEP]
    if not steps:
        message = f"Der nächste Schritt fehlt. Bitte am Ende „:::{{{NEXT_STEP}}}“ ergänzen."
        yield Found(subject.loaded.body_line, "", message)
        return
    last = subject.body.flows[0][-1] if subject.body.flows[0] else None
    if last is not None and last.line > steps[-1]:
        message = "Nach dem nächsten Schritt folgt noch Text. Bitte davor schreiben."
        yield Found(last.line, last.section, message)


def _meant(texts: Sequence[str], fixed: Sequence[str]) -> list[str | None]:
    """Return for each heading the fixed one that it is or most likely should be."""
    meant: list[str | None] = [text if text in fixed else None for text in texts]
    for index, text in enumerate(texts):
        if meant[index] is None:
            meant[index] = nearest(text, [name for name in fixed if name not in meant])
    return meant


def _foreign_and_double(
    found: Sequence[Heading], meant: Sequence[str | None], fixed: Sequence[str]
) -> Iterator[Found]:
    seen: set[str] = set()
    for heading, name in zip(found, meant, strict=True):
        if heading.text not in fixed:
            known = fixed if name is None else (name,)
            help_text = way_out(heading.text, known)
            message = f"{quoted(heading.text)} ist hier keine feste Überschrift. {help_text}"
            yield Found(heading.line, heading.text, f"{message} Eigene beginnen mit „###“.")
        elif heading.text in seen:
            message = "Die Überschrift steht schon weiter oben. Bitte zusammenführen."
            yield Found(heading.line, heading.text, message)
        seen.add(heading.text)


def _out_of_order(
    found: Sequence[Heading], meant: Sequence[str | None], fixed: Sequence[str]
) -> Iterator[Found]:
    """Yield the one heading that comes too early or too late, if the order is wrong at all."""
    first = {name: index for index, name in reversed(list(enumerate(meant))) if name is not None}
    order = sorted(first, key=lambda name: first[name])
    right = [name for name in fixed if name in first]
    for name, expected in zip(order, right, strict=True):
        if name != expected:
            listed = ", ".join(fixed)
            heading = found[first[name]]
            message = f"Die Reihenfolge stimmt nicht. Bitte so ordnen: {listed}."
            yield Found(heading.line, heading.text, message)
            return
