"""Nodes that say what a thing means; each output format decides how it looks.

Subclasses of ``spaet`` are placeholders: they stand for
lists over pages and become real nodes only when all pages are read (see ``late``).
"""

from __future__ import annotations

from docutils import nodes


class steckbrief(nodes.General, nodes.Element):
    """The fact box of a page: ``steckbrief_zeile`` children."""


class steckbrief_zeile(nodes.Part, nodes.Element):
    """One labelled fact: ``steckbrief_name`` and ``steckbrief_wert``; ``key`` is the field's."""


class steckbrief_name(nodes.Part, nodes.TextElement):
    """The label of a fact."""


class steckbrief_wert(nodes.Part, nodes.Element):
    """What the fact says: paragraphs or lists."""


class leitsatz(nodes.General, nodes.TextElement):
    """The sentence below the title that says what the page is about."""


class quellenverweis(nodes.Inline, nodes.TextElement):
    """A citation: ``docname``, ``kennung`` and ``nummer`` of the source on its page."""


class quellenliste(nodes.General, nodes.Element):
    """All sources of the page ``docname``: ``quelleneintrag`` children in order of the file."""


class quelleneintrag(nodes.Part, nodes.Element):
    """One source with its ``kennung`` and ``nummer``; one paragraph."""


class naechster_schritt(nodes.General, nodes.Element):
    """Who does what until when: ``steckbrief_zeile`` children wer, was, bis."""


class karten(nodes.General, nodes.Element):
    """Cards side by side."""


class karte(nodes.General, nodes.Element):
    """One card: ``karte_titel``, then blocks; ``art`` is the kind of page it stands for.

    In a catalogue ``seite`` is the document of that page.
    """


class karte_titel(nodes.Part, nodes.TextElement):
    """The title of a card, usually one link."""


class marke(nodes.Inline, nodes.TextElement):
    """A small label; ``wert`` is the key from the closed list it shows."""


class feld(nodes.General, nodes.Element):
    """A field of a worksheet; ``feld`` is its ``Formularfeld``. Replaced while reading."""


class eingabe(nodes.General, nodes.Element):
    """Where one answer is written; children are what paper shows: empty lines, boxes.

    ``feld`` is the ``Formularfeld`` or column, ``stelle`` the written form of its ``Stelle``,
    ``titel`` names it by itself, also in a row of a table.
    """


class balken(nodes.Inline, nodes.Element):
    """A bar as long as a value: ``anteil`` percent of its line. The value stands beside it."""


class suchfeld(nodes.General, nodes.Element):
    """Where a website is searched; paper has none."""


class fallkarte(nodes.General, nodes.Element):
    """The map of cases on a website: drawings, then what is said of them and the equal list.

    ``thueringen`` and ``deutschland`` are what is drawn; ``docname`` is the page that shows it.
    """


class seiteneintrag(nodes.list_item):
    """An entry of a list that stands for the page ``seite``."""


class spaet(nodes.General, nodes.Element):
    """Base of placeholders; ``docname`` is the page that holds it."""


class katalog(spaet):
    """Cases that fulfil ``bedingungen``, shown ``als`` karten, tabelle, beides or facetten.

    ``facetten`` is set where the format can filter.
    """


class matrix(spaet):
    """Approaches × building types with the number of cases; a catalogue may have it as a view."""


class pilotstand(spaet):
    """The six places for pilot projects."""


class karte_spaet(spaet):
    """The map of all cases."""


class uebersicht(spaet):
    """All pages of the kind ``art``: a table, or a catalogue where ``facetten`` is set."""


class zahlen(spaet):
    """How many pages of each kind there are."""


class quellenverzeichnis(spaet):
    """All sources of all pages."""


class seitenkarten(spaet):
    """Cards of the documents ``seiten``, shown ``als`` karten, tueren or liste."""


class neueste(spaet):
    """Cards of the ``anzahl`` cases that were revised last."""


class weg(spaet):
    """All steps in order."""


class blaetter(spaet):
    """The worksheets of the step with the slug ``schritt``."""


class objektpfad(spaet):
    """The part ``teil`` of the rules of „Was tun mit diesem Haus?“."""


class erwaehnungen(spaet):
    """The pages that mention this one."""


MEANING = (
    steckbrief,
    steckbrief_zeile,
    steckbrief_name,
    steckbrief_wert,
    leitsatz,
    quellenverweis,
    quellenliste,
    quelleneintrag,
    naechster_schritt,
    karten,
    karte,
    karte_titel,
    marke,
    eingabe,
    suchfeld,
    balken,
)
"""All nodes that survive into the output."""
