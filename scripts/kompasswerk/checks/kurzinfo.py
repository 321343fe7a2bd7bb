"""Rules about the one-page hand-outs."""

from __future__ import annotations

from collections.abc import Iterator

from ..reading.files import KURZINFO, TEASER
from ..reading.wording import quoted, way_out
from .registry import Found, Stock, stock_rule


@stock_rule("kurzinfo", "Kurzinfos nennen Quellen und Fälle, die es gibt")
def unknown_reference(stock: Stock) -> Iterator[Found]:
    """Jeder Punkt hat eine Quelle aus der Datei, jeder Fall einen Teaser."""
    if stock.kurzinfo is None:
        return
    sources = [each.kennung for each in stock.kurzinfo.quellen]
    cases = [each.seite for each in stock.teaser if each.datei == TEASER["fall"]]
    for sheet in stock.kurzinfo.kurzinfo:
        for point in sheet.punkte:
            if point.quelle not in sources:
                message = f"{quoted(point.quelle)} ist unbekannt. {way_out(point.quelle, sources)}"
                yield Found(1, f"{sheet.kennung}.quelle", message, KURZINFO)
        for slug in sheet.faelle:
            if slug not in cases:
                message = f"Zu {quoted(slug)} gibt es keinen Teaser. {way_out(slug, cases)}"
                yield Found(1, f"{sheet.kennung}.faelle", message, KURZINFO)
