"""Ask LibreOffice, where it is installed, on which page each bookmark stands."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
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
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)  # noqa: S603
        except (OSError, subprocess.SubprocessError):
            return None
        result = folder / f"{document.stem}.pdf"
        return result if result.exists() else None


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
