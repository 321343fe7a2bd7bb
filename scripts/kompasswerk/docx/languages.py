"""Languages as Word names them."""

from __future__ import annotations

from .oxml.text import LEFTWARDS


def full_language(language: str) -> str:
    """Return a language with its region, as Word's spelling check wants it (``de-DE``)."""
    regions = {"de": "de-DE", "en": "en-GB", "fr": "fr-FR", "it": "it-IT", "es": "es-ES"}
    return regions.get(language.lower(), language.replace("_", "-"))


def runs_leftwards(language: str) -> bool:
    """Return whether a language is written from right to left."""
    return language.partition("-")[0].lower() in LEFTWARDS
