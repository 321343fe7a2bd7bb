"""What is measured: copies of documentations, each with settings that suit every program."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from .environments import ROOT
from .generating import generate
from .shapes import HANDBOOK, SHAPES

HANDBOOK_NAME = "Handbuch"
LARGER = {f"wie das Handbuch, {factor}×": HANDBOOK.times(factor) for factor in (1, 4, 16)}
GENERATED = {**SHAPES, **LARGER}
DEFAULT = (HANDBOOK_NAME, *GENERATED)
_NOT_COPIED = (".*", "_build", "tests", "scripts", "node_modules", "__pycache__", "*.egg-info")

SETTINGS = """

# ---- what the benchmark needs: the same content for every program, and nothing from the net
import importlib.util as _util
import os as _os


def _there(name):
    try:
        return _util.find_spec(name) is not None
    except (ImportError, ValueError):
        return False


_left = {"sphinx.ext.intersphinx", "sphinx_tippy", "autodoc2"}
_left |= {"kompasswerk.docx", "kompasswerk.pdf"}
extensions = [name for name in extensions if name not in _left and _there(name)]
extensions += _os.environ.get("MESSEN_EXTENSIONS", "").split()
intersphinx_mapping = {}
nitpicky = False
if "kompasswerk.docx" not in extensions:
    _root = globals().get("root_doc", globals().get("master_doc", "index"))
    docx_documents = [(_root, "buch.docx", {"title": project}, False)]
if _os.environ.get("MESSEN_HTML"):
    html_theme, html_theme_options, html_permalinks = "basic", {}, False
    html_static_path, html_css_files, html_js_files, templates_path = [], [], [], []
    html_domain_indices = html_use_index = html_show_sourcelink = html_copy_source = False
"""


@dataclass(frozen=True)
class Subject:
    """A documentation ready to be measured.

    ``source`` holds ``conf.py``; ``origin`` says where the pages come from.
    """

    name: str
    source: Path
    origin: str


def prepared(name: str, work: Path, given: Path | None = None) -> Subject:
    """Copy or generate the documentation ``name`` below ``work``.

    ``given`` is a folder with ``conf.py`` in a checkout of the project; the whole checkout is
    copied, because documentations include files beside them. ``KeyError`` for a name that is
    unknown and has no folder.
    """
    place = work / plain(name)
    shutil.rmtree(place, ignore_errors=True)
    if given is not None:
        shutil.copytree(given.parent, place, ignore=shutil.ignore_patterns(".*", "_build"))
        subject = Subject(name, place / given.name, "Quellen des Projekts")
    elif name == HANDBOOK_NAME:
        shutil.copytree(ROOT, place, ignore=shutil.ignore_patterns(*_NOT_COPIED))
        subject = Subject(name, place, "dieses Repository")
    else:
        generate(GENERATED[name], place, name)
        subject = Subject(name, place, "erzeugt")
    with (subject.source / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(SETTINGS)
    return subject


def plain(name: str) -> str:
    """Return a name for a folder."""
    return "".join(sign if sign.isalnum() and sign.isascii() else "-" for sign in name).strip("-")
