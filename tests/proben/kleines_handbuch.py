"""A handbook of a few pages, for tests that say by hand what a town gets from it."""

from __future__ import annotations

from pathlib import Path

from kompasswerk.formular.handbook import Einstieg, Handbuch
from kompasswerk.model.records import Einwohner, Gemeinde, Zeitraum
from kompasswerk.model.seiten import Arbeitsblatt, Fall, Instrument, Programm, Schritt, Seite
from kompasswerk.reading.files import load_vocabulary

ROOT = Path(__file__).parents[2]
COMMON = {"freigabe": "entwurf", "stand": "2026-11-27"}
STEPS = (
    "auftrag",
    "gebiet",
    "bestand",
    "bewerten",
    "ansprechen",
    "nutzungen",
    "umsetzen",
    "bericht",
)
TOWNS = (
    Gemeinde(name="Pößneck", ags="16075085", kreis="SOK", einwohner=11960, stadtrecht="ja"),
    Gemeinde(name="Saalfeld/Saale", ags="16073077", kreis="SLF", einwohner=29086, stadtrecht="ja"),
)


def page(kind, folder, slug, **more):
    return kind(slug=slug, path=f"{folder}/{slug}.md", titel=slug.title(), **COMMON, **more)


def step(number):
    return page(Schritt, "kompass/schritte", STEPS[number - 1], nummer=number, ziel="Ziel")


def case(slug, **more):
    facts = {
        "ort": slug.title(),
        "land": "Thüringen",
        "einwohner": 12000,
        "ansatz": ("umnutzung",),
        "gebaeudetyp": ("ladenlokal",),
        "akteure": ("kommune",),
        "schritte": ("nutzungen",),
        "beleg": "hoch",
        "aufwand": "mittel",
        **more,
    }
    people = facts.pop("einwohner")
    return page(
        *(Fall, "bestpractice", slug),
        teaser="Worum es geht.",
        zeitraum=Zeitraum(),
        einwohner=Einwohner(wert=people) if people else None,
        **facts,
    )


def tool(slug, **more):
    facts = {
        "kategorie": "informell",
        "geeignet_fuer": ("grosse-kleinstadt",),
        "gebaeudetyp": ("ladenlokal",),
        "schritte": ("nutzungen",),
        **more,
    }
    return page(Instrument, "kompass/instrumente", slug, **facts)


def sheet(number, slug, of):
    return page(Arbeitsblatt, "kompass/arbeitsblaetter", slug, nummer=number, schritt=of)


def programme(slug, **more):
    facts = {
        "geber": "Land",
        "ebene": ("land",),
        "zweck": ("innenstadt",),
        "antragsteller": ("kommune",),
        "status": "laufend",
        "satz": "bis 80 Prozent",
        "frist": "laufend",
        "informationsstand": "2026-01",
        **more,
    }
    return page(Programm, "kompass/foerderung", slug, **facts)


def entry(slug, *named):
    return Einstieg(page(Seite, "kompass/einstiege", slug), frozenset(named))


def handbook(**changes):
    """Return the handbook; ``changes`` replaces whole kinds of pages."""
    vocabulary, _ = load_vocabulary(ROOT / "kompass/listen.yaml")
    kinds = {
        "schritte": tuple(step(number) for number in range(1, 9)),
        "instrumente": (tool("zwischennutzung"), tool("kataster", schritte=("bestand",))),
        "faelle": (case("gera"), case("jena", einwohner=110000)),
        "blaetter": (
            sheet(1, "selbstcheck", "auftrag"),
            sheet(2, "auftragsblatt", "auftrag"),
            sheet(3, "bogen", "bestand"),
            sheet(10, "eigentuemerbrief", "ansprechen"),
            sheet(14, "expose", "nutzungen"),
            sheet(20, "erprobungsprotokoll", "bericht"),
        ),
        "programme": (programme("stadtgeld"),),
        "einstiege": {
            "ladenleerstand": entry(
                "laeden-stehen-leer",
                *(("schritt", "gebiet"), ("instrument", "zwischennutzung")),
                *(("arbeitsblatt", "expose"), ("fall", "jena")),
            ),
            "problemhaus": entry("problemhaus", ("schritt", "ansprechen")),
        },
        "wenige": frozenset({"auftragsblatt"}),
        **changes,
    }
    return Handbuch(vocabulary, TOWNS, **kinds)
