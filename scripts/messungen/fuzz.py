"""Read thousands of damaged workbooks: each is read or refused with a German line, none crashes.

Start: ``python -m messungen.fuzz AUSGEFUELLT.docx --anzahl 20000`` with ``PYTHONPATH=scripts``.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from kompasswerk.docx.filled import read_filled
from kompasswerk.model.formular import Blatt
from kompasswerk.reading.blaetter import read_sheets
from kompasswerk.reading.files import load_bestand
from kompasswerk.reading.refused import RefusedFileError

PIECES = (
    b"<w:p>", b"</w:p>", b"<w:tbl>", b"</w:tbl>", b"</w:tr>", b"<w:sdt>", b"</w:sdt>",
    b"</w:sdtContent>", b"<w:tc>", b"\x00", b"\xff", b"&amp;", b"&x;", b"<!DOCTYPE a>", b'"',
    b'<w:fldChar w:fldCharType="begin"/>', b'<w:instrText>PAGE</w:instrText>', b"<w:del>",
    b"<w:rPr><w:strike/></w:rPr>", b"<m:t>", b"<w:highlight/>", b"<a:blip/>",
    b'<w:bookmarkStart w:id="7" w:name="F_0000000000"/>', "☒".encode(), b"[99999].", b"#99999",
)  # fmt: skip
DAMAGES = ("bytes", "xml", "cut", "swap", "repeat")


def mutated(blob: bytes, chance: random.Random) -> bytes:
    """Return a Word file with damage: bytes of the zip, or of the XML within a whole zip."""
    kind = chance.choice(DAMAGES)
    if kind == "bytes":
        return _bytes_changed(blob, chance)
    if kind == "cut":
        return blob[: chance.randrange(len(blob))]
    return _within(blob, kind, chance)


def _bytes_changed(blob: bytes, chance: random.Random) -> bytes:
    changed = bytearray(blob)
    for _ in range(chance.randint(1, 12)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _within(blob: bytes, kind: str, chance: random.Random) -> bytes:
    """Return the file with one of its parts changed and all checksums right."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(blob)) as old, zipfile.ZipFile(buffer, "w") as new:
        names = old.namelist()
        chosen = chance.choice([*names, *["word/document.xml"] * 3])
        for name in names:
            part = old.read(name)
            new.writestr(name, _part(part, kind, chance) if name == chosen else part)
    return buffer.getvalue()


def _part(part: bytes, kind: str, chance: random.Random) -> bytes:
    begin, end = sorted(chance.randrange(len(part) + 1) for _ in range(2))
    if kind == "swap":
        tags = part.split(b"<")
        one, other = (chance.randrange(len(tags)) for _ in range(2))
        tags[one], tags[other] = tags[other], tags[one]
        return b"<".join(tags)
    if kind == "repeat":
        return part[:end] + part[begin:end] * chance.randint(1, 3) + part[end:]
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(part) + 1)
        part = part[:at] + chance.choice(PIECES) + part[at:]
    return part


def outcome(path: Path, sheets: Sequence[Blatt]) -> str:
    """Return „gelesen“ or „abgelehnt“; whatever else is raised is a fault of the reader."""
    try:
        read_filled(path, sheets)
    except RefusedFileError:
        return "abgelehnt"
    return "gelesen"


def main(arguments: Sequence[str] | None = None) -> int:
    """Read damaged copies and print how many were read and refused, the slowest, the memory."""
    parser = argparse.ArgumentParser(prog="messungen.fuzz")
    parser.add_argument("datei", type=Path, nargs="+")
    parser.add_argument("--anzahl", type=int, default=20_000)
    parser.add_argument("--wurzel", type=Path, default=Path())
    options = parser.parse_args(arguments)
    sheets = read_sheets(load_bestand(options.wurzel))
    blobs = [path.read_bytes() for path in options.datei]
    found: Counter[str] = Counter()
    slowest = 0.0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rücklauf.docx"
        for number in range(options.anzahl):
            path.write_bytes(mutated(blobs[number % len(blobs)], random.Random(number)))  # noqa: S311
            begin = time.process_time()
            try:
                found[outcome(path, sheets)] += 1
            except Exception as error:
                found[f"Fehler: {type(error).__name__}: {error} (Nr. {number})"] += 1
            slowest = max(slowest, time.process_time() - begin)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    for what, count in found.most_common():
        print(f"{count:6} {what}")
    print(f"langsamste Datei {slowest:.2f} s, Speicher {memory} MB")
    return int(any(what.startswith("Fehler") for what in found))


if __name__ == "__main__":
    sys.exit(main())
