"""Putting a file beside those that are there, since a person may have worked on them."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from ..buch.placing import replace_file


def put_beside(target: Path, blob: bytes) -> Path:
    """Write ``blob`` to ``target`` and return where it lies.

    Another file of that name stays: the new one is called „NAME (2)“, and so on. A file that
    holds the same bytes already is left as it is.
    """
    for number in count(2):
        if not target.exists():
            replace_file(target, blob)
            return target
        if target.is_file() and target.read_bytes() == blob:
            return target
        stem = target.stem.removesuffix(f" ({number - 1})")
        target = target.with_name(f"{stem} ({number}){target.suffix}")
    raise AssertionError  # count never ends
