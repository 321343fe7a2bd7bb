"""The comparison of a form with its page, for people: as text and as a page of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from html import escape

from ..model.findings import Severity
from .body_edit import TextChange
from .brackets import with_brackets
from .compare import Comparison, FieldChange

EMPTY = "(leer)"
NOTHING = "Der Bogen ändert nichts."
CONFLICT = "Widerspruch: In der Datei steht inzwischen"
_BEGIN = "(vor der ersten Überschrift)"
_HEAD = """<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Vergleich: {title}</title>
<style>
body {{ font: 1rem/1.5 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
  color: #1a1a1a; background: #fff; }}
h1, h2 {{ line-height: 1.2; }}
h2 {{ margin-top: 2rem; }}
table {{ border-collapse: collapse; width: 100%; }}
th, td {{ border: 1px solid #767676; padding: 0.4rem 0.6rem; text-align: left;
  vertical-align: top; overflow-wrap: anywhere; white-space: pre-line; }}
thead th {{ background: #eee; }}
tbody th {{ width: 20%; font-weight: 600; }}
del {{ background: #fbe3e0; color: #7a1410; }}
ins {{ background: #dff1e0; color: #0f4d1a; text-decoration-thickness: 0.1em; }}
.widerspruch {{ border-left: 0.3rem solid #b3261e; padding-left: 0.6rem; }}
</style>
</head>
<body>
<main>
"""
_FOOT = "</main>\n</body>\n</html>\n"


def as_text(comparison: Comparison) -> str:
    """Return all that is to be said of a form, to be read on a screen without formatting."""
    lines = [f"{comparison.title} ({comparison.path})", ""]
    for each in comparison.fields:
        lines += _field_lines(each)
    for change in comparison.texts:
        lines += _text_lines(change)
    if not comparison.fields and not comparison.texts:
        lines.append(NOTHING)
    for title, points in _sections(comparison):
        lines += ["", f"{title}:", *(f"  - {point}" for point in points)]
    return "\n".join(lines)


def as_page(comparison: Comparison) -> str:
    """Return the same as a page that any browser shows, with changed words marked."""
    title = escape(comparison.title)
    intro = f"<h1>{title}</h1>\n<p>{escape(comparison.path)}</p>\n"
    return _HEAD.format(title=title) + intro + body_of(comparison) + _FOOT


def body_of(comparison: Comparison) -> str:
    """Return what stands on that page below its title, to be put into another one."""
    parts = [
        f"<p>{NOTHING}</p>\n" if not comparison.fields and not comparison.texts else "",
        *_field_table(comparison.fields),
        *_text_table(comparison.texts),
    ]
    for title, points in _sections(comparison):
        items = "".join(f"<li>{escape(point)}</li>\n" for point in points)
        parts.append(f"<h2>{escape(title)}</h2>\n<ul>\n{items}</ul>\n")
    return "".join(parts)


def _sections(comparison: Comparison) -> Iterator[tuple[str, list[str]]]:
    """Yield the lists below the changes, without empty ones."""
    for severity, title in ((Severity.ERROR, "Bitte beheben"), (Severity.WARNING, "Hinweise")):
        found = [each for each in comparison.problems if each.severity is severity]
        if found:
            yield title, [f"{p.label}: {p.message}" if p.label else p.message for p in found]
    if comparison.comments:
        yield (
            "Offene Punkte aus Kommentaren",
            [f"zu „{c.passage}“: {c.text}" if c.passage else c.text for c in comparison.comments],
        )
    if comparison.lost:
        yield (
            "Geht verloren, weil Seiten es nicht kennen",
            [f"{each.what} in „{each.where}“" for each in comparison.lost],
        )
    if comparison.remarks:
        yield "Bitte beachten", list(comparison.remarks)


# ---------------------------------------------------------------- as text


def _field_lines(change: FieldChange) -> Iterator[str]:
    yield f"{change.label}:"
    yield f"  bisher: {_said(change.old)}"
    yield f"  neu:    {_said(change.new)}"
    if change.now is not None:
        yield f"  {CONFLICT}: {_said(change.now)}"


def _text_lines(change: TextChange) -> Iterator[str]:
    yield f"Der Text, {change.heading or _BEGIN}:"
    yield from (f"  - {line}" for block in change.old for line in _lines(block))
    yield from (f"  + {line}" for block in change.new for line in _lines(block))
    if change.now is not None:
        yield f"  {CONFLICT}:"
        yield from (f"  = {line}" for block in change.now for line in _lines(block))


def _lines(block: str) -> list[str]:
    return with_brackets(block).split("\n")


def _together(blocks: Iterable[str]) -> str:
    """Return blocks as they stand in Word, with roles in brackets."""
    return with_brackets("\n\n".join(blocks))


def _said(text: str) -> str:
    return " / ".join(text.split("\n")) if text else EMPTY


# ---------------------------------------------------------------- as a page


def _field_table(changes: Iterable[FieldChange]) -> Iterator[str]:
    rows = []
    for each in changes:
        old, new = marked(each.old, each.new)
        rows.append(_row(each.label, old or EMPTY, new or EMPTY, each.now))
    if rows:
        yield "<h2>Angaben</h2>\n"
        yield _table("Angabe", rows)


def _text_table(changes: Iterable[TextChange]) -> Iterator[str]:
    rows = []
    for each in changes:
        old, new = marked(_together(each.old), _together(each.new))
        now = None if each.now is None else _together(each.now)
        rows.append(_row(each.heading or _BEGIN, old or EMPTY, new or EMPTY, now))
    if rows:
        yield "<h2>Der Text</h2>\n"
        yield _table("Abschnitt", rows)


def _row(label: str, old: str, new: str, now: str | None) -> str:
    if now is not None:
        new += f'<p class="widerspruch">{CONFLICT}: {escape(now) or EMPTY}</p>'
    return f'<tr><th scope="row">{escape(label)}</th><td>{old}</td><td>{new}</td></tr>\n'


def _table(first: str, rows: Iterable[str]) -> str:
    heads = "".join(f'<th scope="col">{each}</th>' for each in (first, "Bisher", "Neu"))
    return f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{''.join(rows)}</tbody>\n</table>\n"


def marked(old: str, new: str) -> tuple[str, str]:
    """Return two texts as HTML, with the words that differ as ``<del>`` and ``<ins>``."""
    one, two = re.split(r"(\s+)", old), re.split(r"(\s+)", new)
    before, after = [], []
    for kind, a1, a2, b1, b2 in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        gone, come = escape("".join(one[a1:a2])), escape("".join(two[b1:b2]))
        same = kind == "equal"
        before.append(gone if same or not gone.strip() else f"<del>{gone}</del>")
        after.append(come if same or not come.strip() else f"<ins>{come}</ins>")
    return "".join(before), "".join(after)
