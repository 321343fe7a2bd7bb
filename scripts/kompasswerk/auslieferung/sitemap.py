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
    """Return the file for robots; it names the site map where the address is known.

    Robots only read it at the top of a server (RFC 9309, 2.3): ``""`` below that.
    """
    if address.root != "/":
        return ""
    site_map = f"\nSitemap: {address.absolute(FILE)}\n" if address.base else ""
    return f"User-agent: *\nAllow: /\n{site_map}"
