"""Which file of a picture goes into a book, and what it says to those who cannot see it."""

from __future__ import annotations

from pathlib import Path

from docutils import nodes

from .place import Place
from .remarks import Remark

WANTED = ("image/svg+xml", "image/png", "image/jpeg", "image/gif")


def image_path(node: nodes.image, place: Place) -> Path | None:
    """Return the file of a picture inside the project, ``None`` with a remark if there is none.

    A picture from the web is never fetched; its alternative text stands in for it.
    """
    candidates: dict[str, str] = node.get("candidates", {})
    ordered = [candidates[kind] for kind in WANTED if kind in candidates]
    uri: str = next(iter([*ordered, *candidates.values()]), node["uri"])
    path = (place.project.srcdir / uri).resolve()
    if "://" in uri or not path.is_file():
        place.project.warn(Remark("picture", uri), node)
        return None
    return path


def alternative(node: nodes.image, place: Place, instead: str = "") -> str:
    """Return the alternative text of a picture; empty for decoration.

    Where the author wrote none, ``instead`` (a caption), the title of the picture or the
    address that it links to stands in; without them it is decoration, with a remark. An empty
    ``:alt:`` is a decision.
    """
    written: str | None = node.get("alt")
    link: str = node.parent.get("refuri", "") if isinstance(node.parent, nodes.reference) else ""
    words = written if written is not None else instead or node.get("title", "") or link
    if written is None and not words:
        place.project.warn(Remark("no_alt", Path(node["uri"]).name), node)
    return words
