"""The command ``schreiben``: letters pre-filled from the answers of a town, as Word files."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from ..buch.blocks import (
    Block,
    Book,
    FactBox,
    Inline,
    LineBreak,
    ListBlock,
    ListItem,
    ListStyle,
    Mark,
    Paragraph,
    Part,
    Section,
    Span,
    Text,
)
from ..docx.write import docx_bytes
from ..formular.filling import Teil
from ..formular.letters import VORLAGEN, Schreiben, Vorlage, write_letter
from ..formular.passages import Absatz, NoPassageError
from ..formular.places import by_slug
from ..reading.blaetter import read_sheets
from ..reading.files import load_bestand
from ..reading.refused import RefusedFileError
from .beside import put_beside
from .build import OUTPUT
from .returned import read_return

DONE, FINDINGS, WRONG_USE = 0, 1, 2
FOLDER = "schreiben"
TEMPLATE = "_templates/word/kompass.docx"
KINDS = {
    **{each: (each,) for each in VORLAGEN},
    **{
        sheet: tuple(n for n, each in VORLAGEN.items() if each.blatt == sheet)
        for sheet in dict.fromkeys(each.blatt for each in VORLAGEN.values())
    },
}
"""What can be asked for: one letter, or all that a sheet holds by the name of the sheet."""
Runner = Callable[[Callable[[Path], int], argparse.Namespace], int]


def add_letters(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], in_project: Runner
) -> None:
    """Add the command ``schreiben``."""
    parser = commands.add_parser("schreiben", help="Brief, Beschlussvorlage, Exposé vorausfüllen")
    parser.add_argument("datei", type=Path, help="ausgefüllte Datei")
    parser.add_argument("--art", choices=KINDS, required=True, help="was geschrieben wird")
    parser.add_argument("--wurzel", type=Path, metavar="DIR", help="Projektordner")
    parser.set_defaults(
        command=lambda options: in_project(
            partial(schreiben, file=options.datei, art=options.art), options
        )
    )


def schreiben(root: Path, *, file: Path, art: str) -> int:
    """Write the letters of a kind; say where they lie, how many gaps they have, what to mind."""
    loaded = load_bestand(root)
    sheets = read_sheets(loaded)
    texts = {each.slug: each.body for each in loaded.pages}
    notes: dict[str, None] = {}
    try:
        answers = read_return(file, sheets)
        for name in KINDS[art]:
            text = texts.get(VORLAGEN[name].blatt, "")
            letter = write_letter(VORLAGEN[name], text, answers, by_slug(sheets))
            target = root / OUTPUT / FOLDER / f"{file.stem}-{name}.docx"
            done = put_beside(target, letter_as_word(VORLAGEN[name], letter, root / TEMPLATE))
            gaps = "1 Lücke" if letter.luecken == 1 else f"{letter.luecken} Lücken"
            print(f"{done.relative_to(root).as_posix()} ({gaps})")
            notes |= dict.fromkeys(letter.hinweise)
    except (RefusedFileError, NoPassageError) as error:
        print(error, file=sys.stderr)
        return WRONG_USE
    for note in notes:
        print(note)
    return DONE


def letter_as_word(vorlage: Vorlage, letter: Schreiben, template: Path) -> bytes:
    """Return the Word file of a letter; the same letter gives the same bytes."""
    return docx_bytes(as_book(vorlage.name, letter), template=template, cover=False)


def as_book(name: str, letter: Schreiben) -> Book:
    """Return a letter as a book of one page, without contents and numbers.

    Below an address the title is the line that says what the letter is about, else a heading.
    """
    title = _inlines(letter.titel)
    body = tuple(_blocks(letter.absaetze))
    if letter.anschrift:
        above = (Paragraph(_inlines(line)) for line in letter.anschrift)
        subject = Paragraph((Span(title, Mark.STRONG),))
        return Book(name, (Part((), (*above, subject, *body)),))
    facts = tuple(((Text(label),), (Paragraph(_inlines((said,))),)) for label, said in letter.kopf)
    box = (FactBox((), facts),) if facts else ()
    return Book(name, (Part((), (Section(1, title, (*box, *body), in_contents=False),)),))


def _blocks(paragraphs: Iterable[Absatz]) -> Iterable[Block]:
    items: list[ListItem] = []
    for each in paragraphs:
        block = Paragraph(_inlines(each.teile), "note" if each.klein else "body")
        if each.nummer:
            items.append(ListItem((block,)))
            continue
        if items:
            yield ListBlock(ListStyle.ARABIC, tuple(items))
            items = []
        yield block
    if items:
        yield ListBlock(ListStyle.ARABIC, tuple(items))


def _inlines(parts: Iterable[Teil]) -> tuple[Inline, ...]:
    return tuple(inline for part in parts for inline in _inline(part))


def _inline(part: Teil) -> Iterable[Inline]:
    if part.text == "\n":
        yield LineBreak()
        return
    text: Inline = Text(part.text)
    if part.luecke:
        yield Span((text,), Mark.BADGE)
    elif part.fett or part.kursiv:
        yield Span((text,), Mark.STRONG if part.fett else Mark.EMPHASIS)
    else:
        yield text
