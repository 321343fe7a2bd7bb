"""One file: bytes to text, text to front matter and body, each with its first line."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from .notes import Notes, Place

LARGEST = 1_000_000
FENCE = "---"
BOM = "\ufeff"

# C0 and C1 controls, line breaks that only some programs see, switches of text direction.
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff"
    "\ud800-\udfff]"
)
_KEY_LINE = re.compile(r"[A-Za-z_][\w-]*:(\s|$)")


@dataclass(frozen=True)
class Parts:
    """A file in two parts; ``head`` is ``None`` if there is no closed front matter."""

    head: str | None
    head_line: int
    body: str
    body_line: int


def decode(data: bytes, place: Place, notes: Notes) -> str | None:
    """Return the text of a file, ``None`` with a finding that names the line if it is no UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = f"Das Zeichen 0x{data[error.start]:02X} ist kein UTF-8."
        notes.report(place.on(line), "kodierung", f"{found} Bitte die Datei als UTF-8 speichern.")
        return None


def split(text: str, place: Place, notes: Notes) -> Parts:
    r"""Return front matter and body, freed of what a YAML or Markdown parser stumbles over.

    Line breaks are ``\n``; control characters are gone and tabs of the front matter have
    become two blanks, each with one finding.
    """
    lines = clean(text, place, notes).split("\n")
    start = next((n for n, line in enumerate(lines) if line.strip()), 0)
    if lines[start].rstrip() != FENCE:
        message = "Der Kopf fehlt. Bitte in Zeile 1 mit „---“ beginnen und „art: …“ angeben."
        notes.report(place, "kopf", message)
        return Parts(None, 1, "\n".join(lines), 1)
    if start:
        message = "Vor dem Kopf stehen leere Zeilen. Bitte löschen, damit „---“ Zeile 1 ist."
        notes.report(place, "kopf", message)
        lines[: start + 1] = [FENCE, *lines[:start]]  # the head keeps its line numbers
    rest = range(start + 1, len(lines))
    end = next((n for n in rest if lines[n].rstrip() == FENCE), None)
    if end is None:
        message = "Der Kopf wird nicht geschlossen. Bitte nach den Angaben eine Zeile „---“ setzen."
        notes.report(place, "kopf", message)
        return Parts(None, 1, "", len(lines))
    head = without_tabs("\n".join(lines[1:end]), place.on(2), notes)
    body = _without_second_head(lines[end + 1 :], place.on(end + 2), notes)
    return Parts(head, 2, "\n".join(body), end + 2)


def has_control(text: str) -> bool:
    """Whether a value holds characters that nobody can see (line breaks and tabs are fine)."""
    return _CONTROL.search(text) is not None


def clean(text: str, place: Place, notes: Notes) -> str:
    r"""Return the text with ``\n`` as line break, without BOM and control characters.

    Umlauts that a Mac has taken apart (letter and dots) become one letter again (NFC).
    """
    if text.startswith(BOM):
        notes.report(
            place, "kodierung", "Am Anfang steht ein BOM. Bitte als UTF-8 ohne BOM speichern."
        )
        text = text.removeprefix(BOM)
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    found = _CONTROL.search(text)
    if found is None:
        return text
    lines = [n for n, line in enumerate(text.split("\n"), 1) if _CONTROL.search(line)]
    message = f"Steuerzeichen U+{ord(found.group()):04X}{_also(lines)}. Bitte löschen."
    notes.report(place.on(lines[0]), "steuerzeichen", message)
    return _CONTROL.sub("", text)


def without_tabs(text: str, place: Place, notes: Notes) -> str:
    """Return YAML text with two blanks for each tab; ``place.line`` is its first line."""
    tabbed = [n for n, line in enumerate(text.split("\n"), place.line) if "\t" in line]
    if tabbed:
        message = f"Tabulator im Kopf{_also(tabbed)}. Bitte durch zwei Leerzeichen ersetzen."
        notes.report(place.on(tabbed[0]), "tabulator", message)
    return text.replace("\t", "  ")


def _without_second_head(lines: list[str], place: Place, notes: Notes) -> list[str]:
    start = next((n for n, line in enumerate(lines) if line.strip()), len(lines))
    if start + 1 >= len(lines) or lines[start].rstrip() != FENCE:
        return lines
    if not _KEY_LINE.match(lines[start + 1]):
        return lines
    message = "Ein zweiter Kopf beginnt. Bitte alle Angaben in den ersten Kopf schreiben."
    notes.report(place.on(place.line + start), "kopf", message)
    rest = range(start + 1, len(lines))
    end = next((n for n in rest if lines[n].rstrip() == FENCE), start)
    return [""] * (end + 1) + lines[end + 1 :]


def _also(lines: list[int]) -> str:
    if len(lines) == 1:
        return ""
    shown = ", ".join(map(str, lines[1:6]))
    return f" (auch in Zeile {shown}{' und weiteren' if len(lines) > 6 else ''})"
