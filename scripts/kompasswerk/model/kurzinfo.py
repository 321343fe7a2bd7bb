"""One-page hand-outs: what stands in ``pilots/kurzinfo.yaml``; all else comes from pages."""

from __future__ import annotations

from dataclasses import dataclass

from .records import Kontakt, Quelle


@dataclass(frozen=True, kw_only=True)
class Punkt:
    """One sentence of fact with the key of its source."""

    text: str
    quelle: str


@dataclass(frozen=True, kw_only=True)
class Kurzinfo:
    """A hand-out for readers (``fuer``).

    ``ag`` is the working group whose pilots it shows, ``None`` for all. ``faelle`` are slugs of
    cases that have a teaser, ``fragen`` are proposals of the editors.
    """

    kennung: str
    titel: str
    fuer: str
    ag: str | None = None
    punkte: tuple[Punkt, ...]
    faelle: tuple[str, ...]
    fragen: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Kurzinfos:
    """All hand-outs in the order of the file, with whom to ask and the sources."""

    kontakt: Kontakt
    kurzinfo: tuple[Kurzinfo, ...]
    quellen: tuple[Quelle, ...]

    def quelle(self, key: str) -> Quelle | None:
        """Return the source with this key, ``None`` if there is none."""
        return next((each for each in self.quellen if each.kennung == key), None)
