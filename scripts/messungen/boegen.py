"""Whether every page comes back from its Word form as it was: ``python -m messungen.boegen``.

With ``--libreoffice`` each form is opened and saved by LibreOffice on its way.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kompasswerk.publishing.fallbogen import looks_of
from kompasswerk.publishing.returned_form import read_comparison
from kompasswerk.reading.files import Loaded, load_bestand
from kompasswerk.reading.pages import LoadedPage
from kompasswerk.redaktion.felder_bogen import KINDS
from kompasswerk.redaktion.form_file import form_of
from kompasswerk.redaktion.report import as_text

ROOT = Path(__file__).parents[2]


def main(arguments: Sequence[str] | None = None) -> int:
    """Make, read and compare all forms; 1 if a page differs from what it was."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--libreoffice", action="store_true", help="über LibreOffice speichern")
    options = parser.parse_args(arguments)
    loaded = load_bestand(ROOT)
    pages = [page for page in loaded.pages if page.art is not None and page.art.key in KINDS]
    with tempfile.TemporaryDirectory(prefix="kompass-boegen-") as name:
        folder = Path(name)
        start = time.process_time()
        files = [_made(loaded, page, folder) for page in pages]
        made = time.process_time() - start
        if options.libreoffice:
            _save_all(files, folder)
        start = time.process_time()
        found = [read_comparison(loaded, file, date.today()) for file in files]
        read = time.process_time() - start
    wrong = [each for each in found if each.after != each.before or each.lost or each.remarks]
    for each in wrong:
        print(as_text(each))
    print(
        f"{len(pages)} Seiten, {len(wrong)} verändert; {made:.1f} s erzeugt, {read:.1f} s gelesen"
    )
    return 1 if wrong else 0


def _made(loaded: Loaded, page: LoadedPage, folder: Path) -> Path:
    target = folder / f"{page.path.replace('/', '_').removesuffix('.md')}.docx"
    if page.art is not None:
        target.write_bytes(form_of(loaded, page.art, page, looks_of(ROOT)))
    return target


def _save_all(files: Sequence[Path], folder: Path) -> None:
    """Open and save all files by one LibreOffice with a profile of its own."""
    out = folder / "gesichert"
    command = ["soffice", f"-env:UserInstallation={(folder / 'profil').as_uri()}", "--headless"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(out), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603
    for file in files:
        (out / file.name).replace(file)


if __name__ == "__main__":
    sys.exit(main())
