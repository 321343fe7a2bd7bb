"""The files to double-click: what they say where something is missing."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

STARTER = Path(__file__).parents[2] / "scripts/starter"


@pytest.mark.parametrize("name", ["redaktion.sh", "redaktion-macos.command"])
def test_a_machine_without_python_is_told_what_to_do(name, tmp_path):
    (tmp_path / "dirname").symlink_to("/usr/bin/dirname")
    (tmp_path / "sh").symlink_to("/bin/sh")
    done = subprocess.run(
        ["/bin/sh", STARTER / name],
        env={"PATH": str(tmp_path)},
        input="\n",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "fehlt Python (Fassung 3.11 oder neuer)" in done.stdout
    assert "https://www.python.org/downloads/" in done.stdout


def test_all_systems_have_a_file_that_runs_the_same_command():
    assert all((STARTER / name).stat().st_mode & 0o100 for name in (
        "redaktion.sh", "redaktion-macos.command", "redaktion-linux.desktop",
    ))  # fmt: skip
    windows = (STARTER / "redaktion-windows.bat").read_bytes()
    assert windows.count(b"\n") == windows.count(b"\r\n")
    assert b"kompasswerk redaktion" in windows
    assert "kompasswerk" in (STARTER / "redaktion.sh").read_text("utf-8")
