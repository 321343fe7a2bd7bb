"""Terms of the glossary become links where a page first uses them."""

from __future__ import annotations

import re

import pytest
from beispiele import projekt

from kompasswerk.sphinx_ext.begriffe import inflected

GLOSSAR = """\
---
art: glossar
titel: Glossar
kurz: Wörter.
freigabe: entwurf
stand: 2026-11-22
begriffe:
  - {begriff: Leerstand, definition: Was leer steht., quelle: q1}
  - {begriff: Drohender Leerstand, definition: Was bald leer steht., quelle: q1}
  - {begriff: Problemimmobilie, definition: Haus in Not., synonyme: [Schrottimmobilie], quelle: q1}
quellen:
  q1: {titel: Bericht, herausgeber: Amt, jahr: 2023, fundstelle: Seite 1}
---

:::{begriffe}
:::
"""
TEXT = """
## Leerstand sehen

Der `Leerstand` und das Leerstandskataster. Gegen drohenden Leerstände hilft Reden.

- Leerstand kostet. Viel Leerstand kostet viel.
- Eine [Schrottimmobilie](https://example.org) und zwei Schrottimmobilien, eine Problemimmobilie.
"""


@pytest.fixture
def files():
    files = projekt()
    files["kompass/glossar.md"] = GLOSSAR
    start = files["index.md"]
    files["index.md"] = start.replace(
        "bestpractice/index\n", "bestpractice/index\nkompass/glossar\n"
    )
    files["kompass/schritte/bestand-erfassen.md"] += TEXT
    return files


def links(html: str) -> list[tuple[str, str]]:
    """The words of each link into the glossary, with the term it leads to."""
    found = re.findall(
        r'href="[^"]*glossar\.html#term-([^"]+)"[^>]*>\s*<span class="[^"]*std-term[^"]*">([^<]+)<',
        html,
    )
    return [(words, term) for term, words in found]


def test_each_term_is_linked_at_its_first_use_in_prose_only(build, files):
    built = build(files)
    assert built.warnings == ""
    assert links(built.html("kompass/schritte/bestand-erfassen")) == [
        ("drohenden Leerstände", "Drohender-Leerstand"),
        ("Leerstand", "Leerstand"),
        ("Schrottimmobilien", "Problemimmobilie"),
    ]


def test_the_glossary_does_not_link_to_itself(build, files):
    assert links(build(files).html("kompass/glossar")) == []


def test_a_link_that_the_editor_has_set_counts(build, files):
    before = files["kompass/schritte/bestand-erfassen.md"]
    own = "Ein {term}`leeres Haus <Leerstand>` im Ort.\n\nMehr Leerstand.\n"
    files["kompass/schritte/bestand-erfassen.md"] = before.replace(TEXT, own)
    html = build(files).html("kompass/schritte/bestand-erfassen")
    assert links(html) == [("leeres Haus", "Leerstand")]


def test_terms_may_begin_with_any_sign(build, files):
    more = "  - {begriff: +Haus, definition: Mehr., quelle: q1}\n"
    more += "  - {begriff: §-Tafel, definition: Recht., quelle: q1}\nquellen:"
    files["kompass/glossar.md"] = GLOSSAR.replace("quellen:", more, 1)
    before = files["kompass/schritte/bestand-erfassen.md"]
    own = "\nDas +Haus und die §-Tafel, keine Haus-Tafel.\n"
    files["kompass/schritte/bestand-erfassen.md"] = before.replace(TEXT, own)
    found = links(build(files).html("kompass/schritte/bestand-erfassen"))
    assert [words for words, _ in found] == ["+Haus", "§-Tafel"]


def test_a_text_that_is_nothing_but_a_term_is_a_link(build, files):
    before = files["kompass/schritte/bestand-erfassen.md"]
    files["kompass/schritte/bestand-erfassen.md"] = before.replace(TEXT, "\n- Leerstand\n")
    html = build(files).html("kompass/schritte/bestand-erfassen")
    assert links(html) == [("Leerstand", "Leerstand")]


def test_a_new_term_reaches_pages_that_did_not_change(build, files):
    build(files)
    more = "  - {begriff: Reden, definition: Sprechen., quelle: q1}\nquellen:"
    built = build({"kompass/glossar.md": GLOSSAR.replace("quellen:", more, 1)})
    assert ("Reden", "Reden") in links(built.html("kompass/schritte/bestand-erfassen"))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Kleinstadt", "Kleinstädten"),
        ("Brache", "Brachen"),
        ("Vorkaufsrecht", "Vorkaufsrechts"),
        ("Städtebaulicher Vertrag", "städtebaulichen Verträge"),
        ("Herrenloses Grundstück", "herrenlose Grundstücke"),
        ("Zentraler Ort", "Zentralen Orte"),
        ("Jung kauft Alt", "Jung kauft Alt"),
        ("Grundsteuer C", "Grundsteuer C"),
        ("ISEK", "ISEKs"),
        ("leere Läden", "leeren Läden"),
    ],
)
def test_a_term_is_known_in_its_inflected_forms(name, words):
    assert re.fullmatch(inflected(name), words)


@pytest.mark.parametrize(
    ("name", "words"),
    [("Leerstand", "Leerstandsquote"), ("Zentraler Ort", "zentral ordnen"), ("ISG", "ist")],
)
def test_other_words_are_left_alone(name, words):
    assert not re.fullmatch(inflected(name), words)
