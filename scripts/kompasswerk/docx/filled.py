"""Filled workbooks: what a Word file brought back, whoever saved it last."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from ..formular.answers import Antwort, Erkannt, Fundstueck, Ruecklauf
from ..formular.values import read_value
from ..model.formular import Blatt, Stelle
from ..reading.refused import RefusedFileError
from ..reading.zipped import Limits
from .cells import Written, written
from .claims import owner, tag_of
from .copies import Copies
from .known import UNKNOWN, Known, known_places, squeezed
from .leftovers import NOT_COMPARED, Leftovers
from .opening import MAIN, RETURNED, opened, read_part, root_of
from .outside import check_outside
from .oxml.custom_properties import read_properties
from .oxml.form_manifest import NAMESPACE, FormManifest, manifest_of, read_form_manifest
from .oxml.memory import Memory
from .oxml.told import Cell, Grid, Para, Piece
from .places import Course, Found, places_in

PROPERTIES = "docProps/custom.xml"
NO_FIELD = "Dieses Feld gibt es in der heutigen Ausgabe nicht."
MOST_CONTROLS = 20_000
_CONTROL = re.compile(rb"<(?:[^\s<>/:]+:)?sdt[\s/>]")
_MEMORY = Memory()
_HEADINGS = ("heading", "berschrift", "title", "titel")


def read_filled(path: Path, sheets: Sequence[Blatt], limits: Limits = RETURNED) -> Ruecklauf:
    """Return the answers of a workbook and all else that somebody wrote into it.

    Answers come in the order of the file. Of a table, ``leer`` names the whole if no row has an
    answer, else the empty cells of rows that have some; ``fehlend`` names it if it is gone.
    Raises what :func:`.opening.opened` raises.
    """
    parts = opened(path, limits)
    check_outside(path.name, parts)
    manifest = _manifest(path.name, parts)
    if _controls_in(parts[MAIN]) > MOST_CONTROLS:
        raise RefusedFileError(f"„{path.name}“ hat mehr als {MOST_CONTROLS} Felder.")
    blocks = read_part(path.name, parts[MAIN], _MEMORY.blocks_of)
    known = known_places(tuple(sheets), manifest)
    shipped = manifest.shipped if manifest else ()

    def reading_of(sheet: str) -> _Reading:
        return _Reading(known, Leftovers(known, shipped), Course(sheet), sheet)

    reading = reading_of("")
    copies = Copies(path.name, known, reading, reading_of)
    copies.take_all(blocks)
    asides = {
        name: root_of(path.name, blob)
        for name, blob in parts.items()
        if name.startswith("word/") and posixpath.basename(name).startswith(_ASIDES)
        if name.endswith(".xml")
    }
    reading.left.take_parts(asides)
    result = reading.result(path.name, manifest)
    return replace(result, fundstuecke=(*result.fundstuecke, *copies.found()))


def _controls_in(blob: bytes) -> int:
    """Return how many content controls a part holds, as many as there may be if those are few."""
    most = blob.count(b"sdt")
    return most if most <= MOST_CONTROLS else len(_CONTROL.findall(blob))


_ASIDES = ("header", "footer", "footnotes", "endnotes", "comments.")


def _manifest(name: str, parts: Mapping[str, bytes]) -> FormManifest | None:
    """Return the manifest, or as much of it as the properties of the file repeat."""
    custom = (
        root_of(name, blob)
        for part, blob in parts.items()
        if part.startswith("customXml/item") and NAMESPACE.encode() in blob
    )
    found = read_form_manifest(custom)
    if found is None and PROPERTIES in parts:
        found = manifest_of(read_properties(root_of(name, parts[PROPERTIES])))
    return found


@dataclass
class _Reading:
    """Collects the answers of one file block by block; of a copy, those to one ``sheet``."""

    known: Known
    left: Leftovers
    course: Course
    sheet: str
    answers: dict[Stelle, Antwort] = field(default_factory=dict)
    empty: dict[Stelle, None] = field(default_factory=dict)
    fields: set[Stelle] = field(default_factory=set)
    sheets: set[str] = field(default_factory=set)

    def take(self, block: Para | Grid, sheet: str) -> str:
        """Read a block that may name a sheet; return the one of a table that belongs elsewhere."""
        if isinstance(block, Grid):
            return self._table(block)
        if not block.boxed:
            self._heading(block, sheet)
        self._paragraph(block)
        return ""

    def stood(self, field: Stelle) -> bool:
        """Return whether a field has stood there before, filled in or not."""
        return field in self.fields

    def fields_in(self, block: Para | Grid, sheet: str) -> set[Stelle]:
        """Return the fields that stand in a block as if it were the first of a sheet."""
        if isinstance(block, Grid):
            places = [each.stelle for each in places_in(block, self.known, Course(sheet)).values()]
        else:
            places = [found[0] for found in map(self._owner, block.pieces) if found]
        return {Stelle(each.blatt, each.key) for each in places}

    def all_found(self) -> Iterator[Fundstueck]:
        """Yield the answers with their questions, then all else that is somebody's own."""
        for stelle, answer in self.answers.items():
            table = self.known.table(stelle) if stelle.zeile else None
            name = self._name(stelle)
            yield Fundstueck(f"{table.label}: {name}" if table else name, answer.text)
        yield from (each for each in self.left.found() if each.text != NOT_COMPARED)

    def _paragraph(self, para: Para) -> None:
        if not any(piece.mark or piece.control for piece in para.pieces):
            self.left.paragraph(para)
            return
        owners = [self._owner(piece) for piece in para.pieces]
        aside = [self._owner(each.piece) for each in para.asides]
        by: dict[Stelle, Erkannt] = {}
        for found in filter(None, owners):
            by.setdefault(*found)
        for stelle, erkannt in by.items():
            self._answer(Found(stelle, erkannt), (_part(para, owners, aside, stelle),))
        self.left.paragraph(_part(para, owners, aside, None) if by else para)

    def _owner(self, piece: Piece) -> tuple[Stelle, Erkannt] | None:
        return owner(piece, self.known) if piece.mark or piece.control is not None else None

    def _heading(self, para: Para, slug: str) -> None:
        """Take note of what the paragraph before a table says, and of headings."""
        text = para.text
        if not text.strip():
            return
        self.course.before = text
        self.course.sheet = slug or self.course.sheet
        style = para.style.casefold()
        if slug or any(word in style for word in _HEADINGS):
            self.left.heading = squeezed(text)

    def _table(self, grid: Grid) -> str:
        places = places_in(grid, self.known, self.course)
        elsewhere = self._elsewhere([each.stelle for each in places.values()])
        if elsewhere:
            return elsewhere
        self.course.before = ""
        for r, row in enumerate(grid.rows):
            for c, cell in enumerate(row):
                if (r, c) in places:
                    self._cell(cell, places[r, c])
                else:
                    self.left.cell(cell.paras, form=bool(places))
        return ""

    def _note_field(self, stelle: Stelle) -> None:
        self.fields.add(Stelle(stelle.blatt, stelle.key))
        self.sheets.add(stelle.blatt)

    def _elsewhere(self, places: Sequence[Stelle]) -> str:
        """Return the sheet of places that are none of this copy, empty if they are."""
        if self.sheet and places and all(each.blatt != self.sheet for each in places):
            return places[0].blatt
        again = [each for each in places if not each.zeile and self.stood(each)]
        return again[0].blatt if len(again) > 1 and 2 * len(again) > len(places) else ""

    def _cell(self, cell: Cell, found: Found) -> None:
        """Read a cell; one in which tags name several places is read tag by tag."""
        tags = {stelle for para in cell.paras for piece in para.pieces if (stelle := tag_of(piece))}
        if len({(each.blatt, each.key, each.spalte) for each in tags}) <= 1:
            self._answer(found, cell.paras)
            return
        for para in cell.paras:
            self._paragraph(para)

    def _answer(self, found: Found, paras: Sequence[Para]) -> None:
        stelle = found.stelle
        self._note_field(stelle)
        column, hint = self.known.field(stelle) or UNKNOWN, self.known.hint(stelle)
        said = written(paras, column, hint)
        if any(para.asides for para in paras):
            self.left.gone(paras, self._beside(stelle), hint)
        if column is UNKNOWN:  # nobody knows its unit but the file itself
            said = said._replace(text=self.left.own(said.text), beside=self.left.own(said.beside))
        if any(para.pictures for para in paras):
            self.left.note(self._beside(stelle), "(Bild)")
        if said.beside:
            self.left.note(self._beside(stelle), said.beside)
        if not said.text:
            if stelle not in self.answers:
                self.empty[stelle] = None
            return
        earlier = self.answers.get(stelle)
        if earlier is not None:
            if squeezed(earlier.text) != squeezed(said.text):
                self.left.note(f"zweite Antwort auf „{self._name(stelle)}“", said.text)
            return
        self.empty.pop(stelle, None)
        self.course.seen.add(stelle)
        self.answers[stelle] = self._checked(found, said)

    def _checked(self, found: Found, said: Written) -> Antwort:
        column = self.known.field(found.stelle)
        if column is None:
            return Antwort(found.stelle, said.text, None, found.erkannt, NO_FIELD)
        value, doubt = read_value(column, said.text)
        if doubt and said.day and any(letter.isdigit() for letter in said.text):
            value, doubt = _day(said.day) or value, "" if _day(said.day) else doubt
        doubts = " ".join(filter(None, (doubt, said.doubt)))
        return Antwort(found.stelle, said.text, value, found.erkannt, doubts)

    def _beside(self, stelle: Stelle) -> str:
        return f"neben der Antwort auf „{self._name(stelle)}“"

    def _name(self, stelle: Stelle) -> str:
        column = self.known.field(stelle)
        label = column.label if column else str(stelle)
        return f"{label} (Zeile {stelle.zeile})" if stelle.zeile else label

    def result(self, name: str, manifest: FormManifest | None) -> Ruecklauf:
        versions = ((sheet.name, sheet.version) for sheet in manifest.sheets) if manifest else ()
        return Ruecklauf(
            datei=name,
            stadt=squeezed(manifest.town) if manifest else "",
            ags=manifest.ags if manifest else "",
            ausgabe=manifest.edition if manifest else "",
            antworten=tuple(self.answers.values()),
            leer=tuple(self._empty()),
            fehlend=tuple(self._missing(has_manifest=manifest is not None)),
            fundstuecke=self.left.found(),
            versionen=tuple(versions),
        )

    def _empty(self) -> Iterable[Stelle]:
        rows = {each._replace(spalte="") for each in self.answers if each.zeile}
        tables = {each._replace(zeile=0) for each in rows}
        told: set[Stelle] = set()
        for stelle in self.empty:
            table = Stelle(stelle.blatt, stelle.key)
            if not stelle.zeile or stelle._replace(spalte="") in rows:
                yield stelle
            elif table not in tables and table not in told:
                told.add(table)
                yield table

    def _missing(self, *, has_manifest: bool) -> Iterable[Stelle]:
        there = self.fields | set(self.course.rows)
        sheets = {each.blatt for each in there}
        for stelle in self.known.expected:
            if stelle not in there and (has_manifest or stelle.blatt in sheets):
                yield stelle


def _part(
    para: Para,
    owners: Sequence[tuple[Stelle, Erkannt] | None],
    aside: Sequence[tuple[Stelle, Erkannt] | None],
    stelle: Stelle | None,
) -> Para:
    """Return what of a paragraph belongs to a place, with ``None`` what belongs to none."""

    def mine(found: tuple[Stelle, Erkannt] | None) -> bool:
        return (found[0] if found else None) == stelle

    return para._replace(
        pieces=tuple(each for each, found in zip(para.pieces, owners, strict=True) if mine(found)),
        asides=tuple(each for each, found in zip(para.asides, aside, strict=True) if mine(found)),
        pictures=() if stelle else para.pictures,
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
