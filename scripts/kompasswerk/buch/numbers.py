"""Numbers of chapters, figures and tables, by node, before anything becomes a block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import count

from docutils import nodes
from sphinx.environment import BuildEnvironment

Documents = Mapping[str, nodes.document]


def section_numbers(env: BuildEnvironment, documents: Documents) -> dict[int, str]:
    """Return the number of each heading below a ``:numbered:`` toctree by ``id(section)``."""
    numbers: dict[int, str] = {}
    for docname, document in documents.items():
        numbers.update(_toctree_numbers(env, docname, document))
    return numbers


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
