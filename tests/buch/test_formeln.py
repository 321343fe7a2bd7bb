"""LaTeX formulas: what they become, in Typst's and Word's notation."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, strategies as st
from lxml import etree

from kompasswerk.buch.formulas import (
    Fenced,
    Fraction,
    Matrix,
    Root,
    Row,
    Scripts,
    Sign,
    read_formula as read,
)
from kompasswerk.docx.oxml.formulas import omml
from kompasswerk.pdf.formulas import typst_math

A, B, N = Sign("a", "mi"), Sign("b", "mi"), Sign("n", "mi")


@pytest.mark.parametrize(
    ("latex", "math"),
    [
        ("a", A),
        (r"\frac{a}{b}", Fraction(A, B)),
        (r"\sqrt{a}", Root(A)),
        (r"\sqrt[n]{a}", Root(A, N)),
        ("a_n^b", Scripts(A, N, B)),
        (r"\left(a\right)", Fenced("(", ")", Row((A,)))),
        ("(a)", Fenced("(", ")", Row((A,)))),
        ("(a)^n", Scripts(Fenced("(", ")", Row((A,))), None, N)),
        ("[a)", Row((Sign("[", "mo"), A, Sign(")", "mo")))),
        (r"\begin{matrix}a&b\end{matrix}", Matrix(((A, B),), ("center", "center"))),
        (r"a \label{eins}", A),
        (r"\begin{equation}a\end{equation}", A),
        (r"a\backslash b", Row((A, Sign("\\", "mi"), B))),
        (r"\arg", Sign("arg", "mo")),
    ],
)
def test_latex_becomes_a_tree(latex, math):
    assert read(latex) == math


@pytest.mark.parametrize("latex", [r"\unbekannt{x}", r"a_", r"\begin{falsch}a"])
def test_what_nobody_can_read_is_none(latex):
    assert read(latex) is None


@pytest.mark.parametrize(
    ("latex", "typst"),
    [
        ("a+b", r"a \+ b"),
        (r"\frac{a}{b}", "frac(a, b)"),
        (r"\sqrt[n]{a}", "root(n, a)"),
        (r"\sum_{n}^b a", "attach(limits(∑), b: n, t: b) a"),
        (r"\int_a^b", "attach(∫, b: a, t: b)"),
        (r"\lim_{n\to a}", 'attach(limits(op("lim")), b: n → a)'),
        (r"\log_n", 'attach("log", b: n)'),
        (r"\hat{a}", "accent(a, hat)"),
        (r"\overline{ab}", "overline(a b)"),
        (r"\underbrace{a}_{b}", "attach(limits(underbrace(a)), b: b)"),
        (r"\binom{n}{b}", r"lr(\( mat(delim: #none, n; b) \))"),
        (r"\left(a,b\right)", r"lr(\( a \, b \))"),
        (r"\text{wenn # $}", '"wenn # $"'),
        (r"\begin{cases}a&b\\n&a\end{cases}", r"lr(\{ mat(delim: #none, & a, & b; & n, & a) )"),
        (r"5\%", r"5 \%"),
    ],
)
def test_typst_gets_its_own_notation(latex, typst):
    assert re.sub(r"\s+", " ", typst_math(read(latex)).replace("\u00a0", " ")) == typst


def test_aligned_lines_stay_aligned_in_typst():
    assert typst_math(read("a &= b \\\\ &= n"), block=True) == r"a & \= b \  & \= n"


@pytest.mark.parametrize(
    ("latex", "word"),
    [
        ("a", "r(t:a)"),
        (r"\frac{a}{b}", "f(num(r(t:a))den(r(t:b)))"),
        (r"\sqrt{a}", "rad(radPr(degHide)deg()e(r(t:a)))"),
        ("a_n", "sSub(e(r(t:a))sub(r(t:n)))"),
        ("a_n^b", "sSubSup(e(r(t:a))sub(r(t:n))sup(r(t:b)))"),
        (r"\sum_n a + b",
         "nary(naryPr(chrlimLocsupHide)sub(r(t:n))sup(r(t:\u200b))e(r(t:a)))r(t:+)r(t:b)"),
        (r"\bar{a}", "bar(barPr(pos)e(r(t:a)))"),
        (r"\hat{a}", "acc(accPr(chr)e(r(t:a)))"),
        ("(a)", "d(dPr(begChrendChr)e(r(t:a)))"),
        (r"\begin{matrix}a&b\end{matrix}",
         "m(mPr(mcs(mc(mcPr(countmcJc))mc(mcPr(countmcJc))))mr(e(r(t:a))e(r(t:b))))"),
    ],
)  # fmt: skip
def test_word_gets_its_own_mathematics(latex, word):
    assert "".join(map(shape, omml(read(latex)))) == word


def shape(element) -> str:
    """Return an element as ``name(children)``, without how its letters look."""
    name = etree.QName(element).localname
    if name == "t":
        return f"t:{element.text}"
    inner = "".join(shape(child) for child in element if etree.QName(child).localname != "rPr")
    return name if not len(element) and name not in ("deg", "e") else f"{name}({inner})"


@given(st.text(alphabet=r"ab1\{}_^&()[] +=fracsqtmd,$#%~<" + "\n", max_size=40))
def test_no_text_breaks_the_reader_or_the_writers(latex):
    math = read(latex)
    if math is not None:
        assert typst_math(math) is not None
        assert omml(math).tag.endswith("oMath")
