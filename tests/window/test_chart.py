"""The picture of the map: what lies where, in whose colour, and what a part of a sheet shows."""

from __future__ import annotations

import pygame
import pytest

from game.present.atlas import sheet
from game.window.chart.part import Part, about
from game.window.chart.picture import ChartColours, Hatch, Picture, Tints

SIZE = (480, 360)
RED, BLUE = (200, 90, 80), (90, 110, 200)


@pytest.fixture(scope="module")
def europe() -> Picture:
    one = sheet("europe")
    pygame.display.set_mode(SIZE)
    return Picture(one, Part(0, 0, 0.0001, SIZE).within(one), ChartColours())


def middle(picture: Picture, region: str) -> tuple[int, int]:
    x, y = picture.part.pixel(picture.sheet.rooms[region].middle)
    return round(x), round(y)


def nearer(colour: pygame.Color, first: tuple[int, int, int], second: tuple[int, int, int]) -> bool:
    """Tells whether a colour is nearer the first of two."""
    distances = [sum((a - b) ** 2 for a, b in zip(colour[:3], other, strict=True)) for other in (first, second)]
    return distances[0] < distances[1]


@pytest.mark.parametrize("region", ["poland", "finland-main", "eastern-poland-south", "italy", "spain"])
def test_the_pointer_finds_the_region_under_it(europe: Picture, region: str) -> None:
    assert europe.region_at(middle(europe, region)) == region


def test_there_is_no_region_at_sea_or_beyond_the_picture(europe: Picture) -> None:
    x, y = europe.part.pixel(europe.sheet.seas["north-sea"])
    assert europe.region_at((round(x), round(y))) == ""
    assert europe.region_at((-5, 10)) == ""


def test_a_region_takes_the_colour_of_its_new_owner(europe: Picture) -> None:
    at = middle(europe, "eastern-poland-south")
    before = europe.tinted(Tints({"eastern-poland-south": RED}, {})).get_at(at)
    after = europe.tinted(Tints({"eastern-poland-south": BLUE}, {})).get_at(at)
    assert nearer(before, RED, BLUE)
    assert nearer(after, BLUE, RED)


def test_a_map_of_a_very_large_window_is_drawn_at_its_own_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four times as many pixels for smooth edges made it slow, and took as much memory as the rest of the game."""
    monkeypatch.setattr("game.window.chart.picture._LARGE", SIZE[0] * SIZE[1] - 1)
    one = sheet("europe")
    large = Picture(one, Part(0, 0, 0.0001, SIZE).within(one), ChartColours())
    at = middle(large, "poland")
    assert large._ids.get_size() == SIZE
    assert large.region_at(at) == "poland"
    drawn = large.tinted(Tints({"poland": RED}, {}, {"romania": Hatch((0, 0, 0))}, frozenset({"poland"})))
    assert drawn.get_size() == SIZE
    assert nearer(drawn.get_at(at), RED, BLUE)


def test_stripes_lie_on_their_region_alone(europe: Picture) -> None:
    fills = {"poland": RED, "romania": RED}
    plain = europe.tinted(Tints(fills, {}))
    striped = europe.tinted(Tints(fills, {}, {"romania": Hatch((0, 0, 0))}))
    changed = pygame.mask.from_threshold(striped, (0, 0, 0), (1, 1, 1, 255), plain, True)
    changed.invert()
    x, y = middle(europe, "romania")
    assert changed.overlap_area(pygame.mask.Mask((20, 20), True), (x - 10, y - 10)) > 40
    x, y = middle(europe, "poland")
    assert not changed.overlap_area(pygame.mask.Mask((20, 20), True), (x - 10, y - 10))


def test_what_is_under_the_pointer_stays_there_while_zooming() -> None:
    part = Part(1000, 2000, 0.1, SIZE)
    closer = part.zoomed(2, (100, 50))
    assert closer.place((100, 50)) == pytest.approx(part.place((100, 50)))


def test_nothing_beyond_the_edges_of_the_sheet_is_shown() -> None:
    one = sheet("europe")
    for part in (Part(-9000, -9000, 0.05, SIZE), Part(10**6, 10**6, 0.05, SIZE), Part(0, 0, 0.000001, SIZE)):
        kept = part.within(one)
        left, top = kept.place((0, 0))
        right, bottom = kept.place(SIZE)
        assert left >= -0.01
        assert top >= -0.01
        assert right <= one.size[0] + 0.01
        assert bottom <= one.size[1] + 0.01


def test_a_part_about_places_shows_them_all() -> None:
    one = sheet("europe")
    places = tuple(one.rooms[region].middle for region in ("poland", "romania", "lithuania"))
    part = about(one, places, SIZE)
    for place in places:
        x, y = part.pixel(place)
        assert 0 <= x <= SIZE[0]
        assert 0 <= y <= SIZE[1]
