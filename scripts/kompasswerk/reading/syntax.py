"""YAML's own complaints in words that an editor understands."""

from __future__ import annotations

import yaml

QUOTE_IT = "Bitte den ganzen Text in einfache Anführungszeichen setzen: 'Text: mehr Text'."

# (part of the parser's message, what it means, whether the line is where the construct began)
_MEANINGS = (
    ("mapping values are not allowed", f"Ein Doppelpunkt steht mitten im Text. {QUOTE_IT}", False),
    (
        "while scanning a quoted scalar",
        "Ein Anführungszeichen wird nicht geschlossen. Bitte am Ende des Textes ergänzen.",
        True,
    ),
    (
        "while parsing a flow",
        "In der Klammer fehlt ein Komma oder die schließende Klammer, oder ein Text darin "
        "braucht Anführungszeichen. Bitte ergänzen.",
        True,
    ),
    (
        "while scanning a simple key",
        "In dieser Zeile fehlt ein Doppelpunkt. Bitte als „schlüssel: Text“ schreiben "
        "oder den Text einrücken.",
        True,
    ),
    (
        "cannot start any token",
        "Ein Text darf nicht mit @, % oder ` beginnen. Bitte in Anführungszeichen setzen.",
        False,
    ),
    (
        "while scanning an a",  # "an alias", "an anchor"
        "Ein Text darf nicht mit * oder & beginnen. Bitte in Anführungszeichen setzen.",
        True,
    ),
    (
        "while scanning a block scalar",
        "Nach | oder > darf in derselben Zeile nichts stehen. Bitte den Text in die nächste "
        "Zeile rücken oder das Zeichen löschen.",
        True,
    ),
    (
        "while parsing a block",
        "Die Einrückung stimmt nicht, oder nach einem Text in Anführungszeichen folgt noch "
        "etwas. Bitte prüfen.",
        False,
    ),
    (
        "escape",
        "In doppelten Anführungszeichen hat \\ eine besondere Bedeutung. Bitte einfache "
        "Anführungszeichen verwenden.",
        False,
    ),
)
_OTHERWISE = "Der Kopf ist kein gültiges YAML. Bitte Einrückung und Anführungszeichen prüfen."


class ComposeError(Exception):
    """The text cannot become a tree; carries the line, the rule and the German message."""

    def __init__(self, line: int, rule: str, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.rule = rule
        self.message = message


def explain(error: Exception, first_line: int) -> ComposeError:
    """Return the parser's error as ours, with the file's line that most likely needs mending."""
    problem_mark = getattr(error, "problem_mark", None)
    start_mark = getattr(error, "context_mark", None)
    said = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    for part, meaning, at_start in _MEANINGS:
        if part in said:
            mark = start_mark if at_start and start_mark is not None else problem_mark
            return ComposeError(_line(mark, first_line), "yaml", meaning)
    return ComposeError(_line(problem_mark, first_line), "yaml", _OTHERWISE)


def _line(mark: yaml.Mark | None, first_line: int) -> int:
    return first_line + (int(mark.line) if mark is not None else 0)
