"""The front matter as one tree, even where a part of it is no valid YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .nodes import Broken, Node, Pairs, Scalar, compose
from .notes import Notes, Place
from .syntax import ComposeError

MOST_CHUNKS = 400
_TOP_KEY = re.compile(r"""['"]?([A-Za-zÄÖÜäöüß_][\w-]*)['"]?[ ]*:(?:\s|$)""")


@dataclass(frozen=True)
class _Chunk:
    """The lines of one top-level key."""

    key: str
    text: str
    line: int


def read_head(text: str, place: Place, notes: Notes) -> Pairs | None:
    """Return the top-level keys; ``None``, with a finding, if there are none at all.

    ``place.line`` is the line of the first line of ``text``. If the text as a whole is no
    YAML, each top-level key is tried on its own, so that one slip hides nothing else.
    """
    trial = Notes()
    try:
        node = compose(text, place, trial)
    except ComposeError as error:
        return _piece_by_piece(text, place, notes, error)
    notes.findings.extend(trial.findings)
    return _as_pairs(node, place, notes)


def _as_pairs(node: Node | None, place: Place, notes: Notes) -> Pairs | None:
    if node is None or (isinstance(node, Pairs) and not node.pairs):
        notes.report(place, "kopf", "Der Kopf ist leer. Bitte mindestens „art: …“ angeben.")
        return None
    if isinstance(node, Pairs):
        return node
    if not isinstance(node, Broken):
        message = "Der Kopf besteht nicht aus „schlüssel: Wert“. Bitte jede Angabe so schreiben."
        notes.report(place.on(node.line), "kopf", message)
    return None


def _piece_by_piece(text: str, place: Place, notes: Notes, error: ComposeError) -> Pairs | None:
    chunks = list(_chunks(text, place.line))
    if not 0 < len(chunks) <= MOST_CHUNKS:
        notes.report(place.on(error.line), error.rule, error.message)
        return None
    before = len(notes.findings)
    pairs: dict[str, tuple[Scalar, Node]] = {}
    for chunk in chunks:
        for key, value in _chunk_pairs(chunk, place, notes):
            if key.text in pairs:
                _report_duplicate(key, pairs[key.text][0].line, place, notes)
            else:
                pairs[key.text] = (key, value)
    if len(notes.findings) == before:  # each part is fine, only their sum is not
        notes.report(place.on(error.line), error.rule, error.message)
    return Pairs(tuple(pairs.values()), place.line)


def _chunk_pairs(chunk: _Chunk, place: Place, notes: Notes) -> Iterator[tuple[Scalar, Node]]:
    trial = Notes()
    try:
        node = compose(chunk.text, place.on(chunk.line), trial)
    except ComposeError as error:
        notes.report(place.at(chunk.key, error.line), error.rule, error.message)
        node = None
    else:
        notes.findings.extend(trial.findings)
    if isinstance(node, Pairs):
        yield from node.pairs
    elif chunk.key:
        yield Scalar(chunk.key, chunk.line), Broken(chunk.line)
    elif node is not None:
        message = "Vor dem ersten Schlüssel steht Text. Bitte löschen."
        notes.report(place.on(node.line), "yaml", message)


def _report_duplicate(key: Scalar, first: int, place: Place, notes: Notes) -> None:
    message = f"Der Schlüssel steht schon in Zeile {first}. Bitte eine der Zeilen löschen."
    notes.report(place.at(key.text, key.line), "schluessel-doppelt", message)


def _chunks(text: str, first_line: int) -> Iterator[_Chunk]:
    """Yield what stands before the first key (key empty), then one chunk for each key."""
    key, start, lines = "", first_line, list[str]()
    for number, line in enumerate(text.split("\n"), first_line):
        match = _TOP_KEY.match(line)
        if match:
            if key or any(lines):
                yield _Chunk(key, "\n".join(lines), start)
            key, start, lines = match.group(1), number, []
        lines.append(line)
    if key:
        yield _Chunk(key, "\n".join(lines), start)
