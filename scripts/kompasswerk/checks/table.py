"""The table of all rules for the editors' documentation."""

from __future__ import annotations

from ..reading.rules import Rule
from .run import ALL_RULES

BEGIN = "<!-- regeln:anfang -->"
END = "<!-- regeln:ende -->"


def rule_table() -> str:
    """Return the Markdown table of all rules in the order in which they are declared."""
    rows = (_row(rule) for rule in ALL_RULES)
    return "\n".join(
        ("| Kennung | Regel | Gewicht | Hilfe |", "| --- | --- | --- | --- |", *rows, "")
    )


def kept_table(text: str) -> str | None:
    """Return what stands between the two markers of a document, ``None`` if they are missing."""
    _, begin, rest = text.partition(BEGIN)
    table, end, _ = rest.partition(END)
    return table.strip() + "\n" if begin and end else None


def _row(rule: Rule) -> str:
    cells = (f"`{rule.id}`", rule.title, rule.severity.value.capitalize(), rule.help)
    return f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _cell(text: str) -> str:
    # Roles and HTML would be carried out where the table is shown.
    return text.replace("|", "\\|").replace("`…`", "…").replace("<", "\\<")
