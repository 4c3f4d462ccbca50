"""Checks that the endings cover everything and that each can be reached, as far as conditions tell."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.intervals import Known, narrowed, settled
from game.scenario.model import Ending, Scenario
from game.scenario.positions import Finding, Severity


def check_endings(scenario: Scenario) -> list[Finding]:
    """A finding for every ending that stands in the wrong place or can never be the one."""
    endings = tuple(scenario.endings.values())
    return [*_order(endings), *_hidden(endings)]


def _order(endings: tuple[Ending, ...]) -> Iterator[Finding]:
    for ending in endings[:-1]:
        if ending.when is None:
            message = f"The ending {ending.id} has no `when`, so those after it can never be reached."
            yield Finding(ending.title.where, Severity.ERROR, "LNT01", message, "Give it one, or move it to the end.")
    if endings and endings[-1].when is not None:
        message = f"The last ending, {endings[-1].id}, has a `when`, so a game might have no ending at all."
        hint = "Delete its `when`, or add an ending without one."
        yield Finding(endings[-1].when.where, Severity.ERROR, "LNT01", message, hint)


def _hidden(endings: tuple[Ending, ...]) -> Iterator[Finding]:
    open_to: Known = {}
    for ending in endings:
        if ending.when is None:
            return
        possible = settled(ending.when.tree) is not False
        if possible and narrowed(ending.when.tree, True, open_to) is None:
            yield _never(ending)
        rest = narrowed(ending.when.tree, False, open_to)
        if rest is None:
            yield from (_never(later) for later in endings[endings.index(ending) + 1 :])
            return
        open_to = rest


def _never(ending: Ending) -> Finding:
    message = f"The ending {ending.id} can never be reached: those before it take every case in which it holds."
    return Finding(ending.title.where, Severity.WARNING, "LNT02", message, "Move it up, or narrow those before it.")
