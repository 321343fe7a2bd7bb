"""What the parts of the delivery need to know of one page, taken from the domain once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes as n

from ..model.arten import ARTEN
from ..model.seiten import Fall, Seite
from ..sphinx_ext.source import domain_of

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

LONGEST = 300
"""Letters of a description; search engines and previews cut off what is longer."""
WITHOUT_NAME = {"seite", "glossar", "gemeindeliste", ""}
"""Kinds whose name says nothing to a reader."""


@dataclass(frozen=True)
class Described:
    """A page as it shows itself outside: ``page`` is ``None`` for a plain document.

    ``uri`` is relative to the top of the site; ``art`` is a key of ``ARTEN`` or empty.
    """

    docname: str
    uri: str
    title: str
    description: str
    art: str
    page: Seite | None

    @property
    def kind(self) -> str:
        """The name of the kind as readers know it, empty where it says nothing."""
        return "" if self.art in WITHOUT_NAME else ARTEN[self.art].label

    @property
    def place(self) -> str:
        """Town and land of a case, else empty."""
        return f"{self.page.ort}, {self.page.land}" if isinstance(self.page, Fall) else ""


def describe(
    env: BuildEnvironment, docname: str, uri: str, doctree: n.document | None
) -> Described:
    """Return a page; its description is „kurz“, without one its first paragraph."""
    domain = domain_of(env)
    page = domain.page(docname)
    title = page.ueberschrift if page else env.titles[docname].astext()
    text = page.kurz if page and page.kurz else _first_paragraph(doctree)
    return Described(docname, uri, title, shortened(text), domain.art(docname) or "", page)


def _first_paragraph(doctree: n.document | None) -> str:
    if doctree is None:
        return ""
    paragraphs = (each for each in doctree.findall(n.paragraph) if _is_prose(each))
    return next((" ".join(each.astext().split()) for each in paragraphs), "")


def _is_prose(paragraph: n.paragraph) -> bool:
    return isinstance(paragraph.parent, n.section) and bool(paragraph.astext().strip())


def shortened(text: str) -> str:
    """Return at most :data:`LONGEST` letters, cut after a word and marked with „…“."""
    if len(text) <= LONGEST:
        return text
    return text[: LONGEST - 1].rpartition(" ")[0].rstrip(" ,;:–") + "…"
