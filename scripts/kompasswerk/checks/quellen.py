"""Rules about sources: defined, used, and named wherever something is claimed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..reading.body import Block, BlockKind
from ..reading.pages import LoadedPage
from ..reading.wording import nearest, quoted, way_out
from .registry import Found, Stock, Subject, page_rule

_MENTION = re.compile(r"""\bquelle:\s*['"]?([\w-]+)""")


@page_rule("quelle-unbekannt", "Verwendete Quellen sind angegeben")
def undefined(subject: Subject, stock: Stock) -> Iterator[Found]:
    """Jede Kennung nach „quelle“ steht auch unter „quellen“ im Kopf derselben Seite."""
    loaded = subject.loaded
    defined = _defined(loaded)
    uses = list(_uses(subject))
    if defined is None or not uses:
        return
    if not defined:
        line, place, _ = uses[0]
        message = "Die Seite verwendet Quellen, nennt aber keine. Bitte unter „quellen“ angeben."
        yield Found(line, place, message)
        return
    places: dict[str, list[tuple[int, str]]] = {}
    for line, place, key in uses:
        if key not in defined:
            places.setdefault(key, []).append((line, place))
    for key, (first, *others) in places.items():
        also = ", ".join(str(line) for line, _ in others[:5])
        found = f"Die Quelle {quoted(key)} ist nicht angegeben"
        found += f" (auch in Zeile {also})." if also else "."
        yield Found(*first, f"{found} {way_out(key, defined)}")


@page_rule("quelle-ungenutzt", "Angegebene Quellen werden verwendet")
def unused(subject: Subject, stock: Stock) -> Iterator[Found]:
    """Eine Quelle, auf die nichts verweist, wird gelöscht oder im Text genannt."""
    loaded = subject.loaded
    defined = _defined(loaded) or ()
    # Mentions in values that could not be read count too: one slip, one finding.
    used = {key for _, _, key in _uses(subject)} | set(_MENTION.findall(loaded.head))
    for key in defined:
        if key not in used:
            message = "Auf die Quelle verweist nichts. Bitte im Text nennen oder löschen."
            yield Found(loaded.line(f"quellen.{key}"), f"quellen.{key}", message)


@page_rule("zahl-ohne-quelle", "Jede Angabe des Steckbriefs nennt ihre Quelle")
def number_without_source(subject: Subject, stock: Stock) -> Iterator[Found]:
    """Jede dieser Angaben hat einen Schlüssel „quelle“ mit der Kennung einer Quelle.

    Das gilt für Einwohner, Zeitraum, Kosten, Förderung, Wirkung, Status, Standorte und Begriffe.
    """
    for entry in subject.loaded.entries:
        if not entry.field.needs_source or not isinstance(entry.value, dict):
            continue
        if f"{entry.key}.quelle" not in subject.loaded.lines:
            message = "Die Angabe nennt keine Quelle. Bitte „quelle: …“ ergänzen."
            yield Found(entry.line, entry.key, message)


@page_rule("absatz-ohne-quelle", "Jeder Absatz belegter Abschnitte nennt eine Quelle")
def paragraph_without_source(subject: Subject, stock: Stock) -> Iterator[Found]:
    """Gilt für Fälle (außer Übertragbarkeit), Pilotprojekte und Instrumente.

    Eine Liste oder Tabelle gilt als Ganzes: Es genügt eine Quelle darin, im Absatz direkt davor
    oder am Anfang des Absatzes direkt danach. Ein Absatz, der mit Doppelpunkt endet, ist durch
    die Quelle der folgenden Liste, Tabelle oder des folgenden Bausteins belegt. Ohne Quelle
    bleiben Bilder, Katalog, nächster Schritt und Einschätzung der Redaktion.
    """
    art = subject.loaded.art
    if art is None or not art.sourced:
        return
    for flow in subject.body.flows:
        for index, block in enumerate(flow):
            if not _claims(block) or not _needs_source(block.section, subject.loaded):
                continue
            before = flow[index - 1] if index else None
            after = flow[index + 1] if index + 1 < len(flow) else None
            if not _covered(block, before, after):
                what = _WHAT[block.kind]
                message = f"{what} nennt keine Quelle. Bitte am Ende {{quelle}}`…` ergänzen."
                yield Found(block.line, block.section, message)


_WHAT = {
    BlockKind.PARAGRAPH: "Der Absatz",
    BlockKind.LIST: "Die Liste",
    BlockKind.TABLE: "Die Tabelle",
}


def _claims(block: Block) -> bool:
    """Whether a block says something: a paragraph that is only a picture does not."""
    return block.kind in _WHAT and bool(block.text)


def _covered(block: Block, before: Block | None, after: Block | None) -> bool:
    if block.sources:
        return True
    if block.kind is BlockKind.PARAGRAPH:
        return block.introduces and after is not None and _needs_no_more(after)
    if before is not None and before.kind is BlockKind.PARAGRAPH and before.sources:
        return True
    return after is not None and after.kind is BlockKind.PARAGRAPH and after.opens_with_source


def _needs_no_more(after: Block) -> bool:
    # A list without a source gets a finding of its own; its introduction needs no second one.
    return after.kind in (BlockKind.DIRECTIVE, BlockKind.LIST, BlockKind.TABLE)


def _needs_source(section: str, loaded: LoadedPage) -> bool:
    """Whether paragraphs below this heading need a source; a misspelt heading counts as meant."""
    if loaded.art is None:
        return False
    headings = loaded.art.headings
    meant = section if section in headings else nearest(section, headings)
    return meant is not None and meant not in loaded.art.judged


def _defined(loaded: LoadedPage) -> tuple[str, ...] | None:
    """Return the keys of the page's sources, ``None`` if that part could not be read."""
    keys = [path.removeprefix("quellen.") for path in loaded.lines if path.startswith("quellen.")]
    names = tuple(key for key in keys if "." not in key)
    unreadable = loaded.art is None or ("quellen" in loaded.lines and not names)
    return None if unreadable else names


def _uses(subject: Subject) -> Iterator[tuple[int, str, str]]:
    """Yield line, place and key of each use: front matter first, then the text."""
    for entry in subject.loaded.entries:
        if entry.field.refers_to == "quelle" and isinstance(entry.value, str):
            yield entry.line, entry.key, entry.value
    for role in subject.body.roles:
        if role.name == "quelle":
            section = subject.body.section_at(role.line)
            yield from ((role.line, section, key) for key in role.sources)
