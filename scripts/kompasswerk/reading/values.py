"""One value of the tree to the value that its field describes; one reader for each kind."""

from __future__ import annotations

from collections.abc import Callable

from ..model.felder import Field, Kind
from .addresses import address_problem, is_slug, slug_problem
from .nodes import Broken, Items, Node, Scalar
from .notes import Notes, Place
from .scalars import Wrong, read_date, read_number, read_year, read_yes_no
from .split import has_control
from .wording import quoted, way_out

ScalarReader = Callable[[str, Field, Place], object]


def read_scalar(node: Node, field: Field, place: Place, notes: Notes, *, whole: bool) -> object:
    """Return the value of a text, number, date, choice or address; ``None`` with a finding.

    ``whole`` says that a number must have no decimals. An understood value becomes an entry.
    """
    here = place.on(node.line)
    text = text_of(node, here, notes, required=field.required)
    if text is None:
        return None
    value = (
        _number(text, field, whole=whole) if field.kind is Kind.NUMBER else _one(text, field, here)
    )
    return _kept(value, field, here, notes)


def read_list(node: Node, field: Field, place: Place, notes: Notes) -> tuple[str, ...] | None:
    """Return the values of a plain list that are right, each wrong one with a finding.

    ``None`` if there is no list at all.
    """
    if not isinstance(node, Items):
        notes.report(place.on(node.line), "form", _no_list(node))
        return None
    if not node.items and field.required:
        notes.report(place, "leer", "Die Liste ist leer. Bitte mindestens einen Wert eintragen.")
    values: dict[str, None] = {}
    for item in node.items:
        value = _item(item, field, place.on(item.line), notes)
        if value in values:
            message = f"{quoted(str(value))} steht doppelt in der Liste. Bitte einmal löschen."
            notes.report(place.on(item.line), "doppelter-wert", message)
        elif isinstance(value, str):
            values[value] = None
    return tuple(values)


def _no_list(node: Node) -> str:
    if not isinstance(node, Scalar):
        return "Hier wird eine Liste erwartet: [a, b]."
    example = "[a, b]" if len(node.text) > 40 else f"[{node.text.strip()}]"
    found = f"{quoted(node.text)} ist keine Liste."
    return f"{found} Bitte in eckige Klammern setzen: {example}."


def text_of(node: Node, place: Place, notes: Notes, *, required: bool) -> str | None:
    """Return the stripped text of a scalar, ``None`` with a finding if it is none or empty."""
    if isinstance(node, Broken):
        return None
    if not isinstance(node, Scalar):
        what = "eine Liste" if isinstance(node, Items) else "eine Gruppe von Angaben"
        message = f"Hier steht {what}, erwartet wird ein einzelner Wert. Bitte Klammern prüfen."
        notes.report(place, "form", message)
        return None
    if node.empty:
        way_out_of_it = "ausfüllen" if required else "ausfüllen oder löschen"
        notes.report(place, "leer", f"Die Angabe ist leer. Bitte {way_out_of_it}.")
        return None
    if has_control(node.text):
        message = "Der Wert enthält ein unsichtbares Steuerzeichen. Bitte neu tippen."
        notes.report(place, "steuerzeichen", message)
        return None
    return node.text.strip()


def _item(node: Node, field: Field, place: Place, notes: Notes) -> object:
    text = text_of(node, place, notes, required=False)
    return None if text is None else _kept(_one(text, field, place), field, place, notes)


def _kept(value: object, field: Field, place: Place, notes: Notes) -> object:
    if isinstance(value, Wrong):
        notes.report(place, value.rule, value.message)
        return None
    notes.keep(place, field, value)
    return value


def _one(text: str, field: Field, place: Place) -> object:
    return _READERS[field.kind](text, field, place)


def _text(text: str, field: Field, place: Place) -> str | Wrong:
    if field.refers_to is not None and not is_slug(text):
        return Wrong("kennung", slug_problem(text))
    return text


def _number(text: str, field: Field, *, whole: bool) -> object:
    value = read_number(text, whole=whole)
    if isinstance(value, Wrong) or field.minimum is None or value >= field.minimum:
        return value
    return Wrong("zahl", f"{text} ist zu klein. Bitte mindestens {field.minimum} angeben.")


def _choice(text: str, field: Field, place: Place) -> str | Wrong:
    known = place.vocabulary.keys(field.choices or "")
    if not known or text in known:
        return text
    return Wrong("auswahl", f"{quoted(text)} ist unbekannt. {way_out(text, known)}")


def _url(text: str, field: Field, place: Place) -> str | Wrong:
    problem = address_problem(text)
    return text if problem is None else Wrong("adresse", problem)


_READERS: dict[Kind, ScalarReader] = {
    Kind.TEXT: _text,
    Kind.TEXTS: _text,
    Kind.REFERENCES: _text,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choice,
    Kind.URL: _url,
    Kind.YEAR: lambda text, field, place: read_year(text),
    Kind.DATE: lambda text, field, place: read_date(text, approximate=False),
    Kind.APPROXIMATE_DATE: lambda text, field, place: read_date(text, approximate=True),
    Kind.YES_NO: lambda text, field, place: read_yes_no(text),
}
