"""How much room blocks want on paper, roughly and rather too much.

What is kept together on one page but longer than a page would run out of it and be lost.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from ..buch.blocks import CodeBlock, Figure, IndexList, MathBlock, Paragraph
from .walk import TITLED, plain, walk

LINE = 96
"""Letters of a line across the whole width."""
PICTURE, FORMULA, TITLE = 38, 4, 2
"""Lines that a picture may take, a formula, a title with its distances."""


def lines_of(nodes: object, letters: int = LINE) -> int:
    """Return the lines that blocks take where ``letters`` characters fit side by side."""
    return math.ceil(sum(_own(node, max(letters, 1)) for _, node in walk(nodes)))


def _own(node: object, letters: int) -> float:
    lines: float = TITLE if isinstance(node, TITLED) else 0
    match node:
        case Paragraph():
            lines = _wrapped([plain(node.children)], letters) + 0.4
        case CodeBlock():
            lines = _wrapped(node.text.splitlines(), letters) + 2
        case Figure():
            lines = PICTURE
        case MathBlock():
            lines = FORMULA + node.latex.count("\\\\")
        case IndexList():
            lines = len(node.entries)
    return lines


def _wrapped(lines: Iterable[str], letters: int) -> int:
    return sum(max(math.ceil(len(line) / letters), 1) for line in lines)
