"""The Markdown of a page to its ``Body``, by the same parser and syntax that MyST uses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.field_list import fieldlist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin

from .body import Block, BlockKind, Body, Directive, Heading, Link, Picture, Role
from .directives import LITERAL, PICTURE_OPTIONS, SILENT, TABLES, take_options

DEEPEST = 8
_DIRECTIVE = re.compile(r"\{([^\s{}]+)\}\s*(.*)", re.DOTALL)
_KINDS = {
    "paragraph_open": BlockKind.PARAGRAPH,
    "bullet_list_open": BlockKind.LIST,
    "ordered_list_open": BlockKind.LIST,
    "dl_open": BlockKind.LIST,
    "field_list_open": BlockKind.LIST,
    "table_open": BlockKind.TABLE,
}


@dataclass(frozen=True)
class _Spot:
    """Where the parser stands: first line of the text, the section, how deep in boxes."""

    first_line: int
    section: str = ""
    depth: int = 0

    def line(self, token: Token) -> int:
        """Return the file's line in which a block token starts."""
        return self.first_line + (token.map[0] if token.map else 0)


@dataclass
class _Found:
    """What has been gathered so far."""

    flows: list[tuple[Block, ...]] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    directives: list[Directive] = field(default_factory=list)
    html: list[int] = field(default_factory=list)


def read_body(text: str, first_line: int) -> Body:
    """Return the structure of a page's text; ``first_line`` is its first line in the file.

    Never raises: all text is Markdown.
    """
    found = _Found()
    _flow(markdown_parser().parse(text), _Spot(first_line), found)
    return Body(
        flows=tuple(found.flows),
        headings=tuple(found.headings),
        roles=tuple(found.roles),
        links=tuple(found.links),
        pictures=tuple(found.pictures),
        directives=tuple(found.directives),
        html=tuple(found.html),
    )


@cache
def markdown_parser() -> MarkdownIt:
    """Return the parser with the syntax of MyST that the project's pages use."""
    parser = MarkdownIt("commonmark").enable("table")
    for plugin in (colon_fence_plugin, deflist_plugin, myst_block_plugin, myst_role_plugin):
        parser.use(plugin)
    for plugin in (footnote_plugin, fieldlist_plugin, attrs_plugin):
        parser.use(plugin)
    # Dangerous addresses must become links here, so that the rule sees and names them.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


def _flow(tokens: Sequence[Token], spot: _Spot, found: _Found) -> None:
    """Gather one run of blocks; boxes inside it become runs of their own, after it."""
    blocks: list[Block] = []
    place = len(found.flows)
    found.flows.append(())
    for token, inner in _siblings(tokens):
        block = _block(token, inner, spot, found)
        if block is None:
            continue
        blocks.append(block)
        if block.kind is BlockKind.HEADING and token.tag == "h2" and spot.depth == 0:
            spot = replace(spot, section=block.text)
    found.flows[place] = tuple(blocks)


def _siblings(tokens: Sequence[Token]) -> Iterator[tuple[Token, Sequence[Token]]]:
    """Yield each token of the outermost level with the tokens that it encloses."""
    start = 0
    level = 0
    for index, token in enumerate(tokens):
        level += token.nesting
        if level == 0:
            yield tokens[start], tokens[start + 1 : index]
            start = index + 1


def _block(token: Token, inner: Sequence[Token], spot: _Spot, found: _Found) -> Block | None:
    kind = token.type
    if kind in ("fence", "colon_fence"):
        return _fence(token, spot, found)
    if kind == "blockquote_open":
        _flow(inner, replace(spot, depth=spot.depth + 1), found)
        return None
    if kind == "heading_open":
        return _heading(token, inner, spot, found)
    if kind in _KINDS:
        return _whole(_KINDS[kind], token, inner, spot, found)
    _whole(BlockKind.DIRECTIVE, token, [token, *inner], spot, found)
    return None


def _heading(token: Token, inner: Sequence[Token], spot: _Spot, found: _Found) -> Block:
    block = _whole(BlockKind.HEADING, token, inner, spot, found)
    if spot.depth == 0:
        found.headings.append(Heading(int(token.tag[1]), block.text, block.line))
    return block


def _whole(
    kind: BlockKind, token: Token, inner: Sequence[Token], spot: _Spot, found: _Found
) -> Block:
    """Return one block with everything in it; its parts need no source of their own."""
    before = len(found.roles)
    texts = []
    for part in inner:
        if part.type == "inline":
            texts.append(_inline(part, spot.line(part), found))
        elif part.type in ("fence", "colon_fence"):
            _fence(part, spot, found)
        elif part.type == "html_block":
            _html(part, spot.line(part), found)
    return Block(
        kind=kind,
        line=spot.line(token),
        section=spot.section,
        text=" ".join(texts).strip(),
        sources=_sources(found.roles[before:]),
    )


def _sources(roles: Sequence[Role]) -> tuple[str, ...]:
    return tuple(key for role in roles if role.name == "quelle" for key in role.sources if key)


def _inline(token: Token, line: int, found: _Found) -> str:
    """Return the text of a paragraph, heading or cell, gathering what stands in it."""
    text = []
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            line += 1
            text.append(" ")
        elif child.type == "myst_role":
            found.roles.append(Role(child.meta["name"], child.content, line))
            text.append(f"{{{child.meta['name']}}}`{child.content}`")
        elif child.type == "link_open":
            found.links.append(Link(str(child.attrGet("href") or ""), line))
        elif child.type == "image":
            found.pictures.append(Picture(str(child.attrGet("src") or ""), child.content, line))
        elif child.type == "html_inline":
            _html(child, line, found)
        else:
            text.append(child.content)
    return "".join(text)


def _html(token: Token, line: int, found: _Found) -> None:
    if not token.content.lstrip().startswith("<!--"):
        found.html.append(line)


def _fence(token: Token, spot: _Spot, found: _Found) -> Block | None:
    match = _DIRECTIVE.fullmatch(token.info.strip())
    if match is None:
        return None
    name, argument = match.groups()
    line = spot.line(token)
    options, rest, skipped = take_options(token.content)
    directive = Directive(name, argument.strip(), line, options, rest, skipped)
    found.directives.append(directive)
    before = len(found.roles)
    _pictures(directive, found)
    found.links.extend(Link(address, line) for address in directive.links)
    for value in (argument, *options.values()):
        if "{" in value or "](" in value:
            _flow_of_text(
                value, replace(spot, first_line=line, depth=spot.depth + 1), found, silent=True
            )
    if name not in LITERAL and spot.depth < DEEPEST:
        inside = replace(spot, first_line=line + 1 + skipped, depth=spot.depth + 1)
        _flow_of_text(rest, inside, found, silent=name in SILENT | TABLES)
    kind = BlockKind.TABLE if name in TABLES else BlockKind.DIRECTIVE
    return Block(kind, line, spot.section, name, _sources(found.roles[before:]))


def _flow_of_text(text: str, spot: _Spot, found: _Found, *, silent: bool) -> None:
    """Gather the text of a box; ``silent`` drops its flow, so that nothing asks for sources."""
    before = len(found.flows)
    _flow(markdown_parser().parse(text), spot, found)
    if silent:
        del found.flows[before:]


def _pictures(directive: Directive, found: _Found) -> None:
    if directive.name in ("figure", "image"):
        alt = directive.options.get("alt")
        found.pictures.append(Picture(directive.argument, alt, directive.line))
    for option, alt_option in PICTURE_OPTIONS.items():
        if option in directive.options:
            alt = directive.options.get(alt_option)
            found.pictures.append(Picture(directive.options[option], alt, directive.line))
