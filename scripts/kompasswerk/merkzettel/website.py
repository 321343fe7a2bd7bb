"""The basket in a build of the website: a page, a list of pages, and the facts of each case."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import __version__
from ..formular.korb import GROUPS
from ..model.arten import ARTEN
from ..model.seiten import Fall, Seite
from ..sphinx_ext.skripte import is_website
from ..sphinx_ext.source import domain_of
from .fakten import facts

if TYPE_CHECKING:
    from docutils import nodes as n
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.util.typing import ExtensionMetadata

PAGE = "merkzettel"
TITLE = "Merkzettel"
FOLDER = "_static/merkzettel"
PAGES = "seiten.js"
CASES = "faelle"
COMPARED = "fall"
"""The kind of page that can be compared."""
SCRIPTS = ("korb-datei.js", "vergleich.js", "merkzettel.js")
"""What the page itself runs, in this order; ``korb.js`` runs on every page."""


def setup_website(app: Sphinx) -> ExtensionMetadata:
    """Register the page, and what other pages need to be collected."""
    app.connect("html-collect-pages", basket_page)
    app.connect("html-page-context", add_context)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}


def add_context(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: n.document | None
) -> None:
    """Tell the template of a page whether it can be collected.

    The facts of a case are written with its page, so they are never older or newer than it.
    """
    if not is_website(app):
        return
    art = domain_of(app.env).art(pagename)
    context["kompass_merken"] = pagename if art in GROUPS else ""
    context["kompass_merkzettel_seite"] = PAGE
    if art == COMPARED and doctree is not None:
        rows = facts(doctree, app.builder.get_target_uri(pagename), ARTEN[art])
        text = f"Kompass.vergleich.nimm({_json(pagename)}, {_json(rows)});\n"
        _write(_facts_file(app, pagename), text)


def basket_page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Write what scripts know of pages and yield the page that uses it.

    Other builders than those of a website get nothing.
    """
    if not is_website(app):
        return
    _write(Path(app.outdir) / FOLDER / PAGES, pages_script(app.builder))
    edition = getattr(app.config, "book_edition", None) or {}
    yield (
        PAGE,
        {
            "title": TITLE,
            "kompass_merkzettel": {
                "stand": _digest(app),
                "arten": list(GROUPS.items()),
                "hier": app.builder.get_target_uri(PAGE),
                "ausgabe": str(edition.get("number", "")),
                "basis": app.config.html_baseurl,
                "skripte": SCRIPTS,
            },
        },
        "merkzettel.html",
    )


def pages_script(builder: Builder) -> str:
    """Return the script that knows every page that can be collected, kind by kind."""
    domain = domain_of(builder.env)
    pages = {
        docname: [art, page.ueberschrift, sentence(page), builder.get_target_uri(docname)]
        for art in GROUPS
        for docname, page in domain.pages(art)
    }
    return f'"use strict";\n\nKompass.seiten = {_json(pages)};\n'


def sentence(page: Seite) -> str:
    """Return the one sentence that says what a page is about; empty if it does not say."""
    return page.kurz or (page.teaser if isinstance(page, Fall) else "")


def _facts_file(app: Sphinx, docname: str) -> Path:
    return Path(app.outdir) / FOLDER / CASES / f"{docname.rpartition('/')[2]}.js"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _digest(app: Sphinx) -> str:
    """Return what changes with the data, so that no browser keeps old ones.

    Facts of cases that are no longer there are deleted before.
    """
    folder = Path(app.outdir) / FOLDER
    known = {_facts_file(app, docname) for docname, _ in domain_of(app.env).pages(COMPARED)}
    digest = sha256((folder / PAGES).read_bytes())
    for path in sorted((folder / CASES).glob("*.js")):
        if path in known:
            digest.update(path.read_bytes())
        else:
            path.unlink()
    return digest.hexdigest()[:12]
