"""The outlines are where Germany is; coordinates by hand."""

from __future__ import annotations

import pytest

from kompasswerk.karte.umrechnen import neighbours, simplified
from kompasswerk.karte.umriss import FILE, box, inside, read_umriss

STATES = 16


def test_there_are_all_states_in_a_small_file():
    assert len(read_umriss().laender) == STATES
    assert FILE.stat().st_size < 20_000


@pytest.mark.parametrize(
    ("lon", "lat", "lies"),
    [
        (11.03, 50.98, True),  # Erfurt
        (11.59, 50.69, True),  # Pößneck
        (10.45, 50.72, True),  # Schmalkalden
        (12.43, 50.99, True),  # Altenburg
        (11.17, 50.36, True),  # Sonneberg
        (12.37, 51.34, False),  # Leipzig
        (10.96, 50.26, False),  # Coburg
        (9.67, 50.55, False),  # Fulda
    ],
)
def test_towns_lie_in_thuringia_or_not(lon, lat, lies):
    umriss = read_umriss()
    assert inside((lon, lat), umriss.thueringen) is lies
    assert inside((lon, lat), umriss.laender["Thüringen"]) is lies


@pytest.mark.parametrize(
    ("land", "lon", "lat"),
    [("Bayern", 11.58, 48.14), ("Hamburg", 9.99, 53.55), ("Sachsen", 13.74, 51.05)],
)
def test_capitals_lie_in_their_states(land, lon, lat):
    assert inside((lon, lat), read_umriss().laender[land])


def test_germany_reaches_from_the_sea_to_the_alps():
    (west, south), (east, north) = box(
        tuple(ring for rings in read_umriss().laender.values() for ring in rings)
    )
    assert (round(west), round(south), round(east), round(north)) == (6, 47, 15, 55)


def test_a_simplified_border_stays_one_line_for_both_neighbours():
    left = ((0.0, 0.0), (1.0, 0.0), (1.01, 0.5), (1.0, 1.0), (0.0, 1.0))
    right = ((1.0, 0.0), (2.0, 0.0), (2.0, 1.0), (1.0, 1.0), (1.01, 0.5))
    borders = neighbours([left, right])
    assert (1.01, 0.5) not in simplified(left, borders, 0.1)
    assert (1.01, 0.5) not in simplified(right, borders, 0.1)
    assert (1.01, 0.5) in simplified(left, borders, 0.001)
    assert (1.01, 0.5) in simplified(right, borders, 0.001)
