"""How land looks on the map: each party's colour, stripes for what stands beside ownership, and heavier frontiers.

Colour never speaks alone: every kind of stripe has a pattern of its own, and the map's labels and its key say the
same in words. Neighbours differ in lightness too, so that they can be told apart without seeing colours.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from game.present.holdings import Holding
from game.present.map_colours import on_paper
from game.scenario.lands import Tenure
from game.window.chart.picture import Hatch, Pattern, Tints

PATTERNS: Mapping[Tenure, Pattern] = {
    "occupied": "rising",
    "claimed": "falling",
    "leased": "crossed",
    "zone": "dashed",
}
"""What stripes mean; `owned` has none."""


def tints_of(held: Mapping[str, Holding], lands: Mapping[str, str], lit: Collection[str] = ()) -> Tints:
    """Tells how a state of the map looks; `lands` are the others, by whose they are."""
    fills = {land: on_paper(state) for land, state in lands.items()}
    sides = dict(lands)
    hatched = {}
    for region, one in held.items():
        fills[region] = on_paper(one.holder)
        sides[region] = one.holder
        if one.second:
            hatched[region] = Hatch(on_paper(one.second, 1.0), PATTERNS[one.tenure])
    return Tints(fills, sides, hatched, frozenset(lit))
