"""An environment of its own for each program; what cannot be installed is a fact, not a failure."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .machine import said
from .running import Command, Run, run

ROOT = Path(__file__).resolve().parents[2]
DOCS = ("sphinx-inline-tabs", "sphinx-pyscript", "sphinx-syntax-example", "sphinx-copybutton")
"""Extensions that the measured documentations use; all programs get them."""
OURS = ("-e", f"{ROOT}[messen]", *DOCS)
NPM = "npm"


@dataclass(frozen=True)
class Recipe:
    """What pip (or npm) installs; ``python`` is the oldest Python that will do."""

    packages: tuple[str, ...]
    shown: str
    python: tuple[int, int] = (3, 11)


RECIPES = {
    "wir": Recipe(OURS, "kompasswerk"),
    "pandoc": Recipe(("pypandoc-binary",), "pypandoc-binary"),
    "docxbuilder": Recipe((*OURS, "docxbuilder", "setuptools<81"), "docxbuilder"),
    "sphinx-docx": Recipe((*OURS, "sphinx-docx[math]"), "sphinx-docx", (3, 12)),
    "weasyprint": Recipe(("weasyprint",), "weasyprint"),
    "mkdocs-material": Recipe(("mkdocs-material>=9.6,<10",), "mkdocs-material"),
    "zensical": Recipe(("zensical",), "zensical"),
    "mystmd": Recipe(("mystmd",), "mystmd"),
}


@dataclass(frozen=True)
class Environment:
    """Where a program is installed; ``error`` says why it is not."""

    folder: Path
    version: str = ""
    error: str = ""

    def program(self, name: str) -> Path:
        """Return the path of an installed program."""
        if (self.folder / "node_modules").exists():
            return self.folder / "node_modules/.bin" / name
        scripts = "Scripts" if sys.platform == "win32" else "bin"
        return self.folder / scripts / name


def environment(name: str, folder: Path) -> Environment:
    """Return the environment of a recipe below ``folder``; make it if it is not there."""
    recipe, place = RECIPES[name], folder / name
    done = place / "fertig.txt"
    if not done.exists():
        log = folder / f"{name}.log"
        made = _with_npm(recipe, place, log) if name == "mystmd" else _with_pip(recipe, place, log)
        if made.error:
            return Environment(place, error=f"nicht vorhanden: {made.error}")
        done.write_text(_version(name, recipe, place), encoding="utf-8")
    return Environment(place, done.read_text(encoding="utf-8"))


def _with_pip(recipe: Recipe, place: Path, log: Path) -> Run:
    python = next(_pythons(recipe.python), None)
    if python is None:
        return Run(0, error=f"Python {'.'.join(map(str, recipe.python))} fehlt")
    made = run([python, "-m", "venv", "--clear", place], log)
    if made.error:
        return made
    pip: Command = [Environment(place).program("python"), "-m", "pip", "install", "-q"]
    return run([*pip, "--disable-pip-version-check", *recipe.packages], log)


def _pythons(least: tuple[int, int]) -> Iterator[str]:
    """Yield Pythons that are at least so new: this one first, then others on the path."""
    if sys.version_info[:2] >= least:
        yield sys.executable
    for minor in range(least[1], least[1] + 4):
        found = shutil.which(f"python{least[0]}.{minor}")
        if found and said([found, "-c", "print(1)"]):
            yield found


def _with_npm(recipe: Recipe, place: Path, log: Path) -> Run:
    npm = shutil.which(NPM)
    if npm is None:
        return Run(0, error="npm fehlt")
    place.mkdir(parents=True, exist_ok=True)
    return run(
        [npm, "install", "--no-audit", "--no-fund", "--prefix", place, *recipe.packages], log
    )


def _version(name: str, recipe: Recipe, place: Path) -> str:
    own = Environment(place)
    if name == "mystmd":
        return f"mystmd {said([str(own.program('myst')), '--version']).removeprefix('v')}"
    ask = f"from importlib.metadata import version as v; print(v({recipe.shown!r}))"
    version = f"{recipe.shown} {said([str(own.program('python')), '-c', ask])}"
    if name == "pandoc":
        version += f" mit {said([pandoc(own), '--version'])}"
    return version


def pandoc(own: Environment) -> str:
    """Return the path of pandoc inside its environment."""
    ask = "import pypandoc; print(pypandoc.get_pandoc_path())"
    return said([str(own.program("python")), "-c", ask])
