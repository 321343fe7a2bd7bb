"""The computed chapters on members, working groups, meetings and offices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..buch import blocks as b
from ..model import german
from ..model.buendnis import YES, Buendnis, Mitglied, Spanne, Termin, days
from ..model.buendnis_zahlen import Terminzahl, counted
from ..model.vocabulary import Vocabulary
from .citing import Citing
from .tables import Tables, bullets, paragraph

KINDS, AREAS, GROUPS = "terminart", "mitgliedsbereich", "ag"
MEETING = "buendnistreffen"
BEFORE = " (angekündigt)"
COUNTING = (
    "Gezählt ist, was in den Daten steht. Null Termine heißt: Dort ist keiner eingetragen. Nennt "
    "eine Quelle nur die Gesamtzahl, fehlt das Datum."
)


@dataclass(frozen=True)
class Desk:
    """What the computed chapters are made from; ``citing`` and ``tables`` count along."""

    data: Buendnis
    vocabulary: Vocabulary
    period: Spanne
    citing: Citing
    tables: Tables

    def known(self, stand: str) -> bool:
        """Whether something of that date was known on the last day of the period."""
        return days(stand).bis <= self.period.bis

    def inside(self, day: str) -> bool:
        """Whether a date lies in the period."""
        return self.period.holds(days(day))


def members(desk: Desk) -> Iterator[b.Block]:
    """Yield published numbers, institutions by area, and those that are new."""
    numbers = [each for each in desk.data.mitgliederzahlen if desk.known(each.stand)]
    if numbers:
        yield paragraph("Wie viele Mitglieder es sind, geben die Quellen so an:")
        rows = [(each.angabe, german.date(each.stand), desk.citing.entry(each)) for each in numbers]
        head = ("Angabe", "Stand", "Quelle")
        yield desk.tables.table("Veröffentlichte Mitgliederzahlen", head, rows, (50, 25, 25))
    found = [each for each in desk.data.mitglieder if desk.known(each.neu or each.genannt)]
    if not found:
        yield paragraph("Bis zum Stichtag ist kein Mitglied namentlich erfasst.")
        return
    total = german.number(len(found))
    yield paragraph(
        f"Namentlich erfasst sind {total} Institutionen. Die Liste ist nicht vollständig."
    )
    yield _by_area(desk, found)
    new = [each for each in found if each.neu and desk.inside(each.neu)]
    if new:
        yield paragraph(f"Neu gemeldet im Berichtszeitraum: {german.number(len(new))}")
        yield bullets(f"{each.name} ({german.date(each.neu or '')})" for each in new)


def _by_area(desk: Desk, found: list[Mitglied]) -> b.Table:
    rows = []
    for area in desk.vocabulary.lists.get(AREAS, ()):
        own = [each for each in found if each.bereich == area.key]
        if own:
            names = "; ".join(each.name for each in own)
            rows.append((area.name, german.number(len(own)), names, desk.citing.all(own)))
    head = ("Bereich", "Zahl", "Institutionen", "Quelle")
    return desk.tables.table("Namentlich erfasste Mitglieder", head, rows, (22, 9, 57, 12))


def groups(desk: Desk) -> Iterator[b.Block]:
    """Yield the working groups as the newest entry before the end of the period has them."""
    rows = []
    for group in desk.vocabulary.lists.get(GROUPS, ()):
        own = [
            each
            for each in desk.data.arbeitsgruppen
            if each.ag == group.key and desk.known(each.stand)
        ]
        if own:
            last = max(own, key=lambda each: days(each.stand).bis)
            lead = f"{last.leitung} (Stand {german.date(last.stand)})"
            rows.append((group.name, lead, last.schwerpunkt, desk.citing.entry(last)))
    if rows:
        head = ("Arbeitsgruppe", "Leitung", "Schwerpunkt", "Quelle")
        yield desk.tables.table("Arbeitsgruppen", head, rows, (22, 31, 32, 15))


def offices(desk: Desk) -> Iterator[b.Block]:
    """Yield whom to ask."""
    for each in desk.data.anschriften:
        if desk.known(each.stand):
            name = b.Span((b.Text(each.stelle),), b.Mark.STRONG)
            yield b.Paragraph((name, b.LineBreak(), b.Text(each.anschrift)))
            if each.url:
                yield b.Paragraph((b.ExternalLink((b.Text(each.url),), each.url),))
            stand = f"Stand {german.date(each.stand)}, Quelle "
            yield b.Paragraph((b.Text(stand), *desk.citing.entry(each)), role="note")


def meetings(desk: Desk) -> Iterator[b.Block]:
    """Yield how many meetings there were, what cannot be divided, and each one that is known."""
    found = [
        counted(desk.data.termine, kind.key, desk.period)
        for kind in desk.vocabulary.lists.get(KINDS, ())
    ]
    rows = [_count(desk, each) for each in found]
    head = ("Format", "Zahl", "davon mit Datum", "Quelle")
    yield desk.tables.table("Treffen und Sitzungen im Zeitraum", head, rows, (48, 12, 22, 18))
    yield paragraph(COUNTING, "note")
    yield from _remarks(desk, found)
    singles = [each for each in desk.data.termine if not each.total and _in(desk, each)]
    singles.sort(key=lambda each: days(each.datum or each.von or "").von)
    main = [each for each in singles if each.art == MEETING]
    others = [each for each in singles if each.art != MEETING]
    if main:
        yield desk.tables.table("Bündnistreffen", HEAD, [_row(desk, e) for e in main], WIDTHS)
    if others:
        name = "Weitere einzeln bekannte Termine"
        yield desk.tables.table(name, HEAD, [_row(desk, each) for each in others], WIDTHS)


HEAD, WIDTHS = ("Datum", "Termin", "Ergebnis", "Quelle"), (20, 28, 37, 15)


def _in(desk: Desk, each: Termin) -> bool:
    return each.spanne is not None and desk.period.holds(each.spanne)


def _count(desk: Desk, found: Terminzahl) -> tuple[str, str, str, tuple[b.Inline, ...]]:
    own = [each for each in desk.data.termine if each.art == found.art and _in(desk, each)]
    totals = [each for each in own if each.total]
    name = desk.vocabulary.label(KINDS, found.art)
    singly = german.number(found.einzeln)
    return name, german.number(found.summe), singly, desk.citing.all(totals or own)


def _remarks(desk: Desk, found: list[Terminzahl]) -> Iterator[b.Block]:
    before = sum(each.angekuendigt for each in found)
    if before:
        some = "Ein Termin mit Datum ist" if before == 1 else f"{before} Termine mit Datum sind"
        yield paragraph(f"{some} nur angekündigt: Die Quelle ist älter als der Termin.", "note")
    for each in found:
        for entry in each.unteilbar:
            name = desk.vocabulary.label(KINDS, each.art)
            yield paragraph(
                f"{name}: {german.number(entry.count)} von {german.date(entry.von or '')} bis "
                f"{german.date(entry.bis or '')} sind nicht mitgezählt. Der Zeitraum reicht über "
                "den des Berichts hinaus und lässt sich nicht aufteilen.",
                "note",
            )


def _row(desk: Desk, each: Termin) -> tuple[str, str, str, tuple[b.Inline, ...]]:
    when = german.date(each.datum) if each.datum else _between(each)
    when += BEFORE if each.angekuendigt == YES else ""
    group = f"AG {desk.vocabulary.label(GROUPS, each.ag)}" if each.ag else ""
    what = ", ".join(part for part in (each.titel, group, each.ort or "") if part)
    return when, what, each.ergebnis or "–", desk.citing.entry(each)


def _between(each: Termin) -> str:
    number = f"{each.count} Termine " if each.count > 1 else ""
    return f"{number}zwischen {german.date(each.von or '')} und {german.date(each.bis or '')}"
