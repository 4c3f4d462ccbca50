"""Prints how long the frontier and the solution points of a table take: `python -m tests.benchmarks.points`.

Tables are invented: ten options an issue, values drawn by seed and partly opposed. Processor time, medians. Exits 1
when a bar of the design is missed.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from functools import partial
from random import Random

from game.analysis.survey import survey
from game.negotiation.frontier import solve
from game.negotiation.large import best_sums, count_reaching, parts_of
from game.negotiation.packages import all_worths, enumerate_packages, sizes_of
from game.negotiation.worths import Valuation
from tests.benchmarks.__main__ import Bars
from tests.negotiation.valuations import valuation

ROUNDS = 3
WALK_AWAY = 40
BARS = {(2, 4): 10.0, (2, 5): 100.0}
"""Milliseconds by parties and issues of ten options."""


def table(parties: int, sizes: list[int], seed: int, linkages: int = 0) -> list[Valuation]:
    """Invents a table whose parties oppose the first on most issues."""
    random = Random(seed)
    first = valuation(sizes, random, linkages=linkages)
    others = [valuation(sizes, random, linkages=linkages, against=first, opposed=0.7) for _ in range(parties - 1)]
    return [first, *others]


def median(action: Callable[[], object]) -> float:
    """Times an action in milliseconds of processor time."""
    spent = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        action()
        spent.append(1000 * (time.process_time() - begun))
    return statistics.median(spent)


def solved(valuations: list[Valuation]) -> object:
    """Lays a table out, weighs every package, and finds the frontier and all points."""
    worths = all_worths(valuations, enumerate_packages(sizes_of(valuations[0])))
    totals = [own.total_weight for own in valuations]
    return solve(worths, [WALK_AWAY * total for total in totals], totals)


def put_together(valuations: list[Valuation]) -> object:
    """Finds the frontier of a table part by part, and counts the packages that suit everybody."""
    parts = parts_of(valuations)
    return best_sums(parts), count_reaching(parts, [WALK_AWAY * own.total_weight for own in valuations])


def main() -> int:
    """Measures and prints."""
    bars = Bars()
    for parties in (2, 3, 4):
        for issues in (4, 5):
            tables = [table(parties, [10] * issues, seed) for seed in range(3)]
            spent = max(median(partial(solved, own)) for own in tables)
            name = f"worths, frontier and points: {parties} parties, {10**issues:,} packages"
            bars.show(name, spent, BARS.get((parties, issues)), "ms")
    for parties, issues in ((2, 12), (2, 20), (3, 12), (3, 18), (4, 10)):
        own = table(parties, [3, 4] * (issues // 2), 5, linkages=3)
        name = f"part by part: {parties} parties, {12 ** (issues // 2):,} packages"
        bars.show(name, median(partial(put_together, own)), None, "ms")
    own = table(3, [3, 4] * 6, 5, linkages=1)
    bars.show("the whole survey: 3 parties, 12 issues", median(partial(survey, own, [WALK_AWAY] * 3)), None, "ms")
    return 1 if bars.missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
