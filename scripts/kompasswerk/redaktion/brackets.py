"""Roles as editors type them in Word: ``[q1, q2]`` and ``[Fall: blank-jena]``."""

from __future__ import annotations

import re

NAMES = {
    "Quelle": "quelle",
    "Fall": "fall",
    "Pilot": "pilot",
    "Instrument": "instrument",
    "Programm": "programm",
    "Blatt": "blatt",
    "Schritt": "schritt",
    "Begriff": "term",
    "Seite": "doc",
}
_LABELS = {role: label for label, role in NAMES.items()}
_KEY = r"[a-z]{1,3}[0-9]{1,3}"
KEYS = re.compile(rf"{_KEY}(?:\s*[,;]\s*{_KEY})*")
"""Keys of sources, as editors list them."""
BRACKETS = re.compile(
    rf"\[(?:(?P<label>{'|'.join(NAMES)})\s*:\s*(?P<content>[^\[\]`\n]+?)\s*"
    rf"|(?P<keys>{_KEY}(?:\s*[,;]\s*{_KEY})*))\]"
)
_TYPED = re.compile(r"\{([a-z]+)\}`([^`\n]+)`")


def bracketed(role: str, content: str) -> str | None:
    """Return how a role stands in Word, ``None`` for one that has no place there."""
    label = _LABELS.get(role)
    if label is None:
        return None
    words = content.strip()
    if role == "quelle":
        keys = ", ".join(key.strip() for key in content.split(","))
        words = keys
        if KEYS.fullmatch(keys):
            return f"[{keys}]"
    text = f"[{label}: {words}]"
    return text if BRACKETS.fullmatch(text) else None


def as_role(match: re.Match[str]) -> str:
    """Return the role for what :data:`BRACKETS` has found, as files have it."""
    content = match["keys"] or match["content"]
    role = "quelle" if match["keys"] else NAMES[match["label"]]
    if role == "quelle":
        content = ",".join(key.strip() for key in re.split("[,;]", content))
    return f"{{{role}}}`{content}`"


def with_brackets(text: str) -> str:
    """Return a text in which roles that somebody typed as in a file stand in brackets."""
    return _TYPED.sub(lambda match: bracketed(match[1], match[2]) or match[0], text)
