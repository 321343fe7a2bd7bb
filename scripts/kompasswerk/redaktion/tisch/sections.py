"""The text of a page in sections, each below a heading, so that it can be edited in parts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ...reading.markdown import markdown_parser
from ..from_myst import siblings


@dataclass(frozen=True)
class Section:
    """A part of the text; together the parts hold every letter of it.

    ``heading`` is empty for what stands before the first heading. ``line`` is the heading as the
    file has it, empty for a heading that the file does not have yet. ``before`` and ``after`` are
    the empty lines around ``text``. ``new`` says that the file had no text here.
    """

    heading: str
    line: str = ""
    before: str = ""
    text: str = ""
    after: str = ""
    new: bool = False

    @property
    def source(self) -> str:
        """The section as it stands in the file."""
        return self.line + self.before + self.text + self.after

    def saying(self, text: str) -> Section:
        """Return the section with a new text; one that says the same stays to the letter.

        A heading that the file lacks comes with its first words, and stays without them.
        """
        words = text.replace("\r\n", "\n").strip("\n").rstrip()
        if words == self.text:
            return self
        if self.text:
            return replace(self, text=words)
        line = self.line or (f"## {self.heading}" if self.heading else "")
        head = f"{line.rstrip()}\n\n" if line else ""
        return Section(self.heading, head, "", words, "\n", new=True)


def sections_of(body: str, headings: Sequence[str]) -> tuple[Section, ...]:
    """Return the sections of a text in order, with those that its kind of page asks for.

    A heading of ``headings`` that the text lacks stands where it belongs, without a line. The
    part before the first heading is there only if it says something.
    """
    lines = body.split("\n")
    starts = [
        (token.map[0], token.map[1], inner[0].content)
        for token, inner in siblings(markdown_parser().parse(body))
        if token.type == "heading_open" and token.tag == "h2" and token.map and inner
    ]
    bounds = [*(start for start, _, _ in starts), len(lines)]
    first = _section("", "", _lines(lines, 0, bounds[0]))
    found = [
        _section(heading, _lines(lines, start, end), _lines(lines, end, bounds[number + 1]))
        for number, (start, end, heading) in enumerate(starts)
    ]
    return (first, *_with_missing(found, headings))


def joined(sections: Iterable[Section]) -> str:
    """Return the text; what is new has an empty line before it and behind."""
    text, before = "", False
    for section in sections:
        gap = (before or section.new) and section.source and text.strip()
        if gap and not text.endswith("\n\n"):
            text += "\n" if text.endswith("\n") else "\n\n"
        text += section.source
        before = section.new or (before and not section.source)
    return text


def _lines(lines: Sequence[str], start: int, end: int) -> str:
    """Return lines with their ends; the last line of the text has none."""
    text = "\n".join(lines[start:end])
    return f"{text}\n" if start < end < len(lines) else text


def _section(heading: str, line: str, rest: str) -> Section:
    text = rest.strip("\n").rstrip()
    if not text:
        return Section(heading, line, after=rest)
    at = rest.index(text)
    return Section(heading, line, rest[:at], text, rest[at + len(text) :])


def _with_missing(found: list[Section], headings: Sequence[str]) -> list[Section]:
    there = {each.heading for each in found}
    for number, heading in enumerate(headings):
        if heading in there:
            continue
        behind = set(headings[:number])
        at = max((n + 1 for n, each in enumerate(found) if each.heading in behind), default=0)
        found.insert(at, Section(heading))
    return found
