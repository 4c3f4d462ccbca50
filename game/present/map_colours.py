"""The colours of the parties on every map, in the window and in reports: quiet ones, as in printed atlases.

Neighbours, and the great powers among each other, stay apart for eyes that see no red, no green or no blue, as a test
holds. Stripes, labels and words say the same beside them.
"""

from __future__ import annotations

from collections.abc import Mapping

Colour = tuple[int, int, int]

PARTY_COLOURS: Mapping[str, Colour] = {
    "soviet-union": (168, 79, 60),
    "germany": (92, 94, 98),
    "united-kingdom": (132, 88, 152),
    "france": (74, 106, 190),
    "united-states": (88, 158, 158),
    "finland": (144, 183, 225),
    "poland": (234, 182, 136),
    "japan": (178, 143, 122),
    "china": (209, 204, 94),
    "sweden": (219, 207, 126),
    "norway": (182, 198, 157),
    "denmark": (208, 183, 163),
    "estonia": (169, 201, 149),
    "latvia": (125, 149, 131),
    "lithuania": (188, 214, 101),
    "danzig": (226, 198, 186),
    "romania": (198, 188, 86),
    "italy": (130, 174, 88),
    "turkey": (193, 168, 109),
    "hungary": (166, 131, 101),
    "bulgaria": (157, 160, 139),
    "czechoslovakia": (201, 189, 204),
    "slovakia": (195, 173, 168),
    "yugoslavia": (195, 209, 158),
    "greece": (144, 193, 206),
    "belgium": (216, 184, 146),
    "netherlands": (222, 165, 89),
    "iran": (155, 168, 146),
    "mongolia": (185, 148, 117),
    "austria": (213, 188, 193),
    "korea": (186, 204, 170),
}
PAPER: Colour = (236, 226, 202)
DEPTH = 0.64
"""How much of a party's colour is in its land; the rest is paper."""


def on_paper(party: str, depth: float = DEPTH) -> Colour:
    """A party's colour as its land has it on paper; bare paper where it has none."""
    colour = PARTY_COLOURS.get(party, PAPER)
    red, green, blue = (round(depth * own + (1 - depth) * paper) for own, paper in zip(colour, PAPER, strict=True))
    return red, green, blue
