"""A new page from its template."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ..model.arten import ARTEN
from .addresses import is_slug, slug_problem

TEMPLATES = "_templates/neu"
KINDS = ("fall", "pilot", "instrument", "programm", "schritt", "arbeitsblatt", "seite")
_TODAY, _LATER = "HEUTE", "IN-ZWEI-JAHREN"


class NewPageError(Exception):
    """The page cannot be made; the message is German and says what to do."""


def new_page(root: Path, art: str, slug: str, today: date) -> Path:
    """Return the path of the new file, made from ``_templates/neu/<art>.md``.

    Never overwrites. ``NewPageError`` if the slug is bad or taken, or the template is missing.
    """
    if not is_slug(slug):
        raise NewPageError(slug_problem(slug))
    template = root / TEMPLATES / f"{art}.md"
    if art not in KINDS or not template.is_file():
        raise NewPageError(f"Die Vorlage {TEMPLATES}/{art}.md fehlt. Bitte wiederherstellen.")
    folder = root / ARTEN[art].folder
    target = folder / f"{slug}.md"
    folder.mkdir(parents=True, exist_ok=True)
    if any(path.name.lower() == target.name for path in folder.iterdir()):
        raise NewPageError(f"{ARTEN[art].folder}/{slug}.md gibt es schon. Bitte anders nennen.")
    text = template.read_text(encoding="utf-8")
    # Later first: 29 February has no counterpart two years on, its month's 28th has.
    later = today.replace(year=today.year + 2, day=min(today.day, 28))
    text = text.replace(_LATER, later.isoformat()).replace(_TODAY, today.isoformat())
    with target.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return target
