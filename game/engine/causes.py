"""Causes that a viewer may not be told: what of an account is said, and what stays unexplained.

A cause belongs to a decision, a draw, an agreement or a promise, each of which has a column; who may not know the
column may not read the cause. One of a dispatch is for those who read the dispatch. Nothing here knows of worlds: it
works on the scenario and on finished accounts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from game.engine.accounts import Account, Item
from game.engine.happenings import choice_column
from game.scenario.audiences import Audience, dispatch_readers
from game.scenario.cast import Column, Effect
from game.scenario.model import Chance, Dispatch, Scenario, Step
from game.scenario.table_rules import Table


def secret_causes(
    scenario: Scenario, knows: Callable[[str], bool], reads: Callable[[Audience], bool]
) -> frozenset[str]:
    """Collects the addresses of the causes that are not for one who `knows` these columns and `reads` these papers."""
    found = {one.text.address for one in scenario.promises.values() if not knows(f"promise.{one.id}")}
    for step in scenario.steps.values():
        if isinstance(step.body, Dispatch) and not reads(dispatch_readers(step, step.body)):
            found.update(effect.because.address for effect in step.body.effects)
        for column, effects in _decided_at(step):
            if not knows(column):
                found.update(effect.because.address for effect in effects)
    return frozenset(found)


def as_told(account: Account, column: Column, secret: frozenset[str]) -> Account:
    """Leaves the `secret` causes out of an account; what the others leave unexplained is one part without a cause.

    It is made of the change and of the known parts alone, so that nothing else of it depends on what is kept secret:
    not how many secret causes there were, nor what they would have come to beyond the range.
    """
    told = tuple(one for one in account.items if one.because is not None and one.because.address not in secret)
    reached = account.before + sum(one.amount for one in told)
    rest = account.after - reached
    if rest:
        held = min(column.high, max(column.low, reached))
        told = (*told, Item(rest, None, "limit" if held == account.after else "untold"))
    return account if told == account.items else replace(account, items=told)


def _decided_at(step: Step) -> Iterator[tuple[str, tuple[Effect, ...]]]:
    """The effects of each thing that can be decided at a step, with the column that keeps which it was."""
    body = step.body
    if isinstance(body, Mapping):
        for party, choice in body.items():
            for option in choice.options.values():
                yield choice_column(step, party), option.effects
    elif isinstance(body, Chance):
        for outcome in body.outcomes.values():
            yield f"chance.{step.id}", outcome.effects
    elif isinstance(body, Table):
        for effects in _of_table(body):
            yield f"agreed.{step.id}", effects


def _of_table(table: Table) -> Iterator[tuple[Effect, ...]]:
    for issue in table.issues.values():
        yield from (option.effects for option in issue.options.values())
    yield from (end.effects for end in table.ends.values())
    if table.press is not None:
        yield table.press.price
        yield from (outcome.effects for outcome in table.press.outcomes.values())
