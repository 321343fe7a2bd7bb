"""A book by hand that holds every kind of block and inline."""

from __future__ import annotations

from pathlib import Path

from kompasswerk.buch.blocks import (
    Admonition,
    Anchor,
    Block,
    Book,
    Card,
    Cell,
    CheckBox,
    CodeBlock,
    Definition,
    DefinitionList,
    ExternalLink,
    FactBox,
    Figure,
    Grid,
    Group,
    IndexEntry,
    IndexList,
    Inline,
    InlineImage,
    InlineMath,
    InternalLink,
    LineBreak,
    ListBlock,
    ListItem,
    ListStyle,
    Mark,
    MathBlock,
    NextStep,
    NoteReference,
    PageReference,
    Paragraph,
    Part,
    Quote,
    Row,
    Rule,
    Section,
    Span,
    Table,
    Text,
    Titled,
)

PICTURES = Path(__file__).parent / "bilder"


def t(text: str) -> tuple[Inline, ...]:
    return (Text(text),)


def p(text: str, role: str = "body") -> Paragraph:
    return Paragraph(t(text), role)


def cell(text: str, columns: int = 1, rows: int = 1) -> Cell:
    return Cell((p(text),), columns, rows)


def items(*texts: str) -> tuple[ListItem, ...]:
    return tuple(ListItem((p(text),)) for text in texts)


INLINES = Paragraph(
    (
        Text("Ein Absatz mit "),
        Span(t("betontem"), Mark.EMPHASIS),
        Text(", "),
        Span((Span(t("fettem und schrägem"), Mark.EMPHASIS),), Mark.STRONG),
        Text(", "),
        Span(t("gestrichenem"), Mark.STRIKE),
        Text(" und "),
        Span(t("festem  Text"), Mark.CODE),
        Text(", H"),
        Span(t("2"), Mark.SUBSCRIPT),
        Text("O, 300 m"),
        Span(t("2"), Mark.SUPERSCRIPT),
        Text(", Taste "),
        Span(t("Strg+P"), Mark.KEYBOARD),
        Text(", Marke "),
        Span(t("gute Belege"), Mark.BADGE),
        Text(", Etikett "),
        Span(t("Quelle:"), Mark.LABEL),
        Text(" und "),
        Span(t("vacant lots"), language="en-GB"),
        Text("."),
        LineBreak(),
        Text("Neue Zeile mit "),
        ExternalLink(t("Netzadresse"), "https://www.kompass-thueringen.de/idee"),
        Text(", "),
        InternalLink(t("Verweis auf die Tabelle"), "tab-kosten", page=True),
        Text(", Seite "),
        PageReference("abb-plan"),
        Text(", Fußnote"),
        NoteReference("recht"),
        Text(", dieselbe noch einmal"),
        NoteReference("recht"),
        Text(", Kästchen "),
        CheckBox(True),
        Text(" und "),
        CheckBox(False),
        Anchor("stelle-im-satz"),
        IndexEntry(("Leerstand", "Kataster"), "ix-kataster"),
        Text(", Bild "),
        InlineImage(PICTURES / "kachel.png", "kleines blaues Quadrat", "10px"),
        Text(" und Formel "),
        InlineMath("a^2 + b^2"),
        Text("."),
    )
)

LISTS: tuple[Block, ...] = (
    ListBlock(
        ListStyle.BULLET,
        (
            ListItem((p("Äußerer Punkt"),)),
            ListItem(
                (
                    p("Punkt mit Folgeabsatz"),
                    p("Der Folgeabsatz steht unter dem Punkt."),
                    ListBlock(ListStyle.ARABIC, items("Innen eins", "Innen zwei")),
                ),
            ),
            ListItem(
                (p("Noch einer"), ListBlock(ListStyle.ARABIC, items("Neu gezählt", "Weiter"))),
                anchors=("punkt-drei",),
            ),
        ),
    ),
    ListBlock(ListStyle.ARABIC, items("Fünftens", "Sechstens"), start=5),
    ListBlock(ListStyle.LOWER_ALPHA, items("kleines a", "kleines b")),
    ListBlock(ListStyle.UPPER_ALPHA, items("großes A")),
    ListBlock(ListStyle.LOWER_ROMAN, items("römisch klein")),
    ListBlock(ListStyle.UPPER_ROMAN, items("römisch groß")),
    ListBlock(
        ListStyle.TASK,
        (
            ListItem((p("Leerstand begangen"),), checked=True),
            ListItem((p("Eigentümer angeschrieben"),), checked=False),
        ),
    ),
    ListBlock(ListStyle.PLAIN, items("ohne Zeichen eins", "ohne Zeichen zwei")),
)

TABLES: tuple[Block, ...] = (
    Table(
        rows=(
            Row((cell("Posten", rows=2), cell("Kosten", columns=2))),
            Row((cell("einmalig"), cell("jährlich"))),
            Row((cell("Personal"), cell("0 Euro"), cell("44.649 Euro"))),
            Row(
                (
                    cell("Material", rows=2),
                    Cell((p("5.000 Euro"),)),
                    Cell((Paragraph((Text("mit Note"), NoteReference("tabelle"))),)),
                )
            ),
            Row((cell("nur hier", columns=2),)),
        ),
        widths=(1, 1, 1),
        header_rows=2,
        header_columns=1,
        caption=t("Kosten einer Agentur"),
        number="1",
        anchors=("tab-kosten",),
        summary="Kosten nach Posten, einmalig und jährlich",
    ),
    Table(
        rows=(
            Row((cell("Ansatz"), cell("Ladenlokal"), cell("Wohnhaus"))),
            Row((cell("Zwischennutzung"), cell("3"), cell("gesucht"))),
        ),
        widths=(2, 1, 1),
        header_rows=1,
        header_columns=1,
        role="matrix",
    ),
)

BOXES: tuple[Block, ...] = (
    *(
        Admonition(kind, t(title), (p(f"Text im Kasten {title}."),))
        for kind, title in (
            ("note", "Hinweis"),
            ("note", "Zweiter Hinweis"),
            ("tip", "Tipp"),
            ("important", "Wichtig"),
            ("warning", "Warnung"),
            ("danger", "Gefahr"),
            ("seealso", "Siehe auch"),
        )
    ),
    Admonition(
        "editors",
        t("Einschätzung der Redaktion"),
        (
            p("Übertragbar auf Kleinstädte, wenn"),
            ListBlock(
                ListStyle.BULLET,
                (
                    ListItem((p("eine Person zuständig ist,"),)),
                    ListItem(
                        (
                            p("die Eigentümer mitziehen:"),
                            ListBlock(ListStyle.ARABIC, items("anschreiben,", "besuchen.")),
                        )
                    ),
                ),
            ),
            p("Sonst nicht."),
        ),
        anchors=("urteil",),
    ),
    Quote((p("Leerstand zieht Leerstand an."),), t("Thüringische Landeszeitung, 2020")),
    Grid(
        (
            Card(
                t("Karte mit Ziel"),
                (p("Was dahinter steht."),),
                (p("Fuß der Karte"),),
                InternalLink((), "kosten"),
            ),
            Card(
                t("Karte im Netz"),
                (p("Mehr im Netz."),),
                (),
                ExternalLink((), "https://leg-thueringen.de"),
            ),
        )
    ),
    Titled(t("Reiter Kleinstadt"), (p("Für kleine Städte."),), "tab"),
    Titled(t("Aufklappen"), (p("War zugeklappt."),), "dropdown", anchors=("klapp",)),
    FactBox(
        t("Steckbrief"),
        (
            (t("Ort"), (p("Jena, Thüringen"),)),
            (t("Akteure"), (ListBlock(ListStyle.BULLET, items("Kommune", "Stiftung")),)),
        ),
        anchors=("steckbrief",),
    ),
    NextStep(
        t("Ihr nächster Schritt"),
        (
            (t("Wer"), (p("Bauamt"),)),
            (t("Was"), (p("Begehung planen"),)),
            (t("Bis"), (p("in zwei Wochen"),)),
        ),
    ),
)

SMALL: tuple[Block, ...] = (
    CodeBlock(
        "titel: Blank\nschritte:\n    - erfassen\t# Tab\n\nende: <&>",
        "yaml",
        t("Kopf eines Falls"),
        "1",
        ("code-kopf",),
    ),
    MathBlock("T = \\frac{a}{b}", "1", ("formel-eins",)),
    DefinitionList(
        (
            Definition(
                (
                    (t("Zwischennutzung"), ("term-zwischennutzung",)),
                    (t("temporäre Nutzung"), ()),
                ),
                (p("Befristete Nutzung eines leeren Raums."), p("Ein zweiter Absatz.")),
            ),
        ),
        "glossary",
    ),
    DefinitionList(
        (
            Definition(((t("Stand"), ()),), (p("1. Oktober 2026"),)),
            Definition(((t("Zuständig"), ()),), (p("Geschäftsstelle"), p("im Auftrag"))),
        ),
        "fields",
    ),
    DefinitionList((Definition(((t("Begriff"), ()),), (p("Erklärung."),)),)),
    Figure(
        PICTURES / "plan.svg",
        "Plan einer Straße mit drei leeren Läden",
        t("Drei leere Läden"),
        (p("Eigene Zeichnung, CC BY 4.0", "note"),),
        "1",
        ("abb-plan",),
        "60%",
        "https://www.kompass-thueringen.de",
    ),
    Figure(PICTURES / "kachel.png", ""),
    p("Leitsatz des Kapitels.", "lead"),
    p("Zwischenzeile", "rubric"),
    p("Nach einer Quelle", "attribution"),
    p("Kleingedrucktes", "note"),
    p("Musterstraße 1", "line"),
    Group((p("In einer Gruppe."), Rule()), "irgendeine"),
)


def deep_sections() -> Section:
    """Chapter 2 with sections down to level 6."""
    inner: tuple[Block, ...] = (p("Ganz unten."),)
    for level, number in ((6, "2.1.1.1.1.1"), (5, "2.1.1.1.1"), (4, "2.1.1.1"), (3, "2.1.1")):
        inner = (Section(level, t(f"Ebene {level}"), inner, (f"ebene-{level}",), number),)
    second = Section(2, t("Kosten"), inner, ("kosten",), "2.1")
    return Section(1, t("Gliederung"), (second, *SMALL), ("gliederung",), "2", starts_page=True)


NOTES: dict[str, tuple[Block, ...]] = {
    "recht": (
        Paragraph(
            (
                Text("§ 171 BauGB, siehe "),
                ExternalLink(t("Gesetz"), "https://www.gesetze-im-internet.de/bbaug/"),
                Text("."),
            )
        ),
        p("Zweiter Absatz der Fußnote."),
    ),
    "tabelle": (p("Note aus einer Tabellenzelle."),),
}


def musterbuch() -> Book:
    """Return a book of two parts with everything that blocks can say."""
    first = Section(
        1,
        (Text("Alles in "), Span(t("einer"), Mark.EMPHASIS), Text(" Zeile")),
        (INLINES, *LISTS, *TABLES, *BOXES),
        ("alles",),
        "1",
        starts_page=True,
    )
    index = Section(
        1,
        t("Register"),
        (
            IndexList(
                ((("Leerstand",), ()), (("Leerstand", "Kataster"), ("ix-kataster",))),
            ),
        ),
        ("register",),
        starts_page=True,
    )
    return Book(
        title="Kompass Leerstand – Musterbuch",
        subtitle="Jede Bauform einmal",
        author="Aktionsbündnis „Innenstädte mit Zukunft“",
        edition="Ausgabe 2026-11, Entwurf",
        date="2026-11-22",
        keywords=("Leerstand", "Thüringen"),
        imprint=(p("Impressum", "rubric"), p("Herausgegeben in Erfurt.")),
        notes=NOTES,
        parts=(
            Part(t("Grundlagen"), (first, deep_sections()), "I", ("teil-eins",)),
            Part(t("Anhang"), (index,), None),
        ),
    )
