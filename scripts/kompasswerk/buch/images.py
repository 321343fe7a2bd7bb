"""Which file of a picture goes into a book."""

from __future__ import annotations

from pathlib import Path

from docutils import nodes

from .place import Place

WANTED = ("image/svg+xml", "image/png", "image/jpeg")


def image_path(node: nodes.image, place: Place) -> Path | None:
    """Return the file of a picture inside the project, ``None`` with a warning if there is none.

    A picture from the web is never fetched; its alternative text stands in for it.
    """
    candidates: dict[str, str] = node.get("candidates", {})
    uri: str = next((candidates[kind] for kind in WANTED if kind in candidates), node["uri"])
    path = (place.project.srcdir / uri).resolve()
    if "://" in uri or not path.is_file():
        place.project.warn(
            f"Bild „{uri}“ liegt nicht im Projekt; sein Alternativtext bleibt.", node
        )
        return None
    return path
