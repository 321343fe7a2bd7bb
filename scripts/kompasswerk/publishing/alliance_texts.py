"""Taking the texts of the alliance's report back from Word, only where nobody's text is lost."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from ..bericht.texts import Text, read_texts
from ..bericht.word import FromWord, in_myst, read_report
from ..buch.placing import replace_file
from ..reading.refused import RefusedFileError
from ..redaktion.from_myst import blocks_of
from .returned import BROKEN, LINK
from .stoerung import in_german

DONE, FINDINGS, WRONG_USE = 0, 1, 2
NOT_MADE = "Zu diesem Stichtag gibt es noch keinen Bericht. Bitte erst ohne --aus-word aufrufen."


def take_texts(root: Path, *, file: Path, stichtag: date, take: bool = False) -> int:
    """Write texts into gaps and, with ``take``, in place of others; say what became of each.

    1 if something was not taken, 2 for a file that is not this report.
    """
    texts, unread = read_texts(root, stichtag)
    if unread:
        print(NOT_MADE, *unread, sep="\n", file=sys.stderr)
        return WRONG_USE
    try:
        if file.is_symlink():
            raise RefusedFileError(LINK)
        found = read_report(file, stichtag, texts)
    except (RefusedFileError, OSError) as error:
        print(in_german(error) if isinstance(error, OSError) else error, file=sys.stderr)
        return WRONG_USE
    except Exception as error:  # a damaged file from outside must not end in a traceback
        print(BROKEN.format(type(error).__name__), file=sys.stderr)
        return WRONG_USE
    kept = _write(root, found, texts, take)
    for each in found.comments:
        print(f"Kommentar zu „{each.passage}“: {each.text}")
    for line in found.remarks:
        print(line, file=sys.stderr)
    return FINDINGS if kept or found.remarks else DONE


def _write(root: Path, found: FromWord, texts: Mapping[str, Text], take: bool) -> bool:
    """Write the texts; return whether one that differs stayed as it was."""
    kept = False
    for key, body in found.bodies.items():
        text = texts[key]
        if not body or body == in_myst(each.piece for each in blocks_of(text.body)):
            continue
        if text.body and not take:
            print(f"In Word anders, bleibt vorerst: {text.path} (--uebernehmen ersetzt den Text)")
            kept = True
            continue
        replace_file(root / text.path, f"{body}\n".encode())
        print(f"Übernommen: {text.path}")
    return kept
