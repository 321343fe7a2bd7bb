"""Entries of ``docx_documents`` and ``pdf_documents``: which books a project makes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import PurePosixPath
from typing import Any

from sphinx.errors import ConfigError


@dataclass(frozen=True)
class Entry:
    """One book: the page it starts from, its file name without ending, and what it says.

    Empty values take the project's: title from ``project``, author from ``author``, language
    from ``language``; an empty template is the builder's setting, else the package's own.
    ``pages`` picks documents of the book that begins at ``start``: an extract of these that
    keeps the numbers of the whole book.
    """

    start: str
    target: str
    title: str = ""
    author: str = ""
    template: str = ""
    language: str = ""
    subtitle: str = ""
    pages: tuple[str, ...] = ()


NAMES = tuple(each.name for each in fields(Entry))


def read_entries(setting: str, raw: Iterable[object], suffix: str) -> tuple[Entry, ...]:
    """Return the entries of a setting, in order.

    Each is a tuple in the order of :class:`Entry` or a dictionary of its names. ``ConfigError``
    with a German sentence for what is neither, lacks start page or target, repeats a target,
    or leads out of the output folder.
    """
    entries = tuple(_entry(f"conf.py: {setting}[{i}]", each, suffix) for i, each in enumerate(raw))
    for where, entry in enumerate(entries):
        if entry.target in (earlier.target for earlier in entries[:where]):
            raise ConfigError(
                f"conf.py: {setting}[{where}]: Die Datei „{entry.target}{suffix}“ gibt es schon. "
                "Bitte geben Sie jedem Eintrag ein eigenes Ziel."
            )
    return entries


def _entry(where: str, raw: object, suffix: str) -> Entry:
    values = dict(_named(where, raw))
    pages = values.pop("pages", ()) or ()
    if not isinstance(pages, tuple | list) or not all(isinstance(page, str) for page in pages):
        raise ConfigError(f"{where}: „pages“ muss eine Liste von Seiten sein, nicht {pages!r}.")
    for name, value in values.items():
        if not isinstance(value, str):
            raise ConfigError(f"{where}: „{name}“ muss Text sein, nicht {value!r}.")
    target = PurePosixPath(values.get("target", "").removesuffix(suffix))
    if not values.get("start") or not target.name:
        raise ConfigError(f"{where}: Es fehlt die Startseite (start) oder das Ziel (target).")
    if target.is_absolute() or ".." in target.parts or "\\" in str(target):
        raise ConfigError(f"{where}: Das Ziel „{target}“ liegt außerhalb des Ausgabeordners.")
    return Entry(**{**values, "target": str(target)}, pages=tuple(pages))


def _named(where: str, raw: object) -> Iterator[tuple[str, Any]]:
    if isinstance(raw, Mapping):
        unknown = sorted(set(map(str, raw)) - set(NAMES))
        if unknown:
            raise ConfigError(f"{where}: Unbekannt: {', '.join(unknown)}. Es gibt {NAMES}.")
        pairs = list(raw.items())
    elif isinstance(raw, tuple | list) and len(raw) <= len(NAMES):
        pairs = list(zip(NAMES, raw, strict=False))
    else:
        raise ConfigError(f"{where}: Ein Eintrag ist ein Tupel {NAMES} oder ein Wörterbuch davon.")
    yield from ((name, value if value is not None else "") for name, value in pairs)
