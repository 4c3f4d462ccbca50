"""Parties that border on each other, and the great powers, are told apart on the map by every kind of eyes.

Source: G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, A Physiologically-based Model for Simulation of Color
Vision Deficiency, 2009, for the matrices; distances are those of the International Commission on Illumination, 1976.
"""

from __future__ import annotations

from itertools import combinations
from math import dist

import pytest

from game.present.atlas import SHEETS, sheet
from game.present.map_colours import PARTY_COLOURS, Colour, on_paper
from game.scenario.catalogue import Catalogue, read_catalogue, scenarios_folder

LEAST = 9.0
"""Two patches side by side are told apart at a glance from about four on."""
POWERS = ("soviet-union", "germany", "united-kingdom", "france", "united-states", "japan", "italy", "china", "poland")
Matrix = tuple[tuple[float, float, float], ...]
EYES: dict[str, Matrix] = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "no red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
LIGHT: Matrix = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
WHITE = (0.9505, 1.0, 1.089)


def times(matrix: Matrix, vector: list[float]) -> list[float]:
    return [sum(one * other for one, other in zip(row, vector, strict=True)) for row in matrix]


def seen(colour: Colour, eyes: str) -> tuple[float, float, float]:
    """A colour as such eyes see it, in a space where distances are those that are seen."""
    linear = [part / 3294.6 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour]
    kept = [min(max(part, 0.0), 1.0) for part in times(EYES[eyes], linear)]
    shares = [part / white for part, white in zip(times(LIGHT, kept), WHITE, strict=True)]
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in shares)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.fixture(scope="module")
def world() -> Catalogue:
    made = read_catalogue(scenarios_folder() / "world.yaml", "world.yaml", [])
    assert made is not None
    return made


@pytest.fixture(scope="module")
def neighbours(world) -> set[tuple[str, str]]:
    """The parties of 1939 that border on each other on any sheet."""
    owners = dict(world.lands) | {region.id: region.owner or "" for region in world.regions.values()}
    found = set()
    for name in SHEETS:
        for frontier in sheet(name).frontiers:
            first, second = sorted((owners.get(frontier.first, ""), owners.get(frontier.second, "")))
            if first and second and first != second:
                found.add((first, second))
    return found


@pytest.mark.parametrize("eyes", EYES)
def test_neighbours_stay_apart(neighbours, eyes):
    assert ("lithuania", "poland") in neighbours and len(neighbours) > 40
    for first, second in neighbours:
        apart = dist(seen(on_paper(first), eyes), seen(on_paper(second), eyes))
        assert apart >= LEAST, f"{first} and {second} are {apart:.1f} apart to eyes that see {eyes}"


@pytest.mark.parametrize("eyes", EYES)
def test_the_great_powers_stay_apart_wherever_they_lie(eyes):
    for first, second in combinations(POWERS, 2):
        assert dist(seen(on_paper(first), eyes), seen(on_paper(second), eyes)) >= LEAST, f"{first} and {second}"


def test_the_distance_of_black_and_white_is_a_hundred():
    assert dist(seen((0, 0, 0), "all colours"), seen((255, 255, 255), "all colours")) == pytest.approx(100, abs=0.1)


def test_every_party_of_the_world_has_a_colour(world):
    assert set(world.parties) == set(PARTY_COLOURS)
