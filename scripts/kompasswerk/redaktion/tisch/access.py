"""Who may ask the desk, and how much: decided before anything of a request is read.

A page on the web can send requests to this computer, but it cannot choose their ``Host`` and
``Origin`` and does not know the token. Behind a name that leads here (DNS rebinding) the ``Host``
is that name. The preview has a port and a token of its own: for a browser it is another website,
which can neither read the desk nor send it anything.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import unquote

MOST_JSON, MOST_FILE = 4 * 2**20, 25 * 2**20
"""Bytes of what somebody has typed, and of a picture or Word file."""
SAFE_METHODS = ("GET", "HEAD")
HEADERS: Mapping[str, str] = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class RefusedError(Exception):
    """A request that gets no answer but this: a status and a German sentence."""

    def __init__(self, status: HTTPStatus, message: str) -> None:
        super().__init__(message)
        self.status = status


def _token() -> str:
    return secrets.token_urlsafe(24)


@dataclass(frozen=True)
class Door:
    """One port with its token."""

    port: int
    token: str = field(default_factory=_token)

    @property
    def address(self) -> str:
        """The address that leads in."""
        return f"http://127.0.0.1:{self.port}/{self.token}/"

    def let_in(self, method: str, path: str, headers: Mapping[str, str]) -> str:
        """Return the rest of the path; :class:`RefusedError` for all who are not our own pages."""
        host = headers.get("Host", "")
        if host not in (f"127.0.0.1:{self.port}", f"localhost:{self.port}"):
            raise RefusedError(HTTPStatus.MISDIRECTED_REQUEST, "Diese Adresse gilt hier nicht.")
        token, _, rest = path.partition("?")[0].removeprefix("/").partition("/")
        if not hmac.compare_digest(token.encode(), self.token.encode()):
            message = "Bitte öffnen Sie die Adresse, die beim Start im Fenster steht."
            raise RefusedError(HTTPStatus.FORBIDDEN, message)
        origin, site = headers.get("Origin"), headers.get("Sec-Fetch-Site", "same-origin")
        own = origin == f"http://{host}" and site == "same-origin"
        if method not in SAFE_METHODS and not own:
            raise RefusedError(HTTPStatus.FORBIDDEN, "Diese Anfrage kam von einer anderen Seite.")
        return unquote(rest)


def policy(frames: str) -> str:
    """Return what the desk's own pages may load: their files, and the preview in a frame."""
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        f"connect-src 'self'; frame-src {frames}; form-action 'none'; base-uri 'none'; "
        "frame-ancestors 'none'"
    )


def length_of(headers: Mapping[str, str], most: int) -> int:
    """Return how many bytes a request brings; :class:`RefusedError` if unknown or too many."""
    text = headers.get("Content-Length", "")
    if not (text.isascii() and text.isdigit()):
        raise RefusedError(HTTPStatus.LENGTH_REQUIRED, "Die Länge der Anfrage fehlt.")
    if len(text) > len(str(most)) or int(text) > most:
        message = f"Das ist zu groß. Bitte höchstens {most // 2**20} MB."
        raise RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, message)
    return int(text)
