"""The command ``redaktion``: the editing desk in the browser, on this computer alone."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path

from ..redaktion.form_file import form_of
from ..redaktion.tisch.desk import Desk, Works
from ..redaktion.tisch.preview import Preview, SphinxRun
from ..redaktion.tisch.routes import routes_for
from ..redaktion.tisch.server import Server
from ..redaktion.tisch.stock import Stock
from .fallbogen import looks_of
from .returned_form import read_comparison
from .stoerung import in_german

DONE, WRONG_USE = 0, 2
LAST_PORT = 65_535
Runner = Callable[[Callable[[Path], int], argparse.Namespace], int]
_OPEN = """Die Redaktion ist offen. Adresse für den Browser:

  {}

Die Adresse gilt nur auf diesem Rechner und nur, bis Sie beenden.
Beenden: im Browser „Redaktion beenden“ oder hier Strg+C."""
_TAKEN = "Der Anschluss {} ist belegt. Bitte einen anderen nennen oder --port weglassen."


def add_redaktion(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], in_project: Runner
) -> None:
    """Add the command ``redaktion``."""
    parser = commands.add_parser("redaktion", help="Seiten im Browser schreiben, mit Vorschau")
    parser.add_argument("--ohne-browser", action="store_true", help="nur die Adresse nennen")
    parser.add_argument("--port", type=int, default=0, metavar="ZAHL", help="ohne: ein freier")
    parser.add_argument("--wurzel", type=Path, metavar="DIR", help="Projektordner")
    parser.set_defaults(
        command=lambda options: in_project(
            partial(redaktion, port=options.port, browser=not options.ohne_browser), options
        )
    )


def redaktion(root: Path, *, port: int = 0, browser: bool = True) -> int:
    """Serve the desk until somebody ends it; 2 for a port that cannot be had."""
    run = SphinxRun(root)
    try:
        server = Server(port if 0 <= port <= LAST_PORT else -1)
    except (OSError, OverflowError):
        print(_TAKEN.format(port), file=sys.stderr)
        return WRONG_USE
    preview = Preview(run.build, run.stop)
    desk = Desk(root, works_of(root), preview)
    server.answer_with(routes_for(desk, run.site, server.preview.address, server.end))
    preview.ask()
    print(_OPEN.format(server.desk.address), flush=True)
    if browser:
        threading.Thread(target=webbrowser.open, args=(server.desk.address,), daemon=True).start()
    try:
        with _closed_window_ends():
            server.run()
    except KeyboardInterrupt:
        pass
    finally:
        preview.close()
    print("Die Redaktion ist beendet. Was Sie gespeichert haben, steht in den Dateien.")
    return DONE


@contextmanager
def _closed_window_ends() -> Iterator[None]:
    """Make a closed window, or a polite end from outside, the same as Ctrl+C."""
    known = [getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)]
    before = {each: signal.signal(each, signal.default_int_handler) for each in known}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def works_of(root: Path) -> Works:
    """Return what the desk needs from the commands for Word forms."""
    return Works(
        load=Stock(root).load,
        form=lambda loaded, art, page: form_of(loaded, art, page, looks_of(root)),
        compare=lambda loaded, file: read_comparison(loaded, file, date.today()),
        today=date.today,
        explain=in_german,
    )
