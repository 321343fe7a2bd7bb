"""Pages as cards: what stands on the card of each kind, short or for a catalogue with facets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from docutils import nodes as n

from ..model.seiten import Fall, Instrument, Programm, Seite
from ..model.vocabulary import Vocabulary
from .facetten import size_class
from .nodes import karte, karte_titel, karten
from .steckbrief import marke_of, page_link, paragraph

Blocks = list[n.Node]


def short_cards(docname: str, faelle: Iterable[Fall], vocabulary: Vocabulary) -> karten:
    """Return cases as cards with their teaser, for a few cases within a text and for paper."""
    cards = karten()
    for fall in faelle:
        size = size_class(fall, vocabulary)
        place = f"{fall.ort}, {fall.land}{f' · {size.name}' if size else ''}"
        labels = _labels(vocabulary, "ansatz", fall.ansatz, ", ")
        blocks: Blocks = [paragraph(place), paragraph(fall.teaser), paragraph(*labels)]
        cards += _card(docname, "fall", fall.slug, blocks)
    return cards


def catalogue_cards(
    docname: str, art: str, entries: Sequence[tuple[str, Seite]], vocabulary: Vocabulary
) -> karten:
    """Return all pages of a kind as cards that browsers can hide and order."""
    cards = karten()
    for seite, page in entries:
        cards += _card(docname, art, page.slug, CARDS[art](page, vocabulary), seite=seite)
    return cards


def _card(docname: str, art: str, slug: str, blocks: Blocks, **attributes: str) -> karte:
    card = karte(art=art, **attributes)
    title = karte_titel()
    title += page_link(docname, art, slug)
    card += title
    card += blocks
    return card


def _line(css: str, *children: n.Node | str) -> n.paragraph:
    line = paragraph(*children)
    line["classes"].append(css)
    return line


def _labels(
    vocabulary: Vocabulary, liste: str, keys: Sequence[str], between: str = " "
) -> list[n.Node | str]:
    labels: list[n.Node | str] = []
    for i, key in enumerate(keys):
        labels += [between] if i else []
        labels.append(marke_of(vocabulary, liste, key))
    return labels


def _names(vocabulary: Vocabulary, liste: str, keys: Sequence[str]) -> str:
    return ", ".join(vocabulary.label(liste, key) for key in keys)


def _of_fall(fall: Fall, vocabulary: Vocabulary) -> Blocks:
    size = size_class(fall, vocabulary)
    place = n.inline(fall.ort, fall.ort, classes=["ort"])
    return [
        _line("karte-kopf", place, f" · {size.name}" if size else ""),
        _line("karte-satz", fall.kurz or fall.teaser),
        _line("karte-fuss", _names(vocabulary, "gebaeudetyp", fall.gebaeudetyp)),
        _line("karte-marken", *_labels(vocabulary, "ansatz", fall.ansatz)),
    ]


def _of_instrument(page: Instrument, vocabulary: Vocabulary) -> Blocks:
    return [
        _line("karte-kopf", vocabulary.label("kategorie", page.kategorie)),
        _line("karte-satz", page.kurz or ""),
    ]


def _of_programm(page: Programm, vocabulary: Vocabulary) -> Blocks:
    status = vocabulary.label("programmstatus", page.status)
    return [
        _line("karte-kopf", f"{_names(vocabulary, 'ebene', page.ebene)} · {status}"),
        _line("karte-satz", page.kurz or ""),
        _line("karte-fuss", _names(vocabulary, "antragsteller", page.antragsteller)),
        _line("karte-marken", *_labels(vocabulary, "foerderzweck", page.zweck)),
    ]


CARDS: Mapping[str, Callable[[Any, Vocabulary], Blocks]] = {
    "fall": _of_fall,
    "instrument": _of_instrument,
    "programm": _of_programm,
}
"""What stands below the title, by kind of page."""
