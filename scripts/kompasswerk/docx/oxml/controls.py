"""Raw XML of content controls: fields that people fill in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .base import Element, find_all, make, valued
from .text import PLAIN, RunLook, run, text_run

LONGEST = 64
"""Letters that Word allows in a title or tag."""


@dataclass(frozen=True)
class Marks:
    """By what a control is recognised; ``fixed`` keeps people from deleting it by accident.

    A ``tag`` that is too long for Word is left out: half of one would be another one.
    """

    tag: str
    title: str
    fixed: bool = False


@dataclass(frozen=True)
class Hint:
    """The words in a control that nobody has filled in yet."""

    text: str
    look: RunLook = PLAIN


def text_control(marks: Marks, hint: Hint, said: str = "", *, lines: bool = False) -> Element:
    """``<w:sdt><w:sdtPr>…<w:showingPlcHdr/><w:text w:multiLine="1"/></w:sdtPr>…``.

    Like all controls it shows what is ``said`` in it, or else the hint.
    """
    return _showing(marks, hint, said, make("w:text", {"w:multiLine": "1"} if lines else {}))


def date_control(marks: Marks, hint: Hint, language: str, said: str = "", day: str = "") -> Element:
    """``<w:sdt>…<w:date><w:dateFormat w:val="dd.MM.yyyy"/>…``: days as in German letters.

    ``day`` is what is said as an ISO day, empty where it is none.
    """
    details = [
        valued("w:dateFormat", "dd.MM.yyyy"),
        valued("w:lid", language),
        valued("w:storeMappedDataAs", "dateTime"),
        valued("w:calendar", "gregorian"),
    ]
    full = {"w:fullDate": f"{day}T00:00:00Z"} if day else {}
    return _showing(marks, hint, said, make("w:date", full, details))


def list_control(marks: Marks, hint: Hint, values: Iterable[str], said: str = "") -> Element:
    """``<w:sdt>…<w:dropDownList><w:listItem w:displayText="Laden" w:value="Laden"/>…``.

    The first entry is the hint, so that a choice can be taken back.
    """
    entries = [(hint.text, ""), *((value, value) for value in values)]
    items = [
        make("w:listItem", {"w:displayText": text, "w:value": value}) for text, value in entries
    ]
    return _showing(marks, hint, said, make("w:dropDownList", children=items))


def _showing(marks: Marks, hint: Hint, said: str, kind: Element) -> Element:
    if said:
        # LibreOffice 7.4 loses the line ends of such a control; the space keeps words apart.
        return _control([*_properties(marks), kind], [text_run(said.replace("\n", " \n"), PLAIN)])
    content = [text_run(hint.text, hint.look)]
    return _control([*_properties(marks), make("w:showingPlcHdr"), kind], content)


def check_box(checked: bool, marks: Marks) -> Element:
    """``<w:sdt><w:sdtPr>… <w14:checkbox>…</w:sdtPr><w:sdtContent><w:r>☐</w:r>…``."""
    states = [
        make("w14:checked", {"w14:val": "1" if checked else "0"}),
        make("w14:checkedState", {"w14:val": "2612", "w14:font": "MS Gothic"}),
        make("w14:uncheckedState", {"w14:val": "2610", "w14:font": "MS Gothic"}),
    ]
    fonts = {f"w:{kind}": "MS Gothic" for kind in ("ascii", "hAnsi", "eastAsia", "cs")}
    sign = run(PLAIN, make("w:t", text="☒" if checked else "☐"))
    sign.insert(0, make("w:rPr", children=[make("w:rFonts", fonts)]))
    return _control([*_properties(marks), make("w14:checkbox", children=states)], [sign])


def repeating(rows: Iterable[Element]) -> Element:
    """``<w:sdt>…<w15:repeatingSection/>…<w:sdt>…<w15:repeatingSectionItem/>…<w:tr/>``.

    It has no title: LibreOffice 7.4 would put it on the first control of the first row.
    """
    items = [_control([valued("w:id", 0), make("w15:repeatingSectionItem")], [row]) for row in rows]
    return _control([valued("w:id", 0), make("w15:repeatingSection")], items)


def locked(children: Iterable[Element]) -> Element:
    """``<w:sdt><w:sdtPr><w:lock w:val="sdtContentLocked"/>…``: paragraphs that nobody edits."""
    return _control([valued("w:id", 0), valued("w:lock", "sdtContentLocked")], list(children))


def with_plain_rows(root: Element) -> Element:
    """Return a document whose rows stand in their tables, not in sections that repeat."""
    for kind in ("w15:repeatingSection", "w15:repeatingSectionItem"):
        for section in find_all(root, f"//w:sdt[w:sdtPr/{kind}]"):
            parent = section.getparent()
            if parent is not None:
                place = parent.index(section)
                parent[place : place + 1] = find_all(section, "w:sdtContent/*")
    return root


def _properties(marks: Marks) -> list[Element]:
    parts = [
        valued("w:alias", marks.title[:LONGEST]),
        valued("w:tag", marks.tag) if len(marks.tag) <= LONGEST else None,
        valued("w:id", 0),
        valued("w:lock", "sdtLocked") if marks.fixed else None,
    ]
    return [part for part in parts if part is not None]


def _control(properties: Sequence[Element], content: Sequence[Element]) -> Element:
    return make(
        "w:sdt",
        children=[
            make("w:sdtPr", children=properties),
            make("w:sdtContent", children=content),
        ],
    )
