"""What the text of a page consists of, as far as rules ask for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

_TITLED = re.compile(r"(?P<title>.*?)\s*<(?P<target>[^<>]+)>", re.DOTALL)
_OPENING_SOURCE = re.compile(r"(?:Quellen?:?\s*)?\{quelle\}`")
_CLOSING_SOURCES = re.compile(r"(?:\{quelle\}`[^`]*`\s*)+$")


@dataclass(frozen=True)
class Heading:
    """A heading of the page itself, not of a box in it."""

    level: int
    text: str
    line: int


@dataclass(frozen=True)
class Role:
    """A role such as ``{fall}`` with its text."""

    name: str
    content: str
    line: int

    @property
    def target(self) -> str:
        """Where it leads: the part in angle brackets, or else the whole text."""
        match = _TITLED.fullmatch(self.content)
        return (match["target"] if match else self.content).strip()

    @property
    def sources(self) -> tuple[str, ...]:
        """The keys that a source role names, in order."""
        return tuple(part.strip() for part in self.content.split(","))


@dataclass(frozen=True)
class Link:
    """The address of a Markdown link, as written."""

    address: str
    line: int


@dataclass(frozen=True)
class Picture:
    """A picture; ``alt`` is ``None`` or empty if nobody wrote an alternative text."""

    file: str
    alt: str | None
    line: int


@dataclass(frozen=True)
class Directive:
    """A directive with the text behind its name, its options and what is inside.

    ``skipped`` is how many lines its options take.
    """

    name: str
    argument: str
    line: int
    options: Mapping[str, str] = field(default_factory=dict)
    content: str = ""
    skipped: int = 0

    @property
    def links(self) -> tuple[str, ...]:
        """Web addresses that the directive itself leads to: buttons, cards, pictures."""
        found = [self.options.get("target", "")]
        if self.options.get("link-type", "url") == "url":
            found.append(self.options.get("link", ""))
        if self.name == "button-link":
            found.append(self.argument)
        return tuple(address for address in found if ":" in address)


class BlockKind(Enum):
    """How a block counts for rules about sources."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    TABLE = "table"
    DIRECTIVE = "directive"


@dataclass(frozen=True)
class Block:
    """One block of a flow; ``text`` keeps the markup of roles, ``section`` is its ``##``."""

    kind: BlockKind
    line: int
    section: str = ""
    text: str = ""
    sources: tuple[str, ...] = ()

    @property
    def opens_with_source(self) -> bool:
        """Whether the block begins with a source, perhaps after „Quelle:“."""
        return _OPENING_SOURCE.match(self.text) is not None

    @property
    def introduces(self) -> bool:
        """Whether the block ends with a colon (a source may follow it)."""
        return _CLOSING_SOURCES.sub("", self.text).rstrip().endswith(":")


@dataclass(frozen=True)
class Body:
    """The text of a page.

    ``flows`` are runs of neighbouring blocks: first the page's own, then one for each box
    or quotation in it. Everything else is in order of appearance, wherever it stands.
    ``html`` are the lines with raw HTML.
    """

    flows: tuple[tuple[Block, ...], ...] = ()
    headings: tuple[Heading, ...] = ()
    roles: tuple[Role, ...] = ()
    links: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()
    directives: tuple[Directive, ...] = ()
    html: tuple[int, ...] = ()

    def section_at(self, line: int) -> str:
        """Return the ``##`` heading above a line of the file, empty before the first."""
        above = [h.text for h in self.headings if h.level == 2 and h.line <= line]
        return above[-1] if above else ""
