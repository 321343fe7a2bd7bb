"""A small sound project that tests copy and spoil."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kompasswerk.checks.run import check
from kompasswerk.model.findings import Finding
from kompasswerk.reading.files import load_bestand

BESTAND = Path(__file__).parent / "bestand"
TODAY = date(2026, 11, 22)


@pytest.fixture
def bestand(tmp_path: Path) -> Path:
    """Return the root of a fresh copy of the sound project."""
    root = tmp_path / "bestand"
    shutil.copytree(BESTAND, root)
    return root


@pytest.fixture
def checked(bestand: Path) -> Callable[[], list[Finding]]:
    """Return a function that checks the copy as of 22 November 2026."""
    return lambda: list(check(load_bestand(bestand), TODAY))
