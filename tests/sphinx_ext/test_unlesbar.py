"""Pages that cannot be read, seen by Sphinx alone: a German warning, all other pages built."""

from __future__ import annotations

import pytest
from beispiele import fall, projekt

OTHER = "<h1>Laden auf Zeit"
CASE = "bestpractice/laden-auf-zeit"
BAD = {
    "no-utf8": b"---\nart: seite\ntitel: Gr\xfc\xdfe\n---\n",
    "utf-16": "---\nart: seite\n---\n".encode("utf-16"),
    "too-large": b"---\nart: seite\n---\n" + b"x " * 500_001,
}


@pytest.mark.parametrize("data", BAD.values(), ids=BAD.keys())
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_file_that_is_no_text_is_left_out_with_a_warning(build, tmp_path, data, jobs):
    bad = tmp_path / "projekt/kompass/kaputt.md"
    bad.write_bytes(data)
    built = build(projekt(), jobs=jobs)
    (warning,) = built.warnings.strip().splitlines()
    assert f"{bad}:" in warning
    assert "Bitte" in warning
    assert OTHER in built.html(CASE)
    assert not (built.out / "kompass/kaputt.html").exists()


def test_a_page_that_becomes_unreadable_is_gone_and_comes_back(build, tmp_path):
    build(projekt())
    (tmp_path / f"projekt/{CASE}.md").write_bytes(b"\xff")
    warnings = build({}).warnings
    assert "Fall „laden-auf-zeit“ gibt es nicht." in warnings
    assert build({f"{CASE}.md": fall("Wieder da")}).warnings == ""


HEADS = {
    "never closed": "---\nart: seite\ntitel: Offen\n",
    "no YAML": "---\n[[[\n---\n\nText bleibt.\n",
    "aliases": "---\na: &a [x]\nb: [*a, *a]\n---\n\nText bleibt.\n",
    "below an empty line": "\n---\nart: seite\ntitel: Tiefer\n---\n\nText bleibt.\n",
}


@pytest.mark.parametrize("text", HEADS.values(), ids=HEADS.keys())
def test_a_broken_head_is_named_in_german_and_never_shown(build, text):
    built = build(projekt() | {"kompass/kaputt.md": text})
    located = [line for line in built.warnings.splitlines() if "kaputt.md:" in line]
    assert located
    assert all("[kompass.inhalt]" in line or "toctree" in line.lower() for line in located)
    page = built.html("kompass/kaputt")
    assert "Text bleibt." in page or "closed" in text or "Offen" in text
    assert "art:" not in page
    assert OTHER in built.html(CASE)
