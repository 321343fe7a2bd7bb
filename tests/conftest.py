"""What several test packages share: tiny Sphinx projects, built for real."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

ROOT = Path(__file__).parents[1]

EXTENSIONS = ["myst_parser", "sphinx_design", "kompasswerk.sphinx_ext"]
SETTINGS = {
    "project": "Probe",
    "language": "de",
    "extensions": EXTENSIONS,
    "primary_domain": "kompass",
    "html_theme": "basic",
    "myst_enable_extensions": ["colon_fence", "deflist", "tasklist", "fieldlist", "attrs_inline"],
    "exclude_patterns": ["_build"],
}


@dataclass(frozen=True)
class Built:
    """A finished build: the application, its warnings, the output folder."""

    app: Sphinx
    warnings: str
    out: Path

    def html(self, docname: str) -> str:
        return (self.out / f"{docname}.html").read_text(encoding="utf-8")

    def doctree(self, docname: str) -> nodes.document:
        doctree = self.app.env.get_doctree(docname)
        self.app.env.apply_post_transforms(doctree, docname)
        return doctree


def write_files(folder: Path, files: Mapping[str, str]) -> None:
    """Write texts by relative path, replacing what is there."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture
def build(tmp_path: Path) -> Callable[..., Built]:
    """Return a function that writes files into one project and builds it, again and again."""
    source = tmp_path / "projekt"
    (source / "kompass").mkdir(parents=True)
    shutil.copyfile(ROOT / "kompass/listen.yaml", source / "kompass/listen.yaml")

    def run(
        files: Mapping[str, str],
        builder: str = "html",
        *,
        out: str = "aus",
        read: str = "",
        jobs: int = 1,
        extensions: tuple[str, ...] = (),
        **settings: object,
    ) -> Built:
        write_files(source, files)
        messages = StringIO()
        conf = {**SETTINGS, **settings, "extensions": [*EXTENSIONS, *extensions]}
        with patch_docutils(), docutils_namespace():
            app = Sphinx(
                source,
                None,
                tmp_path / out,
                tmp_path / f"{read or out}-gelesen",
                builder,
                confoverrides=conf,
                status=None,
                warning=messages,
                parallel=jobs,
            )
            app.build()
        return Built(app, messages.getvalue(), tmp_path / out)

    return run
