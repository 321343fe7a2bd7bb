"""What the Word part says to editors: German in German projects, English in all others."""

from __future__ import annotations

from collections.abc import Mapping

from ..buch.remarks import in_language

TEXTS: Mapping[str, tuple[str, str]] = {
    "picture": (
        "{what}: Das Bild lässt sich nicht lesen ({why}).",
        "{what}: The picture cannot be read ({why}).",
    ),
    "not_in_book": (
        "„{what}“ steht nicht im Buch; Verweise darauf sind Text.",
        "“{what}” is not in the book; references to it are plain text.",
    ),
    "anchor_twice": (
        "Die Sprungmarke „{what}“ gibt es mehrfach; nur die erste gilt.",
        "The target “{what}” exists more than once; only the first counts.",
    ),
    "index_nowhere": (
        "Das Register nennt „{what}“; diese Stelle gibt es im Buch nicht.",
        "The index names “{what}”, which is not in the book.",
    ),
    "link_nowhere": (
        "Der Verweis „{what}“ zeigt auf „{where}“; diese Stelle gibt es im Buch nicht. "
        "Er steht als einfacher Text da.",
        "The reference “{what}” points to “{where}”, which is not in the book. It is plain text.",
    ),
    "page_nowhere": (
        "Eine Seitenzahl soll zu „{what}“ führen; diese Stelle gibt es im Buch nicht. "
        "Statt der Zahl steht ein Fragezeichen da.",
        "A page number should lead to “{what}”, which is not in the book. "
        "A question mark stands in for it.",
    ),
    "note_missing": (
        "Die Fußnote „{what}“ fehlt; ihr Zeichen wurde ausgelassen.",
        "The footnote “{what}” is missing; its number was left out.",
    ),
    "note_in_note": (
        "Die Fußnote „{what}“ steht nur in einer anderen; ihr Text folgt in Klammern.",
        "The footnote “{what}” is cited only in another one; its text follows in brackets.",
    ),
    "formula": (
        "Die Formel „{what}“ lässt sich nicht setzen; sie steht als LaTeX da.",
        "The formula “{what}” cannot be set; it stands as LaTeX.",
    ),
    "styles": (
        "Der Word-Vorlage {what} fehlen Formatvorlagen; ergänzt wurden: {names}.",
        "The Word template {what} lacks styles; these were added: {names}.",
    ),
    "no_template": (
        "Die Word-Vorlage „{what}“ gibt es nicht.",
        "There is no Word template “{what}”.",
    ),
    "template_macros": (
        "Die Word-Vorlage „{what}“ enthält Makros oder eingebettete Programme. "
        "Bitte speichern Sie sie in Word als .dotx.",
        "The Word template “{what}” holds macros or embedded programs. "
        "Please save it in Word as .dotx.",
    ),
    "template_locked": (
        "Die Word-Vorlage „{what}“ ist mit einem Passwort geschützt oder hat das alte Format "
        ".doc oder .dot. Bitte speichern Sie sie ohne Passwort als .dotx.",
        "The Word template “{what}” is locked by a password or of the old format .doc or .dot. "
        "Please save it without a password as .dotx.",
    ),
    "template_strict": (
        "Die Word-Vorlage „{what}“ hat das Format „Strict Open XML“. "
        "Bitte speichern Sie sie in Word als gewöhnliche .dotx.",
        "The Word template “{what}” is of the format “Strict Open XML”. "
        "Please save it in Word as a usual .dotx.",
    ),
    "template_broken": (
        "Die Word-Vorlage „{what}“ ist beschädigt oder keine Word-Datei (.docx, .dotx).",
        "The Word template “{what}” is damaged or no Word file (.docx, .dotx).",
    ),
}
"""Kind → sentence in German and in English."""


def message(kind: str, language: str, **values: str) -> str:
    """Return the sentence of a kind of ``TEXTS`` with its gaps filled."""
    return in_language(TEXTS[kind], language).format(**values)
