"""Footnotes that somebody set in Word become sources of the page: both say what a text rests on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..docx.oxml.rich import NotePlace
from ..formular.texts import cleaned, folded
from .brackets import KEYS
from .felder_bogen import KEY
from .werte import Row

_URL = re.compile(r"https?://[^\s<>\"„“]+[^\s<>\"„“.,;:)\]]")
_NUMBER = re.compile(r"q([0-9]{1,3})")
_SAID = re.compile(r"(?:(?P<herausgeber>[^:,]{2,80}): )?(?P<titel>.+?)(?:, (?P<fundstelle>[^,]+))?")
_AROUND = " \t,;:.–-"
_NEW = (
    "Aus einer Fußnote ist die Quelle {} geworden: „{}“. Bitte prüfen Sie Titel, Herausgeber und "
    "Jahr."
)


@dataclass(frozen=True)
class NoteSources:
    """What notes are as sources.

    ``words`` stand in the text in place of each note, such as „[q3]“; ``rows`` are sources that
    the form did not name yet, ``remarks`` German sentences on them.
    """

    words: Mapping[NotePlace, str] = field(default_factory=dict)
    rows: tuple[Row, ...] = ()
    remarks: tuple[str, ...] = ()


def sources_of(notes: Mapping[NotePlace, str], rows: Sequence[Row]) -> NoteSources:
    """Return the sources that notes are, given those that the form names.

    A note that is a key, or says address or title of a source, means that source. Any other
    becomes a new one, read as „Herausgeber: Titel, Adresse oder Fundstelle“.
    """
    known = [dict(row) for row in rows]
    words, made, remarks = {}, [], []
    for place, note in notes.items():
        text = cleaned(note)
        keys = _keys_in(text) or _known(text, known)
        if not keys:
            source = _source(text, known)
            known.append(source)
            made.append(tuple(source.items()))
            keys = source[KEY]
            remarks.append(_NEW.format(keys, source["titel"]))
        words[place] = f"[{keys}]"
    return NoteSources(words, tuple(made), tuple(remarks))


def _keys_in(text: str) -> str:
    plain = text.strip("[] .")
    return plain if KEYS.fullmatch(plain) else ""


def _known(text: str, sources: Sequence[Mapping[str, str]]) -> str:
    """Return the key of the source that a note repeats, empty if it is new."""
    urls, plain = _URL.findall(text), folded(text.strip(_AROUND))
    for source in sources:
        if source.get("url") in urls or (plain and folded(source.get("titel", "")) == plain):
            return source.get(KEY, "")
    return ""


def _source(text: str, sources: Sequence[Mapping[str, str]]) -> dict[str, str]:
    matches = (_NUMBER.fullmatch(source.get(KEY, "")) for source in sources)
    number = max((int(match[1]) for match in matches if match), default=0) + 1
    url = next(iter(_URL.findall(text)), "")
    plain = " ".join((text.replace(url, "") if url else text).split()).strip(_AROUND)
    match = _SAID.fullmatch(plain)
    said = {key: part for key, part in match.groupdict("").items() if part} if match else {}
    if url and "fundstelle" in said:
        said["titel"] += f", {said.pop('fundstelle')}"
    titel = said.pop("titel", url or text)
    return {KEY: f"q{number}", "titel": titel, **said, **({"url": url} if url else {})}
