"""Teasers with what they need outside of the handbook: address, sources, rights of the picture."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ..model.arten import ARTEN
from ..model.records import Quelle
from ..model.seiten import Fall, Pilot, Seite
from ..model.teaser import PLANNED, Teaser
from ..reading.files import TEASER, Loaded

NO_PICTURE = "keines hinterlegt"
RELEASED = "freigegeben"


@dataclass(frozen=True)
class Eintrag:
    """A teaser with its page; ``adresse`` is where it leads, ``bild`` names picture and rights.

    ``freigegeben`` says that the alliance has released the page.
    """

    teaser: Teaser
    titel: str
    adresse: str
    quellen: tuple[str, ...]
    bild: str
    freigegeben: bool

    @property
    def belege(self) -> str:
        """The sources in one line."""
        return "; ".join(self.quellen)


def entries(
    loaded: Loaded, base: str, only: Collection[str] = (), *, unused: bool = False
) -> Iterator[Eintrag]:
    """Yield the teasers of all pages, those of pilots last, in the order of the files.

    ``base`` is the address of the website, empty for none. ``only`` are slugs, ``unused``
    leaves out what has been used. Teasers without page are left out too: a check names them.
    """
    kinds: dict[str, type[Seite]] = {name: ARTEN[art].page for art, name in TEASER.items()}
    for teaser in loaded.teaser:
        page = loaded.bestand.find(kinds[teaser.datei], teaser.seite)
        if page is None or (only and teaser.seite not in only) or (unused and teaser.verwendet):
            continue
        found = (page.quelle(key) for key in teaser.quellen)
        yield Eintrag(
            teaser=teaser,
            titel=page.titel,
            adresse=f"{base}{page.path.removesuffix('.md')}.html",
            quellen=tuple(cited(each) for each in found if each is not None),
            bild=_picture(teaser, page),
            freigegeben=page.freigabe == RELEASED,
        )


def cited(source: Quelle) -> str:
    """Return a source in one line: who, what, when."""
    when = f", {source.jahr}" if source.jahr else ""
    return f"{source.herausgeber}: {source.titel}{when}"


def _picture(teaser: Teaser, page: Seite) -> str:
    found = next((each for each in page.bilder if each.datei == teaser.bild), None)
    return f"{found.datei} ({found.herkunft}, {found.lizenz})" if found else NO_PICTURE


def counted(loaded: Loaded) -> str:
    """Return how many teasers there are of those planned, and how many have been used."""
    cases = sum(each.datei == TEASER["fall"] for each in loaded.teaser)
    pilots = len(loaded.teaser) - cases
    used = sum(bool(each.verwendet) for each in loaded.teaser)
    without = sum(1 for _ in loaded.bestand.of(Fall)) - cases
    open_pilots = sum(1 for _ in loaded.bestand.of(Pilot)) - pilots
    return (
        f"{len(loaded.teaser)} von {PLANNED} geplanten Teasern ({cases} zu Fällen, {pilots} zu "
        f"Pilotprojekten), davon {used} verwendet. Noch ohne Teaser: {without} Fälle, "
        f"{open_pilots} Pilotprojekte."
    )
