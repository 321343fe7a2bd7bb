"""Small filled workbooks as decision 0019 describes them, and what other programs lose of them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from kompasswerk.docx.oxml.form_manifest import FormField, FormManifest, FormSheet, form_part
from kompasswerk.docx.oxml.shipped import shipped_text
from kompasswerk.model.formular import Blatt, FormKind as K, Formularfeld, Stelle

HINTS = {K.NUMBER: "Zahl eintragen", K.DATE: "TT.MM.JJJJ", K.CHOICE: "Bitte wählen"}
IN_ROWS = {K.NUMBER: "Zahl", K.DATE: "TT.MM.JJJJ", K.CHOICE: "wählen"}
LAGE = ("Wir fangen an", "Wir haben ein Problemhaus", "Läden stehen leer")
SELBSTCHECK = Blatt(
    "selbstcheck",
    "Selbstcheck",
    1,
    "auftrag",
    (
        Formularfeld("stadt", "Stadt oder Gemeinde", K.TEXT, pflicht=True, teilen=True),
        Formularfeld("datum", "Ausgefüllt am", K.DATE),
        Formularfeld("stunden", "Wie viel Zeit haben Sie?", K.NUMBER, einheit="Stunden je Woche"),
        Formularfeld("lage", "Was trifft zu?", K.CHOICE, hilfe="Nur eins.", werte=LAGE),
        Formularfeld("klasse", "Wie groß ist die Stadt?", K.CHOICE, werte=tuple("abcdef")),
        Formularfeld("bedarf", "Was fehlt?", K.CHOICES, werte=("Geld", "Zeit", "Wissen")),
        Formularfeld("bereit", "Fangen Sie an?", K.YES_NO),
        Formularfeld("note", "Wie gut geht es?", K.SCALE, werte=("1", "2", "3", "4", "5")),
        Formularfeld("notiz", "Was noch?", K.LONG_TEXT),
    ),
)
BEWERTUNG = Blatt(
    "bewertung",
    "Bewertung und Priorisierung",
    8,
    "bewerten",
    (
        Formularfeld("stadt", "Stadt oder Gemeinde", K.TEXT, teilen=True),
        Formularfeld("datum", "Ausgefüllt am", K.DATE),
        Formularfeld(
            "gebaeude",
            "Bewertung",
            K.TABLE,
            zeilen=3,
            spalten=(
                Formularfeld("objekt", "Nr.", K.TEXT),
                Formularfeld("druck", "Druck", K.CHOICE, werte=("hoch", "mittel", "gering")),
                Formularfeld("dabei", "Wählen", K.YES_NO),
                Formularfeld("kosten", "Kosten", K.NUMBER, einheit="Euro"),
                Formularfeld("wieder", "Wieder am", K.DATE),
            ),
        ),
        Formularfeld(
            "runde",
            "Arbeitsrunde",
            K.TABLE,
            zeilen=3,
            vorgaben=("Bauamt", "Kämmerei"),
            spalten=(Formularfeld("amt", "Amt", K.TEXT), Formularfeld("wer", "Wer?", K.TEXT)),
        ),
    ),
)
SHEETS = (SELBSTCHECK, BEWERTUNG)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ROOT = (
    f'<w:document xmlns:w="{W}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'mc:Ignorable="w14 w15"><w:body>{}<w:sectPr/></w:body></w:document>'
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/>'
    '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.customXmlProperties+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/{}" Target="{}"/></Relationships>'
)
_STORE = (
    '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
    'ds:itemID="{3F2504E0-4F89-41D3-9A0C-0305E82C3301}"><ds:schemaRefs>'
    '<ds:schemaRef ds:uri="urn:kompasswerk:formular:1"/></ds:schemaRefs></ds:datastoreItem>'
)

Said = str | tuple[str, ...]


@dataclass
class Workbook:
    """A workbook: what the sheets ask, what somebody has said by place, how it is changed.

    ``more`` are rows beyond those printed, by table; ``change`` alters the finished XML of the
    document, and ``parts`` are further parts.
    """

    sheets: tuple[Blatt, ...] = SHEETS
    said: Mapping[str, Said] = field(default_factory=dict)
    more: Mapping[str, int] = field(default_factory=dict)
    change: Callable[[str], str] = lambda xml: xml
    parts: Mapping[str, bytes] = field(default_factory=dict)
    manifest: bool = True
    town: str = "Pößneck"
    ags: str = "16075085"

    def save(self, path: Path) -> Path:
        """Write the file and return its path."""
        parts = {
            "[Content_Types].xml": _TYPES.encode(),
            "_rels/.rels": _RELATIONS.format("officeDocument", "word/document.xml").encode(),
            "word/document.xml": self.change(self.document(self.said)).encode(),
        }
        if self.manifest:
            relation = _RELATIONS.format("customXml", "../customXml/item1.xml")
            parts["word/_rels/document.xml.rels"] = relation.encode()
            parts["customXml/item1.xml"] = self.manifest_part()
            parts["customXml/_rels/item1.xml.rels"] = _RELATIONS.format(
                "customXmlProps", "itemProps1.xml"
            ).encode()
            parts["customXml/itemProps1.xml"] = _STORE.encode()
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, blob in {**parts, **self.parts}.items():
                archive.writestr(name, blob)
        return path

    def document(self, said: Mapping[str, Said]) -> str:
        """Return the XML of the text."""
        pieces = [paragraph("Dieses Arbeitsbuch gehört Ihnen."), paragraph("hoch")]
        for sheet in self.sheets:
            pieces += [paragraph(f"Arbeitsblatt {sheet.nummer}: {sheet.titel}")]
            pieces += [paragraph(f"So füllen Sie das Blatt „{sheet.titel}“ aus.")]
            pieces += self._tables(sheet, said)
        return _ROOT.format("".join(pieces))

    def manifest_part(self) -> bytes:
        """Return the manifest as the project would ship it."""
        places: dict[str, list[FormField]] = {sheet.slug: [] for sheet in self.sheets}
        for stelle, title, asked in self._places():
            hint = "" if boxes(asked, stelle) else hint_of(asked, stelle)
            one = FormField(str(stelle), mark_of(stelle), title, hint)
            places[stelle.blatt].append(one)
        shipped = shipped_text(etree.fromstring(self.document({}).encode()))
        sheets = tuple(
            FormSheet(sheet.slug, sheet.version, sheet.titel, tuple(places[sheet.slug]))
            for sheet in self.sheets
        )
        return form_part(FormManifest("1", self.town, self.ags, sheets, shipped))

    def _places(self) -> Iterator[tuple[Stelle, str, Formularfeld]]:
        for sheet in self.sheets:
            for asked in sheet.felder:
                if not asked.spalten:
                    yield Stelle(sheet.slug, asked.key), asked.label, asked
                for row in range(1, asked.zeilen + 1):
                    for column in asked.spalten:
                        title = f"{asked.label}, Zeile {row}: {column.label}"
                        yield Stelle(sheet.slug, asked.key, row, column.key), title, column

    def _tables(self, sheet: Blatt, said: Mapping[str, Said]) -> Iterator[str]:
        rows = [row(paragraph("Frage"), paragraph("Ihre Antwort"))]
        for asked in sheet.felder:
            if asked.spalten:
                continue
            star = "\u00a0*" if asked.pflicht else ""
            left = paragraph(asked.label + star) + (paragraph(asked.hilfe) if asked.hilfe else "")
            stelle = Stelle(sheet.slug, asked.key)
            rows.append(row(left, answer(stelle, asked.label, asked, said)))
        yield table(rows)
        for asked in sheet.felder:
            if asked.spalten:
                yield paragraph(asked.label)
                yield table(list(self._rows(sheet, asked, said)))

    def _rows(self, sheet: Blatt, asked: Formularfeld, said: Mapping[str, Said]) -> Iterator[str]:
        heads = (f"{c.label} ({c.einheit})" if c.einheit else c.label for c in asked.spalten)
        yield row(*map(paragraph, heads))
        more = self.more.get(f"{sheet.slug}.{asked.key}", 0)
        repeated = []
        for number in range(1, asked.zeilen + more + 1):
            cells = []
            for column in asked.spalten:
                if not cells and number <= len(asked.vorgaben):
                    cells.append(paragraph(asked.vorgaben[number - 1]))
                    continue
                # Word copies a row with all its marks but the bookmark.
                own = min(number, asked.zeilen)
                there = Stelle(sheet.slug, asked.key, number, column.key)
                kept = Stelle(sheet.slug, asked.key, own, column.key)
                title = f"{asked.label}, Zeile {own}: {column.label}"
                cells.append(
                    answer(
                        kept, title, column, {str(kept): said.get(str(there), "")}, number == own
                    )
                )
            item = "<w:sdt><w:sdtPr><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>{}"
            repeated.append(item.format(row(*cells)) + "</w:sdtContent></w:sdt>")
        section = "<w:sdt><w:sdtPr><w15:repeatingSection/></w:sdtPr><w:sdtContent>{}"
        yield section.format("".join(repeated)) + "</w:sdtContent></w:sdt>"


def boxes(asked: Formularfeld, stelle: Stelle) -> bool:
    """Whether each value has a box of its own; others are chosen from a list."""
    if asked.art in (K.CHOICE, K.SCALE):
        return not stelle.zeile and len(asked.werte) < 6
    return asked.art in (K.YES_NO, K.CHOICES)


def hint_of(asked: Formularfeld, stelle: Stelle) -> str:
    """Return the placeholder of an answer."""
    in_row = IN_ROWS.get(asked.art, "eintragen")
    return in_row if stelle.zeile else HINTS.get(asked.art, "Bitte eintragen")


def mark_of(stelle: Stelle) -> str:
    """Return the bookmark around an answer."""
    return "F_" + sha256(str(stelle).encode()).hexdigest()[:10]


def answer(
    stelle: Stelle, title: str, asked: Formularfeld, said: Mapping[str, Said], marked: bool = True
) -> str:
    """Return the paragraph of an answer with all its marks."""
    given = said.get(str(stelle), "")
    if boxes(asked, stelle):
        chosen = (given,) if isinstance(given, str) else given
        inside = _boxes(stelle, title, asked, chosen)
    else:
        inside = _control(stelle, title, asked, str(given))
    if marked:
        mark = quoteattr(mark_of(stelle))
        inside = f'<w:bookmarkStart w:id="7" w:name={mark}/>{inside}<w:bookmarkEnd w:id="7"/>'
    unit = run(f"\u00a0{asked.einheit}") if asked.einheit and not stelle.zeile else ""
    return f"<w:p>{inside}{unit}</w:p>"


def _control(stelle: Stelle, title: str, asked: Formularfeld, given: str) -> str:
    kinds = {K.DATE: "<w:date/>", K.CHOICE: "<w:dropDownList/>"}
    kinds[K.LONG_TEXT] = '<w:text w:multiLine="1"/>'
    hint = "" if given else "<w:showingPlcHdr/>"
    kind = kinds.get(asked.art, "<w:text/>")
    text = given or hint_of(asked, stelle)
    return sdt(stelle, title, hint + kind, run(text))


def _boxes(stelle: Stelle, title: str, asked: Formularfeld, chosen: tuple[str, ...]) -> str:
    pieces = []
    for number, value in enumerate(asked.werte or ("ja", "nein"), 1):
        ticked = value in chosen
        state = f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/></w14:checkbox>'
        sign = run("☒" if ticked else "☐")
        pieces.append(sdt(f"{stelle}#{number}", f"{title}: {value}", state, sign))
        pieces.append(run(f"\u00a0{value} "))
    return "".join(pieces)


def sdt(tag: object, title: str, properties: str, content: str) -> str:
    """Return a content control."""
    names = f"<w:alias w:val={quoteattr(title[:64])}/><w:tag w:val={quoteattr(str(tag))}/>"
    inside = f"<w:sdtPr>{names}{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent>"
    return f"<w:sdt>{inside}</w:sdt>"


def run(text: str) -> str:
    """Return a run; line ends are breaks."""
    lines = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n")
    )
    return f"<w:r>{lines}</w:r>"


def paragraph(text: str) -> str:
    """Return a paragraph of plain text."""
    return f"<w:p>{run(text)}</w:p>"


def row(*cells: str) -> str:
    """Return a row of a table from the content of its cells."""
    return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"


def table(rows: list[str]) -> str:
    """Return a table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


# ---------------------------------------------------------------- what programs lose


def without_tags(xml: str) -> str:
    """Lose all tags, as LibreOffice 7.4 does."""
    return re.sub(r"<w:tag [^>]*/>", "", xml)


def without_bookmarks(xml: str) -> str:
    """Lose all bookmarks."""
    return re.sub(r"<w:bookmark(Start|End) [^>]*/>", "", xml)


def without_titles(xml: str) -> str:
    """Lose all titles."""
    return re.sub(r"<w:alias [^>]*/>", "", xml)


def without_boxes(xml: str) -> str:
    """Turn check boxes into signs of the text."""
    return re.sub(
        r"<w:sdt><w:sdtPr>(?:(?!</w:sdtPr>).)*<w14:checkbox>.*?</w14:checkbox></w:sdtPr>"
        r"<w:sdtContent>(.*?)</w:sdtContent></w:sdt>",
        r"\1",
        xml,
    )


def without_repeating(xml: str) -> str:
    """Lose the sections whose rows repeat."""
    xml = re.sub(r"<w:sdt><w:sdtPr><w15:repeatingSection(Item)?/></w:sdtPr><w:sdtContent>", "", xml)
    return re.sub(r"</w:tr></w:sdtContent></w:sdt>(</w:sdtContent></w:sdt>)?", "</w:tr>", xml)


def without_controls(xml: str) -> str:
    """Turn all controls into plain text, placeholders and all."""
    return re.sub(r"<w:sdt>|<w:sdtPr>.*?</w:sdtPr>|</?w:sdtContent>|</w:sdt>", "", xml)


def without_lists(xml: str) -> str:
    """Turn lists to choose from into plain text, as ONLYOFFICE does."""
    return re.sub(
        r"<w:sdt><w:sdtPr>(?:(?!</w:sdtPr>).)*<w:dropDownList/></w:sdtPr>"
        r"<w:sdtContent>(.*?)</w:sdtContent></w:sdt>",
        r"\1",
        xml,
    )
