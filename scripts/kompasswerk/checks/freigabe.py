"""Rules about what may be published."""

from __future__ import annotations

from collections.abc import Iterator

from .registry import Found, Stock, Subject, page_rule

KINDS = ("fall", "pilot", "instrument", "programm")
FEWEST = 2
"""So many sources a published page has at least."""


@page_rule("freigabe-quellen", "Freigegebenes hat zwei Quellen oder eine begründete Ausnahme")
def published_without_sources(subject: Subject, stock: Stock) -> Iterator[Found]:
    """Gilt für Fälle, Pilotprojekte, Instrumente und Förderprogramme.

    Wer mit einer Quelle auskommt, sagt unter „ausnahme“, warum.
    """
    art, page = subject.loaded.art, subject.loaded.page
    if art is None or page is None or art.key not in KINDS or page.freigabe != "freigegeben":
        return
    count = len(page.quellen)
    if count < FEWEST and not getattr(page, "ausnahme", None):
        said = ("Die Seite hat keine Quelle", "Die Seite hat nur eine Quelle")[count]
        message = (
            f"{said}. Zum Freigeben bitte eine zweite angeben oder unter „ausnahme“ begründen, "
            f"warum sie genügt."
        )
        yield Found(subject.loaded.line("freigabe"), "freigabe", message)
