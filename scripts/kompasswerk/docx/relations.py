"""Relations of a part: web addresses and pictures that its XML names by id."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from docx.image.image import Image
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.parts.story import StoryPart


@dataclass
class Relations:
    """Relations of one part (text or notes) of a Word document."""

    part: StoryPart
    links: dict[str, str] = field(default_factory=dict)
    drawings: dict[Path, str] = field(default_factory=dict)

    def link(self, url: str) -> str:
        """Return the relation of a web address; the same address has one relation."""
        if url not in self.links:
            # python-docx searches all relations for an equal one; that grows with the square.
            name = f"rIdLink{len(self.links) + 1}"
            self.part.load_rel(RELATIONSHIP_TYPE.HYPERLINK, url, name, is_external=True)
            self.links[url] = name
        return self.links[url]

    def picture(self, source: Path | bytes) -> tuple[str, Image]:
        """Return relation and measures of a PNG or JPEG; raises what python-docx raises."""
        if isinstance(source, Path):
            return self.part.get_or_add_image(str(source))
        return self.part.get_or_add_image(BytesIO(source))

    def drawing(self, path: Path) -> str:
        """Return the relation of an SVG file, which python-docx does not know."""
        if path not in self.drawings:
            package = self.part.package
            number = len(self.drawings) + 1
            stem = PackURI(self.part.partname).filename.removesuffix(".xml")
            name = PackURI(f"/word/media/{stem}-{number}.svg")
            part = Part(name, "image/svg+xml", path.read_bytes(), package)
            self.drawings[path] = self.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
        return self.drawings[path]
