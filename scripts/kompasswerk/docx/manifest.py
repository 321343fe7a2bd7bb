"""Put into a Word file which edition it is and where its pages begin."""

from __future__ import annotations

from collections.abc import Mapping

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from ..buch.blocks import Book
from .oxml.manifest import Manifest, ManifestPage, manifest_part, store_part


def add_manifest(document: Document, book: Book, bookmarks: Mapping[str, str]) -> None:
    """Add the manifest of a book; pages without a bookmark are left out."""
    pages = tuple(
        ManifestPage(page.name, page.title, bookmarks[page.anchor])
        for page in book.pages
        if page.anchor in bookmarks
    )
    manifest = Manifest(book.number, book.state, book.date, book.edition, pages)
    package = document.part.package
    if package is None:
        return
    place = package.next_partname("/customXml/item%d.xml")
    number = place.idx
    item = Part(place, CONTENT_TYPE.XML, manifest_part(manifest), package)
    store = Part(
        PackURI(f"/customXml/itemProps{number}.xml"),
        CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES,
        store_part(),
        package,
    )
    item.relate_to(store, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    document.part.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)
