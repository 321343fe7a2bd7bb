"""Choices as people write them: other case, shortened, with a remark behind, as ticked boxes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..reading.wording import nearest, quoted
from .texts import cleaned, folded, on_one_line

EMPTY_BOXES, TICKED_BOXES = "☐□", "☑☒✓✔🗹🗷"
_BOX = re.compile(f"([{EMPTY_BOXES}{TICKED_BOXES}])")
_REMARK = re.compile(r"\s*[,;:.(–-]")


def read_choice(text: str, values: Sequence[str]) -> tuple[str | None, str]:
    """Return the value that a text means and a German doubt, empty if there is none.

    A unique beginning is enough. ``None`` with a doubt where no value or more than one is
    meant; ``None`` without where there are boxes and none is ticked.
    """
    boxes = ticked(text)
    if boxes is None:
        return _one(on_one_line(text), values)
    if len(boxes) == 1:
        return _one(boxes[0], values)
    return None, _several(boxes) if boxes else ""


def read_choices(text: str, values: Sequence[str]) -> tuple[tuple[str, ...] | None, str]:
    """Return the values that a text names, in their own order, and a German doubt.

    They are parted by „;“, „,“ or line ends; a value may hold commas itself. ``None`` where
    nothing is understood, and where there are boxes and none is ticked.
    """
    boxes = ticked(text)
    parts = boxes if boxes is not None else re.split(r"[;\n]", cleaned(text))
    found: list[str] = []
    unknown: list[str] = []
    for part in filter(None, map(on_one_line, parts)):
        for piece, value in _pieces(part, values):
            if value is None:
                unknown.append(piece)
            else:
                found.append(value)
    ordered = tuple(value for value in values if value in found)
    doubt = " ".join(_unknown(piece, values) for piece in unknown)
    return ordered or None, doubt


def ticked(text: str) -> tuple[str, ...] | None:
    """Return what stands behind ticked boxes, ``None`` for a text without boxes."""
    parts = _BOX.split(cleaned(text))
    if len(parts) == 1:
        return None
    pairs = zip(parts[1::2], parts[2::2], strict=True)
    return tuple(on_one_line(label).strip(" ,;") for box, label in pairs if box in TICKED_BOXES)


def _one(text: str, values: Sequence[str]) -> tuple[str | None, str]:
    value = _meant(text, values)
    if value is not None:
        return value, ""
    begun = [each for each in values if _opens(text, each)]
    others = [each for each in values if each not in begun and _names(text, each)]
    if begun and not others:
        value = max(begun, key=len)
        return value, f"{quoted(text)} ist als {quoted(value)} gelesen."
    return None, _several((*begun, *others)) if begun else _unknown(text, values)


def _meant(text: str, values: Iterable[str]) -> str | None:
    """Return the value that a text is, whatever its spelling, or the only one it begins."""
    known = tuple(values)
    if text in known:
        return text
    plain = folded(text).rstrip(" .")
    same = [each for each in known if folded(each).rstrip(" .") == plain]
    if not same and any(letter.isalpha() for letter in plain):
        same = [each for each in known if folded(each).startswith(plain)]
    return same[0] if len(same) == 1 else None


def _opens(text: str, value: str) -> bool:
    """Whether a text begins with a value and goes on with a remark."""
    rest = folded(text).removeprefix(folded(value))
    return rest != folded(text) and _REMARK.match(rest) is not None


def _names(text: str, value: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(folded(value))}(?!\w)", folded(text)) is not None


def _pieces(part: str, values: Sequence[str]) -> Iterator[tuple[str, str | None]]:
    """Yield each value that a run of words with commas names; the longest match counts."""
    words = part.split(",")
    start = 0
    while start < len(words):
        for end in range(len(words), start, -1):
            piece = ",".join(words[start:end]).strip()
            value = _meant(piece, values)
            if value is not None or end == start + 1:
                if piece:
                    yield piece, value
                start = end
                break


def _several(values: Iterable[str]) -> str:
    return f"Genannt sind {', '.join(map(quoted, values))}; gefragt ist eins."


def _unknown(text: str, values: Sequence[str]) -> str:
    near = nearest(text, values)
    hint = f" Gemeint ist vielleicht {quoted(near)}." if near else ""
    return f"{quoted(text)} steht nicht zur Wahl.{hint}"
