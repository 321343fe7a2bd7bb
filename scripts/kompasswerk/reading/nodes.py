"""YAML as a bare tree of texts with line numbers: nothing is constructed, nothing is guessed.

YAML 1.1 would read ``no`` as false and ``12.000`` as twelve. Here a scalar stays its text,
and the field's kind decides what it means.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from .notes import Notes, Place
from .syntax import ComposeError, explain
from .wording import quoted

DEEPEST = 6
MOST_NODES = 20_000
MERGE_KEY = "<<"

# libyaml is ten times faster; the pure Python parser yields the same events where it is missing,
# but refuses „Hauptstraße 3?, …“ in braces. What reads a page also says where its values stand.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Scalar:
    """A text; ``plain`` says that it stood there without quotation marks."""

    text: str
    line: int
    plain: bool = True

    @property
    def empty(self) -> bool:
        """Whether the editor left the value out."""
        return not self.text.strip() or (self.plain and self.text in ("~", "null"))


@dataclass(frozen=True)
class Items:
    """A list."""

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True)
class Pairs:
    """Keys with values, in file order, each key once."""

    pairs: tuple[tuple[Scalar, Node], ...]
    line: int


@dataclass(frozen=True)
class Broken:
    """A value that has its finding already: present, but of no use."""

    line: int


Node = Scalar | Items | Pairs | Broken


class _Events:
    """The events of one text, counted, with the anchors seen so far."""

    def __init__(self, text: str, first_line: int) -> None:
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=LOADER)
        self._count = 0
        self.first_line = first_line
        self.anchors: set[str] = set()

    def next(self) -> yaml.Event:
        """Return the next event; ``ComposeError`` after the last or where YAML ends."""
        self._count += 1
        try:
            event = next(self._events)
        except StopIteration:
            raise ComposeError(self.first_line, "yaml", "Der Kopf endet mitten im Satz.") from None
        except (yaml.YAMLError, ValueError) as error:
            raise explain(error, self.first_line) from error
        if self._count > MOST_NODES:
            message = f"Mehr als {MOST_NODES} Angaben. Bitte auf mehrere Dateien verteilen."
            raise ComposeError(self.line(event), "verschachtelung", message)
        return event

    def line(self, event: yaml.Event) -> int:
        """Return the file's line in which the event starts."""
        mark = event.start_mark
        return self.first_line + (int(mark.line) if mark is not None else 0)


def compose(text: str, place: Place, notes: Notes) -> Node | None:
    """Return the tree of one YAML document, ``None`` if there is nothing but comments.

    ``place.line`` is the file's line of the first line of ``text``. ``ComposeError`` if the
    text is no YAML at all or too deep; what can be borne becomes a finding in ``notes``.
    """
    events = _Events(text, place.line)
    events.next()
    first = events.next()
    if isinstance(first, yaml.StreamEndEvent):
        return None
    root = _node(events.next(), events, place, notes, 1)
    events.next()
    after = events.next()
    if not isinstance(after, yaml.StreamEndEvent):
        message = "Der Kopf enthält mehrere YAML-Dokumente. Bitte „...“ und „---“ darin löschen."
        raise ComposeError(events.line(after), "yaml", message)
    return root


def _node(event: yaml.Event, events: _Events, place: Place, notes: Notes, depth: int) -> Node:
    here = place.on(events.line(event))
    if isinstance(event, yaml.AliasEvent):
        return _alias(event, events, here, notes)
    _refuse_anchor_and_tag(event, events, here, notes)
    if isinstance(event, yaml.ScalarEvent):
        return Scalar(event.value, here.line, plain=not event.style)
    if depth >= DEEPEST:
        message = "Zu tief verschachtelt. Bitte Klammern und Einrückung prüfen."
        raise ComposeError(here.line, "verschachtelung", message)
    if isinstance(event, yaml.SequenceStartEvent):
        return _items(events, here, notes, depth)
    return _pairs(events, here, notes, depth)


def _items(events: _Events, place: Place, notes: Notes, depth: int) -> Items:
    items: list[Node] = []
    while not isinstance(event := events.next(), yaml.SequenceEndEvent):
        inner = place.at(str(len(items) + 1), place.line)
        items.append(_node(event, events, inner, notes, depth + 1))
    return Items(tuple(items), place.line)


def _pairs(events: _Events, place: Place, notes: Notes, depth: int) -> Pairs:
    pairs: dict[str, tuple[Scalar, Node]] = {}
    while not isinstance(event := events.next(), yaml.MappingEndEvent):
        key = _node(event, events, place, notes, depth + 1)
        name = key.text if isinstance(key, Scalar) else "?"
        inner = place.at(name, key.line)
        value = _node(events.next(), events, inner, notes, depth + 1)
        if _accept(key, name, pairs, inner, notes) and isinstance(key, Scalar):
            pairs[name] = (key, value)
    return Pairs(tuple(pairs.values()), place.line)


def _accept(
    key: Node, name: str, pairs: dict[str, tuple[Scalar, Node]], place: Place, notes: Notes
) -> bool:
    if not isinstance(key, Scalar):
        if not isinstance(key, Broken):
            message = "Eine Liste kann kein Schlüssel sein. Bitte Klammern prüfen."
            notes.report(place, "form", message)
        return False
    if name == MERGE_KEY and key.plain:
        message = "„<<“ ist nicht erlaubt. Bitte die Angaben ausschreiben."
        notes.report(place, "yaml-verweis", message)
        return False
    if name in pairs:
        first = pairs[name][0].line
        message = f"Der Schlüssel steht schon in Zeile {first}. Bitte eine der Zeilen löschen."
        notes.report(place, "schluessel-doppelt", message)
        return False
    return True


def _alias(event: yaml.AliasEvent, events: _Events, place: Place, notes: Notes) -> Broken:
    # The anchor has its finding already; a second one for each use would only repeat it.
    if event.anchor not in events.anchors and not place.key.endswith(MERGE_KEY):
        name = quoted(f"*{event.anchor}")
        message = f"{name} ist ein YAML-Verweis. Bitte den Text in Anführungszeichen setzen."
        notes.report(place, "yaml-verweis", message)
    return Broken(place.line)


def _refuse_anchor_and_tag(event: yaml.Event, events: _Events, place: Place, notes: Notes) -> None:
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if anchor is not None:
        events.anchors.add(anchor)
        message = (
            f"{quoted(f'&{anchor}')} ist ein YAML-Anker. Bitte die Angabe überall ausschreiben "
            "oder den Text in Anführungszeichen setzen."
        )
        notes.report(place, "yaml-verweis", message)
    if tag is not None:
        name = quoted(tag.replace("tag:yaml.org,2002:", "!!"))
        notes.report(place, "yaml-verweis", f"{name} ist eine Typangabe. Bitte löschen.")
