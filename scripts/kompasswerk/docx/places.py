"""Where in a table answers stand: by marks, by the question beside them, by row and column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from ..formular.answers import Erkannt
from ..model.formular import Formularfeld, Stelle
from .claims import NO_CLAIMS, Claims, claims_of
from .known import Known, column_title, question, squeezed
from .oxml.told import Cell, Grid

At = tuple[int, int]
_FIRM = 3
"""A tag or bookmark counts as much as so many questions or titles."""


class Found(NamedTuple):
    """A place of an answer in a table and by what it was recognised."""

    stelle: Stelle
    erkannt: Erkannt


@dataclass
class Course:
    """How far reading has come: sheet of the last heading, text before, places seen so far.

    ``rows`` are the numbers of rows by table.
    """

    sheet: str = ""
    before: str = ""
    seen: set[Stelle] = field(default_factory=set)
    rows: dict[Stelle, set[int]] = field(default_factory=dict)


def places_in(grid: Grid, known: Known, course: Course) -> Mapping[At, Found]:
    """Return the places in a table by row and cell, counted from 0; empty for any other table.

    Rows of a table of answers are numbered by their order, since Word gives a new row the marks
    of the one it was copied from.
    """
    claims = {
        (r, c): claim
        for r, row in enumerate(grid.rows)
        for c, cell in enumerate(row)
        if (claim := claims_of(cell.paras, known))
    }
    form = _form(grid, claims, known, course)
    if form is not None:
        return dict(_rows(grid, claims, known, course, form))
    return dict(_questions(grid, claims, known, course))


# ---------------------------------------------------------------- tables of answers


def _form(grid: Grid, claims: Mapping[At, Claims], known: Known, course: Course) -> Stelle | None:
    """Return the table field that a table is, ``None`` if it is none."""
    votes: Counter[Stelle] = Counter()
    for claim in claims.values():
        firm = claim.firm()
        if firm is not None:
            votes[_table(firm[0])] += _FIRM
        else:
            for table in dict.fromkeys(map(_table, claim.titles)):
                votes[table] += 1
    if votes:
        best, _ = max(votes.items(), key=lambda item: item[1])
        return best if any(_is_cell(each, best) for each in _all(claims)) else None
    fitting = known.heads.get(_texts(grid.rows[0]), ()) if grid.rows else ()
    fresh = [each for each in fitting if each not in course.rows]
    for wish in (
        [each for each in fresh if _label(each, known) == question(course.before)],
        [each for each in fresh if each.blatt == course.sheet],
        fresh,
        fitting,
    ):
        if wish:
            return wish[0]
    return None


def _all(claims: Mapping[At, Claims]) -> Iterator[Stelle]:
    for claim in claims.values():
        yield from (each for each in (claim.tag, claim.mark, *claim.titles) if each is not None)


def _table(stelle: Stelle) -> Stelle:
    return Stelle(stelle.blatt, stelle.key)


def _is_cell(stelle: Stelle, table: Stelle) -> bool:
    return bool(stelle.spalte) and _table(stelle) == table


def _label(stelle: Stelle, known: Known) -> str:
    found = known.table(stelle)
    return question(found.label) if found else ""


def _rows(
    grid: Grid, claims: Mapping[At, Claims], known: Known, course: Course, form: Stelle
) -> Iterator[tuple[At, Found]]:
    table = known.table(form)
    columns = table.spalten if table else ()
    first = 1 if _has_head(grid, claims, columns) else 0
    taken = course.rows.setdefault(form, set())
    start = max(taken, default=0)
    given = table.vorgaben if table else ()
    for r, row in enumerate(grid.rows[first:], first):
        said = _given(row, given)
        number = given.index(said) + 1 if said else start + r - first + 1
        while number in taken:
            number += 1
        taken.add(number)
        for c, cell in enumerate(row):
            if said and cell.column == 0:
                continue
            found = _column(claims.get((r, c), NO_CLAIMS), cell, columns, form)
            if found is not None:
                column, erkannt = found
                yield (r, c), Found(Stelle(form.blatt, form.key, number, column), erkannt)


def _has_head(grid: Grid, claims: Mapping[At, Claims], columns: tuple[Formularfeld, ...]) -> bool:
    if not grid.rows or any((0, c) in claims for c in range(len(grid.rows[0]))):
        return False
    heads = {question(column_title(column)) for column in columns}
    return not heads or bool(heads & set(_texts(grid.rows[0])))


def _given(row: tuple[Cell, ...], given: tuple[str, ...]) -> str:
    """Return what the sheet itself says in the first cell of a row, empty if it says nothing."""
    text = squeezed(" ".join(para.text for para in row[0].paras)) if row else ""
    return next((each for each in given if squeezed(each) == text), "")


def _column(
    claims: Claims, cell: Cell, columns: tuple[Formularfeld, ...], form: Stelle
) -> tuple[str, Erkannt] | None:
    firm = claims.firm()
    if firm is not None and _is_cell(firm[0], form):
        return firm[0].spalte, firm[1]
    titled = {each.spalte for each in claims.titles if _is_cell(each, form)}
    if len(titled) == 1:
        return titled.pop(), Erkannt.TITLE
    if cell.column < len(columns):
        return columns[cell.column].key, Erkannt.PLACE
    return None


def _texts(row: tuple[Cell, ...]) -> tuple[str, ...]:
    return tuple(question(" ".join(para.text for para in cell.paras)) for cell in row)


# ---------------------------------------------------------------- questions and answers


def _questions(
    grid: Grid, claims: Mapping[At, Claims], known: Known, course: Course
) -> Iterator[tuple[At, Found]]:
    asked = {r: _asked(row, known) for r, row in enumerate(grid.rows)}
    if not claims and not any(asked.values()):
        return  # a table of prose
    sheet = _sheet(asked, claims, known, course)
    for r, row in enumerate(grid.rows):
        by_place = next((each for each in asked[r] if each.blatt == sheet), None)
        at = _answer_cell(r, row, claims)
        for c in range(len(row)):
            claim = claims.get((r, c), NO_CLAIMS)
            beside = by_place if c == at else None
            if not claim and beside is None:
                continue
            found = _single(claim, sheet, beside)
            if found is not None and found.stelle in course.seen and beside is not None:
                # A control that was copied into another row brings its tag along.
                found = found if beside in course.seen else Found(beside, Erkannt.PLACE)
            if found is not None:
                course.seen.add(found.stelle)
                yield (r, c), found


def _asked(row: tuple[Cell, ...], known: Known) -> tuple[Stelle, ...]:
    """Return the places that the question in the left cell may mean."""
    if len(row) < 2:
        return ()
    lines = [question(para.text) for para in row[0].paras]
    return next((known.questions[line] for line in lines if line in known.questions), ())


def _answer_cell(r: int, row: tuple[Cell, ...], claims: Mapping[At, Claims]) -> int:
    return next((c for c in range(len(row)) if (r, c) in claims), 1)


def _sheet(
    asked: Mapping[int, tuple[Stelle, ...]],
    claims: Mapping[At, Claims],
    known: Known,
    course: Course,
) -> str:
    """Return the sheet to which most of a table points, empty if nothing does."""
    votes: Counter[str] = Counter()
    for claim in claims.values():
        firm = claim.firm()
        if firm is not None:
            votes[firm[0].blatt] += _FIRM
        else:
            for slug in dict.fromkeys(each.blatt for each in claim.titles):
                votes[slug] += 1
    rows = [places for places in asked.values() if places]
    if not votes and 2 * len(rows) < len(asked) - 1:
        return ""  # a table of prose that shares a word with some question
    for places in rows:
        votes.update({each.blatt for each in places})
    most = max(votes.values(), default=0)
    best = [slug for slug in known.order if votes[slug] == most and most]
    fresh = [
        slug
        for slug in best
        if not any(each.blatt == slug and each in course.seen for row in rows for each in row)
    ]
    for wish in ([course.sheet] if course.sheet in best else [], fresh, best):
        if wish:
            return wish[0]
    return next(iter(votes), "")


def _single(claims: Claims, sheet: str, beside: Stelle | None) -> Found | None:
    firm = claims.firm()
    if firm is not None:
        return Found(*firm)
    titled = [each for each in claims.titles if each.blatt == sheet]
    if len(titled) > 1 and beside in titled:
        return Found(beside, Erkannt.TITLE)
    if len(titled) == 1:
        return Found(titled[0], Erkannt.TITLE)
    return None if beside is None else Found(beside, Erkannt.PLACE)
