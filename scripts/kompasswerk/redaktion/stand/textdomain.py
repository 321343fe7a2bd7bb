"""What Sphinx remembers of the texts of pages: open points and verdicts, by document."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, cast

from sphinx.domains import Domain

from ...reading.pages import INDEX
from ...sphinx_ext.domain import KompassDomain
from ...sphinx_ext.eigenes import OwnData
from ...sphinx_ext.source import domain_of
from .bestandsstand import Pages, Redaktionsstand, newest_stand, state_of
from .eintrag import KINDS
from .linkstand import DamagedStateError, Dead, read_state
from .texte import NOTHING, Textstand, read_textstand

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


class StandDomain(Domain):
    """Texts that say something of their state, and the documents that show the state."""

    name = "redaktionsstand"
    label = "Redaktionsstand"
    data_version = 1
    initial_data: ClassVar[dict[str, Any]] = {"texte": OwnData(), "seiten": OwnData()}

    def text(self, docname: str) -> Textstand:
        """Return what the text of a document says."""
        found: Textstand = self.data["texte"].get(docname, NOTHING)
        return found

    def showing(self) -> set[str]:
        """Return the documents that show something of the state of all."""
        return set(self.data["seiten"])

    def clear_doc(self, docname: str) -> None:
        """Forget a document."""
        for key in self.initial_data:
            self.data[key].pop(docname, None)

    def merge_domaindata(self, docnames: Iterable[str], otherdata: dict[str, Any]) -> None:
        """Take over what a parallel worker read."""
        wanted = set(docnames)
        for key in self.initial_data:
            self.data[key].update({d: v for d, v in otherdata[key].items() if d in wanted})


def stand_of(env: BuildEnvironment) -> StandDomain:
    """Return the domain of an environment."""
    return cast("StandDomain", env.domains[StandDomain.name])


def note_text(app: Sphinx, docname: str, source: list[str]) -> None:
    """Remember what the text of a document says of its state."""
    found = read_textstand(source[0])
    if found != NOTHING:
        stand_of(app.env).data["texte"][docname] = found


def build_day(domain: KompassDomain) -> date:
    """Return the day of a build: SOURCE_DATE_EPOCH, else the newest ``stand`` of all pages.

    So a website is the same on any day, as ``nox -s handbuch`` makes it.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    pages = (domain.page(docname) for docname in domain.documents())
    return newest_stand(page for page in pages if page is not None)


def pages_in(domain: KompassDomain) -> Pages:
    """Return the pages whose state is kept, in the order of their kinds."""
    texts = stand_of(domain.env)
    return [
        (art, docname, page, texts.text(docname))
        for art in KINDS
        for docname, page in domain.pages(art)
        if page.slug != INDEX
    ]


def state_in(domain: KompassDomain) -> Redaktionsstand:
    """Return the state of all pages on the day of the build."""
    dead: dict[str, Dead] = {}
    # Dead links never stop a build, nor does what is known of them: „stand“ names a damaged file.
    with suppress(DamagedStateError):
        dead = read_state(Path(domain.env.srcdir))
    return state_of(pages_in(domain), domain.vocabulary, build_day(domain), dead=dead)


def state_of_build(env: BuildEnvironment) -> Redaktionsstand:
    """Return the state of all pages; it is worked out once for all that ask."""
    return domain_of(env).once(state_in)
