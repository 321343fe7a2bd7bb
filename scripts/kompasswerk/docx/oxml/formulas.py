"""Formulas as Word's own mathematics (OMML, ISO/IEC 29500-1, 22.1)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import singledispatch

from ...buch.formulas import (
    INTEGRALS,
    LARGE,
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
)
from .base import Element, make

FONT = "Cambria Math"
COMBINING = {
    "^": "\u0302", "ˆ": "\u0302", "~": "\u0303", "˜": "\u0303", "˙": "\u0307", "¨": "\u0308",
    "→": "\u20d7", "⃗": "\u20d7", "´": "\u0301", "`": "\u0300", "˘": "\u0306", "ˇ": "\u030c",
}  # fmt: skip
NOTHING = "\u200b"
"""Stands where a formula has nothing, as before „= b“: both programs mark an empty place."""
BARS = frozenset("¯‾―_")
RELATIONS = frozenset("=<>≤≥≠≈∼≡∈⊂⊆→⇒⇔↦+−-±,;")


def omml(math: Math) -> Element:
    """``<m:oMath>`` with the formula."""
    return make("m:oMath", children=_all(math))


def _all(math: Math) -> list[Element]:
    return _in_row(math.children) if isinstance(math, Row) else [_one(math)]


def _in_row(parts: Sequence[Math]) -> list[Element]:
    """Return parts side by side; a sum takes what follows, up to the next relation, with it."""
    result = [_run(NOTHING)] if parts and _is_relation(parts[0]) else []
    place = 0
    while place < len(parts):
        part = parts[place]
        place += 1
        if _is_large(part):
            end = place
            while end < len(parts) and not _is_relation(parts[end]):
                end += 1
            result.append(_nary(part, _in_row(parts[place:end])))
            place = end
        elif isinstance(part, Row):
            result += _in_row(part.children)
        else:
            result.append(_one(part))
    return result


def _is_large(math: Math) -> bool:
    base = math.base if isinstance(math, Scripts) else math
    return isinstance(base, Sign) and base.text in LARGE


def _is_relation(math: Math) -> bool:
    return isinstance(math, Sign) and math.text in RELATIONS


@singledispatch
def _one(math: Math) -> Element:
    """Return one part of a formula."""
    return make("m:box", children=[_arg("m:e", math)])


@_one.register
def _(math: Sign) -> Element:
    return _run(math.text, upright=math.kind == "mtext" or len(math.text) > 1)


@_one.register
def _(math: Space) -> Element:
    return _run("\u2003" if math.width >= 1 else "\u2005" if math.width > 0.2 else "\u2009")


@_one.register
def _(math: Fraction) -> Element:
    kind = [] if math.line else [_properties("m:f", [_value("m:type", "noBar")])]
    return make("m:f", children=[*kind, _arg("m:num", math.top), _arg("m:den", math.bottom)])


@_one.register
def _(math: Root) -> Element:
    hidden = [] if math.degree is not None else [_value("m:degHide", "1")]
    above = _arg("m:deg", math.degree) if math.degree is not None else make("m:deg")
    return make("m:rad", children=[_properties("m:rad", hidden), above, _arg("m:e", math.body)])


@_one.register
def _(math: Fenced) -> Element:
    ends = [_value("m:begChr", math.opening), _value("m:endChr", math.closing)]
    return make("m:d", children=[_properties("m:d", ends), _arg("m:e", math.body)])


def _run(text: str, *, upright: bool = False) -> Element:
    fonts = make("w:rFonts", {"w:ascii": FONT, "w:hAnsi": FONT})
    style = [make("m:rPr", children=[_value("m:sty", "p")])] if upright else []
    letters = make("m:t", {"xml:space": "preserve"}, text=text)
    return make("m:r", children=[*style, make("w:rPr", children=[fonts]), letters])


def _value(name: str, value: str) -> Element:
    return make(name, {"m:val": value})


def _properties(of: str, children: Iterable[Element]) -> Element:
    return make(f"{of}Pr", children=children)


def _arg(name: str, math: Math | None) -> Element:
    return make(name, children=(_all(math) if math is not None else []) or [_run(NOTHING)])


@_one.register
def _(math: Scripts) -> Element:
    base, below, above = math.base, math.below, math.above
    if _is_large(math):
        return _nary(math, [])
    if math.limits:
        return _limits(base, below, above)
    if above is None:
        return make("m:sSub", children=[_arg("m:e", base), _arg("m:sub", below)])
    if below is None:
        return make("m:sSup", children=[_arg("m:e", base), _arg("m:sup", above)])
    parts = [_arg("m:e", base), _arg("m:sub", below), _arg("m:sup", above)]
    return make("m:sSubSup", children=parts)


def _limits(base: Math, below: Math | None, above: Math | None) -> Element:
    inner = _all(base)
    for name, limit in (("m:limLow", below), ("m:limUpp", above)):
        if limit is not None:
            inner = [make(name, children=[make("m:e", children=inner), _arg("m:lim", limit)])]
    return inner[0] if len(inner) == 1 else make("m:box", children=[make("m:e", children=inner)])


def _nary(math: Math, body: list[Element]) -> Element:
    scripts = math if isinstance(math, Scripts) else Scripts(math)
    sign = scripts.base.text if isinstance(scripts.base, Sign) else ""
    place = "subSup" if sign in INTEGRALS else "undOvr"
    properties = [_value("m:chr", sign), _value("m:limLoc", place)]
    properties += [_value("m:subHide", "1")] if scripts.below is None else []
    properties += [_value("m:supHide", "1")] if scripts.above is None else []
    return make(
        "m:nary",
        children=[
            _properties("m:nary", properties),
            _arg("m:sub", scripts.below),
            _arg("m:sup", scripts.above),
            make("m:e", children=body or [_run(NOTHING)]),
        ],
    )


@_one.register
def _(math: Accent) -> Element:
    place = "bot" if math.under else "top"
    if math.sign in BARS:
        side = _properties("m:bar", [_value("m:pos", place)])
        return make("m:bar", children=[side, _arg("m:e", math.base)])
    if math.sign in COMBINING and not math.under:
        sign = _properties("m:acc", [_value("m:chr", COMBINING[math.sign])])
        return make("m:acc", children=[sign, _arg("m:e", math.base)])
    look = [_value("m:chr", math.sign), _value("m:pos", place)]
    look += [_value("m:vertJc", "top" if math.under else "bot")]
    return make("m:groupChr", children=[_properties("m:groupChr", look), _arg("m:e", math.base)])


@_one.register
def _(math: Matrix) -> Element:
    columns = make(
        "m:mcs",
        children=[
            make(
                "m:mc",
                children=[_properties("m:mc", [_value("m:count", "1"), _value("m:mcJc", align)])],
            )
            for align in math.align
        ],
    )
    rows = [make("m:mr", children=[_arg("m:e", cell) for cell in row]) for row in math.rows]
    return make("m:m", children=[_properties("m:m", [columns]), *rows])
