"""Which pages to write again after an edit, so that an incremental build equals a full one.

A page shows titles, kinds and mentions of other pages. When the *public face* of any page
(what others may show of it) changes, every page is written again; an edit to prose alone
rewrites only its own page. Writing all pages costs seconds, a stale catalogue costs trust.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders.html import StandaloneHTMLBuilder

from .domain import KompassDomain
from .source import domain_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

RECORD = ".gesichter"
"""File of an output folder: a digest of the faces that its pages show, then its files."""


def rewrite_all_if_faces_changed(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return all pages if the output shows other faces than pages have now, else none.

    The output itself says what it shows: another builder may have read the change before, or
    the last build may have broken off while it was writing.
    """
    shown, files = _read_record(app)
    if shown == _digest(env):
        return []
    _write_record(app, "", files | _files(app))
    return sorted(env.all_docs)


def spare_chapters(app: Sphinx, env: BuildEnvironment) -> None:
    """Keep Sphinx from writing the chapters above an edited page again, such as a catalogue.

    What they show of the page is part of its face; if that changes, all pages are written. The
    environment on disk is not touched: it has been saved before.
    """
    env.files_to_rebuild.clear()


def finish_output(app: Sphinx, exception: Exception | None) -> None:
    """After a complete build, delete what it no longer holds and note what it shows.

    Sphinx leaves the page of a deleted file behind; it would be published again and again.
    Only files that an earlier build has noted are deleted.
    """
    if exception is not None or not Path(app.outdir).is_dir():
        return
    files = _files(app)
    for name in _read_record(app)[1] - files:
        (Path(app.outdir) / name).unlink(missing_ok=True)
    _write_record(app, _digest(app.env), files)


def _files(app: Sphinx) -> set[str]:
    """Return the files of a website that come from pages and their pictures."""
    builder, env = app.builder, app.env
    if not isinstance(builder, StandaloneHTMLBuilder):
        return set()
    outdir = Path(app.outdir)
    # A moved page leaves a signpost at its old place.
    pages = {builder.get_output_path(name) for name in (*env.all_docs, *domain_of(env).moved)}
    pictures = {outdir / builder.imagedir / name for _, name in env.images.values()}
    downloads = {outdir / "_downloads" / name for _, name in env.dlfiles.values()}
    return {path.relative_to(outdir).as_posix() for path in pages | pictures | downloads}


def recorded(record: Path) -> str:
    """Return what an earlier build has noted in a file, empty if there is none or it is damaged."""
    try:
        return record.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


def _read_record(app: Sphinx) -> tuple[str, set[str]]:
    shown, *files = recorded(Path(app.outdir) / RECORD).split("\n")
    return shown, {name for name in files if name}


def _write_record(app: Sphinx, shown: str, files: set[str]) -> None:
    folder = Path(app.outdir)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / RECORD).write_text("\n".join([shown, *sorted(files)]), encoding="utf-8")


def _digest(env: BuildEnvironment) -> str:
    def digest(domain: KompassDomain) -> str:
        shown = (sorted(public_faces(env).items()), domain.orte)
        return sha256(repr(shown).encode()).hexdigest()

    return domain_of(env).once(digest, _digest)


def public_faces(env: BuildEnvironment) -> dict[str, str]:
    """Return by document what other documents may show of it."""
    domain: KompassDomain = domain_of(env)
    digests, labels = domain.data["digests"], _labels_by_document(env)
    return {
        docname: repr(
            (
                title.astext(),
                env.tocs[docname].astext() if docname in env.tocs else "",
                env.toctree_includes.get(docname),
                digests.get(docname),
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
