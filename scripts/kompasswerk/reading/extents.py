"""Where in the text of a front matter each value stands, to the letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from .nodes import LOADER


@dataclass(frozen=True)
class Extent:
    """Offsets in a text: where the key (or item) begins, where its value begins and ends.

    ``flow`` says that a group stands in brackets; a scalar counts as such.
    """

    key: int
    start: int
    end: int
    flow: bool = True


def extents_of(text: str) -> dict[str, Extent]:
    """Return extents by key path (``quellen.q1.url``, ``kosten.2.wert``), in order of the text.

    The value of an empty key begins and ends behind its colon. ``yaml.YAMLError`` for a text
    that is no YAML.
    """
    reader = _Reader(text, yaml.parse(text, Loader=LOADER))
    for event in reader.events:
        if isinstance(event, yaml.MappingStartEvent):
            reader.mapping(event, "", 0)
            break
    return reader.found


class _Reader:
    def __init__(self, text: str, events: Iterator[yaml.Event]) -> None:
        self.text = text
        self.events = events
        self.found: dict[str, Extent] = {}

    def mapping(self, event: yaml.MappingStartEvent, path: str, least: int) -> int:
        """Read the pairs of a mapping and return where it ends."""
        end = least
        for key in self.events:
            if isinstance(key, yaml.MappingEndEvent):
                return _offset(key.end_mark) if event.flow_style else end
            name = str(getattr(key, "value", "?"))
            inner = f"{path}.{name}" if path else name
            colon = self.text.find(":", _offset(key.end_mark)) + 1
            end = self.value(inner, _offset(key.start_mark), colon)
        return end

    def sequence(self, event: yaml.SequenceStartEvent, path: str, least: int) -> int:
        """Read the items of a list and return where it ends."""
        end = least
        for number, item in enumerate(self.events, 1):
            if isinstance(item, yaml.SequenceEndEvent):
                return _offset(item.end_mark) if event.flow_style else end
            start = _offset(item.start_mark)
            end = self.node(item, f"{path}.{number}", start, start)
        return end

    def value(self, path: str, key: int, colon: int) -> int:
        return self.node(next(self.events), path, key, colon)

    def node(self, event: yaml.Event, path: str, key: int, least: int) -> int:
        start = _offset(event.start_mark)
        self.found[path] = Extent(key, start, start)  # keeps its place before what is inside
        flow = True
        if isinstance(event, yaml.MappingStartEvent):
            end, flow = self.mapping(event, path, start), bool(event.flow_style)
        elif isinstance(event, yaml.SequenceStartEvent):
            end, flow = self.sequence(event, path, start), bool(event.flow_style)
        else:
            end = _offset(event.end_mark)
            if not getattr(event, "value", "") and not getattr(event, "style", None):
                start = end = least
        end = start + len(self.text[start:end].rstrip())
        self.found[path] = Extent(key, start, end, flow)
        return end


def _offset(mark: object) -> int:
    return int(getattr(mark, "index", 0))
