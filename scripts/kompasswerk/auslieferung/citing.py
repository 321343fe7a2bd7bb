"""How to cite a page: as a sentence, as BibTeX and as CSL-JSON for a reference manager."""

from __future__ import annotations

import json
from dataclasses import dataclass

from ..model import german
from .addresses import Address
from .described import Described
from .linked_data import Work

_BIBTEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


@dataclass(frozen=True)
class Citation:
    """One page, cited in three ways."""

    text: str
    bibtex: str
    csl: str


def citation(described: Described, work: Work, edition: str, address: Address) -> Citation | None:
    """Return how to cite a page with a date; ``None`` for one without, such as the start page.

    ``edition`` is what stands on every page: „Entwurf 1, 22. November 2026“.
    """
    page = described.page
    if page is None:
        return None
    url = address.absolute(described.uri)
    date = german.date(page.stand)
    where = f"In: {work.name}, {edition}." if edition else f"In: {work.name}."
    end = f" {url}" if url else ""
    text = f"{work.author}: {described.title}. {where} Stand: {date}.{end}"
    return Citation(text, _bibtex(described, work, edition, url), _csl(described, work, url))


def _bibtex(described: Described, work: Work, edition: str, url: str) -> str:
    stand = described.page.stand if described.page else ""
    fields = {
        "author": f"{{{work.author.translate(_BIBTEX)}}}",
        "title": described.title.translate(_BIBTEX),
        "howpublished": f"{work.name}, {edition}".rstrip(", ").translate(_BIBTEX),
        "year": stand[:4],
        "note": f"Stand: {stand}",
        "url": url,
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return ",\n".join([f"@misc{{{_key(described)}", *lines]) + "\n}"


def _csl(described: Described, work: Work, url: str) -> str:
    stand = described.page.stand if described.page else ""
    entry: dict[str, object] = {
        "id": _key(described),
        "type": "webpage",
        "title": described.title,
        "container-title": work.name,
        "author": [{"literal": work.author}],
        "issued": {"date-parts": [[int(part) for part in stand.split("-")]]},
        "language": "de-DE",
    }
    entry |= {"URL": url} if url else {}
    lines = (f' "{key}": {json.dumps(value, ensure_ascii=False)}' for key, value in entry.items())
    return "[{\n" + ",\n".join(lines) + "\n}]"


def _key(described: Described) -> str:
    return f"kompass-{described.docname.rpartition('/')[2]}"
