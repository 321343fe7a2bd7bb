"""Figures as Typst content, and their files where Typst can read them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ..buch.blocks import Book, Figure, InlineImage
from ..buch.photos import FAULTS, converted
from .emit import boxed, emit, line
from .inline import listed
from .messages import message
from .place import Place
from .syntax import boolean, call, comment, length, optional, string
from .walk import plain, walk

LONG_CAPTION = 900
"""Characters of a caption from which it may go on on the next page."""
MAGIC = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg", b"GIF8": "gif"}


@dataclass(frozen=True)
class Staged:
    """Pictures as Typst finds them: name by path, ``None`` for what cannot be shown."""

    names: Mapping[Path, str | None]
    warnings: tuple[str, ...]


def stage(book: Book, folder: Path, broken: frozenset[str] = frozenset()) -> Staged:
    """Copy every picture of the book into ``folder`` and return under which name.

    ``broken`` are names that Typst could not decode. What is missing, broken or of a kind
    that PDF cannot show gets a warning with its place.
    """
    names: dict[Path, str | None] = {}
    warnings: list[str] = []
    for where, path in _pictures(book):
        if path in names:
            continue
        problem, kind = _inspect(path)
        blob = _converted(path) if problem else None
        problem, kind = (problem, kind) if blob is None else ("", "png")
        name = f"bild-{len(names) + 1}.{kind}"
        if not problem and name in broken:
            problem = "picture_broken"
        names[path] = None if problem else name
        if problem:
            told = message(problem, book.language, where=where, what=path.name)
            warnings.append(told)
        else:
            (folder / name).write_bytes(path.read_bytes() if blob is None else blob)
    return Staged(names, tuple(warnings))


def _pictures(book: Book) -> Iterator[tuple[str, Path]]:
    for where, node in walk(book):
        if isinstance(node, Figure | InlineImage):
            yield where, node.path


def _converted(path: Path) -> bytes | None:
    try:
        return converted(path)
    except FAULTS:
        return None


def _inspect(path: Path) -> tuple[str, str]:
    """Return the message about what is wrong with a picture (empty: nothing) and its kind."""
    if not path.is_file():
        return "picture_missing", ""
    head = path.read_bytes()[:4096]
    for magic, kind in MAGIC.items():
        if head.startswith(magic):
            return "", kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "", "webp"
    if b"<svg" in head:
        return "", "svg"
    return "picture_kind", ""


@emit.register
def _figure(node: Figure, place: Place) -> str:
    staged = place.pictures.get(node.path)
    caption = line(node.caption, place)
    url = node.url if node.url and not place.linked else None
    figure = call(
        "picture",
        string(staged) if staged else "none",
        alt=_alternative(node, place, shown=staged is not None),
        caption=optional(caption),
        legend=optional(boxed(node.legend, replace(place, contained=True))),
        number=place.literal(node.number) if node.number else None,
        listed=listed(node.caption, "figures", place),
        whole=boolean(len(plain(node.caption)) <= LONG_CAPTION),
        width=length(node.width),
        url=string(url) if url else None,
        mark=place.mark(node.anchors),
    )
    return comment(f"{place.where} › Bild {node.path.name}") + figure


def _alternative(node: Figure, place: Place, *, shown: bool) -> str:
    """Return the alternative text; a picture that cannot be shown is at least named."""
    words = node.alt.strip() or ("" if shown else plain(node.caption).strip() or node.path.name)
    return place.literal(words) if words else "none"
