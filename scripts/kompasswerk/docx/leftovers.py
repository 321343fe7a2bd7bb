"""Text that somebody wrote outside of all fields of a workbook."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..formular.answers import Fundstueck
from .known import Known, squeezed
from .oxml.base import Element
from .oxml.filled import comments_of
from .oxml.shipped import fingerprint, fixed_text, paras_of
from .oxml.told import DELETED, Aside, Para

SHORT = 40
"""Letters up to which a paragraph that was shipped elsewhere may be an answer here."""
MANY = 50
"""Deletions in a paragraph up to which is asked whether only our own words are gone."""
NOT_COMPARED = (
    "Der Datei fehlt das Verzeichnis ihres ursprünglichen Textes. Deshalb steht hier auch Text, "
    "der schon vorher darin stand."
)
_FORM, _BOXED = "in einer Tabelle zum Ausfüllen", "im Textfeld"
_NEAR = (_FORM, _BOXED)
_PARTS = {
    "header": "Kopfzeile",
    "footer": "Fußzeile",
    "footnotes": "Fußnote",
    "endnotes": "Endnote",
}
NOTES = (_PARTS["footnotes"], _PARTS["endnotes"])
"""How the places of footnotes and endnotes begin."""


class Leftovers:
    """Collects paragraphs that hold no answer and tells which of them are somebody's own.

    ``shipped`` are the fingerprints from the manifest, empty if it has none; then only the words
    of the forms count as shipped. ``heading`` is the last heading, which says where things stand.
    """

    def __init__(self, known: Known, shipped: Sequence[str]) -> None:
        self.heading = ""
        self._known = known.words
        self._shipped = shipped
        self._all = frozenset(shipped)
        self._notes: list[Fundstueck] = []
        self._around: list[Fundstueck] = []
        self._paras: list[tuple[str, str, str, str]] = []

    def note(self, where: str, text: str) -> None:
        """Add text that is known to be somebody's own."""
        self._notes.append(Fundstueck(where, text))

    def own(self, text: str) -> str:
        """Return a text unless it was shipped, else nothing."""
        return "" if fingerprint(text) in self._all else text

    def paragraph(self, para: Para) -> None:
        """Add a paragraph of the text or of a text box."""
        self._add(para, _BOXED if para.boxed else "im Text")

    def cell(self, paras: Iterable[Para], *, form: bool) -> None:
        """Add the paragraphs of a cell without an answer; ``form`` says that its table has some."""
        for para in paras:
            self._add(para, _FORM if form else "in einer Tabelle")

    def gone(self, paras: Iterable[Para], where: str, hint: str = "") -> None:
        """Add what is struck out, hidden or deleted in some paragraphs.

        A deletion of what was shipped, or of the placeholder ``hint``, is none.
        """
        said: dict[str, list[str]] = {}
        for para in paras:
            for aside in para.gone:
                if fingerprint(aside.piece.text) and not self._tidied(para, aside, hint):
                    said.setdefault(aside.how, []).append(aside.piece.text)
        for how, texts in said.items():
            self.note(where, f"{how}: {squeezed(' '.join(texts))}")

    def _tidied(self, para: Para, aside: Aside, hint: str) -> bool:
        """Whether somebody only deleted what we had written."""
        text = aside.piece.text
        if aside.how != DELETED or len(para.asides) > MANY:
            return False
        before = para.text
        whole = fingerprint(before[: aside.at] + text + before[aside.at :])
        ours = any(mark in self._all or mark in self._known for mark in (fingerprint(text), whole))
        return ours or squeezed(text) == hint

    def _add(self, para: Para, where: str) -> None:
        if para.asides:
            self.gone((para,), _under(where, self.heading))
        text = fixed_text(para)
        mark = fingerprint(text)
        if mark:
            self._paras.append((mark, text, where, self.heading))

    def take_parts(self, parts: Mapping[str, Element]) -> None:
        """Add headers, footers, notes and comments by the name of their part."""
        for name in sorted(parts):
            base = posixpath.basename(name)
            if base.startswith("comments"):
                for author, text in comments_of(parts[name]):
                    self.note(f"Kommentar von {author}" if author else "Kommentar", _shown(text))
                continue
            where = next(word for key, word in _PARTS.items() if base.startswith(key))
            for para in paras_of(parts[name]):
                self.gone((para,), where)
                text = fixed_text(para)
                mark = fingerprint(text)
                if mark and not (mark in self._all or mark in self._known):
                    self._around.append(Fundstueck(where, _shown(text)))

    def found(self) -> tuple[Fundstueck, ...]:
        """Return all that is somebody's own: beside answers, in comments, then as the text goes.

        Where nobody knows what was shipped, tables with answers and text boxes come before the
        rest of the text.
        """
        first = () if self._shipped else (Fundstueck("ganze Datei", NOT_COMPARED),)
        extra = self._surplus()
        own = [
            Fundstueck(_under(where, heading), _shown(text))
            for at, (mark, text, where, heading) in enumerate(self._paras)
            if at in extra or not (mark in self._all or mark in self._known)
        ]
        if not self._shipped:
            own.sort(key=lambda found: not found.ort.startswith(_NEAR))
        own += self._around
        return (*(first if own else ()), *self._notes, *own)

    def _surplus(self) -> set[int]:
        """Return which short paragraphs stand there more often than they were shipped.

        Those count as added whose neighbours are strange to them.
        """
        shipped = Counter(self._shipped)
        found = Counter([mark for mark, text, *_ in self._paras if len(text) <= SHORT])
        crowded: dict[str, list[int]] = {
            mark: []
            for mark, number in found.items()
            if number > shipped.get(mark, number) and mark not in self._known
        }
        if not crowded:
            return set()
        for at, (mark, text, *_) in enumerate(self._paras):
            if mark in crowded and len(text) <= SHORT:
                crowded[mark].append(at)
        pairs = set(zip(self._shipped, self._shipped[1:], strict=False))
        return {
            at
            for mark, places in crowded.items()
            for at in sorted(places, key=lambda each: self._at_home(each, pairs))[
                : len(places) - shipped[mark]
            ]
        }

    def _at_home(self, at: int, pairs: set[tuple[str, str]]) -> int:
        """Return how many of its neighbours a paragraph had when it was shipped."""
        before = self._paras[at - 1][0] if at else ""
        after = self._paras[at + 1][0] if at + 1 < len(self._paras) else ""
        mark = self._paras[at][0]
        return ((before, mark) in pairs) + ((mark, after) in pairs)


def _under(where: str, heading: str) -> str:
    return f"{where} unter „{heading}“" if heading else where


def _shown(text: str) -> str:
    return "\n".join(_lines(text))


def _lines(text: str) -> Iterator[str]:
    yield from filter(None, map(squeezed, text.split("\n")))
