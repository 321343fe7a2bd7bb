"""The page about the exporters is true: its options exist, its example runs."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from kompasswerk.buch.entries import NAMES
from kompasswerk.vergleich import pdf_content, word_content

PAGE = (Path(__file__).parents[2] / "scripts/export.md").read_text(encoding="utf-8")
OURS = ("kompasswerk.docx", "kompasswerk.pdf")
USE = """
from docutils.parsers.rst import Directive


class Spoiler(Directive):
    has_content = True

    def run(self):
        node = spoiler()
        self.state.nested_parse(self.content, self.content_offset, node)
        return [node]


def setup(app):
    app.add_node(spoiler)
    app.add_directive("spoiler", Spoiler)
"""
CONF = f"""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent))
project = "probe"
extensions = {[*OURS, "spoiler"]}
"""


def test_every_option_is_listed_with_its_default(tmp_path):
    (tmp_path / "conf.py").write_text(f"extensions = {list(OURS)}\n")
    with patch_docutils(tmp_path), docutils_namespace():
        plain = {name for name, *_ in bare(tmp_path).config}
        app = Sphinx(tmp_path, tmp_path, tmp_path / "o", tmp_path / "d", "docx", status=None)
    registered = {v.name: v.value for v in app.config if v.name not in plain}

    listed = dict(re.findall(r"^\| `(\w+)` \| `(.+?)` \|", PAGE, re.MULTILINE))
    assert {name: repr(value).replace("'", '"') for name, value in registered.items()} == listed


def bare(root: Path):
    return Sphinx(root, root, root / "o", root / "d", "dummy", {"extensions": []}, status=None)


def test_every_key_of_an_entry_is_explained_in_its_order():
    table = PAGE.split("| key | meaning |")[1].split("```")[0]
    assert tuple(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == NAMES


@pytest.mark.parametrize(("builder", "read"), [("docx", word_content), ("pdf", pdf_content)])
def test_the_example_of_a_node_of_ones_own_works(tmp_path, builder, read, monkeypatch):
    monkeypatch.setattr("sys.path", sys.path.copy())
    monkeypatch.delitem(sys.modules, "spoiler", raising=False)
    example = PAGE.split("## A node of your own")[1].split("```python")[1].split("```")[0]
    (tmp_path / "conf.py").write_text(CONF)
    (tmp_path / "spoiler.py").write_text(example + USE)
    (tmp_path / "index.rst").write_text("Top\n===\n\n.. spoiler::\n\n   The butler did it.\n")
    with patch_docutils(tmp_path), docutils_namespace():
        Sphinx(
            tmp_path, tmp_path, tmp_path / "o", tmp_path / "d", builder,
            status=None, warningiserror=True,
        ).build()  # fmt: skip

    assert "SpoilerThebutlerdidit" in read(tmp_path / f"o/probe.{builder}").body
