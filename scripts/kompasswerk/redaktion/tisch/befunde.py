"""What the checks find on a page, each at the control that it concerns."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ...checks.run import check_single
from ...model.findings import Finding, Severity
from ...reading.files import Loaded
from ...reading.pages import LoadedPage
from ..felder_bogen import KEY, Bogen, Bogenfeld
from ..labels import label_of
from ..werte import Raw, name_of, rows_of
from .head_values import values_in
from .sections import sections_of

NO_PICTURE = "bild-datei"


@dataclass(frozen=True)
class Befund:
    """A finding with its place: a question, or a cell in row ``zeile``, or a section by number.

    Rows and sections count from 0; ``abschnitt`` is -1 for a finding that is in no section.
    All are empty for one about the whole page.
    """

    stelle: str
    meldung: str
    fehler: bool
    frage: str = ""
    zeile: int = -1
    spalte: str = ""
    abschnitt: int = -1


def befunde_of(
    loaded: Loaded, page: LoadedPage, bogen: Bogen, today: date, pending: Collection[str] = ()
) -> list[Befund]:
    """Return all findings of a page that takes the place of the one with its path, errors first.

    ``pending`` are pictures that are written when the page is saved.
    """
    values = values_in(page.head, bogen)
    headings = [each.heading for each in sections_of(page.body, bogen.art.headings)]
    found = [
        _placed(each, bogen, values, headings)
        for each in check_single(loaded, page, today)
        if not (each.rule == NO_PICTURE and any(name in each.message for name in pending))
    ]
    return sorted(dict.fromkeys(found), key=lambda each: not each.fehler)


def _placed(
    finding: Finding, bogen: Bogen, values: Mapping[str, Raw], headings: Sequence[str]
) -> Befund:
    top, _, rest = finding.key.partition(".")
    questions = bogen.of(top)
    label = label_of(finding.key, bogen)
    error = finding.severity is Severity.ERROR
    if questions:
        where = _where(questions, rest, values)
        return Befund(label, finding.message, error, *where)
    at = headings.index(finding.key) if finding.key in headings else -1
    return Befund(label, finding.message, error, abschnitt=at)


def _where(
    questions: Sequence[Bogenfeld], rest: str, values: Mapping[str, Raw]
) -> tuple[str, int, str]:
    """Return question, row and column that the rest of a key path names."""
    first = questions[0]
    if not first.columns:
        part = next((each for each in questions if each.part == rest), first)
        return part.form.key, -1, ""
    row, _, name = rest.partition(".")
    column = next((each.form.key for each in first.columns if name and name_of(each) == name), "")
    return first.form.key, _row(first, row, values), column


def _row(question: Bogenfeld, row: str, values: Mapping[str, Raw]) -> int:
    """Return the number of the row that a key path names, -1 for none."""
    keys = list(_keys(question, values))
    if row in keys:
        return keys.index(row)
    return int(row) - 1 if row.isdigit() and not keys else -1


def _keys(question: Bogenfeld, values: Mapping[str, Raw]) -> Iterator[str]:
    if question.form.vorgaben:
        yield from question.columns[0].names
    elif question.columns[0].form.key == KEY:
        for row in rows_of(values.get(question.form.key, ())):
            yield dict(row).get(KEY, "")
