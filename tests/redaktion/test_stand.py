"""What is missing, what is due, whom to ask: computed from a few pages on a given day."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from kompasswerk.docx.returned_text import Comment
from kompasswerk.model.records import Einwohner, Kontakt, Kosten, Quelle, Wirkung, Zeitraum
from kompasswerk.model.seiten import Fall, Pilot
from kompasswerk.model.vocabulary import Choice, Vocabulary
from kompasswerk.redaktion.stand.alter import outdated
from kompasswerk.redaktion.stand.aufnahme import verdicts
from kompasswerk.redaktion.stand.bestandsstand import state_of
from kompasswerk.redaktion.stand.eintrag import entry_of
from kompasswerk.redaktion.stand.fristen import due, months_since, review_missed
from kompasswerk.redaktion.stand.linkstand import Dead
from kompasswerk.redaktion.stand.luecken import Nachfrage, gaps
from kompasswerk.redaktion.stand.texte import Textstand, read_textstand, with_open_points

DAY = date(2028, 12, 1)
Q1 = Quelle(kennung="q1", titel="Bericht", herausgeber="Stadt", url="https://a.example",
            gesehen="2028-06")  # fmt: skip
Q2 = Quelle(kennung="q2", titel="Zählung", herausgeber="Stadt", fundstelle="Archiv")
WORDS = Vocabulary(
    {
        "ansatz": (Choice("neu", "Neu", ""), Choice("alt", "Alt", "")),
        "gebaeudetyp": (Choice("laden", "Laden", ""),),
        "groessenklasse": (
            Choice("kleine-kleinstadt", "klein", "", ab=5000, unter=10000),
            Choice("grosse-kleinstadt", "groß", "", ab=10000, unter=20000),
        ),
        "freigabe": (Choice("entwurf", "Entwurf", ""),),
        "ag": (Choice("klima", "Klima", ""),),
        "zustaendig": (
            Choice("pruefen", "Geschäftsstelle", "Seite prüfen"),
            Choice("offene-punkte", "Geschäftsstelle", "Offene Punkte klären"),
            Choice("zweite-quelle", "Redaktion", "Zweite Quelle suchen"),
            Choice("quellen-ansehen", "Redaktion", "Quellen neu ansehen"),
            Choice("vorlegen", "Redaktion", "Der AG vorlegen"),
            Choice("entscheiden", "Leitung der AG", "Entscheiden"),
        ),
    }
)


def case(**said: object) -> Fall:
    values: dict[str, object] = {
        "slug": "a-dorf",
        "path": "bestpractice/a-dorf.md",
        "titel": "A-Dorf",
        "kurz": "Kurz.",
        "freigabe": "entwurf",
        "stand": "2028-01-10",
        "pruefen_bis": "2029-06-30",
        "quellen": (Q1, Q2),
        "teaser": "Mehr.",
        "ort": "A-Dorf",
        "land": "Thüringen",
        "ansatz": ("neu",),
        "gebaeudetyp": ("laden",),
        "akteure": ("kommune",),
        "zeitraum": Zeitraum(),
        "beleg": "mittel",
    }
    return Fall(**{**values, **said})


def entry(page=None, text=None, day=DAY):
    return entry_of("fall", "bestpractice/a-dorf", page or case(), text or Textstand(), WORDS, day)


def test_months_count_from_the_last_day_that_a_date_means():
    assert months_since("2027", date(2028, 12, 30)) == 11
    assert months_since("2027", date(2028, 12, 31)) == 12
    assert months_since("2028-11", date(2028, 12, 1)) == 0
    assert months_since("2030-01-01", DAY) == 0


def test_a_page_is_due_when_it_says_so_but_after_two_years_at_the_latest():
    assert due(case()) == date(2029, 6, 30)
    assert due(case(pruefen_bis=None)) == date(2030, 1, 10)
    assert due(case(pruefen_bis="2040-01-01")) == date(2030, 1, 10)
    assert due(case(stand="2028-02-29", pruefen_bis=None)) == date(2030, 2, 28)


def test_two_years_without_review_are_over_on_the_day_itself():
    assert not review_missed(case(), date(2030, 1, 9))
    assert review_missed(case(), date(2030, 1, 10))


def test_completeness_counts_fields_that_say_something():
    page = case(einwohner=Einwohner(wert=6000), zeitraum=Zeitraum(quelle="q1"))
    found = entry(page).umfang
    assert (found.da, found.alle) == (11, 21)
    assert found.prozent == 52
    assert found.leer == (
        *("Maßnahmenfeld", "Eigentum", "Zeitraum", "Kosten", "Förderung", "Instrumente"),
        *("Schritte", "Aufwand", "Wirkung", "Kontakt"),
    )


@pytest.mark.parametrize(
    ("page", "text", "step", "whom"),
    [
        (case(pruefen_bis="2028-11-30"), None, "pruefen", "Geschäftsstelle"),
        (case(), Textstand(("Wie viel?",)), "offene-punkte", "Geschäftsstelle"),
        (case(quellen=(Q1,)), None, "zweite-quelle", "Redaktion"),
        (case(quellen=(Q1,), ausnahme="Amtlich."), None, "vorlegen", "Redaktion"),
        (case(), None, "vorlegen", "Redaktion"),
        (case(freigabe="in-pruefung"), None, "entscheiden", "Leitung der AG"),
        (case(freigabe="freigegeben"), None, "nichts", ""),
        (case(freigabe="zurueckgezogen", pruefen_bis="2027-01-01"), None, "nichts", ""),
        (
            case(pruefen_bis="2028-11-30", kontakt=Kontakt(stelle="Bauamt A-Dorf")),
            None,
            "pruefen",
            "Geschäftsstelle; Bauamt A-Dorf",
        ),
    ],
)
def test_the_most_urgent_step_comes_first(page, text, step, whom):
    found = entry(page, text)
    assert (found.schritt, found.fragen) == (step, whom)


def test_a_pilot_is_asked_of_its_working_group():
    page = Pilot(
        slug="p", path="pilots/p.md", titel="P", freigabe="entwurf", stand="2028-01-10",
        ag="klima", platz=1, status=(), quellen=(Q1, Q2),
    )  # fmt: skip
    assert entry_of("pilot", "pilots/p", page, Textstand(), WORDS, DAY).fragen == (
        "Redaktion; AG Klima"
    )


def test_open_points_are_comments_and_the_verdict_stands_behind_the_size_of_town():
    text = (
        "## Ergebnis\n\n% offen: Wie viele?\n%offen: Seit wann?\n% sonst\n\n## Übertragbarkeit\n\n"
        "- **Kleine Kleinstadt (5.000 bis unter 10.000): nur im Einzelfall.** Weil.\n"
        "- **Kleine Mittelstadt (20.000 bis unter 50.000): gut, mit Plan.** Weil.\n"
    )
    assert read_textstand(text) == Textstand(("Wie viele?", "Seit wann?"), "ja")
    assert read_textstand(text.replace("gut, mit", "teilweise, mit")).uebertragbar == "teilweise"
    assert read_textstand("## Übertragbarkeit\n\nText.").uebertragbar == "offen"


def test_comments_become_open_points_once_without_names_and_in_one_line():
    said = [Comment("A. Muster", "Stimmt\ndas?", "Der Laden"), Comment("B", "", "x")]
    once = with_open_points("Text.\n", said)
    assert once == "Text.\n\n% offen: zu „Der Laden“: Stimmt das?\n"
    assert with_open_points(once, said) == once
    assert with_open_points("Text.\r\n", said[:1]) == (
        "Text.\r\n\r\n% offen: zu „Der Laden“: Stimmt das?\r\n"
    )


@pytest.mark.parametrize(
    ("said", "key", "verdict"),
    [
        ({"zeitraum": Zeitraum(beginn=2025, laufend="ja")}, "neu-oder-bewaehrt", "ja"),
        ({"zeitraum": Zeitraum(beginn=2026, laufend="ja")}, "neu-oder-bewaehrt", "offen"),
        ({"zeitraum": Zeitraum(beginn=2020)}, "neu-oder-bewaehrt", "offen"),
        ({}, "wirkung", "offen"),
        ({"wirkung": (Wirkung(kennzahl="a", nachher=3, quelle="q1"),)}, "wirkung", "teilweise"),
        ({"wirkung": (Wirkung(kennzahl="a", nachher=3, vorher=1, quelle="q1"),)}, "wirkung", "ja"),
        ({"akteure": ("kommune", "verein", "land")}, "eingebettet", "ja"),
        ({"akteure": ("kommune", "verein")}, "eingebettet", "teilweise"),
        ({"akteure": ("verein", "land", "kirche")}, "eingebettet", "teilweise"),
        ({"akteure": ("verein", "land")}, "eingebettet", "offen"),
    ],
)
def test_verdicts_follow_what_the_page_says(said, key, verdict):
    assert verdicts(case(**said), Textstand(), DAY)[key] == verdict


def test_old_links_and_figures_are_listed_with_their_age():
    page = case(
        quellen=(
            Q1,
            Quelle(kennung="q3", titel="Alt", herausgeber="x", url="https://b", gesehen="2026-11"),
            Quelle(kennung="q4", titel="Ohne", herausgeber="x", url="https://c"),
        ),
        einwohner=Einwohner(wert=6000, stand="2023-11"),
        kosten=(
            Kosten(wert=5, was="Miete", stand="2022"),
            Kosten(wert=5, was="Licht", stand="2024"),
        ),
    )
    found = outdated([("fall", "bestpractice/a-dorf", page)], date(2028, 12, 1))
    assert [(each.art, each.was, each.stand, each.monate) for each in found] == [
        ("Link", "q4: Ohne", "", None),
        ("Zahl", "Kosten: Miete", "2022", 71),
    ]
    dead = {"https://b": Dead("2028-03-01", "2028-11-01", "2025-05-06")}
    (first, *_) = outdated([("fall", "bestpractice/a-dorf", page)], DAY, dead=dead)
    assert (first.art, first.was, first.monate) == (
        "Toter Link",
        "q3: Alt, Kopie im Webarchiv vom 6.\u00a0Mai 2025",
        9,
    )
    later = outdated([("fall", "bestpractice/a-dorf", page)], date(2028, 12, 31))
    assert [(each.was, each.monate) for each in later] == [
        ("q4: Ohne", None),
        ("q3: Alt", 25),
        ("Kosten: Miete", 72),
        ("Einwohner: 6.000", 61),
    ]


def test_gaps_that_towns_ask_for_come_first_and_few_towns_count_as_none():
    cases = [case(einwohner=Einwohner(wert=6000)), case()]
    equal = gaps(cases, WORDS, Nachfrage())
    assert [(g.ansatz, g.groesse, g.gewicht, g.anderswo) for g in equal] == [
        ("neu", "grosse-kleinstadt", 1, 2),
        ("alt", "kleine-kleinstadt", 1, 0),
        ("alt", "grosse-kleinstadt", 1, 0),
    ]
    asked = {("groessenklasse", "kleine-kleinstadt"): 4, ("groessenklasse", "grosse-kleinstadt"): 2}
    weighed = gaps(cases, WORDS, Nachfrage(6, asked))
    assert [(g.ansatz, g.groesse, g.gewicht) for g in weighed] == [
        ("alt", "kleine-kleinstadt", 5),
        ("neu", "grosse-kleinstadt", 1),
        ("alt", "grosse-kleinstadt", 1),
    ]


def test_the_feed_holds_what_is_due_within_a_week_and_the_workbook_everything():
    pages = [
        ("fall", "bestpractice/a", case(titel="Nachher", pruefen_bis="2028-12-08"), Textstand()),
        ("fall", "bestpractice/b", case(titel="Bald", pruefen_bis="2028-12-07"), Textstand()),
        ("fall", "bestpractice/c", case(titel="=Längst", pruefen_bis="2028-11-30"),
         Textstand(("Wie viel?",))),
    ]  # fmt: skip
    state = state_of(pages, WORDS, DAY)
    feed = state.feed(lambda seite: f"{seite}.html").decode()
    assert feed.index("Fall: =Längst") < feed.index("Fall: Bald")
    assert "Nachher" not in feed
    assert "<updated>2028-12-01T00:00:00Z</updated>" in feed
    assert 'href="bestpractice/b.html"' in feed
    blob = state.workbook(inside=True)
    assert blob == state_of(pages, WORDS, DAY).workbook(inside=True)
    book = load_workbook(BytesIO(blob))
    assert book.sheetnames == ["Stand", "Offene Punkte", "Erneuern", "Gesucht", "Über diese Datei"]
    rows = list(book["Stand"].values)
    assert [row[0] for row in rows[1:]] == ["=Längst", "Bald", "Nachher"]
    assert book["Stand"]["A2"].data_type == "s"
    assert list(book["Offene Punkte"].values)[1] == ("=Längst", "Wie viel?")
    public = load_workbook(BytesIO(state.workbook(inside=False)))
    assert public.sheetnames == ["Stand", "Erneuern", "Gesucht", "Über diese Datei"]
