"""The faces of Source Sans Pro, in which books and their drawings are set."""

from __future__ import annotations

import shutil
from importlib.resources import as_file, files
from pathlib import Path

FACES = ("Light", "LightIt", "Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")


def stage_fonts(folder: Path) -> None:
    """Copy the faces of Source Sans Pro into ``folder``.

    The package holds each face twice (TTF, OTF); one kind only, or chance decides.
    """
    folder.mkdir(exist_ok=True)
    with as_file(files("font_source_sans_pro") / "files") as package:
        for face in FACES:
            shutil.copyfile(package / f"SourceSansPro-{face}.otf", folder / f"{face}.otf")
