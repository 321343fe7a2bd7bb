"""A book becomes a PDF file."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import typst

from ..buch.blocks import (
    Book,
    InlineMath,
    InternalLink,
    MathBlock,
    NoteReference,
    PageReference,
    Span,
)
from ..buch.cover import has_cover
from ..buch.faces import stage_fonts
from ..buch.placing import replace_file
from ..buch.words import Words, words_for
from ..model.gestaltung import Gestaltung
from . import document, glyphs
from .compiling import Compiled, compile_book, unreadable, unsettable
from .errors import PdfError
from .fonts import EMBEDDED, Faces, faces, with_machine
from .formulas import formula_of
from .marks import anchor_labels, double_anchors
from .messages import message
from .pictures import stage
from .place import Place
from .syntax import language
from .walk import walk

TEMPLATE = Path(__file__).parent / "vorlage" / "kompass.typ"
BESIDE = (".typ", ".png", ".jpg", ".jpeg", ".svg")


@dataclass(frozen=True)
class PdfResult:
    """A written PDF. ``warnings`` are sentences, each with its place in the book."""

    path: Path
    pages: int
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Order:
    """What one call of ``write_pdf`` is asked for."""

    book: Book
    template: Path
    gestaltung: Gestaltung
    timestamp: int | None
    words: Words
    cover: bool
    fonts: tuple[Path, ...]
    machine_fonts: bool


def write_pdf(
    book: Book,
    target: Path,
    *,
    gestaltung: Gestaltung,
    template: Path | None = None,
    timestamp: int | None = None,
    words: Words | None = None,
    cover: bool | None = None,
    fonts: tuple[Path, ...] = (),
    machine_fonts: bool = False,
) -> PdfResult:
    """Write the book as PDF/UA-1 and PDF/A-2a; the same input gives the same bytes.

    The document's date is ``book.date``, or ``timestamp`` (seconds since 1970) if given.
    ``words`` defaults to those of the book's language. ``cover`` asks for title page,
    imprint page and contents; ``None`` gives them to books of more than one chapter.
    ``fonts`` are folders with more fonts; with ``machine_fonts``, those of the machine lend
    what no other font has, and the bytes depend on it. ``template`` replaces our
    ``kompass.typ``; it may import ours as ``vorgabe.typ`` and change single functions. Typst
    files and pictures beside it may be used by it.

    ``PdfError`` if it cannot be set; the target is then as it was before.
    """
    with_cover = has_cover(book) if cover is None else cover
    own = words or words_for(book.language)
    look = (template or TEMPLATE, gestaltung)
    order = Order(book, *look, timestamp, own, with_cover, fonts, machine_fonts)
    with tempfile.TemporaryDirectory(prefix="kompass-pdf-") as name:
        folder = Path(name).resolve()
        stage_fonts(folder / "schriften")
        _stage_template(order.template, folder)
        compiled, warnings = _compose(order, folder, _choose_type(order, folder))
    replace_file(target, compiled.data)
    return PdfResult(target, compiled.pages, warnings)


@dataclass(frozen=True)
class Type:
    """Fonts of a book: what stands for missing characters, what the machine's fonts lend."""

    faces: Faces
    replaced: Mapping[str, str]
    borrowed: frozenset[str] = frozenset()


def _choose_type(order: Order, folder: Path) -> Type:
    asked = glyphs.characters(order.book, " ".join(asdict(order.words).values()))
    staged = folder / "schriften"
    chosen = faces(staged, order.fonts, asked)
    families = (order.gestaltung.schrift["pdf"], *chosen.families, *EMBEDDED)
    missing = glyphs.lacking(asked, folder, families, chosen.fonts)
    wanted = missing - glyphs.LOOKALIKES.keys() - set("".join(glyphs.LOOKALIKES.values()))
    if not order.machine_fonts or not wanted:
        return Type(chosen, glyphs.substitutes(missing))
    wider = with_machine(staged, order.fonts, chosen)
    lent = wanted - glyphs.lacking(wanted, folder, families, wider.fonts)
    return Type(wider if lent else chosen, glyphs.substitutes(missing - lent), frozenset(lent))


@dataclass(frozen=True)
class Refused:
    """What Typst could not set: names of staged pictures, formulas in LaTeX."""

    pictures: frozenset[str] = frozenset()
    formulas: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.pictures or self.formulas)


def _compose(
    order: Order, folder: Path, chosen: Type, refused: Refused | None = None
) -> tuple[Compiled, tuple[str, ...]]:
    """Return the finished PDF and the warnings.

    Where Typst refuses pictures or formulas, their texts stand in for them.
    """
    fonts = chosen.faces.fonts
    without = refused or Refused()
    staged = stage(order.book, folder, without.pictures)
    place = Place(
        labels=anchor_labels(order.book),
        pictures=staged.names,
        substitutes=chosen.replaced,
        families=chosen.faces.families,
        notes=frozenset(order.book.notes),
        refused=without.formulas,
        words=order.words,
        contents_depth=order.book.contents_depth,
        lists=order.book.lists,
    )
    _write_sources(order, place, folder)
    try:
        compiled = compile_book(folder, fonts)
    except PdfError:
        found = _refused(order.book, staged.names.values(), folder, fonts)
        if refused is not None or not found:
            raise
        return _compose(order, folder, chosen, found)
    warnings = (
        *_font_warning(order.gestaltung.schrift["pdf"], fonts, order.book.language),
        *staged.warnings,
        *glyphs.warnings(order.book, chosen.replaced),
        *glyphs.borrowed_warnings(order.book, chosen.borrowed),
        *_reference_warnings(order.book, place),
    )
    return compiled, warnings


def _refused(
    book: Book, pictures: Iterable[str | None], folder: Path, fonts: typst.Fonts
) -> Refused:
    latex = {node.latex for _, node in walk(book) if isinstance(node, InlineMath | MathBlock)}
    shown = {each: formula_of(each, Place()) for each in sorted(latex)}
    return Refused(
        unreadable([name for name in pictures if name], folder, fonts),
        unsettable({each: math for each, math in shown.items() if math}, folder, fonts),
    )


def _write_sources(order: Order, place: Place, folder: Path) -> None:
    main = document.source(order.book, place, cover=order.cover)
    values = document.values(order.book, place, order.gestaltung, order.timestamp)
    (folder / "main.typ").write_text(main, encoding="utf-8")
    (folder / "werte.typ").write_text(values, encoding="utf-8")


def _stage_template(template: Path, folder: Path) -> None:
    """Lay our template out, ``kompass.typ`` as ``vorgabe.typ`` too, and the asked one over it."""
    if not template.is_file():
        raise PdfError(f"{template}: Die Vorlage für das PDF fehlt.")
    for beside in (TEMPLATE.parent, template.parent):
        for path in sorted(beside.iterdir()):
            if path.suffix.lower() in BESIDE and path.is_file():
                shutil.copyfile(path, folder / path.name)
    shutil.copyfile(TEMPLATE, folder / "vorgabe.typ")
    shutil.copyfile(template, folder / "kompass.typ")


def _font_warning(family: str, fonts: typst.Fonts, spoken: str) -> Iterator[str]:
    if family not in fonts.families():
        yield message("font", spoken, what=family)


def _reference_warnings(book: Book, place: Place) -> Iterator[str]:
    """Yield what leads nowhere or cannot be expressed."""
    for where, node in walk(book):
        fault = _fault(node, place)
        if fault is not None:
            kind, what = fault
            yield message(kind, book.language, where=where, what=what)
    for where, name in double_anchors(book):
        yield message("anchor_twice", book.language, where=where, what=name)


def _fault(node: object, place: Place) -> tuple[str, str] | None:
    """Return kind and subject of the message about a node; ``None`` if all is well."""
    match node:
        case InternalLink(anchor=anchor) if anchor not in place.labels:
            return "link", anchor
        case PageReference(anchor=anchor) if anchor not in place.labels:
            return "page", anchor
        case InlineMath(latex=latex) | MathBlock(latex=latex) if formula_of(latex, place) is None:
            return "formula", latex.strip()
        case NoteReference(note=note) if note not in place.notes:
            return "note", note
        case Span(language=str(tag)) if language(tag) is None:
            return "language", tag
    return None
