"""Which pages get which scripts and stylesheets: those that hold what they are for.

The setting ``kompass_nur_wo`` names files of ``html_static_path`` by the mark of :data:`MARKS`
that a page must bear; what every page needs stays in ``html_js_files`` and ``html_css_files``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from docutils import nodes as n

from .begriffe import is_term_link
from .katalog_web import katalograhmen
from .nodes import fallkarte

if TYPE_CHECKING:
    from sphinx.application import Sphinx

SETTING = "kompass_nur_wo"
AFTER_ALL_PAGES = 850
"""After ``html_css_files`` and ``html_js_files``, on which these build."""
DESIGN = ("sphinx-design", "design-tabs")
"""How the files of sphinx-design begin, which it adds to every page."""


def is_website(app: Sphinx) -> bool:
    """Return whether a website is built, each page a file of its own that runs scripts."""
    return app.builder.name in ("html", "dirhtml")


def setup_skripte(app: Sphinx) -> None:
    """Register the setting and what it does."""
    app.add_config_value(SETTING, {}, "html", dict)
    app.connect("html-page-context", add_files)


def add_files(
    app: Sphinx,
    pagename: str,
    template: str,
    context: dict[str, Any],
    doctree: n.document | None,
) -> None:
    """Add the files of every mark that the page bears; take away what no part of it needs."""
    marks = marks_of(app, pagename, doctree)
    wanted: Mapping[str, list[str]] = getattr(app.config, SETTING)
    for mark, names in wanted.items():
        for name in names if mark in marks else ():
            if name.endswith(".css"):
                app.add_css_file(name, priority=AFTER_ALL_PAGES)
            else:
                app.add_js_file(name, priority=AFTER_ALL_PAGES, loading_method="defer")
    if "design" not in marks:
        for key in ("css_files", "script_files"):
            # In place: others add to the same lists, which Sphinx restores for the next page.
            context[key][:] = [each for each in context[key] if not _is_design(str(each.filename))]


def _is_design(asset: str) -> bool:
    return asset.rpartition("/")[2].startswith(DESIGN)


def marks_of(app: Sphinx, pagename: str, doctree: n.document | None) -> frozenset[str]:
    """Return the marks of a page; pages without a document, such as the search, have their name."""
    name = "start" if pagename == app.config.root_doc else pagename
    return frozenset({name}) | (_marks_in(doctree) if doctree is not None else set())


@lru_cache(maxsize=1)  # several ask for the marks of a page, one page after another
def _marks_in(document: n.document) -> frozenset[str]:
    found = {"formular"} if "blatt" in document else set()
    for node in document.findall(n.Element):
        mark, gives = MARKS.get(type(node).__name__, NO_MARK)
        if mark not in found and gives(node):
            found.add(mark)
    return frozenset(found)


NO_MARK: tuple[str, Callable[[Any], bool]] = ("", lambda node: False)
MARKS: Mapping[str, tuple[str, Callable[[Any], bool]]] = {
    katalograhmen.__name__: ("katalog", lambda node: True),
    fallkarte.__name__: ("karte", lambda node: True),
    n.reference.__name__: ("begriffe", is_term_link),
    n.container.__name__: ("design", lambda node: "design_component" in node),
}
"""Name of a node's class → mark of its page, and whether the node gives it."""
