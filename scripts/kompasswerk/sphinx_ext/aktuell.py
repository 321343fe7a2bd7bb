"""Which pages to write again after an edit, so that an incremental build equals a full one.

A page shows titles, kinds and mentions of other pages. When the *public face* of any page
(what others may show of it) changes, every page is written again; an edit to prose alone
rewrites only its own page. Writing all pages costs seconds, a stale catalogue costs trust.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from .domain import KompassDomain
from .source import domain_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

Faces = Mapping[str, str]


class Rewrite:
    """Remembers the public faces from before reading and compares them afterwards."""

    def __init__(self) -> None:
        self.before: Faces = {}

    def remember(self, app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
        """Take the faces as they are before pages are read."""
        self.before = public_faces(env)

    def changed(self, app: Sphinx, env: BuildEnvironment) -> list[str]:
        """Return all pages if any public face changed, else none."""
        return [] if public_faces(env) == self.before else sorted(env.all_docs)


def public_faces(env: BuildEnvironment) -> dict[str, str]:
    """Return by document what other documents may show of it."""
    domain: KompassDomain = domain_of(env)
    labels = _labels_by_document(env)
    return {
        docname: repr(
            (
                title.astext(),
                env.tocs[docname].astext() if docname in env.tocs else "",
                env.toctree_includes.get(docname),
                domain.page(docname),
                sorted(domain.data["mentions"].get(docname, ())),
                labels.get(docname),
            )
        )
        for docname, title in env.titles.items()
    }


def _labels_by_document(env: BuildEnvironment) -> dict[str, list[tuple[str, ...]]]:
    labels: dict[str, list[tuple[str, ...]]] = {}
    for label, (docname, anchor, title) in sorted(env.domains.standard_domain.labels.items()):
        labels.setdefault(docname, []).append((label, anchor, title))
    return labels


def drop_words_of_no_page(app: Sphinx) -> list[tuple[str, dict[str, object], str]]:
    """Take words out of Sphinx's search index that no page holds any more; make no pages.

    Sphinx keeps the index between builds and leaves a word without pages behind when its last
    page changes, so that an incremental build would differ from a full one.
    """
    indexer = getattr(app.builder, "indexer", None)
    if indexer is not None:
        for mapping in (indexer._mapping, indexer._title_mapping):
            for word in [word for word, pages in mapping.items() if not pages]:
                del mapping[word]
    return []
