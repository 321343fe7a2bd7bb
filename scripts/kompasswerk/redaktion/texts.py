"""What a form says itself: how it is filled in, helps and examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..buch.edition import Edition
from ..model.arten import Art
from ..model.seiten import Bestand, Seite
from ..reading.files import Loaded
from ..reading.new_page import TEMPLATES
from ..reading.split import FENCE
from .felder_bogen import title_of
from .from_myst import blocks_of
from .pieces import Heading, Para, text_of

HINT = "Bitte hier schreiben."
FIXED = "Baustein, bitte nicht ändern:"
BOX_BEGIN = "Hier beginnt ein Kasten (Zeile bitte nicht ändern, den Text darunter gern):"
BOX_END = "Hier endet der Kasten (Zeile bitte nicht ändern):"
_EXAMPLES = {"fall": "blank-jena", "pilot": "wanderbaumallee", "instrument": "zwischennutzung"}
_LONGEST_EXAMPLE = 420
_PURPOSE = {
    "fall": "Mit diesem Bogen beschreiben Sie einen Fall für das Handbuch.",
    "pilot": "Mit diesem Bogen beschreiben Sie ein Pilotprojekt für das Handbuch.",
    "instrument": "Mit diesem Bogen beschreiben Sie ein Instrument für das Handbuch.",
}
_CHANGE = "Dieser Bogen zeigt die Seite „{}“, wie sie heute im Handbuch steht."
_STEPS = (
    "Füllen Sie die grauen Felder aus; Fragen mit Stern braucht jede Seite.",
    "Schreiben Sie danach unter „Der Text“ zu jeder Überschrift, was Sie belegen können.",
    "Tragen Sie jede Quelle in die Tabelle „Quellen“ ein und nennen Sie im Text ihre Kennung in "
    "eckigen Klammern, zum Beispiel [q1] oder [q1, q2].",
    "Was Sie nicht wissen, lassen Sie leer; Fragen an die Redaktion schreiben Sie als Kommentar.",
    "Speichern Sie die Datei als Word-Datei (.docx) und schicken Sie sie an die Redaktion zurück.",
)
_CHANGED = (
    "Ändern Sie, was nicht mehr stimmt, am besten mit „Änderungen nachverfolgen“.",
    *_STEPS[2:],
)
_EDITION = "Dieser Bogen gehört zur Fassung „{}“ des Handbuchs."
_UNTIL_THEN = (
    "Ihre Angaben erscheinen erst, wenn die Redaktion sie geprüft und die AG sie freigegeben hat."
)
_ABOUT = (
    "Fett, kursiv, Links, Listen und Tabellen bleiben erhalten. Auf andere Seiten verweisen Sie "
    "so: [Fall: blank-jena] oder [Instrument: zwischennutzung].",
)


@dataclass(frozen=True)
class Texts:
    """The words of a form; ``helps`` are those below each heading of the text."""

    purpose: str
    steps: tuple[str, ...]
    edition: tuple[str, ...]
    about_text: tuple[str, ...]
    helps: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def words(self) -> tuple[str, ...]:
        """All paragraphs below „Der Text“ that belong to the form and not to the page."""
        below = (word for words in self.helps.values() for word in words)
        return (HINT, FIXED, BOX_BEGIN, BOX_END, *self.about_text, *below)


def texts_for(
    art: Art, page: Seite | None, loaded: Loaded, edition: Edition | None, root: Path
) -> Texts:
    """Return the words of the form of a page, or of a new page for ``None``.

    Helps come from the template of the kind, examples from a page of the project; both are left
    out where there are none.
    """
    helps = dict(_helps(root / TEMPLATES / f"{art.key}.md"))
    examples = {} if page is not None else dict(_examples(art, loaded))
    line = (_EDITION.format(edition.line("de")),) if edition else ()
    return Texts(
        _PURPOSE.get(art.key, title_of(art)) if page is None else _CHANGE.format(page.titel),
        _STEPS if page is None else _CHANGED,
        (*line, _UNTIL_THEN),
        _ABOUT,
        {
            heading: tuple(filter(None, (helps.get(heading, ""), examples.get(heading, ""))))
            for heading in art.headings
        },
    )


def _helps(template: Path) -> Iterator[tuple[str, str]]:
    """Yield what the template of a kind says below each heading."""
    if not template.is_file():
        return
    text = template.read_text(encoding="utf-8")
    yield from _first_paragraphs(text.partition(f"\n{FENCE}\n")[2], 10_000)


def _examples(art: Art, loaded: Loaded) -> Iterator[tuple[str, str]]:
    slug = _EXAMPLES.get(art.key, "")
    page = next((each for each in loaded.pages if each.slug == slug and each.art is art), None)
    if page is None or page.page is None:
        return
    for heading, text in _first_paragraphs(page.body, _LONGEST_EXAMPLE):
        yield heading, f"Beispiel aus „{_title(loaded.bestand, art, slug)}“: {text}"


def _title(bestand: Bestand, art: Art, slug: str) -> str:
    page = bestand.find(art.page, slug)
    return page.titel if page else slug


def _first_paragraphs(body: str, longest: int) -> Iterator[tuple[str, str]]:
    """Yield the first paragraph of at most so many letters below each heading."""
    heading, found = "", set[str]()
    for block in blocks_of(body):
        if isinstance(block.piece, Heading) and block.piece.level == 2:
            heading = text_of(block.piece.runs)
        elif isinstance(block.piece, Para) and heading and heading not in found:
            text = text_of(block.piece.runs)
            if len(text) <= longest:
                found.add(heading)
                yield heading, text
