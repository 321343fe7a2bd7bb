"""What spares a build work must not change what it makes."""

from __future__ import annotations

import os
import pickle
from types import SimpleNamespace

import pytest

from kompasswerk.sphinx_ext.domain import KompassDomain
from kompasswerk.sphinx_ext.eigenes import OwnData
from kompasswerk.sphinx_ext.typografie import STRAIGHT


def _from_a_child(data: OwnData[str, int]) -> OwnData[str, int]:
    """Return what a forked process sends back that has read „c“ and forgotten „b“."""
    source, target = os.pipe()
    child = os.fork()
    if not child:
        data["c"] = 3
        data["d"] = 4
        del data["b"], data["d"]
        os.write(target, pickle.dumps(data))
        os._exit(0)
    os.waitpid(child, 0)
    return pickle.loads(os.read(source, 10_000))  # noqa: S301 - our own bytes


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Nur mit fork liest Sphinx parallel.")
def test_a_process_sends_only_what_it_has_read_itself() -> None:
    assert _from_a_child(OwnData({"a": 1, "b": 2})) == {"c": 3}


def test_the_process_that_saves_the_environment_writes_all_of_it() -> None:
    data = OwnData({"a": 1})
    data["b"] = 2
    assert pickle.loads(pickle.dumps(data)) == {"a": 1, "b": 2}  # noqa: S301 - our own bytes


def test_what_is_found_in_all_pages_is_found_once_until_a_page_changes() -> None:
    domain = KompassDomain(SimpleNamespace(domaindata={}))  # type: ignore[arg-type]
    page = SimpleNamespace(slug="jena")
    looked: list[int] = []

    def count(domain: KompassDomain) -> int:
        looked.append(1)
        return len(domain.documents())

    assert [domain.once(count), domain.once(count), len(looked)] == [0, 0, 1]
    domain.note_page("bestpractice/jena", "fall", page)  # type: ignore[arg-type]
    assert [domain.once(count), domain.docname_of("fall", "jena")] == [1, "bestpractice/jena"]
    domain.clear_doc("bestpractice/jena")
    assert [domain.once(count), domain.docname_of("fall", "jena")] == [0, None]


@pytest.mark.parametrize("text", ['so "gerade"', "Hans' Haus", "1990 -- 2000", "und ...", ". . ."])
def test_a_page_with_straight_signs_is_looked_at(text: str) -> None:
    assert STRAIGHT.search(text)


@pytest.mark.parametrize("text", ["so „rund“", "1990–2000", "und …", "E-Mail. Ende.", "z.\xa0B."])
def test_a_page_with_typographic_signs_is_spared(text: str) -> None:
    assert not STRAIGHT.search(text)
