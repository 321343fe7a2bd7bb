"""What Sphinx must know of the Kompass: domain, roles, directives, nodes.

``extensions = ["kompasswerk.sphinx_ext"]`` switches all of it on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import __version__

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register everything, in the order in which a page meets it."""
    from .baumlauf import setup_baumlauf
    from .html import setup_html
    from .speicher import setup_speicher
    from .website import setup_website
    from .zugangspruefung import setup_zugangspruefung

    setup_speicher(app)
    setup_baumlauf(app)
    _setup_reading(app)
    _setup_markup(app)
    _setup_first_sight(app)
    setup_zugangspruefung(app)
    _setup_alliance(app)
    _setup_rewriting(app)
    setup_html(app)
    setup_website(app)
    return {
        "version": __version__,
        "env_version": 3,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def _setup_reading(app: Sphinx) -> None:
    """Register what happens to a file before it is parsed."""
    from .domain import KompassDomain, warn_missing
    from .source import read_orte, read_vocabulary, take_front_matter
    from .typografie import SpareSmartQuotes
    from .unlesbar import leave_out_unreadable

    app.add_domain(KompassDomain)
    app.connect("env-get-outdated", leave_out_unreadable)
    app.connect("env-before-read-docs", read_vocabulary)
    app.connect("env-before-read-docs", read_orte)
    app.connect("source-read", take_front_matter)
    app.add_transform(SpareSmartQuotes)
    app.connect("warn-missing-reference", warn_missing)


def _setup_markup(app: Sphinx) -> None:
    """Register roles, directives and what they become."""
    from .anleitung import BegriffeDirective, EinschaetzungDirective, NaechsterSchrittDirective
    from .begriffe import FirstUseLinks
    from .bilder import PictureNames
    from .formular import FeldDirective, FeldtabelleDirective, FormTransform
    from .gemeinden import GemeindenDirective
    from .katalog import KatalogDirective
    from .late import setup_late
    from .matrix import MatrixDirective
    from .quellen import QuelleRole
    from .seite import FrameTransform
    from .sicher import REFUSED, RefusedDirective, StayInside
    from .uebersicht import UebersichtDirective
    from .verzeichnis import QuellenverzeichnisDirective
    from .zahlen import ZahlenDirective

    for name in REFUSED:
        app.add_directive(name, RefusedDirective, override=True)
    app.add_role("quelle", QuelleRole())
    app.add_directive("katalog", KatalogDirective)
    app.add_directive("matrix", MatrixDirective)
    app.add_directive("uebersicht", UebersichtDirective)
    app.add_directive("gemeinden", GemeindenDirective)
    app.add_directive("zahlen", ZahlenDirective)
    app.add_directive("quellenverzeichnis", QuellenverzeichnisDirective)
    app.add_directive("naechster-schritt", NaechsterSchrittDirective)
    app.add_directive("einschaetzung", EinschaetzungDirective)
    app.add_directive("begriffe", BegriffeDirective)
    app.add_directive("feld", FeldDirective)
    app.add_directive("feldtabelle", FeldtabelleDirective)
    app.add_transform(FormTransform)
    app.add_transform(FrameTransform)
    app.add_transform(PictureNames)
    app.add_transform(StayInside)
    app.add_post_transform(FirstUseLinks)
    setup_late(app)


def _setup_alliance(app: Sphinx) -> None:
    """Register what shows the alliance's work: its pilot projects and meetings."""
    from .buendniszahlen import BuendniszahlenDirective
    from .pilotstand import PilotstandDirective

    app.add_directive("pilotstand", PilotstandDirective)
    app.add_directive("buendniszahlen", BuendniszahlenDirective)


def _setup_first_sight(app: Sphinx) -> None:
    """Register what the start page is made of, and what pages show before their text."""
    from .seitenbild import PagePictures
    from .seitenkarten import NeuesteDirective, SeitenkartenDirective
    from .suchfeld import SuchfeldDirective
    from .weg import WegDirective

    app.add_directive("suchfeld", SuchfeldDirective)
    app.add_directive("seitenkarten", SeitenkartenDirective)
    app.add_directive("neueste", NeuesteDirective)
    app.add_directive("weg", WegDirective)
    app.add_post_transform(PagePictures)


def _setup_rewriting(app: Sphinx) -> None:
    """Register what keeps an incremental build equal to a full one."""
    from .aktuell import finish_output, rewrite_all_if_faces_changed, spare_chapters

    app.connect("env-updated", rewrite_all_if_faces_changed)
    app.connect("env-check-consistency", spare_chapters)
    app.connect("build-finished", finish_output)
