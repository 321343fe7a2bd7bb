"""External links: Sphinx asks each address, what fails is asked again, the report is German.

A dead address never ends a build. The report says since when it is dead and whether the web
archive has a copy.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path

from ..model import german
from ..redaktion.stand.linkstand import Dead, read_state, renewed, write_state
from .build import OUTPUT, WORKSHOP, BuildError, Job, run_sphinx
from .link_answers import ARCHIVE, PAUSES, Answer, State, archived, ask_all

REPORT = "links.md"
BROKEN = ("broken", "timeout", "rate-limited")
NO_NETWORK = (
    "Keine einzige Adresse antwortet. Bitte prüfen Sie die Verbindung ins Netz. "
    "Es wurde nichts vermerkt."
)
WORDS = {
    "broken": "nicht erreichbar",
    "timeout": "keine Antwort in der Frist",
    "rate-limited": "zu viele Anfragen",
    "redirected": "umgeleitet",
}


class NoNetworkError(Exception):
    """Not one address answers; the message is a German sentence."""


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
    """The outcome of one run; ``path`` is the written report.

    ``broken`` are dead after all questions, ``recovered`` answered later than at first,
    ``refusing`` are there but want no programs. ``state`` says since when addresses are dead.
    """

    path: Path
    checked: int
    broken: tuple[Link, ...]
    redirected: tuple[Link, ...]
    recovered: tuple[Link, ...] = ()
    refusing: tuple[Link, ...] = ()
    state: Mapping[str, Dead] = field(default_factory=dict)

    def text(self) -> str:
        """Return a summary in one line, then one line for each address that fails."""
        head = (
            f"{self.checked} Adressen geprüft, {len(self.broken)} gestört, "
            f"{len(self.redirected)} umgeleitet. Bericht: {self.path}"
        )
        return "\n".join([head, *(_line(link, self.state) for link in self.broken)])


@dataclass(frozen=True)
class Manner:
    """How a check asks: the pauses before further questions, and where copies are looked up.

    ``archive`` is empty if nobody is to be asked for copies.
    """

    pauses: tuple[float, ...] = PAUSES
    archive: str = ARCHIVE


def check_links(root: Path, day: date, manner: Manner = Manner()) -> Report:
    """Ask every address of the handbook and write ``_build/ausgabe/links.md``.

    Raises :class:`~.build.BuildError` if Sphinx cannot read the handbook,
    :class:`NoNetworkError` if nothing at all answers, and, before anything is asked,
    :class:`~..redaktion.stand.linkstand.DamagedStateError`.
    """
    before = read_state(root)
    found = root / WORKSHOP / "linkcheck/output.json"
    found.unlink(missing_ok=True)
    try:
        run_sphinx(root, Job("linkcheck", strict=False))
    except BuildError:
        # Sphinx also ends like this when addresses fail; only without a result has it broken off.
        if not found.is_file():
            raise
    links = tuple(read_links(found))
    failed = [link for link in links if link.status in BROKEN]
    if links and len(failed) == len(links):
        raise NoNetworkError(NO_NETWORK)
    answers = ask_all((link.url for link in failed), manner.pauses)
    report = _report(root, links, answers)
    dead = {link.url: None for link in report.broken}
    copies = partial(archived, archive=manner.archive) if manner.archive else _no_copy
    report = replace(report, state=renewed(before, dead, day, copies))
    write_state(root, report.state)
    report.path.parent.mkdir(parents=True, exist_ok=True)
    report.path.write_text(markdown(report), encoding="utf-8")
    return report


def _no_copy(url: str) -> str:
    return ""


def _report(root: Path, links: tuple[Link, ...], answers: Mapping[str, Answer]) -> Report:
    """Return the report: what Sphinx has noted, set right by what was asked again."""
    by_state: dict[State, list[Link]] = {state: [] for state in State}
    for link in links:
        if link.status in BROKEN:
            answer = answers[link.url]
            info = f"{answer.said}, {answer.asked}-mal gefragt" if answer.asked > 1 else answer.said
            by_state[answer.state].append(replace(link, info=info))
    return Report(
        root / OUTPUT / REPORT,
        len({link.url for link in links}),
        tuple(by_state[State.DEAD]),
        tuple(link for link in links if link.status == "redirected"),
        tuple(by_state[State.ALIVE]),
        tuple(by_state[State.REFUSES]),
    )


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
    parts = (
        ("Gestört", report.broken),
        ("Erst auf Nachfrage erreichbar", report.recovered),
        ("Lässt Programme nicht zu, bitte im Browser ansehen", report.refusing),
        ("Umgeleitet", report.redirected),
    )
    for title, links in parts:
        lines += [f"## {title}", ""]
        lines += [f"- {_line(link, report.state)}" for link in links] or ["Keine."]
        lines.append("")
    return "\n".join(lines)


def _line(link: Link, state: Mapping[str, Dead]) -> str:
    reason = f" ({link.info})" if link.info else ""
    said = f"{link.path}:{link.line}: {link.url}"
    dead = state.get(link.url)
    if dead is None:
        return f"{said}: {WORDS.get(link.status, link.status)}{reason}"
    copy = f"im Webarchiv vom {german.date(dead.archiv)}" if dead.archiv else "keine Kopie bekannt"
    return f"{said}: tot seit {german.date(dead.seit)}{reason}, {copy}"
