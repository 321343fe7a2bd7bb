"""The written sample book, once for all tests of the Word part."""

from __future__ import annotations

from pathlib import Path

import pytest
from alle_bausteine import musterbuch

from kompasswerk.docx.template import build_template
from kompasswerk.docx.write import DocxResult, write_docx
from kompasswerk.model.gestaltung import Gestaltung
from kompasswerk.reading.gestaltung import read_gestaltung

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def gestaltung() -> Gestaltung:
    return read_gestaltung(ROOT / "_templates" / "gestaltung.yaml")


@pytest.fixture(scope="session")
def vorlage(gestaltung: Gestaltung, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("vorlage") / "kompass.docx"
    build_template(gestaltung, target)
    return target


@pytest.fixture(scope="session")
def muster(vorlage: Path, tmp_path_factory: pytest.TempPathFactory) -> DocxResult:
    target = tmp_path_factory.mktemp("muster") / "musterbuch.docx"
    return write_docx(musterbuch(), target, template=vorlage, pages={})
