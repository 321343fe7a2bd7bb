"""Which directives hold Markdown, and how their options are written."""

from __future__ import annotations

import re

# No Markdown inside, nothing that could need a source.
LITERAL = frozenset(
    {
        *("code", "code-block", "code-cell", "sourcecode", "literalinclude", "math", "mermaid"),
        *("toctree", "katalog", "matrix", "karte", "pilotstand", "feld", "feldtabelle"),
        *("uebersicht", "zahlen", "quellenverzeichnis", "gemeinden", "regeln", "angaben"),
        *("suchfeld", "seitenkarten", "neueste", "weg", "objektpfad"),
        *("redaktionsstand", "aufnahme"),
        *("raw", "eval-rst", "include", "csv-table", "zugangspruefung"),
    }
)
# Markdown inside that needs no source: the editors' judgement, captions, what to do next.
SILENT = frozenset({"einschaetzung", "naechster-schritt", "figure", "image", "seealso", "index"})
# Tables in directive form; like any table they are covered as a whole.
TABLES = frozenset({"list-table", "table"})
# Options that show a picture, with the option for its alternative text.
PICTURE_OPTIONS = {
    "img-top": "img-alt",
    "img-bottom": "img-alt",
    "img-background": "img-alt",
}
_OPTION = re.compile(r":([A-Za-z][\w-]*):(?:\s+(.*))?")
_YAML_OPTION = re.compile(r"([A-Za-z][\w-]*):(?:\s+(.*))?")


def take_options(content: str) -> tuple[dict[str, str], str, int]:
    """Return a directive's options, the text after them, and how many lines they took.

    Both forms count: ``:alt: …`` lines, and a block between two ``---`` lines.
    """
    lines = content.split("\n")
    fenced = lines[0].strip() == "---"
    pattern = _YAML_OPTION if fenced else _OPTION
    options: dict[str, str] = {}
    name, taken = "", int(fenced)
    for line in lines[taken:]:
        match = pattern.fullmatch(line.rstrip())
        if match:
            name = match.group(1)
            options[name] = (match.group(2) or "").strip()
        elif name and line[:1].isspace() and line.strip():
            options[name] = f"{options[name]} {line.strip()}".strip()
        else:
            break
        taken += 1
    if fenced and taken < len(lines) and lines[taken].strip() == "---":
        taken += 1
    return options, "\n".join(lines[taken:]), taken
