"""LibreOffice as people use it: convert files, fill forms by its scripting interface."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">{}</script:module>
"""
FILTERS = {".docx": "MS Word 2007 XML", ".odt": "writer8"}
FILL = Path(__file__).with_name("ausfuellen.bas")


@dataclass(frozen=True)
class Buero:
    """A LibreOffice with a profile of its own."""

    profile: Path

    def run(self, *arguments: str) -> None:
        """Start it without a window; it ends by itself."""
        command = ["soffice", f"-env:UserInstallation={self.profile.as_uri()}", "--headless"]
        subprocess.run([*command, *arguments], check=True, capture_output=True, timeout=180)

    def convert(self, source: Path, target: Path) -> Path:
        """Open ``source`` and save it in the format of ``target``, whose folder is made."""
        kind = target.suffix
        wanted = f"{kind[1:]}:{FILTERS[kind]}"
        folder = target.parent / f"{target.stem}{kind}.neu"
        self.run("--convert-to", wanted, "--outdir", str(folder), str(source))
        return (folder / f"{source.stem}{kind}").replace(target)

    def fill(self, source: Path, target: Path) -> Path:
        """Fill every field of a form and save it in the format of ``target``."""
        self.run("--terminate_after_init")  # makes the profile with an empty module
        module = self.profile / "user/basic/Standard/Module1.xba"
        module.write_text(MODULE.format(escape(FILL.read_text("utf-8"))), encoding="utf-8")
        kind = FILTERS[target.suffix]
        call = f'"{source.as_uri()}","{target.as_uri()}","{kind}"'
        self.run(f"macro:///Standard.Module1.Fill({call})")
        return target
