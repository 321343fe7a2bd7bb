"""Which cases a case is like, and in which words."""

from __future__ import annotations

from kleines_handbuch import case, handbook

from kompasswerk.model.verwandtschaft import Verwandtschaft

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
            "Anders: 108.000\u00a0Einwohner, beteiligt waren Hochschulen.",
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


def test_instruments_count_twice_at_most_and_equal_cases_come_by_path():
    said = {"ansatz": ("zwischennutzung",)}
    tools = tuple(f"/kompass/instrumente/nummer-{number}" for number in range(4))
    here = case("hier", einwohner=12000, instrumente=tools, **said)
    found = similar(
        case("c-vier", instrumente=tools, **said),
        case("b-zwei", instrumente=tools[2:], **said),
        case("a-eins", instrumente=tools[:1], **said),
        of=here,
    )
    assert [slug for slug, _ in found] == ["b-zwei", "c-vier", "a-eins"]


def test_what_weighs_more_comes_first():
    said = {"ansatz": ("zwischennutzung", "umnutzung"), "einwohner": 12000}
    here = case("hier", eigentum=("privat",), **said)
    found = similar(
        case("d-beide", **said),
        case("c-gross", **said | {"einwohner": 108000}),
        case("b-eines", **said | {"ansatz": ("umnutzung",)}),
        case("a-eigentum", eigentum=("privat",), beleg="mittel", land="Bayern", **said),
        of=here,
    )
    assert [slug for slug, _ in found] == ["d-beide", "a-eigentum", "b-eines"]


def test_of_hundreds_the_only_one_of_the_same_size_is_found():
    said = {"ansatz": ("zwischennutzung",)}
    others = [case(f"a-{number}", einwohner=108000, **said) for number in range(300)]
    assert similar(*others, case("z-klein", **said))[0][0] == "z-klein"
