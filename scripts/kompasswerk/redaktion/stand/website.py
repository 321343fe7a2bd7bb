"""The state in a build of the website: its pages, spreadsheet and feed."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes as n

from ... import __version__
from ...buch.placing import replace_file
from ...sphinx_ext.aktuell import recorded
from ...sphinx_ext.skripte import is_website
from ...sphinx_ext.source import domain_of
from ...sphinx_ext.website import beside
from .seite import (
    FOLDER,
    WORKBOOK,
    AufnahmeDirective,
    OnWebsite,
    RedaktionsstandDirective,
    StateLists,
    standliste,
    unchecked,
)
from .textdomain import StandDomain, note_text, stand_of, state_of_build
from .woche import FILE

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

    from ...sphinx_ext.domain import KompassDomain

RECORD = ".redaktionsstand"
"""File of an output folder: a digest of the state that it shows, then the marked documents."""
STATIC = Path(__file__).parent / "browser"
SCRIPT, STYLE = "redaktionsstand.js", "redaktionsstand.css"


def setup_website(app: Sphinx) -> ExtensionMetadata:
    """Register directives, what becomes of them, and the files."""
    app.add_domain(StandDomain)
    app.add_node(standliste)
    app.add_directive("redaktionsstand", RedaktionsstandDirective)
    app.add_directive("aufnahme", AufnahmeDirective)
    app.add_post_transform(OnWebsite)
    app.add_post_transform(StateLists)
    app.connect("source-read", note_text)
    app.connect("builder-inited", lend_files)
    app.connect("env-updated", rewrite_what_changed)
    app.connect("html-page-context", add_files)
    files = StateFiles()
    app.connect("env-updated", files.begin)
    app.connect("build-finished", files.finish)
    return {
        "version": __version__,
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def lend_files(app: Sphinx) -> None:
    """Let the website copy script and stylesheet."""
    if is_website(app):
        app.config.html_static_path.append(str(STATIC))


def rewrite_what_changed(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the documents that show another state, or are marked or no longer marked."""
    if not is_website(app):
        return []
    digest, marked = _now(env)
    shown, were = _read_record(app)
    if (digest, marked) == (shown, were):
        return []
    changed = stand_of(env).showing() | (marked ^ were)
    return sorted(changed & set(env.all_docs))


def add_files(
    app: Sphinx,
    pagename: str,
    template: str,
    context: dict[str, Any],
    doctree: n.document | None,
) -> None:
    """Add script and stylesheet to a page that shows a state."""
    if is_website(app) and pagename in stand_of(app.env).showing():
        app.add_css_file(STYLE, priority=850)
        app.add_js_file(SCRIPT, priority=850, loading_method="defer")


class StateFiles:
    """Makes spreadsheet and feed beside the writing of pages, and puts them in place after it."""

    def __init__(self) -> None:
        self.made: dict[str, bytes] = {}

    def begin(self, app: Sphinx, env: BuildEnvironment) -> list[str]:
        """Begin to make the files if a page shows them, unless they show this state already."""
        if not is_website(app) or not stand_of(env).showing():
            return []
        folder = Path(app.outdir) / FOLDER
        there = all((folder / name).is_file() for name in (WORKBOOK, FILE))
        if not there or _read_record(app) != _now(env):
            beside(app).start(lambda: _files(app), self.made.update)
        return []

    def finish(self, app: Sphinx, exception: Exception | None) -> None:
        """After a complete build, put what is new beside the pages."""
        if exception is not None or not self.made:
            return
        for name, blob in self.made.items():
            replace_file(Path(app.outdir) / FOLDER / name, blob)
        digest, marked = _now(app.env)
        lines = "\n".join([digest, *sorted(marked)])
        (Path(app.outdir) / RECORD).write_text(lines, encoding="utf-8")


def _files(app: Sphinx) -> dict[str, bytes]:
    """Return spreadsheet and feed by name."""
    state = state_of_build(app.env)
    base = str(app.config.html_baseurl or "").rstrip("/") or ".."
    feed = state.feed(lambda docname: f"{base}/{app.builder.get_target_uri(docname)}")
    return {WORKBOOK: state.workbook(inside=False), FILE: feed}


def _now(env: BuildEnvironment) -> tuple[str, frozenset[str]]:
    """Return a digest of the state, and the documents that are marked."""

    def now(domain: KompassDomain) -> tuple[str, frozenset[str]]:
        said = (state_of_build(env), env.config.html_baseurl, __version__)
        return sha256(repr(said).encode()).hexdigest(), unchecked(domain)

    return domain_of(env).once(now, _now)


def _read_record(app: Sphinx) -> tuple[str, frozenset[str]]:
    digest, *marked = recorded(Path(app.outdir) / RECORD).split("\n")
    return digest, frozenset(filter(None, marked))
