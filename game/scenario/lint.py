"""Reviews a built scenario as a whole: what no single place of the file can show.

`review` gathers the checks of this package; each lives in a module of its own. What a file may hold at all, and
whether its references exist, is settled before a scenario is built.
"""

from __future__ import annotations

from game.scenario.knowledge import check_knowledge
from game.scenario.model import Scenario
from game.scenario.positions import Finding

_CHECKS = (check_knowledge,)


def review(scenario: Scenario) -> list[Finding]:
    """Every finding on `scenario` as a whole, in file order."""
    return sorted(finding for check in _CHECKS for finding in check(scenario))
