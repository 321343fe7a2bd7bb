"""The same pages for tools that know neither MyST nor our directives: plain Markdown.

What our build shows of a page stands in the file: title, lead, facts as a table, text, sources.
Directives become notes, roles become links or their text. Lists over pages are left out, so
the other tools have a little less to do.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kompasswerk.model.seiten import Seite
from kompasswerk.reading.files import START_PAGE, load_bestand
from kompasswerk.reading.notes import Entry

NAME = "Kompass Leerstand"
MKDOCS = """site_name: {name}
docs_dir: docs
site_dir: site
theme: {{name: material, language: de, font: false}}
plugins: [search]
markdown_extensions: [admonition, attr_list, def_list, tables, toc]
"""
ZENSICAL = """[project]
site_name = "{name}"
docs_dir = "docs"
site_dir = "site"

[project.theme]
language = "de"
font = false
"""
_ROLE = re.compile(r"\{([a-z]+)\}`([^`]+)`")
_FENCE = re.compile(r"^\s*(:{3,}|`{3,})(\{.*)?")
_OPTION = re.compile(r"^:[\w-]+:")


def plain_project(source: Path, target: Path) -> Path:
    """Return a project for MkDocs and Zensical with every page of ours."""
    loaded = load_bestand(source)
    pages = {page.path.removesuffix(".md"): page for page in loaded.pages}
    targets = {page.slug: docname for docname, page in pages.items()}
    docs = target / "docs"
    for docname, page in pages.items():
        values = page.page
        title = values.ueberschrift if values else page.slug
        parts = [f"# {title}", (values.kurz if values else "") or "", _facts(page.entries)]
        parts += [_body(page.body, docname, targets), _sources(values)]
        path = docs / f"{docname}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n\n".join(part for part in parts if part) + "\n", encoding="utf-8")
    start = (source / START_PAGE).read_text(encoding="utf-8")
    text = _body(start, "index", targets)
    (docs / START_PAGE).write_text(text, encoding="utf-8")
    (target / "mkdocs.yml").write_text(MKDOCS.format(name=NAME), encoding="utf-8")
    (target / "zensical.toml").write_text(ZENSICAL.format(name=NAME), encoding="utf-8")
    return target


def _facts(entries: Iterable[Entry]) -> str:
    rows = [
        f"| {entry.field.label} | {entry.value} |"
        for entry in entries
        if isinstance(entry.value, str) and "\n" not in entry.value
    ]
    return "\n".join(["| Angabe | Wert |", "|---|---|", *rows[:30]]) if rows else ""


def _sources(values: Seite | None) -> str:
    quellen = values.quellen if values else ()
    lines = [
        f"{number}. {quelle.herausgeber}: "
        + (f"[{quelle.titel}]({quelle.url})" if quelle.url else quelle.titel)
        for number, quelle in enumerate(quellen, start=1)
    ]
    return "\n".join(["## Quellen", "", *lines]) if lines else ""


def _body(body: str, docname: str, targets: Mapping[str, str]) -> str:
    def link(match: re.Match[str]) -> str:
        role, text = match[1], match[2]
        if role == "quelle":
            return f"[{text}](#quellen)"
        target = targets.get(text.rpartition("<")[2].strip("<>/ ").rpartition("/")[2])
        words = text.partition("<")[0].strip()
        if target is None:
            return words
        return f"[{words}]({os.path.relpath(target, os.path.dirname(docname) or '.')}.md)"

    return _ROLE.sub(link, "\n".join(_without_fences(body)))


def _without_fences(body: str) -> Iterator[str]:
    for line in body.split("\n"):
        fence = _FENCE.match(line)
        if fence and fence[2]:
            yield "**Hinweis**\n"
        elif not fence and not _OPTION.match(line):
            yield line
