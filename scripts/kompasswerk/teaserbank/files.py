"""Teasers as files for press, newsletter and social media."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from html import escape

from ..model.teaser import length
from .entries import Eintrag

RULE = "-" * 60
RIGHTS = (
    "Die Texte dürfen übernommen werden, wenn die Quelle genannt wird (CC BY 4.0, Vorschlag an das "
    "Bündnis). Für Bilder gilt, was beim Teaser steht."
)
DRAFT = (
    "Entwurf: Nicht alle Seiten, zu denen die Teaser führen, sind freigegeben. Bitte vor "
    "dem Veröffentlichen klären."
)
PRESS, NEWS = "Teaser für die Presse", "Gute Beispiele gegen Leerstand"
_HEAD = """<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
</head>
<body style="background:#ffffff;margin:16px">
<div style="color:#1b2a33;font:16px/1.5 Arial,sans-serif;margin:0 auto;max-width:600px">
<h1 style="color:#0b4f6c;font-size:24px;line-height:1.2">{title}</h1>
"""
_SMALL = 'style="color:#51636e;font-size:14px"'
"""Mail programs drop stylesheets: here alone looks stand in the tags."""


def press(found: Sequence[Eintrag]) -> str:
    """Return the long teasers with sources and rights of pictures, as text."""
    return "\n".join([PRESS, "", *_remarks(found), "", *(_long(each) for each in found)])


def newsletter_text(found: Sequence[Eintrag]) -> str:
    """Return the newsletter for programs that show no HTML."""
    return "\n".join([NEWS, "", *(_long(each) for each in found), *_remarks(found), ""])


def newsletter_html(found: Sequence[Eintrag]) -> str:
    """Return the newsletter as one page for mail programs; nothing is loaded from elsewhere."""
    parts = "".join(_article(each) for each in found)
    rights = "".join(f"<p {_SMALL}>{each}</p>\n" for each in _remarks(found))
    return f"{_HEAD.format(title=NEWS)}{parts}{rights}</div>\n</body>\n</html>\n"


def social(found: Sequence[Eintrag]) -> str:
    """Return the short teasers as a table with semicolons, one post a line."""
    out = io.StringIO()
    table = csv.writer(out, delimiter=";", lineterminator="\r\n")
    table.writerow(("Seite", "Text", "Zeichen", "Adresse", "Quellen", "Bild und Rechte"))
    for each in found:
        text = each.teaser.kurz
        table.writerow((each.titel, text, length(text), each.adresse, each.belege, each.bild))
    # Excel takes a file without this mark for one of the machine's own code page.
    return "\ufeff" + out.getvalue()


def _remarks(found: Sequence[Eintrag]) -> tuple[str, ...]:
    return (RIGHTS,) if all(each.freigegeben for each in found) else (DRAFT, RIGHTS)


def _long(each: Eintrag) -> str:
    lines = (
        each.titel,
        "",
        each.teaser.lang,
        "",
        f"Mehr: {each.adresse}",
        f"Quellen: {each.belege}",
        f"Bild: {each.bild}",
        "",
        RULE,
        "",
    )
    return "\n".join(lines)


def _article(each: Eintrag) -> str:
    return (
        f'<h2 style="color:#0b4f6c;font-size:19px;margin-top:32px">{escape(each.titel)}</h2>\n'
        f"<p>{escape(each.teaser.lang)}</p>\n"
        f'<p><a style="color:#0b4f6c" href="{escape(each.adresse)}">'
        f"Weiterlesen: {escape(each.titel)}</a></p>\n"
        f"<p {_SMALL}>Quellen: {escape(each.belege)}<br>Bild: {escape(each.bild)}</p>\n"
    )
