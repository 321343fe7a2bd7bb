"""What a book cannot express, said once for each kind, with the first place it concerns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from docutils import nodes

TEXTS: dict[str, tuple[str, str]] = {
    "unknown": (
        "Unbekanntes Element „{what}“; nur sein Text bleibt.",
        "Unknown node “{what}”; only its text is kept.",
    ),
    "broken": (
        "Das Element „{what}“ ist anders gebaut als erwartet; nur sein Text bleibt.",
        "The node “{what}” is not built as expected; only its text is kept.",
    ),
    "undrawn": (
        "„{what}“ wird im Buch nicht gezeichnet; seine Beschreibung steht da.",
        "“{what}” is not drawn in a book; its source is printed instead.",
    ),
    "html": (
        "HTML kommt nur als Text an. Bitte Markdown schreiben.",
        "HTML arrives as plain text. Please write Markdown or reStructuredText.",
    ),
    "picture": (
        "Bild „{what}“ liegt nicht im Projekt; sein Alternativtext bleibt.",
        "The picture “{what}” is not in the project; its alternative text is kept.",
    ),
    "no_alt": (
        "Bild „{what}“ ohne Alternativtext; es gilt als Schmuck. Bitte :alt: ergänzen.",
        "The picture “{what}” has no alternative text and counts as decoration. Please add :alt:.",
    ),
}
"""Kind → sentence in German and in English, which every other language gets."""


def in_language(pair: tuple[str, str], language: str) -> str:
    """Return the first of two sentences for German projects, else the second, English one."""
    return pair[0 if language.startswith("de") else 1]


MORE = (" Und {count} weitere.", " And {count} more.")


@dataclass(frozen=True)
class Remark:
    """A kind of ``TEXTS`` and what it concerns: a class of nodes, a file."""

    kind: str
    what: str = ""

    def text(self, language: str, more: int = 0) -> str:
        """Return the sentence; ``more`` counts the further places that it holds for."""
        tail = in_language(MORE, language).format(count=more) if more else ""
        return in_language(TEXTS[self.kind], language).format(what=self.what) + tail


Said = Callable[[str, nodes.Node], None]


class Remarks:
    """Collects remarks while a book is read and says each once at the end."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._places: dict[Remark, list[nodes.Node]] = {}

    def __call__(self, remark: Remark, node: nodes.Node) -> None:
        """Note a remark about a node."""
        self._places.setdefault(remark, []).append(node)

    def say(self, said: Said) -> None:
        """Hand each sentence to ``said``, with the node where it was first true."""
        for remark, places in self._places.items():
            said(remark.text(self._language, len(places) - 1), _with_line(places[0]))


def _with_line(node: nodes.Node) -> nodes.Node:
    """Return the node, or what surrounds it, that knows its line."""
    around: nodes.Node | None = node
    while around is not None and not around.line:
        around = around.parent
    return around or node
