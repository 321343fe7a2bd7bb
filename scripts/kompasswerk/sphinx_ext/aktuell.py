"""Which pages to write again after an edit, so that an incremental build equals a full one.

A page shows titles, kinds and mentions of other pages. When the *public face* of any page
(what others may show of it) changes, every page is written again; an edit to prose alone
rewrites only its own page. Writing all pages costs seconds, a stale catalogue costs trust.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from .domain import KompassDomain
from .source import domain_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

SHOWN = ".gesichter"
"""File of an output folder: a digest of the faces that its pages show."""


def rewrite_all_if_faces_changed(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return all pages if the output shows other faces than pages have now, else none.

    The output itself says what it shows: another builder may have read the change before, or
    the last build may have broken off while it was writing.
    """
    try:
        shown = (Path(app.outdir) / SHOWN).read_text(encoding="ascii")
    except (OSError, ValueError):
        shown = ""
    return [] if shown == _digest(env) else sorted(env.all_docs)


def note_shown_faces(app: Sphinx, exception: Exception | None) -> None:
    """After a complete build, note in the output which faces it shows."""
    if exception is None and Path(app.outdir).is_dir():
        (Path(app.outdir) / SHOWN).write_text(_digest(app.env), encoding="ascii")


def _digest(env: BuildEnvironment) -> str:
    return sha256(repr(sorted(public_faces(env).items())).encode()).hexdigest()


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
