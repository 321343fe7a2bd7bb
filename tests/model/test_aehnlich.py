"""Which cases a case is like, and in which words."""

from __future__ import annotations

from kleines_handbuch import case, handbook

from kompasswerk.model.aehnlich import Verwandtschaft

VOCABULARY = handbook().vocabulary
HERE = case("hier", ansatz=("zwischennutzung",), einwohner=12000)


def similar(*cases, of=HERE):
    found = Verwandtschaft((of, *cases), VOCABULARY).similar(of)
    return [(other.slug, why) for other, why in found]


def test_a_similar_case_says_what_is_alike_and_what_is_not():
    other = case(
        *("dort",),
        ansatz=("zwischennutzung", "umnutzung"),
        einwohner=108000,
        akteure=("kommune", "hochschule"),
        aufwand=None,
    )
    assert similar(other) == [
        (
            "dort",
            "Ähnlich: Zwischennutzung, Ladenlokal, Thüringen. "
            "Anders: 108.000\u00a0Einwohner, beteiligt: Hochschulen.",
        )
    ]


def test_a_case_is_similar_only_with_the_same_approach_and_the_same_kind_of_building():
    assert similar(case("ansatz", ansatz=("umnutzung",))) == []
    assert similar(case("haus", ansatz=("zwischennutzung",), gebaeudetyp=("bahnhof",))) == []


def test_three_cases_at_most_the_most_similar_first_and_one_of_each_place():
    same = {"ansatz": ("zwischennutzung",)}
    found = similar(
        case("fern", land="Bayern", **same),
        case("gross", einwohner=108000, **same),
        case("gleich", **same),
        case("zweiter", ort="Gleich", beleg="mittel", **same),
        case("schwach", land="Bayern", beleg="niedrig", **same),
    )
    assert [slug for slug, _ in found] == ["gleich", "fern", "gross"]


def test_where_the_page_names_no_number_of_people_sizes_are_not_compared():
    unknown = case("offen", ansatz=("zwischennutzung",), einwohner=None)
    other = case("dort", ansatz=("zwischennutzung",), einwohner=5000)
    assert similar(other, of=unknown) == [
        ("dort", "Ähnlich: Zwischennutzung, Ladenlokal, Thüringen. Aufwand mittel.")
    ]
