"""Rules about ``kompass/objektpfad.yaml``: each building has an answer, each rule is used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..model.arten import ARTEN
from ..model.objektpfad import QUESTIONS, Objekt, Objektpfad, chosen, first, objects
from ..model.seiten import Instrument
from ..model.vocabulary import Vocabulary
from ..reading.files import OBJEKTPFAD
from ..reading.wording import quoted, way_out
from .registry import Found, Stock, stock_rule

ALWAYS = ("anrufe", "instrumente", "briefe", "blaetter")
"""Sections in which every building needs a rule."""


@stock_rule("objektpfad-verweis", "Der Objektpfad nennt Seiten, die es gibt")
def names_pages(stock: Stock) -> Iterator[Found]:
    """Instrumente und Blätter stehen mit ihrer Kennung da, dem Dateinamen ohne „.md“."""
    for entry in stock.objektpfad.entries:
        kind = entry.field.refers_to
        if kind and isinstance(entry.value, str) and entry.value not in stock.slugs[kind]:
            hint = way_out(entry.value, stock.slugs[kind])
            message = f"{ARTEN[kind].label} {quoted(entry.value)} gibt es nicht. {hint}"
            yield Found(entry.line, entry.key, message, OBJEKTPFAD)


@stock_rule("objektpfad-vollstaendig", "Der Objektpfad hat für jedes Gebäude eine Antwort")
def answers_all(stock: Stock) -> Iterator[Found]:
    """Jede Verbindung aus Gebäude, Lage und Zustand braucht eine Regel in jedem Abschnitt.

    Nennt keine Instrumentenseite Gebäude und Lage zugleich, sagt das eine Regel unter „luecken“.
    """
    pfad = stock.objektpfad.pfad
    if pfad is None:
        return
    every = tuple(objects(stock.vocabulary))
    for section in ALWAYS:
        missing = [each for each in every if first(getattr(pfad, section), each) is None]
        yield from _missing(section, missing, stock.vocabulary, "Bitte eine Regel ergänzen.")
    pages = _instruments(stock)
    undeclared = [
        each
        for each in every
        if first(pfad.instrumente, each) is not None
        and not any(wahl.passt for wahl in chosen(pfad.instrumente, pages, each))
        and first(pfad.luecken, each) is None
    ]
    way = "Bitte ein passendes Instrument nennen oder unter „luecken“ sagen, dass keines passt."
    yield from _missing("luecken", undeclared, stock.vocabulary, way)


@stock_rule("objektpfad-unerreichbar", "Jede Regel des Objektpfads kommt vor")
def all_reached(stock: Stock) -> Iterator[Found]:
    """Es gilt die erste Regel, die passt: Ausnahmen stehen oben, das Allgemeine steht unten.

    Ein Instrument, das nie unter die ersten drei kommt, und eine Lücke, die keine ist, gehören weg.
    """
    pfad = stock.objektpfad.pfad
    if pfad is None:
        return
    every = tuple(objects(stock.vocabulary))
    for section in ALWAYS:
        rules = getattr(pfad, section)
        used = {id(first(rules, each)) for each in every}
        for rule in rules:
            if id(rule) not in used:
                message = "Diese Regel gilt nie, frühere kommen ihr zuvor. Bitte höher oder weg."
                yield Found(rule.zeile, section, message, OBJEKTPFAD)
    yield from _never_shown(pfad, _instruments(stock), every)
    yield from _no_gaps(pfad, _instruments(stock), every)


def _never_shown(
    pfad: Objektpfad, pages: Mapping[str, Instrument], every: Iterable[Objekt]
) -> Iterator[Found]:
    shown = {id(wahl.mittel) for each in every for wahl in chosen(pfad.instrumente, pages, each)}
    for rule in pfad.instrumente:
        for mittel in rule.mittel:
            if id(mittel) not in shown and mittel.instrument in pages:
                message = (
                    f"{quoted(mittel.instrument)} kommt hier nie unter die ersten drei. "
                    "Bitte höher setzen oder streichen."
                )
                yield Found(rule.zeile, "instrumente", message, OBJEKTPFAD)


def _no_gaps(
    pfad: Objektpfad, pages: Mapping[str, Instrument], every: Iterable[Objekt]
) -> Iterator[Found]:
    gaps = [e for e in every if not any(w.passt for w in chosen(pfad.instrumente, pages, e))]
    used = {id(first(pfad.luecken, each)) for each in gaps}
    for rule in pfad.luecken:
        if id(rule) not in used:
            message = "Hier ist keine Lücke: Ein Instrument passt. Bitte die Zeile löschen."
            yield Found(rule.zeile, "luecken", message, OBJEKTPFAD)


def _missing(
    section: str, missing: Sequence[Objekt], vocabulary: Vocabulary, way: str
) -> Iterator[Found]:
    if missing:
        example = _said(missing[0], vocabulary)
        few = len(missing) == 1
        count = "eine Verbindung" if few else f"{len(missing)} Verbindungen"
        named = "nämlich" if few else "zum Beispiel"
        message = f"Für {count} fehlt eine Antwort, {named} {example}. {way}"
        yield Found(1, section, message, OBJEKTPFAD)


def _said(objekt: Objekt, vocabulary: Vocabulary) -> str:
    return " · ".join(
        vocabulary.label(liste, getattr(objekt, name)) for name, liste in QUESTIONS.items()
    )


def _instruments(stock: Stock) -> dict[str, Instrument]:
    pages = (each.page for each in stock.pages)
    return {page.slug: page for page in pages if isinstance(page, Instrument)}
