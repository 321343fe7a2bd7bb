"""The search in a build of the website: our page and index in the place of Sphinx's own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from shutil import copyfile
from typing import TYPE_CHECKING, Any, cast

import sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from .. import __version__
from ..model.seiten import Fall, Gemeindeliste, Glossar, Pilot
from ..sphinx_ext.domain import KompassDomain
from ..sphinx_ext.skripte import is_website, marks_of
from ..sphinx_ext.source import domain_of
from ..sphinx_ext.warnings import Kind, warn
from ..sphinx_ext.website import beside
from .abschnitte import Abschnitt, SucheDomain, with_titles
from .sprache import STEMS
from .verzeichnis import Fundseite, Sprachwissen, Verzeichnis
from .woerter import FILE, Suchwoerter, read_suchwoerter, synonyms

if TYPE_CHECKING:
    from docutils import nodes as n
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

FIRST = 100
"""Before others, because of what is done beside the pages the index takes longest."""
BROWSER = Path(__file__).parent / "browser"
STEMMER = Path(sphinx.__file__).parent / "search" / "minified-js"
SCRIPTS = (
    STEMMER / "base-stemmer.js",
    STEMMER / "german-stemmer.js",
    BROWSER / "sprache.js",
    BROWSER / "kartei.js",
    BROWSER / "suche.js",
    BROWSER / "seite.js",
)
"""What the page of the search runs, in this order: Snowball as it comes with Sphinx, then ours."""
CATALOGUE = "katalog"
"""Mark of a page with a catalogue."""
FOLDER = "_static/suche"
INDEX = "verzeichnis.js"
STEMS_FILE = "staemme.json"
"""Beside what Sphinx has read: the stems of all words, which cost time to find."""
LANGUAGE = SCRIPTS[:3]
"""What a catalogue with facets needs of it to compare words as the search does."""
EVERYWHERE = BROWSER / "taste.js"
BEGRIFF, SEITE = "begriff", "seite"
KINDS = {
    "fall": ("Fall", "Fälle"),
    "instrument": ("Instrument", "Instrumente"),
    "schritt": ("Schritt", "Schritte"),
    "arbeitsblatt": ("Blatt", "Blätter"),
    "programm": ("Förderprogramm", "Förderprogramme"),
    "pilot": ("Pilotprojekt", "Pilotprojekte"),
    BEGRIFF: ("Begriff", "Begriffe"),
    SEITE: ("Seite", "Seiten"),
}
"""Kind → its name for one and for many, in the order in which results are grouped."""
PLAIN = {"glossar", "gemeindeliste"}
"""Kinds of which there is one page, and that a reader would not tell from others."""


def setup_website(app: Sphinx) -> ExtensionMetadata:
    """Register the sections and what a website gets."""
    app.add_domain(SucheDomain)
    app.connect("builder-inited", take_the_place_of_sphinx)
    app.connect("doctree-read", depend_on_words)
    fund = Fund()
    app.connect("env-updated", fund.collect, priority=FIRST)
    app.connect("html-collect-pages", fund.page)
    app.connect("html-page-context", lend_language)
    return {
        "version": __version__,
        "env_version": 2,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def take_the_place_of_sphinx(app: Sphinx) -> None:
    """Let Sphinx make neither index nor page of its own, and lay our scripts beside the pages."""
    if not is_website(app):
        return
    cast("StandaloneHTMLBuilder", app.builder).search = False
    folder = Path(app.outdir) / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for script in (*SCRIPTS, EVERYWHERE):
        copyfile(script, folder / script.name)
    app.add_js_file(f"suche/{EVERYWHERE.name}", loading_method="defer")


def lend_language(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: n.document | None
) -> None:
    """Give our rules for German words to pages with a catalogue, whose text field uses them."""
    if is_website(app) and CATALOGUE in marks_of(app, pagename, doctree):
        for script in LANGUAGE:
            app.add_js_file(f"suche/{script.name}", loading_method="defer")


def depend_on_words(app: Sphinx, doctree: n.document) -> None:
    """Let a change in the list of words make a new index."""
    if app.env.current_document.docname == app.config.root_doc:
        app.env.note_dependency(FILE)


class Fund:
    """Makes the index once in a build, when all pages are read, beside the writing of pages."""

    def __init__(self) -> None:
        self.index = ""

    def collect(self, app: Sphinx, env: BuildEnvironment) -> list[str]:
        """Begin to make the index."""
        if not is_website(app):
            return []
        path = Path(app.srcdir) / FILE
        words, problems = read_suchwoerter(path)
        for line, problem in problems:
            warn(Kind.CONTENT, problem, f"{path}:{line}")
        beside(app).start(lambda: _index(app, words), self._keep)
        return []

    def _keep(self, index: str) -> None:
        self.index = index

    def page(self, app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
        """Write the index and yield the page that uses it; nothing for other builders."""
        if not is_website(app):
            return
        target = Path(app.outdir) / FOLDER / INDEX
        target.write_text(self.index, encoding="utf-8", newline="\n")
        # The address changes with the index, so that no browser keeps an old one.
        digest = sha256(self.index.encode()).hexdigest()[:12]
        names = [script.name for script in SCRIPTS]
        context = {"stand": digest, "skripte": names, "arten": KINDS}
        yield "search", {"title": "Suche", "kompass_suche": context}, "search.html"


def _index(app: Sphinx, words: Suchwoerter) -> str:
    """Return the index; stems are kept for the next build.

    Finding stems is most of the work, and an edit brings few new words.
    """
    kept = Path(app.doctreedir) / STEMS_FILE
    with suppress(OSError, ValueError, TypeError):  # none yet, or damaged
        STEMS.update(json.loads(kept.read_text(encoding="utf-8")))
    before = len(STEMS)
    index = Verzeichnis(found_pages(app), knowledge(app.env, words)).script()
    if len(STEMS) > before or not kept.is_file():
        kept.write_text(json.dumps(STEMS, ensure_ascii=False), encoding="utf-8")
    return index


def knowledge(env: BuildEnvironment, words: Suchwoerter) -> Sprachwissen:
    """Return what editors, glossaries and the places of all pages say about words."""
    kompass = domain_of(env)
    glossaries = [page for _, page in kompass.pages("glossar") if isinstance(page, Glossar)]
    return Sprachwissen(
        words.teile,
        (*words.ganz, *places(kompass)),
        tuple(synonyms(words, glossaries)),
    )


def places(kompass: KompassDomain) -> Iterator[str]:
    """Yield the names of places that pages give in their front matter."""
    for docname in kompass.documents():
        page = kompass.page(docname)
        if isinstance(page, Fall):
            yield page.ort
        elif isinstance(page, Pilot):
            yield from (standort.ort for standort in page.standorte)
        elif isinstance(page, Gemeindeliste):
            yield from (name for each in page.gemeinden for name in (each.name, each.kreis))


def found_pages(app: Sphinx) -> list[Fundseite]:
    """Return all pages in the order of their addresses, each followed by its terms."""
    kept = app.env.domains["suche"].data["abschnitte"]
    kompass = domain_of(app.env)
    found: list[Fundseite] = []
    for docname in sorted(kept):
        adresse = app.builder.get_target_uri(docname)
        page, art = kompass.page(docname), kompass.art(docname) or SEITE
        ort = page.ort if isinstance(page, Fall) else ""
        sections = [_named(abschnitt, app.env, kompass) for abschnitt in kept[docname]]
        of_page = tuple(each for each in sections if not each.begriff)
        found.append(Fundseite(adresse, SEITE if art in PLAIN else art, ort, of_page))
        found += [Fundseite(adresse, BEGRIFF, "", (each,)) for each in sections if each.begriff]
    return found


def _named(abschnitt: Abschnitt, env: BuildEnvironment, kompass: KompassDomain) -> Abschnitt:
    texte = tuple((feld, with_titles(text, env, kompass)) for feld, text in abschnitt.texte)
    return abschnitt if texte == abschnitt.texte else replace(abschnitt, texte=texte)
