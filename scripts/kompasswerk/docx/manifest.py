"""Put into a Word file what it is: its edition and pages, its worksheets and their fields."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from itertools import groupby

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

import docx

from ..buch.blocks import Book
from .oxml import form_manifest as forms, manifest as editions, page_source
from .oxml.base import Element, parse
from .oxml.custom_properties import (
    CONTENT_TYPE as PROPERTIES,
    RELATION,
    properties_part,
    read_properties,
)
from .oxml.form_manifest import FormField, FormManifest, FormSheet, form_part, properties_of
from .oxml.manifest import Manifest, ManifestPage, manifest_part, store_part
from .oxml.page_source import PageSource, source_part
from .oxml.shipped import shipped_text
from .package import repacked


def add_manifest(document: Document, book: Book, bookmarks: Mapping[str, str]) -> None:
    """Add the manifest of a book; pages without a bookmark are left out."""
    pages = tuple(
        ManifestPage(page.name, page.title, bookmarks[page.anchor])
        for page in book.pages
        if page.anchor in bookmarks
    )
    manifest = Manifest(book.number, book.state, book.date, book.edition, pages)
    _add_part(document, manifest_part(manifest), editions.NAMESPACE)


def add_form_manifest(document: Document, book: Book, fields: Iterable[FormField]) -> None:
    """Add which sheets and fields the file holds; nothing if there are none.

    LibreOffice drops the part on the way through ODT; properties repeat what only it knows.
    """
    sheets = tuple(_sheets(book, fields))
    if sheets:
        shipped = shipped_text(document.element, _around(document))
        manifest = FormManifest(book.number, book.town, book.ags, sheets, shipped)
        _add_part(document, form_part(manifest), forms.NAMESPACE)
        _add_properties(document, manifest)


def with_source(blob: bytes, source: PageSource) -> bytes:
    """Return a form that says of which page it was made."""
    document = docx.Document(BytesIO(blob))
    _add_part(document, source_part(source), page_source.NAMESPACE)
    package = document.part.package
    for relation in package.rels.values() if package is not None else ():
        if relation.reltype == RELATION:
            part = relation.target_part
            said = read_properties(parse(part.blob))
            page = {page_source.PAGE: source.path, page_source.MARK: source.mark}
            part._blob = properties_part(said | page)
    buffer = BytesIO()
    document.save(buffer)
    return repacked(buffer.getvalue())


def _around(document: Document) -> Iterator[Element]:
    """Yield the roots of headers, footers and notes."""
    found = {part.partname: part for part in document.part.related_parts.values()}
    for name in sorted(found):
        if posixpath.basename(name).startswith(("header", "footer", "footnotes", "endnotes")):
            yield parse(found[name].blob)


def _add_properties(document: Document, manifest: FormManifest) -> None:
    package = document.part.package
    if package is None:
        return
    for key, relation in list(package.rels.items()):
        if relation.reltype == RELATION:  # what a template says of itself
            del package.rels[key]
    blob = properties_part(properties_of(manifest))
    place = PackURI("/docProps/custom.xml")
    package.relate_to(Part(place, PROPERTIES, blob, package), RELATION)


def _sheets(book: Book, fields: Iterable[FormField]) -> Iterable[FormSheet]:
    known = {sheet.slug: sheet for sheet in book.sheets}
    for slug, found in groupby(fields, key=lambda field: field.place.partition(".")[0]):
        version, title = (known[slug].version, known[slug].titel) if slug in known else ("", "")
        yield FormSheet(slug, version, title, tuple(found))


def _add_part(document: Document, blob: bytes, namespace: str) -> None:
    """Add a custom XML part with the properties that Word asks of it."""
    package = document.part.package
    if package is None:
        return
    place = package.next_partname("/customXml/item%d.xml")
    item = Part(place, CONTENT_TYPE.XML, blob, package)
    store = Part(
        PackURI(f"/customXml/itemProps{place.idx}.xml"),
        CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES,
        store_part(namespace),
        package,
    )
    item.relate_to(store, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    document.part.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)
