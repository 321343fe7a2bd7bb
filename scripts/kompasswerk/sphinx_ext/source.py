"""On reading a file: front matter becomes a page of the domain, its title the heading.

The front matter never reaches the Markdown parser. Its lines become blank lines and the
title takes the place of the last one, so every line number in a warning stays right.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from ..model.arten import ARTEN
from ..reading.page import parse_page
from ..reading.vocabulary import load_vocabulary
from .domain import KompassDomain
from .warnings import Kind, warn

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

LISTS = "kompass/listen.yaml"


def read_vocabulary(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Read the closed lists once, before any page."""
    path = Path(app.srcdir) / LISTS
    if not path.is_file():
        return
    vocabulary, findings = load_vocabulary(path)
    for finding in findings:
        warn(Kind.CONTENT, finding.message, (str(path), finding.line))
    domain_of(env).data["vocabulary"] = vocabulary


def take_front_matter(app: Sphinx, docname: str, source: list[str]) -> None:
    """Note the page in the domain and leave only title and body for the parser."""
    text = source[0]
    if not text.startswith("---"):
        return
    env = app.env
    domain = domain_of(env)
    path = env.doc2path(docname)
    slug = docname.rpartition("/")[2]
    loaded = parse_page(text, path.name, slug, domain.vocabulary)
    for finding in loaded.findings:
        text_of = f"{finding.key}: {finding.message}" if finding.key else finding.message
        warn(Kind.CONTENT, text_of, (str(path), finding.line))
    if (Path(app.srcdir) / LISTS).is_file():
        env.note_dependency(LISTS)
    if loaded.page is None:
        return
    domain.note_page(docname, art_of(loaded.page), loaded.page)
    source[0] = titled_body(loaded.page.titel, loaded.body, loaded.body_line)


def art_of(page: object) -> str:
    """Return the key of the kind of page that an object is."""
    return next(art.key for art in ARTEN.values() if art.page is type(page))


def titled_body(title: str, body: str, body_line: int) -> str:
    """Return the Markdown of a page: blank lines, the heading, the body from ``body_line`` on."""
    escaped = re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", title)
    return "\n" * (body_line - 2) + f"# {escaped}\n" + body


def domain_of(env: BuildEnvironment) -> KompassDomain:
    """Return our domain of an environment."""
    domain = env.domains["kompass"]
    assert isinstance(domain, KompassDomain)
    return domain
