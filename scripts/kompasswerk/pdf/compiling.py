"""Having Typst compile: standards, and errors in plain German."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import typst

from .copyfitting import copyfit
from .errors import PdfError

LAST = "kompass-ende"
"""Label of the number of the last page."""
STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-2a"]
_MAIN = re.compile(r"main\.typ:(\d+):\d+")
_ELSEWHERE = re.compile(r"(\w+\.typ):(\d+):\d+")


@dataclass(frozen=True)
class Compiled:
    """A finished PDF: its bytes and the number of its pages."""

    data: bytes
    pages: int


def compile_book(folder: Path, fonts: typst.Fonts) -> Compiled:
    """Return the PDF of ``main.typ`` in ``folder``.

    ``PdfError`` for all that Typst finds; its message names the place in the book, or the
    line of the template.
    """
    main = folder / "main.typ"
    compiler = typst.Compiler(main, root=folder, font_paths=fonts, ignore_system_fonts=True)
    try:
        # What is wrong in the book, compiling says better, with the place where it is.
        with suppress(RuntimeError):
            copyfit(folder, lambda label: compiler.query(f"<{label}>", field="value", one=True))
        data = compiler.compile(format="pdf", pdf_standards=STANDARDS)
        found = compiler.query(f"<{LAST}>", field="value", one=True)
    except typst.TypstError as error:
        raise _german(error, main.read_text(encoding="utf-8")) from error
    if not isinstance(data, bytes):
        raise PdfError("Typst hat kein PDF geliefert. Bitte melden Sie diesen Fehler.")
    return Compiled(data, int(found))


def unreadable(names: Iterable[str], folder: Path, fonts: typst.Fonts) -> frozenset[str]:
    """Return those staged pictures that Typst cannot set, by having it set each alone."""
    return frozenset(name for name in names if not _is_readable(name, folder, fonts))


def _is_readable(name: str, folder: Path, fonts: typst.Fonts) -> bool:
    probe = folder / "probe.typ"
    head = f'#set document(title: "x")\n#image("{name}", alt: "x")'
    probe.write_text(head, encoding="utf-8")
    try:
        typst.compile(probe, root=folder, font_paths=fonts, format="pdf", pdf_standards=STANDARDS)
    except typst.TypstError:
        return False
    return True


def unsettable(formulas: Mapping[str, str], folder: Path, fonts: typst.Fonts) -> frozenset[str]:
    """Return the keys of those Typst formulas that Typst cannot set, by halving what fails."""
    probe = folder / "probe.typ"
    probe.write_text("\n\n".join(formulas.values()), encoding="utf-8")
    try:
        typst.compile(probe, root=folder, font_paths=fonts, format="pdf")
    except typst.TypstError:
        if len(formulas) == 1:
            return frozenset(formulas)
        items = list(formulas.items())
        halves = (dict(items[: len(items) // 2]), dict(items[len(items) // 2 :]))
        return frozenset().union(*(unsettable(half, folder, fonts) for half in halves))
    return frozenset()


def _german(error: typst.TypstError, main: str) -> PdfError:
    hints = "".join(f" Hinweis: {hint}." for hint in error.hints)
    return PdfError(
        f"{_place(error, main)}: Typst kann das PDF nicht setzen: {error.message}.{hints} "
        "Bitte prüfen Sie diese Stelle; die bisherige Datei ist unverändert."
    )


def _place(error: typst.TypstError, main: str) -> str:
    """Return the nearest place comment at or above the line of an error, or the template's line."""
    trail = "\n".join((error.diagnostic, *error.trace))
    if found := _MAIN.search(trail):
        above = main.splitlines()[: int(found[1])]
        places = (line[5:] for line in reversed(above) if line.startswith("// @ "))
        return next(places, "Anfang des Buches")
    if found := _ELSEWHERE.search(trail):
        return f"{found[1]}, Zeile {found[2]}"
    return "Ganzes Buch"
