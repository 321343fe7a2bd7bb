"""What a slug and a web address must look like."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

from .wording import quoted

LONGEST_SLUG = 80
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+\.?")
# Windows cannot create files of these names, whatever their ending.
_DEVICES = frozenset({"con", "prn", "aux", "nul"}) | {
    f"{d}{n}" for d in ("com", "lpt") for n in range(10)
}
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def is_slug(text: str) -> bool:
    """Whether ``text`` may be a file's stem, an address or a key."""
    return len(text) <= LONGEST_SLUG and _SLUG.fullmatch(text) is not None and text not in _DEVICES


def slug_problem(text: str) -> str:
    """Return the German message for a text that is no slug, with the slug it could become."""
    plain = unicodedata.normalize("NFC", text).lower().translate(_UMLAUTS)
    ascii_only = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    better = re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")
    found = f"{quoted(text)} ist keine gültige Kennung."
    if is_slug(better):
        return f"{found} Bitte so: {better}."
    return f"{found} Bitte höchstens 80 Zeichen aus a–z, 0–9 und Bindestrich."


def address_problem(text: str) -> str | None:
    """Return what is wrong with a web address in German, with the way out; ``None`` if nothing."""
    if re.search(r"\s", text):
        return f"{quoted(text)} enthält Leerzeichen. Bitte als %20 schreiben oder löschen."
    try:
        parts = urlsplit(text)
        host, _port, scheme = parts.hostname or "", parts.port, parts.scheme
    except ValueError:
        return f"{quoted(text)} ist keine Web-Adresse. Bitte aus dem Browser kopieren."
    if scheme not in ("http", "https"):
        return f"{quoted(text)} beginnt nicht mit https:// oder http://. Bitte ergänzen."
    if "@" in parts.netloc:
        return f"{quoted(text)} enthält Zugangsdaten. Bitte den Teil vor dem @ löschen."
    if not _HOST.fullmatch(host):
        return f"{quoted(text)} nennt keinen gültigen Rechner. Bitte aus dem Browser kopieren."
    return None
