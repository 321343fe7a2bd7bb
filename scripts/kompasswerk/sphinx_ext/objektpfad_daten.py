"""Data of „Was tun mit diesem Haus?“: the answer to every building, for the browser to look up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..formular.handbook import Handbuch
from ..formular.objektpfad import Antwort, precondition
from ..model.objektpfad import QUESTIONS, Objekt, Wahl
from .fundus import Pages, Pool
from .handbuch import answers_in
from .objektpfad import ASKED
from .source import domain_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

PARTS = ("anrufe", "mittel", "faelle", "briefe", "blaetter", "luecken")
"""Parts of an answer in the order of its numbers."""


def objektpfad_data(app: Sphinx, handbuch: Handbuch) -> dict[str, Any]:
    """Return questions, pages and the answer to every building."""
    pages = Pages(app, "kompass/objektpfad")
    answers = answers_in(domain_of(app.env))
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
        page, mittel = tools[wahl.mittel.instrument], wahl.mittel
        anders = list(wahl.anders)
        return [pages.number(page), mittel.grund, precondition(page), anders, mittel.immer]

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
