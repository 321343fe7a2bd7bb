"""A web server with the headers that ``scripts/webserver.md`` recommends, and its 404 page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from echtes_handbuch import ROOT

GUIDE = ROOT / "scripts/webserver.md"
_NGINX = re.compile(r'^add_header ([\w-]+) "(.*)" always;$', re.MULTILINE)
_APACHE = re.compile(r'^Header always set ([\w-]+) "(.*)"$', re.MULTILINE)


def headers_of_nginx() -> dict[str, str]:
    return dict(_NGINX.findall(GUIDE.read_text(encoding="utf-8")))


def headers_of_apache() -> dict[str, str]:
    return dict(_APACHE.findall(GUIDE.read_text(encoding="utf-8")))


class StrictHandler(SimpleHTTPRequestHandler):
    """Serves a folder with the recommended headers."""

    def log_message(self, *args: object) -> None:
        """Stay silent."""

    def end_headers(self) -> None:
        """Add the recommended headers to every answer."""
        for name, value in headers_of_nginx().items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, *args: object) -> None:
        """Show the website's own page for what does not exist."""
        page = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


@contextmanager
def strict_server(site: Path) -> Iterator[str]:
    """Yield the address of the served folder, with a slash at its end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(StrictHandler, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
