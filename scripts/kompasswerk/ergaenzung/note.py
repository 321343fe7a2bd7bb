"""One page that says what is new: the first page of a supplement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import ceil

from ..buch import blocks as b
from .changes import Change, Kind

ANCHOR = "was-ist-neu:"
TITLE = "Was ist neu?"
MOST_LINES, TITLE_LETTERS, WHERE_LETTERS = 28, 32, 40
"""Lines of the table on the page, and letters that a line holds in its outer columns."""
MOST_SECTIONS = 2
MOST_LETTERS = 700
"""Letters of further titles that find room below the table."""

ORDER = (Kind.NEW, Kind.GONE, Kind.CHANGED)
ADJECTIVES = {Kind.NEW: "neue", Kind.CHANGED: "geänderte"}


def note(changes: Sequence[Change], old: str, new: str, redline: str) -> b.Section:
    """Return the page as a chapter; ``old`` and ``new`` are the lines that name the editions.

    ``redline`` is the file name of the Word copy with tracked changes. New pages come first,
    then those that are gone, then the changed ones, the most changed first; what finds no room
    in the table is listed below it.
    """
    ranked = sorted(changes, key=lambda change: (ORDER.index(change.kind), -change.lines))
    rows = _fitting(ranked)
    return b.Section(
        1,
        (b.Text(TITLE),),
        (
            _text(f"Diese Ergänzung führt vom Stand „{old}“ zum Stand „{new}“. {counted(changes)}"),
            _table(ranked[:rows]),
            *_further(ranked[rows:]),
            b.Section(2, (b.Text("So ordnen Sie die Ergänzung ein"),), (_filing(redline),)),
        ),
        anchors=(ANCHOR,),
        starts_page=True,
    )


def counted(changes: Sequence[Change]) -> str:
    """Return how many pages are new, changed and gone, as a German sentence."""
    numbers = {kind: sum(change.kind is kind for change in changes) for kind in Kind}
    named = [
        f"{number} {adjective}{'s' if number == 1 else ''}"
        for kind, adjective in ADJECTIVES.items()
        if (number := numbers[kind])
    ]
    gone = numbers[Kind.GONE]
    leaves = f"{gone} {'entfällt' if gone == 1 else 'entfallen'}"
    if not named:
        return f"{gone} Kapitel {'entfällt' if gone == 1 else 'entfallen'}."
    return f"Sie enthält {' und '.join(named)} Kapitel{f'; {leaves}' if gone else ''}."


def _fitting(changes: Sequence[Change]) -> int:
    """Return how many of the changes the table has room for."""
    lines = (
        max(ceil(len(change.title) / TITLE_LETTERS), ceil(len(_where(change)) / WHERE_LETTERS))
        for change in changes
    )
    return sum(total <= MOST_LINES for total in accumulate(lines))


def _table(changes: Sequence[Change]) -> b.Table:
    head = b.Row(tuple(b.Cell((_text(word),), header=True) for word in ("Kapitel", "Was", "Wo")))
    return b.Table((head, *map(_row, changes)), (5, 2, 6), header_rows=1)


def _row(change: Change) -> b.Row:
    title: b.Inline = b.Text(change.title)
    if change.kind is not Kind.GONE:
        title = b.InternalLink((title,), f"{change.name}:")
    cells = (b.Paragraph((title,)), _text(change.kind.value), _text(_where(change)))
    return b.Row(tuple(b.Cell((cell,)) for cell in cells))


def _where(change: Change) -> str:
    if change.kind is not Kind.CHANGED:
        return "ganzes Kapitel"
    named = [f"„{section}“" for section in change.sections[:MOST_SECTIONS]]
    left = len(change.sections) - len(named)
    return ", ".join(named) + (f" und {left} weitere" if left else "") or "am Anfang"


def _further(changes: Sequence[Change]) -> Iterator[b.Block]:
    """Yield what the table has no room for, in one paragraph that itself has limits."""
    titles: list[str] = []
    for change in changes:
        if sum(map(len, titles)) + len(change.title) > MOST_LETTERS:
            break
        titles.append(f"{change.title} ({change.kind.value})")
    if titles:
        left = len(changes) - len(titles)
        more = f" – und {left} weitere." if left else "."
        yield _text(f"Außerdem: {'; '.join(titles)}{more}")


def _filing(redline: str) -> b.ListBlock:
    advice = (
        "Auf Papier: Tauschen Sie die geänderten Kapitel aus, heften Sie die neuen dazu und nehmen "
        "Sie die entfallenen heraus. Seitenzahlen nennt nur die neue Gesamtausgabe richtig.",
        f"In Word: Die Datei „{redline}“ zeigt jede Änderung am alten Text. Wenn Sie unter "
        "„Überprüfen“ alle Änderungen annehmen, haben Sie die neue Ausgabe.",
    )
    return b.ListBlock(b.ListStyle.BULLET, tuple(b.ListItem((_text(line),)) for line in advice))


def _text(text: str) -> b.Paragraph:
    return b.Paragraph((b.Text(text),))
