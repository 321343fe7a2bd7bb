"""The real handbook, built once for each output, as the command does it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from echtes_handbuch import CONTENT, ROOT, run_builder


@pytest.fixture(scope="session")
def build_real(tmp_path_factory) -> Callable[[str], Path]:
    """Return a function that gives the folder of an output, built at its first use."""
    work = tmp_path_factory.mktemp("handbuch")
    made: dict[str, Path] = {}

    def get(builder: str) -> Path:
        if builder not in made:
            made[builder] = run_builder(ROOT, work, builder)
        return made[builder]

    return get


@pytest.fixture(scope="session")
def pdf(build_real) -> Path:
    return build_real("pdf") / "kompass-handbuch.pdf"


@pytest.fixture(scope="session")
def docx_file(build_real) -> Path:
    return build_real("docx") / "kompass-handbuch.docx"


@pytest.fixture
def copy_of_content(tmp_path) -> Path:
    """Return a copy of everything the handbook is made from, free to edit."""
    copy = tmp_path / "projekt"
    copy.mkdir()
    for name in CONTENT:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name)
        else:
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, copy / name)
    return copy
