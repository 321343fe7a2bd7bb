"""No English word in the interface: names of controls, text around the article, scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import html

from .findings import Finding

WORDS = re.compile(
    r"\b(the|and|of|to|for|with|your|this|these|from|not|search|searching|next|previous|close|open|"
    r"toggle|skip|contents?|copy|copied|clipboard|print|show|hide|home|pages?|heading|permalink|"
    r"sidebar|back|warning|caution|danger|attention|figure|listing|added|changed|deprecated|"
    r"removed|source|edit|view|light|dark|theme|results?|found|matching|loading|expand|collapse|"
    r"select|more|less|read|required|optional|submit|reset|previously|scroll|jump|click|here)\b",
    re.IGNORECASE,
)
"""English words of interfaces that are no German words."""
PHRASES = re.compile(
    r"Skip to content|Link to this|Permalink to|Made with|On this page|Back to top|Toggle |"
    r"(Added|Changed|Deprecated) (in|since) version|See also|Table of contents|Quick search|"
    r"Edit this page|View this page|Copy to clipboard|Search Results|Page not found"
)
"""Strings of Sphinx, its themes and extensions, wherever they stand."""
NAMES = ("aria-label", "title", "placeholder", "alt", "aria-description", "aria-roledescription")
CONTROLS = "self::button or self::summary or self::legend or self::label or self::option"
_ASKED = re.compile(
    r"""(?<![\w.])(?:_|Documentation\.gettext|Documentation\.ngettext)\(\s*["'](.+?)["']""", re.S
)
_KNOWN = re.compile(r"""^\s*"((?:[^"\\]|\\.)+)":""", re.M)


def check_german(site: Path) -> list[Finding]:
    """Return English strings on all pages of a website, and in what scripts of Sphinx show."""
    found = {
        (text, page.relative_to(site).as_posix())
        for page in sorted(site.rglob("*.html"), reverse=True)
        for text in english_on(page.read_bytes())
    }
    # The frame is the same on all pages: each string is told once, with the first page.
    first = dict(sorted(found, reverse=True))
    remedy = "in sphinx_ext/locale/de.po oder in der Vorlage übersetzen"
    return [
        *(Finding(page, "Englisch", text, remedy) for text, page in sorted(first.items())),
        *check_scripts(site),
    ]


def english_on(page: bytes) -> Iterator[str]:
    """Yield English strings of a page; in the article only names of controls and known phrases."""
    tree = html.document_fromstring(page)
    for dropped in tree.iter("script", "style"):
        dropped.text = ""
    article = "ancestor-or-self::*[@role='main' or self::main]"
    named = [text for name in NAMES for text in _texts(tree, f"//@{name}")]
    around = _texts(tree, f"//body//text()[not({article})]")
    controls = _texts(tree, f"//*[{CONTROLS} or contains(@class, 'admonition-title')]//text()")
    titles_of_pages = _texts(tree, "//nav//a//text()")
    for text in {*named, *around, *controls}.difference(titles_of_pages):
        if WORDS.search(text):
            yield " ".join(text.split())
    whole = " ".join(" ".join(_texts(tree, "//body//text()")).split())
    yield from (match[0] for match in PHRASES.finditer(whole))


def _texts(tree: html.HtmlElement, path: str) -> list[str]:
    found: Any = tree.xpath(path)
    return [str(text) for text in found]


def check_scripts(site: Path) -> Iterator[Finding]:
    """Yield strings that loaded scripts ask Sphinx to translate and ``translations.js`` lacks."""
    loaded = {
        name
        for page in site.rglob("*.html")
        for name in re.findall(r'<script[^>]*src="[^"]*?(_static/[^"?]+)', page.read_text("utf-8"))
    }
    translations = site / "_static/translations.js"
    known = set(_KNOWN.findall(translations.read_text("utf-8"))) if translations.exists() else set()
    for name in sorted(loaded):
        for text in _ASKED.findall((site / name).read_text("utf-8")):
            if text not in known:
                yield Finding(
                    name, "Englisch", text, "in locale/de/LC_MESSAGES/sphinx.js übersetzen"
                )
