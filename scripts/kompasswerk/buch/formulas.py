"""LaTeX formulas as a small tree that Word and PDF can both write.

``latex2mathml`` reads the notation; its MathML becomes frozen nodes here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from xml.etree import ElementTree as ET

import latex2mathml.converter


@dataclass(frozen=True)
class Row:
    """Parts side by side."""

    children: tuple[Math, ...]


@dataclass(frozen=True)
class Sign:
    """A letter, number, operator or word; ``kind`` is ``mi``, ``mn``, ``mo`` or ``mtext``."""

    text: str
    kind: str


@dataclass(frozen=True)
class Fraction:
    """One over the other; ``line`` is missing in a binomial."""

    top: Math
    bottom: Math
    line: bool = True


@dataclass(frozen=True)
class Root:
    """A root; ``degree`` is ``None`` for a square root."""

    body: Math
    degree: Math | None = None


@dataclass(frozen=True)
class Scripts:
    """A base with what stands below and above; ``limits`` puts both straight over it."""

    base: Math
    below: Math | None = None
    above: Math | None = None
    limits: bool = False


@dataclass(frozen=True)
class Accent:
    """A base with a sign drawn over it, or under it if ``under``."""

    base: Math
    sign: str
    under: bool = False


@dataclass(frozen=True)
class Fenced:
    """A body between signs that grow with it; an empty sign is none."""

    opening: str
    closing: str
    body: Math


@dataclass(frozen=True)
class Matrix:
    """Rows of cells; ``align`` holds ``left``, ``right`` or ``center`` for each column."""

    rows: tuple[tuple[Math, ...], ...]
    align: tuple[str, ...]


@dataclass(frozen=True)
class Space:
    """White space, in em."""

    width: float


Math = Row | Sign | Fraction | Root | Scripts | Accent | Fenced | Matrix | Space

LARGE = frozenset("∑∏∐∫∬∭∮⋂⋃⋀⋁⨁⨂⨀")
"""Operators whose bounds stand above and below (sums) or beside (integrals)."""
LIMITS = frozenset(
    ("lim", "max", "min", "sup", "inf", "argmax", "argmin", "limsup", "liminf", "det", "gcd", "Pr")
)
PAIRS = {"(": ")", "[": "]"}
INTEGRALS = frozenset("∫∬∭∮")
ACCENTS = frozenset("^~¯‾―˙¨→⃗←´`˘ˇ_⏞⏟⎴⎵⏜⏝˜ˆ↔")
_DROPPED = re.compile(r"\\(?:label|tag\*?|cref|eqref)\s*\{[^{}]*\}|\\(?:nonumber|notag)\b")
_ENVIRONMENT = re.compile(r"\\begin\s*\{")
_ALIGNED = re.compile(
    r"(\\(?:begin|end)\s*)\{(?:align|aligned|alignat|flalign|eqnarray|multline)\*?\}(?:\{\d\})?"
)
_GATHERED = re.compile(r"(\\(?:begin|end)\s*)\{(?:gather|gathered)\*?\}")
_ARGUMENT = re.compile(r"\\arg(?![A-Za-z])")
_EQUATION = re.compile(r"\\(?:begin|end)\s*\{equation\*?\}")


@cache
def read_formula(latex: str) -> Math | None:
    """Return the formula; ``None`` if it holds what the reader does not know.

    Equations of one block that a blank line or a double backslash separates stand below each
    other, as in Sphinx (``sphinx.util.math.wrap_displaymath``). Labels and tags are dropped:
    numbers are the book's.
    """
    try:
        markup = latex2mathml.converter.convert(_prepared(latex))
        root = ET.fromstring(markup)  # noqa: S314  made by the library in this process
    except Exception:  # the reader raises whatever it stumbles upon
        return None
    if any(_is_unknown(node) for node in root.iter()):
        return None
    return _row(root)


def _prepared(latex: str) -> str:
    text = _ARGUMENT.sub(r"\\operatorname{arg}", _EQUATION.sub("", _DROPPED.sub("", latex))).strip()
    text = _GATHERED.sub(r"\1{matrix}", _ALIGNED.sub(r"\1{split}", text))
    equations = [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]
    if len(equations) > 1:
        return r"\begin{matrix}" + r" \\ ".join(map(_wrapped, equations)) + r"\end{matrix}"
    return _wrapped(text)


def _wrapped(text: str) -> str:
    if r"\\" not in text or _ENVIRONMENT.search(text):
        return text
    return rf"\begin{{split}}{text}\end{{split}}"


def _is_unknown(node: ET.Element) -> bool:
    text = (node.text or "").strip()
    return node.tag.endswith("merror") or (text.startswith("\\") and text != "\\")


# ---------------------------------------------------------------- MathML to nodes


def _tag(node: ET.Element) -> str:
    return node.tag.rpartition("}")[2]


def _row(node: ET.Element) -> Math:
    parts = _grouped(list(node))
    return parts[0] if len(parts) == 1 else Row(tuple(parts))


def _grouped(nodes: list[ET.Element]) -> list[Math]:
    """Return the nodes; what stands between growing brackets becomes one part."""
    result: list[Math] = []
    place = 0
    while place < len(nodes):
        end = _closing(nodes, place)
        if end is None:
            result += [part for part in [_math(nodes[place])] if part is not None]
            place += 1
            continue
        closed = end < len(nodes)
        body = _grouped(nodes[place + 1 : end])
        closing = (nodes[end].text or "") if closed else ""
        result.append(Fenced(nodes[place].text or "", closing, Row(tuple(body))))
        place = end + 1
    return _paired(result)


def _paired(parts: list[Math]) -> list[Math]:
    """Return the parts with simple brackets closed around what they hold: „(a + b)²“."""
    result: list[Math] = []
    open_at: list[int] = []
    for part in parts:
        result.append(part)
        if isinstance(part, Sign) and part.text in PAIRS:
            open_at.append(len(result) - 1)
            continue
        last = part.base if isinstance(part, Scripts) else part
        if not (isinstance(last, Sign) and last.text in PAIRS.values() and open_at):
            continue
        start = open_at.pop()
        opening = result[start]
        if not isinstance(opening, Sign) or PAIRS[opening.text] != last.text:
            open_at.clear()
            continue
        fenced = Fenced(opening.text, last.text, Row(tuple(result[start + 1 : -1])))
        result[start:] = [replace(part, base=fenced) if isinstance(part, Scripts) else fenced]
    return result


def _closing(nodes: list[ET.Element], start: int) -> int | None:
    """Return where the bracket that grows at ``start`` closes, ``None`` if none grows there."""
    if not _grows(nodes[start], "prefix"):
        around = [_tag(node) for node in nodes[start : start + 3]]
        return start + 2 if around == ["mo", "mtable", "mo"] else None
    depth = 0
    for place in range(start, len(nodes)):
        depth += _grows(nodes[place], "prefix") - _grows(nodes[place], "postfix")
        if depth == 0:
            return place
    return len(nodes)


def _grows(node: ET.Element, form: str) -> bool:
    return _tag(node) == "mo" and node.get("fence") == "true" and node.get("form") == form


def _math(node: ET.Element) -> Math | None:
    """Return a node; ``None`` for one that shows nothing."""
    tag = _tag(node)
    if tag in ("mi", "mn", "mo", "mtext", "ms"):
        return Sign(node.text, tag) if node.text else None
    if tag == "mspace":
        return Space(_em(node.get("width", "")))
    if tag == "mtable":
        return _table(node)
    built = _built(node, tuple(_math(child) or Row(()) for child in node))
    return _row(node) if built is None else built


def _built(node: ET.Element, parts: tuple[Math, ...]) -> Math | None:
    """Return what the parts of a node make together; ``None`` if they only stand in a row."""
    match _tag(node), parts:
        case "mfrac", (top, bottom):
            return Fraction(top, bottom, node.get("linethickness") not in ("0", "0em", "0pt"))
        case "msqrt", _:
            return Root(_row(node))
        case "mroot", (body, degree):
            return Root(body, degree)
        case ("msub" | "munder" | "msup" | "mover") as tag, (base, script):
            below = tag.endswith(("sub", "under"))
            return _scripts(base, script if below else None, None if below else script, tag)
        case ("msubsup" | "munderover") as tag, (base, below, above):
            return _scripts(base, below, above, tag)
    return None


def _scripts(base: Math, below: Math | None, above: Math | None, tag: str) -> Math:
    straight = tag.startswith(("munder", "mover"))
    sign = above if above is not None else below
    alone = straight and (above is None or below is None)
    if alone and isinstance(sign, Sign) and sign.text in ACCENTS:
        return Accent(base, sign.text, under=above is None)
    large = isinstance(base, Sign) and base.text in LARGE - INTEGRALS
    word = isinstance(base, Sign) and base.text.replace(" ", "") in LIMITS and above is None
    return Scripts(base, below, above, straight or large or word)


def _table(node: ET.Element) -> Matrix:
    rows = [[cell for cell in row if _tag(cell) == "mtd"] for row in node if _tag(row) == "mtr"]
    width = max((len(row) for row in rows), default=0)
    align = tuple(
        next((row[at].get("columnalign", "center") for row in rows if at < len(row)), "center")
        for at in range(width)
    )
    cells = tuple(
        tuple(_row(row[at]) if at < len(row) else Row(()) for at in range(width)) for row in rows
    )
    return Matrix(cells, align)


def _em(width: str) -> float:
    match = re.match(r"-?[\d.]+", width)
    return float(match[0]) if match and "em" in width else 0.25
