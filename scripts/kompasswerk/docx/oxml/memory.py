"""Read the body of Word files that are alike: each passage that was read before is known.

Workbooks that towns send back are mostly the text that all of them got. A passage is a paragraph
or a table in the bytes of the file; what it says depends on nothing but them and on the names
that the beginning of the file declares. So only passages that no file had before are parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import chain
from secrets import token_hex
from typing import NamedTuple

from lxml import etree

from .base import NAMESPACES, parse
from .filled import blocks_of
from .told import Grid, Para

LONGEST = 4 * 2**20
"""Bytes of a body that are read this way, several times those of a workbook."""
MOST = 8 * 2**20
"""Bytes of passages after which those are forgotten that nobody has read since the last time."""
BESIDES = 100
"""Bytes that count for a passage beside its own."""
_HEAD = re.compile(rb"(?:\xef\xbb\xbf)?(?:<\?xml[^<>]*\?>)?\s*<w:document(?:\s[^<>]*)?>\s*<w:body>")
_END = b"</w:body></w:document>"
_AROUND = re.compile(rb"<(/?)w:(?:tbl|sdt|txbxContent)[\s/>]")
_PARAGRAPH_END = b"</w:p>"
_OPAQUE = b"<!"
"""How comments and CDATA begin, which may hold markup that is none."""
_SAVED = re.compile(
    rb"""(<w:(?:p|r|tr|sectPr))(?:\s(?:w:rsid\w*|w14:paraId|w14:textId)="[0-9A-F]{8}")+"""
)
"""Numbers that Word gives to whatever was saved at a time; they tell nothing."""
_NUMBERS = (b"w:rsid", b"w14:paraId", b"w14:textId")
"""What stands in each of these; other programs write none."""
_count_marks = etree.XPath(
    "count(/w:document/w:body[1]/w:p[w:pPr/w:pStyle/@w:val=$name])", namespaces=NAMESPACES
)
Blocks = tuple[Para | Grid, ...]
Key = tuple[bytes, bytes]
"""A digest of the beginning of a file, which declares names, and a passage."""


class Divided(NamedTuple):
    """The bytes of a body: what is before its first passage, then its passages in order."""

    head: bytes
    passages: Sequence[bytes]


class Memory:
    """Reads bodies and remembers their passages; several files may declare names differently."""

    def __init__(self) -> None:
        self._fresh: dict[Key, Blocks] = {}
        self._earlier: dict[Key, Blocks] = {}
        self._size = 0
        # Nobody who makes a file can guess it, so that no file has it.
        self._name = f"x{token_hex(16)}"
        self._mark = f'<w:p><w:pPr><w:pStyle w:val="{self._name}"/></w:pPr></w:p>'.encode()

    def blocks_of(self, blob: bytes) -> Iterator[Para | Grid]:
        """Yield what :func:`.filled.blocks_of` yields for the root of a part, in the same order.

        Raises :class:`SyntaxError` for broken XML, before it yields anything.
        """
        divided = _divided(blob)
        said = self._said(divided) if divided else None
        if divided is None or said is None:
            return blocks_of(parse(blob))
        return chain.from_iterable(map(said.__getitem__, divided.passages))

    def _said(self, divided: Divided) -> Mapping[bytes, Blocks] | None:
        """Return what each passage says; ``None`` if they are no passages after all."""
        said: dict[bytes, Blocks] = {}
        strange: list[bytes] = []
        names = sha256(divided.head).digest()
        for passage in dict.fromkeys(divided.passages):
            blocks = self._recall((names, passage))
            if blocks is None:
                strange.append(passage)
            else:
                said[passage] = blocks
        read = self._read(divided.head, strange) if strange else []
        if read is None:
            return None
        for passage, blocks in zip(strange, read, strict=True):
            said[passage] = blocks
            self._keep((names, passage), blocks)
        return said

    def _recall(self, key: Key) -> Blocks | None:
        blocks = self._fresh.get(key)
        if blocks is None:
            blocks = self._earlier.get(key)
            if blocks is not None:
                self._keep(key, blocks)
        return blocks

    def _keep(self, key: Key, blocks: Blocks) -> None:
        if self._size > MOST:
            self._earlier, self._fresh, self._size = self._fresh, {}, 0
        self._fresh[key] = blocks
        self._size += len(key[1]) + BESIDES

    def _read(self, head: bytes, passages: Sequence[bytes]) -> list[Blocks] | None:
        """Return the blocks of each passage, ``None`` if one is not whole or leads into the next.

        A mark before, between and after them stands in the body only if all are whole: neither
        ends within an element, comment or bookmark that it has begun.
        """
        marked = self._mark.join((b"", *passages, b""))
        try:
            root = parse(head + marked + _END)
        except SyntaxError:
            return None
        if _count_marks(root, name=self._name) != len(passages) + 1:
            return None
        groups: list[list[Para | Grid]] = []
        for block in blocks_of(root):
            if not (isinstance(block, Para) and block.style == self._name):
                groups[-1].append(block)
            elif block.marks:
                return None
            else:
                groups.append([])
        return [tuple(group) for group in groups[:-1]]


def _divided(blob: bytes) -> Divided | None:
    """Return the passages of a body; ``None`` for a file that is written in an unusual way."""
    body = blob.rstrip()
    head = _HEAD.match(body)
    usual = head is not None and body.endswith(_END) and len(body) <= LONGEST
    if head is None or not usual or _OPAQUE in body:
        return None
    content = body[head.end() : -len(_END)]
    if any(number in content for number in _NUMBERS):
        content = _SAVED.sub(rb"\1", content)
    return Divided(head[0], tuple(_cut(content)))


def _cut(content: bytes) -> Iterator[bytes]:
    """Yield content cut behind each paragraph and table that stands in no other element of Word.

    A wrong cut does no harm: it is found when the passages are read.
    """
    start = 0
    for end in _ends(content):
        yield content[start:end]
        start = end
    yield content[start:]


def _ends(content: bytes) -> Iterator[int]:
    position = depth = 0
    for found in _AROUND.finditer(content):
        if depth == 0:
            yield from _paragraph_ends(content, position, found.start())
        depth = max(depth + (-1 if found[1] else 1), 0)
        position = found.end()
        if depth == 0 and found[0] == b"</w:tbl>":
            yield position
    yield from _paragraph_ends(content, position, len(content))


def _paragraph_ends(content: bytes, start: int, stop: int) -> Iterator[int]:
    while (found := content.find(_PARAGRAPH_END, start, stop)) >= 0:
        start = found + len(_PARAGRAPH_END)
        yield start
