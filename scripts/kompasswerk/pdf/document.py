"""The whole book as Typst source, and the values that its template reads."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from itertools import takewhile
from typing import TypeGuard

from ..buch.blocks import Block, Book, Part, Section
from ..model.gestaltung import Gestaltung
from . import boxes, flow, forms, inline, pictures, tables
from .emit import boxed, flow as blocks, item, line
from .fonts import EMBEDDED
from .inline import without_asides
from .marks import end_mark, settle
from .place import Place
from .syntax import array, boolean, call, comment, content, dictionary, language, optional, string
from .walk import plain

EMITTERS = (boxes, flow, forms, inline, pictures, tables)
"""Modules that register with ``emit``; named here so that they are imported."""

LISTS = ("figures", "tables", "listings")
NOTE_ROLES = ("body", "note")


def source(book: Book, place: Place, *, cover: bool) -> str:
    """Return the main Typst file."""
    notes = {
        note: item(children, replace(place, contained=True, where=f"Fußnote {note}"), NOTE_ROLES)
        for note, children in book.notes.items()
    }
    imprint = optional(boxed(book.imprint, place))
    pieces = ['#import "kompass.typ": *', "#show: book"]
    if cover:
        pieces += ["#cover()", call("imprint", imprint)]
    if cover and book.contents_depth > 0:
        pieces.append("#contents()")
    if cover:
        pieces += [call("list-of", string(kind)) for kind in book.lists if kind in LISTS]
    pieces += [_part(part, place, duplex=cover) for part in book.parts]
    if not cover:
        pieces.append(call("colophon", imprint))
    pieces += [end_mark(), "#closing()"]
    return settle("\n".join(pieces) + "\n", notes, at_end=book.notes_at == "end")


def _part(part: Part, place: Place, *, duplex: bool) -> str:
    if not place.shows(plain(part.title)):
        return place.anchor(part.anchors) + blocks(part.children, place)
    title, asides = without_asides(part.title)
    where = plain(part.title)
    inside = replace(place, shift=1, heading=1, where=where)
    opening = tuple(takewhile(lambda block: not isinstance(block, Section), part.children))
    head = call(
        "part",
        content(line(title, replace(place, linked=True))),
        number=place.literal(part.number) if part.number else None,
        aside=optional(line(asides, place)),
        mark=place.mark(part.anchors),
        opening=optional(boxed(opening, inside)),
        duplex=boolean(duplex),
        chapters=array(_chapter(each, place) for each in part.children if _is_listed(each, place)),
    )
    return f"{comment(where)}{head}\n{blocks(part.children[len(opening) :], inside)}"


def _is_listed(block: Block, place: Place) -> TypeGuard[Section]:
    return (
        isinstance(block, Section)
        and block.in_contents
        and any(name in place.labels for name in block.anchors)
    )


def _chapter(section: Section, place: Place) -> str:
    """Return number, title and label of a chapter for the page that opens its part."""
    title, _ = without_asides(section.title)
    return dictionary(
        {
            "number": place.literal(section.number or ""),
            "title": content(line(title, replace(place, linked=True))),
            "label": string(next(place.labels[n] for n in section.anchors if n in place.labels)),
        }
    )


def values(book: Book, place: Place, gestaltung: Gestaltung, timestamp: int | None) -> str:
    """Return the file ``werte.typ``: design tokens, words and what the book says of itself."""
    return "\n".join(
        (
            _let("farben", {k: f"rgb({string(v)})" for k, v in gestaltung.farben.items()}),
            _let("schrift", _families(gestaltung, place)),
            _let("groessen", {k: f"{v:g}pt" for k, v in gestaltung.groessen.items()}),
            _let("abstaende", {k: f"{v:g}mm" for k, v in gestaltung.abstaende.items()}),
            _let("woerter", {k: string(v) for k, v in asdict(place.words).items()}),
            _let("angaben", _facts(book, place, timestamp)),
            "",
        )
    )


def _families(gestaltung: Gestaltung, place: Place) -> dict[str, str]:
    """Return the font names; ``folge`` are those of running text, in the order of asking."""
    named = {key: string(name) for key, name in gestaltung.schrift.items()}
    order = (gestaltung.schrift["pdf"], *place.families, *EMBEDDED)
    return {**named, "folge": array(map(string, order))}


def _facts(book: Book, place: Place, timestamp: int | None) -> dict[str, str]:
    spoken, region = language(book.language) or ("de", None)
    return {
        "titel": place.literal(book.title.strip() or "Ohne Titel"),
        "untertitel": place.literal(book.subtitle),
        "autor": place.literal(book.author),
        "ausgabe": place.literal(book.edition),
        "stichworte": array(place.literal(word) for word in book.keywords),
        "sprache": string(spoken),
        "region": string(region) if region else "none",
        "datum": _moment(book, timestamp),
    }


def _moment(book: Book, timestamp: int | None) -> str:
    if timestamp is None:
        day = date.fromisoformat(book.date)
        return f"datetime(year: {day.year}, month: {day.month}, day: {day.day})"
    now = datetime.fromtimestamp(timestamp, UTC)
    return (
        f"datetime(year: {now.year}, month: {now.month}, day: {now.day}, "
        f"hour: {now.hour}, minute: {now.minute}, second: {now.second})"
    )


def _let(name: str, entries: dict[str, str]) -> str:
    return f"#let {name} = {dictionary(entries)}"
