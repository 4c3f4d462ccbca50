from __future__ import annotations

from dataclasses import fields

import pytest

from game.window.theme import Palette, Style, Theme, contrast, scale_for

LEAST = 4.5
ON_THE_DESK = ("title", "over_title", "date", "bar", "hint", "toast")
STYLES = {
    one.name: getattr(Theme(), one.name) for one in fields(Theme) if isinstance(getattr(Theme(), one.name), Style)
}


def test_black_on_white_has_the_greatest_contrast_and_a_colour_on_itself_none():
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((90, 40, 30), (90, 40, 30)) == pytest.approx(1)


@pytest.mark.parametrize("name", ON_THE_DESK)
def test_words_on_the_desk_can_be_read(name):
    palette = Palette()
    assert contrast(STYLES[name].colour, palette.desk) >= LEAST
    assert contrast(STYLES[name].colour, palette.desk_light) >= LEAST


@pytest.mark.parametrize("name", sorted(set(STYLES) - set(ON_THE_DESK) - {"primary"}))
@pytest.mark.parametrize("ground", ["paper", "sheet"])
def test_words_on_paper_can_be_read(name, ground):
    assert contrast(STYLES[name].colour, getattr(Palette(), ground)) >= LEAST


def test_the_words_of_a_main_button_can_be_read():
    assert contrast(Theme().primary.colour, Palette().blue) >= LEAST


def test_the_focus_ring_stands_out_on_paper_and_its_halo_on_the_desk():
    palette = Palette()
    assert contrast(palette.focus, palette.paper) >= 3
    assert contrast(palette.focus_halo, palette.desk) >= 3


def test_everything_grows_with_the_window_and_with_the_wish_for_larger_type():
    assert scale_for((1280, 720)) == 1
    assert scale_for((1920, 1080)) == 1.5
    assert scale_for((1280, 720), 150) == 1.5
    assert scale_for((3000, 720)) == 1


def test_type_never_becomes_too_small_to_read():
    assert scale_for((320, 200)) >= 0.7
