"""The command ``tabelle``: worksheets as tables for typing, with their description as data."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path

from ..buch.placing import replace_file
from ..formular.csv_file import write_csv
from ..formular.field_list import field_list
from ..formular.places import by_slug
from ..formular.schema import schema_of
from ..formular.xlsx_form import write_xlsx
from ..model.formular import Blatt
from ..reading.blaetter import read_sheets
from ..reading.files import load_bestand
from ..reading.wording import nearest
from .build import OUTPUT

DONE, WRONG_USE = 0, 2
FOLDER = "tabellen"
LIST = "felder.md"
Runner = Callable[[Callable[[Path], int], argparse.Namespace], int]


class UnknownSheetError(Exception):
    """No worksheet has this name; the message is a German sentence."""


def add_forms(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], in_project: Runner
) -> None:
    """Add the command ``tabelle``."""
    parser = commands.add_parser("tabelle", help="Arbeitsblätter als Tabelle zum Abtippen")
    parser.add_argument("blatt", nargs="*", help="zum Beispiel selbstcheck; ohne Namen alle")
    parser.add_argument("--wurzel", type=Path, metavar="DIR", help="Projektordner")
    parser.set_defaults(
        command=lambda options: in_project(partial(tabelle, names=options.blatt), options)
    )


def tabelle(root: Path, *, names: Sequence[str] = ()) -> int:
    """Write the named worksheets, or all, as CSV, Excel and JSON Schema, with a list of fields."""
    try:
        sheets = choose_sheets(read_sheets(load_bestand(root)), names)
    except UnknownSheetError as error:
        print(error, file=sys.stderr)
        return WRONG_USE
    folder = root / OUTPUT / FOLDER
    for sheet in sheets:
        schema = json.dumps(schema_of(sheet), ensure_ascii=False, indent=1) + "\n"
        replace_file(folder / f"{sheet.slug}.csv", write_csv(sheet))
        replace_file(folder / f"{sheet.slug}.xlsx", write_xlsx(sheet))
        replace_file(folder / f"{sheet.slug}.schema.json", schema.encode())
    replace_file(folder / LIST, f"# Felder der Arbeitsblätter\n\n{field_list(sheets)}".encode())
    count = "1 Arbeitsblatt" if len(sheets) == 1 else f"{len(sheets)} Arbeitsblätter"
    print(f"{count} als Tabelle: {folder.relative_to(root).as_posix()}")
    return DONE


def choose_sheets(sheets: Sequence[Blatt], names: Collection[str]) -> Sequence[Blatt]:
    """Return the sheets of these names in their order, all if there are no names.

    :class:`UnknownSheetError` for a name that no sheet has.
    """
    known = by_slug(sheets)
    wanted = {name.strip().rpartition("/")[2].removesuffix(".md") for name in names}
    for name in sorted(wanted - known.keys()):
        near = nearest(name, known)
        hint = f"Meinen Sie „{near}“?" if near else f"Möglich sind: {', '.join(known)}."
        raise UnknownSheetError(f"Das Arbeitsblatt „{name}“ gibt es nicht. {hint}")
    return [sheet for sheet in sheets if not wanted or sheet.slug in wanted]
