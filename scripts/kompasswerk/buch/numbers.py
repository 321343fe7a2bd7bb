"""Numbers of chapters, figures and tables, by node, before anything becomes a block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import count

from docutils import nodes
from sphinx.environment import BuildEnvironment

from .order import Chapter, PartOrder

Documents = Mapping[str, nodes.document]


def section_numbers(
    env: BuildEnvironment, parts: Iterable[PartOrder], documents: Documents, *, chapters: bool
) -> dict[int, str]:
    """Return the number of each numbered heading by ``id(section)``.

    Numbers of ``:numbered:`` toctrees win. Otherwise, with ``chapters``, documents are
    numbered by their place in the book („7“, „7.2“) and headings inside them are not.
    ``parts`` may hold more documents than are given: an extract keeps the book's numbers.
    """
    numbers: dict[int, str] = {}
    for docname, document in documents.items():
        numbers.update(_toctree_numbers(env, docname, document))
    if numbers or not chapters:
        return numbers
    counter = count(1)
    for part in parts:
        for chapter in part.chapters if part.title else ():
            numbers.update(_chapter_numbers(chapter, str(next(counter)), documents))
    return numbers


def _chapter_numbers(
    chapter: Chapter, number: str, documents: Documents
) -> Iterator[tuple[int, str]]:
    document = documents.get(chapter.docname)
    heading = next(iter(document.findall(nodes.section)), None) if document else None
    if heading is not None:
        yield id(heading), number
    for index, child in enumerate(chapter.children, start=1):
        yield from _chapter_numbers(child, f"{number}.{index}", documents)


def _toctree_numbers(
    env: BuildEnvironment, docname: str, document: nodes.document
) -> Iterator[tuple[int, str]]:
    known = env.toc_secnumbers.get(docname, {})
    for index, section in enumerate(document.findall(nodes.section)):
        names = [f"#{name}" for name in section["ids"]] + ([""] if index == 0 else [])
        found = next((known[name] for name in names if name in known), None)
        if found:
            yield id(section), ".".join(map(str, found))


def caption_numbers(
    env: BuildEnvironment, documents: Documents, order: Iterable[str]
) -> dict[int, str]:
    """Return the number of each captioned figure, table and listing by ``id(node)``.

    With ``numfig`` Sphinx has numbered them, and formulas; without, each kind counts through the
    documents of ``order``, of which an extract holds only some.
    """
    if env.config.numfig:
        return dict(_numfig(env, documents))
    numbers: dict[int, str] = {}
    counters = {"figure": count(1), "table": count(1), "code-block": count(1)}
    for docname in order:
        document = documents.get(docname)
        for kind, node in _captioned(document or env.get_doctree(docname)):
            number = str(next(counters[kind]))
            if document is not None:
                numbers[id(node)] = number
    return numbers


def _numfig(env: BuildEnvironment, documents: Documents) -> Iterator[tuple[int, str]]:
    for docname, document in documents.items():
        for kind, node in (*_captioned(document), *_formulas(env, document)):
            known = env.toc_fignumbers.get(docname, {}).get(kind, {})
            found = next((known[name] for name in node["ids"] if name in known), None)
            if found:
                yield id(node), ".".join(map(str, found))


def _formulas(
    env: BuildEnvironment, document: nodes.document
) -> Iterator[tuple[str, nodes.Element]]:
    if env.config.math_numfig:
        yield from (("displaymath", each) for each in document.findall(nodes.math_block))


def _captioned(document: nodes.document) -> Iterator[tuple[str, nodes.Element]]:
    for node in document.findall(nodes.Element):
        if isinstance(node, nodes.figure) and _has(node, nodes.caption):
            yield "figure", node
        elif isinstance(node, nodes.table) and _has(node, nodes.title):
            yield "table", node
        elif isinstance(node, nodes.container) and node.get("literal_block"):
            yield "code-block", node


def _has(node: nodes.Element, kind: type[nodes.Element]) -> bool:
    return any(isinstance(child, kind) for child in node.children)
