"""The few words that the Word document itself says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Labels:
    """Words of one language; the defaults are German."""

    contents: str = "Inhalt"
    part: str = "Teil"
    page: str = "Seite"
    of: str = "von"
    table: str = "Tabelle"
    figure: str = "Abbildung"
    listing: str = "Quelltext"
    done: str = "Erledigt"


ENGLISH = Labels("Contents", "Part", "Page", "of", "Table", "Figure", "Listing", "Done")


def labels_for(language: str) -> Labels:
    """Return the words of a BCP 47 language; German ones where we have none."""
    return ENGLISH if language.lower().startswith("en") else Labels()


def full_language(language: str) -> str:
    """Return a language with its region, as Word's spelling check wants it (``de-DE``)."""
    regions = {"de": "de-DE", "en": "en-GB", "fr": "fr-FR", "it": "it-IT", "es": "es-ES"}
    return regions.get(language.lower(), language)
