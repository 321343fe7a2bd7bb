"""The real worksheets and towns, and the report over a thousand made-up returns, made once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
import rueckgaben

from kompasswerk.auswertung.build import build_report
from kompasswerk.auswertung.report import Report
from kompasswerk.formular.collecting import Collected
from kompasswerk.formular.evaluation import Evaluation
from kompasswerk.formular.towns import Places
from kompasswerk.model.gestaltung import Gestaltung
from kompasswerk.publishing.evaluate import collect, write_report
from kompasswerk.reading.files import Loaded, load_bestand
from kompasswerk.reading.gestaltung import read_gestaltung

ROOT = Path(__file__).parents[2]
STICHTAG = date(2026, 12, 31)


@pytest.fixture(scope="session")
def loaded() -> Loaded:
    return load_bestand(ROOT)


@pytest.fixture(scope="session")
def places(loaded: Loaded) -> Places:
    return Places.of(loaded.bestand, loaded.vocabulary)


@pytest.fixture(scope="session")
def gestaltung() -> Gestaltung:
    return read_gestaltung(ROOT / "_templates/gestaltung.yaml")


@pytest.fixture(scope="session")
def collected(loaded: Loaded, places: Places, tmp_path_factory) -> Collected:
    folder = tmp_path_factory.mktemp("antworten")
    names = {ags: town.name for ags, town in places.by_ags.items()}
    assert len(names) == rueckgaben.TOWNS
    rueckgaben.write(folder, sorted(names), names)
    found, refused = collect(folder, loaded, places)
    assert refused == ()
    return found


@pytest.fixture
def evaluation(collected: Collected) -> Evaluation:
    return Evaluation.of(collected)


@pytest.fixture(scope="session")
def report(collected: Collected, loaded: Loaded, gestaltung: Gestaltung) -> Report:
    return build_report(collected, loaded.bestand, STICHTAG, gestaltung.farben)


@dataclass(frozen=True)
class Written:
    """The files of the report by ending."""

    page: Path
    spreadsheet: Path
    word: Path
    pdf: Path


@pytest.fixture(scope="session")
def written(report: Report, gestaltung: Gestaltung, tmp_path_factory) -> Written:
    root = tmp_path_factory.mktemp("projekt")
    (root / "_templates/word").mkdir(parents=True)
    template = "_templates/word/kompass.docx"
    (root / template).write_bytes((ROOT / template).read_bytes())
    return Written(*write_report(report, root, gestaltung))
