"""The basket in a build of the website: a page, a list of pages, and the facts of each case."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.builders.html import StandaloneHTMLBuilder

from .. import __version__
from ..formular.korb import GROUPS
from ..model.seiten import Fall, Seite
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
STYLE = "merkzettel.css"


def setup_website(app: Sphinx) -> ExtensionMetadata:
    """Register the page, and what other pages need to be collected."""
    app.connect("html-collect-pages", basket_page)
    app.connect("html-page-context", add_context)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}


def add_context(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: n.document | None
) -> None:
    """Tell the template of a page whether it can be collected, and give ours its look."""
    context["kompass_merken"] = pagename if domain_of(app.env).art(pagename) in GROUPS else ""
    context["kompass_merkzettel_seite"] = PAGE
    if pagename == PAGE:
        # After the stylesheets of conf.py, which come at 800.
        app.add_css_file(STYLE, priority=900)


def basket_page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Write the data and yield the page that uses them; nothing for other builders."""
    if not isinstance(app.builder, StandaloneHTMLBuilder) or app.builder.name == "singlehtml":
        return
    files = dict(data_files(app.builder))
    edition = getattr(app.config, "book_edition", None) or {}
    _write(Path(app.outdir) / FOLDER, files)
    # The address changes with the data, so that no browser keeps old ones.
    digest = sha256("".join(f"{name}\n{text}" for name, text in files.items()).encode())
    yield (
        PAGE,
        {
            "title": TITLE,
            "kompass_merkzettel": {
                "stand": digest.hexdigest()[:12],
                "arten": list(GROUPS.items()),
                "hier": app.builder.get_target_uri(PAGE),
                "ausgabe": str(edition.get("number", "")),
                "basis": app.config.html_baseurl,
                "skripte": SCRIPTS,
            },
        },
        "merkzettel.html",
    )


def data_files(builder: Builder) -> Iterator[tuple[str, str]]:
    """Yield name and text of each script of data, in a fixed order.

    The first knows every page that can be collected; the others the facts of one case each,
    so that a comparison loads three of them whatever the number of cases.
    """
    domain = domain_of(builder.env)
    pages = {
        docname: [art, page.ueberschrift, sentence(page), builder.get_target_uri(docname)]
        for art in GROUPS
        for docname, page in domain.pages(art)
    }
    yield PAGES, f'"use strict";\n\nKompass.seiten = {_json(pages)};\n'
    for docname, _ in domain.pages(COMPARED):
        rows = _json(facts(docname, builder))
        slug = docname.rpartition("/")[2]
        yield f"{CASES}/{slug}.js", f"Kompass.vergleich.nimm({_json(docname)}, {rows});\n"


def sentence(page: Seite) -> str:
    """Return the one sentence that says what a page is about; empty if it does not say."""
    return page.kurz or (page.teaser if isinstance(page, Fall) else "")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _write(folder: Path, files: Mapping[str, str]) -> None:
    """Write files that are new or other than before, and delete those of an older build."""
    (folder / CASES).mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        path = folder / name
        blob = text.encode()
        if not path.is_file() or path.read_bytes() != blob:
            path.write_bytes(blob)
    for path in folder.rglob("*.js"):
        if path.relative_to(folder).as_posix() not in files:
            path.unlink()
