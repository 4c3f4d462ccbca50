from __future__ import annotations

from dataclasses import fields, replace

import pytest

from game.window.theme import PALETTES, Palette, Style, Theme, contrast, scale_for, themed

LEAST = 4.5
ON_THE_DESK = ("title", "over_title", "date", "bar", "hint", "toast")
LOOKS = {name: themed(palette) for name, palette in PALETTES.items()}
STYLES = {one.name for one in fields(Theme) if isinstance(getattr(themed(), one.name), Style)}


def test_black_on_white_has_the_greatest_contrast_and_a_colour_on_itself_none():
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((90, 40, 30), (90, 40, 30)) == pytest.approx(1)


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize("name", ON_THE_DESK)
def test_words_on_the_desk_can_be_read(name, look):
    colour, palette = getattr(look, name).colour, look.palette
    assert contrast(colour, palette.desk) >= LEAST
    assert contrast(colour, palette.desk_light) >= LEAST


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize("name", sorted(STYLES - set(ON_THE_DESK) - {"primary"}))
@pytest.mark.parametrize("ground", ["paper", "sheet"])
def test_words_on_paper_can_be_read(name, ground, look):
    assert contrast(getattr(look, name).colour, getattr(look.palette, ground)) >= LEAST


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_words_on_a_folder_and_its_tab_can_be_read(look):
    assert contrast(look.tab.colour, look.palette.folder) >= LEAST
    assert contrast(look.tab.colour, look.palette.fold) >= LEAST
    assert contrast(look.palette.quiet, look.palette.folder) >= LEAST


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_the_words_of_a_main_button_can_be_read(look):
    assert contrast(look.primary.colour, look.palette.blue) >= LEAST


def test_high_contrast_has_more_of_it_for_every_kind_of_word():
    usual, high = LOOKS["usual"], LOOKS["high-contrast"]
    for name in STYLES - set(ON_THE_DESK) - {"primary"}:
        assert contrast(getattr(high, name).colour, high.palette.paper) >= 7
    assert (usual.palette.grain, high.palette.grain) == (True, False)


def test_another_palette_changes_colours_and_nothing_else():
    for name in STYLES:
        usual, high = getattr(LOOKS["usual"], name), getattr(LOOKS["high-contrast"], name)
        assert (usual.face, usual.size, usual.leading) == (high.face, high.size, high.leading)
    assert themed(Palette()) == themed()


def test_two_colours_of_a_palette_may_be_the_same():
    alike = themed(replace(PALETTES["usual"], desk_ink=(1, 2, 3), ink=(1, 2, 3), paper=(1, 2, 3)))
    assert (alike.title.colour, alike.body.colour) == ((1, 2, 3), (1, 2, 3))
    assert themed(replace(alike.palette, ink=(9, 9, 9))).title.colour == (1, 2, 3)


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_the_focus_ring_stands_out_on_paper_and_its_halo_on_the_desk(look):
    palette = look.palette
    assert contrast(palette.focus, palette.paper) >= 3
    assert contrast(palette.focus_halo, palette.desk) >= 3


def test_everything_grows_with_the_window_and_with_the_wish_for_larger_type():
    assert scale_for((1280, 720)) == 1
    assert scale_for((1920, 1080)) == 1.5
    assert scale_for((1280, 720), 150) == 1.5
    assert scale_for((3000, 720)) == 1


def test_type_never_becomes_too_small_to_read():
    assert scale_for((320, 200)) >= 0.7
