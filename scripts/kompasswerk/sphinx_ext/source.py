"""On reading a file: front matter becomes a page of the domain, its title the heading.

The front matter never reaches the Markdown parser. Its lines become blank lines and the
title takes the place of the last one, so every line number in a warning stays right.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, cast

from ..model.vocabulary import Vocabulary
from ..reading.files import load_orte, load_renamed, load_vocabulary
from ..reading.pages import parse_page
from .domain import KompassDomain
from .warnings import Kind, warn

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

LISTS = "kompass/listen.yaml"


def read_vocabulary(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Read the closed lists and what was renamed once, before any page."""
    domain_of(env).forget()
    renamed, problems = load_renamed(Path(app.srcdir))
    for problem in problems:
        warn(Kind.CONTENT, problem.message, f"{problem.path}:{problem.line}")
    domain_of(env).data["moved"] = {each.alt: each.neu for each in renamed.seiten}
    path = Path(app.srcdir) / LISTS
    if not path.is_file():
        domain_of(env).data["vocabulary"] = Vocabulary()
        return
    vocabulary, findings = load_vocabulary(path)
    for finding in findings:
        warn(Kind.CONTENT, finding.message, f"{path}:{finding.line}")
    domain_of(env).data["vocabulary"] = vocabulary


def read_orte(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Read where the places lie, before any page; a project without the file has none."""
    orte, findings = load_orte(Path(app.srcdir))
    for finding in findings:
        warn(Kind.CONTENT, finding.message, f"{Path(app.srcdir) / finding.path}:{finding.line}")
    domain_of(env).data["orte"] = orte


def take_front_matter(app: Sphinx, docname: str, source: list[str]) -> None:
    """Note the page in the domain and leave only title and body for the parser."""
    text = source[0]
    if not text.lstrip().startswith("---"):
        return
    env = app.env
    domain = domain_of(env)
    path = Path(env.doc2path(docname))
    slug = docname.rpartition("/")[2]
    relative = path.relative_to(app.srcdir).as_posix()
    loaded = parse_page(text, relative, slug, domain.vocabulary)
    for finding in loaded.findings:
        text_of = f"{finding.key}: {finding.message}" if finding.key else finding.message
        warn(Kind.CONTENT, text_of, (docname, finding.line))
    if (Path(app.srcdir) / LISTS).is_file():
        env.note_dependency(LISTS)
    title = slug
    if loaded.page is not None and loaded.art is not None:
        domain.note_page(docname, loaded.art.key, loaded.page)
        title = loaded.page.ueberschrift
    # A broken head must not reach MyST either: its YAML parser follows aliases without end.
    source[0] = titled_body(title, loaded.body, loaded.body_line)


def titled_body(title: str, body: str, body_line: int) -> str:
    """Return the Markdown of a page: blank lines, the heading, the body from ``body_line`` on."""
    escaped = re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", title)
    return "\n" * max(body_line - 2, 0) + f"# {escaped}\n" + body


def domain_of(env: BuildEnvironment) -> KompassDomain:
    """Return our domain of an environment."""
    return cast("KompassDomain", env.domains["kompass"])
