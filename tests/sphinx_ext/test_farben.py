"""The colours of the handbook can be read: WCAG's contrast for every text on every ground."""

from __future__ import annotations

from pathlib import Path

import pytest

from kompasswerk.reading.gestaltung import read_gestaltung

GESTALTUNG = read_gestaltung(Path(__file__).parents[2] / "_templates/gestaltung.yaml")
TEXTS = ("text", "leise", "haupt", "haupt_dunkel", "akzent", "gut", "warnung", "gefahr")
GROUNDS = ("weiss", "flaeche", "flaeche_warm")
PALETTES = {"hell": GESTALTUNG.farben, "dunkel": GESTALTUNG.farben_dunkel}


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself_is_right():
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_text_is_readable_on_every_ground(palette, ground, text):
    assert contrast(palette[text], palette[ground]) >= 4.5


def test_the_dark_screen_has_every_colour_of_the_light_one():
    assert set(GESTALTUNG.farben_dunkel) == set(GESTALTUNG.farben)
