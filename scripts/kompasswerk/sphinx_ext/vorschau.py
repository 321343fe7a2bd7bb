"""Short previews of terms: what the glossary says, in a script that pages with terms load."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.builders.html import StandaloneHTMLBuilder

from ..model.seiten import Glossar
from .source import domain_of

if TYPE_CHECKING:
    from docutils import nodes as n
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from .domain import KompassDomain

SCRIPT = "_static/begriffe.js"


def setup_vorschau(app: Sphinx) -> None:
    """Write the script with every website and tell page templates its address."""
    app.connect("html-page-context", add_context)
    app.connect("build-finished", write)


def script(env: BuildEnvironment) -> str:
    """Return the script; it holds every term of the glossary pages by its anchor."""
    terms = json.dumps(terms_of(env), ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.Kompass ??= {{}};\nKompass.begriffe = {terms};\n"


def version(domain: KompassDomain) -> str:
    """Return what changes with the script, so that no browser keeps an old one."""
    return sha256(script(domain.env).encode()).hexdigest()[:8]


def add_context(
    app: Sphinx,
    pagename: str,
    template: str,
    context: dict[str, Any],
    doctree: n.document | None,
) -> None:
    """Put ``kompass_begriffe``, the address of the script, into the context of a page."""
    stand = domain_of(app.env).once(version)
    context["kompass_begriffe"] = f"{context['pathto'](SCRIPT, 1)}?v={stand}"


def write(app: Sphinx, exception: Exception | None) -> None:
    """Lay the script beside the pages of a website."""
    if exception is None and isinstance(app.builder, StandaloneHTMLBuilder):
        Path(app.outdir, SCRIPT).write_text(script(app.env), encoding="utf-8")


def terms_of(env: BuildEnvironment) -> dict[str, list[str]]:
    """Return term and definition by the term's anchor on its page, in order of the glossary."""
    anchors = {
        name: anchor
        for (kind, name), (_, anchor) in env.domains.standard_domain.objects.items()
        if kind == "term"
    }
    domain = domain_of(env)
    return {
        anchors[term.begriff]: [term.begriff, term.definition]
        for _, page in domain.pages("glossar")
        if isinstance(page, Glossar)
        for term in page.begriffe
        if term.begriff in anchors
    }
