"""Formulas as Typst mathematics."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch

from ..buch.formulas import (
    Accent,
    Fenced,
    Fraction,
    Math,
    Matrix,
    Root,
    Row,
    Scripts,
    Sign,
    Space,
    read_formula,
)
from .place import Place
from .syntax import string

ACCENTS = {
    "^": "hat", "ˆ": "hat", "~": "tilde", "˜": "tilde", "˙": "dot", "¨": "dot.double",
    "→": "arrow", "⃗": "arrow", "←": "arrow.l", "´": "acute", "`": "grave", "˘": "breve",
    "ˇ": "caron", "↔": "arrow.l.r",
}  # fmt: skip
LINES = {"¯": "line", "‾": "line", "―": "line", "_": "line", "⏞": "brace", "⏟": "brace"}
LINES |= {"⎴": "bracket", "⎵": "bracket", "⏜": "paren", "⏝": "paren"}


ROOTS = "√∛∜"
"""Signs that Typst takes for operators on what follows."""


def formula_of(latex: str, place: Place, *, block: bool = False) -> str | None:
    """Return a formula as Typst mathematics; ``None`` for one that has to stand as LaTeX."""
    math = None if latex in place.refused else read_formula(latex)
    if math is None:
        return None
    return f"$ {typst_math(math, block=True)} $" if block else f"${typst_math(math)}$"


def typst_math(math: Math, *, block: bool = False) -> str:
    """Return a formula in Typst's notation, to stand between dollar signs.

    In a ``block`` the rows of the outermost table become lines aligned at their columns.
    """
    if block and isinstance(math, Matrix):
        return r" \ ".join(" & ".join(typst_math(cell) for cell in row) for row in math.rows)
    return _written(math)


@singledispatch
def _written(math: Math) -> str:
    """Return one part of a formula."""
    raise TypeError(f"no formula is written from {type(math).__name__}")


@_written.register
def _(math: Row) -> str:
    return " ".join(map(_written, math.children))


@_written.register
def _(math: Fraction) -> str:
    if math.line:
        return f"frac({_written(math.top)}, {_written(math.bottom)})"
    return f"mat(delim: #none, {_written(math.top)}; {_written(math.bottom)})"


@_written.register
def _(math: Root) -> str:
    if math.degree is None or math.degree == Row(()):
        return f"sqrt({_written(math.body)})"
    return f"root({_written(math.degree)}, {_written(math.body)})"


@_written.register
def _(math: Fenced) -> str:
    return f"lr({_fence(math.opening)} {_written(math.body)} {_fence(math.closing)})"


@_written.register
def _(math: Matrix) -> str:
    rows = (
        ", ".join(_cell(cell, align) for cell, align in _pairs(row, math.align))
        for row in math.rows
    )
    return f"mat(delim: #none, {'; '.join(rows)})"


@_written.register
def _(math: Space) -> str:
    return f"#h({math.width:g}em)"


def _pairs(row: Iterable[Math], align: Iterable[str]) -> Iterable[tuple[Math, str]]:
    return zip(row, align, strict=True)


def _cell(cell: Math, align: str) -> str:
    text = _written(cell)
    return f"{text} &" if align == "right" else f"& {text}" if align == "left" else text


@_written.register
def _(sign: Sign) -> str:
    text = sign.text
    if len(text) == 1 and sign.kind != "mtext":
        return text if text.isalpha() or text.isdigit() else _one(text)
    if sign.kind == "mo" and text.strip().isalpha():
        return f"op({string(text.strip())})"
    return string(text)


def _one(text: str) -> str:
    return "thin" if text.isspace() else f"\\{text}" if text.isascii() or text in ROOTS else text


def _fence(text: str) -> str:
    return _one(text) if len(text) == 1 else string(text) if text else ""


@_written.register
def _(math: Scripts) -> str:
    base = _written(math.base) or '""'
    if math.limits:
        base = f"limits({base})"
    below = f", b: {_written(math.below)}" if math.below is not None else ""
    above = f", t: {_written(math.above)}" if math.above is not None else ""
    return f"attach({base}{below}{above})"


@_written.register
def _(math: Accent) -> str:
    base = _written(math.base) or '""'
    if math.sign in LINES:
        return f"{'under' if math.under else 'over'}{LINES[math.sign]}({base})"
    name = ACCENTS.get(math.sign)
    if name is None or math.under:
        return f"attach(limits({base}), {'b' if math.under else 't'}: {_one(math.sign)})"
    return f"accent({base}, {name})"
