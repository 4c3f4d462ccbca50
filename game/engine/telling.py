"""What of talks can be read before the last of them is over: what is initialled so far, and who walked out.

It is told when a session ends, before the last effects of a table, which may read it. Only what a scenario reads is
kept at all; the rules of talks are in `tables`.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.engine.asks import Numbers, Truths
from game.engine.program import TableProgram
from game.engine.tables import Talks


def told_of_session(program: TableProgram, talks: Talks, closing: Truths) -> Iterator[tuple[int, Numbers]]:
    """Yields the columns that the end of a session fills, each by its place, for all games; some end the talks."""
    for issue, place in enumerate(program.initialled_places):
        if place is not None:
            yield place, talks.packing.option(talks.initialled_packed, issue)
    if program.walked_out_place is not None:
        over = closing | talks.closed
        yield program.walked_out_place, (talks.walked_out + np.int8(1)) * over.view(np.int8)
