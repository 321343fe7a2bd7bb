"""Rules about the teaser bank."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.seiten import Fall, Pilot, Seite
from ..model.teaser import LONG, SHORT, Teaser, length
from ..reading.files import TEASER
from ..reading.pages import LoadedPage
from ..reading.wording import quoted, way_out
from .belege import known_places, ranking, supported, unsupported
from .registry import Found, Stock, stock_rule

_KINDS: dict[str, type[Seite]] = {TEASER["fall"]: Fall, TEASER["pilot"]: Pilot}


@stock_rule("teaser-seite", "Jeder Teaser führt zu einer Seite")
def without_page(stock: Stock) -> Iterator[Found]:
    """In bestpractice/teaser.yaml zu einem Fall, in pilots/teaser.yaml zu einem Pilotprojekt."""
    seen: dict[tuple[str, str], int] = {}
    for teaser in stock.teaser:
        known = [page.slug for page in stock.pages if type(page.page) is _KINDS[teaser.datei]]
        if teaser.seite not in known:
            message = f"{quoted(teaser.seite)} ist unbekannt. {way_out(teaser.seite, known)}"
            yield _found(teaser, message)
        first = seen.setdefault((teaser.datei, teaser.seite), teaser.zeile)
        if first != teaser.zeile:
            message = f"Den Teaser gibt es schon in Zeile {first}. Bitte einen davon löschen."
            yield _found(teaser, message)


@stock_rule("teaser-laenge", "Teaser sind kurz genug")
def too_long(stock: Stock) -> Iterator[Found]:
    """„kurz“ hat höchstens 280 Zeichen, „lang“ höchstens 600, Leerzeichen mitgezählt."""
    for teaser in stock.teaser:
        for key, text, most in (("kurz", teaser.kurz, SHORT), ("lang", teaser.lang, LONG)):
            if length(text) > most:
                message = f"Der Text hat {length(text)} Zeichen, {most} sind erlaubt. Bitte kürzen."
                yield _found(teaser, message, key)


@stock_rule("teaser-quelle", "Teaser nennen Quellen und Bilder ihrer Seite")
def unknown_source(stock: Stock) -> Iterator[Found]:
    """Nur Kennungen, die es auf der Seite gibt; ein Bild nur, wenn die Seite seine Rechte nennt."""
    for teaser, _, page in _pages(stock):
        known = [each.kennung for each in page.quellen]
        for key in teaser.quellen:
            if key not in known:
                message = f"Die Seite hat keine Quelle {quoted(key)}. {way_out(key, known)}"
                yield _found(teaser, message, "quellen")
        files = [each.datei for each in page.bilder]
        if teaser.bild and teaser.bild not in files:
            message = (
                f"Die Seite nennt zu {quoted(teaser.bild)} keine Rechte. Bitte dort unter bilder "
                "ergänzen oder das Bild weglassen."
            )
            yield _found(teaser, message, "bild")


@stock_rule("teaser-beleg", "Teaser behaupten nur, was die Seite belegt")
def without_evidence(stock: Stock) -> Iterator[Found]:
    """Zahlen, Jahre, Beträge, Orte und wertende Wörter stehen bei einer genannten Quelle."""
    known = known_places(stock.pages, stock.orte)
    for teaser, loaded, page in _pages(stock):
        ground = supported(loaded, page, teaser.quellen)
        for key, text in (("kurz", teaser.kurz), ("lang", teaser.lang)):
            for claim in unsupported(text, ground, known):
                message = (
                    f"{quoted(claim)} steht auf der Seite nicht bei den genannten Quellen. "
                    "Bitte ändern, löschen oder die Quelle ergänzen."
                )
                yield _found(teaser, message, key)
            for stem in ranking(text, ground):
                message = (
                    f"{quoted(f'{stem}…')} wertet mehr, als die Seite belegt. Bitte nüchtern sagen."
                )
                yield _found(teaser, message, key)


def _pages(stock: Stock) -> Iterator[tuple[Teaser, LoadedPage, Seite]]:
    """Yield the teasers whose page exists, with it."""
    pages = {(type(page.page), page.slug): page for page in stock.pages}
    for teaser in stock.teaser:
        loaded = pages.get((_KINDS[teaser.datei], teaser.seite))
        if loaded is not None and loaded.page is not None:
            yield teaser, loaded, loaded.page


def _found(teaser: Teaser, message: str, key: str = "") -> Found:
    name = f"{teaser.seite}.{key}" if key else teaser.seite
    return Found(teaser.zeile, name, message, teaser.datei)
