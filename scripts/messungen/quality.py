"""Check finished files; runs in our own environment and prints one JSON line.

``python -m messungen.quality docx|pdf EXPECTED FILE …``: several files are one book in parts.
"""

from __future__ import annotations

import json
import pickle
import sys
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

from kompasswerk.vergleich import Expected, Found, pdf_content, word_content

from .losses import lost_words
from .wordfile import WordCounts, word_counts


def main(arguments: list[str]) -> int:
    """Run as the module's docstring says."""
    kind, stored, *names = arguments
    expected: Expected = pickle.loads(Path(stored).read_bytes())  # noqa: S301 - our own file
    files = [Path(name) for name in names]
    result = _word(files, expected) if kind == "docx" else _pdf(files[0], expected)
    sys.stdout.write("\n" + json.dumps(result) + "\n")
    return 0


def _word(files: list[Path], expected: Expected) -> dict[str, Any]:
    from openxml_audit import OpenXmlValidator

    found = _together([word_content(file) for file in files])
    findings = sum(len(OpenXmlValidator(max_errors=0).validate(file).errors) for file in files)
    counts = sum(map(word_counts, files), WordCounts())
    return {**asdict(counts), "findings": findings, "lost": lost_words(expected, found)}


def _together(contents: list[Found]) -> Found:
    return Found(
        "\n".join(each.body for each in contents), "\n".join(each.notes for each in contents)
    )


def _pdf(file: Path, expected: Expected) -> dict[str, Any]:
    import page
    import pypdfium2

    document = pypdfium2.PdfDocument(file)
    result: dict[str, Any] = {"pages": len(document)}
    document.close()
    try:
        result["ua1"] = len(page.validate_pdf(str(file), profile="ua1").failures)
    except page.SafetyLimitError:  # a bound of the validator, met from about 1,000 pages on
        return result
    try:
        found = pdf_content(file)
    except ValueError:  # without tags there is no order in which to read
        return result
    described = Counter({alt: count for alt, count in found.pictures.items() if alt})
    return result | {
        "lost": lost_words(expected, found),
        "dangling": len(found.dangling),
        "links": found.inner_links,
        "pictures": found.pictures.total(),
        "described": described.total(),
    }


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
