"""The maps of two branches: how land stands at the end of each, as the viewer may know it. Nothing here draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.analysis.branches import BranchTree
from game.present.branch_sides import end_words, opened, seat_of, side_of, viewer_of
from game.present.holdings import changed, holdings
from game.present.mapping import MapPage, has_map, map_names, sheet_for

if TYPE_CHECKING:
    from game.present.sitting import Sitting


def end_maps(sitting: Sitting, left: str, right: str) -> tuple[MapPage, ...]:
    """Makes a map of each end, with the regions lit that stand otherwise; none where the scenario has no land.

    Raises:
        MoveRefused: while the machine is being handed over.
    """
    if not has_map(sitting.game.scenario):
        return ()
    tree, viewer = BranchTree(sitting.game.history), viewer_of(sitting)
    sides = opened(sitting, [side_of(sitting, tree[letter], viewer) for letter in (left, right)])
    held = [holdings(side.reader) for side in sides]
    unlike = changed(held[0], held[1])
    sheet = sheet_for(sides[0].reader, unlike)
    return tuple(
        MapPage(
            title=sitting.speech("compare.end", letter=side.letter, end=end_words(side)),
            seat=seat_of(side),
            date="",
            sheet=sheet,
            holdings=one,
            lit=unlike,
            names=map_names(sitting.speech),
            lands=side.reader.scenario.catalogue.lands,
            listed=tuple(side.reader.scenario.regions),
        )
        for side, one in zip(sides, held, strict=True)
    )
