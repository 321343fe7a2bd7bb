"""Two editions of a small book, as Word files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from alle_bausteine import p, t

from kompasswerk.buch import blocks as b
from kompasswerk.docx.template import build_template
from kompasswerk.docx.write import write_docx
from kompasswerk.ergaenzung.handbook import Handbook, read_handbook
from kompasswerk.reading.gestaltung import read_gestaltung

ROOT = Path(__file__).parents[2]


def line(*inlines: b.Inline) -> b.Paragraph:
    return b.Paragraph(inlines)


def chapter(name: str, title: str, *blocks: b.Block) -> b.Section:
    return b.Section(1, t(title), blocks, (f"{name}:",), starts_page=True)


def section(title: str, *blocks: b.Block) -> b.Section:
    return b.Section(2, t(title), blocks, (f"{title}:x",))


def table(*rows: tuple[str, ...]) -> b.Table:
    cells = (b.Row(tuple(b.Cell((p(text),)) for text in row)) for row in rows)
    return b.Table(tuple(cells), (1,) * len(rows[0]))


def book(number: str, *chapters: b.Section, **more: object) -> b.Book:
    """Return an edition whose chapters are its pages."""
    pages = tuple(
        b.Page(each.anchors[0].removesuffix(":"), each.title[0].text, each.anchors[0])
        for each in chapters
    )
    made = b.Book("Buch", (b.Part((), chapters),), pages=pages, number=number)
    edition = f"Entwurf {number}, {number}. Mai 2026"
    return replace(made, edition=edition, state="Entwurf", date=f"2026-05-0{number}", **more)


NOTE: Mapping[str, tuple[b.Block, ...]] = {"n": (p("Quelle: Amt, 2024."),)}

OLD = book(
    "1",
    chapter(
        "start", "Start", p("Willkommen."), line(b.InternalLink(t("Recht"), "recht:", page=True))
    ),
    chapter(
        "plan",
        "Plan",
        p("Erster Absatz."),
        section("Ziele", line(*t("Ein Ziel mit "), b.NoteReference("n")), p("Bleibt.")),
        section("Mittel", table(("Druck", "Folge"), ("hoch", "handeln"), ("gering", "warten"))),
    ),
    chapter("alt", "Altes", p("Das entfällt.")),
    chapter("weg", "Umzug", p("Dasselbe unter anderem Namen.")),
    chapter("recht", "Recht", p("Paragraf eins.")),
    notes=NOTE,
)

NEW = book(
    "2",
    chapter(
        "start", "Start", p("Willkommen."), line(b.InternalLink(t("Recht"), "recht:", page=True))
    ),
    chapter("neu", "Neues", *(p(f"Neuer Absatz {number}.") for number in range(60))),
    chapter(
        "plan",
        "Plan",
        p("Erster Absatz."),
        section("Ziele", line(*t("Ein großes Ziel mit "), b.NoteReference("n")), p("Bleibt.")),
        section(
            "Mittel",
            table(
                ("Druck", "Folge"), ("hoch", "handeln"), ("mittel", "planen"), ("gering", "ruhen")
            ),
        ),
    ),
    chapter("hin", "Umzug", p("Dasselbe unter anderem Namen.")),
    chapter("recht", "Recht", p("Paragraf eins.")),
    notes=NOTE,
)


@pytest.fixture(scope="session")
def write(tmp_path_factory: pytest.TempPathFactory) -> Callable[[b.Book], Path]:
    """Return a function that writes a book as Word file."""
    folder = tmp_path_factory.mktemp("ausgaben")
    template = folder / "vorlage.docx"
    build_template(read_gestaltung(ROOT / "_templates/gestaltung.yaml"), template)

    def run(book: b.Book) -> Path:
        target = folder / f"buch-{book.number}.docx"
        write_docx(book, target, template=template)
        return target

    return run


@pytest.fixture(scope="session")
def old(write: Callable[[b.Book], Path]) -> Handbook:
    return read_handbook(write(OLD))


@pytest.fixture(scope="session")
def new(write: Callable[[b.Book], Path]) -> Handbook:
    return read_handbook(write(NEW))
