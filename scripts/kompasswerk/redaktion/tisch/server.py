"""The desk as a web server for this computer alone."""

from __future__ import annotations

import json
import mimetypes
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from .access import HEADERS, MOST_FILE, MOST_JSON, Door, RefusedError, length_of, policy
from .pages import message_page

SECONDS, _PAUSE = 30, 0.2
"""After so long without a byte a connection is closed."""
_TEXT = ("text/", "application/javascript", "application/json")
_UNEXPECTED = "Das hat nicht geklappt ({}). Gespeichert ist nichts; bitte noch einmal versuchen."
_NOT_HERE = "Diese Adresse gibt es nicht."


@dataclass(frozen=True)
class Answer:
    """What a request gets: a type, bytes, and the name of a file to be kept."""

    kind: str
    blob: bytes
    name: str = ""
    status: HTTPStatus = HTTPStatus.OK


def page(text: str) -> Answer:
    """Return an answer with a page."""
    return Answer("text/html", text.encode("utf-8", "backslashreplace"))


def data(value: object, status: HTTPStatus = HTTPStatus.OK) -> Answer:
    """Return an answer with data for a script."""
    text = json.dumps(value, ensure_ascii=False)
    return Answer("application/json", text.encode("utf-8", "backslashreplace"), status=status)


def file_of(folder: Path, name: str) -> Answer:
    """Return a file below a folder; :class:`RefusedError` for all else."""
    try:
        path = (folder / name).resolve()
        inside = path.is_relative_to(folder.resolve()) and path.is_file()
    except (OSError, ValueError):
        inside = False
    if not inside:
        raise RefusedError(HTTPStatus.NOT_FOUND, _NOT_HERE)
    return Answer(
        mimetypes.guess_type(path.name)[0] or "application/octet-stream", path.read_bytes()
    )


@dataclass(frozen=True)
class Routes:
    """Who answers what; the rest of a path goes to the function of its first part.

    ``read`` answers GET, ``typed`` what a form sends, ``files`` what was chosen as a file, and
    ``site`` all that the preview asks for.
    """

    read: Mapping[str, Callable[[str], Answer]]
    typed: Mapping[str, Callable[[Any], Answer]]
    files: Mapping[str, Callable[[str, bytes], Answer]]
    site: Callable[[str], Answer]


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay silent where a browser has gone away before its answer."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class Server:
    """The desk and its preview, each on a port of 127.0.0.1, waiting for their routes.

    Port 0 takes any free one; ``OSError`` or ``OverflowError`` for one that cannot be had.
    """

    def __init__(self, port: int) -> None:
        self._servers = [_Quiet(("127.0.0.1", each), _Handler) for each in (port, 0)]
        self.desk, self.preview = (Door(each.server_port) for each in self._servers)

    def answer_with(self, routes: Routes) -> None:
        """Say who answers what."""
        frames = f"http://127.0.0.1:{self.preview.port}"
        kinds = (
            {"door": self.desk, "routes": routes, "policy": policy(frames)},
            {"door": self.preview, "routes": Routes({}, {}, {}, routes.site)},
        )
        for server, own in zip(self._servers, kinds, strict=True):
            server.RequestHandlerClass = type("OwnHandler", (_Handler,), own)

    def run(self) -> None:
        """Answer until the end."""
        desk, site = self._servers
        threading.Thread(target=site.serve_forever, args=(_PAUSE,), daemon=True).start()
        try:
            desk.serve_forever(_PAUSE)
        finally:
            site.shutdown()
            for server in self._servers:
                server.server_close()

    def end(self) -> None:
        """Stop answering; what is being answered goes out first."""
        threading.Thread(target=self._servers[0].shutdown, daemon=True).start()


class _Handler(BaseHTTPRequestHandler):
    routes: Routes
    door: Door
    policy = ""
    timeout = SECONDS
    protocol_version = "HTTP/1.0"  # a refused request must not be followed by its own rest
    server_version, sys_version = "Kompass", ""

    def do_GET(self) -> None:
        """Answer with a page or a file."""
        self._answer(self._read)

    def do_POST(self) -> None:
        """Answer what somebody has typed or chosen."""
        self._answer(self._written)

    def log_message(self, *args: object) -> None:
        """Stay silent: the window shows the address and nothing else."""

    def _answer(self, find: Callable[[str], Answer]) -> None:
        try:
            answer = find(self.door.let_in(self.command, self.path, self._headers()))
        except RefusedError as error:
            answer = self._refusal(error)
        except Exception as error:  # whatever a request holds, nobody sees a traceback
            status, name = HTTPStatus.INTERNAL_SERVER_ERROR, type(error).__name__
            answer = self._refusal(RefusedError(status, _UNEXPECTED.format(name)))
        self.send_response(answer.status)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        kind = f"{answer.kind}; charset=utf-8" if answer.kind.startswith(_TEXT) else answer.kind
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(answer.blob)))
        if answer.name:
            self.send_header("Content-Disposition", f'attachment; filename="{answer.name}"')
        self.end_headers()
        self.wfile.write(answer.blob)

    def _headers(self) -> Mapping[str, str]:
        """Return the headers; one that came twice counts as none."""
        names = self.headers.keys()
        once = (n for n in names if len(self.headers.get_all(n) or ()) == 1)
        return {name.title(): self.headers[name] for name in once}

    def _refusal(self, error: RefusedError) -> Answer:
        if self.command == "POST":
            return data({"meldung": str(error)}, error.status)
        shown = page(message_page("Das geht hier nicht", str(error), "/"))
        return Answer(shown.kind, shown.blob, status=error.status)

    def _read(self, rest: str) -> Answer:
        if not self.routes.read:
            return self.routes.site(rest)
        first, _, more = rest.partition("/")
        found = self.routes.read.get(first)
        if found is None:
            raise RefusedError(HTTPStatus.NOT_FOUND, _NOT_HERE)
        return found(more)

    def _written(self, rest: str) -> Answer:
        first, _, more = rest.partition("/")
        if first in self.routes.files:
            blob = self.rfile.read(length_of(self._headers(), MOST_FILE))
            return self.routes.files[first](more, blob)
        if first not in self.routes.typed:
            raise RefusedError(HTTPStatus.NOT_FOUND, _NOT_HERE)
        blob = self.rfile.read(length_of(self._headers(), MOST_JSON))
        try:
            value = json.loads(blob)
            json.dumps(value, ensure_ascii=False).encode()  # no half of a surrogate pair
        except (ValueError, RecursionError) as error:
            message = "Die Anfrage ist beschädigt. Bitte die Seite neu laden."
            raise RefusedError(HTTPStatus.BAD_REQUEST, message) from error
        return self.routes.typed[first](value)
