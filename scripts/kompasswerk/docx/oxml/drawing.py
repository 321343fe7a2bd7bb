"""Raw XML of pictures."""

from __future__ import annotations

from dataclasses import dataclass

from .base import Element, make
from .text import RunLook, run

_DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_SVG = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


@dataclass(frozen=True)
class Picture:
    """A placed picture: relation of the PNG or JPEG, size in EMU, alternative text.

    An empty ``alt`` marks it as decorative. ``svg`` is the relation of the drawing behind
    the PNG, ``None`` for a mere picture. ``link`` is the relation of a web address.
    """

    relation: str
    width: int
    height: int
    alt: str
    name: str
    svg: str | None = None
    link: str | None = None


def picture(shown: Picture) -> Element:
    """``<w:r><w:drawing><wp:inline>…<a:graphic>…</a:graphic></wp:inline></w:drawing></w:r>``."""
    size = {"cx": str(shown.width), "cy": str(shown.height)}
    margins = {f"dist{side}": "0" for side in "TBLR"}
    inline = make(
        "wp:inline",
        margins,
        [
            make("wp:extent", size),
            make("wp:effectExtent", dict.fromkeys("ltrb", "0")),
            _names(shown),
            make(
                "wp:cNvGraphicFramePr",
                children=[make("a:graphicFrameLocks", {"noChangeAspect": "1"})],
            ),
            make("a:graphic", children=[_data(shown, size)]),
        ],
    )
    return run(RunLook(), make("w:drawing", children=[inline]))


def _names(shown: Picture) -> Element:
    parts = []
    if shown.link is not None:
        parts.append(make("a:hlinkClick", {"r:id": shown.link}))
    if not shown.alt:
        mark = make("adec:decorative", {"val": "1"})
        parts.append(make("a:extLst", children=[make("a:ext", {"uri": _DECORATIVE}, [mark])]))
    return make("wp:docPr", {"id": "0", "name": shown.name, "descr": shown.alt}, parts)


def _data(shown: Picture, size: dict[str, str]) -> Element:
    properties = make(
        "pic:nvPicPr",
        children=[
            make("pic:cNvPr", {"id": "0", "name": shown.name, "descr": shown.alt}),
            make("pic:cNvPicPr"),
        ],
    )
    fill = make(
        "pic:blipFill",
        children=[_blip(shown), make("a:stretch", children=[make("a:fillRect")])],
    )
    frame = make("a:xfrm", children=[make("a:off", {"x": "0", "y": "0"}), make("a:ext", size)])
    shape = make("a:prstGeom", {"prst": "rect"}, [make("a:avLst")])
    body = make("pic:pic", children=[properties, fill, make("pic:spPr", children=[frame, shape])])
    uri = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    return make("a:graphicData", {"uri": uri}, [body])


def _blip(shown: Picture) -> Element:
    drawing = []
    if shown.svg is not None:
        svg = make("asvg:svgBlip", {"r:embed": shown.svg})
        drawing = [make("a:extLst", children=[make("a:ext", {"uri": _SVG}, [svg])])]
    return make("a:blip", {"r:embed": shown.relation}, drawing)
