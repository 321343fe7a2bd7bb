"""Which fonts a book is set in.

Source Sans Pro and the fonts inside Typst serve Latin, Greek, Cyrillic and signs. Where a book
has other scripts, font packages of the Python environment come in (extra ``schriften``), and
only for what is then still missing the fonts of the machine, if the project allows it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path

import typst

EMBEDDED = ("DejaVu Sans Mono", "Libertinus Serif", "New Computer Modern Math")
PACKAGES = "fontpkg.family"
"""Group of entry points under which font packages name their module."""
MORE_PACKAGES = ("noto_cjk_sans_jp_regular", "noto_cjk_sans_jp_bold")
"""Font packages without an entry point: Chinese, Japanese, Korean."""
FIRST_OTHER = 0x0590
"""Code of the first letter beyond Latin, Greek, Cyrillic and Armenian: Hebrew."""


@dataclass(frozen=True)
class Faces:
    """Fonts as Typst takes them, and the families asked for behind the book's own, in order."""

    fonts: typst.Fonts
    families: tuple[str, ...] = ()


def faces(staged: Path, extra: tuple[Path, ...], characters: Iterable[str]) -> Faces:
    """Return the fonts for a book with these characters, those of the machine not among them.

    ``extra`` are folders with more fonts.
    """
    if not any(map(is_other_script, characters)):
        return Faces(_fonts([staged, *extra]), ())
    added = [*extra, *sorted(_packages())]
    return Faces(_fonts([staged, *added]), tuple(_families(added)))


def with_machine(staged: Path, extra: tuple[Path, ...], found: Faces) -> Faces:
    """Return the same families and, behind them, all fonts of the machine."""
    paths: list[Path] = [staged, *extra, *sorted(_packages())]
    fonts = typst.Fonts(include_system_fonts=True, include_embedded_fonts=True, font_paths=paths)
    return Faces(fonts, found.families)


def is_other_script(character: str) -> bool:
    """Return whether a letter needs a font of its own script."""
    return ord(character) >= FIRST_OTHER and unicodedata.category(character) in ("Lo", "Mn", "Mc")


def _fonts(paths: list[Path]) -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=list(paths)
    )


def _families(paths: list[Path]) -> list[str]:
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=list(paths)
    )
    return sorted(fonts.families())


def _packages() -> Iterator[Path]:
    """Yield the folders of installed font packages."""
    names = (each.value for each in entry_points(group=PACKAGES))
    for name in sorted({*names, *MORE_PACKAGES}):
        spec = find_spec(name)
        yield from map(Path, (spec and spec.submodule_search_locations) or ())
