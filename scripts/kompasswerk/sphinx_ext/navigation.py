"""What a page template shows around the page: chapters, state of approval, kind.

Furo's navigation holds every page of the site, so it grows with the square of their number.
Ours lists chapters; the cases are found through the catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sphinx import addnodes

from ..model import german
from ..model.arten import ARTEN
from .source import domain_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils import nodes as n
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

BEFORE_THEME = 400
"""Runs before the theme computes its tree, to spare it."""
LISTED_ELSEWHERE = {"fall"}
"""Kinds of page that the navigation leaves to the catalogue."""
UNNAMED = {"seite", "glossar"}
"""Kinds of page whose name says nothing to a reader."""
Relations = Mapping[str, Sequence[str | None]]
"""Page → the pages above, before and after it, as Sphinx's HTML builder knows them."""
ALWAYS_OPEN = 1
"""Chapters of this depth show what they hold on every page; deeper ones only on their own."""


@dataclass(frozen=True)
class Chapter:
    """One entry: ``active`` is this very page, ``open`` it or a page above it."""

    docname: str
    title: str
    link: str
    active: bool
    open: bool
    children: tuple[Chapter, ...]


@dataclass(frozen=True)
class Part:
    """The chapters below one caption; ``caption`` is empty for a toctree without one."""

    caption: str
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True)
class View:
    """From which page the navigation is seen; ``listed`` is shared by all pages of a build."""

    env: BuildEnvironment
    pagename: str
    link: Callable[[str], str]
    path: frozenset[str]
    listed: dict[str, list[str]] = field(default_factory=dict)


def setup_navigation(app: Sphinx) -> None:
    """Give every page template ``kompass_teile`` and ``kompass_seite``."""
    navigation = Navigation()
    app.connect("env-before-read-docs", navigation.forget)
    app.connect("html-page-context", navigation.add_context, priority=BEFORE_THEME)


class Navigation:
    """Finds out once in a build which pages a chapter lists: a thousand cases are not for each."""

    def __init__(self) -> None:
        self.listed: dict[str, list[str]] = {}

    def forget(self, app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
        """Start anew, as chapters may have changed."""
        self.listed = {}

    def add_context(
        self,
        app: Sphinx,
        pagename: str,
        template: str,
        context: dict[str, Any],
        doctree: n.document | None,
    ) -> None:
        """Put our navigation and the state of the page into the context of its template."""
        relations: Relations = getattr(app.builder, "relations", {})
        path = frozenset(_path(relations, pagename))
        view = View(app.env, pagename, _links(app, pagename), path, self.listed)
        context["kompass_teile"] = tuple(parts(view))
        context["kompass_seite"] = state(app.env, pagename)
        context.pop("toctree", None)  # without it the theme leaves out its own tree of all pages


def parts(view: View) -> Iterator[Part]:
    """Yield the toctrees of the start page in order."""
    root = view.env.config.root_doc
    for toctree in view.env.tocs[root].findall(addnodes.toctree):
        documents = [str(ref) for _, ref in toctree["entries"]]
        yield Part(toctree.get("caption") or "", tuple(_chapters(view, documents, 1)))


def state(env: BuildEnvironment, pagename: str) -> dict[str, str]:
    """Return kind, approval and date of a page as a reader reads them; empty without a page."""
    domain = domain_of(env)
    page, art = domain.page(pagename), domain.art(pagename)
    if page is None or art is None:
        return {}
    return {
        "typ": art,
        "art": "" if art in UNNAMED else ARTEN[art].label,
        "schluessel": page.freigabe,
        "freigabe": domain.vocabulary.label("freigabe", page.freigabe),
        "stand": german.date(page.stand),
    }


def _chapters(view: View, documents: list[str], depth: int) -> Iterator[Chapter]:
    for docname in documents:
        if docname not in view.env.titles:
            continue
        is_open = docname in view.path
        shown = _listed(view, docname) if is_open or depth <= ALWAYS_OPEN else []
        yield Chapter(
            docname,
            view.env.titles[docname].astext(),
            view.link(docname),
            docname == view.pagename,
            is_open,
            tuple(_chapters(view, shown, depth + 1)),
        )


def _listed(view: View, docname: str) -> list[str]:
    """Return the pages of a chapter's own toctrees that the navigation may show."""
    if docname not in view.listed:
        domain = domain_of(view.env)
        view.listed[docname] = [
            included
            for included in view.env.toctree_includes.get(docname, [])
            if domain.art(included) not in LISTED_ELSEWHERE
        ]
    return view.listed[docname]


def _path(relations: Relations, pagename: str) -> Iterator[str]:
    """Yield a page and the pages above it."""
    current: str | None = pagename
    seen: set[str] = set()
    while current is not None and current not in seen:
        seen.add(current)
        yield current
        current = relations.get(current, (None,))[0]


def _links(app: Sphinx, pagename: str) -> Callable[[str], str]:
    def link(docname: str) -> str:
        return app.builder.get_relative_uri(pagename, docname)

    return link
