"""Captions: „Tabelle 3: …“ with a number that Word can count on."""

from __future__ import annotations

from ..buch.blocks import Inline
from .inlines import plain, runs_of
from .oxml import text as xml
from .oxml.base import Element
from .oxml.paragraph import ParagraphLook, paragraph
from .oxml.text import RunLook
from .place import Place


def caption(
    kind: str,
    number: str | None,
    title: tuple[Inline, ...],
    place: Place,
    *,
    above: bool,
    anchors: tuple[str, ...] = (),
) -> list[Element]:
    """Return the caption of a ``table``, ``figure`` or ``listing``; nothing if it has none.

    ``above`` keeps it with what follows; references to ``anchors`` repeat its number.
    """
    if not title and number is None:
        return []
    out = place.out
    content = []
    if number is not None:
        word = getattr(out.words, kind)
        content = [xml.text_run(f"{word}\u00a0", RunLook()), *counted(word, number, place, anchors)]
        content += [xml.text_run(": ", RunLook())] if title else []
    # Inside a box all paragraphs share one style, or the box would fall apart.
    look = ParagraphLook(
        style=out.styles.paragraph(place.body if place.box else "caption"),
        keep_next=above,
        left=place.own_left if place.box else place.left or None,
        right=place.own_right if place.box else place.right,
    )
    content += runs_of(title, place)
    listed = out.captions.get(kind)
    if listed is not None and number is not None:
        name = f"_Verzeichnis_{kind}_{len(listed) + 1}"
        word = getattr(out.words, kind)
        listed.append((f"{word}\u00a0{number}: {plain(title)}".removesuffix(": "), name))
        content = xml.bookmark(name, content)
        out.written.add(name)
    return [paragraph(look, content)]


def counted(word: str, number: str, place: Place, anchors: tuple[str, ...] = ()) -> list[Element]:
    """Return a number with its counter, in a bookmark if references to ``anchors`` repeat it.

    ``2.1`` is „2.“ and a counter that is set to 1; ``3`` as third needs no setting.
    """
    content = _count("_".join(word.split()), number, place)
    mark = place.out.number_mark(anchors)
    return xml.bookmark(mark, content) if mark else content


def _count(word: str, number: str, place: Place) -> list[Element]:
    """``2.1`` is „2.“ and a counter that is set to 1; ``3`` as third needs no setting."""
    before, _, last = number.rpartition(".")
    prefix = [xml.text_run(f"{before}.", RunLook())] if before else []
    if not (last.isascii() and last.isdigit()):
        return [xml.text_run(number, RunLook())]
    follows = place.out.counters.get(word, 0) + 1 == int(last)
    place.out.counters[word] = int(last)
    reset = "" if follows else f" \\r {int(last)}"
    result = [xml.text_run(last, RunLook())]
    return [*prefix, *xml.field(f"SEQ {word} \\* ARABIC{reset}", result, RunLook())]
