"""A hand-out as a book of one page: sentences with sources, pilots, cases, questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ..buch import blocks as b
from ..model import german
from ..model.kurzinfo import Kurzinfo, Kurzinfos
from ..model.records import Kontakt
from ..model.seiten import Fall, Instrument, Pilot, Programm, Seite
from ..pilotpruefung.check import Pruefung, checked
from ..pilotpruefung.verdict import Urteil
from ..reading.files import TEASER, Loaded
from .entries import cited

PLACES = 2
"""How many pilots each working group is to have (Jahresauftakt 23.02.2023, TOP 6)."""
FACTS, PILOTS, CASES, QUESTIONS = "Das ist belegt", "Pilotprojekte", "Beispiele", "Fragen"
OPINION = "Vorschlag der Redaktion"
DRAFT = "Entwurf, von keiner Stelle freigegeben."
_COUNTED = ((Fall, "Fälle"), (Instrument, "Instrumente"), (Programm, "Förderprogramme"))


def handout(sheet: Kurzinfo, loaded: Loaded, found: Kurzinfos, day: date) -> b.Book:
    """Return a hand-out; ``day`` is the day it was made."""
    section = b.Section(
        1, _text(sheet.titel), tuple(_blocks(sheet, loaded, found, day)), in_contents=False
    )
    return b.Book(
        title=sheet.titel,
        parts=(b.Part((), (section,)),),
        edition=f"{sheet.fuer}, {german.date(day.isoformat())}",
        date=day.isoformat(),
        contents_depth=0,
    )


def _blocks(sheet: Kurzinfo, loaded: Loaded, found: Kurzinfos, day: date) -> Iterator[b.Block]:
    yield b.Paragraph(_text(f"{sheet.fuer}. {stock_line(loaded)}"))
    order = {key: n for n, key in enumerate(dict.fromkeys(p.quelle for p in sheet.punkte), 1)}
    yield _section(
        FACTS, _list(f"{each.text}{german.NO_BREAK}[{order[each.quelle]}]" for each in sheet.punkte)
    )
    pilots = [*_pilots(sheet, loaded, day)]
    free = (_note(_taken(sheet, loaded)),)
    yield _section(PILOTS, *((_table(pilots, short=sheet.ag is None),) if pilots else ()), *free)
    yield _section(CASES, b.ListBlock(b.ListStyle.BULLET, tuple(_cases(sheet, loaded))))
    yield _section(f"{QUESTIONS} ({OPINION})", _list(sheet.fragen))
    sources = (found.quelle(key) for key in order)
    lines = (f"[{n}] {cited(each)}" for n, each in enumerate(filter(None, sources), 1))
    said = f"{'; '.join(lines)}. Beispiele: Quellen auf den Fallseiten. {DRAFT} Kontakt: "
    yield b.Paragraph((b.Text(said), _contact(found.kontakt)), "note")


def _contact(contact: Kontakt) -> b.Inline:
    name = _text(contact.stelle)
    return b.ExternalLink(name, contact.web) if contact.web else name[0]


def stock_line(loaded: Loaded) -> str:
    """Return how much the handbook holds, counted."""
    counts = [f"{sum(1 for _ in loaded.bestand.of(kind))} {name}" for kind, name in _COUNTED]
    return f"Der Kompass Leerstand enthält {', '.join(counts[:-1])} und {counts[-1]}."


def _pilots(sheet: Kurzinfo, loaded: Loaded, day: date) -> Iterator[tuple[str, str, str, str]]:
    for page in loaded.pages:
        pilot = page.page
        if not isinstance(pilot, Pilot) or sheet.ag not in (None, pilot.ag):
            continue
        pruefung = checked(page, pilot, loaded, day)
        if pruefung is not None:
            stage = _stage(pilot, loaded, short=sheet.ag is None)
            criteria = _open(pruefung) if sheet.ag else f"{pruefung.zaehlung}."
            yield pilot.titel, stage, _money(pruefung), criteria


def _stage(pilot: Pilot, loaded: Loaded, *, short: bool) -> str:
    """Return how far a pilot is; in short where all pilots share the page."""
    last = pilot.status[-1]
    name = loaded.vocabulary.label("pilotstatus", last.stufe)
    day = f" ({german.date(last.stand)})" if last.stand else ""
    return f"{name}{day}" if short else f"{name}: {last.text}"


def _money(pruefung: Pruefung) -> str:
    return pruefung.finanzierung.partition(":")[0]


def _open(pruefung: Pruefung) -> str:
    names = [each.name for each in pruefung.befunde if each.urteil is Urteil.UNKNOWN]
    return f"{pruefung.zaehlung}. Unbekannt: {', '.join(names)}." if names else pruefung.zaehlung


def _taken(sheet: Kurzinfo, loaded: Loaded) -> str:
    groups = (sheet.ag,) if sheet.ag else loaded.vocabulary.keys("ag")
    pilots = [each for each in loaded.bestand.of(Pilot) if isinstance(each, Pilot)]
    taken = sum(each.ag in groups for each in pilots)
    return f"{taken} von {PLACES * len(groups)} Plätzen sind besetzt."


def _cases(sheet: Kurzinfo, loaded: Loaded) -> Iterator[b.ListItem]:
    texts = {each.seite: each.kurz for each in loaded.teaser if each.datei == TEASER["fall"]}
    for slug in sheet.faelle:
        page: Seite | None = loaded.bestand.find(Fall, slug)
        if page is not None and slug in texts:
            title = b.Span(_text(f"{page.titel}. "), b.Mark.STRONG)
            yield b.ListItem((b.Paragraph((title, b.Text(texts[slug]))),))


def _section(title: str, *children: b.Block) -> b.Section:
    return b.Section(2, _text(title), children, in_contents=False)


def _table(rows: Iterable[Iterable[str]], *, short: bool) -> b.Table:
    heads = ("Projekt", "Stand", "Geld", "Kriterien")
    first = b.Row(tuple(b.Cell((_note(each),), header=True) for each in heads))
    body = (b.Row(tuple(b.Cell((_note(each),)) for each in row)) for row in rows)
    return b.Table((first, *body), (5, 5, 4, 8) if short else (4, 8, 3, 8), 1)


def _list(texts: Iterable[str]) -> b.ListBlock:
    items = (b.ListItem((b.Paragraph(_text(each)),)) for each in texts)
    return b.ListBlock(b.ListStyle.BULLET, tuple(items))


def _note(text: str) -> b.Paragraph:
    return b.Paragraph(_text(text), "note")


def _text(text: str) -> tuple[b.Inline, ...]:
    return (b.Text(text),)
