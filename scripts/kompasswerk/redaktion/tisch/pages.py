"""The two pages of the desk: the list of all pages, and one page to edit."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from html import escape
from urllib.parse import quote

from ...model.arten import Art
from ...model.vocabulary import Vocabulary
from ...reading.pages import LoadedPage
from ..felder_bogen import Bogen, title_of as form_title
from .desk import Opened, title_of
from .form_html import day_hint, questions

STYLES = ("gestaltung.css", "kompass.css", "formular.css", "tisch.css")
ICON = "zeichen.svg"
_NEW = {"fall": "Neuer Fall", "pilot": "Neues Pilotprojekt", "instrument": "Neues Instrument"}
_SEVERAL = {"fall": "Fälle", "pilot": "Pilotprojekte", "instrument": "Instrumente"}
_PAGE = """<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
{links}
</head>
<body class="tisch">
<noscript><p>Die Redaktion braucht JavaScript. Bitte im Browser einschalten.</p></noscript>
{body}
</body>
</html>
"""


def list_page(kinds: Iterable[tuple[Art, Sequence[LoadedPage]]], names: Vocabulary) -> str:
    """Return the page with all pages by kind, to search, open, begin and read forms."""
    states = {each.key: each.name for each in names.lists.get("freigabe", ())}
    parts = [_group(art, pages, states) for art, pages in kinds]
    body = f"""<a class="skip-to-content" href="#seiten">Zur Liste</a>
<header class="tischkopf"><p class="marke">Kompass Leerstand</p>
<button type="button" class="leise" data-aktion="ende">Redaktion beenden</button></header>
<main class="liste">
<h1>Redaktion</h1>
<p class="leitsatz">Hier legen Sie Seiten an und ändern sie. Alles bleibt auf diesem Rechner.</p>
<div class="suchfeld suchfeld-gross"><input type="search" id="suche" placeholder="Titel oder Ort" \
aria-label="Seiten suchen"></div>
<p id="treffer" role="status"></p>
<div id="seiten">{"".join(parts)}</div>
<section class="word" aria-labelledby="word-titel">
<h2 id="word-titel">Bogen aus Word einlesen</h2>
<p>Sie haben einen ausgefüllten Bogen bekommen? Wählen Sie die Word-Datei. Sie sehen zuerst, was \
sich ändert; übernommen wird erst, wenn Sie es sagen.</p>
<p><label class="dateiwahl"><span class="knopf">Word-Datei wählen …</span>\
<input type="file" id="bogen" accept=".docx"></label></p>
<div id="bogenmeldung" role="status"></div>
<div id="vergleich"></div>
</section>
</main>"""
    return _page("Redaktion – Kompass Leerstand", body, ("anfrage.js", "liste.js"), "")


def _group(art: Art, pages: Sequence[LoadedPage], states: dict[str, str]) -> str:
    rows = "".join(_row(each, states) for each in pages)
    return f"""<section class="art" aria-labelledby="art-{art.key}">
<div class="artkopf"><h2 id="art-{art.key}">{_SEVERAL[art.key]} \
<span class="anzahl">{len(pages)}</span></h2>
<div class="knoepfe"><a class="knopf haupt" href="neu/{art.key}">{_NEW[art.key]}</a>
<a class="knopf" href="leerer-bogen/{art.key}" download>{form_title(art)} für Word</a></div></div>
<ul class="seiten">{rows}</ul>
</section>
"""


def _row(page: LoadedPage, states: dict[str, str]) -> str:
    said = {each.key: str(each.value) for each in page.entries if each.key in ("ort", "freigabe")}
    title, path = escape(title_of(page)), quote(page.path.removesuffix(".md"))
    state = states.get(said.get("freigabe", ""), said.get("freigabe", ""))
    facts = " · ".join(escape(each) for each in (said.get("ort", ""), state) if each)
    return (
        f'<li><a href="seite/{path}">{title}</a> <span class="angabe">{facts}</span> '
        f'<a class="leise" href="bogen/{path}" download aria-label="Word-Bogen von {title}">'
        "Word-Bogen</a></li>\n"
    )


def edit_page(opened: Opened, bogen: Bogen, *, up: str, preview: str) -> str:
    """Return the page with form and preview; ``up`` leads to the desk from here."""
    title = opened.titel or _NEW[opened.art.key]
    data = {**opened.data(), "vorschau": preview}
    word = ""
    if opened.path:
        name = quote(opened.path.removesuffix(".md"))
        word = f'<a class="knopf" id="wordbogen" href="{up}bogen/{name}" download>Word-Bogen</a>'
    body = f"""<a class="skip-to-content" href="#formular">Zum Formular</a>
<header class="tischkopf">
<a class="zurueck" href="{up}">‹ Alle Seiten</a>
<h1>{escape(title)}</h1>
<p id="stand" role="status"></p>
<div class="knoepfe">{word}
<button type="button" id="vorschau-knopf" aria-pressed="true">Vorschau</button>
<button type="button" class="haupt" id="speichern">Speichern</button></div>
</header>
<div class="arbeitsplatz">
<main id="formular" tabindex="-1">
<nav class="sprung" aria-label="Auf dieser Seite"><a href="#angaben">Angaben</a> \
<a href="#text">Text</a> <a href="#belege">Bilder und Quellen</a></nav>
<section id="befunde" aria-labelledby="befunde-titel"><h2 id="befunde-titel" tabindex="-1">Befunde\
</h2><div class="inhalt"></div></section>
<section id="angaben"><h2>Angaben</h2>{questions(bogen, later=False)}</section>
<section id="text"><h2>Text</h2>{_TEXT_HELP}<div id="abschnitte"></div></section>
<section id="belege"><h2>Bilder und Quellen</h2>{questions(bogen, later=True)}</section>
{day_hint()}</main>
<aside id="vorschau" aria-label="Vorschau der Seite">
<p class="vorschauzeile"><span id="vorschaustand" role="status"></span>
<a id="vorschau-fenster" target="_blank" rel="noopener" hidden>in eigenem Fenster</a></p>
<iframe title="Vorschau der Seite" \
sandbox="allow-scripts allow-same-origin allow-popups allow-downloads"></iframe>
</aside>
</div>
{_SECTION}{_PICTURE}{_CONFLICT}"""
    scripts = ("anfrage.js", "felder.js", "text.js", "seite.js")
    return _page(f"{title} – Redaktion", body, scripts, up, data)


_TEXT_HELP = """<p class="hilfe">Schreiben Sie unter jede Überschrift, was Sie belegen können. \
Zwischen zwei Absätzen bleibt eine Zeile leer.</p>
"""
_SECTION = """<template id="abschnitt"><div class="abschnitt"><label class="fragesatz"></label>
<div class="hilfe"></div>
<div class="leiste" role="group">
<button type="button" data-setze="fett">Fett</button>
<button type="button" data-setze="kursiv">Kursiv</button>
<button type="button" data-setze="liste">Liste</button>
<button type="button" data-setze="link">Link</button>
<button type="button" data-setze="quelle">Quelle</button>
<button type="button" data-setze="bild">Bild …</button></div>
<div class="eingabe"><textarea spellcheck="true"></textarea></div></div></template>
"""
_PICTURE = """<dialog id="bild" aria-labelledby="bild-titel"><form method="dialog">
<h2 id="bild-titel">Bild einfügen</h2>
<p><label class="dateiwahl"><span class="knopf">Bilddatei wählen …</span>\
<input type="file" id="bild-datei" accept="image/jpeg,image/png"></label>
<output id="bild-name">JPEG oder PNG</output></p>
<p><label for="bild-alt">Was ist zu sehen?</label>
<span class="hilfe" id="bild-alt-hilfe">Für alle, die das Bild nicht sehen. Ein bis zwei \
Sätze.</span>
<textarea id="bild-alt" rows="3" aria-describedby="bild-alt-hilfe"></textarea></p>
<p><label for="bild-lizenz">Lizenz</label><input type="text" id="bild-lizenz"></p>
<p><label for="bild-herkunft">Wer hat das Bild gemacht, woher kommt es?</label>
<input type="text" id="bild-herkunft"></p>
<p class="meldung" role="alert"></p>
<div class="knoepfe"><button type="button" class="haupt" id="bild-ok">Einfügen</button>
<button type="submit" value="nein">Abbrechen</button></div>
</form></dialog>
"""
_CONFLICT = """<dialog id="widerspruch" aria-labelledby="widerspruch-titel"><form method="dialog">
<h2 id="widerspruch-titel">Die Datei wurde inzwischen geändert</h2>
<p>An diesen Stellen steht in der Datei etwas anderes als bei Ihnen. Gespeichert ist noch \
nichts.</p>
<div class="inhalt"></div>
<div class="knoepfe"><button type="button" class="haupt" id="widerspruch-datei">Dort gilt die \
Datei, alles andere speichern</button>
<button type="submit" value="nein">Weiter bearbeiten</button></div>
</form></dialog>
"""


def message_page(title: str, message: str, up: str, points: Iterable[str] = ()) -> str:
    """Return a page that says something, with the way back."""
    items = "".join(f"<li>{escape(each)}</li>" for each in points)
    body = (
        f'<main class="liste"><h1>{escape(title)}</h1><p>{escape(message)}</p>'
        f'<ul>{items}</ul><p><a href="{up}">‹ Alle Seiten</a></p></main>'
    )
    return _page(title, body, (), up)


def _page(
    title: str, body: str, scripts: Iterable[str], up: str, data: dict[str, object] | None = None
) -> str:
    links = [f'<link rel="icon" href="{up}stil/{ICON}">']
    links += [f'<link rel="stylesheet" href="{up}stil/{name}">' for name in STYLES]
    links += [f'<script src="{up}stil/{name}" defer></script>' for name in scripts]
    if data is not None:
        # Nothing in it can end the element: „<“ is written as an escape of JSON.
        text = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
        body += f'\n<script type="application/json" id="daten">{text}</script>'
    return _PAGE.format(title=escape(title), links="\n".join(links), body=body)
