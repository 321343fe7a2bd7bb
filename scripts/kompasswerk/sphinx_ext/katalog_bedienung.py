"""The controls of a catalogue as HTML: text field, facets, order, views.

All words that a reader sees of a facet stand here or in its description; scripts read them from
the page and never name a facet themselves. Without scripts they are not shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from ..model import german
from ..model.vocabulary import Choice
from .facetten import Facette, Sortierung, Wert


@dataclass(frozen=True)
class Bedienung:
    """What readers may choose from in the catalogue of the kind ``art`` with ``zahl`` pages."""

    art: str
    viele: str
    zahl: int
    facetten: Sequence[tuple[Facette, Sequence[Wert]]]
    sortierungen: Sequence[Sortierung]
    klassen: Sequence[Choice]
    ansichten: Sequence[tuple[str, str]]

    @property
    def panel(self) -> str:
        """The id of all facets together."""
        return f"katalog-{self.art}-filter"


def controls(what: Bedienung) -> str:
    """Return the form above the views."""
    facets = "".join(_facet(what, facette, werte) for facette, werte in what.facetten if werte)
    views = "".join(
        f'<button type="button" data-zeige="{key}" aria-pressed="false">{escape(name)}</button>'
        for key, name in what.ansichten
    )
    return FORM.format(
        viele=escape(what.viele),
        zahl=what.zahl,
        text=f"katalog-{what.art}-text",
        panel=what.panel,
        facetten=facets,
        sortierung=_orders(what),
        ansichten=views,
    )


FORM = """\
<form class="katalog-steuerung" aria-label="{viele} filtern">
<button type="button" class="filter-sprung">Filter überspringen</button>
<p class="katalog-text"><label for="{text}">Stichwort</label>\
<input type="search" id="{text}" autocomplete="off" enterkeyhint="search"></p>
<button type="button" class="filter-auf" aria-expanded="false" aria-controls="{panel}">Filter\
<span class="gewaehlt" hidden></span></button>
<div class="facetten" id="{panel}">
{facetten}<button type="button" class="treffer-zeigen">{zahl} {viele} zeigen</button>
</div>
<div class="katalog-stand"><p class="katalog-zahl" role="status">{zahl} {viele}</p>
<ul class="auswahl" aria-label="Gewählte Filter" hidden></ul>
<button type="button" class="zuruecksetzen" hidden>Alles zurücksetzen</button></div>
<div class="katalog-zeile">{sortierung}
<div class="ansichten" role="group" aria-label="Ansicht">{ansichten}</div></div>
</form>
<div class="katalog-leer" hidden></div>
"""


def _facet(what: Bedienung, facette: Facette, werte: Sequence[Wert]) -> str:
    panel = f"katalog-{what.art}-{facette.key}"
    hint = f'<p class="facette-hinweis">{escape(facette.hinweis)}</p>' if facette.hinweis else ""
    label = escape(facette.label)
    values = "".join(_value(facette.key, wert) for wert in werte)
    return (
        f'<div class="facette" data-facette="{facette.key}">'
        f'<button type="button" class="facette-auf" aria-expanded="false" aria-controls="{panel}">'
        f'{label}<span class="gewaehlt" hidden></span></button>'
        f'<fieldset id="{panel}" hidden><legend>{label}</legend>'
        f'<div class="werte">{values}</div>{hint}</fieldset></div>\n'
    )


def _value(key: str, wert: Wert) -> str:
    more = (
        f' <span class="wert-erklaerung">{escape(wert.erklaerung)}</span>'
        if wert.erklaerung
        else ""
    )
    return (
        f'<label class="wert"><input type="checkbox" name="{key}" value="{escape(wert.key)}">'
        f'<span class="wert-name"><span class="wort">{escape(wert.name)}</span>{more}</span> '
        f'<span class="anzahl">{len(wert.stellen)}</span></label>'
    )


def _orders(what: Bedienung) -> str:
    orders = "".join(
        f'<option value="{each.key}">{escape(each.label)}</option>' for each in what.sortierungen
    )
    if what.klassen:
        sizes = "".join(
            f'<option value="{each.key}">{escape(_size(each))}</option>' for each in what.klassen
        )
        orders += f'<optgroup label="Passend zu Ihrer Stadt">{sizes}</optgroup>'
    return f'<label class="sortierung">Sortieren nach <select>{orders}</select></label>'


def _size(choice: Choice) -> str:
    """Return the class with its lower bound; the lowest class has none but its name."""
    if choice.ab is None:
        return f"{choice.name} Einwohner"
    return f"{choice.name} (ab {german.number(choice.ab)})"
