"""Programs that are asked for a layout and do not answer."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from kompasswerk.docx.layout import _finishes

LAUNCHER = """
import subprocess, sys
subprocess.Popen([sys.executable, "-c", sys.argv[1], sys.argv[2]]).wait()
"""
CHILD = """
import pathlib, sys, time
while True:
    pathlib.Path(sys.argv[1]).write_text(str(time.monotonic_ns()))
    time.sleep(0.05)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="process groups are a matter of POSIX")
def test_a_program_that_hangs_is_stopped_with_its_children(tmp_path: Path) -> None:
    beat = tmp_path / "herz"
    assert not _finishes([sys.executable, "-c", LAUNCHER, CHILD, str(beat)], seconds=2)
    last = beat.read_text()
    time.sleep(0.5)
    assert beat.read_text() == last


@pytest.mark.parametrize(("code", "done"), [("0", True), ("3", False)])
def test_a_program_finishes_only_without_an_error(code: str, done: bool) -> None:
    assert _finishes([sys.executable, "-c", f"raise SystemExit({code})"]) is done


def test_a_program_that_is_not_there_does_not_finish(tmp_path: Path) -> None:
    assert not _finishes([str(tmp_path / "fehlt")])
