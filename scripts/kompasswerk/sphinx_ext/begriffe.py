"""Terms of the glossary become links where a page first uses them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from docutils import nodes as n
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..model.records import Begriff
from ..model.seiten import Glossar
from .domain import KompassDomain
from .nodes import quelleneintrag, steckbrief
from .source import domain_of

CLOSED = (
    n.reference,
    addnodes.pending_xref,
    n.FixedTextElement,
    n.literal,
    n.footnote,
    quelleneintrag,
    steckbrief,
)
"""What keeps its text as it is: links, code, notes, sources and facts."""
_NOUN = r"(?:e?s|e?n|e|er)?"
_ADJECTIVE = re.compile(r"(?:es|er|e)$")
MARKS = "tu"
_UMLAUTS = {"a": "[aä]", "o": "[oö]", "u": "[uü]"}


class FirstUseLinks(SphinxPostTransform):
    """Link each term once on a page; runs before references are resolved, as it makes some."""

    default_priority = 4

    def run(self, **kwargs: object) -> None:
        """Link the first use of every term, unless the page has linked it before."""
        domain = domain_of(self.env)
        docname = self.env.current_document.docname
        known = domain.once(known_terms)
        if known.pattern is None or domain.art(docname) in (None, "glossar"):
            return
        seen: set[str] = set()
        for found in _terms_and_prose(self.document, prose=False):
            if isinstance(found, addnodes.pending_xref):
                seen.add(found["reftarget"])
            elif parts := _linked(found.astext(), known.pattern, known.targets, seen, docname):
                found.parent.replace(found, parts)


def _terms_and_prose(node: n.Element, *, prose: bool) -> list[addnodes.pending_xref | n.Text]:
    """Return links to terms, and texts that stand open in a paragraph, in order.

    ``prose`` says that the node lies in a paragraph.
    """
    found: list[addnodes.pending_xref | n.Text] = []
    for child in node.children:
        if isinstance(child, n.Text):
            if prose:
                found.append(child)
        elif not isinstance(child, n.Element):
            continue
        elif _is_closed(type(child)):  # type: ignore[arg-type]  # mypy takes it for a node
            found += [each for each in child.findall(addnodes.pending_xref) if _is_term(each)]
        elif child.children:
            found += _terms_and_prose(child, prose=prose or isinstance(child, n.paragraph))
    return found


@cache
def _is_closed(kind: type) -> bool:
    return issubclass(kind, CLOSED)


def _is_term(node: addnodes.pending_xref) -> bool:
    return bool(node.get("reftype") == "term")


def _linked(
    text: str,
    pattern: re.Pattern[str],
    targets: Sequence[str],
    seen: set[str],
    docname: str,
) -> list[n.Node]:
    """Return the text in pieces, with a reference for every term that was not seen yet.

    Nothing if there is none: most texts stay as they are.
    """
    pieces: list[n.Node] = []
    place = 0
    for match in pattern.finditer(text):
        term = targets[int((match.lastgroup or "t0")[1:])]
        if term in seen:
            continue
        seen.add(term)
        if match.start() > place:
            pieces.append(n.Text(text[place : match.start()]))
        pieces.append(term_reference(term, match[0], docname))
        place = match.end()
    if pieces and text[place:]:
        pieces.append(n.Text(text[place:]))
    return pieces


def term_reference(term: str, words: str, docname: str) -> addnodes.pending_xref:
    """Return what the role ``term`` makes of words that mean a term."""
    inner = n.inline(words, words, classes=["xref", "std", "std-term"])
    return addnodes.pending_xref(
        words,
        inner,
        refdomain="std",
        reftype="term",
        reftarget=term,
        refdoc=docname,
        refexplicit=True,
        refwarn=False,
    )


@dataclass(frozen=True)
class KnownTerms:
    """One pattern for all terms and synonyms.

    Its groups ``t3`` and ``u3`` stand for ``targets[3]``, in capitals and in small letters.
    """

    pattern: re.Pattern[str] | None
    targets: tuple[str, ...]


def known_terms(domain: KompassDomain) -> KnownTerms:
    """Return the terms of all glossary pages."""
    pages = (page for _, page in domain.pages("glossar") if isinstance(page, Glossar))
    return _compiled(tuple(term for page in pages for term in page.begriffe))


def _compiled(terms: tuple[Begriff, ...]) -> KnownTerms:
    names = {name: term.begriff for term in terms for name in (term.begriff, *term.synonyme)}
    # The longest first: „Drohender Leerstand“ before „Leerstand“.
    ordered = sorted(names, key=lambda name: (-len(name), name))
    # By first letter, as most places of a text begin no term: one look spares trying them all.
    by_letter: dict[str, list[str]] = {}
    for place, name in enumerate(ordered):
        letters, rest = _first_and_rest(inflected(name))
        for mark, letter in zip(MARKS, letters, strict=False):
            by_letter.setdefault(letter, []).append(f"(?P<{mark}{place}>{rest})")
    tried = "|".join(
        f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in sorted(by_letter.items())
    )
    pattern = re.compile(rf"(?<![\w-])(?:{tried})(?![\w-])") if names else None
    return KnownTerms(pattern, tuple(names[name] for name in ordered))


def _first_and_rest(pattern: str) -> tuple[str, str]:
    """Return the letters with which a pattern may begin, one or two, and what follows."""
    if pattern.startswith("["):
        letters, _, rest = pattern[1:].partition("]")
        return letters, rest
    plain = pattern.removeprefix("\\")  # of a sign that means something in patterns
    return plain[0], plain[1:]


def inflected(name: str) -> str:
    """Return a pattern for a German term in all cases and in the plural.

    The last word is a noun with its endings and umlauts, words before it that end like
    adjectives are inflected as such. Names in capitals and one-word terms with a hyphen
    only take endings.
    """
    *before, noun = name.split()
    words = [_adjective(word) if _ADJECTIVE.search(word) else re.escape(word) for word in before]
    return r"\s+".join([*words, _noun(noun)])


def _adjective(word: str) -> str:
    stem = _ADJECTIVE.sub("", word)
    first = f"[{stem[0].upper()}{stem[0].lower()}]"
    return f"{first}{re.escape(stem[1:])}(?:e[srnm]?)?"


def _noun(word: str) -> str:
    """Allow „Verträge“ for „Vertrag“, „Kleinstädte“ for „Kleinstadt“, „Brachen“ for „Brache“."""
    vowels = list(re.finditer(r"(?<=[a-zß])[aou](?!u)(?=[^aeiouäöü]+$)", word))
    if not vowels:
        return re.escape(word) + _NOUN
    place = vowels[-1].start()
    return f"{re.escape(word[:place])}{_UMLAUTS[word[place]]}{re.escape(word[place + 1 :])}{_NOUN}"


def is_term_link(node: n.reference) -> bool:
    """Whether a resolved reference leads to a term of the glossary."""
    words = node.next_node(n.inline)
    return words is not None and "std-term" in words["classes"]
