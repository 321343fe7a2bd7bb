"""Answers from an older edition of the workbook in the places of this one.

Files of the older edition are read with sheets that still know the old names
(:func:`with_old_names`), whatever kind of file they are; then each answer moves to where its
field is now and is read anew, since a field may ask for something else today.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ..model.formular import Blatt, Formularfeld, Stelle
from ..model.umbenannt import Umbenennung, general
from .answers import Antwort, Fundstueck, Ruecklauf
from .places import by_slug, places
from .values import read_value

ANNEX = "Ohne Platz in der neuen Ausgabe"
DOUBTFUL = "Bitte prüfen"


@dataclass(frozen=True)
class Umzug:
    """Answers in the new edition, and all texts that have no place there."""

    ruecklauf: Ruecklauf
    ohne_platz: tuple[Fundstueck, ...]


def with_old_names(sheets: Iterable[Blatt], renamed: Iterable[Umbenennung]) -> tuple[Blatt, ...]:
    """Return the sheets with a field more for each old name, described like the new one.

    Sheets that had another name come last. Old names whose new field does not exist are left out,
    and old columns of a table that neither exists nor was renamed.
    """
    known = by_slug(sheets)
    moves = _moves(renamed)
    for old in sorted(moves, key=lambda place: bool(place.spalte)):
        new = moves[old]
        field = _described(known, new)
        if field is None:
            continue
        sheet = known.get(old.blatt) or replace(known[new.blatt], slug=old.blatt, felder=())
        known[old.blatt] = _with(sheet, old, field)
    return tuple(known.values())


def transfer(
    ruecklauf: Ruecklauf,
    sheets: Iterable[Blatt],
    renamed: Iterable[Umbenennung],
    ausgabe: str = "",
) -> Umzug:
    """Return answers in the places of ``sheets``, whose edition is ``ausgabe``.

    Nothing is lost: what has no place, and what comes second to a place, is listed with all
    that was found outside of fields.
    """
    known = by_slug(sheets)
    moves = _moves(renamed)
    moved: dict[Stelle, Antwort] = {}
    homeless: list[Fundstueck] = []
    # Who kept the name comes first, so that a renamed answer never takes its place.
    for answer in sorted(ruecklauf.antworten, key=lambda each: general(each.stelle) in moves):
        place = _new_place(answer.stelle, moves)
        field = known[place.blatt].field(place) if place.blatt in known else None
        if (
            field is None
            or moved.setdefault(place, _anew(answer, place, field)).text != answer.text
        ):
            homeless.append(Fundstueck(f"Stelle „{answer.stelle}“", answer.text))
    result = replace(ruecklauf, ausgabe=ausgabe, fehlend=(), fundstuecke=())
    return Umzug(_settled(result, moved, known), (*homeless, *ruecklauf.fundstuecke))


def _settled(
    ruecklauf: Ruecklauf, moved: Mapping[Stelle, Antwort], sheets: Mapping[str, Blatt]
) -> Ruecklauf:
    """Return the file with its answers in the order of the sheets, and what is empty there."""
    used = {place.blatt for place in moved} | {slug for slug, _ in ruecklauf.versionen}
    current = [sheet for sheet in sheets.values() if sheet.slug in used]
    asked = [each.stelle for sheet in current for each in places(sheet)]
    order = {place: number for number, place in enumerate(asked)}
    placed = sorted(moved, key=lambda each: (order.get(each, len(order)), each))
    return replace(
        ruecklauf,
        antworten=tuple(moved[place] for place in placed),
        leer=tuple(place for place in asked if place not in moved),
        versionen=tuple((sheet.slug, sheet.version) for sheet in current),
    )


def annex(umzug: Umzug, sheets: Iterable[Blatt]) -> str:
    """Return as Markdown what people must look at: texts without place, and doubts.

    Empty if there is nothing.
    """
    doubts = [each for each in umzug.ruecklauf.antworten if each.zweifel]
    lines = list(_section(ANNEX, ((each.ort, each.text, "") for each in umzug.ohne_platz)))
    asked = {each.stelle: each.frage for sheet in sheets for each in places(sheet)}
    named = (
        (f"{asked.get(each.stelle, 'Weitere Zeile')} (`{each.stelle}`)", each.text, each.zweifel)
        for each in doubts
    )
    return "\n".join((*lines, *_section(DOUBTFUL, named)))


def _moves(renamed: Iterable[Umbenennung]) -> Mapping[Stelle, Stelle]:
    """Return the last name by each old one; those in a circle are left out."""
    steps = {each.alt: each.neu for each in renamed}
    last: dict[Stelle, Stelle] = {}
    for old, first in steps.items():
        new, seen = first, {old}
        while new in steps and new not in seen:
            seen.add(new)
            new = steps[new]
        if new not in seen:
            last[old] = new
    return last


def _new_place(place: Stelle, moves: Mapping[Stelle, Stelle]) -> Stelle:
    """Return where a place is now: by its own name, or else by that of its table."""
    column = moves.get(general(place))
    if column is not None:
        return column._replace(zeile=place.zeile)
    table = moves.get(Stelle(place.blatt, place.key)) if place.spalte else None
    if table is None:
        return place
    moved = place._replace(blatt=table.blatt, key=table.key)
    later = moves.get(general(moved))
    return moved if later is None else later._replace(zeile=place.zeile)


def _anew(answer: Antwort, place: Stelle, field: Formularfeld) -> Antwort:
    wert, doubt = read_value(field, answer.text)
    if answer.wert is None and answer.zweifel and not doubt:
        return replace(answer, stelle=place)  # such as a formula: no text becomes a value
    return replace(answer, stelle=place, wert=wert, zweifel=doubt)


def _described(sheets: Mapping[str, Blatt], place: Stelle) -> Formularfeld | None:
    """Return the field, table or column that a place without row names."""
    sheet = sheets.get(place.blatt)
    found = next((each for each in sheet.felder if each.key == place.key), None) if sheet else None
    if found is None or not place.spalte:
        return found
    return next((each for each in found.spalten if each.key == place.spalte), None)


def _with(sheet: Blatt, old: Stelle, field: Formularfeld) -> Blatt:
    """Return the sheet with one more field, or with one more column in a table."""
    named = replace(field, key=old.spalte or old.key)
    if not old.spalte:
        return replace(sheet, felder=(*sheet.felder, named))
    fields = tuple(
        replace(each, spalten=(*each.spalten, named)) if each.key == old.key else each
        for each in sheet.felder
    )
    return replace(sheet, felder=fields)


def _section(title: str, entries: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    shown = list(entries)
    if not shown:
        return
    yield f"# {title}\n"
    for where, text, why in shown:
        quote = text.replace("\n", "\n> ")
        yield f"**{where}**\n\n> {quote}\n"
        yield from (f"{why}\n",) if why else ()
