"""Verdicts on pilots: what people said, what data show, what stays unknown."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kompasswerk.model.pilotkriterien import Pilotkriterien, Pruefkriterium
from kompasswerk.model.records import Indikator, Kriterium
from kompasswerk.model.seiten import Fall, Pilot
from kompasswerk.model.vocabulary import Choice, Vocabulary
from kompasswerk.pilotpruefung.similar import Aehnlich, similar
from kompasswerk.pilotpruefung.smart import measured
from kompasswerk.pilotpruefung.towns import Standorte
from kompasswerk.pilotpruefung.verdict import Lage, Urteil, minimum_met, verdicts
from kompasswerk.reading.pages import LoadedPage

WORDS = Vocabulary({"finanzierungsstand": (Choice("offen", "offen", "Offen."),)})
TODAY = date(2026, 11, 28)
NOWHERE = Standorte((), 0, 0)
WHOLE = Indikator(
    kennzahl="Leere Läden",
    einheit="Läden",
    vorher=12,
    vorher_stand="2026-09-01",
    ziel=9,
    bis="2027-09",
)


def pilot(**fields):
    given = {"slug": "idee", "path": "pilots/idee.md", "titel": "Idee", "freigabe": "entwurf"}
    given |= {"stand": "2026-11-01", "ag": "klima", "platz": 2, "status": ()}
    return Pilot(**given, **fields)


def fall(slug, titel, kurz, land="Thüringen"):
    return Fall(
        **{"slug": slug, "path": f"bestpractice/{slug}.md", "titel": titel, "kurz": kurz},
        **{"teaser": "", "freigabe": "entwurf", "stand": "2026", "ort": "X", "land": land},
        **{"ansatz": (), "gebaeudetyp": (), "akteure": (), "zeitraum": None, "beleg": "hoch"},
    )


def verdict(kennung, page, *, aehnlich=(), orte=NOWHERE, today=TODAY):
    lage = Lage(tuple(measured(each, today) for each in page.indikatoren), orte, aehnlich, WORDS)
    criterion = Pruefkriterium(kennung=kennung, mindest="offen", fehlt="Bitte ergänzen.")
    criteria = Pilotkriterien(quelle="Folie", stadtgroessen=(), kriterien=(criterion,))
    (found,) = verdicts(page, lage, criteria)
    return found


def said(kennung, erfuellt):
    return (Kriterium(kennung=kennung, erfuellt=erfuellt, grund="Weil.", quelle="s1"),)


def test_what_nobody_says_and_no_data_show_is_unknown():
    found = verdict("skalierbar", pilot())
    assert found.urteil is Urteil.UNKNOWN
    assert found.gruende == ("Die Seite sagt dazu nichts.",)
    assert found.fehlt == ("Bitte ergänzen.",)


def test_an_open_question_stays_open_whatever_data_show():
    page = pilot(kriterien=said("messbar", "offen"), indikatoren=(WHOLE,))
    assert verdict("messbar", page).urteil is Urteil.UNKNOWN


def test_a_claim_to_be_measurable_without_indicator_counts_in_part():
    assert verdict("messbar", pilot(kriterien=said("messbar", "ja"))).urteil is Urteil.PARTLY


def test_an_indicator_with_baseline_and_aim_is_measurable():
    assert verdict("messbar", pilot(indikatoren=(WHOLE,))).urteil is Urteil.MET


def test_money_that_is_not_settled_weakens_that_it_can_be_done():
    page = pilot(kriterien=said("umsetzbar", "ja"), finanzierungsstand="offen")
    found = verdict("umsetzbar", page)
    assert (found.urteil, found.gruende) == (Urteil.PARTLY, ("Weil.", "Finanzierung: offen."))


@pytest.mark.parametrize(
    ("fitting", "others", "expected"),
    [(2, 0, Urteil.MET), (1, 1, Urteil.PARTLY), (0, 2, Urteil.NOT), (0, 0, Urteil.UNKNOWN)],
)
def test_sizes_of_towns_settle_the_size(fitting, others, expected):
    towns = Standorte((("A", "groß"),), fitting, others)
    assert verdict("stadtgroesse", pilot(), orte=towns).urteil is expected


@pytest.mark.parametrize(
    ("stated", "expected"),
    [("ja", Urteil.PARTLY), ("offen", Urteil.UNKNOWN), (None, Urteil.NOT)],
)
def test_what_thueringen_has_tried_is_not_first(stated, expected):
    tried = Aehnlich(fall("x", "Probewohnen", "Wohnen."), 0.5, (), eigener=False)
    kriterien = said("erstmalig", stated) if stated else ()
    found = verdict("erstmalig", pilot(kriterien=kriterien), aehnlich=(tried,))
    assert found.urteil is expected
    assert found.gruende[-1] == "Sehr ähnlich schon in Thüringen erprobt: „Probewohnen“ (X)."


@pytest.mark.parametrize(
    ("flags", "verdicts_", "expected"),
    [
        (("ja", "nein"), (Urteil.MET, Urteil.NOT), True),
        (("ja", "offen"), (Urteil.MET, Urteil.PARTLY), None),
        (("ja", "offen"), (Urteil.NOT, Urteil.MET), False),
        (("ja", "ja"), (Urteil.MET, Urteil.UNKNOWN), None),
        (("offen", "offen"), (Urteil.MET, Urteil.MET), True),
    ],
)
def test_minimum_criteria_are_met_only_if_that_is_certain(flags, verdicts_, expected):
    class One:
        def __init__(self, mindest, urteil):
            self.mindest, self.urteil = mindest, urteil

    assert minimum_met(tuple(map(One, flags, verdicts_))) is expected


def test_an_indicator_says_what_it_lacks():
    whole = measured(WHOLE, TODAY)
    assert (whole.vorher, whole.ziel, whole.ist, whole.fehlt) == (
        "12\u00a0Läden (am 1.\u00a0September 2026)",
        "9\u00a0Läden (September 2027)",
        "",
        (),
    )
    bare = measured(Indikator(kennzahl="Besuche", vorher=Decimal("1.5"), ist=3), TODAY)
    assert bare.fehlt == ("Einheit", "Tag des Ausgangswerts", "Ziel", "Tag der letzten Messung")


@pytest.mark.parametrize(("today", "due"), [(date(2027, 9, 30), False), (date(2027, 10, 1), True)])
def test_a_measurement_is_due_after_the_day_of_its_aim(today, due):
    assert measured(WHOLE, today).faellig is due


def test_cases_are_alike_by_rare_words_and_the_own_case_is_known():
    tree = fall("baum", "Wanderbaumallee in Gotha", "Bäume in Kübeln begrünen Straßen.")
    shop = fall("laden", "Laden auf Zeit", "Gründerinnen testen Geschäfte ohne Miete.")
    third = fall("haus", "Haus am Fluss", "Verein saniert Fachwerk.")
    bodies = {"baum": "Mehr: {pilot}`idee`."}
    pages = [
        LoadedPage(path=each.path, slug=each.slug, page=each, body=bodies.get(each.slug, ""))
        for each in (tree, shop, third)
    ]
    own = pilot(kurz="Bäume in Kübeln für graue Straßen")
    text = "## Projektinhalt\n\nKübel mit Bäumen.\n"
    (found,) = similar(own, text, pages, WORDS)
    assert (found.fall, found.erprobt) == (tree, True)
    named = Pilot(**{**vars(own), "titel": "Wanderbaumallee"})
    (found,) = similar(named, text, pages, WORDS)
    assert (found.eigener, found.erprobt) == (True, False)
