"""Entries of ``docx_documents`` and ``pdf_documents``: which books a project makes."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import PurePosixPath
from typing import Any

from sphinx.errors import ConfigError

from .remarks import in_language


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


TEXTS: Mapping[str, tuple[str, str]] = {
    "twice": (
        "Die Datei „{what}“ gibt es schon. Bitte geben Sie jedem Eintrag ein eigenes Ziel.",
        "There is a file “{what}” already. Please give each entry a target of its own.",
    ),
    "pages": (
        "„pages“ muss eine Liste von Seiten sein, nicht {what}.",
        "“pages” must be a list of documents, not {what}.",
    ),
    "text": ("„{name}“ muss Text sein, nicht {what}.", "“{name}” must be text, not {what}."),
    "missing": (
        "Es fehlt die Startseite (start) oder das Ziel (target).",
        "The first document (start) or the target is missing.",
    ),
    "outside": (
        "Das Ziel „{what}“ liegt außerhalb des Ausgabeordners.",
        "The target “{what}” lies outside of the output folder.",
    ),
    "unknown": ("Unbekannt: {what}. Es gibt {names}.", "Unknown: {what}. There are {names}."),
    "shape": (
        "Ein Eintrag ist ein Tupel {names} oder ein Wörterbuch davon.",
        "An entry is a tuple {names} or a dictionary of these.",
    ),
    "no_start": ("Die Startseite „{what}“ gibt es nicht.", "There is no document “{what}”."),
    "choice": ("„{what}“ gibt es nicht, nur {names}.", "There is no “{what}”, only {names}."),
}
"""Kind of fault → sentence in German and in English, which every other language gets."""


class EntryError(Exception):
    """A setting that cannot be, of a kind of ``TEXTS``; ``at`` makes a message of it."""

    def __init__(self, kind: str, what: object = "", name: str = "") -> None:
        super().__init__(kind)
        self.kind, self.what, self.name = kind, str(what), name

    def at(self, where: str, language: str, names: Iterable[str] = ()) -> ConfigError:
        """Return the error for Sphinx, which names the place in ``conf.py``."""
        text = in_language(TEXTS[self.kind], language)
        listed = ", ".join(names or NAMES)
        return ConfigError(
            f"conf.py: {where}: {text.format(what=self.what, name=self.name, names=listed)}"
        )


def read_entries(
    setting: str, raw: Iterable[object], suffix: str, known: Container[str], language: str = "de"
) -> tuple[Entry, ...]:
    """Return the entries of a setting, in order.

    Each is a tuple in the order of :class:`Entry` or a dictionary of its names. ``ConfigError``
    in ``language`` (German or English) for what is neither, lacks start page or target, starts
    with a document that is not ``known``, repeats a target, or leads out of the output folder.
    """
    entries: list[Entry] = []
    for number, each in enumerate(raw):
        try:
            entry = _entry(each, suffix)
            if entry.target in (earlier.target for earlier in entries):
                raise EntryError("twice", entry.target + suffix)
            if entry.start not in known:
                raise EntryError("no_start", entry.start)
        except EntryError as fault:
            raise fault.at(f"{setting}[{number}]", language) from fault
        entries.append(entry)
    return tuple(entries)


def _entry(raw: object, suffix: str) -> Entry:
    values = dict(_named(raw))
    pages = values.pop("pages", ()) or ()
    if not isinstance(pages, tuple | list) or not all(isinstance(page, str) for page in pages):
        raise EntryError("pages", repr(pages))
    for name, value in values.items():
        if not isinstance(value, str):
            raise EntryError("text", repr(value), name)
    target = PurePosixPath(values.get("target", "").removesuffix(suffix))
    if not values.get("start") or not target.name:
        raise EntryError("missing")
    if target.is_absolute() or ".." in target.parts or "\\" in str(target):
        raise EntryError("outside", target)
    return Entry(**{**values, "target": str(target)}, pages=tuple(pages))


def _named(raw: object) -> Iterator[tuple[str, Any]]:
    if isinstance(raw, Mapping):
        unknown = sorted(set(map(str, raw)) - set(NAMES))
        if unknown:
            raise EntryError("unknown", ", ".join(unknown))
        pairs = list(raw.items())
    elif isinstance(raw, tuple | list) and len(raw) <= len(NAMES):
        pairs = list(zip(NAMES, raw, strict=False))
    else:
        raise EntryError("shape")
    yield from ((name, value if value is not None else "") for name, value in pairs)


def choices(setting: str, chosen: Iterable[str], names: Iterable[str], language: str) -> None:
    """Refuse a choice that is none of ``names`` with a ``ConfigError``."""
    for each in chosen:
        if each not in names:
            raise EntryError("choice", each).at(setting, language, names)
