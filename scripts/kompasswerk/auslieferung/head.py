"""What stands in the head of a page for browsers, search engines and messengers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .addresses import Address
from .citing import Citation, citation
from .described import Described
from .linked_data import Work, json_ld
from .policy import policy

CARDS = "_vorschau"
"""Folder of the preview pictures, one for each page."""
THEME_COLOURS = ("#ffffff", "#11181d")
"""Ground of a page, light and dark, for a project without tokens."""


@dataclass(frozen=True)
class Head:
    """Data of the template ``kompass/kopf.html``; what is empty or ``None`` is left out.

    ``graph`` are the properties of Open Graph in order, ``colours`` the ground light and dark.
    """

    policy: str
    description: str
    canonical: str
    graph: tuple[tuple[str, str], ...]
    data: str
    citation: Citation | None
    colours: tuple[str, str]


@dataclass(frozen=True)
class Setting:
    """What is the same on every page; ``edition`` is what stands on each of them."""

    work: Work
    edition: str
    address: Address
    colours: tuple[str, str]


def head(described: Described, setting: Setting) -> Head:
    """Return the head of a page with content."""
    return Head(
        policy=policy(),
        description=described.description,
        canonical=setting.address.absolute(described.uri),
        graph=tuple(_graph(described, setting)),
        data=json_ld(described, setting.work, setting.address),
        citation=citation(described, setting.work, setting.edition, setting.address),
        colours=setting.colours,
    )


def bare(setting: Setting) -> Head:
    """Return the head of a page that is no content: search, missing page."""
    return Head(policy(), "", "", (), "", None, setting.colours)


def card_path(docname: str) -> str:
    """Return where the preview picture of a page lies, from the top of the site."""
    return f"{CARDS}/{docname}.png"


def _graph(described: Described, setting: Setting) -> list[tuple[str, str]]:
    properties: Mapping[str, str] = {
        "og:title": described.title,
        "og:description": described.description,
        "og:type": "article" if described.page else "website",
        "og:site_name": setting.work.name,
        "og:locale": "de_DE",
        # Both need a full address, says the protocol of Open Graph.
        "og:url": setting.address.absolute(described.uri),
        "og:image": setting.address.absolute(card_path(described.docname)),
    }
    if setting.address.base:
        text = f"{described.kind}: {described.title}" if described.kind else described.title
        properties = {
            **properties,
            "og:image:width": "1200",
            "og:image:height": "630",
            "og:image:alt": text,
        }
    return [(name, value) for name, value in properties.items() if value]
