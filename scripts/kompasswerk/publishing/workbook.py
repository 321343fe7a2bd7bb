"""A town's workbook: its cover, what to do first, why each page is in it, what was left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..buch import blocks as b
from ..buch.assemble import imprint, titled
from ..buch.excerpt import Excerpt, excerpt, lowered, outside, without
from ..buch.library import Library
from ..buch.notes import walk
from ..buch.place import anchor
from ..formular.choice import Auswahl, Gewaehlt, Gruppe
from ..formular.fitting import BLAETTER, VORLAGEN
from ..formular.profile import Profil
from ..formular.selection import EINSTIEG
from ..model.german import NO_BREAK, number
from ..model.seiten import Arbeitsblatt
from ..model.vocabulary import Vocabulary

FIRST, LEFT_OUT, ABOUT = "anfang", "weggelassen", "ueber"
SIZES = (44, 46, 10)
SEND_BACK = (
    "Speichern Sie das Buch und senden Sie es an die Stelle zurück, von der Sie es haben. "
    "Angaben zu einzelnen Häusern bleiben dabei vertraulich."
)
BY_THEMSELVES = (BLAETTER, VORLAGEN)
"""Groups whose pages begin on a new page each, to be handed on; all others save paper."""


def workbook(auswahl: Auswahl, library: Library, vocabulary: Vocabulary) -> b.Book:
    """Return a workbook: the first page, the chosen pages, what was left out.

    It has no table of contents: the first chapter lists every page with the reason why.
    """
    found = excerpt(library, auswahl.docnames)
    first = _first(auswahl, found, vocabulary)
    last = (*_left_out(auswahl, library), _about(library))
    begun = auswahl.profil.beginn > 0
    chapters = (block for each in auswahl.gruppen for block in _group(each, found, begun=begun))
    part = b.Part((), (first, *chapters, *last))
    title, profil = library.title, auswahl.profil
    return replace(
        titled(title, _title(profil), (part,), found.notes),
        subtitle=title.title,
        contents_depth=0,
        pages=tuple(b.Page(e.docname, e.title, anchor(e.docname)) for e in found.leaves),
        sheets=tuple(leaf.sheet for leaf in found.leaves if leaf.sheet is not None),
        town=profil.stadt,
        ags=profil.ags,
    )


def _title(profil: Profil) -> str:
    return f"Arbeitsbuch für {profil.stadt}" if profil.stadt else "Arbeitsbuch"


def _group(gruppe: Gruppe, found: Excerpt, *, begun: bool) -> Iterator[b.Block]:
    """Yield the pages of a group: sheets as chapters, others as sections of one chapter.

    What the first page of the book says to do next is not said again on the pages of entry;
    it says it unless the town has ``begun`` already.
    """
    pages = [found.pages[each.docname] for each in gruppe.gewaehlt if each.docname in found.pages]
    if gruppe.titel == EINSTIEG and not begun:
        pages = [without(b.NextStep, page) for page in pages]
    if gruppe.titel not in BY_THEMSELVES and pages:
        blocks = (block for page in pages for block in lowered(page))
        yield _chapter(gruppe.titel, gruppe.titel.lower().replace(" ", "-"), blocks)
    else:
        yield from (block for page in pages for block in page)


def _chapter(title: str, name: str, children: Iterable[b.Block], *, page: bool = True) -> b.Section:
    anchors = (anchor(f"arbeitsbuch-{name}"),)
    return b.Section(1, _text(title), tuple(children), anchors, starts_page=page)


def _text(words: str) -> tuple[b.Inline, ...]:
    return (b.Text(words),)


def _paragraph(*parts: b.Inline | str, role: str = "body") -> b.Paragraph:
    return b.Paragraph(tuple(b.Text(p) if isinstance(p, str) else p for p in parts), role)


# ---------------------------------------------------------------- what to do first


def _first(auswahl: Auswahl, found: Excerpt, vocabulary: Vocabulary) -> b.Section:
    tables = tuple(_reasons(each) for each in auswahl.gruppen if each.gewaehlt)
    return _chapter(
        "So arbeiten Sie mit diesem Buch",
        FIRST,
        (
            _paragraph(_made_from(auswahl, vocabulary), role="lead"),
            *_monday(auswahl, found),
            b.Section(2, _text("So geht es weiter"), (_ways(auswahl),), in_contents=False),
            b.Section(2, _text("Was in diesem Buch steht und warum"), tables, in_contents=False),
        ),
    )


def _made_from(auswahl: Auswahl, vocabulary: Vocabulary) -> str:
    if not auswahl.gemerkt:
        return made_for(auswahl.profil, vocabulary)
    town = f"Für {auswahl.profil.stadt} aus" if auswahl.profil.stadt else "Aus"
    count = len(auswahl.docnames)
    pages = "eine Seite" if count == 1 else f"{number(count)} Seiten"
    return f"{town} einem Merkzettel zusammengestellt: {pages}."


def made_for(profil: Profil, vocabulary: Vocabulary) -> str:
    """Return one line that says what the book was made from."""
    size = vocabulary.label("groessenklasse", profil.groessenklasse)
    people = f"{number(profil.einwohner)}{NO_BREAK}Einwohner, " if profil.einwohner else ""
    facts = [f"{people}{size}"]
    facts += [each.titel for each in profil.lagen]
    buildings = (vocabulary.label("gebaeudetyp", key) for key in profil.gebaeude)
    facts += [", ".join(buildings)] if profil.gebaeude else []
    if profil.stunden is not None:
        hours = "Stunde" if profil.stunden == 1 else "Stunden"
        facts.append(f"{number(profil.stunden)}{NO_BREAK}{hours} in der Woche")
    return f"Für {profil.stadt} zusammengestellt: {'; '.join(facts)}."


def _monday(auswahl: Auswahl, found: Excerpt) -> Iterator[b.Block]:
    """Yield what the entry pages say that has to be done next; else what the first step says.

    Entry pages may ask for the Selbstcheck; who comes from there goes on with its step.
    """
    entries, steps = auswahl.gruppen[0].gewaehlt, auswahl.gruppen[1].gewaehlt
    begun = auswahl.profil.beginn > 0 or not entries
    starts = [each.docname for each in (steps[:1] if begun else entries)]
    for leaf in found.leaves:
        if leaf.docname in starts:
            for block in walk(found.pages[leaf.docname]):
                if isinstance(block, b.NextStep):
                    title = "Am Montag" if len(starts) == 1 else f"Am Montag: {leaf.title}"
                    yield b.NextStep(_text(title), block.rows)


def _ways(auswahl: Auswahl) -> b.ListBlock:
    entries, steps = auswahl.gruppen[0].gewaehlt, auswahl.gruppen[1].gewaehlt
    lines = [("Lesen Sie zuerst: ", entries, ".")] if entries else []
    lines += [("Füllen Sie aus: ", _sheets(auswahl)[:1], ". Leere Felder sind erlaubt.")]
    lines += [("Beginnen Sie mit: ", steps[:1], ".")]
    items = [_paragraph(before, *_links(pages), after) for before, pages, after in lines if pages]
    after = "Nehmen Sie sich danach die nächste Zeile der Tabelle vor."
    items.append(_paragraph(after if items else "Lesen Sie die Seiten in der Folge der Tabelle."))
    if _sheets(auswahl):
        items.append(_paragraph(SEND_BACK))
    return b.ListBlock(b.ListStyle.ARABIC, tuple(b.ListItem((each,)) for each in items))


def _sheets(auswahl: Auswahl) -> tuple[Gewaehlt, ...]:
    return tuple(
        each
        for gruppe in auswahl.gruppen
        for each in gruppe.gewaehlt
        if isinstance(each.seite, Arbeitsblatt)
    )


def _links(pages: tuple[Gewaehlt, ...]) -> Iterator[b.Inline]:
    for index, each in enumerate(pages):
        yield from _text(" und ") if index else ()
        words = _text(each.seite.ueberschrift)
        yield b.InternalLink(words, anchor(each.docname), page=True)


def _reasons(gruppe: Gruppe) -> b.Table:
    rows = [
        (
            _paragraph(b.InternalLink(_text(each.seite.ueberschrift), anchor(each.docname))),
            _paragraph(each.grund),
            _paragraph(b.PageReference(anchor(each.docname))),
        )
        for each in gruppe.gewaehlt
    ]
    return _table((gruppe.titel, "Warum", "Seite"), rows, SIZES)


def _table(
    head: tuple[str, ...], rows: Iterable[tuple[b.Block, ...]], widths: tuple[int, ...]
) -> b.Table:
    first = b.Row(tuple(b.Cell((_paragraph(word),), header=True) for word in head))
    rest = (b.Row(tuple(b.Cell((block,)) for block in row)) for row in rows)
    return b.Table((first, *rest), widths, header_rows=1, summary=head[0])


# ---------------------------------------------------------------- what was left out


def _left_out(auswahl: Auswahl, library: Library) -> Iterator[b.Section]:
    """Yield the chapter; nothing if no rule has left out any page."""
    if auswahl.gemerkt:
        return
    where = next(iter(library.leaves.values()))
    intro: list[b.Inline] = [b.Text("Diese Seiten stehen im Handbuch")]
    if where.web:
        intro += [b.Text(": "), b.ExternalLink(_text(where.web), where.web)]
    intro.append(b.Text(". Sie fehlen hier, damit das Buch kurz bleibt."))
    tables = (_why_not(each, library) for each in auswahl.gruppen if each.weggelassen)
    yield _chapter("Was wir weggelassen haben", LEFT_OUT, (_paragraph(*intro), *tables))


def _why_not(gruppe: Gruppe, library: Library) -> b.Table:
    by_reason: dict[str, list[Gewaehlt]] = {}
    for each in gruppe.weggelassen:
        by_reason.setdefault(each.grund, []).append(each)
    rows = (
        (_paragraph(reason, role="note"), _paragraph(*_titles(pages, library), role="note"))
        for reason, pages in by_reason.items()
    )
    return _table(("Warum nicht", gruppe.titel), rows, (28, 72))


def _titles(pages: list[Gewaehlt], library: Library) -> Iterator[b.Inline]:
    for index, each in enumerate(pages):
        yield from _text("; ") if index else ()
        yield from outside(library, anchor(each.docname), _text(each.seite.ueberschrift))


def _about(library: Library) -> b.Section:
    return _chapter("Über dieses Arbeitsbuch", ABOUT, imprint(library.title), page=False)
