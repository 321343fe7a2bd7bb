"""Since when addresses are dead: a small file that the check of links keeps beside the content.

It holds dead addresses only; one that answers again is forgotten.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from ...buch.placing import replace_file

FILE = Path("kompass/linkstand.json")
FORMAT = "kompass-linkstand"


@dataclass(frozen=True)
class Dead:
    """Days are ISO dates; ``archiv`` is that of a copy in the web archive, empty for none."""

    seit: str
    zuletzt: str
    archiv: str = ""


class DamagedStateError(Exception):
    """The file cannot be read; the message is a German sentence."""


def read_state(root: Path) -> dict[str, Dead]:
    """Return dead addresses by address; none without the file.

    :class:`DamagedStateError` for a file that says something else: it is not overwritten.
    """
    path = root / FILE
    if not path.is_file():
        return {}
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        if said["format"] != FORMAT:
            raise ValueError(FORMAT)
        found = {str(url): Dead(**each) for url, each in said["tot"].items()}
        for each in found.values():
            date.fromisoformat(each.seit)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        message = (
            f"„{FILE.as_posix()}“ lässt sich nicht lesen. Bitte wiederherstellen oder löschen; "
            f"gelöscht beginnt „seit wann tot“ von vorn."
        )
        raise DamagedStateError(message) from error
    return found


def renewed(
    before: Mapping[str, Dead], dead: Mapping[str, object], day: date, copy: Callable[[str], str]
) -> dict[str, Dead]:
    """Return the state after a check on ``day``; ``copy`` finds the day of an archived copy.

    It is asked for addresses only of which no copy is known.
    """
    today = day.isoformat()
    found = {}
    for url in sorted(dead):
        old = before.get(url, Dead(today, today))
        found[url] = Dead(old.seit, today, old.archiv or copy(url))
    return found


def write_state(root: Path, state: Mapping[str, Dead]) -> None:
    """Write the file, sorted by address; no file is made for no dead address."""
    path = root / FILE
    if not state and not path.exists():
        return
    said = {
        "format": FORMAT,
        "ausgabe": "1",
        "tot": {url: asdict(state[url]) for url in sorted(state)},
    }
    text = json.dumps(said, ensure_ascii=False, indent=1)
    if not path.is_file() or path.read_text(encoding="utf-8") != f"{text}\n":
        replace_file(path, f"{text}\n".encode())
