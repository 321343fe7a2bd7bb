"""A template that people made in Word or LibreOffice: checked, opened, emptied of its text."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.parts.numbering import NumberingPart

import docx

from ..model.gestaltung import Gestaltung
from .messages import message
from .oxml import numbering, parts
from .oxml.base import find_all, serialized
from .oxml.pages import last_section
from .package import zipped
from .template import own_theme

_TYPES = "[Content_Types].xml"
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MACROS = (b"macroEnabled", b"vbaProject")
_STRICT = b"http://purl.oclc.org/ooxml/"
# What the looks of a document need; pictures, notes and comments of the old text do not stay.
_LOOKS = ("styles", "numbering", "settings", "fontTable", "theme", "webSettings", "customXml")
_EDGES = ("header", "footer")
_FAULTS = (PackageNotFoundError, KeyError, ValueError, AttributeError, SyntaxError, IndexError)


class TemplateError(Exception):
    """A file cannot serve as a template; ``text`` says why."""

    def __init__(self, kind: str, path: Path) -> None:
        super().__init__(message(kind, "de", what=path.name))
        self.kind = kind
        self.path = path

    def text(self, language: str) -> str:
        """Return the reason, in German for German projects."""
        return message(self.kind, language, what=self.path.name)


def open_template(path: Path, gestaltung: Gestaltung) -> Document:
    """Return the document or template (``.docx``, ``.dotx``) with its looks and nothing else.

    A theme and a part for lists are added where it has none, the theme from ``gestaltung``.
    Page, headers and footers stay in the last section of its body, which has no text any more.
    :class:`TemplateError` for what is missing, locked, damaged, strict or carries macros.
    """
    files = _files(path)
    try:
        document = docx.Document(BytesIO(zipped(files)))
        _clear(document)
        _complete(document, gestaltung)
    except _FAULTS as error:
        raise TemplateError("template_broken", path) from error
    return document


def _files(path: Path) -> dict[str, bytes]:
    """Return the parts of the package, a template's declared as those of a document."""
    try:
        with path.open("rb") as stream:
            if stream.read(8) == _OLD_OR_LOCKED:
                raise TemplateError("template_locked", path)
        with ZipFile(path) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
    except (FileNotFoundError, IsADirectoryError) as error:
        raise TemplateError("no_template", path) from error
    except (BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
        raise TemplateError("template_broken", path) from error
    kinds = files.get(_TYPES, b"")
    if any(mark in kinds for mark in _MACROS):
        raise TemplateError("template_macros", path)
    if any(_STRICT in blob[:4000] for name, blob in files.items() if name.endswith(".xml")):
        raise TemplateError("template_strict", path)
    return {**files, _TYPES: kinds.replace(b"template.main+xml", b"document.main+xml")}


def _clear(document: Document) -> None:
    part = document.part
    _only_the_page(document)
    parts.forget_the_file(document.settings.element)
    for key, relation in list(part.rels.items()):
        kind = relation.reltype.rpartition("/")[2]
        if kind not in (*_LOOKS, *_EDGES):
            del part.rels[key]


def _complete(document: Document, gestaltung: Gestaltung) -> None:
    part = document.part
    kinds = [relation.reltype for relation in part.rels.values()]
    if RELATIONSHIP_TYPE.NUMBERING not in kinds:
        name = PackURI("/word/numbering.xml")
        blob = serialized(numbering.root())
        lists = NumberingPart.load(name, CONTENT_TYPE.WML_NUMBERING, blob, part.package)
        part.relate_to(lists, RELATIONSHIP_TYPE.NUMBERING)
    if RELATIONSHIP_TYPE.THEME not in kinds:
        name = PackURI("/word/theme/theme1.xml")
        theme = Part(name, CONTENT_TYPE.OFC_THEME, own_theme(gestaltung), part.package)
        part.relate_to(theme, RELATIONSHIP_TYPE.THEME)


def _only_the_page(document: Document) -> None:
    """Remove the text; what remains is one section with the page and all that it inherits."""
    body = document.element.body
    sections = find_all(body, ".//w:sectPr[not(ancestor::w:sectPrChange)]")
    page = last_section(sections)
    for child in list(body):
        body.remove(child)
    body.append(page)
