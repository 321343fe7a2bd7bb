"""Lighthouse on one page, on a phone and on a desk, offline."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .findings import Finding
from .opening import QUIET, chromium

LIMIT = 98
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FORMS: Mapping[str, tuple[str, ...]] = {"Telefon": (), "Schreibtisch": ("--preset=desktop",)}
AGAIN = 2
"""So many more runs when a page is too slow once: the machine may have been busy."""
SECONDS = 600
"""After so long a run has failed."""


@dataclass(frozen=True)
class Scores:
    """Points of 100 in the order of ``CATEGORIES``, and what took points off."""

    points: tuple[int, ...]
    reasons: tuple[str, ...] = ()


def score(program: Path, url: str, form: str, *, listed: bool = True) -> Scores:
    """Return the scores of a page; after several runs, the median of each category.

    A page that search engines shall not list is not blamed for saying so.
    """
    more = FORMS[form] if listed else (*FORMS[form], "--skip-audits=is-crawlable")
    runs = [_run(program, url, more)]
    if runs[0].points[0] < LIMIT:  # only the first category depends on how busy the machine is
        runs += [_run(program, url, more) for _ in range(AGAIN)]
    columns = zip(*(each.points for each in runs), strict=True)
    points = tuple(int(statistics.median(column)) for column in columns)
    return Scores(points, runs[-1].reasons)


def check_scores(scores: Scores, name: str) -> Iterator[Finding]:
    """Yield a finding for each category that is too low."""
    for category, points in zip(CATEGORIES, scores.points, strict=True):
        if points < LIMIT:
            place = f"{category} {points}, verlangt sind {LIMIT}"
            reasons = "; ".join(each for each in scores.reasons if each.startswith(category))
            yield Finding(name, "Lighthouse", place, reasons or "mit Lighthouse im Browser ansehen")


def _run(program: Path, url: str, more: Sequence[str]) -> Scores:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "bericht.json"
        command = ["node", str(program), url, "--quiet", "--no-enable-error-reporting"]
        command += ["--output=json", f"--output-path={out}", "--locale=de", *more]
        command += [f"--only-categories={','.join(CATEGORIES)}"]
        command += [f"--chrome-flags={' '.join(['--headless=new', *QUIET])}"]
        environment = {**os.environ, "CHROME_PATH": chromium(), "CI": "1"}
        try:
            done = subprocess.run(  # noqa: S603
                command,
                capture_output=True,
                text=True,
                check=False,
                env=environment,
                timeout=SECONDS,
            )
        except subprocess.TimeoutExpired:
            message = f"Lighthouse braucht für {url} länger als {SECONDS} s."
            raise RuntimeError(message) from None
        if not out.exists():
            message = f"Lighthouse ist abgebrochen: {done.stderr.strip()[-300:]}"
            raise RuntimeError(message)
        return read_report(json.loads(out.read_text(encoding="utf-8")))


def read_report(report: dict[str, Any]) -> Scores:
    """Return the scores of Lighthouse's own report and each audit that took points off."""
    categories = report["categories"]
    reasons = [
        f"{name}: {audit['title']} {audit.get('displayValue', '')}".strip()
        for name in CATEGORIES
        for ref in categories[name]["auditRefs"]
        if ref["weight"] and (audit := report["audits"][ref["id"]])["score"] is not None
        if audit["score"] < 0.9
    ]
    points = tuple(round((categories[name]["score"] or 0) * 100) for name in CATEGORIES)
    return Scores(points, tuple(reasons))
