"""The list of renamed fields: each bad file gives exactly the findings beside it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kompasswerk.checks.report import as_line

FALSCH = Path(__file__).parent / "falsch"
FIELDS = """
:::{feld} stunden
:label: Zeit
:art: zahl
:::

:::{feldtabelle} haeuser
:label: Häuser

name: Name
:::
"""


@pytest.fixture
def with_list(bestand):
    """Return a function that gives the sound project fields and a list of renamed ones."""

    def put(name: str) -> None:
        with (bestand / "kompass/arbeitsblaetter/auftrag.md").open("a", encoding="utf-8") as page:
            page.write(FIELDS)
        shutil.copy(FALSCH / name, bestand / "kompass/umbenannt.yaml")

    return put


@pytest.mark.parametrize("name", ["umbenannt", "umbenannt-ziel", "umzug-ziel"])
def test_a_bad_list_gives_exactly_the_findings_beside_it(name, with_list, checked):
    with_list(f"{name}.yaml")
    expected = (FALSCH / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert [f"{as_line(found)} [{found.rule}]" for found in checked()] == expected


@pytest.mark.parametrize("text", ["", "# nur ein Hinweis\n"])
def test_an_empty_list_renames_nothing(text, bestand, checked):
    (bestand / "kompass/umbenannt.yaml").write_text(text, encoding="utf-8")
    assert checked() == []


def test_a_list_that_is_no_yaml_says_where(bestand, checked):
    (bestand / "kompass/umbenannt.yaml").write_text("a.b: [c\n", encoding="utf-8")
    assert [(found.path, found.line, found.rule) for found in checked()] == [
        ("kompass/umbenannt.yaml", 1, "yaml")
    ]


def test_a_link_to_a_page_of_old_is_answered_with_its_new_name(bestand, checked):
    moved = "bestpractice/laden-alt: bestpractice/laden-gut\n"
    (bestand / "kompass/umbenannt.yaml").write_text(moved, encoding="utf-8")
    with (bestand / "kompass/ueber.md").open("a", encoding="utf-8") as page:
        page.write("\nSiehe {fall}`laden-alt` und {doc}`/bestpractice/laden-alt`.\n")
    assert [found.message for found in checked()] == [
        "Die Seite „/bestpractice/laden-alt“ gibt es nicht. "
        "Die Seite heißt jetzt „/bestpractice/laden-gut“.",
        "Fall „laden-alt“ gibt es nicht. Die Seite heißt jetzt „laden-gut“.",
    ]
