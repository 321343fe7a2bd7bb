"""Sources by number, in the order in which the report names them first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ..buch import blocks as b
from ..model import german
from ..model.buendnis import Beleg
from ..model.records import Quelle

_SHORT = re.compile(r"\b(Kap\.|TOP|S\.) (?=\d)")


class Citing:
    """The sources that the report has named so far."""

    def __init__(self, known: Iterable[Quelle]) -> None:
        self._known: Mapping[str, Quelle] = {each.kennung: each for each in known}
        self._named: dict[tuple[str, str], Quelle] = {}

    def entry(self, entry: Beleg) -> tuple[b.Inline, ...]:
        """Return the number of an entry's source with the place in it: „[1], Kap. 6“."""
        source = self._known.get(entry.quelle)
        if source is None:
            return (b.Text("–"),)
        number = self.number(source)
        if not entry.fundstelle:
            return (number,)
        place = _SHORT.sub(rf"\1{german.NO_BREAK}", entry.fundstelle)
        return (number, b.Text(f", {place}"))

    def number(self, source: Quelle) -> b.Inline:
        """Return „[1]“ as a link to the list of sources."""
        self._named.setdefault((source.titel, source.herausgeber), source)
        number = list(self._named).index((source.titel, source.herausgeber)) + 1
        return b.InternalLink((b.Text(f"[{number}]"),), _anchor(number))

    def all(self, entries: Iterable[Beleg]) -> tuple[b.Inline, ...]:
        """Return the numbers of all sources of some entries, each once."""
        keys = dict.fromkeys(each.quelle for each in entries)
        numbers = [self.number(self._known[key]) for key in keys if key in self._known]
        found: list[b.Inline] = []
        for number in numbers:
            found += [b.Text(" "), number] if found else [number]
        return tuple(found) or (b.Text("–"),)

    def list(self) -> b.ListBlock:
        """Return the list of all named sources."""
        items = tuple(
            b.ListItem((b.Paragraph(tuple(_said(each))),), anchors=(_anchor(number),))
            for number, each in enumerate(self._named.values(), 1)
        )
        return b.ListBlock(b.ListStyle.ARABIC, items)


def _anchor(number: int) -> str:
    return f"quelle-{number}"


def _said(source: Quelle) -> Iterator[b.Inline]:
    year = f", {source.jahr}" if source.jahr else ""
    title: b.Inline = b.Text(source.titel)
    yield b.Text(f"{source.herausgeber}: ")
    yield b.ExternalLink((title,), source.url) if source.url else title
    where = f" ({source.fundstelle})" if source.fundstelle else ""
    seen = f", gesehen {german.date(source.gesehen)}" if source.gesehen else ""
    yield b.Text(f"{year}{where}{seen}.")
