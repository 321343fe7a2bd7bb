"""All processes write pages, and work is done beside; the website is that of one process."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest
from beispiele import fall, projekt
from docutils import nodes as n
from sphinx.errors import SphinxParallelError

from kompasswerk.sphinx_ext.baumlauf import walked
from kompasswerk.sphinx_ext.beside import Beside
from kompasswerk.sphinx_ext.website import BATCH, Share, Website, garbage_waits

MANY = 3 * BATCH
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360f8cf500f0003860180cc5b3a120000000049454e44ae426082"
)
forking = pytest.mark.skipif(not hasattr(os, "fork"), reason="Nur mit fork schreiben mehrere.")


@pytest.fixture
def many(tmp_path):
    """Enough cases for two processes; one has a picture, one leads nowhere."""
    files = projekt()
    for number in range(MANY):
        files[f"bestpractice/haus-{number}.md"] = fall(f"Haus {number}")
    files["bestpractice/haus-3.md"] += "\n![Ein Haus](haus.png)\n"
    files["bestpractice/haus-20.md"] += "\nSiehe {fall}`gibt-es-nicht`.\n"
    (tmp_path / "projekt/bestpractice").mkdir(parents=True, exist_ok=True)
    (tmp_path / "projekt/bestpractice/haus.png").write_bytes(PICTURE)
    return files


@forking
def test_two_processes_write_the_website_of_one(build, many):
    two = build(many, jobs=2, out="zwei")
    one = build({}, out="eins")
    assert isinstance(two.app.builder, Website)
    names = {path.relative_to(one.out) for path in one.out.rglob("*") if path.is_file()}
    assert names == {path.relative_to(two.out) for path in two.out.rglob("*") if path.is_file()}
    for docname in one.app.env.all_docs:
        assert two.html(docname) == one.html(docname), docname
    assert (two.out / "_images/haus.png").read_bytes() == PICTURE
    assert "gibt-es-nicht" in two.warnings
    assert sorted(two.warnings.splitlines()) == sorted(one.warnings.splitlines())


@forking
def test_a_page_that_breaks_ends_the_build_of_all_processes(build, many, monkeypatch):
    def broken(self: Website, docname: str, doctree: n.document) -> None:
        if docname == "bestpractice/haus-5":
            raise ValueError("dieses Haus bricht")

    monkeypatch.setattr(Website, "write_doc", broken)
    with pytest.raises(SphinxParallelError, match="dieses Haus bricht"):
        build(many, jobs=2)


@forking
def test_what_the_other_process_has_read_arrives(build, many, tmp_path, monkeypatch):
    own, usual, sign = os.getpid(), Website.read_doc, tmp_path / "gelesen"

    def read_doc(self: Website, docname: str, **options: bool) -> None:
        if os.getpid() == own:
            wait_for(sign)
        usual(self, docname, **options)
        if os.getpid() != own:
            sign.write_text(docname, encoding="utf-8")

    monkeypatch.setattr(Website, "read_doc", read_doc)
    built = build(many, jobs=2)
    docname = sign.read_text(encoding="utf-8")
    assert docname in built.app.env.titles
    assert (built.out / f"{docname}.html").is_file()


def wait_for(file: Path) -> None:
    """Wait until another process has written a file; a minute at most."""
    for _ in range(1200):
        if file.exists():
            return
        time.sleep(0.05)
    raise TimeoutError(file)


@pytest.mark.parametrize("looks", [True, False])
def test_python_looks_for_garbage_again_as_before(looks):
    if not looks:
        gc.disable()
    try:
        with garbage_waits():
            assert not gc.isenabled()
        assert gc.isenabled() is looks
    finally:
        gc.unfreeze()
        gc.enable()


@forking
def test_every_document_is_taken_once():
    names = [str(number) for number in range(2 * BATCH + 1)]
    share = Share(names)
    assert [*islice(share, BATCH), *share] == names
    assert list(share) == []


@forking
def test_a_page_that_breaks_on_reading_ends_all_processes(build, many, monkeypatch):
    usual = Website.read_doc

    def broken(self: Website, docname: str, **options: bool) -> None:
        if docname == "bestpractice/haus-5":
            raise ValueError("dieses Haus bricht")
        usual(self, docname, **options)

    monkeypatch.setattr(Website, "read_doc", broken)
    with pytest.raises((ValueError, SphinxParallelError), match="dieses Haus bricht"):
        build(many, jobs=2)


@pytest.mark.parametrize("processes", [1, pytest.param(2, marks=forking)])
def test_work_beside_hands_over_what_it_returns(processes):
    found: dict[str, int] = {}
    beside = Beside(processes)
    beside.start(lambda: {"a": 1}, found.update)
    beside.start(lambda: {"b": 2}, found.update)
    beside.join()
    beside.join()
    assert found == {"a": 1, "b": 2}


@forking
def test_work_beside_is_done_in_another_process():
    found: list[int] = []
    beside = Beside(2)
    beside.start(os.getpid, found.append)
    beside.join()
    assert found != [os.getpid()]


@pytest.mark.parametrize("processes", [1, pytest.param(2, marks=forking)])
def test_work_beside_that_fails_is_no_secret(processes):
    def fail() -> None:
        raise ValueError("geht nicht")

    def start_and_join() -> None:
        beside = Beside(processes)
        beside.start(fail, lambda _: None)
        beside.join()

    with pytest.raises((ValueError, SphinxParallelError), match="geht nicht"):
        start_and_join()


def tree() -> n.section:
    """A section with two paragraphs, the first with a link, then an empty one and a note."""
    link = n.reference("", "", n.Text("Blatt"), refuri="blatt.html")
    first = n.paragraph("", "", n.Text("Siehe "), link, n.Text("."))
    note = n.note("", n.paragraph("", "", n.Text("Merke.")))
    return n.section("", n.title("", "Haus"), first, n.paragraph(), note)


CONDITIONS: tuple[type | Callable[[n.Node], bool] | None, ...] = (
    None,
    n.Text,
    n.paragraph,
    n.section,
    n.image,
    lambda node: isinstance(node, n.Element) and not node.children,
)


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_page_is_walked_through_as_docutils_does(condition):
    page = tree()
    assert list(walked(page, condition)) == list(page.findall(condition))


def test_a_page_that_changes_on_the_way_is_walked_through_as_docutils_does():
    def found(walk: Callable[[n.Node, type], object]) -> list[str]:
        page, seen = tree(), []
        for text in walk(page, n.Text):  # type: ignore[attr-defined]
            seen.append(text.astext())
            if text.astext() == "Siehe ":
                text.parent.append(n.Text(" Neu."))
        return seen

    expected = ["Haus", "Siehe ", "Blatt", ".", " Neu.", "Merke."]
    assert found(walked) == expected
    assert found(n.Node.findall) == expected


def test_after_a_build_docutils_is_as_before(build):
    usual = n.Node.findall
    build(projekt())
    assert n.Node.findall is usual
