"""What the map in scripts/README.md promises: who imports whom, and how long things may be."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "scripts/kompasswerk"
MODULES = sorted(PACKAGE.rglob("*.py"))
OTHERS = [*sorted((ROOT / "tests").rglob("*.py")), ROOT / "conf.py", ROOT / "noxfile.py"]
OTHERS += sorted((ROOT / "scripts/messungen").rglob("*.py"))

MAY_USE = {
    "model": set(),
    "reading": {"model"},
    "karte": {"model"},
    "checks": {"model", "reading", "karte"},
    "formular": {"model", "reading"},
    "sphinx_ext": {"model", "reading", "checks", "formular", "karte"},
    "daten": {"model", "reading", "sphinx_ext", "buch", "docx"},
    "suche": {"model", "reading", "sphinx_ext"},
    "auslieferung": {"model", "reading", "sphinx_ext"},
    "merkzettel": {"model", "formular", "sphinx_ext"},
    "buch": {"model", "reading", "checks", "sphinx_ext"},
    "docx": {"model", "reading", "checks", "formular", "sphinx_ext", "buch"},
    "pdf": {"model", "reading", "checks", "sphinx_ext", "buch"},
    "auswertung": {"model", "reading", "formular", "sphinx_ext", "buch", "docx"},
    "redaktion": {"model", "reading", "checks", "formular", "sphinx_ext", "buch", "docx"},
    "bericht": {
        *("model", "reading", "sphinx_ext", "buch", "docx", "redaktion", "auswertung"),
    },
    "pilotpruefung": {"model", "reading", "formular", "sphinx_ext", "buch"},
    "teaserbank": {"model", "reading", "buch", "pilotpruefung"},
    "vergleich": {"buch"},
    "ergaenzung": {"buch", "docx"},
    "publishing": {
        "model",
        "reading",
        "checks",
        "formular",
        "sphinx_ext",
        "buch",
        "docx",
        "pdf",
        "auswertung",
        "redaktion",
        "bericht",
        "pilotpruefung",
        "teaserbank",
        "vergleich",
        "ergaenzung",
    },
}
TOP_LEVEL = {
    "conf.py", "kompass", "bestpractice", "pilots", "_templates", "scripts", "noxfile.py",
    "README.md", "index.md", "tests", "pyproject.toml", "CONTRIBUTING.md", "CHANGELOG.md",
    "LICENSE", ".ci", ".gitignore", "CITATION.cff",
}  # fmt: skip
KNOWS_SPHINX_APP = {"sphinx_ext", "buch/builder.py", "docx/builder.py", "pdf/builder.py"}
KNOWS_SPHINX_APP |= {"suche/website.py", "auslieferung/website.py"}
KNOWS_SPHINX_APP |= {"suche/website.py", "merkzettel/website.py"}
KNOWS_SPHINX_APP |= {"suche/website.py", "daten/website.py", "daten/page.py"}
KNOWS_SPHINX_APP |= {"redaktion/stand/website.py", "redaktion/stand/seite.py"}
KNOWS_SPHINX_APP |= {"vergleich/run.py", "publishing/extract.py", "publishing/supplement.py"}
READS_WORD = {"vergleich/word.py"}
LONGEST_FUNCTION, LONGEST_MODULE = 40, 400


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[str]:
    """Yield absolute names of what a module of the package imports."""
    parents = ["kompasswerk", *path.relative_to(PACKAGE).parts[:-1]]
    tree = ast.parse(path.read_text(encoding="utf-8"))
    only_for_types = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in (node for node in ast.walk(tree) if node not in only_for_types):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = parents[: len(parents) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_package_uses_only_those_to_its_left(path):
    own = path.relative_to(PACKAGE).parts[0]
    if own not in MAY_USE:
        return
    used = {
        parts[1]
        for parts in (module.split(".") for module in imports(path))
        if parts[0] == "kompasswerk" and len(parts) > 1 and parts[1] in MAY_USE
    }
    assert used <= MAY_USE[own] | {own}


def test_every_package_has_a_place_in_the_order():
    assert {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()} == set(
        MAY_USE
    )


def test_the_model_uses_the_standard_library_alone():
    outside = {
        module.split(".")[0]
        for path in (PACKAGE / "model").glob("*.py")
        for module in imports(path)
    } - set(sys.stdlib_module_names)
    assert outside <= {"kompasswerk"}


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_only_the_builders_and_the_extension_know_sphinx_application(path):
    inside = path.relative_to(PACKAGE).as_posix()
    if not any(inside.startswith(known) for known in KNOWS_SPHINX_APP):
        assert "sphinx.application" not in set(imports(path))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_raw_xml_of_word_is_written_in_one_package(path):
    inside = path.relative_to(PACKAGE).as_posix()
    if not inside.startswith("docx/oxml") and inside not in READS_WORD:
        text = path.read_text(encoding="utf-8")
        assert "OxmlElement" not in text
        assert "lxml" not in {module.split(".")[0] for module in imports(path)}


@pytest.mark.parametrize("path", [*MODULES, *OTHERS], ids=name)
def test_no_module_and_no_function_is_too_long(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_MODULE
    long = {
        node.name: node.end_lineno - node.lineno + 1
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    }
    assert long == {}


def test_the_top_level_holds_what_the_client_wants_and_nothing_else():
    import subprocess

    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert {line.split("/")[0] for line in listed} <= TOP_LEVEL


def test_settings_hold_no_code():
    tree = ast.parse((ROOT / "conf.py").read_text(encoding="utf-8"))
    code = ast.FunctionDef | ast.ClassDef | ast.Import | ast.ImportFrom | ast.For | ast.If
    assert not [node for node in ast.walk(tree) if isinstance(node, code)]
    assert len((ROOT / "conf.py").read_text(encoding="utf-8").splitlines()) < 100
