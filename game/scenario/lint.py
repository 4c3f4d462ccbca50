"""Reviews a built scenario as a whole: what no single place of the file can show.

`review` gathers the checks of this package; each lives in a module of its own. What a file may hold at all, and
whether its references exist, is settled before a scenario is built.
"""

from __future__ import annotations

from game.scenario.knowledge import check_knowledge
from game.scenario.lint_choices import check_choices
from game.scenario.lint_effects import check_effects
from game.scenario.lint_endings import check_endings
from game.scenario.lint_names import check_names
from game.scenario.lint_record import check_record
from game.scenario.lint_sources import check_sources
from game.scenario.lint_tables import check_tables
from game.scenario.lint_talks import check_talks
from game.scenario.lint_variables import check_variables
from game.scenario.model import Scenario
from game.scenario.positions import Finding

_CHECKS = (
    check_knowledge,
    check_record,
    check_talks,
    check_tables,
    check_choices,
    check_effects,
    check_endings,
    check_variables,
    check_sources,
    check_names,
)


def review(scenario: Scenario) -> list[Finding]:
    """Every finding on `scenario` as a whole, in file order."""
    findings = [finding for check in _CHECKS for finding in check(scenario)]
    return sorted(findings, key=lambda finding: (finding.where, finding.code))
