"""What of a worksheet goes into the report over towns, said on the sheet itself."""

from __future__ import annotations

from collections.abc import Iterable

from ..model.formular import IDENTIFYING, Blatt, Formularfeld

NOTHING = "Was Sie hier eintragen, bleibt bei Ihnen. Es geht nicht in den Bericht über die Städte."
ALL = "In den Bericht über die Städte gehen alle Angaben dieses Blatts."
ONLY = "In den Bericht über die Städte gehen nur: {}. Alles andere bleibt bei Ihnen."
ALL_BUT = "In den Bericht über die Städte gehen alle Angaben, nur diese nicht: {}."


def shared_note(sheet: Blatt) -> str:
    """Return one or two German sentences: what is shared or what is not, whichever is shorter.

    Fields that only say whose answers these are count as neither.
    """
    asked = [each for each in sheet.felder if each.key not in IDENTIFYING]
    shared = "; ".join(filter(None, map(_shared, asked)))
    kept = "; ".join(filter(None, map(_kept, asked)))
    if not shared:
        return NOTHING
    if not kept:
        return ALL
    return ALL_BUT.format(kept) if len(kept) < len(shared) else ONLY.format(shared)


def _shared(field: Formularfeld) -> str:
    columns = _labels(each for each in field.spalten if each.teilen)
    if field.teilen or (columns and len(columns) == len(field.spalten)):
        return _words(field)
    return f"{' und '.join(columns)} in „{field.label}“" if columns else ""


def _kept(field: Formularfeld) -> str:
    if field.teilen:
        return ""
    columns = _labels(each for each in field.spalten if not each.teilen)
    if field.spalten and len(columns) < len(field.spalten):
        return f"{', '.join(columns)} in „{field.label}“" if columns else ""
    return _words(field)


def _labels(columns: Iterable[Formularfeld]) -> list[str]:
    return [each.label for each in columns]


def _words(field: Formularfeld) -> str:
    """Return a question so that others can follow it on the same line."""
    return f"„{field.label}“" if field.label.endswith(("?", ".", "!")) else field.label
