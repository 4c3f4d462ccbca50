"""The colours of the parties on every map, in the window and in reports: quiet ones, as in printed atlases.

Neighbours differ in lightness too, so that they can be told apart without seeing colours. Stripes, labels and words
say the same beside them.
"""

from __future__ import annotations

from collections.abc import Mapping

Colour = tuple[int, int, int]

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
PAPER: Colour = (236, 226, 202)
DEPTH = 0.64
"""How much of a party's colour is in its land; the rest is paper."""


def on_paper(party: str, depth: float = DEPTH) -> Colour:
    """A party's colour as its land has it on paper; bare paper where it has none."""
    colour = PARTY_COLOURS.get(party, PAPER)
    red, green, blue = (round(depth * own + (1 - depth) * paper) for own, paper in zip(colour, PAPER, strict=True))
    return red, green, blue
