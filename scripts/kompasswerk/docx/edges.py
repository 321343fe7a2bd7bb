"""Parts for headers and footers."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.parser import parse_xml
from docx.parts.story import StoryPart

from .oxml import parts
from .oxml.base import Element, serialized


@dataclass(frozen=True)
class Edge:
    """A kind of line at the edge of the page: name of root and file, types of part and relation."""

    root: str
    name: str
    content_type: str
    relation: str


HEADER = Edge("w:hdr", "header", CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER)
FOOTER = Edge("w:ftr", "footer", CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER)


def add_edge(document: Document, kind: Edge, content: list[Element]) -> str:
    """Add a header or footer to the document and return the relation that names it."""
    package = document.part.package
    name = package.next_partname(f"/word/{kind.name}%d.xml") if package else PackURI("/")
    root = parse_xml(serialized(parts.edge(kind.root, content)))
    return document.part.relate_to(StoryPart(name, kind.content_type, root, package), kind.relation)
