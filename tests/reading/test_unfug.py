"""Whatever a file holds, reading and checking end with findings, soon, and without a traceback."""

from __future__ import annotations

import time
from datetime import date

import pytest
import yaml
from hypothesis import HealthCheck, given, settings, strategies as st
from page_strategies import VOCABULARY

from kompasswerk.checks.run import check
from kompasswerk.model.arten import ARTEN
from kompasswerk.model.seiten import Bestand
from kompasswerk.reading import nodes
from kompasswerk.reading.files import Loaded, load_page
from kompasswerk.reading.markdown import read_body
from kompasswerk.reading.pages import parse_page

RELAXED = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))

# Pieces that meet in real files; hypothesis puts them together as nobody would.
YAML_PIECES = st.sampled_from(
    [
        *("art: ", "fall", "titel: ", "quellen:", "q1", "kosten:", "wert: ", "12.000", "{", "}"),
        *(
            "[",
            "]",
            ", ",
            ": ",
            ":",
            "- ",
            "\n",
            "\n  ",
            "\n    ",
            "\t",
            "'",
            '"',
            "#",
            "&a ",
            "*a",
        ),
        *(
            "!!str ",
            "!x",
            "<<: ",
            "|\n",
            ">-\n",
            "? ",
            "---\n",
            "...\n",
            "%YAML 1.2\n",
            "\\",
            "\\u",
        ),
        *(
            "~",
            "null",
            "ü",
            "😀",
            "\x00",
            "\u2028",
            "\ufeff",
            "\x85",
            "1e5",
            "2026-11-22",
            "0" * 5000,
        ),
    ]
)
MARKDOWN_PIECES = st.sampled_from(
    [
        *("## Vorgehen\n", "# x\n", "\n\n", "\n", "- ", "1. ", "> ", "| a | b |\n", "| - | - |\n"),
        *(
            "{quelle}`",
            "q1",
            "`",
            "```",
            ":::",
            "::::",
            "{note}",
            "{figure} ",
            "x.png",
            ":alt: ",
            "---",
        ),
        *(
            "![",
            "](",
            ")",
            "[",
            "]",
            "<b>",
            "<!--",
            "-->",
            "(x)=\n",
            "% ",
            "{fall}`a <b>`",
            "\\",
            "*",
        ),
        *(
            "[^1]",
            "[^1]: ",
            "a\n: b\n",
            "javascript:x",
            "http://[",
            "//",
            "a.b@c.de",
            "0361 123456",
            "\t",
        ),
    ]
)
yaml_texts = st.lists(YAML_PIECES, max_size=40).map("".join)
markdown_texts = st.lists(MARKDOWN_PIECES, max_size=40).map("".join)


def check_all(page, root):
    loaded = Loaded(root, Bestand(), (page,), VOCABULARY, page.findings)
    return check(loaded, date(2026, 11, 22))


@given(data=st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
@RELAXED
def test_any_bytes_as_a_file_give_findings(data, tmp_path):
    path = tmp_path / "kompass" / "x.md"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    _, findings = load_page(path, tmp_path, VOCABULARY)
    assert findings


@pytest.mark.parametrize("loader", [nodes.LOADER, yaml.SafeLoader], ids=["libyaml", "python"])
@given(head=st.one_of(st.text(max_size=200), yaml_texts))
@RELAXED
def test_any_text_as_front_matter_gives_findings(head, loader, tmp_path):
    before, nodes.LOADER = nodes.LOADER, loader
    try:
        page = parse_page(f"---\n{head}\n---\n", "bestpractice/x.md", "x", VOCABULARY)
    finally:
        nodes.LOADER = before
    assert page.findings
    assert all(finding.line >= 1 for finding in page.findings)
    check_all(page, tmp_path)


@pytest.mark.parametrize("art", ARTEN)
@given(values=st.dictionaries(st.sampled_from(["titel", "quellen", "bilder", "x"]), yaml_texts))
@RELAXED
def test_any_value_of_a_known_key_gives_findings(art, values, tmp_path):
    lines = "".join(f"{key}: {value}\n" for key, value in values.items())
    page = parse_page(f"---\nart: {art}\n{lines}---\n", "kompass/x.md", "x", VOCABULARY)
    check_all(page, tmp_path)


@given(body=st.one_of(st.text(max_size=200), markdown_texts))
@RELAXED
def test_any_text_as_body_can_be_checked(body, tmp_path):
    page = parse_page(f"---\nart: fall\n---\n{body}", "bestpractice/x.md", "x", VOCABULARY)
    last = body.count("\n") + 5
    assert all(1 <= finding.line <= last for finding in check_all(page, tmp_path))


@pytest.mark.parametrize(
    "head",
    [
        "a: &a [x,x]\n" + "".join(f"b{n}: &b{n} [*a,*a,*a]\n" for n in range(5000)),
        "a: " + "[" * 300_000,
        "a: " + "{" * 300_000,
        "- " * 300_000,
        "? " * 300_000,
        "x" * 900_000,
        "'" + "x" * 900_000,
        "\n".join(f"k{n}: [" for n in range(50_000)),
        "\n".join(f"k{n}: x" for n in range(90_000)),
        "a: " + "[a," * 100_000,
        "a: {" + ", ".join(f"k{n}: 1" for n in range(60_000)) + "}",
        "titel: " + "9" * 900_000,
        "\t\n" * 400_000,
    ],
    ids=lambda head: head[:12].replace("\n", " "),
)
def test_bombs_in_the_front_matter_end_soon(head):
    start = time.monotonic()
    page = parse_page(f"---\n{head}\n---\n", "bestpractice/x.md", "x", VOCABULARY)
    assert page.findings
    assert time.monotonic() - start < 5


@pytest.mark.parametrize(
    "body",
    ["> " * 50_000, "- " * 50_000, ":::{note}\n" * 3000, "*a " * 30_000, "`" * 100_000],
    ids=["quotes", "lists", "boxes", "stars", "ticks"],
)
def test_bombs_in_the_body_end_soon(body):
    start = time.monotonic()
    read_body(body, 1)
    assert time.monotonic() - start < 5
