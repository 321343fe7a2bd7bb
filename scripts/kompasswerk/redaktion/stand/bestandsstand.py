"""Everything that the editors' state shows, from the pages of a project on one day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ...model import german
from ...model.seiten import Fall, Seite
from ...model.vocabulary import Vocabulary
from ...reading.files import Loaded
from ...reading.pages import INDEX
from . import tafel
from .alter import Altes, outdated
from .eintrag import KINDS, Eintrag, entries
from .fristen import FIGURE_MONTHS, LINK_MONTHS, REVIEW_YEARS
from .linkstand import Dead
from .luecken import Luecke, Nachfrage, gaps, without_size
from .texte import Textstand, read_textstand
from .woche import feed_of

Pages = Sequence[tuple[str, str, Seite, Textstand]]
"""Kind, document, page and what its text says."""
AUTHOR = "Redaktion des Kompass Leerstand"


@dataclass(frozen=True)
class Redaktionsstand:
    """State of all pages on a day, what to renew, and what to look for."""

    tag: date
    vocabulary: Vocabulary
    eintraege: tuple[Eintrag, ...]
    altes: tuple[Altes, ...]
    luecken: tuple[Luecke, ...]
    nachfrage: Nachfrage
    ohne_groesse: int

    def tables(self, *, inside: bool) -> tuple[tafel.Tafel, ...]:
        """Return all tables in the order of the sheets.

        The words of open points are for ``inside`` the office alone: comments may be frank.
        """
        points = (tafel.point_table(self.eintraege),) if inside else ()
        return (
            tafel.state_table(self.eintraege, self.vocabulary),
            *points,
            tafel.renewal_table(self.altes),
            tafel.gap_table(self.luecken, self.vocabulary),
        )

    @property
    def notes(self) -> tuple[str, ...]:
        """What one must know to read the tables, in German sentences."""
        return (
            f"Redaktionsstand am {german.date(self.tag.isoformat())}.",
            f"Prüfen bis: der Tag aus „pruefen_bis“, spätestens {REVIEW_YEARS} Jahre nach „stand“.",
            "Angaben: wie viele der Felder im Kopf der Seite etwas sagen. 100 Prozent sind nicht "
            "das Ziel: Was keine Quelle belegt, bleibt leer.",
            f"Erneuern: Links, die vor mehr als {LINK_MONTHS} Monaten gesehen wurden, und Zahlen, "
            f"die älter als {FIGURE_MONTHS} Monate sind (Einschätzung der Redaktion). Tote Links "
            "nennt die letzte Prüfung mit „nox -s links“.",
            f"Gesucht: {tafel.demand_words(self.nachfrage, self.vocabulary)}",
            f"{self.ohne_groesse} Fälle nennen keine Einwohnerzahl; sie füllen keine Lücke. „Fälle "
            "anderswo“ zählt Fälle mit demselben Ansatz und Gebäude in anderen Größen, auch diese.",
        )

    def workbook(self, *, inside: bool) -> bytes:
        """Return all tables as XLSX."""
        from .arbeitsmappe import xlsx_file  # its library takes a quarter of a second to load

        return xlsx_file(self.tables(inside=inside), self.notes, self.tag)

    def feed(self, address: Callable[[str], str]) -> bytes:
        """Return what is due within a week as Atom; ``address`` is that of a document."""
        return feed_of(self.eintraege, self.vocabulary, self.tag, address, AUTHOR)


def state_of(
    pages: Pages,
    vocabulary: Vocabulary,
    day: date,
    demand: Nachfrage | None = None,
    dead: Mapping[str, Dead] | None = None,
) -> Redaktionsstand:
    """Return the state of pages; without ``demand`` all gaps weigh the same.

    ``dead`` is what the check of links has noted, by address.
    """
    demand = demand or Nachfrage()
    cases = [page for _, _, page, _ in pages if isinstance(page, Fall)]
    return Redaktionsstand(
        tag=day,
        vocabulary=vocabulary,
        eintraege=entries(pages, vocabulary, day),
        altes=outdated(((art, seite, page) for art, seite, page, _ in pages), day, dead=dead),
        luecken=gaps(cases, vocabulary, demand),
        nachfrage=demand,
        ohne_groesse=without_size(cases),
    )


def pages_of(loaded: Loaded) -> Pages:
    """Return the pages of a project whose state is kept."""
    return [
        (page.art.key, page.path.removesuffix(".md"), page.page, read_textstand(page.body))
        for page in loaded.pages
        if page.art is not None and page.page is not None and page.art.key in KINDS
        if page.slug != INDEX
    ]


def newest_stand(pages: Iterable[Seite]) -> date:
    """Return the newest ``stand`` of pages, 1 January 1970 without any."""
    return max((date.fromisoformat(page.stand) for page in pages), default=date(1970, 1, 1))
