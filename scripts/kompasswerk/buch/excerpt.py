"""Chosen pages of a library as chapters of one book: their links, their numbers, their notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from . import blocks as b
from .flow import Blocks
from .library import Leaf, Library, document_of
from .notes import inside, walk
from .place import DEEPEST

Rule = Callable[[Any], tuple[Any, ...] | None]
"""What stands in the place of an item; ``None`` leaves it and looks inside."""
MENTIONS = "erwaehnungen"
_LINKS = (b.InternalLink, b.ExternalLink)
_NUMBERED = {b.Figure: "figure", b.Table: "table", b.CodeBlock: "code"}


@dataclass(frozen=True)
class Excerpt:
    """Chosen pages in the order in which they were asked for, and their notes.

    ``pages`` has the blocks of each by document: a chapter of its own.
    """

    leaves: tuple[Leaf, ...]
    pages: Mapping[str, Blocks]
    notes: Mapping[str, Blocks]


def excerpt(library: Library, docnames: Iterable[str]) -> Excerpt:
    """Return pages as they stand beside each other in one book; unknown names are left out.

    Links between them stay, others lead to the website, or are plain text where nobody knows
    its address. What says where a page is mentioned is left out. Figures, tables and listings
    are counted through the book.
    """
    leaves = tuple(library.leaves[name] for name in docnames if name in library.leaves)
    chosen = frozenset(leaf.docname for leaf in leaves)
    counters: dict[str, int] = {}
    rule = _within(library, chosen)
    pages: dict[str, Blocks] = {}
    notes: dict[str, Blocks] = {}
    for leaf in leaves:
        found: Blocks = rewritten(leaf.blocks, rule)
        pages[leaf.docname] = rewritten(found, _counted(counters)) if leaf.captions else found
        notes |= {name: rewritten(note, rule) for name, note in leaf.notes.items()}
    return Excerpt(leaves, pages, notes)


def _within(library: Library, chosen: frozenset[str]) -> Rule:
    def rule(item: Any) -> tuple[Any, ...] | None:
        if type(item) is b.InternalLink and document_of(item.anchor) not in chosen:
            return outside(library, item.anchor, rewritten(item.children, rule))
        if type(item) is b.PageReference and document_of(item.anchor) not in chosen:
            return ()
        return () if type(item) is b.Group and item.role == MENTIONS else None

    return rule


def outside(library: Library, anchor: str, words: tuple[b.Inline, ...]) -> tuple[b.Inline, ...]:
    """Return words that lead to a place on the website, as they are if it has no address."""
    leaf = library.leaves.get(document_of(anchor))
    if leaf is None or not leaf.web:
        return words
    name = anchor.partition(":")[2]
    return (b.ExternalLink(words, f"{leaf.web}#{name}" if name else leaf.web),)


def _counted(counters: dict[str, int]) -> Rule:
    def rule(item: Any) -> tuple[Any, ...] | None:
        kind = _NUMBERED.get(type(item))
        if kind is None or item.number is None:
            return None
        counters[kind] = counters.get(kind, 0) + 1
        return (replace(_inside(item, rule), number=str(counters[kind])),)

    return rule


def lowered(blocks: Blocks) -> Blocks:
    """Return chapters as sections one level down that follow each other without a new page."""

    def rule(item: Any) -> tuple[Any, ...] | None:
        if type(item) is not b.Section:
            return None
        level = min(item.level + 1, DEEPEST)
        return (replace(_inside(item, rule), level=level, starts_page=False),)

    return rewritten(blocks, rule)


def without(kind: type[Any], blocks: Blocks) -> Blocks:
    """Return blocks without those of a class, at any depth."""
    return rewritten(blocks, lambda item: () if type(item) is kind else None)


def rewritten(items: tuple[Any, ...], rule: Rule) -> tuple[Any, ...]:
    """Return blocks or inlines with a rule applied to each at any depth.

    What stays as it is, is the same object.
    """
    result: list[Any] = []
    same = True
    for each in items:
        put = rule(each)
        if put is None:
            one = rewritten(each, rule) if type(each) is tuple else _inside(each, rule)
            same = same and one is each
            result.append(one)
        else:
            same = False
            result += put
    return items if same else tuple(result)


def _inside(item: Any, rule: Rule) -> Any:
    kind: type = type(item)
    changes: dict[str, Any] = {}
    for name in reversed(inside(kind) or ()):
        old = getattr(item, name)
        new = rewritten(old, rule) if type(old) is tuple else _alone(old, rule)
        if new is not old:
            changes[name] = new
    return replace(item, **changes) if changes else item


def _alone(item: Any, rule: Rule) -> Any:
    """Return what stands for an item that has no neighbours: the link of a card, or none."""
    put = rule(item)
    return item if put is None else next((one for one in put if isinstance(one, _LINKS)), None)


def dead_links(book: b.Book) -> Iterator[str]:
    """Yield the anchors that links, page numbers or notes name and that the book does not have."""
    known: set[str] = set()
    asked: dict[str, None] = {}
    for each in walk(book):
        known.update(getattr(each, "anchors", ()))
        if isinstance(each, b.Anchor):
            known.add(each.name)
        elif isinstance(each, b.IndexEntry):
            known.add(each.anchor)
        elif isinstance(each, b.Definition):
            known.update(name for _, names in each.terms for name in names)
        elif isinstance(each, b.InternalLink | b.PageReference):
            asked[each.anchor] = None
        elif isinstance(each, b.NoteReference) and each.note not in book.notes:
            yield each.note
    yield from (anchor for anchor in asked if anchor not in known)
