"""Rules about the places of the map."""

from __future__ import annotations

from collections.abc import Iterator

from ..karte.umriss import box, read_umriss
from ..model.findings import Severity
from ..model.seiten import Fall
from ..reading.files import ORTE
from ..reading.wording import nearest, quoted
from .registry import Found, Stock, stock_rule

MARGIN = 0.05
"""How far in degrees a point may lie outside the box: our outlines are simplified."""


@stock_rule("ort-unbekannt", "Jeder Ort eines Falls steht in kompass/orte.yaml", Severity.WARNING)
def without_place(stock: Stock) -> Iterator[Found]:
    """Dort steht je Ort und Land, wo der Punkt der Karte liegt; bis dahin fehlt nur der Punkt."""
    if not stock.orte.vorhanden:
        return
    for page in stock.pages:
        fall = page.page
        if isinstance(fall, Fall) and (fall.ort, fall.land) not in stock.orte.orte:
            near = nearest(fall.ort, [ort for ort, land in stock.orte.orte if land == fall.land])
            meant = f" Ähnlich heißt dort: {quoted(near)}." if near else ""
            message = (
                f"{quoted(fall.ort)} ({fall.land}) steht nicht in {ORTE}.{meant} "
                "Auf der Karte fehlt sein Punkt. Bitte dort ergänzen: "
                f"{{ort: '{fall.ort}', land: '{fall.land}', lat: …, lon: …}}."
            )
            yield Found(page.line("ort"), "ort", message, page.path)


@stock_rule("ort-ausserhalb", "Jeder Punkt der Karte liegt in seinem Land")
def outside_of_state(stock: Stock) -> Iterator[Found]:
    """Geprüft wird das Rechteck um das Bundesland; meist sind Breite und Länge vertauscht."""
    outlines = read_umriss().laender
    for place in stock.orte.orte.values():
        if place.land not in outlines:
            continue
        (west, south), (east, north) = box(outlines[place.land])
        for point in place.punkte:
            if not (
                west - MARGIN <= point.lon <= east + MARGIN
                and south - MARGIN <= point.lat <= north + MARGIN
            ):
                message = (
                    f"{point.lat} Nord, {point.lon} Ost liegt nicht in {place.land} "
                    f"(lat {south} bis {north}, lon {west} bis {east}). Bitte lat und lon prüfen."
                )
                yield Found(place.zeile, place.ort, message, ORTE)
