"""Rules about fields of worksheets and pages that had another name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model.formular import Blatt, Stelle
from ..model.umbenannt import shown_general
from ..reading.files import RENAMED
from ..reading.wording import quoted, way_out
from .registry import Found, Stock, stock_rule


@stock_rule("umbenannt-ziel", "Umbenannte Felder führen zu einem Feld, das es gibt")
def leads_somewhere(stock: Stock) -> Iterator[Found]:
    """Die alte Stelle gibt es nicht mehr, die neue gibt es, auch über mehrere Umbenennungen."""
    known = {shown_general(place) for place in _places(stock.sheets)}
    renamed = {shown_general(each.alt): shown_general(each.neu) for each in stock.renamed}
    for each in stock.renamed:
        old, new = shown_general(each.alt), shown_general(each.neu)
        if old in known:
            message = f"{quoted(old)} gibt es noch. Bitte die Zeile löschen."
        elif _circles(old, renamed):
            message = f"{quoted(old)} führt im Kreis. Bitte die neue Stelle nennen."
        elif new not in known and new not in renamed:
            message = f"{quoted(new)} gibt es nicht. {way_out(new, sorted(known))}"
        else:
            continue
        yield Found(each.zeile, old, message, RENAMED)


@stock_rule("umzug-ziel", "Umbenannte Seiten führen zu einer Seite, die es gibt")
def leads_to_a_page(stock: Stock) -> Iterator[Found]:
    """Die alte Seite gibt es nicht mehr; die neue gibt es und ist nicht selbst umbenannt."""
    onward = {each.alt: each.neu for each in stock.moved}
    for each in stock.moved:
        if each.alt in stock.documents:
            message = f"Die Seite {quoted(each.alt)} gibt es noch. Bitte die Zeile löschen."
        elif each.neu in onward:
            message = f"{quoted(each.neu)} ist selbst umbenannt. Bitte das heutige Ziel nennen."
        elif each.neu not in stock.documents:
            message = f"Die Seite {quoted(each.neu)} gibt es nicht. "
            message += way_out(each.neu, stock.documents)
        else:
            continue
        yield Found(each.zeile, each.alt, message, RENAMED)


def _circles(old: str, renamed: dict[str, str]) -> bool:
    seen = {old}
    while (old := renamed.get(old, "")) and old not in seen:
        seen.add(old)
    return bool(old)


def _places(sheets: Iterable[Blatt]) -> Iterator[Stelle]:
    for sheet in sheets:
        for field in sheet.felder:
            yield Stelle(sheet.slug, field.key)
            yield from (Stelle(sheet.slug, field.key, 0, each.key) for each in field.spalten)
