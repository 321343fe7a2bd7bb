"""Data for the pages that guide by questions: answers found at build time, written as scripts.

The browser looks them up and decides nothing itself, so that it says what a workbook says.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import formular, model
from ..formular.handbook import Handbuch
from ..reading.files import load_objektpfad
from .aktuell import recorded
from .domain import pages_digest
from .handbuch import handbook_in
from .objektpfad import ObjektpfadDirective
from .objektpfad_daten import objektpfad_data
from .selbstcheck_daten import selbstcheck_data
from .skripte import is_website
from .source import domain_of
from .website import beside

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

RECORD = ".leitdaten"
"""File of an output folder: a digest of what its data come from."""
Make = Callable[["Sphinx", Handbuch], dict[str, Any]]


PAGES: Mapping[str, tuple[str, Make]] = {
    "kompass/objektpfad": ("objektpfad", objektpfad_data),
    "kompass/arbeitsblaetter/selbstcheck": ("selbstcheck", selbstcheck_data),
}
"""Page that guides by questions → name of its scripts and of its data, what makes the data."""


def begin_data(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Begin to make the data of every such page of a website; the pages wait for them.

    Finding all answers takes a second or two, so it is left out if nothing has changed.
    """
    wanted = {docname: each for docname, each in PAGES.items() if docname in env.all_docs}
    if not wanted or not is_website(app):
        return []
    handbuch = handbook_in(domain_of(env))
    record, state = Path(app.outdir) / RECORD, _state(app, handbuch)
    folder = Path(app.outdir) / "_static"
    files = [folder / data_file(name) for name, _ in wanted.values()]
    if recorded(record) == state and all(each.is_file() for each in files):
        return []

    def put(scripts: dict[str, str]) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        for name, script in scripts.items():
            (folder / name).write_text(script, encoding="utf-8", newline="\n")
        record.write_text(state)

    beside(app).start(lambda: _scripts(app, handbuch, wanted.values()), put, waiting=wanted)
    return []


def _scripts(app: Sphinx, handbuch: Handbuch, wanted: Iterable[tuple[str, Make]]) -> dict[str, str]:
    """Return the scripts by the names of their files."""
    found = {}
    for name, make in wanted:
        data = json.dumps(make(app, handbuch), ensure_ascii=False, separators=(",", ":"))
        found[data_file(name)] = f"globalThis.Kompass ??= {{}};\nKompass.{name}Daten = {data};\n"
    return found


def _state(app: Sphinx, handbuch: Handbuch) -> str:
    """Return a digest of everything that the data come from: pages, rules, code."""
    said = [
        (key, each.seite, sorted(each.nennt), sorted(each.sofort))
        for key, each in handbuch.einstiege.items()
    ]
    rules = load_objektpfad(Path(app.srcdir), handbuch.vocabulary).pfad
    digest = sha256(repr((handbuch.vocabulary, said, sorted(handbuch.wenige), rules)).encode())
    digest.update(domain_of(app.env).once(pages_digest).encode())
    for folder in (*(Path(each.__path__[0]) for each in (formular, model)), Path(__file__).parent):
        for path in sorted(folder.glob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def data_file(name: str) -> str:
    """Return the name of a data script in the folder of static files."""
    return f"{name}-daten.js"


def setup_leitdaten(app: Sphinx) -> None:
    """Register the directive and the writing of data."""
    app.add_directive("objektpfad", ObjektpfadDirective)
    app.connect("env-updated", begin_data)
