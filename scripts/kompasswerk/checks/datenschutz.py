"""Rules that keep private persons out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..reading.wording import quoted
from .registry import Found, Stock, Subject, page_rule

_AT = r"(?:@|\s?[\[(](?:at|ät)[\])]\s?)"
_ADDRESS = re.compile(
    rf"(?<![\w.+-])([A-Za-zÄÖÜäöüß0-9._+-]{{1,64}}){_AT}[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,4}}"
)
_PERSON = re.compile(r"[A-Za-zÄÖÜäöüß]+(?:-[A-Za-zÄÖÜäöüß]+)?")
_OFFICES = frozenset(
    {
        *("amt", "bauamt", "buergerbuero", "buergerservice", "buero", "bund", "citymanagement"),
        *("denkmal", "gemeinde", "geschaeftsstelle", "gst", "info", "innenstadt", "kontakt"),
        *("kreis", "kultur", "land", "landkreis", "landratsamt", "leerstand", "mail"),
        *("marketing", "office", "ordnungsamt", "post", "poststelle", "presse", "projekt"),
        *("quartier", "rathaus", "redaktion", "referat", "region", "sekretariat", "service"),
        *("stadt", "stadtentwicklung", "stadtmarketing", "stadtplanung", "stadtverwaltung"),
        *("tourismus", "touristinfo", "umwelt", "verein", "verwaltung", "vorstand"),
        *("webmaster", "wirtschaft", "wirtschaftsfoerderung", "zentrale"),
    }
)
_WEB = re.compile(r"https?://\S+")
_MORE_DIGITS = r"(?:[ /-][0-9]{1,6}){0,5}"
_ABROAD = r"(?:\+49|0049)[ ()/-]{0,3}(?:0\))?[ )/-]{0,3}[1-9][0-9]{1,4}[ )/-]{0,3}[0-9]{2,}"
_AT_HOME = r"\(?0[1-9][0-9]{1,4}\)? ?[ /-] ?[0-9]{2,}"
_PHONE = re.compile(rf"(?<![\w.,/+-])(?:{_ABROAD}|{_AT_HOME}){_MORE_DIGITS}(?!\w)")
FEWEST_DIGITS = 7
_WITHOUT_PHONES = ("fall", "pilot", "instrument", "programm")


@page_rule("e-mail-person", "Keine persönlichen E-Mail-Adressen")
def personal_address(subject: Subject, stock: Stock) -> Iterator[Found]:
    """Persönlich ist eine Adresse nach dem Muster vorname.nachname oder v.nachname.

    Vor dem @ stehen dann zwei oder drei Wörter mit Punkt oder Unterstrich dazwischen, und
    keines davon nennt eine Stelle.
    Postfächer wie info@, stadt@, poststelle@ oder gst-innenstadt@ sind erlaubt.
    """
    for number, line in _lines(subject):
        if "@" not in line and "at" not in line and "ät" not in line:
            continue
        for match in _ADDRESS.finditer(line):
            if _is_personal(match.group(1)):
                message = (
                    f"{quoted(match.group())} sieht nach einer Person aus. "
                    "Bitte ein Postfach der Stelle angeben oder löschen."
                )
                yield Found(number, _key(subject, number), message)


@page_rule("telefon", "Keine Telefonnummern in Fällen, Pilotprojekten und Instrumenten")
def phone_number(subject: Subject, stock: Stock) -> Iterator[Found]:
    """Telefonnummern veralten und gehören oft Personen; die Web-Adresse der Stelle genügt.

    Auf anderen Seiten, etwa im Impressum, sind Nummern von Stellen erlaubt.
    """
    art = subject.loaded.art
    if art is None or art.key not in _WITHOUT_PHONES:
        return
    for number, line in _lines(subject):
        for match in _PHONE.finditer(_WEB.sub(" ", line)):
            if sum(map(str.isdigit, match.group())) < FEWEST_DIGITS:
                continue
            message = (
                f"{quoted(match.group())} ist eine Telefonnummer. "
                "Bitte löschen und die Web-Adresse der Stelle angeben."
            )
            yield Found(number, _key(subject, number), message)


def _is_personal(local: str) -> bool:
    parts = re.split(r"[._]", local)
    if not 2 <= len(parts) <= 3 or not all(_PERSON.fullmatch(part) for part in parts):
        return False
    return not any(word.lower() in _OFFICES for part in parts for word in part.split("-"))


def _lines(subject: Subject) -> Iterator[tuple[int, str]]:
    """Yield every line of the file with its number, comments too: the files are public."""
    yield from enumerate(subject.loaded.head.split("\n"), 2)
    yield from enumerate(subject.loaded.body.split("\n"), subject.loaded.body_line)


def _key(subject: Subject, line: int) -> str:
    """Return the key of a line in the front matter, the section of a line in the text."""
    if line >= subject.loaded.body_line:
        return subject.body.section_at(line)
    above = [(number, -len(key), key) for key, number in subject.loaded.lines.items()]
    return max((entry for entry in above if entry[0] <= line), default=(0, 0, ""))[2]
