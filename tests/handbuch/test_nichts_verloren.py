"""What the pages of the handbook say stands in its Word and PDF files, once and in order."""

from __future__ import annotations

import pytest
from echtes_handbuch import ROOT

from kompasswerk.vergleich.run import compare_project

pytestmark = pytest.mark.xdist_group("handbuch")


@pytest.mark.parametrize("name", ["docx", "pdf"])
def test_the_handbook_loses_nothing(tmp_path, name):
    (result,) = compare_project(ROOT, tmp_path, (name,))
    assert result.pieces > 2000
    assert [str(finding) for finding in result.findings] == []
