"""Names and elements: the only way in which this project makes OOXML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache, wraps
from operator import methodcaller
from typing import TypeVar

from lxml import etree

Element = etree._Element
Look = TypeVar("Look")

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "v": "urn:schemas-microsoft-com:vml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "xml": "http://www.w3.org/XML/1998/namespace",
}

# What XML 1.0 cannot carry: control characters, lone surrogates, non-characters.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@cache
def qualified(name: str) -> str:
    """Return ``{namespace}local`` for ``prefix:local``; a name without prefix stays."""
    prefix, colon, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if colon else name


@cache
def _declared(*names: str) -> dict[str, str]:
    """Return the namespaces of these names; a book asks for the same few again and again."""
    # A dict keeps the order; that of a set would differ from run to run.
    prefixes = dict.fromkeys(name.partition(":")[0] for name in names if ":" in name)
    return {prefix: NAMESPACES[prefix] for prefix in prefixes if prefix != "xml"}


def clean(text: str) -> str:
    """Return ``text`` without characters that XML cannot carry."""
    return text if text.isprintable() else _ILLEGAL.sub("", text)


def make(
    name: str,
    attributes: Mapping[str, str] | None = None,
    children: Iterable[Element] = (),
    text: str | None = None,
) -> Element:
    """Return ``<name attributes>text, children</name>``; names are written ``w:p``."""
    element = _copied(_pattern(name, tuple(attributes.items()) if attributes else ()))
    if text is not None:
        element.text = clean(text)
    element.extend(list(children))
    return element


_copied: Callable[[Element], Element] = methodcaller("__copy__")
"""What ``copy.copy`` does, without its asking how each time."""


@lru_cache(maxsize=4096)
def _pattern(name: str, given: tuple[tuple[str, str], ...]) -> Element:
    """Return an element without content; only copies of it may go into a document.

    A book is made of a few thousand kinds of elements, and to copy one takes a third of the
    time that it takes to make it.
    """
    return etree.Element(
        qualified(name),
        {qualified(key): clean(value) for key, value in given},
        nsmap=_declared(name, *(key for key, _ in given)),
    )


def valued(name: str, value: str | int) -> Element:
    """Return ``<name w:val="value"/>``."""
    return make(name, {"w:val": str(value)})


def remembered(build: Callable[[Look], Element]) -> Callable[[Look], Element]:
    """Let a function that makes an element from a look make each only once, and copy it then.

    A book has thousands of runs and paragraphs and a few dozen looks.
    """
    pattern = lru_cache(maxsize=4096)(build)

    @wraps(build)
    def copied(look: Look) -> Element:
        return _copied(pattern(look))

    return copied


@cache
def _compiled(path: str) -> etree.XPath:
    return etree.XPath(path, namespaces=NAMESPACES)


def find_all(root: Element, path: str) -> list[Element]:
    """Return the elements that an XPath with our prefixes selects, in document order."""
    found = _compiled(path)(root)
    items = found if isinstance(found, list) else []
    return [item for item in items if isinstance(item, Element)]


def attribute(element: Element, name: str) -> str | None:
    """Return an attribute's value, ``None`` where it is missing."""
    return element.get(qualified(name))


def serialized(root: Element) -> bytes:
    """Return a whole part as UTF-8, with declaration and each namespace declared once."""
    tidy(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def may_be_ignored(root: Element, prefix: str) -> None:
    """Let programs that do not know this namespace pass over what is in it."""
    known = (attribute(root, "mc:Ignorable") or "").split()
    if prefix not in known:
        root.set(qualified("mc:Ignorable"), " ".join([*known, prefix]))


def tidy(root: Element) -> None:
    """Declare each namespace once, at the root."""
    named = _used(root)
    etree.cleanup_namespaces(root, top_nsmap=named, keep_ns_prefixes=[*named])


def _used(root: Element) -> dict[str, str]:
    # Prefixes that mc:Ignorable names must stay declared, though nothing may use them.
    ignorable = (attribute(root, "mc:Ignorable") or "").split()
    declared = {prefix: uri for prefix, uri in root.nsmap.items() if prefix in ignorable}
    ours = {prefix: NAMESPACES[prefix] for prefix in ("r", *ignorable) if prefix in NAMESPACES}
    return {str(prefix): uri for prefix, uri in {**ours, **declared}.items()}


def parse(blob: bytes) -> Element:
    """Return the root of a part; entities and network are switched off."""
    return etree.fromstring(blob, etree.XMLParser(resolve_entities=False, no_network=True))
