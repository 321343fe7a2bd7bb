"""All pages for search engines, after the protocol of sitemaps.org, and where they find it."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from .addresses import Address
from .described import Described

FILE = "sitemap.xml"
ROBOTS = "robots.txt"
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(pages: Iterable[Described], address: Address) -> bytes:
    """Return the pages in their order with the date of the last change; needs an address."""
    root = Element("urlset", {"xmlns": NAMESPACE})
    for described in pages:
        entry = SubElement(root, "url")
        SubElement(entry, "loc").text = address.absolute(described.uri)
        if described.page is not None:
            SubElement(entry, "lastmod").text = described.page.stand
    indent(root, " ")
    text: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def robots(address: Address) -> str:
    """Return the file for robots, which they only read at the top of a server; else ``""``."""
    if not address.base or address.root != "/":
        return ""
    return f"User-agent: *\nAllow: /\n\nSitemap: {address.absolute(FILE)}\n"
