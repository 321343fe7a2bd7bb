"""The reading order of a book: which documents, in which parts, at which level."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sphinx import addnodes
from sphinx.environment import BuildEnvironment


@dataclass(frozen=True)
class Chapter:
    """A document of the book with the documents below it."""

    docname: str
    children: tuple[Chapter, ...] = ()

    def walk(self) -> Iterator[str]:
        """Yield the docnames of this chapter in reading order."""
        yield self.docname
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True)
class PartOrder:
    """A part of the book; the title is empty for chapters that belong to no part."""

    title: str
    chapters: tuple[Chapter, ...]


def reading_order(env: BuildEnvironment, start: str) -> tuple[PartOrder, ...]:
    """Return the parts of the book that begins at document ``start``.

    The start page comes first. Each toctree with a caption on it becomes a part, toctrees
    without one join what stands before. Where a part consists of one document that has
    documents below it, these become chapters beside it: „Der Kompass“ is a part with the
    steps as chapters, not one chapter with everything in it. Each document comes once.
    """
    seen = {start}
    parts = [PartOrder("", (Chapter(start),))]
    for toctree in env.get_doctree(start).findall(addnodes.toctree):
        chapters = tuple(_chapters(env, toctree, seen))
        title = toctree.get("caption") or ""
        if title and len(chapters) == 1 and chapters[0].children:
            chapters = (Chapter(chapters[0].docname), *chapters[0].children)
        if title or not chapters:
            parts.append(PartOrder(title, chapters))
        else:
            last = parts.pop()
            parts.append(PartOrder(last.title, (*last.chapters, *chapters)))
    return tuple(part for part in parts if part.chapters)


def _chapters(
    env: BuildEnvironment, toctree: addnodes.toctree, seen: set[str]
) -> Iterator[Chapter]:
    for docname in toctree["includefiles"]:
        if docname in seen or docname not in env.all_docs:
            continue
        seen.add(docname)
        below = [
            chapter
            for inner in env.get_doctree(docname).findall(addnodes.toctree)
            for chapter in _chapters(env, inner, seen)
        ]
        yield Chapter(docname, tuple(below))


def extract(parts: tuple[PartOrder, ...], pages: Collection[str]) -> tuple[PartOrder, ...]:
    """Return the chosen documents, and only these, in reading order as one part."""
    found = tuple(
        chapter for part in parts for each in part.chapters for chapter in _chosen(each, pages)
    )
    return (PartOrder("", found),)


def _chosen(chapter: Chapter, pages: Collection[str]) -> Iterator[Chapter]:
    below = tuple(each for child in chapter.children for each in _chosen(child, pages))
    if chapter.docname in pages:
        yield Chapter(chapter.docname, below)
    else:
        yield from below


def below(parts: tuple[PartOrder, ...], pages: Collection[str]) -> tuple[str, ...]:
    """Return these documents with all below them, in reading order."""
    return tuple(
        docname
        for part in parts
        for chapter in part.chapters
        for docname in _with_children(chapter, pages, inside=False)
    )


def _with_children(chapter: Chapter, pages: Collection[str], *, inside: bool) -> Iterator[str]:
    inside = inside or chapter.docname in pages
    if inside:
        yield chapter.docname
    for child in chapter.children:
        yield from _with_children(child, pages, inside=inside)


def docnames(parts: tuple[PartOrder, ...]) -> tuple[str, ...]:
    """Return all documents of a book in reading order."""
    return tuple(
        docname for part in parts for chapter in part.chapters for docname in chapter.walk()
    )
