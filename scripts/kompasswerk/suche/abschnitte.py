"""What of a page can be found: its sections, as text by field.

The texts are taken and cut while a page is read, and kept in the environment. So an incremental
build finds the same as a full one, and no page has to be opened or cut a second time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes as n
from sphinx import addnodes
from sphinx.domains import Domain

from ..model.arten import ROLES
from ..sphinx_ext.domain import KompassDomain
from ..sphinx_ext.eigenes import OwnData
from ..sphinx_ext.nodes import (
    leitsatz,
    quellenliste,
    quellenverweis,
    spaet,
    steckbrief,
    steckbrief_wert,
    steckbrief_zeile,
)
from .sprache import cut

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

LEFT_OUT = (quellenliste, quellenverweis, spaet, addnodes.toctree, n.raw, n.comment, n.math,
            n.footnote, n.footnote_reference, n.system_message)  # fmt: skip
"""What nobody looks for: sources, lists of other pages, formulas."""
SAME_EVERYWHERE = {"freigabe", "adresse"}
"""Facts that tell no page from another, or that nobody types."""
_LINK_BEGINS = "\ue000"
_LINK = re.compile(rf"{_LINK_BEGINS}(\w+) ([^\ue001]+)\ue001")
"""A link whose text is the title of another page, which may change without this page."""


class Feld(IntEnum):
    """Where a text stands; the number is what the index says."""

    TITEL = 0
    UEBERSCHRIFT = 1
    LEITSATZ = 2
    FAKTEN = 3
    TEXT = 4


@dataclass(frozen=True)
class Abschnitt:
    """A section or a term of the glossary; ``anker`` is empty for the top of a page.

    ``texte`` are cut, but for those with links as long as the titles of these may change.
    """

    anker: str
    texte: tuple[tuple[Feld, str], ...]
    begriff: bool = False


class SucheDomain(Domain):
    """Keeps the sections of every page."""

    name = "suche"
    label = "Suche"
    data_version = 4
    initial_data: ClassVar[dict[str, Any]] = {"abschnitte": OwnData()}

    def process_doc(self, env: BuildEnvironment, docname: str, document: n.document) -> None:
        """Remember the sections of a page."""
        self.data["abschnitte"][docname] = tuple(abschnitte(document))

    def clear_doc(self, docname: str) -> None:
        """Forget a page."""
        self.data["abschnitte"].pop(docname, None)

    def merge_domaindata(self, docnames: Iterable[str], otherdata: dict[str, Any]) -> None:
        """Take over what a parallel worker read."""
        read = otherdata["abschnitte"]
        self.data["abschnitte"].update({name: read[name] for name in docnames if name in read})

    def resolve_any_xref(self, *_: object) -> list[Any]:
        """Return nothing: sections are no objects."""
        return []


def abschnitte(document: n.document) -> Iterator[Abschnitt]:
    """Yield the sections of a page and its terms, in order; those without text are left out."""
    for section in document.findall(n.section):
        top = section.parent is document
        texte = tuple((feld, _cut(text)) for feld, text in _texte(section, top) if text)
        if texte:
            yield Abschnitt("" if top else section["ids"][0], texte)
    for glossary in document.findall(addnodes.glossary):
        for item in glossary.findall(n.definition_list_item):
            yield _begriff(item)


def _begriff(item: n.definition_list_item) -> Abschnitt:
    term = next(iter(item.findall(n.term)))
    definition = " ".join(_text(block) for block in item.findall(n.paragraph))
    texte = ((Feld.TITEL, _cut(_text(term))), (Feld.TEXT, _cut(definition)))
    return Abschnitt(term["ids"][0], texte, begriff=True)


def _texte(section: n.section, top: bool) -> Iterator[tuple[Feld, str]]:
    for child in section.children:
        if isinstance(child, n.title):
            yield Feld.TITEL if top else Feld.UEBERSCHRIFT, _text(child)
        elif isinstance(child, leitsatz):
            yield Feld.LEITSATZ, _text(child)
        elif isinstance(child, steckbrief):
            yield Feld.FAKTEN, " · ".join(_facts(child))
        elif not isinstance(child, n.section | addnodes.glossary):
            yield Feld.TEXT, " ".join(_blocks(child))


def _facts(box: steckbrief) -> Iterator[str]:
    """Yield what the fact box of a page says, without labels and without what all pages say."""
    for line in box.findall(steckbrief_zeile):
        if line["key"] not in SAME_EVERYWHERE:
            yield from (text for value in line.findall(steckbrief_wert) for text in _blocks(value))


def _blocks(node: n.Node) -> Iterator[str]:
    """Yield the texts of paragraphs, cells and labels below a node."""
    if isinstance(node, LEFT_OUT) or _is_box_title(node):
        return
    if isinstance(node, n.TextElement):
        text = _text(node)
        if text:
            yield text
        return
    for child in node.children:
        yield from _blocks(child)


def _is_box_title(node: n.Node) -> bool:
    return isinstance(node, n.title) and isinstance(node.parent, n.Admonition)


def _text(node: n.Node) -> str:
    return " ".join("".join(_inline(node)).split())


def _inline(node: n.Node) -> Iterator[str]:
    if isinstance(node, n.Text):
        yield node.astext()
    elif isinstance(node, addnodes.pending_xref) and not node.get("refexplicit"):
        role, target = node["reftype"], node["reftarget"]
        named = role == "doc" or node.get("refdomain") == KompassDomain.name
        yield f"{_LINK_BEGINS}{role} {target}\ue001" if named else node.astext()
    elif not (isinstance(node, LEFT_OUT) or _is_bare_address(node) or _is_between_sources(node)):
        for child in node.children:
            yield from _inline(child)


def _is_between_sources(node: n.Node) -> bool:
    """Whether it is the comma of „[1],[2]“."""
    return isinstance(node, n.superscript) and isinstance(node.previous_sibling(), quellenverweis)


def _is_bare_address(node: n.Node) -> bool:
    return isinstance(node, n.reference) and node.astext().startswith("http")


def _cut(text: str) -> str:
    """Return a text cut, unless it has links, whose titles may cut it differently."""
    return text if _LINK_BEGINS in text else cut(text)


def with_titles(text: str, env: BuildEnvironment, kompass: KompassDomain) -> str:
    """Return a cut text as it is, one with links cut, with titles for them."""

    def title(match: re.Match[str]) -> str:
        role, target = match[1], match[2]
        docname = kompass.docname_of(ROLES[role], target) if role in ROLES else target.lstrip("/")
        page = kompass.page(docname or "")
        if page is not None:
            return page.ueberschrift
        return env.titles[docname].astext() if docname in env.titles else ""

    return cut(_LINK.sub(title, text)) if _LINK_BEGINS in text else text
