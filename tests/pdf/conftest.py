"""One finished sample book for many tests, and a quick way to set a small one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kompasswerk.buch.blocks import Book
from kompasswerk.model.gestaltung import Gestaltung
from kompasswerk.pdf.write import PdfResult, write_pdf
from kompasswerk.reading.gestaltung import read_gestaltung

from .musterbuch import BOOK

TEMPLATES = Path(__file__).parents[2] / "_templates"


@pytest.fixture(scope="session")
def gestaltung() -> Gestaltung:
    return read_gestaltung(TEMPLATES / "gestaltung.yaml")


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory, gestaltung: Gestaltung) -> PdfResult:
    target = tmp_path_factory.mktemp("pdf") / "musterbuch.pdf"
    return write_pdf(BOOK, target, gestaltung=gestaltung)


@pytest.fixture
def write(tmp_path: Path, gestaltung: Gestaltung) -> Callable[..., PdfResult]:
    """Return a function that writes a book with our template."""

    def run(book: Book, name: str = "buch.pdf", **more: object) -> PdfResult:
        settings = {"gestaltung": gestaltung, **more}
        return write_pdf(book, tmp_path / name, **settings)  # type: ignore[arg-type]

    return run
