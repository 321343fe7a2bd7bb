"""Nodes of widespread extensions → blocks, by class name: they need not be installed."""

from __future__ import annotations

from docutils import nodes

from . import blocks as b
from .flow import BY_NAME, Blocks, contents, source_of
from .inline import inline, inlines_of
from .place import Place
from .remarks import Remark


def _transparent(node: nodes.Element, place: Place) -> Blocks:
    return contents(node.children, place)


def _nothing(node: nodes.Element, place: Place) -> Blocks:
    return ()


def _drawn(node: nodes.Element, place: Place) -> Blocks:
    """A diagram that the extension draws for HTML alone: its source stands in for it."""
    place.project.warn(Remark("undrawn", type(node).__name__), node)
    return source_of(node) or contents(node.children, place)


def _inline_tab(node: nodes.Element, place: Place) -> Blocks:
    """A tab of sphinx-inline-tabs: button, label and panel side by side."""
    label, panel = node.children[-2], node.children[-1]
    return _titled(inlines_of(label.children, place), panel, place, "tab")


def _titled(
    title: tuple[b.Inline, ...], body: nodes.Node, place: Place, role: str
) -> tuple[b.Block, ...]:
    return (b.Titled(title, contents(body.children, place), role),)


def _tabs(node: nodes.Element, place: Place) -> Blocks:
    """The tabs of sphinx-tabs: a list of names, then as many panels."""
    names = [tab for tab in node.findall() if type(tab).__name__ == "SphinxTabsTab"]
    panels = [panel for panel in node.children if type(panel).__name__ == "SphinxTabsPanel"]
    if len(names) != len(panels):
        return _transparent(node, place)
    return tuple(
        block
        for name, panel in zip(names, panels, strict=True)
        for block in _titled(inline(name, place), panel, place, "tab")
    )


def _collapsible(node: nodes.Element, place: Place) -> Blocks:
    """A drop-down of sphinx-toolbox; its title is the first child or an attribute."""
    first = node.children[0] if node.children else None
    if type(first).__name__ == "CollapseSummaryNode" and isinstance(first, nodes.Element):
        title, body = inlines_of(first.children, place), contents(node.children[1:], place)
    else:
        title, body = (b.Text(str(node.get("label", ""))),), contents(node.children, place)
    return (b.Titled(title, body, "dropdown", place.anchors(node)),)


def _name_only(node: nodes.Element, place: Place) -> Blocks:
    return (b.Paragraph(inlines_of(node.children, place), "rubric"),)


for _name in (
    *("CollapsedLog", "ifconfig", "SphinxTabsPanel", "aside_main", "autosummary_table"),
    *("AdmonitionNode", "CodeAreaNode", "FancyOutputNode", "CodeOutputNode", "HiddenCellNode"),
):
    BY_NAME[_name] = _transparent
for _name in (
    "autosummary_toc",
    "sd_tab_input",
    "todolist",
    "meta",
    "SphinxTabsTablist",
):
    BY_NAME[_name] = _nothing
for _name in ("graphviz", "inheritance_diagram", "mermaid", "plantuml", "drawio_image"):
    BY_NAME[_name] = _drawn
BY_NAME["TabContainer"] = _inline_tab
BY_NAME["SphinxTabsContainer"] = _tabs
BY_NAME["CollapseNode"] = _collapsible
BY_NAME["CollapseSummaryNode"] = _name_only
