"""Answers of made-up returns from the 96 towns of the list; the totals were written down first.

``TOTALS`` and its neighbours say what a report must find. The answers are dealt out from them,
never counted back, so that the tests compare with what a person has written.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

TOWNS = 96
COPIES = 1000
"""So many files come back; a town sends ten or eleven, each with part of its answers."""

TOTALS: dict[str, dict[str, int]] = {
    "selbstcheck.auftrag": {"ja": 50, "teilweise": 30, "nein": 16},
    "selbstcheck.zustaendig": {"ja": 61, "teilweise": 20, "nein": 15},
    "selbstcheck.definition": {"ja": 12, "teilweise": 31, "nein": 53},
    "selbstcheck.ziele": {"ja": 9, "teilweise": 22, "nein": 65},
    "selbstcheck.liste": {"ja": 33, "teilweise": 33, "nein": 24},
    "selbstcheck.trennung": {"ja": 20, "teilweise": 5, "nein": 71},
    "selbstcheck.reihenfolge": {"ja": 17, "teilweise": 40, "nein": 39},
    "selbstcheck.gespraeche": {"ja": 44, "teilweise": 44, "nein": 8},
    "selbstcheck.angebot": {"ja": 6, "teilweise": 18, "nein": 72},
    "selbstcheck.nutzung": {"ja": 25, "teilweise": 50, "nein": 21},
    "selbstcheck.versuch": {"ja": 13, "teilweise": 9, "nein": 74},
    "selbstcheck.mittel": {"ja": 0, "teilweise": 27, "nein": 69},
    "selbstcheck.geld": {"ja": 5, "teilweise": 21, "nein": 70},
    "selbstcheck.bericht": {"ja": 4, "teilweise": 11, "nein": 81},
    "selbstcheck.beginn": {"1": 16, "2": 41, "3": 9, "4": 8, "5": 7, "6": 6, "7": 5, "8": 4},
    "erprobungsprotokoll.verstaendlich": {"1": 3, "2": 6, "3": 21, "4": 40, "5": 20},
    "erprobungsprotokoll.machbar": {"1": 10, "2": 20, "3": 30, "4": 20, "5": 10},
    "erprobungsprotokoll.nuetzlich": {"1": 1, "2": 4, "3": 15, "4": 45, "5": 25},
    "erprobungsprotokoll.weiter": {"ja": 70, "teilweise": 17, "nein": 3},
}
"""How many towns choose what."""

SUMS: dict[str, tuple[int, int]] = {
    "leerstandskataster-blatt.gesamt": (90, 45_000),
    "leerstandskataster-blatt.leer": (90, 5_400),
    "leerstandskataster-blatt.lange-leer": (84, 2_100),
    "erprobungsprotokoll.stunden": (88, 704),
    "wirkung-messen.zahlen[1].start": (60, 30_000),
    "wirkung-messen.zahlen[1].heute": (60, 30_300),
    "wirkung-messen.zahlen[2].start": (60, 3_600),
    "wirkung-messen.zahlen[2].heute": (60, 3_030),
}
"""How many towns give a number, and its sum."""

TOOLS: dict[str, dict[str, int]] = {
    "Leerstandskataster": {"gut": 20, "etwas": 10, "nicht": 3},
    "Zwischennutzung": {"gut": 9, "etwas": 6, "nicht": 5},
    "Modernisierungsgebot": {"gut": 1, "etwas": 0, "nicht": 0},
}
SHEETS: dict[int, tuple[int, int, dict[str, int]]] = {
    1: (80, 2_400, {"ja": 50, "etwas": 20, "nein": 10}),
    7: (40, 5_200, {"ja": 25, "etwas": 12, "nein": 3}),
    20: (2, 90, {"ja": 1, "etwas": 1, "nein": 0}),
}
"""Of each worksheet: towns that used it, minutes in all, whether it helped."""

OPEN = "erprobungsprotokoll.fehlt"
FEW_SAY = "erprobungsprotokoll.veraendert"
WAYS = (["Word"], ["Word", "Papier"], ["Browser"])
KINDS = (["Läden"], ["Läden", "Wohnungen"])
CONTACTS = (
    "Fragen Sie in der Geheimgasse 17, unter 03647 123456 oder bei amt@stadt.example, "
    "GEHEIM-grund Erika Musterfrau."
)
PRIVATE = {
    "selbstcheck.stunden": 7,
    "selbstcheck.lage": "Läden stehen leer",
    "leerstandskataster-blatt.ort[1].anschrift": "Geheimgasse 17",
    "leerstandskataster-blatt.ort[1].baurecht": "GEHEIM-baurecht",
    "leerstandskataster-blatt.nutzung[1].bisher": "GEHEIM-bisher",
    "bewertung.gebaeude[1].grund": "GEHEIM-grund Erika Musterfrau",
    "bewertung.strittig": "GEHEIM-strittig",
    "wirkung-messen.aendern": "GEHEIM-aendern",
    "wirkung-messen.ziele[1].ziel": "GEHEIM-ziel",
    "gebiet-und-ziele.strassen": "GEHEIM-strassen Lindenstraße",
    "gebiet-und-ziele.definition": "GEHEIM-definition",
    "gebaeudebogen.adresse": "GEHEIM-adresse",
    "eigentuemerbrief.name": "GEHEIM-name",
    "erprobungsprotokoll.rueckfrage": "GEHEIM-rueckfrage",
}
"""What must not come out again; every answer here belongs to a field that is not shared."""

Answers = dict[str, object]


def answers_by_town(ags: list[str], names: dict[str, str], seed: int = 5) -> dict[str, Answers]:
    """Return all answers of each town by its official key."""
    random = Random(seed)
    found: dict[str, Answers] = {
        key: {
            "selbstcheck.stadt": names[key],
            "erprobungsprotokoll.stadt": f"Stadt {names[key]}",
            "erprobungsprotokoll.nennen": "nein",
            "wirkung-messen.gleich": True,
            **PRIVATE,
        }
        for key in ags
    }
    for place, totals in TOTALS.items():
        cards = [value for value, many in totals.items() for _ in range(many)]
        for key, card in zip(random.sample(ags, len(cards)), cards, strict=True):
            found[key][place] = card
    for place, (many, total) in SUMS.items():
        # The same towns each time, so that shares and changes have them all.
        for key, number in zip(ags[:many], dealt(total, many), strict=True):
            found[key][place] = number
    _tools(found, ags)
    _sheets(found, ags)
    for number, key in enumerate(ags[:30]):
        found[key]["erprobungsprotokoll.form"] = WAYS[number % len(WAYS)]
        found[key]["gebiet-und-ziele.einheit"] = KINDS[number % len(KINDS)]
    for key in ags[40:45]:
        found[key]["erprobungsprotokoll.nennen"] = "ja"
    for number, key in enumerate(ags[:5], 1):
        found[key][OPEN] = f"{number} von uns in {names[key]} fehlt ein Plan. {CONTACTS}"
        found[key]["erprobungsprotokoll.geholfen"] = f"=1+{number}"
    for key in ags[:2]:
        found[key][FEW_SAY] = "NUR-ZWEI sagen das"
    return found


def dealt(total: int, many: int) -> list[int]:
    """Return as many whole numbers with this sum: neighbours differ, where there are two."""
    each, rest = divmod(total, many)
    numbers = [each + (place < rest) for place in range(many)]
    for place in range(0, many - 1, 2):
        numbers[place] -= 1
        numbers[place + 1] += 1
    return numbers


def _tools(found: dict[str, Answers], ags: list[str]) -> None:
    row = dict.fromkeys(ags, 0)
    for name, results in TOOLS.items():
        cards = [result for result, many in results.items() for _ in range(many)]
        for key, card in zip(ags, cards, strict=False):
            row[key] += 1
            found[key][f"erprobungsprotokoll.mittel[{row[key]}].mittel"] = name.upper()
            found[key][f"erprobungsprotokoll.mittel[{row[key]}].ergebnis"] = card


def _sheets(found: dict[str, Answers], ags: list[str]) -> None:
    row = dict.fromkeys(ags, 0)
    for number, (towns, minutes, helped) in SHEETS.items():
        cards = [value for value, many in helped.items() for _ in range(many)]
        for key, card, time in zip(ags[:towns], cards, dealt(minutes, towns), strict=True):
            row[key] += 1
            place = f"erprobungsprotokoll.blaetter[{row[key]}]"
            found[key] |= {f"{place}.nr": number, f"{place}.minuten": time, f"{place}.nutzen": card}


def write(folder: Path, ags: list[str], names: dict[str, str], copies: int = COPIES) -> None:
    """Write the answers as files, several of each town."""
    answers = answers_by_town(ags, names)
    for number in range(copies):
        key = ags[number % len(ags)]
        turn = number // len(ags)
        content = {
            "format": "kompass-antworten",
            "version": 1,
            "ausgabe": "1",
            "stadt": names[key],
            "ags": key,
            "blaetter": {},
            "antworten": dict(_part(answers[key], turn)),
        }
        path = folder / f"{key}-{turn:02}.json"
        path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def _part(answers: Answers, turn: int) -> Iterator[tuple[str, object]]:
    """Yield the answers of one copy: the first has every second one, the second all."""
    for place, (name, value) in enumerate(answers.items()):
        if turn or place % 2 or "[" in name:
            yield name, value
