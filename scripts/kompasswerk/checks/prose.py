"""The words of a page that readers see, line by line, without markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..model.felder import Kind
from ..reading.formular import TABLE
from ..reading.pages import LoadedPage

SHOWN_OPTIONS = frozenset(
    {"label", "hilfe", "wer", "was", "bis", "werte", "vorgaben", "einheit", "alt"}
)
HEAD_ONLY = ("quellen", "bilder", "kontakt", "foerderung", "ort", "land", "kreis", "gemeinden")
"""Keys of the front matter that hold names, not sentences."""
WITHOUT_TITLE = frozenset(
    {"feld", TABLE, "figure", "image", "uebersicht", "objektpfad", "redaktionsstand", "aufnahme"}
)
"""Boxes whose argument is a key or a file, not a title."""
CODE = frozenset({"toctree", "katalog", "matrix", "karte", "code-block", "mermaid", "math"})
_FENCE = re.compile(r"\s*(`{3,}|~{3,}|:{3,})\s*(?:\{([^\s{}]+)\}\s*(.*)|(.*))$")
_OPTION = re.compile(r"\s*:([A-Za-z][\w-]*):\s*(.*)$")
_COLUMN = re.compile(r"\s*[a-z][a-z0-9-]*:([^|]*)(?:\|[^:]*:?(.*))?$")
_CODE = re.compile(r"``.+?``")
_ROLE = re.compile(r"\{([\w:+-]+)\}`([^`]*)`")
_TITLED = re.compile(r"(.*?)\s*<[^<>]*>$", re.DOTALL)
_REPLACED = (
    (re.compile(r"!?\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"<?https?://\S+"), " "),
    (re.compile(r"`[^`]*`"), " "),
    (re.compile(r"\{[#.][^}]*\}"), " "),
    (re.compile(r"^\s*(?:[-*+]|\d+\.|>|#{1,6})\s+(?:\[[ xX]\]\s+)?"), ""),
    (re.compile(r"\*+|(?<!\w)_+|_+(?!\w)|\\"), ""),
)


@dataclass(frozen=True)
class Line:
    """One line of a page: its number in the file, its words, whether it is running text."""

    number: int
    text: str
    running: bool = True


@dataclass
class _Fences:
    """The boxes that are open, innermost last: their closing mark and their name."""

    open: list[tuple[str, str]] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.open[-1][1] if self.open else ""

    def take(self, mark: str, name: str, rest: str) -> None:
        """Open or close a box with a line of marks."""
        if not name and not rest and self.open and self.open[-1][0] == mark:
            self.open.pop()
        elif name or mark[0] != ":":
            self.open.append((mark, name or "code-block"))


def lines_of(loaded: LoadedPage) -> Iterator[Line]:
    """Yield what readers see: texts of the front matter, then the body in order."""
    for entry in loaded.entries:
        shown = entry.field.kind in (Kind.TEXT, Kind.TEXTS) and entry.field.refers_to is None
        if shown and entry.key.partition(".")[0] not in HEAD_ONLY:
            yield Line(entry.line, plain(str(entry.value)), running=False)
    yield from _body(loaded.body, loaded.body_line)


def plain(text: str) -> str:
    """Return one line of Markdown as readers see it."""
    text = _ROLE.sub(_role, without_code(text))
    for pattern, instead in _REPLACED:
        text = pattern.sub(instead, text)
    return text.strip()


def without_code(text: str) -> str:
    """Return a line without what it quotes in double backticks, which is no markup."""
    return _CODE.sub(" ", text)


def _role(match: re.Match[str]) -> str:
    titled = _TITLED.fullmatch(match[2])
    if titled:
        return titled[1]
    return match[2] if match[1] == "term" else " "


def _body(body: str, first: int) -> Iterator[Line]:
    fences = _Fences()
    for number, line in enumerate(body.split("\n"), first):
        fence = _FENCE.fullmatch(line)
        if fence:
            mark, name, argument, rest = fence.groups()
            fences.take(mark, name or "", (rest or "").strip())
            if name and name not in WITHOUT_TITLE and argument:
                yield Line(number, plain(argument), running=False)
            continue
        if fences.name in CODE:
            continue
        yield from _text(line, number, fences.name)


def _text(line: str, number: int, box: str) -> Iterator[Line]:
    option = _OPTION.fullmatch(line) if box else None
    if option:
        if option[1] in SHOWN_OPTIONS:
            yield Line(number, plain(option[2]), running=False)
        return
    if box == TABLE:
        column = _COLUMN.fullmatch(line)
        text = " ".join(part or "" for part in column.groups()) if column else ""
        yield Line(number, plain(text), running=False)
    elif line.lstrip().startswith("|"):
        yield Line(number, plain(line.replace("|", " ")), running=False)
    else:
        yield Line(number, plain(line))
