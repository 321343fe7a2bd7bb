"""The pages of a build as the rules of choice see them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..formular.handbook import Handbuch, handbook_of, tells_choice
from ..formular.objektpfad import Antworten
from ..model.objektpfad import Objektpfad
from ..model.seiten import Bestand
from ..reading.files import OBJEKTPFAD, load_file, load_objektpfad
from ..reading.markdown import read_body
from .warnings import Kind, warn

if TYPE_CHECKING:
    from .domain import KompassDomain


def handbook_in(domain: KompassDomain) -> Handbuch:
    """Return the handbook; the texts of the few pages that tell what to choose are read anew."""
    return domain.once(_handbook)


def _handbook(domain: KompassDomain) -> Handbuch:
    root = Path(domain.env.srcdir)
    pages = [page for docname in domain.documents() if (page := domain.page(docname)) is not None]
    pages.sort(key=lambda page: page.path)
    told = [
        load_file(root / p.path, root, domain.vocabulary) for p in pages if tells_choice(p.path)
    ]
    bodies = {each.path: read_body(each.body, each.body_line) for each in told}
    return handbook_of(Bestand(tuple(pages)), domain.vocabulary, bodies)


def answers_in(domain: KompassDomain) -> Antworten:
    """Return who answers „Was tun mit diesem Haus?“; who asks again gets what was found before."""
    return domain.once(lambda _: Antworten(rules_in(domain), handbook_in(domain)), answers_in)


def rules_in(domain: KompassDomain) -> Objektpfad:
    """Return the rules of „Was tun mit diesem Haus?“; none, with a warning, without the file."""
    return domain.once(_rules)


def _rules(domain: KompassDomain) -> Objektpfad:
    root = Path(domain.env.srcdir)
    loaded = load_objektpfad(root, domain.vocabulary)
    for finding in loaded.findings:
        place = f"{root / OBJEKTPFAD}:{finding.line}"
        warn(Kind.CONTENT, f"{finding.key}: {finding.message}", place)
    if loaded.pfad is None:
        place = f"{root / OBJEKTPFAD}:1"
        warn(Kind.CONTENT, "Die Regeln fehlen. Bitte die Datei anlegen.", place)
    return loaded.pfad or Objektpfad()
