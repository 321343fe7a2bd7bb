"""The Nu HTML checker on all pages in one run."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from urllib.parse import unquote

from .findings import Finding


def check_html(jar: Path, site: Path) -> list[Finding]:
    """Return every error; raises ``RuntimeError`` if the checker itself fails."""
    command = ["java", "-jar", str(jar), "--errors-only", "--format", "json"]
    command += ["--skip-non-html", str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    try:
        messages = json.loads(done.stderr)["messages"]
    except (ValueError, KeyError):
        message = f"Der Nu HTML Checker ist abgebrochen: {done.stderr.strip()[-200:]}"
        raise RuntimeError(message) from None
    return [_finding(each, site) for each in messages]


def _finding(message: dict[str, str], site: Path) -> Finding:
    page = unquote(message.get("url", "")).removeprefix(f"file:{site}/")
    place = f"Zeile {message.get('lastLine', '?')}: {' '.join(message.get('extract', '').split())}"
    return Finding(page, "Nu", place[:160], message["message"])
