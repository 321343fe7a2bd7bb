"""A builder that writes nothing: it only gives ``assemble`` what it needs."""

from __future__ import annotations

from pathlib import Path

from kompasswerk.buch.blocks import Book
from kompasswerk.buch.builder import BookBuilder, Written, setup_settings


class ProbeBuilder(BookBuilder):
    name = "probe"
    format = "probe"
    suffix = ".txt"

    def write_book(self, book: Book, target: Path, template: Path | None) -> Written:
        return Written()


def setup(app):
    setup_settings(app)
    app.add_config_value("probe_documents", [], "env")
    app.add_config_value("probe_template", "", "env")
    app.add_builder(ProbeBuilder)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
