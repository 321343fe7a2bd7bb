"""Letters filled with answers, and that the pages still hold the texts they come from."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from kompasswerk.formular.answers import Antwort, Erkannt, Ruecklauf
from kompasswerk.formular.filling import Teil, gaps
from kompasswerk.formular.letters import VORLAGEN, Vorlage, write_letter
from kompasswerk.formular.passages import Absatz, NoPassageError, read_passage
from kompasswerk.formular.places import by_slug
from kompasswerk.model.formular import Stelle
from kompasswerk.reading.blaetter import read_sheets
from kompasswerk.reading.files import load_bestand

ROOT = Path(__file__).parents[2]
TEXT = """
## A. Angaben

Nicht dies.

## B. Text

**Zu [Amt]**

1. Am [Tag] sind es [Zeit] Wochenstunden, das ist [Zeit].
2. Die Lage: [eins, zwei, drei]. [Anlass]. *Wichtig:* [Amt, Lage].

*Stand: [Tag].*

- [ ] Geprüft.

Weiter mit Blatt 2.
"""
VORLAGE = Vorlage(
    "Probe",
    "check",
    "B.",
    {
        "Amt": (("name",),),
        "Tag": (("tag",), ()),
        "Zeit": (("stunden",),),
        "eins, zwei, drei": (("lage",),),
        "Anlass": (("notiz",),),
        "Amt, Lage": (("name", "dauer"),),
    },
    anschrift=("[STADT]",),
    kopf=("tag", "note"),
    nur_wenn="auftrag",
)


def answered(**values) -> Ruecklauf:
    answers = (
        Antwort(Stelle("check", key), str(wert), wert, Erkannt.TAG) for key, wert in values.items()
    )
    return Ruecklauf("a", "Pößneck", antworten=tuple(answers))


FULL = answered(
    name="Bauamt",
    tag=date(2026, 12, 24),
    stunden=Decimal(12),
    lage=("Markt", "Rand"),
    notiz="Viel steht\nleer.",
    dauer="3–12",
    auftrag=True,
    note="4",
)


def words(letter) -> list[tuple[int, str]]:
    return [(each.nummer, "".join(part.text for part in each.teile)) for each in letter.absaetze]


def test_answers_fit_into_the_sentences(sheets):
    letter = write_letter(VORLAGE, TEXT, FULL, by_slug(sheets))
    assert letter.titel == (Teil("Zu "), Teil("Bauamt"))
    assert letter.anschrift == ((Teil("Pößneck"),),)
    assert letter.kopf == (
        ("Wann?", Teil("24.\N{NO-BREAK SPACE}Dezember 2026")),
        ("Zustand", Teil("4")),
    )
    assert words(letter) == [
        (
            1,
            "Am 24.\N{NO-BREAK SPACE}Dezember 2026 sind es 12 Wochenstunden, "
            "das ist 12\N{NO-BREAK SPACE}Stunden je Woche.",
        ),
        (2, "Die Lage: eins oder drei. Viel steht leer. Wichtig: Bauamt, 3–12."),
        (0, "Stand: [bitte ergänzen: Tag]."),
    ]
    assert letter.absaetze[2].klein
    assert letter.luecken == 1
    assert letter.hinweise == (
        "Entwurf aus dem Arbeitsbuch: vor Gebrauch prüfen lassen, Lücken ergänzen.",
    )


def test_what_is_missing_or_doubtful_shows(sheets):
    doubtful = Antwort(Stelle("check", "stunden"), "ca. 12", Decimal(12), Erkannt.TAG, "ungefähr")
    letter = write_letter(VORLAGE, TEXT, Ruecklauf("a", antworten=(doubtful,)), by_slug(sheets))
    assert letter.anschrift == ((Teil("[bitte ergänzen: Name der Stadt]", luecke=True),),)
    assert words(letter)[:2] == [
        (0, "[Die schriftliche Einwilligung ist nicht bestätigt. Bitte nicht veröffentlichen.]"),
        (
            1,
            "Am [bitte ergänzen: Tag] sind es [bitte prüfen: ca. 12] Wochenstunden, "
            "das ist [bitte prüfen: ca. 12].",
        ),
    ]
    assert letter.luecken == 12


def test_only_the_named_section_counts_up_to_its_check_list():
    assert read_passage("## A\n\nnein\n\n## B. Text\n\neins\\\nzwei\n\n- ab\n\nnein", "B.") == (
        Absatz((Teil("eins"), Teil("\n"), Teil("zwei"))),
    )
    with pytest.raises(NoPassageError):
        read_passage("## A\n\nnein", "B.")


@pytest.fixture(scope="module")
def handbook():
    loaded = load_bestand(ROOT)
    return {page.slug: page.body for page in loaded.pages}, by_slug(read_sheets(loaded))


@pytest.mark.parametrize("art", VORLAGEN)
def test_the_handbook_holds_the_text_and_the_fields_of_each_letter(art, handbook):
    pages, sheets = handbook
    vorlage = VORLAGEN[art]
    passage = read_passage(pages[vorlage.blatt], vorlage.abschnitt)
    named = {gap for each in passage for gap in gaps(each.teile)}
    assert named - vorlage.slots.keys() == set()
    keys = {key for slots in vorlage.slots.values() for slot in slots for key in slot}
    for key in {*keys, *vorlage.kopf, *filter(None, [vorlage.nur_wenn])}:
        blatt, _, name = key.rpartition(".")
        place = Stelle(blatt or vorlage.blatt, name)
        assert sheets[place.blatt].field(place) is not None, key


def exposed(*covered: str, agreed: bool = True) -> Ruecklauf:
    values = {
        "einwilligung": agreed,
        "umfang": covered,
        "ueberschrift": "Laden",
        "preis": Decimal(850),
        "anschrift": "Markt 7",
        "flaeche": Decimal("1200.5"),
    }
    answers = (
        Antwort(Stelle("expose", key), str(wert), wert, Erkannt.TAG) for key, wert in values.items()
    )
    return Ruecklauf("a", "Pößneck", antworten=tuple(answers))


def expose(handbook, answers: Ruecklauf):
    pages, sheets = handbook
    return write_letter(VORLAGEN["expose"], pages["expose"], answers, sheets)


def test_an_expose_says_only_what_the_consent_covers(handbook):
    letter = expose(handbook, exposed("Text", "Fotos"))
    text = words(letter)[0][1]
    assert "Markt 7: Hier sind 1.200,5 Quadratmeter frei" in text
    assert "850" not in text
    assert "der Preis: [nicht freigegeben: Betrag]" in text
    assert letter.hinweise[1] == (
        "Die Einwilligung gilt nicht für: Grundriss, Preis. Weggelassen; bitte auch nicht beilegen."
    )


def test_a_consent_for_the_price_shows_it(handbook):
    letter = expose(handbook, exposed("Text", "Fotos", "Grundriss", "Preis"))
    assert "der Preis: 850\N{NO-BREAK SPACE}Euro" in words(letter)[0][1]
    assert len(letter.hinweise) == 1


def test_a_consent_for_nothing_said_shows_nothing(handbook):
    letter = expose(handbook, exposed())
    assert letter.titel[0].text == "[nicht freigegeben: Überschrift]"
    assert "Markt 7" not in words(letter)[0][1]


@pytest.mark.parametrize("art", ["auftrag", "vorhaben"])
def test_a_draft_for_the_council_claims_nothing_that_nobody_said(art, handbook):
    pages, sheets = handbook
    letter = write_letter(VORLAGEN[art], pages["beschlussvorlage"], Ruecklauf("a"), sheets)
    text = " ".join(said for _, said in words(letter))
    for claim in ("wurde gesprochen", "niemand", "Ordnungsamt"):
        assert claim not in text
    asked = {
        "auftrag": "begleitet die Arbeit: [bitte ergänzen: beteiligte Ämter",
        "vorhaben": "[bitte ergänzen: Gespräch mit der Eigentümerseite",
    }
    assert asked[art] in text
