"""The whole handbook: website, PDF, Word and offline copy, with a table of what was made."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ..model import german
from ..model.seiten import Bestand
from ..reading.files import Loaded
from ..sphinx_ext.werkzeuge import FOLDER, SETTING
from .build import OUTPUT, SITE, Job, replace_file, replace_folder, run_side_by_side, run_sphinx
from .bundle import write_bundle
from .executors import processes
from .singles import write_singles

BUNDLE = "kompass-offline.zip"
BOOKS = ("pdf", "docx")
NOT_SHIPPED = (
    ".buildinfo",
    ".gesichter",
    ".leitdaten",
    ".redaktionsstand",
    ".doctrees",
    "objects.inv",
    ".nojekyll",
)


@dataclass(frozen=True)
class Product:
    """One finished output; ``pages`` is ``None`` where the number is not known."""

    path: Path
    size: int
    pages: int | None = None


def build_handbook(root: Path, loaded: Loaded, say: Callable[[str], None]) -> list[Product]:
    """Build everything and return the products in order of reading.

    Raises :class:`~.build.BuildError` at the first builder that fails; what it would have
    replaced stays as it was.
    """
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(edition_epoch(loaded.bestand)))
    output = root / OUTPUT
    say("Einzelne Seiten als Word und PDF …")
    singles, listing = write_singles(root, loaded, processes(), say)
    say("Website …")
    site = run_sphinx(root, Job(SITE, settings=(f"{SETTING}={listing}",)))
    replace_folder(singles, site / FOLDER)
    replace_folder(site, output / SITE, ignore=NOT_SHIPPED)
    pages: dict[str, int] = {}
    say("PDF und Word …")
    for builder, folder in run_side_by_side(root, BOOKS).items():
        pages |= json.loads((folder / "seiten.json").read_text(encoding="utf-8"))
        for book in sorted(folder.glob(f"*.{builder}")):
            replace_file(book, output / book.name)
    say("ZIP für die Nutzung ohne Internet …")
    write_bundle(output, output / BUNDLE)
    return [*_products(output, pages)]


def edition_epoch(bestand: Bestand) -> int:
    """Return the newest ``stand`` of all pages as seconds since 1970.

    So the same content gives the same bytes on any day; 0 for an empty project.
    """
    newest = max((seite.stand for seite in bestand.seiten), default="1970-01-01")
    return int(datetime.fromisoformat(newest).replace(tzinfo=UTC).timestamp())


def _products(output: Path, pages: dict[str, int]) -> Iterable[Product]:
    site = output / SITE
    count = sum(1 for _ in site.rglob("*.html"))
    yield Product(
        site / "index.html", sum(f.stat().st_size for f in site.rglob("*") if f.is_file()), count
    )
    for path in sorted(output.glob("*.*")):
        if path.is_file() and not path.name.startswith("."):
            yield Product(path, path.stat().st_size, pages.get(path.name))


def product_table(products: Iterable[Product], root: Path) -> str:
    """Return the products as an aligned text table with size and number of pages."""
    rows = [("Ausgabe", "Größe", "Seiten")]
    rows += [
        (
            product.path.relative_to(root).as_posix(),
            german.size(product.size),
            str(product.pages) if product.pages is not None else "–",
        )
        for product in products
    ]
    widths = [max(len(row[i]) for row in rows) for i in range(3)]
    return "\n".join(
        f"{name:<{widths[0]}}  {size:>{widths[1]}}  {pages:>{widths[2]}}"
        for name, size, pages in rows
    )
