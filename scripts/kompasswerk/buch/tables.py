"""Tables and pictures → blocks."""

from __future__ import annotations

from docutils import nodes

from . import blocks as b
from .flow import Blocks, contents, flow
from .images import alternative, image_path
from .inline import inlines_of
from .place import Place

ROLES = ("matrix", "katalog", "kriterien", "pilotstand")
"""Classes of our own tables that an emitter may lay out in its own way."""


@flow.register
def _(node: nodes.table, place: Place) -> Blocks:
    caption = next((c for c in node.children if isinstance(c, nodes.title)), None)
    group = next(c for c in node.children if isinstance(c, nodes.tgroup))
    specs = [c for c in group.children if isinstance(c, nodes.colspec)]
    head = _rows(group, nodes.thead, place.compact(), header=True, stubs=0)
    stubs = sum(1 for spec in specs if spec.get("stub"))
    body = _rows(group, nodes.tbody, place.compact(), header=False, stubs=stubs)
    return (
        b.Table(
            (*head, *body),
            tuple(int(spec["colwidth"]) if _is_number(spec) else 1 for spec in specs),
            header_rows=len(head),
            header_columns=stubs,
            caption=inlines_of(caption.children, place) if caption else (),
            number=place.project.numbers.get(id(node)),
            anchors=place.anchors(node),
            role=next((c for c in ROLES if c in node["classes"]), "data"),
            form=node.get("formular", ""),
        ),
    )


def _elements(node: nodes.Element) -> list[nodes.Element]:
    return [child for child in node.children if isinstance(child, nodes.Element)]


def _is_number(spec: nodes.colspec) -> bool:
    return str(spec.get("colwidth", "")).isdigit()


def _rows(
    group: nodes.tgroup, kind: type[nodes.Element], place: Place, *, header: bool, stubs: int
) -> tuple[b.Row, ...]:
    part = next((c for c in group.children if isinstance(c, kind)), None)
    if part is None:
        return ()
    return tuple(
        b.Row(
            tuple(
                b.Cell(
                    contents(entry.children, place),
                    columns=entry.get("morecols", 0) + 1,
                    rows=entry.get("morerows", 0) + 1,
                    header=header or index < stubs,
                )
                for index, entry in enumerate(_elements(row))
            )
        )
        for row in _elements(part)
    )


@flow.register
def _(node: nodes.figure, place: Place) -> Blocks:
    picture = next(iter(node.findall(nodes.image)), None)
    caption = next((c for c in node.children if isinstance(c, nodes.caption)), None)
    legend = next((c for c in node.children if isinstance(c, nodes.legend)), None)
    words = inlines_of(caption.children, place) if caption else ()
    below = contents(legend.children, place) if legend else ()
    if picture is None:
        rest = [child for child in node.children if child not in (caption, legend)]
        return (*contents(rest, place), *_missing(None, words, place.anchors(node)), *below)
    path = image_path(picture, place)
    if path is None:
        return (*_missing(picture, words, place.anchors(node)), *below)
    return (
        b.Figure(
            path,
            alternative(picture, place, caption.astext() if caption else ""),
            words,
            below,
            number=place.project.numbers.get(id(node)),
            anchors=(*place.anchors(node), *place.anchors(picture)),
            width=picture.get("width") or node.get("width"),
            url=_url(picture),
        ),
    )


@flow.register
def _(node: nodes.image, place: Place) -> Blocks:
    path = image_path(node, place)
    if path is None:
        return _missing(node, (), place.anchors(node))
    return (
        b.Figure(
            path,
            alternative(node, place),
            anchors=place.anchors(node),
            width=node.get("width"),
            url=_url(node),
        ),
    )


def _missing(
    picture: nodes.image | None, words: tuple[b.Inline, ...], anchors: tuple[str, ...]
) -> Blocks:
    """Return what stands where there is no picture: its alternative text or address."""
    alt = (picture.get("alt") or f"[{picture['uri']}]") if picture else ""
    between = (b.Text(" – "),) if alt and words else ()
    content = (*((b.Text(alt),) if alt else ()), *between, *words)
    return (b.Paragraph(content, anchors=anchors),) if content else ()


def _url(picture: nodes.image) -> str | None:
    link = picture.parent
    uri = link.get("refuri") if isinstance(link, nodes.reference) else None
    return uri if uri and "://" in uri else None
