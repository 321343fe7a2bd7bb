"""Footnotes or endnotes as Word's own part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.parser import parse_xml
from docx.parts.story import StoryPart

from ..buch.blocks import NoteReference, Paragraph
from .emit import emit_all, flattened
from .inlines import raised
from .oxml import parts, text as xml
from .oxml.base import Element, serialized
from .oxml.paragraph import ParagraphLook, number_ids, paragraph, put_first
from .place import Place
from .relations import Relations

_RELATION = {"footnote": RELATIONSHIP_TYPE.FOOTNOTES, "endnote": RELATIONSHIP_TYPE.ENDNOTES}
_STEPS = 1_000_000_000  # about half a minute of LibreOffice 7.4
_FIRST_ID = 100_000  # ids of bookmarks and pictures in notes, far from those of the text


def costly_fields(items: Iterable[object]) -> bool:
    """Whether fields for notes cited again would keep LibreOffice busy for minutes.

    ``items`` is everything in a book that may cite notes.

    At every note it meets, it searches all notes for each such field that it has read: notes
    times notes times fields (measured with 7.4; see decision 0018). Word does not.
    """
    cited = Counter(item.note for item in items if isinstance(item, NoteReference))
    return len(cited) ** 2 * (cited.total() - len(cited)) > _STEPS


def add_notes(document: Document, place: Place) -> None:
    """Write the notes that were cited into the document, in order of their numbers."""
    kind = place.out.note_kind
    empty = parse_xml(serialized(parts.notes(kind, {})))
    name, content_type = PackURI(f"/word/{kind}s.xml"), parts.NOTES_TYPE.format(kind=kind)
    part = StoryPart(name, content_type, empty, document.part.package)
    inner = replace(
        place, relations=Relations(part), body=f"{kind} text", note=True, left=0, right=None
    )
    said = {number: _note(note, inner) for note, number in place.out.note_numbers.items()}
    root = parts.notes(kind, said)
    place.out.loosen(root)
    number_ids(root, _FIRST_ID)
    part._element = parse_xml(serialized(root))  # python-docx has no setter
    for key, relation in list(document.part.rels.items()):
        if relation.reltype in _RELATION.values():
            del document.part.rels[key]
    document.part.relate_to(part, _RELATION[kind])
    parts.refer_to_separators(document.settings.element, kind)


def _note(note: str, place: Place) -> list[Element]:
    blocks = list(flattened(place.out.notes[note]))
    if not blocks or not isinstance(blocks[0], Paragraph):
        blocks.insert(0, Paragraph(()))
    content = emit_all(blocks, place)
    mark = xml.note_mark(raised(place), place.out.note_kind)
    put_first(content[0], [mark, xml.text_run(" ", place.look)])
    if content[-1].tag != content[0].tag:
        content.append(paragraph(ParagraphLook(style=place.out.styles.paragraph(place.body))))
    return content
