"""How land looks on the map: each party's colour, stripes for what stands beside ownership, and heavier frontiers.

Colour never speaks alone: every kind of stripe has a pattern of its own, and the map's labels and its key say the
same in words. Neighbours differ in lightness too, so that they can be told apart without seeing colours.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from game.present.atlas import LAND_STATES
from game.present.holdings import Holding
from game.scenario.lands import Tenure
from game.window.chart.picture import Hatch, Pattern, Tints
from game.window.theme import Colour

PARTY_COLOURS: Mapping[str, Colour] = {
    "soviet-union": (178, 84, 68),
    "germany": (104, 106, 104),
    "united-kingdom": (150, 106, 150),
    "france": (88, 120, 176),
    "united-states": (70, 140, 140),
    "finland": (150, 186, 210),
    "poland": (216, 164, 118),
    "japan": (196, 132, 128),
    "china": (214, 186, 112),
    "sweden": (222, 206, 136),
    "norway": (180, 196, 160),
    "denmark": (206, 172, 158),
    "estonia": (164, 190, 160),
    "latvia": (132, 166, 128),
    "lithuania": (176, 194, 130),
    "danzig": (232, 204, 168),
    "romania": (206, 176, 84),
    "italy": (126, 158, 106),
    "turkey": (190, 160, 120),
    "hungary": (164, 138, 112),
    "bulgaria": (182, 170, 134),
    "czechoslovakia": (196, 184, 204),
    "slovakia": (196, 176, 150),
    "yugoslavia": (204, 188, 148),
    "greece": (152, 184, 188),
    "belgium": (222, 190, 140),
    "netherlands": (222, 170, 106),
    "iran": (160, 178, 140),
    "mongolia": (204, 152, 118),
    "austria": (214, 196, 190),
    "korea": (190, 200, 170),
}
"""Quiet colours of printed atlases, of differing lightness."""
_PAPER: Colour = (236, 226, 202)
_DEPTH = 0.64
"""How much of a party's colour is in its land; the rest is paper."""
_PATTERNS: Mapping[Tenure, Pattern] = {
    "occupied": "rising",
    "claimed": "falling",
    "leased": "crossed",
    "zone": "dashed",
}
"""What stripes mean; `owned` has none."""


def tints_of(held: Mapping[str, Holding], lit: Collection[str] = ()) -> Tints:
    """Tells how a state of the map looks."""
    fills = {land: mixed(PARTY_COLOURS[state]) for land, state in LAND_STATES.items()}
    sides = dict(LAND_STATES)
    hatched = {}
    for region, one in held.items():
        fills[region] = mixed(PARTY_COLOURS.get(one.holder, _PAPER))
        sides[region] = one.holder
        if one.second:
            hatched[region] = Hatch(mixed(PARTY_COLOURS.get(one.second, _PAPER), 1.0), _PATTERNS[one.tenure])
    return Tints(fills, sides, hatched, frozenset(lit))


def mixed(colour: Colour, depth: float = _DEPTH) -> Colour:
    """A party's colour as its land has it on paper."""
    red, green, blue = (round(depth * own + (1 - depth) * paper) for own, paper in zip(colour, _PAPER, strict=True))
    return red, green, blue
