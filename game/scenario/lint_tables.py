"""Checks that a table can be bargained at: weights, values, walk-away values, and odds that are never all zero."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from math import prod

from game.scenario.intervals import MOST, Bounds, Known, bounds, settled
from game.scenario.model import Chance, Scenario, Step
from game.scenario.positions import Finding, Severity
from game.scenario.proofs import counterexample
from game.scenario.reads import columns_read
from game.scenario.table_rules import Issue, IssueOption, Linkage, Table, Wording
from game.scenario.tree import Formula

_BITS = 64
_ALL = 100
"""What an option is worth that gives a party all that it asks on an issue."""
MOST_PACKAGES = 2_000
"""Up to so many packages the best one is looked for where it is in doubt."""


def check_tables(scenario: Scenario) -> list[Finding]:
    """A finding for every party whose values make bargaining idle, and for draws without odds."""
    findings: list[Finding] = []
    for step in scenario.steps.values():
        body = step.body
        if isinstance(body, Chance):
            findings.extend(_odds(scenario, [outcome.odds for outcome in body.outcomes.values()]))
        if isinstance(body, Table):
            findings.extend(_table(scenario, step, body))
    return findings


def _table(scenario: Scenario, step: Step, table: Table) -> Iterator[Finding]:
    if table.press is not None:
        yield from _odds(scenario, [outcome.odds for outcome in table.press.outcomes.values()])
    yield from _too_large(step, table)
    for party in table.parties:
        if all(party not in issue.binds for issue in table.issues.values()):
            message = f"No issue of this table binds {party}, so nothing needs its consent."
            yield Finding(step.where, Severity.WARNING, "TAB04", message, "Add it to `binds`, or leave it out.")
        for key in value_sets(table, party):
            yield from _worths(step, table, party, key)
            yield from _content(step, table, party, key)
    yield from _stubborn(table)
    for issue in table.issues.values():
        yield from _weightless(table, issue)
        yield from _best_options(table, issue)
        yield from _idle_elastic(table, issue)


def _too_large(step: Step, table: Table) -> Iterator[Finding]:
    """A package is kept in 64 bits, as many for each issue as the largest number of options needs."""
    options = max(len(issue.options) for issue in table.issues.values())
    room = _BITS // max(2, options.bit_length())
    if len(table.issues) > room:
        message = f"This table has {len(table.issues)} issues; beside an issue of {options} options it can have {room}."
        yield Finding(step.where, Severity.ERROR, "TAB06", message, "Take issues or options together.")


def value_sets(table: Table, party: str) -> tuple[str, ...]:
    """The keys of this party's sets of values: those of its sealed variable, or one that is empty."""
    keys = (key for issue in table.issues.values() for key in (*issue.weight[party], *issue.values[party]))
    found = tuple(dict.fromkeys(keys))
    return tuple(key for key in found if key) or ("",)


def _weight(issue: Issue, party: str, key: str) -> int:
    weights = issue.weight[party]
    return weights[key] if key in weights else weights[""]


def _values(issue: Issue, party: str, key: str) -> Sequence[int]:
    values = issue.values[party]
    return values[key] if key in values else values[""]


def _worths(step: Step, table: Table, party: str, key: str) -> Iterator[Finding]:
    whose = f"{party} ({key})" if key else party
    total = sum(_weight(issue, party, key) for issue in table.issues.values())
    added = sum(abs(linkage.add) for linkage in table.linkages if linkage.party == party)
    walk_away = table.walk_away[party]
    if total == 0:
        message = f"All weights of {whose} are zero, so everything is the same to it."
        yield Finding(step.where, Severity.ERROR, "TAB01", message, "Give at least one issue a weight.")
    elif total * 100 + added > MOST:
        message = f"The worth of a package to {whose} may not fit 32 bits."
        yield Finding(step.where, Severity.ERROR, "RNG01", message, "Use weights of one or two digits.")
    elif (best := _best_worth(table, party, key, walk_away.tree.low * total)) < walk_away.tree.low * total:
        message = f"The best package is worth {best // total} of 100 to {whose}, and it walks away below "
        message += f"{walk_away.tree.low}: it can never agree."
        yield Finding(walk_away.where, Severity.WARNING, "TAB02", message, "Lower the walk-away value.")


def _stubborn(table: Table) -> Iterator[Finding]:
    """Where everybody asks for all that it could ever have, only what is best for all of them could be agreed."""
    asked = [walk_away.tree.low for walk_away in table.walk_away.values()]
    if min(asked) < _ALL or any(linkage.add > 0 for linkage in table.linkages):
        return
    if not all(_best_for_all(table, issue) for issue in table.issues.values()):
        message = (
            "Everybody at this table walks away from all but its best package, and no package is the best for all."
        )
        where = next(iter(table.walk_away.values())).where
        yield Finding(where, Severity.WARNING, "TAB09", message, "Lower the walk-away value.")


def _best_for_all(table: Table, issue: Issue) -> bool:
    """Whether some option has the highest value for everybody who weighs the issue, in one set of values at least."""
    numbers = range(len(issue.options))
    return any(all(_may_be_best(table, issue, party, number) for party in table.parties) for number in numbers)


def _may_be_best(table: Table, issue: Issue, party: str, number: int) -> bool:
    keys = value_sets(table, party)
    return any(not _weight(issue, party, key) or _values(issue, party, key)[number] == _ALL for key in keys)


def _content(step: Step, table: Table, party: str, key: str) -> Iterator[Finding]:
    """Issue by issue, who likes best on every one what holds if nobody agrees has nothing to bargain for."""
    if table.agreement == "whole" or any(linkage.party == party for linkage in table.linkages):
        return
    weighed = [issue for issue in table.issues.values() if _weight(issue, party, key)]
    if weighed and all(_likes_unsettled(issue, party, key) for issue in weighed):
        whose = f"{party} ({key})" if key else party
        message = f"What holds when nothing is settled is the best on every issue for {whose}: it need not agree."
        yield Finding(step.where, Severity.WARNING, "TAB08", message, "Let it want something that the others can give.")


def _likes_unsettled(issue: Issue, party: str, key: str) -> bool:
    values = _values(issue, party, key)
    return values[issue.options[issue.unsettled].number - 1] == max(values)


def _best_worth(table: Table, party: str, key: str, wanted: int) -> int:
    """What the best package is worth, or some number from `wanted` upwards where that is clear or too long to find."""
    linkages = [linkage for linkage in table.linkages if linkage.party == party]
    issues = table.issues.values()
    most = sum(_weight(issue, party, key) * max(_values(issue, party, key)) for issue in issues)
    surely = most + sum(min(0, linkage.add) for linkage in linkages)
    if surely >= wanted or prod(len(issue.options) for issue in issues) > MOST_PACKAGES:
        return max(surely, wanted)
    return max(
        sum(worth for _, worth in package) + _linked(linkages, {name: bounds for (name, bounds), _ in package})
        for package in product(*(_worth_by_option(issue, party, key) for issue in issues))
    )


def _worth_by_option(issue: Issue, party: str, key: str) -> list[tuple[tuple[str, Bounds], int]]:
    weight = _weight(issue, party, key)
    numbered = enumerate(_values(issue, party, key), 1)
    return [((f"package.{issue.id}", (number, number)), weight * value) for number, value in numbered]


def _linked(linkages: Sequence[Linkage], package: Known) -> int:
    return sum(linkage.add for linkage in linkages if settled(linkage.when.tree, package))


def _weightless(table: Table, issue: Issue) -> Iterator[Finding]:
    linked = any(f"package.{issue.id}" in columns_read(linkage.when.tree) for linkage in table.linkages)
    if not linked and not any(weight for party in table.parties for weight in issue.weight[party].values()):
        message = f"Nobody at this table gives {issue.id} any weight, so nobody bargains over it."
        yield Finding(issue.where, Severity.WARNING, "TAB07", message, "Give it a weight, or leave the issue out.")


def _best_options(table: Table, issue: Issue) -> Iterator[Finding]:
    for party in table.parties:
        if not any(issue.weight[party].values()):
            continue
        by_values = {values: key for key, values in reversed(list(issue.values[party].items()))}
        for values, key in by_values.items():
            if max(values) < 100:
                whose = f"{party} ({key})" if len(by_values) > 1 else party
                message = f"No option of {issue.id} has the value 100 for {whose}; the best has {max(values)}."
                hint = "Give the best option 100 and let the weight say how much the issue matters."
                yield Finding(issue.where, Severity.WARNING, "TAB03", message, hint)


def _idle_elastic(table: Table, issue: Issue) -> Iterator[Finding]:
    """Words that stretch are worth their while only if somebody reads more into them than into plain ones."""
    options = issue.options.values()
    plain = [option for option in options if option.wording is Wording.PLAIN]
    if not plain or any(f"package.{issue.id}" in columns_read(linkage.when.tree) for linkage in table.linkages):
        return
    for option in options:
        if option.wording is Wording.ELASTIC and not any(_prefers(issue, p, option, plain) for p in issue.binds):
            message = f"The elastic words {option.id} are worth no more than each plain option to everybody they bind."
            hint = "Give them the value that each party reads into them."
            yield Finding(option.where, Severity.WARNING, "TAB05", message, hint)


def _prefers(issue: Issue, party: str, elastic: IssueOption, plain: Sequence[IssueOption]) -> bool:
    if not any(issue.weight[party].values()):
        return False
    sets = issue.values[party].values()
    return any(values[elastic.number - 1] > min(values[one.number - 1] for one in plain) for values in sets)


def _odds(scenario: Scenario, odds: Sequence[Formula]) -> Iterator[Finding]:
    read = dict.fromkeys(name for formula in odds for name in columns_read(formula.tree))
    columns = {name: (scenario.columns[name].low, scenario.columns[name].high) for name in read}
    most = 100_000 // sum(len(formula.source) for formula in odds)
    failing = counterexample(columns, lambda known: _some_odds(odds, known), most)
    if failing is not None:
        example = " and ".join(f"{name} is {_worded(scenario, name, low)}" for name, (low, _) in failing.items())
        when = f", for example when {example}" if example else ""
        message = f"The odds of all outcomes may be zero at once{when}, and then nothing could be drawn."
        yield Finding(odds[0].where, Severity.ERROR, "RNG05", message, "Hold one of them above it: `max(1, …)`.")


def _some_odds(odds: Sequence[Formula], known: Known) -> bool | None:
    least, most = zip(*(bounds(formula.tree, known) for formula in odds), strict=True)
    return True if any(low > 0 for low in least) else None if any(high > 0 for high in most) else False


def _worded(scenario: Scenario, name: str, number: int) -> str:
    column = scenario.columns[name]
    return str(number) if column.values is None else column.values[number - column.low]
