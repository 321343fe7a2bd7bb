"""The real handbook, built once for each output, as the command does it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from echtes_handbuch import ROOT, run_builder

from messungen.faelle import copy_project


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
    copy_project(copy)
    return copy
