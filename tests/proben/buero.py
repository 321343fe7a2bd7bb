"""LibreOffice as people use it: convert files, fill forms by its scripting interface."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from kompasswerk.docx.answers import answer_mark

MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">{}</script:module>
"""
FILTERS = {".docx": "MS Word 2007 XML", ".odt": "writer8"}
FILL, ANSWER = (Path(__file__).with_name(f"{name}.bas") for name in ("ausfuellen", "eintragen"))


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
        return self._call(FILL, "Fill", source, target)

    def answer(self, source: Path, target: Path, answers: dict[str, tuple[str, str]]) -> Path:
        """Write answers by their ``Stelle``: T text, L list, D ISO day, B number of a box."""
        wishes = target.with_suffix(".txt")
        lines = (f"{answer_mark(place)}\t{k}\t{value}" for place, (k, value) in answers.items())
        wishes.write_text("\n".join(lines), encoding="utf-8")
        self._call(ANSWER, "FillByMark", source, target, wishes.as_uri())
        wishes.unlink()
        return target

    def _call(self, macro: Path, name: str, source: Path, target: Path, *more: str) -> Path:
        self.run("--terminate_after_init")  # makes the profile with an empty module
        module = self.profile / "user/basic/Standard/Module1.xba"
        module.write_text(MODULE.format(escape(macro.read_text("utf-8"))), encoding="utf-8")
        arguments = (source.as_uri(), target.as_uri(), FILTERS[target.suffix], *more)
        said = ",".join(f'"{each}"' for each in arguments)
        self.run(f"macro:///Standard.Module1.{name}({said})")
        return target
