"""The website as a web server gives it out: compressed and kept by the browser; loopback only."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

PACKED = {".html", ".css", ".js", ".svg", ".json", ".xml", ".txt"}
"""What is compressed on its way."""
LEVEL = 6
"""Compression as web servers do it."""


@cache
def packed(path: Path) -> bytes:
    """Return a file as it travels."""
    return gzip.compress(path.read_bytes(), LEVEL, mtime=0)


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a file compressed, everything else as the library does it."""
        path = Path(self.translate_path(self.path))
        if path.suffix not in PACKED or not path.is_file():
            super().do_GET()
            return
        self._send(HTTPStatus.OK, path)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Show the website's own page for what does not exist, as ``webserver.md`` sets it up."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        self._send(HTTPStatus.NOT_FOUND, page)

    def _send(self, status: HTTPStatus, path: Path) -> None:
        body = packed(path)
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        """Let browsers keep what has a version in its address."""
        age = 31536000 if "?v=" in self.path or "/_static/" in self.path else 600
        self.send_header("Cache-Control", f"max-age={age}")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Give the address of the website, without a slash at its end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
