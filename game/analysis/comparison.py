"""A played path beside the record, decision by decision.

A decision is one choice of one seat, or one table as a whole: the same kind of outcome on the same terms is
the same, however it was reached. Chance is no decision. Nothing here words anything or calls a difference
an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game.analysis.deals import recorded_deal
from game.engine.game import Game
from game.engine.history import CHANCE, Entry
from game.engine.moves import Choose
from game.scenario.model import FACILITATOR, Scenario, Step
from game.scenario.table_rules import Outcome, Resume, Table

TABLE_SEAT = "table"
"""Stands for the seat where a decision is a whole table's."""


@dataclass(frozen=True, slots=True)
class IssueGap:
    """One issue of a table: what holds in the game and in history, by option id.

    `record` is None where history never held the table.
    """

    issue: str
    mine: str
    record: str | None

    @property
    def same(self) -> bool:
        """Tells whether the issue was settled as in history."""
        return self.mine == self.record


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision beside the record's.

    `chosen` and `record` are option ids, or a table's outcomes. `seq` is the entry that made the decision; a
    table's is the move that closed it. `issues` is None for a choice. `retaken` tells that an undo came
    before it.
    """

    seq: int
    step: str
    seat: str
    chosen: str
    record: str
    same: bool
    issues: tuple[IssueGap, ...] | None = None
    retaken: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every decision of a path in the order taken, and the first that was not the record's."""

    decisions: tuple[Decision, ...]

    @property
    def first(self) -> Decision | None:
        """The first decision that differs from the record."""
        return next((decision for decision in self.decisions if not decision.same), None)

    @property
    def same(self) -> int:
        """The number of decisions that are the record's."""
        return sum(decision.same for decision in self.decisions)


def compare(game: Game) -> Comparison:
    """Compares the present path of a game with the record."""
    decisions = [*_choices(game), *_tables(game)]
    return Comparison(tuple(sorted(decisions, key=lambda decision: decision.seq)))


def table_of(scenario: Scenario, step: str) -> str:
    """Returns the step that opened the table which meets in session at `step`."""
    body = scenario.steps[step].body
    return body.table if isinstance(body, Resume) else step


def _choices(game: Game) -> Iterator[Decision]:
    for entry in game.path:
        body = game.scenario.steps[entry.step].body
        if entry.seat == CHANCE or not isinstance(entry.move, Choose) or not isinstance(body, Mapping):
            continue
        record = body[entry.seat].record.option
        chosen = entry.move.option
        retaken = game.history.after_undo(entry.seq)
        yield Decision(entry.seq, entry.step, entry.seat, chosen, record, chosen == record, None, retaken)


def _tables(game: Game) -> Iterator[Decision]:
    for step in game.scenario.steps.values():
        if isinstance(step.body, Table) and (moves := _moves_at(game, step)):
            decision = _table(game, step, step.body, moves)
            if decision:
                yield decision


def _moves_at(game: Game, step: Step) -> list[Entry]:
    return [entry for entry in game.path if table_of(game.scenario, entry.step) == step.id]


def _table(game: Game, step: Step, table: Table, moves: list[Entry]) -> Decision | None:
    view = game.view(FACILITATOR)
    outcome = view.word(f"agreed.{step.id}")
    if outcome not in (Outcome.WHOLE.id, Outcome.PARTIAL.id, Outcome.FAILED.id):
        return None
    deal = recorded_deal(game.program.tables[step.id].table)
    gaps = tuple(
        IssueGap(issue, view.word(f"agreed.{step.id}.{issue}"), deal.terms.get(issue)) for issue in table.issues
    )
    same = outcome == deal.outcome.id and all(gap.same for gap in gaps)
    undone = any(game.history.after_undo(entry.seq) for entry in moves)
    return Decision(moves[-1].seq, step.id, TABLE_SEAT, outcome, deal.outcome.id, same, gaps, undone)
