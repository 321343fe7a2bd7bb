"""What the PDF part says to editors: German in German books, English in all others."""

from __future__ import annotations

from collections.abc import Mapping

from ..buch.remarks import in_language

TEXTS: Mapping[str, tuple[str, str]] = {
    "font": (
        "gestaltung.yaml: schrift: pdf: Die Schrift „{what}“ fehlt; eine andere steht da.",
        "kompass_gestaltung: schrift: pdf: The font “{what}” is missing; another one stands in.",
    ),
    "link": (
        "{where}: Der Verweis auf „{what}“ führt ins Leere; er steht als Text da.",
        "{where}: The reference to “{what}” leads nowhere; it is plain text.",
    ),
    "page": (
        "{where}: Die Seitenangabe zu „{what}“ führt ins Leere; dort steht „?“.",
        "{where}: The page number of “{what}” leads nowhere; a question mark stands in for it.",
    ),
    "formula": (
        "{where}: Die Formel „{what}“ ist unlesbar; LaTeX steht da.",
        "{where}: The formula “{what}” cannot be read; it stands as LaTeX.",
    ),
    "note": (
        "{where}: Die Fußnote „{what}“ hat keinen Text; sie fehlt im PDF.",
        "{where}: The footnote “{what}” has no text; it is left out.",
    ),
    "language": (
        "{where}: Die Sprache „{what}“ ist unbekannt; sie fehlt im PDF.",
        "{where}: The language “{what}” is unknown; the PDF does not name it.",
    ),
    "anchor_twice": (
        "{where}: Die Sprungmarke „{what}“ gibt es zweimal; Verweise führen zur ersten.",
        "{where}: The target “{what}” exists twice; references lead to the first.",
    ),
    "picture_missing": (
        "{where}: Bild {what} fehlt. Es steht nur sein Text da.",
        "{where}: The picture {what} is missing. Its text alone is kept.",
    ),
    "picture_kind": (
        "{where}: Bild {what} ist weder PNG noch JPEG noch SVG. Es steht nur sein Text da.",
        "{where}: The picture {what} is neither PNG nor JPEG nor SVG. Its text alone is kept.",
    ),
    "picture_broken": (
        "{where}: Bild {what} ist beschädigt oder enthält Zeichen, die keine Schrift hat. "
        "Es steht nur sein Text da.",
        "{where}: The picture {what} is damaged or has signs that no font has. "
        "Its text alone is kept.",
    ),
    "sign": (
        "{where}: Keine Schrift hat das Zeichen {what}. Im PDF steht dafür „{instead}“.",
        "{where}: No font has the sign {what}. “{instead}” stands in for it.",
    ),
    "more_signs": (
        "{where}: Weitere {what} Zeichen hat keine Schrift. Im PDF stehen dafür ihre Codes.",
        "{where}: No font has {what} more signs. Their codes stand in for them.",
    ),
    "lent": (
        "{where}: Die mitgelieferten Schriften haben {what} nicht. Eine Schrift dieses Rechners "
        "steht da; anderswo kann das Buch anders aussehen. Überall gleich wird es mit "
        "„pip install kompasswerk[schriften]“.",
        "{where}: The fonts of the package lack {what}. A font of this machine stands in; "
        "elsewhere the book may look different. “pip install kompasswerk[schriften]” "
        "makes it the same everywhere.",
    ),
}
"""Kind → sentence in German and in English."""


def message(kind: str, book_language: str, **values: str) -> str:
    """Return the sentence of a kind of ``TEXTS`` with its gaps filled."""
    return in_language(TEXTS[kind], book_language).format(**values)
