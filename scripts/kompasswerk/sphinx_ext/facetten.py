"""By what readers filter and sort pages: each facet described once, for HTML and for browsers.

A facet says what a page holds; a closed list says how that is called and in which order it
stands. What no page holds is not offered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..karte.umriss import read_umriss
from ..model import german
from ..model.seiten import Fall, Schritt
from ..model.vocabulary import Choice, Vocabulary
from .geldgeber import levels_of

if TYPE_CHECKING:
    from .domain import KompassDomain

OPEN = "offen"
"""Value of a page of which nothing is known; it always stands last."""
SPAN = 5
"""Years that one value of a beginning covers."""
STEPS = "schritt"
"""Name of the list of steps, which are pages and not in ``kompass/listen.yaml``."""


@dataclass(frozen=True)
class Facette:
    """One way to filter.

    ``of`` returns the keys that a page holds. ``liste`` names the closed list that names and
    orders them; without it keys are their own names in the order of the alphabet, those for
    which ``hinten`` is true behind all others. ``name`` names a key otherwise, and then high
    keys come first. ``ohne`` names pages without a value; empty
    means that they are found by no value. ``erklaert`` shows what the list says of its values.
    """

    key: str
    label: str
    of: Callable[[Any, Vocabulary], Iterable[str]]
    liste: str | None = None
    name: Callable[[str], str] | None = None
    ohne: str = ""
    erklaert: bool = False
    hinweis: str = ""
    hinten: Callable[[str], bool] = lambda _: False


@dataclass(frozen=True)
class Wert:
    """A value of a facet: how it is called, and the places of the pages that hold it."""

    key: str
    name: str
    erklaerung: str
    stellen: tuple[int, ...]


@dataclass(frozen=True)
class Sortierung:
    """An order of pages: ascending by what ``of`` returns, or descending; ties keep theirs."""

    key: str
    label: str
    of: Callable[[Any], Any]
    absteigend: bool = False


def field(
    key: str, label: str, liste: str | None = None, *, ohne: str = "", erklaert: bool = False
) -> Facette:
    """Return a facet of what a page's field holds."""
    return Facette(
        key, label, lambda page, _: _as_tuple(getattr(page, key)), liste, None, ohne, erklaert
    )


def _as_tuple(value: Any) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return value
    return () if value is None else (str(value),)


def size_class(fall: Fall, vocabulary: Vocabulary) -> Choice | None:
    """Return the size class of a case's town, ``None`` if its inhabitants are not known."""
    return vocabulary.groessenklasse(fall.einwohner.wert if fall.einwohner else None)


def _size(fall: Fall, vocabulary: Vocabulary) -> tuple[str, ...]:
    size = size_class(fall, vocabulary)
    return (size.key,) if size else ()


def _beginning(fall: Fall, vocabulary: Vocabulary) -> tuple[str, ...]:
    year = fall.zeitraum.beginn
    return () if year is None else (str(year - year % SPAN),)


def _abroad(land: str) -> bool:
    """Say whether this is no state of Germany: another country, or Germany as a whole."""
    return land not in read_umriss().laender


def _span(first: str) -> str:
    return f"{first} bis {int(first) + SPAN - 1}"


SIZE = "groessenklasse"
FALL = (
    field("gebaeudetyp", "Gebäude", "gebaeudetyp"),
    Facette(SIZE, "Stadtgröße", _size, SIZE, ohne="nicht belegt", erklaert=True),
    field("ansatz", "Ansatz", "ansatz"),
    Facette("land", "Land", lambda fall, _: (fall.land,), hinten=_abroad),
    field("akteure", "Beteiligte", "akteure"),
    field("eigentum", "Eigentum", "eigentum", ohne="nicht belegt"),
    field("aufwand", "Aufwand", "aufwand", ohne="nicht eingeschätzt", erklaert=True),
    Facette(
        "foerderung",
        "Förderung",
        lambda fall, _: levels_of(each.name for each in fall.foerderung),
        "ebene",
        ohne="keine genannt",
        hinweis="Einschätzung der Redaktion: aus den Namen der Förderung abgeleitet. Fälle, deren "
        "Förderung sich so nicht einordnen lässt, stehen unter „Andere“.",
    ),
    Facette("beginn", "Beginn", _beginning, name=_span, ohne="nicht belegt"),
    field("massnahmenfeld", "Maßnahmenfeld", "massnahmenfeld", ohne="keinem zugeordnet"),
    field("schritte", "Schritt", STEPS),
    field("beleg", "Belege", "beleg", erklaert=True),
)
INSTRUMENT = (
    field("kategorie", "Art", "kategorie", erklaert=True),
    field("gebaeudetyp", "Gebäude", "gebaeudetyp"),
    field("geeignet_fuer", "Stadtgröße", SIZE, erklaert=True),
    field("eigentuemerlage", "Eigentümerseite", "eigentuemerlage", erklaert=True),
    field("schritte", "Schritt", STEPS),
)
PROGRAMM = (
    field("zweck", "Zweck", "foerderzweck"),
    field("antragsteller", "Wer beantragt", "antragsteller"),
    field("ebene", "Geldgeber", "ebene"),
    field("status", "Status", "programmstatus", erklaert=True),
)
BY_TITLE = Sortierung("titel", "Titel", lambda page: german.sort_key(page.titel))
BY_PLACE = Sortierung("ort", "Ort", lambda page: german.sort_key(page.ort))
NEWEST = Sortierung("stand", "neuester Stand", lambda page: page.stand, absteigend=True)
NEWEST_SOURCE = Sortierung(
    "stand", "neueste Angaben", lambda page: page.informationsstand, absteigend=True
)


@dataclass(frozen=True)
class Lists:
    """All closed lists and the steps, as they name and order values."""

    vocabulary: Vocabulary
    steps: tuple[Choice, ...] = ()

    def choices(self, name: str) -> tuple[Choice, ...]:
        """Return the values of a list in their order."""
        return self.steps if name == STEPS else self.vocabulary.lists.get(name, ())


def lists_of(domain: KompassDomain) -> Lists:
    """Return the lists of a project, its steps in the order of their numbers."""
    steps = [page for _, page in domain.pages("schritt") if isinstance(page, Schritt)]
    steps.sort(key=lambda page: (page.nummer, page.slug))
    return Lists(
        domain.vocabulary,
        tuple(Choice(page.slug, f"{page.nummer}. {page.titel}", "") for page in steps),
    )


def values_of(facette: Facette, pages: Sequence[Any], lists: Lists) -> tuple[Wert, ...]:
    """Return the values that pages hold, in the order in which readers see them."""
    held = [tuple(facette.of(page, lists.vocabulary)) for page in pages]
    found = [keys or ((OPEN,) if facette.ohne else ()) for keys in held]
    places: dict[str, list[int]] = {}
    for place, keys in enumerate(found):
        for key in dict.fromkeys(keys):
            places.setdefault(key, []).append(place)
    named = _names(facette, {key for keys in held for key in keys}, lists)
    known = [*named.items(), (OPEN, Choice(OPEN, facette.ohne, ""))]
    return tuple(
        Wert(key, each.name, each.erklaerung if facette.erklaert else "", tuple(places[key]))
        for key, each in known
        if key in places
    )


def _names(facette: Facette, keys: Iterable[str], lists: Lists) -> Mapping[str, Choice]:
    """Return names by key, in their order; what a closed list does not hold comes last."""
    listed = {each.key: each for each in lists.choices(facette.liste)} if facette.liste else {}
    name = facette.name or str
    if facette.name:
        rest = sorted(keys, reverse=True)
    else:
        rest = sorted(keys, key=lambda key: (facette.hinten(key), german.sort_key(key)))
    return listed | {key: Choice(key, name(key), "") for key in rest if key not in listed}


def places_in_order(sortierung: Sortierung, pages: Sequence[Any]) -> list[int]:
    """Return the places of pages in a certain order."""
    return sorted(
        range(len(pages)),
        key=lambda place: sortierung.of(pages[place]),
        reverse=sortierung.absteigend,
    )
