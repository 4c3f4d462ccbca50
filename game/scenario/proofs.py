"""Proves a statement for every value of some columns by dividing their ranges, or finds values where it fails.

Intervals forget that a column read twice has one value; divided finely enough they remember. The work is
bounded: what is not proved by then counts as not proved.
"""

from __future__ import annotations

from collections.abc import Callable

from game.scenario.intervals import Known

Verdict = Callable[[Known], bool | None]
"""Whether a statement holds for all values within some bounds, for none, or (None) for some or unknown ones."""


def counterexample(columns: Known, verdict: Verdict, most: int = 1_000) -> Known | None:
    """Bounds within `columns` where the statement fails or could not be proved; None where it always holds.

    At most `most` parts of the ranges are looked at.
    """
    boxes = [columns]
    for _ in range(most):
        if not boxes:
            return None
        box = boxes.pop()
        holds = verdict(box)
        if holds is True:
            continue
        halves = _halves(box)
        if holds is False or not halves:
            return box
        boxes += halves
    return boxes[-1] if boxes else None


def _halves(box: Known) -> list[Known]:
    widest = max(box, key=lambda column: box[column][1] - box[column][0], default=None)
    if widest is None or box[widest][0] == box[widest][1]:
        return []
    low, high = box[widest]
    middle = (low + high) // 2
    return [{**box, widest: (low, middle)}, {**box, widest: (middle + 1, high)}]
