"""Ask LibreOffice, where it is installed, on which page each bookmark stands."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_SECONDS = 180
_KIDS = re.compile(rb"/Type\s*/Pages\b.*?/Kids\s*\[([^\]]*)\]", re.DOTALL)
_DESTINATION = re.compile(rb"/([A-Za-z0-9#]+)\s*\[\s*(\d+) 0 R\s*/XYZ")


@dataclass(frozen=True)
class LibreOffice:
    """A LibreOffice that lays out Word documents; ``program`` is its path."""

    program: Path

    def pages(self, document: Path, names: Iterable[str]) -> dict[str, int] | None:
        """Return the page of each bookmark, from 1; ``None`` if the conversion fails."""
        with tempfile.TemporaryDirectory() as folder:
            pdf = self.pdf(document, Path(folder))
            return bookmark_pages(pdf.read_bytes(), names) if pdf is not None else None

    def pdf(self, document: Path, folder: Path) -> Path | None:
        """Convert into ``folder``; ``None`` if LibreOffice does not deliver."""
        wanted = {"ExportBookmarksToPDFDestination": {"type": "boolean", "value": "true"}}
        command = [
            str(self.program),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            f"pdf:writer_pdf_Export:{json.dumps(wanted)}",
            "--outdir",
            str(folder),
            str(document),
        ]
        if not _finishes(command):
            return None
        result = folder / f"{document.stem}.pdf"
        return result if result.exists() else None


def _finishes(command: Sequence[str], seconds: float = _SECONDS) -> bool:
    """Run a program to its end; whether it succeeded in time.

    However this ends, no process stays behind: LibreOffice is a launcher with a child that
    does the work, and stopping only the launcher would leave the child running for hours.
    """
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(  # noqa: S603
            command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
    except OSError:
        return False
    try:
        return process.wait(timeout=seconds) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def find_libreoffice() -> LibreOffice | None:
    """Return the LibreOffice of this computer, ``None`` if there is none."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return LibreOffice(Path(found)) if found else None


def bookmark_pages(pdf: bytes, names: Iterable[str]) -> dict[str, int]:
    """Return the pages of bookmarks in a PDF that LibreOffice wrote; unknown names are left out.

    LibreOffice lists its destinations uncompressed, so that no PDF library is needed.
    """
    kids = _KIDS.search(pdf)
    if kids is None:
        return {}
    order = re.findall(rb"(\d+) 0 R", kids[1])
    numbers = {int(page): number for number, page in enumerate(order, 1)}
    found = {
        name.replace(b"#", b"").decode("ascii"): numbers[int(page)]
        for name, page in _DESTINATION.findall(pdf)
        if int(page) in numbers
    }
    return {name: found[_written(name)] for name in names if _written(name) in found}


def _written(name: str) -> str:
    # LibreOffice writes what is no letter or digit as two hexadecimal digits.
    return "".join(sign if sign.isalnum() else f"{ord(sign):02X}" for sign in name)
