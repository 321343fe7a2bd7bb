"""Data for the pages that guide by questions: answers found at build time, written as scripts.

The browser looks them up and decides nothing itself, so that it says what a workbook says.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.builders.html import StandaloneHTMLBuilder

from .. import formular, model
from ..formular.choice import FEW_HOURS, MANY_HOURS, Gewaehlt
from ..formular.handbook import Handbuch
from ..formular.objektpfad import Antwort, Antworten
from ..formular.profile import LAGEN, Profil
from ..formular.profile_files import QUESTIONS as CHECKED
from ..formular.selbstcheck import FIRST_STEPS, HOURS, LAGE_KEYS, Vorschlaege, Vorschlag, why_first
from ..model.objektpfad import QUESTIONS, Objekt, Wahl
from ..model.seiten import Seite
from ..reading.files import load_objektpfad
from .handbuch import handbook_in, rules_in
from .objektpfad import ASKED
from .source import domain_of

if TYPE_CHECKING:
    from docutils import nodes as n
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

SHARED, STYLE = "antwort.js", "leitweg.css"
RECORD = ".leitdaten"
"""File of an output folder: a digest of what its data come from."""
AFTER_OURS = 900
"""After ``html_js_files``, which define the global that the data are put into."""
Make = Callable[["Sphinx", Handbuch], dict[str, Any]]


@dataclass
class Pool:
    """Values that many answers share, each once; an answer has their numbers."""

    values: list[Any] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)

    def number(self, value: Any) -> int:
        """Return the place of a value that JSON can hold."""
        key = json.dumps(value, ensure_ascii=False)
        if key not in self.places:
            self.places[key] = len(self.values)
            self.values.append(value)
        return self.places[key]


@dataclass(frozen=True)
class Pages:
    """Titles and addresses of pages, as seen from one page."""

    app: Sphinx
    docname: str
    pool: Pool = field(default_factory=Pool)

    def number(self, page: Seite) -> int:
        """Return the place of a page in the pool: its docname, title and relative address."""
        docname = page.path.removesuffix(".md")
        address = self.app.builder.get_relative_uri(self.docname, docname)
        return self.pool.number([docname, page.ueberschrift, address])


def objektpfad_data(app: Sphinx, handbuch: Handbuch) -> dict[str, Any]:
    """Return questions, pages and the answer to every building."""
    pages = Pages(app, "kompass/objektpfad")
    answers = Antworten(rules_in(domain_of(app.env)), handbuch)
    pools = {
        name: Pool() for name in ("anrufe", "mittel", "faelle", "briefe", "blaetter", "luecken")
    }
    keys = [handbuch.vocabulary.keys(liste) for liste in QUESTIONS.values()]

    def answer(objekt: Objekt) -> list[int]:
        parts = _answer(answers.on(objekt), handbuch, pages)
        return [pool.number(parts[name]) for name, pool in pools.items()]

    found = [
        [[answer(Objekt(gebaeude, lage, zustand)) for zustand in keys[2]] for lage in keys[1]]
        for gebaeude in keys[0]
    ]
    return {
        "fragen": [_question(name, liste, handbuch) for name, liste in QUESTIONS.items()],
        "seiten": pages.pool.values,
        **{name: pool.values for name, pool in pools.items()},
        "antworten": found,
    }


def _question(name: str, liste: str, handbuch: Handbuch) -> dict[str, Any]:
    choices = handbuch.vocabulary.lists.get(liste, ())
    values = [[each.key, each.name, each.erklaerung] for each in choices]
    return {"name": name, "frage": ASKED[name], "werte": values}


def _answer(answer: Antwort, handbuch: Handbuch, pages: Pages) -> dict[str, Any]:
    tools = {each.slug: each for each in handbuch.instrumente}
    sheets = {each.slug: each for each in handbuch.blaetter}
    call, letter = answer.anruf, answer.brief

    def tool(wahl: Wahl) -> list[Any]:
        page = tools[wahl.mittel.instrument]
        needs = page.voraussetzungen if page.kategorie == "rechtlich" else ""
        return [pages.number(page), wahl.mittel.grund, needs or "", list(wahl.anders)]

    def sheet(slug: str, grund: str) -> list[Any]:
        return [pages.number(sheets[slug]), grund] if slug in sheets else []

    more = pages.number(tools[call.instrument]) if call and call.instrument in tools else -1
    return {
        "anrufe": [call.wen, call.sagen, call.grund, call.danach or "", more] if call else [],
        "mittel": [tool(each) for each in answer.mittel],
        "faelle": [
            [pages.number(each.fall.seite), each.fall.grund, each.passt] for each in answer.faelle
        ],
        "briefe": [*sheet(letter.blatt, letter.grund), letter.luecke or ""] if letter else [],
        "blaetter": [sheet(each.blatt, each.grund) for each in answer.blaetter],
        "luecken": answer.luecke,
    }


def selbstcheck_data(app: Sphinx, handbuch: Handbuch) -> dict[str, Any]:
    """Return steps, towns and the proposal for everything that the sheet can say."""
    pages = Pages(app, "kompass/arbeitsblaetter/selbstcheck")
    proposals, pool, entries = Vorschlaege(handbuch), Pool(), Pool()

    def listed(chosen: Iterable[Gewaehlt]) -> int:
        found = [entries.number([pages.number(each.seite), each.grund]) for each in chosen]
        return pool.number(found)

    def proposal(profil: Profil) -> list[Any]:
        found: Vorschlag = proposals.on(profil)
        instead = [[place, listed(chosen)] for place, chosen in found.statt.items()]
        groups = (found.schritte, found.instrumente, found.faelle, found.blaetter)
        return [*(listed(each) for each in groups), pool.number(instead)]

    sizes = handbuch.vocabulary.lists.get("groessenklasse", ())
    lagen = [(key,) if key else () for key in LAGE_KEYS]
    return {
        "fragen": [list(each) for each in CHECKED],
        "schritte": [[each.nummer, pages.number(each)] for each in handbuch.schritte],
        "klassen": [each.name for each in sizes],
        "lagen": ["", *(each.titel for each in LAGEN)],
        "stunden": [FEW_HOURS, MANY_HOURS],
        "staedte": _towns(handbuch),
        "warum": list(why_first(handbuch)),
        "vorschlaege": [
            [
                [
                    [
                        proposal(Profil("", size.key, lage=lage, stunden=hours, beginn=first))
                        for first in FIRST_STEPS
                    ]
                    for hours in HOURS
                ]
                for lage in lagen
            ]
            for size in sizes
        ],
        "seiten": pages.pool.values,
        "eintraege": entries.values,
        "listen": pool.values,
    }


def _towns(handbuch: Handbuch) -> dict[str, list[Any]]:
    """Return name and number of the size class of listed towns, by the names that mean them."""
    keys = handbuch.vocabulary.keys("groessenklasse")
    found: dict[str, list[Any]] = {}
    for town in handbuch.gemeinden:
        size = handbuch.vocabulary.groessenklasse(town.einwohner)
        for name in (town.name, town.name.partition("/")[0]):
            if size is not None:
                found.setdefault(name.casefold(), [town.name, keys.index(size.key)])
    return found


PAGES: Mapping[str, tuple[str, Make]] = {
    "kompass/objektpfad": ("objektpfad", objektpfad_data),
    "kompass/arbeitsblaetter/selbstcheck": ("selbstcheck", selbstcheck_data),
}
"""Page that guides by questions → name of its scripts and of its data, what makes the data."""


def write_data(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Write the data of every such page of a website, before any page is written.

    Finding all answers takes a second or two, so it is left out if nothing has changed.
    """
    wanted = [each for docname, each in PAGES.items() if docname in env.all_docs]
    if not wanted or not _is_website(app):
        return []
    handbuch = handbook_in(domain_of(env))
    record, state = Path(app.outdir) / RECORD, _state(app, handbuch)
    folder = Path(app.outdir) / "_static"
    files = [folder / data_file(name) for name, _ in wanted]
    if record.is_file() and record.read_text() == state and all(each.is_file() for each in files):
        return []
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in wanted:
        data = json.dumps(make(app, handbuch), ensure_ascii=False, separators=(",", ":"))
        script = f"globalThis.Kompass ??= {{}};\nKompass.{name}Daten = {data};\n"
        (folder / data_file(name)).write_text(script, encoding="utf-8", newline="\n")
    record.write_text(state)
    return []


def _state(app: Sphinx, handbuch: Handbuch) -> str:
    """Return a digest of everything that the data come from: pages, rules, code."""
    said = [
        (key, each.seite, sorted(each.nennt), sorted(each.sofort))
        for key, each in handbuch.einstiege.items()
    ]
    pages = replace(handbuch, einstiege={}, wenige=frozenset())
    rules = load_objektpfad(Path(app.srcdir), handbuch.vocabulary).pfad
    digest = sha256(repr((pages, said, sorted(handbuch.wenige), rules)).encode())
    for package in (formular, model):
        for path in sorted(Path(package.__path__[0]).glob("*.py")):
            digest.update(path.read_bytes())
    digest.update(Path(__file__).read_bytes())
    return digest.hexdigest()


def add_scripts(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: n.document | None
) -> None:
    """Give such a page its data and its script, after those that every page has."""
    if pagename in PAGES and _is_website(app):
        name = PAGES[pagename][0]
        for script in (SHARED, data_file(name), f"{name}.js"):
            app.add_js_file(script, priority=AFTER_OURS)
        app.add_css_file(STYLE, priority=AFTER_OURS)


def data_file(name: str) -> str:
    """Return the name of a data script in the folder of static files."""
    return f"{name}-daten.js"


def _is_website(app: Sphinx) -> bool:
    return isinstance(app.builder, StandaloneHTMLBuilder) and app.builder.format == "html"


def setup_leitdaten(app: Sphinx) -> None:
    """Register both steps."""
    app.connect("env-updated", write_data)
    app.connect("html-page-context", add_scripts)
