"""Same input, same bytes: twice, in parallel, and after an edit."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from echtes_handbuch import ROOT, run_builder, tree

pytestmark = pytest.mark.xdist_group("handbuch")


def test_a_second_build_gives_the_same_pdf(build_real, tmp_path):
    first = build_real("pdf")
    assert_same_book(first, run_builder(ROOT, tmp_path, "pdf", jobs="2"), "pdf")


def test_a_second_build_gives_the_same_word_file(monkeypatch, tmp_path):
    # Without LibreOffice, which would count pages for minutes; that its numbers are the same
    # each time is shown on a small book (tests/docx).
    python = Path(sys.executable)
    monkeypatch.setenv("PATH", str(python.parent))
    first = run_builder(ROOT, tmp_path / "erst", "docx")
    assert_same_book(first, run_builder(ROOT, tmp_path / "zweit", "docx", jobs="2"), "docx")


def assert_same_book(first: Path, second: Path, builder: str) -> None:
    names = [path.name for path in sorted(first.glob(f"*.{builder}"))]
    assert names == [f"kompass-handbuch.{builder}"]
    assert [(first / name).read_bytes() == (second / name).read_bytes() for name in names] == [True]


def test_a_parallel_build_gives_the_same_website(build_real, tmp_path):
    assert (
        differences(tree(build_real("html")), tree(run_builder(ROOT, tmp_path, "html", jobs="2")))
        == []
    )


def test_an_incremental_build_after_one_edit_equals_a_full_one(copy_of_content, tmp_path):
    case = copy_of_content / "bestpractice/blank-jena.md"
    before = case.read_text(encoding="utf-8")
    other = before.replace("titel: Blank", "titel: Test")
    other = other.replace("## Ergebnis", "Neu. {quelle}`q1`\n\n## Ergebnis")
    case.write_text(other, encoding="utf-8")
    run_builder(copy_of_content, tmp_path / "nach", "html")
    case.write_text(before, encoding="utf-8")
    edited = run_builder(copy_of_content, tmp_path / "nach", "html")
    full = run_builder(copy_of_content, tmp_path / "voll", "html")
    assert differences(tree(edited), tree(full)) == []


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Return the names of files that differ or that only one side has."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
