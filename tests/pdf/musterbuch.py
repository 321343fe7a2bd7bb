"""A realistic book in which every kind of block and inline occurs at least once."""

from __future__ import annotations

from kompasswerk.buch import blocks as b

from .books import PICTURES, p, plain_list, row, section, span, t

FACTS = b.FactBox(
    t("Steckbrief"),
    (
        (t("Ort"), (p("Jena, Thüringen"),)),
        (
            t("Ansatz"),
            (p(span(b.Mark.BADGE, "Zwischennutzung"), " ", span(b.Mark.BADGE, "Beratung")),),
        ),
        (t("Zeitraum"), (p("seit 2020"),)),
        (t("Kosten"), (p("44.649 Euro im Jahr 2020", b.NoteReference("tlz")),)),
        (t("Akteure"), (plain_list(b.ListStyle.BULLET, "Stadt Jena", "Bürgerstiftung"),)),
    ),
    anchors=("steckbrief-jena",),
)

TABLE = b.Table(
    (
        b.Row(
            (
                b.Cell((p("Größenklasse"),), rows=2, header=True),
                b.Cell((p("Gemeinden"),), columns=2, header=True),
                b.Cell((p("Anteil"),), rows=2, header=True),
            )
        ),
        row("2011", "2024", header=True),
        row("Große Kleinstadt (10.000 bis unter 20.000)", "1.234", "32", "33 %"),
        row("Kleine Mittelstadt (20.000 bis unter 50.000)", "17", "15", "16 %"),
        b.Row(
            (
                b.Cell((p("Summe", b.NoteReference("tlz")),)),
                b.Cell((p("1.251"),)),
                b.Cell((p("47"),)),
                b.Cell((p("49 %"),)),
            )
        ),
    ),
    widths=(50, 15, 15, 20),
    header_rows=2,
    header_columns=1,
    caption=t("Gemeinden nach Größenklassen"),
    number="1",
    anchors=("tab-groessen",),
    summary="Zahl der Gemeinden 2011 und 2024",
)

ADDED = "Leerstandsmanagerinnen ergänzen die Eigentümerangaben nach dem ersten Gespräch."
LONG_TABLE = b.Table(
    (
        row("Merkmal", "Wie erhoben", "Bemerkung", header=True),
        *(row(f"Merkmal {each}", "Begehung und Meldedaten", ADDED) for each in range(1, 41)),
    ),
    widths=(20, 30, 50),
    header_rows=1,
    caption=t("Merkmale der Erfassung"),
    number="2",
    anchors=("tab-merkmale",),
)

MATRIX = b.Table(
    (
        row("", *(f"Typ {letter}" for letter in "ABCDEFGHI"), header=True),
        row("Zwischennutzung", *"123456789"),
        row("Ankauf", *("–" * 9)),
    ),
    widths=(20, *(8,) * 9),
    header_rows=1,
    header_columns=1,
    role="matrix",
)

FIGURES = (
    b.Figure(
        PICTURES / "markt.png",
        "Zwei Häuser am Markt, eines mit leeren Fenstern",
        caption=t("Markt mit leerem Nachbarhaus"),
        number="1",
        anchors=("abb-markt",),
        legend=(p("Foto: Stadtarchiv"),),
        width="60%",
    ),
    b.Figure(
        PICTURES / "verlauf.svg",
        "Säulen: Leerstand sinkt von 2021 bis 2024",
        caption=t("Leerstand nach Jahren"),
        number="2",
        url="https://example.org/daten",
    ),
    b.Figure(PICTURES / "markt.jpg", "", width="30mm"),
)

BOXES = (
    *(
        b.Admonition(kind, t(title), (p(text),), anchors=(f"kasten-{kind}",))
        for kind, title, text in (
            ("note", "Hinweis", "Leerstand unter drei Monaten zählt als Umzugsreserve."),
            ("tip", "Tipp", "Gehen Sie zu zweit. Zwei Personen schätzen sicherer."),
            ("warning", "Achtung", "Angaben zu Eigentümern sind personenbezogene Daten."),
            ("danger", "Gefahr", "Betreten Sie keine baufälligen Häuser."),
        )
    ),
    b.Admonition(
        "editors",
        t("Einschätzung der Redaktion"),
        (
            p("Das Vorgehen lässt sich übertragen, wenn eine halbe Stelle finanziert ist."),
            plain_list(b.ListStyle.BULLET, "Träger: neutral", "Dauer: mindestens drei Jahre"),
        ),
    ),
)

MARKED = p(
    *("Text mit ", span(b.Mark.EMPHASIS, "Betonung"), ", ", span(b.Mark.STRONG, "Nachdruck")),
    *(", ", span(b.Mark.CODE, "leerstand.csv"), ", ", span(b.Mark.STRIKE, "Gestrichenem"), ", H"),
    *(span(b.Mark.SUBSCRIPT, "2"), "O, m", span(b.Mark.SUPERSCRIPT, "2"), ", "),
    *(span(b.Mark.KEYBOARD, "Strg"), ", ", span(b.Mark.LABEL, "Datei"), ", "),
    *(span(b.Mark.BADGE, "erfüllt", "gut"), " ", span(b.Mark.BADGE, "offen", "warnung"), ", "),
    *(b.Span(t("pop-up store"), language="en-GB"), ", ", b.CheckBox(True), " ja "),
    *(b.CheckBox(False), " nein, ", b.InlineMath("E = mc^2"), ", "),
    *(b.InlineImage(PICTURES / "markt.png", "kleiner Markt"), b.LineBreak(), "neue Zeile"),
    *(b.IndexEntry(("Leerstand", "Erfassung"), "idx-1"), b.Anchor("mitten-im-satz"), "."),
    anchors=("absatz-1",),
)

LINKS = p(
    *("Siehe ", b.InternalLink(t("Steckbrief"), "steckbrief-jena", page=True), ", "),
    *(b.InternalLink(t("Größenklassen"), "tab-groessen"), ", Seite ", b.PageReference("glossar")),
    *(" und ", b.ExternalLink(t("die Statistik"), "https://statistik.thueringen.de/?a=1&b=2#x")),
    *(" sowie ", b.InternalLink(t("die Mitte des Satzes"), "mitten-im-satz"), "."),
)

NESTED = plain_list(b.ListStyle.LOWER_ALPHA, "Begehung", "Meldedaten", "Zähler")
LISTS = (
    b.ListBlock(
        b.ListStyle.BULLET,
        (
            b.ListItem((p("Erster Punkt mit Unterpunkten:"), NESTED)),
            b.ListItem((p("Zweiter Punkt."), p("Er hat einen zweiten Absatz."))),
        ),
    ),
    b.ListBlock(
        b.ListStyle.ARABIC,
        (b.ListItem((p("Weiter"),)), b.ListItem((p("und fort"),))),
        start=4,
    ),
    plain_list(b.ListStyle.UPPER_ROMAN, "Römisch", "gezählt"),
    plain_list(b.ListStyle.PLAIN, "Ohne Zeichen", "ebenso"),
    b.ListBlock(
        b.ListStyle.TASK,
        (
            b.ListItem((p("Auftrag vom Rat geholt"),), checked=True),
            b.ListItem((p("Begehung mit dem Bauamt verabredet"),), checked=False),
        ),
    ),
)

CARDS = b.Grid(
    (
        b.Card(
            t("Zwischennutzung"),
            (p("Räume auf Zeit, zu tragbaren Kosten."),),
            (p("5 Fälle"),),
            b.InternalLink((), "glossar"),
        ),
        b.Card(
            t("Ankauf"),
            (p("Die Stadt erwirbt ein Schlüsselobjekt."),),
            link=b.ExternalLink((), "https://example.org/"),
        ),
    )
)

NEXT = b.NextStep(
    t("Nächster Schritt"),
    (
        (t("Wer"), (p("Wirtschaftsförderung mit dem Bauamt"),)),
        (t("Was"), (p("Leerstände der Hauptstraße begehen", b.NoteReference("zwei")),)),
        (t("Bis"), (p("in vier Wochen"),)),
    ),
)

ROLES = b.Group(
    (
        p("Leitsatz in größerer Schrift.", role="lead"),
        p("Zwischentitel", role="rubric"),
        p("Kleingedrucktes.", role="note"),
        p("Rathaus", role="line"),
        p("Markt 1", role="line"),
        p("Von einer Bürgerin", role="attribution"),
    )
)

FIELDS = b.DefinitionList(
    (
        b.Definition(((t("Stand"), ()),), (p("1. Oktober 2026"),)),
        b.Definition(((t("Zuständig"), ()),), (p("Bauamt"),)),
    ),
    role="fields",
)

REST = (
    b.Quote((p("Leerstand zieht Leerstand an."),), t("Agentur Blank, 2020")),
    b.CodeBlock('ort;status\n"Jena";  leer # nicht @ weg\n\n\tTab', "text", t("Die Datei"), "1"),
    b.MathBlock(r"\text{Quote} = \frac{\text{leer}}{\text{alle}}", "1", ("gl-quote",)),
    CARDS,
    b.Titled(t("Für kleine Städte"), (p("Eine Liste in der Tabellenkalkulation genügt."),), "tab"),
    b.Titled(t("Warum so?"), (p("Weil Software Pflege braucht."),), "dropdown"),
    b.Rule(),
    ROLES,
    FIELDS,
    NEXT,
)

GLOSSARY = b.DefinitionList(
    (
        b.Definition(
            ((t("Anhandgabe"), ("begriff-anhandgabe",)),),
            (p("Befristete Reservierung eines Grundstücks für den ausgewählten Bewerber."),),
        ),
        b.Definition(
            ((t("BID"), ("begriff-bid",)), (t("ISG"), ())),
            (p("Räumlich abgegrenzter Zusammenschluss zur Aufwertung einer Geschäftslage."),),
        ),
    ),
    role="glossary",
)

INDEX = b.IndexList(
    (
        (("Leerstand",), ("glossar",)),
        (("Leerstand", "Erfassung"), ("idx-1",)),
        (("Zwischennutzung",), ("steckbrief-jena", "kapitel-jena")),
    )
)

PROSE = (
    "Wer Leerstand bewältigen will, muss ihn zuerst kennen. Eine Begehung der Innenstadt, die "
    "Einwohnermeldedaten und die Zählerstände der Stadtwerke ergänzen einander: Keine Quelle "
    "allein zeigt, welches Haus leer steht, seit wann und warum. Legen Sie deshalb früh fest, "
    "was Sie erheben, wer die Angaben pflegt und wer sie sehen darf."
)

DEEPER = section(4, "Tiefer", p(PROSE), section(5, "Noch tiefer", p(PROSE)))
WORK = section(
    1,
    "Erfassen und bewerten",
    p("In diesem Kapitel entsteht Ihre Leerstandsliste.", role="lead"),
    section(
        2,
        "Worum es geht",
        *(p(PROSE, b.NoteReference("tlz")), p(PROSE), MARKED, LINKS, TABLE, p(PROSE)),
        section(3, "Listen", *LISTS, DEEPER),
        number="1.1",
        anchors=("worum",),
    ),
    section(2, "Hinweise", p(PROSE), *BOXES, number="1.2"),
    section(2, "Bilder und Tabellen", p(PROSE), *FIGURES, LONG_TABLE, MATRIX, number="1.3"),
    section(2, "Alles Übrige", *REST, number="1.4"),
    number="1",
    anchors=("kapitel-erfassen", "schritt-1"),
    starts_page=True,
)

CASE = b.Section(
    1,
    (b.Text("Blank – Agentur für Zwischennutzung"), b.NoteReference("zwei")),
    (
        FACTS,
        section(2, "Ausgangslage", p(PROSE, b.NoteReference("zwei"))),
        section(2, "Vorgehen", p(PROSE), p(PROSE)),
        section(2, "Ergebnis", p(PROSE)),
    ),
    anchors=("kapitel-jena",),
    starts_page=True,
)

START = section(1, "So arbeiten Sie mit dem Kompass", p(PROSE), p(PROSE), starts_page=True)
APPENDIX = (
    section(1, "Glossar", GLOSSARY, anchors=("glossar",), starts_page=True),
    section(1, "Register", INDEX, starts_page=True, in_contents=False),
)
NEWSPAPER = b.ExternalLink((), "https://www.tlz.de/jena-id227702155.html")

BOOK = b.Book(
    title="Kompass Leerstand",
    subtitle="Handbuch für kleine und mittlere Städte in Thüringen",
    author="Thüringer Aktionsbündnis „Leerstand bewältigen“",
    edition="Ausgabe 2026-11, Entwurf",
    date="2026-11-22",
    keywords=("Leerstand", "Innenstadt"),
    imprint=(p("Herausgegeben vom Aktionsbündnis."), p("Lizenz CC BY 4.0.")),
    notes={
        "tlz": (p("TLZ: ", span(b.Mark.EMPHASIS, "Vertrauen schaffen"), ", ", NEWSPAPER, "."),),
        "zwei": (p("Eigene Erhebung, siehe ", b.InternalLink(t("Glossar"), "glossar"), "."),),
    },
    parts=(
        b.Part((), (START,)),
        b.Part(
            t("Schritt für Schritt"),
            (p("Dieser Teil führt durch die Arbeit."), WORK),
            number="1",
            anchors=("teil-1",),
        ),
        b.Part(t("Beispiele"), (CASE,), number="2"),
        b.Part(t("Anhang"), APPENDIX),
    ),
)
