"""Write our Word or PDF from doctrees that were read before; runs in our own environment.

``python -m messungen.writing docx SOURCE TARGET DOCTREES [--ohne-libreoffice]`` prints one JSON
line with the seconds that writing took: from the read doctrees to the finished file, without the
start of Python and Sphinx. ``--expected FILE`` instead stores what the file must hold.
``--profile FILE`` stores where the time went.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pickle
import sys
import time
from pathlib import Path

from sphinx.application import Sphinx

from kompasswerk.docx import builder as word
from kompasswerk.vergleich import expected_of


def main() -> int:
    """Run as the module's docstring says."""
    options = _options()
    if options.ohne_libreoffice:
        vars(word)["find_libreoffice"] = lambda: None
    app = Sphinx(
        options.source, options.source, options.target, options.doctrees, options.builder,
        status=None, warning=None,
    )  # fmt: skip
    if options.expected:
        start = app.builder.entries()[0].start  # type: ignore[attr-defined]
        options.expected.write_bytes(pickle.dumps(expected_of(app.builder, start)))
        return 0
    profile = cProfile.Profile()
    if options.profile:
        profile.enable()
    begin = time.perf_counter()
    app.build(force_all=False)
    seconds = time.perf_counter() - begin
    if options.profile:
        profile.disable()
        profile.dump_stats(options.profile)
    sys.stdout.write("\n" + json.dumps({"seconds": seconds}) + "\n")
    return app.statuscode


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("builder", choices=("docx", "pdf"))
    for name in ("source", "target", "doctrees"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--ohne-libreoffice", action="store_true")
    parser.add_argument("--expected", type=Path)
    parser.add_argument("--profile", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
