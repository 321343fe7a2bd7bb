"""Whether an address answers: asked several times with pauses, since hosts have bad minutes."""

from __future__ import annotations

import http.client
import json
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen

PAUSES = (5.0, 30.0, 120.0)
"""Seconds before each further question; a server that is started anew needs a minute or two."""
TIMEOUT = 20.0
HOSTS_AT_ONCE = 32
"""Most of the time they wait."""
ARCHIVE = "https://archive.org/wayback/available?url="
AGENT = "Mozilla/5.0 (compatible; KompassLeerstand-Linkpruefung)"
LARGEST_REPLY = 2**16
_REFUSES = frozenset({401, 403, 405, 406, 429})
"""Answers of a server that is there but does not want programs."""


class State(Enum):
    """What came of asking; the value is the German word for the report."""

    ALIVE = "antwortet"
    REFUSES = "antwortet, lässt Programme aber nicht zu"
    DEAD = "nicht erreichbar"


@dataclass(frozen=True)
class Answer:
    """The outcome for one address after ``asked`` questions; ``said`` is the last reason."""

    state: State
    said: str
    asked: int


Sleep = Callable[[float], object]


def ask_all(
    urls: Iterable[str], pauses: Sequence[float] = PAUSES, sleep: Sleep = time.sleep
) -> dict[str, Answer]:
    """Return the answer of each address; those of one host are asked one after the other."""
    hosts: dict[str, list[str]] = {}
    for url in sorted(set(urls)):
        hosts.setdefault(urlsplit(url).netloc, []).append(url)
    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        rounds = pool.map(lambda each: _host(each, pauses, sleep), hosts.values())
        return {url: answer for found in rounds for url, answer in found.items()}


def _host(urls: Sequence[str], pauses: Sequence[float], sleep: Sleep) -> dict[str, Answer]:
    """Ask all addresses of a host, then after each pause those again that failed."""
    found = {url: _once(url, 1) for url in urls}
    for number, pause in enumerate(pauses, 2):
        dead = [url for url, answer in found.items() if answer.state is State.DEAD]
        if not dead:
            break
        sleep(pause)
        found |= {url: _once(url, number) for url in dead}
    return found


def _once(url: str, number: int) -> Answer:
    try:
        # ``urlopen`` follows redirects to http, https and ftp only, never to files.
        with urlopen(_request(url), timeout=TIMEOUT) as reply:  # noqa: S310
            return Answer(State.ALIVE, str(reply.status), number)
    except HTTPError as error:
        state = State.REFUSES if error.code in _REFUSES else State.DEAD
        return Answer(state, f"{error.code} {error.reason}".strip(), number)
    except (URLError, OSError, http.client.HTTPException, ValueError) as error:
        return Answer(State.DEAD, _reason(error), number)


def _request(url: str) -> Request:
    if urlsplit(url).scheme not in ("http", "https"):
        raise ValueError(url)
    return Request(quote(url, safe="%/:=&?~#+!$,;'@()*[]"), headers={"User-Agent": AGENT})  # noqa: S310


def _reason(error: Exception) -> str:
    inner = getattr(error, "reason", error)
    if isinstance(inner, TimeoutError):
        return "keine Antwort in der Frist"
    return type(inner).__name__


def archived(url: str, archive: str = ARCHIVE) -> str:
    """Return the day of the newest copy in the web archive as ISO date.

    It is empty if there is none, or if the archive does not answer.
    """
    try:
        with urlopen(_request(archive + quote(url, safe="")), timeout=TIMEOUT) as reply:  # noqa: S310
            said = json.loads(reply.read(LARGEST_REPLY))
        stamp = str(said["archived_snapshots"]["closest"]["timestamp"])
    except (OSError, http.client.HTTPException, ValueError, KeyError, TypeError):
        return ""
    day = f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}"
    return day if stamp[:8].isdigit() and len(stamp) >= len("20260101") else ""
