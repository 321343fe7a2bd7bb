"""Pages of every kind, made up from the field descriptions."""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from kompasswerk.model.arten import ARTEN
from kompasswerk.model.felder import Kind
from kompasswerk.model.records import Zeitraum
from kompasswerk.model.vocabulary import Choice, Vocabulary

KEYS = ("erstens", "zwei-2", "drittens", "no", "0")
LISTS = (
    *("freigabe", "massnahmenfeld", "gebaeudetyp", "ansatz", "akteure", "eigentum", "aufwand"),
    *("beleg", "ag", "pilotstatus", "zielgruppe", "kriterium", "erfuellt", "kategorie"),
    "groessenklasse",
)
VOCABULARY = Vocabulary({name: tuple(Choice(key, key, "x") for key in KEYS) for name in LISTS})
WHOLE = {"platz", "nummer", "dauer"}

# What YAML readers like to take for something else.
TRICKY = (
    *("no", "yes", "on", "null", "~", "true", "12.000", "1e3", "0x1F", "2024-01-01", "1_000"),
    *("'", '"', "it's", "a: b", "a:", ":a", "# x", "a #b", "- x", "? x", "{a}", "[a]", "a, b"),
    *("&a", "*a", "!x", "%x", "@x", "`x`", "|", ">", "\\n", "\\", "---", "...", "<<", "a\nb"),
    *("„Läden“ – 50 %", "a\n\n b", "a\u00a0b", "x" * 300, "é", "e\u0301", "😀"),
)


def composed(text: str) -> str:
    """Return the text as reading gives it: taken-apart umlauts in one piece."""
    return unicodedata.normalize("NFC", text)


texts = st.one_of(
    st.sampled_from(TRICKY),
    st.text(
        st.characters(
            exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"],
            include_characters="\n",
            exclude_characters="\ufffe\uffff",
        ),
        max_size=40,
    )
    .map(str.strip)
    .filter(bool),
).map(composed)
slugs = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True).filter(
    lambda slug: slug not in {"con", "prn", "aux", "nul"} and slug[:3] not in {"com", "lpt"}
)
dates = st.dates(date(1000, 1, 1), date(2999, 12, 31)).map(date.isoformat)
times = st.one_of(dates, dates.map(lambda d: d[:7]), dates.map(lambda d: d[:4]))
decimals = st.decimals(-99999, 99999, places=3, allow_nan=False, allow_infinity=False)
numbers = st.one_of(st.integers(-(10**9), 10**14), decimals, st.just(Decimal("12.125")))
addresses = st.sampled_from(["https://a.example/x?y=z#q", "http://sub.ä.example:8080/(x)"])

SINGLE = {
    Kind.TEXT: texts,
    Kind.YEAR: st.integers(1000, 2999),
    Kind.DATE: dates,
    Kind.APPROXIMATE_DATE: times,
    Kind.YES_NO: st.sampled_from(["ja", "nein"]),
    Kind.CHOICE: st.sampled_from(KEYS),
    Kind.URL: addresses,
}
PARTS = {Kind.CHOICES: st.sampled_from(KEYS), Kind.TEXTS: texts, Kind.REFERENCES: slugs}


def number_for(field):
    if field.key in WHOLE or field.minimum is not None:
        return st.integers(field.minimum or 0, 10**9)
    return numbers


def record_for(field):
    given = st.fixed_dictionaries(
        {inner.key: value_for(inner) for inner in field.fields if inner.required},
        optional={inner.key: value_for(inner) for inner in field.fields if not inner.required},
    )
    if field.record is Zeitraum:  # needs something in it
        given = given.map(lambda values: values or {"beginn": 2020})
    return given


def several(field, values, **options):
    return st.lists(values, min_size=int(field.required), max_size=3, **options).map(tuple)


def value_for(field):
    """Return a strategy for values of one field as the model holds them."""
    if field.kind in PARTS:
        return several(field, PARTS[field.kind], unique=True)
    if field.kind is Kind.RECORD:
        return record_for(field).map(lambda values: field.record(**values))
    if field.kind is Kind.RECORDS:
        return several(field, record_for(field).map(lambda values: field.record(**values)))
    if field.kind is Kind.KEYED_RECORDS:
        keys = st.sampled_from(KEYS) if field.choices else slugs
        made = st.dictionaries(keys, record_for(field), max_size=3)
        return made.map(
            lambda all_of: tuple(field.record(kennung=k, **values) for k, values in all_of.items())
        )
    if field.kind is Kind.NUMBER:
        return number_for(field)
    return slugs if field.refers_to else SINGLE[field.kind]


def pages(art):
    """Return a strategy for pages of one kind."""
    required = {field.key: value_for(field) for field in art.fields if field.required}
    optional = {field.key: value_for(field) for field in art.fields if not field.required}
    folder = ARTEN[art.key].folder

    def made(slug, values):
        return art.page(slug=slug, path=f"{folder}/{slug}.md", **values)

    return st.builds(made, slugs, st.fixed_dictionaries(required, optional=optional))
