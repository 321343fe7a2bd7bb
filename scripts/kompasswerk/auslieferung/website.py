"""The delivery in a build of the website: heads while pages are written, files at its end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sphinx.util import logging

from .. import __version__
from ..model.seiten import Fall
from ..reading.gestaltung import read_gestaltung
from ..sphinx_ext.source import domain_of
from . import feed, missing, sitemap
from .addresses import Address
from .cards import card
from .described import Described, describe
from .head import CARDS, THEME_COLOURS, Setting, bare, card_path, head
from .linked_data import Work

if TYPE_CHECKING:
    from docutils import nodes as n
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

logger = logging.getLogger(__name__)
MOVED_TEMPLATE = "umgezogen.html"
GROUND = "#0b4f6c"
"""Colour of the preview pictures for a project without tokens."""
NO_ADDRESS = (
    "Ohne html_baseurl in conf.py entstehen weder sitemap.xml noch Vorschaubilder, "
    "und Seiten nennen keine feste Adresse."
)


def setup_website(app: Sphinx) -> ExtensionMetadata:
    """Register what the website gets."""
    delivery = Delivery()
    app.connect("builder-inited", delivery.begin)
    app.connect("html-page-context", delivery.add_head)
    app.connect("html-collect-pages", delivery.more_pages)
    app.connect("build-finished", delivery.finish)
    return {
        "version": __version__,
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


class Delivery:
    """Knows for one build what all its pages share; does nothing for other builders."""

    def __init__(self) -> None:
        self.setting: Setting | None = None
        self.ground = GROUND

    def begin(self, app: Sphinx) -> None:
        """Read what is the same on every page."""
        if app.builder.name != "html":
            return
        config, colours = app.config, THEME_COLOURS
        if config["kompass_gestaltung"]:
            tokens = read_gestaltung(Path(app.confdir) / config["kompass_gestaltung"])
            self.ground = tokens.farben["haupt"]
            dark = tokens.farben_dunkel or tokens.farben
            colours = (tokens.farben["weiss"], dark["weiss"])
        work = Work(config.project, config.author, config.copyright)
        self.setting = Setting(work, config.release, Address.of(config.html_baseurl), colours)
        if not self.setting.address.base:
            logger.info(NO_ADDRESS)

    def add_head(
        self,
        app: Sphinx,
        pagename: str,
        template: str,
        context: dict[str, Any],
        doctree: n.document | None,
    ) -> None:
        """Give a page its head, and lay its preview picture where the head says."""
        if self.setting is None:
            return
        if pagename not in app.env.all_docs:
            context["kompass_kopf"] = bare(self.setting)
            return
        described = _described(app, pagename, doctree)
        context["kompass_kopf"] = head(described, self.setting)
        if self.setting.address.base:
            path = Path(app.outdir) / card_path(pagename)
            path.parent.mkdir(parents=True, exist_ok=True)
            name = self.setting.work.name
            path.write_bytes(card(described.title, described.kind, name, self.ground))

    def more_pages(self, app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
        """Yield the page for missing addresses and a signpost at the place of every moved page."""
        if self.setting is None:
            return
        yield missing.PAGE, {"title": "Seite nicht gefunden"}, "404.html"
        for old, new in sorted(domain_of(app.env).moved.items()):
            if new in app.env.titles and old not in app.env.all_docs:
                title = app.env.titles[new].astext()
                canonical = self.setting.address.absolute(app.builder.get_target_uri(new))
                yield old, {"title": title, "ziel": new, "kanonisch": canonical}, MOVED_TEMPLATE

    def finish(self, app: Sphinx, exception: Exception | None) -> None:
        """Write what lists all pages, unless the build failed."""
        if self.setting is None or exception is not None:
            return
        address, folder = self.setting.address, Path(app.outdir)
        (folder / feed.FILE).write_bytes(
            feed.feed_of(feed.newest(_entries(app)), self.setting.work, address)
        )
        not_found = folder / f"{missing.PAGE}.html"
        rooted = missing.rooted(not_found.read_text(encoding="utf-8"), address.root)
        not_found.write_text(rooted, encoding="utf-8", newline="\n")
        pages = [_described(app, name, None) for name in sorted(app.env.all_docs)]
        files = {
            sitemap.FILE: sitemap.sitemap(pages, address) if address.base else b"",
            sitemap.ROBOTS: sitemap.robots(address).encode(),
        }
        for name, data in files.items():
            if data:
                (folder / name).write_bytes(data)
            else:
                (folder / name).unlink(missing_ok=True)
        _forget_cards(folder, set(app.env.all_docs) if address.base else set())


def _described(app: Sphinx, docname: str, doctree: n.document | None) -> Described:
    return describe(app.env, docname, app.builder.get_target_uri(docname), doctree)


def _entries(app: Sphinx) -> Iterator[feed.Entry]:
    domain = domain_of(app.env)
    for docname, page in domain.pages("fall"):
        fall = cast("Fall", page)
        labels = tuple(domain.vocabulary.label("ansatz", key) for key in fall.ansatz)
        yield feed.Entry(docname, app.builder.get_target_uri(docname), fall, labels)


def _forget_cards(folder: Path, docnames: set[str]) -> None:
    """Delete the pictures of pages that are gone."""
    kept = {folder / card_path(docname) for docname in docnames}
    for path in (folder / CARDS).rglob("*.png"):
        if path not in kept:
            path.unlink()
