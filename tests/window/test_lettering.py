"""Names on the map: how wide they may be, and that they can be read on every ground."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from game.present.atlas import sheet
from game.present.map_colours import PARTY_COLOURS, on_paper
from game.present.mapping import MapPage, map_page
from game.window.chart.lettering import HALO, INK, SEA_INK, Name
from game.window.chart.names import Names
from game.window.chart.picture import ChartColours, Picture
from game.window.chart.view import Chart
from game.window.flow import Kit
from game.window.fonts import Faces, fonts_folder
from game.window.text import Typesetter
from game.window.theme import contrast, themed
from tests.window.test_map import at_work

LEAST, LEAST_OF_LINES = 4.5, 3.0
STRIP = "lithuania-south-west"


@pytest.fixture(scope="module")
def page() -> MapPage:
    return replace(map_page(at_work("pact-1939", "poland")), sheet="europe", lit=(STRIP, "bessarabia"))


def names_of(page: MapPage, scale: float, size: tuple[int, int]) -> tuple[Kit, tuple[Name, ...]]:
    kit = Kit(themed(), Typesetter(Faces(fonts_folder()), scale))
    part = Chart(page, kit, size).part
    return kit, Names(Picture(sheet(page.sheet), part, ChartColours()), page, kit).placed()


@pytest.mark.parametrize(("scale", "size"), [(1.0, (544, 410)), (2.0, (544, 410)), (2.5, (600, 400))])
def test_a_long_name_stands_in_several_lines_instead_of_running_over_the_map(
    page: MapPage, scale: float, size: tuple[int, int]
) -> None:
    kit, names = names_of(page, scale, size)
    for name in names:
        if name.kind != "state":
            longest = kit.type.longest(name.words, name.style)
            assert name.rect.width <= max(0.36 * size[0], longest) + kit.px(9), name.words
        for line, left, top in name.lines:
            written = pygame.Rect(left, top, kit.type.width(line, name.style), kit.type.step(name.style))
            assert name.rect.contains(written)
    if scale == 2.0:
        strip = next(name for name in names if name.words == page.holdings[STRIP].name)
        assert len(strip.lines) > 1
        assert " ".join(line for line, _, _ in strip.lines) == strip.words


def test_names_can_be_read_against_their_edge_and_on_every_partys_land() -> None:
    assert min(contrast(INK, HALO), contrast(SEA_INK, HALO)) >= LEAST
    for party in PARTY_COLOURS:
        assert contrast(INK, on_paper(party)) >= LEAST, party


def test_names_of_seas_can_be_read_on_every_water() -> None:
    colours = ChartColours()
    for water in (colours.sea, colours.coast, colours.lake):
        assert contrast(SEA_INK, water) >= LEAST


def test_frontiers_what_is_lit_and_the_stripes_of_the_key_stand_out() -> None:
    colours = ChartColours()
    assert contrast(colours.lit, colours.frontier) >= LEAST_OF_LINES
    assert contrast(on_paper("soviet-union", 1.0), on_paper("poland")) >= LEAST_OF_LINES
    for party in PARTY_COLOURS:
        assert contrast(colours.frontier, on_paper(party)) >= LEAST_OF_LINES, party
