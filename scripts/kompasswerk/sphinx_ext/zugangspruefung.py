"""The last check of access on the page that declares it: a table, and what is still open.

``nox -s zugang`` writes the file; which one it is says ``kompass_zugang`` in ``conf.py``.
"""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes as n
from sphinx.util.docutils import SphinxDirective

from ..model import german
from .tabelle import table, text
from .warnings import Kind, warn

if TYPE_CHECKING:
    from docutils.nodes import Node
    from sphinx.application import Sphinx

FORMAT = "kompass-zugang"
COLUMNS = {"frage": "Geprüft", "werkzeug": "Womit", "umfang": "Wo", "ergebnis": "Ergebnis"}
WIDTHS = (34, 22, 26, 18)
REMEDY = "Bitte messen Sie neu: nox -s zugang."


def setup_zugangspruefung(app: Sphinx) -> None:
    """Register setting and directive."""
    app.add_config_value("kompass_zugang", "", "env", str)
    app.add_directive("zugangspruefung", ZugangspruefungDirective)


class ZugangspruefungDirective(SphinxDirective):
    """``{zugangspruefung}`` has no options."""

    def run(self) -> list[Node]:
        """Return day, table and open findings; without a result that can be read, a warning."""
        path = Path(self.env.srcdir, self.config.kompass_zugang)
        self.env.note_dependency(str(path))
        try:
            return show(read(path))
        except ValueError as error:
            warn(Kind.OPTION, f"{path.name}: {error} {REMEDY}", self.get_location())
            return []


def read(path: Path) -> dict[str, Any]:
    """Return what the file holds; raise ``ValueError``, in German, if it is no result."""
    try:
        data: Any = json.loads(path.read_text(encoding="utf-8"))
        known = data["format"] == FORMAT and data["ausgabe"] == "1" and data["pruefungen"]
        date.fromisoformat(data["tag"])
    except OSError:
        raise ValueError("Diese Datei mit dem Ergebnis der Messung fehlt.") from None
    except (ValueError, TypeError, KeyError):
        known = False
    if not known:
        raise ValueError("Diese Datei ist kein Ergebnis der Messung.")
    return dict(data)


def show(data: dict[str, Any]) -> list[Node]:
    """Return a sentence with the day, the table of checks, and what is open in a list."""
    day = german.date(data["tag"])
    rows = [[text(str(each[key])) for key in COLUMNS] for each in data["pruefungen"]]
    head = [text(title) for title in COLUMNS.values()]
    result: list[Node] = [
        n.paragraph("", f"Letzte automatische Prüfung: {day}."),
        table(head, rows, WIDTHS, stub_columns=1),
    ]
    open_still = Counter(f"{each['regel']}: {each['abhilfe']}" for each in data["befunde"])
    if not open_still:
        result.append(n.paragraph("", "Diese Prüfung fand keine Barriere."))
        return result
    listing = n.bullet_list(bullet="-")
    for what, count in open_still.most_common():
        listing += n.list_item("", n.paragraph("", f"{what} ({count}-mal)"))
    return [*result, n.paragraph("", "Diese Prüfung fand, und noch ist nicht behoben:"), listing]
