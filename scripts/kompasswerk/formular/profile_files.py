"""Profiles from files: the project's YAML, and the saved answers of the Selbstcheck."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from ..reading.nodes import Items, Node, Pairs, Scalar, compose
from ..reading.notes import Notes, Place
from ..reading.refused import RefusedFileError
from ..reading.split import LARGEST, clean, decode, without_tabs
from ..reading.syntax import ComposeError
from ..reading.wording import way_out
from .json_file import answers_in
from .profile import FIELDS, Angabe, ProfilError
from .selbstcheck_fragen import QUESTIONS, SHEET

ASKED = ("stadt", "groessenklasse", "stunden", "lage", "beginn")
"""Fields of the Selbstcheck that a profile takes as they are."""


def read_profile_file(path: Path) -> dict[str, Angabe]:
    """Return what a file says: YAML by ``.yaml`` or ``.yml``, else answers of the Selbstcheck.

    :class:`ProfilError` with a German line for each fault; nothing of the file is believed.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        raise ProfilError(f"{path.name}: Die Datei ist nicht lesbar. Bitte prüfen.") from error
    if len(data) > LARGEST:
        raise ProfilError(f"{path.name}: Die Datei ist größer als 1 MB. Das ist kein Profil.")
    if path.suffix.lower() not in (".yaml", ".yml"):
        return _from_answers(path.name, data)
    notes, place = Notes(), Place(path.name)
    text = decode(data, place, notes)
    if text is None:
        raise ProfilError(_said(notes))
    return _from_yaml(without_tabs(clean(text, place, notes), place, notes), place, notes)


def _from_yaml(text: str, place: Place, notes: Notes) -> dict[str, Angabe]:
    try:
        root = compose(text, place, notes)
    except ComposeError as error:
        raise ProfilError(f"{place.path}:{error.line}: {error.message}") from error
    if not isinstance(root, Pairs):
        raise ProfilError(f"{place.path}: Hier stehen keine Angaben. Bitte so: stadt: Pößneck.")
    found: dict[str, Angabe] = {}
    for key, value in root.pairs:
        here = place.at(key.text, key.line)
        if key.text not in FIELDS:
            hint = way_out(key.text, FIELDS).replace("Meintest du", "Meinen Sie")
            notes.report(here, "schluessel-unbekannt", f"Diese Angabe gibt es nicht. {hint}")
            continue
        texts = tuple(_texts(value, here, notes))
        if texts:
            found[key.text] = Angabe(texts, f"{place.path}:{key.line}: {key.text}")
    if notes.findings:
        raise ProfilError(_said(notes))
    return found


def _texts(value: Node, place: Place, notes: Notes) -> Iterator[str]:
    for item in value.items if isinstance(value, Items) else (value,):
        if isinstance(item, Scalar):
            yield from (item.text,) if not item.empty else ()
        else:
            notes.report(place, "form", "Bitte ein Wort oder eine Liste von Wörtern.")


def _said(notes: Notes) -> str:
    return "\n".join(
        ": ".join(filter(None, (f"{each.path}:{each.line}", each.key, each.message)))
        for each in notes.findings
    )


def _from_answers(name: str, blob: bytes) -> dict[str, Angabe]:
    answers = _answers(name, blob)
    found = {
        key: Angabe((str(answers[key]),), f"{name}: {SHEET}.{key}")
        for key in ASKED
        if isinstance(answers.get(key), str | Decimal) and str(answers[key]).strip()
    }
    question = first_gap(answers)
    if "beginn" not in found and question:
        step = str(QUESTIONS[question - 1][1])
        found["beginn"] = Angabe((step,), f"{name}: {SHEET}")
        found["frage"] = Angabe((str(question),), f"{name}: {SHEET}")
    return found


def _answers(name: str, blob: bytes) -> Mapping[str, Any]:
    """Return the answers of the Selbstcheck by key; nothing else of the file is looked at."""
    try:
        said = answers_in(name, blob)
    except RefusedFileError as error:
        raise ProfilError(str(error)) from error
    before = f"{SHEET}."
    return {k.removeprefix(before): each for k, each in said.items() if k.startswith(before)}


def first_gap(answers: Mapping[str, Any]) -> int:
    """Return the number of the first question with „nein“, else with „teilweise“, else 0."""
    for wanted in ("nein", "teilweise"):
        for number, (key, _) in enumerate(QUESTIONS, 1):
            if answers.get(key) == wanted:
                return number
    return 0
