"""Programs from npm, installed below ``_build`` for this measurement alone."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from . import axe

LIGHTHOUSE = "12.8.2"  # the last line of versions that runs on Node 18 and 20
NU = "26.9.27"
PACKAGES = {"lighthouse": LIGHTHOUSE, "vnu-jar": NU}
"""Exact versions, named nowhere else; axe-core's German texts follow the axe of the tests."""
NEEDED = {"java": "default-jre-headless", "node": "nodejs", "npm": "npm"}
"""Programs of the machine and their packages on Debian."""


class MissingProgramError(Exception):
    """A program is missing or npm did not install; the message says in German what to do."""


@dataclass(frozen=True)
class Programs:
    """Where the installed programs are."""

    lighthouse: Path
    nu: Path
    axe_german: Path


def installed(folder: Path) -> Programs:
    """Install what is not yet there in these versions; raise ``MissingProgramError``."""
    missing = sorted({package for name, package in NEEDED.items() if shutil.which(name) is None})
    if missing:
        line = f"sudo apt-get install -y {' '.join(missing)}"
        message = f"Es fehlen Programme. Auf Debian und Ubuntu: {line}"
        raise MissingProgramError(message)
    wanted = {**PACKAGES, "axe-core": axe.version()}
    if any(_version(folder, name) != version for name, version in wanted.items()):
        _install(folder, [f"{name}@{version}" for name, version in wanted.items()])
    modules = folder / "node_modules"
    return Programs(
        modules / "lighthouse/cli/index.js",
        modules / "vnu-jar/build/dist/vnu.jar",
        modules / "axe-core/locales/de.json",
    )


def _version(folder: Path, name: str) -> str:
    path = folder / "node_modules" / name / "package.json"
    return str(json.loads(path.read_text("utf-8"))["version"]) if path.is_file() else ""


def _install(folder: Path, packages: list[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    command = ["npm", "install", "--prefix", str(folder), "--no-audit", "--no-fund"]
    command += ["--ignore-scripts", "--no-save", "--silent", *packages]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        reason = (done.stderr or done.stdout).strip().splitlines()[-1:]
        message = (
            f"npm konnte {', '.join(packages)} nicht installieren: {' '.join(reason)}. "
            "Bitte prüfen Sie die Verbindung zum Paketverzeichnis von npm."
        )
        raise MissingProgramError(message)
