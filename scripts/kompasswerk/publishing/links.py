"""External links: Sphinx asks each address, this module says in German what came back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from .build import OUTPUT, WORKSHOP, BuildError, Job, run_sphinx

REPORT = "links.md"
BROKEN = ("broken", "timeout", "rate-limited")
WORDS = {
    "broken": "nicht erreichbar",
    "timeout": "keine Antwort in der Frist",
    "rate-limited": "zu viele Anfragen",
    "redirected": "umgeleitet",
}


@dataclass(frozen=True)
class Link:
    """One address as it was found: where it stands and what the server said."""

    path: str
    line: int
    status: str
    url: str
    info: str


@dataclass(frozen=True)
class Report:
    """The outcome of one run; ``path`` is the written report."""

    path: Path
    checked: int
    broken: tuple[Link, ...]
    redirected: tuple[Link, ...]

    def text(self) -> str:
        """Return a summary in one line, then one line for each address that fails."""
        head = (
            f"{self.checked} Adressen geprüft, {len(self.broken)} gestört, "
            f"{len(self.redirected)} umgeleitet. Bericht: {self.path}"
        )
        return "\n".join([head, *(_line(link) for link in self.broken)])


def check_links(root: Path) -> Report:
    """Ask every address of the handbook and write ``_build/ausgabe/links.md``.

    Raises :class:`~.build.BuildError` if Sphinx cannot read the handbook.
    """
    found = root / WORKSHOP / "linkcheck/output.json"
    found.unlink(missing_ok=True)
    try:
        run_sphinx(root, Job("linkcheck", strict=False))
    except BuildError:
        # Sphinx also ends like this when addresses fail; only without a result has it broken off.
        if not found.is_file():
            raise
    links = tuple(read_links(found))
    report = Report(
        root / OUTPUT / REPORT,
        len({link.url for link in links}),
        tuple(link for link in links if link.status in BROKEN),
        tuple(link for link in links if link.status == "redirected"),
    )
    report.path.parent.mkdir(parents=True, exist_ok=True)
    report.path.write_text(markdown(report), encoding="utf-8")
    return report


def read_links(path: Path) -> Iterator[Link]:
    """Yield what Sphinx has noted, sorted by file and line; local addresses are left out."""
    records: list[Mapping[str, str]] = [
        json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line
    ]
    for record in sorted(records, key=lambda r: (r["filename"], int(r["lineno"]), r["uri"])):
        if record["uri"].startswith(("http://", "https://")):
            yield Link(
                Path(record["filename"]).as_posix(),
                int(record["lineno"]),
                record["status"],
                record["uri"],
                record["info"],
            )


def markdown(report: Report) -> str:
    """Return the report as a Markdown page."""
    lines = ["# Prüfung der Links", "", f"Geprüft: {report.checked} Adressen.", ""]
    for title, links in (("Gestört", report.broken), ("Umgeleitet", report.redirected)):
        lines += [f"## {title}", ""]
        lines += [f"- {_line(link)}" for link in links] or ["Keine."]
        lines.append("")
    return "\n".join(lines)


def _line(link: Link) -> str:
    reason = f" ({link.info})" if link.info else ""
    return f"{link.path}:{link.line}: {link.url}: {WORDS.get(link.status, link.status)}{reason}"
