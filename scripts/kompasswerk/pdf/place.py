"""What an emitter knows about the spot it writes for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..buch.words import Words, words_for
from .breaking import pieces
from .marks import anchor_mark
from .syntax import call, preformatted, running, string

BREAK = "#bruch"
"""A place where a line may end, made by the template."""


@dataclass(frozen=True)
class Place:
    """Context on its way down; emitters never change it but pass on a copy.

    ``labels`` are the Typst labels by anchor, ``pictures`` the staged file names (``None``:
    cannot be shown), ``substitutes`` what stands for characters that no font has, ``refused``
    the formulas that Typst cannot set.
    ``heading`` is the level of the heading above, ``shift`` what a part adds to levels.
    ``contained`` says that no page may begin here, ``linked`` that a link is open,
    ``framed`` that a grid draws the frame of a card, ``tags`` in what labels stand
    (``facts``, ``card`` or running text). ``fits`` are the letters that surely fit side by
    side, ``silent`` says that anchors stand elsewhere. ``where`` is the chain of titles for
    messages.
    """

    labels: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[Path, str | None] = field(default_factory=dict)
    substitutes: Mapping[str, str] = field(default_factory=dict)
    notes: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()
    words: Words = field(default_factory=lambda: words_for("de"))
    families: tuple[str, ...] = ()
    contents_depth: int = 2
    lists: tuple[str, ...] = ()
    heading: int = 0
    shift: int = 0
    contained: bool = False
    linked: bool = False
    framed: bool = False
    tags: str = ""
    fits: int = 24
    silent: bool = False
    where: str = ""

    def literal(self, value: str) -> str:
        """Return prose as a string literal."""
        return string(self._shown(running(value)))

    def shows(self, value: str) -> bool:
        """Return whether anything of the text can be seen."""
        return bool(self.literal(value)[1:-1].strip())

    def text(self, value: str) -> str:
        """Return prose as it stands in content."""
        return BREAK.join(f"#{string(each)}" for each in self.pieces(value) if each)

    def pieces(self, value: str) -> list[str]:
        """Return prose in pieces between which a line may end."""
        return pieces(self._shown(running(value)), self.fits)

    def code_literal(self, value: str) -> str:
        """Return text whose spaces count as a string literal."""
        return string(self._shown(preformatted(value)))

    def mark(self, anchors: tuple[str, ...]) -> str | None:
        """Return the expression for the label of a block, ``None`` if it has no anchor."""
        labels = self._labels(anchors)
        return anchor_mark(labels[0]) if labels else None

    def anchor(self, anchors: tuple[str, ...]) -> str:
        """Return invisible content that carries the labels of these anchors."""
        return "".join(call("anchor", anchor_mark(label)) for label in self._labels(anchors))

    def _labels(self, anchors: tuple[str, ...]) -> list[str]:
        if self.silent:
            return []
        return list(dict.fromkeys(self.labels[name] for name in anchors if name in self.labels))

    def _shown(self, value: str) -> str:
        if self.substitutes.keys().isdisjoint(value):
            return value
        return "".join(self.substitutes.get(character, character) for character in value)
