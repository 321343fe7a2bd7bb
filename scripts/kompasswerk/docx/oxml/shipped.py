"""Fingerprints of the text with which a workbook leaves the house.

Who reads it back compares: a paragraph whose fingerprint is not among them is somebody's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, wraps
from hashlib import sha256
from unicodedata import normalize

from ...model.formular import Stelle
from .base import Element
from .filled import blocks_of
from .form_manifest import LENGTH
from .told import TICKED, Control, Grid, Para

OFTEN = 500
"""Letters up to which a text is remembered."""
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff☐□]+")
_TICKS = re.compile("[☑☒]")
_HYPHENS = re.compile("[\u2010\u2011]")


def fixed_text(paragraph: Para) -> str:
    """Return what a paragraph says outside of its answers, check boxes and pictures and all."""
    said = [
        text
        for text, control, _ in paragraph.pieces
        if control is None or control.checked is not None or _is_text(control)
    ]
    if paragraph.pictures:
        said += [f" {picture_text(alt)}" for alt in paragraph.pictures]
    return "".join(said)


def picture_text(alt: str) -> str:
    """Return what stands for a picture with this alternative text, empty if it has none."""
    return f"(Bild: {alt})" if alt.strip() else "(Bild)"


def _is_text(control: Control) -> bool:
    """Whether a control is none of ours: LibreOffice makes some where a box began a paragraph."""
    return not control.hint and Stelle.read(control.tag) is None


def often_asked(answer: Callable[[str], str]) -> Callable[[str], str]:
    """Let a function remember what it answered to texts that are not long.

    The files of an edition say the same again and again; what somebody adds may fill no memory.
    """
    remembered = lru_cache(maxsize=10_000)(answer)

    @wraps(answer)
    def answered(text: str) -> str:
        return remembered(text) if len(text) <= OFTEN else answer(text)

    return answered


@often_asked
def fingerprint(text: str) -> str:
    """Return eight hexadecimal digits, the same however a program sets spaces; empty for none."""
    seen = "".join(text.split())
    if not seen.isascii():
        seen = _HYPHENS.sub("-", _TICKS.sub(TICKED, _UNSEEN.sub("", normalize("NFC", seen))))
    return sha256(seen.encode("utf-8", "replace")).hexdigest()[:LENGTH] if seen else ""


def shipped_text(body: Element, others: Iterable[Element] = ()) -> tuple[str, ...]:
    """Return the fingerprints of a document in order, then those of headers, footers and notes."""
    found = (fingerprint(fixed_text(each)) for part in (body, *others) for each in paras_of(part))
    return tuple(filter(None, found))


def paras_of(part: Element) -> Iterator[Para]:
    """Yield all paragraphs of a part, those in tables too."""
    for block in blocks_of(part):
        if isinstance(block, Grid):
            yield from (para for row in block.rows for cell in row for para in cell.paras)
        else:
            yield block
