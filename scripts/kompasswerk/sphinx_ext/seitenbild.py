"""How kinds of pages show on the website what paper says in the fact box alone.

A case compares before and after, a pilot draws its way from idea to end. The rows of the box stay
in the document, for whoever asks it for all facts, but are not written a second time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from docutils import nodes as n
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..model import german
from ..model.records import Status, Wirkung
from ..model.seiten import Fall, Pilot, Seite
from .nodes import balken, steckbrief, steckbrief_zeile
from .quellen import citation
from .source import domain_of
from .steckbrief import Context, paragraph


class PagePictures(SphinxPostTransform):
    """Show rows of the fact box in front of the text, not in the box."""

    formats = ("html",)
    default_priority = 6

    def run(self, **kwargs: object) -> None:
        """Replace the rows of the page's kind."""
        domain = domain_of(self.env)
        docname = self.env.current_document.docname
        page, art = domain.page(docname), domain.art(docname) or ""
        box = next(iter(self.document.findall(steckbrief)), None)
        if page is None or box is None or art not in PICTURES:
            return
        keys, draw = PICTURES[art]
        blocks = list(draw(Context(docname, page, domain.vocabulary), page))
        if blocks:
            for row in list(box.findall(steckbrief_zeile)):
                row["woanders"] = row["key"] in keys
            place = box.parent.index(box)
            box.parent[place:place] = blocks


def draw_effects(context: Context, page: Seite) -> Iterator[n.Node]:
    """Yield one box with all effects of a case: name, value before where known, value after."""
    effects = page.wirkung if isinstance(page, Fall) else ()
    if not effects:
        return
    listing = n.bullet_list(bullet="-", classes=["wirkungen"])
    for effect in effects:
        item = n.list_item("", *_effect(context, effect))
        item["classes"] = ["verglichen"] if effect.vorher is not None else []
        listing += item
    yield n.container("", _title("Was es gebracht hat"), listing, classes=["bild-wirkung"])


def _title(words: str) -> n.paragraph:
    return n.paragraph(words, words, classes=["bild-titel"])


def _effect(context: Context, effect: Wirkung) -> Iterator[n.Node]:
    after = german.amount(effect.nachher, effect.einheit)
    if effect.vorher is not None:
        before = german.number(effect.vorher)
        yield _value("vorher", before, float(effect.vorher), effect)
        yield _value("nachher", after, float(effect.nachher), effect)
    else:
        yield n.paragraph("", "", n.strong("", after), classes=["wert"])
    words = effect.kennzahl + (f" (Stand {german.date(effect.stand)})" if effect.stand else "")
    name = paragraph(words[0].upper() + words[1:])
    name["classes"] = ["kennzahl"]
    cited = citation(context.docname, context.page, effect.quelle) if effect.quelle else None
    if cited is not None:
        name += [n.Text(german.NO_BREAK), cited]
    yield name


def _value(when: str, words: str, value: float, effect: Wirkung) -> n.paragraph:
    """Return one line of the comparison: when, a bar as long as the value, the value."""
    largest = max(float(effect.vorher or 0), float(effect.nachher)) or 1.0
    label = n.inline("", when, classes=["wann"])
    bar = balken(anteil=round(100 * value / largest, 1))
    parts = (label, n.Text(" "), bar, n.Text(" "), n.strong("", words))
    return n.paragraph("", "", *parts, classes=["wert", when])


def draw_status(context: Context, page: Seite) -> Iterator[n.Node]:
    """Yield the way of a pilot from idea to end, what was last said of it, sites with dates."""
    if not isinstance(page, Pilot) or not page.status:
        return
    latest = page.status[-1]
    line = n.enumerated_list(enumtype="arabic", prefix="", suffix=".", classes=["statuslinie"])
    keys = context.vocabulary.keys("pilotstatus")
    here = keys.index(latest.stufe) if latest.stufe in keys else -1
    for place, key in enumerate(keys):
        state = "jetzt" if place == here else "vorbei" if place < here else "kommt"
        name = paragraph(context.vocabulary.label("pilotstatus", key))
        if place == here:
            name += n.inline("", " (Stand jetzt)", classes=["nur-vorlesen"])
        line += n.list_item("", name, classes=[state])
    said = [_said(context, status) for status in page.status]
    box = n.container("", _title("Wo das Projekt steht"), line, *said, classes=["bild-status"])
    if page.standorte:
        box += _title("Standorte")
        box += n.bullet_list("", *map(_site, _sites(page)), bullet="-", classes=["standorte"])
    yield box


def _said(context: Context, status: Status) -> n.paragraph:
    words = status.text + (f" (Stand {german.date(status.stand)})" if status.stand else "")
    said = paragraph(words)
    cited = citation(context.docname, context.page, status.quelle) if status.quelle else None
    if cited is not None:
        said += [n.Text(german.NO_BREAK), cited]
    return said


def _sites(page: Pilot) -> Iterator[tuple[str, str]]:
    return ((site.ort, site.termin or "") for site in page.standorte)


def _site(site: tuple[str, str]) -> n.list_item:
    place, date = site
    words = paragraph(n.strong("", place))
    if date:
        words += [n.Text(" "), n.inline("", date, classes=["termin"])]
    return n.list_item("", words)


Draw = Callable[[Context, Seite], Iterator[n.Node]]
PICTURES: dict[str, tuple[set[str], Draw]] = {
    "fall": ({"wirkung"}, draw_effects),
    "pilot": ({"status", "standorte"}, draw_status),
}
"""Kind of page → rows that are not in the fact box, and what shows them."""
