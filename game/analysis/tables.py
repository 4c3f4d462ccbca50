"""A table laid open: what each package is worth to each side, the frontier, the solution points, the deals.

It serves the `table` verb, from the state that the recorded path reaches, and the debrief, from the state in
which a game's own talks ended. It reads every side's values, so nothing here is for a seat or a screen in play.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from game.analysis.deals import last_recorded_offer, recorded_deal
from game.analysis.moments import copy_of
from game.analysis.recorded import recorded_game
from game.analysis.survey import Cloud, Point, Survey, Told, point_of, survey
from game.analysis.transcript import rounded_ratio
from game.engine.compiler import compile_scenario
from game.engine.game import Game
from game.engine.known import value_set, walk_away
from game.engine.program import TableProgram
from game.engine.tables import CompiledTable
from game.errors import UsageError
from game.negotiation.frontier import left_over
from game.negotiation.packages import count_packages, sizes_of
from game.negotiation.worths import Valuation
from game.scenario.model import Scenario
from game.scenario.table_rules import Outcome, Resume, Table


@dataclass(frozen=True, slots=True)
class Valued:
    """A package by ids with its worth to each party, in points and as a share of its total weight (0–100).

    `alike` counts the packages of the same worth to all for which it stands.
    """

    terms: Mapping[str, str]
    worths: Mapping[str, int]
    shares: Mapping[str, float]
    alike: int = 1

    def as_json(self) -> dict[str, object]:
        """Describes the package with stable keys."""
        return {
            "terms": dict(self.terms),
            "worths": dict(self.worths),
            "shares": dict(self.shares),
            "alike": self.alike,
        }


@dataclass(frozen=True, slots=True)
class Gap:
    """How far a deal lies from the frontier.

    `left` is what it leaves on the table: the most that a package worse for nobody adds, summed over the parties in
    hundredths of each one's total weight; 0 for a deal on the frontier. `better` is that package, None where there is
    none. `below` names the parties for which the deal is worth less than walking away.
    """

    left: float
    better: Valued | None
    below: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        """Describes the gap with stable keys."""
        return {
            "left": self.left,
            "better": self.better.as_json() if self.better else None,
            "below_walk_away": list(self.below),
        }


@dataclass(frozen=True, slots=True)
class Examination:
    """One table in one state.

    `reached` tells whether the game stood at the table. `value_sets` names, for parties whose values hang on a
    sealed variable, the value that selects them. `walk_aways` are on 0–100, `best` are worths in points.
    `record` is None where history agreed on nothing; `last_asked` is then what each party last asked. `each`,
    `acceptable_most`, the errors and the clouds are as in a survey.
    """

    scenario: str
    step: str
    reached: bool
    parties: tuple[str, ...]
    issues: tuple[str, ...]
    whole: bool
    total_weights: Mapping[str, int]
    walk_aways: Mapping[str, int]
    value_sets: Mapping[str, str]
    packages: int
    each: bool
    acceptable: int
    acceptable_most: int
    best: Mapping[str, int]
    outcome: Outcome
    record: Valued | None
    last_asked: Mapping[str, Valued]
    frontier: tuple[Valued, ...]
    nash: tuple[Valued, ...]
    kalai_smorodinsky: tuple[Valued, ...]
    egalitarian: tuple[Valued, ...]
    utilitarian: tuple[Valued, ...]
    clouds: Mapping[tuple[int, int], Cloud]
    errors: Mapping[str, int]
    cloud_errors: Mapping[str, int]
    _table: CompiledTable
    _valuations: tuple[Valuation, ...]

    def share(self, party: str, worth: int) -> float:
        """Gives a worth as a share of the party's total weight, to two decimals."""
        return rounded_ratio(worth, self.total_weights[party]) or 0.0

    def value(self, terms: Mapping[str, str]) -> Valued:
        """Values a package; an issue not named is left open."""
        return _of_terms(self._table, self._valuations, terms)

    @property
    def unsettled(self) -> Valued:
        """The package in which every issue falls to its unsettled option."""
        return self.value({})

    def improvement(self, terms: Mapping[str, str]) -> Valued | None:
        """Finds a package on the frontier that is better for one side and worse for none, if there is one.

        Of several it is the one that changes the fewest issues; ties by the frontier's order.
        """
        own = self.value(terms)
        better = [
            point
            for point in self.frontier
            if point.worths != own.worths and all(point.worths[party] >= own.worths[party] for party in self.parties)
        ]
        return min(better, key=lambda point: len(point.terms.items() - own.terms.items()), default=None)

    def gap(self, terms: Mapping[str, str]) -> Gap:
        """Measures how far a package lies from the frontier, and for whom leaving would have been better."""
        own = self.value(terms)
        frontier = np.array([[point.worths[party] for point in self.frontier] for party in self.parties], np.int64)
        totals = [self.total_weights[party] for party in self.parties]
        added, places = left_over(frontier, [own.worths[party] for party in self.parties], totals)
        floors = {party: self.walk_aways[party] * self.total_weights[party] for party in self.parties}
        below = tuple(party for party in self.parties if own.worths[party] < floors[party])
        if not len(added) or added[0] <= 0:
            return Gap(0.0, None, below)
        better = self.frontier[places[0]]
        left = sum((better.worths[party] - own.worths[party]) / (self.total_weights[party] or 1) for party in floors)
        return Gap(round(left, 2), better, below)

    def as_json(self) -> dict[str, object]:
        """Describes the examination with stable keys; shares are of 100, rounded half up to two decimals."""
        points = ("frontier", "nash", "kalai_smorodinsky", "egalitarian", "utilitarian")
        return {
            "scenario": self.scenario,
            "step": self.step,
            "reached": self.reached,
            "agreement": "whole" if self.whole else "by-issue",
            "values": dict(self.value_sets),
            "packages": self.packages,
            "acceptable": self.acceptable,
            "acceptable_most": self.acceptable_most,
            "weighed": "each-package" if self.each else "parts-of-packages",
            "parties": {
                party: {
                    "total_weight": self.total_weights[party],
                    "walk_away": self.walk_aways[party],
                    "best": self.share(party, self.best[party]),
                    "frontier_error": self.share(party, self.errors[party]),
                }
                for party in self.parties
            },
            "record": {
                "outcome": self.outcome.id,
                "deal": self.record.as_json() if self.record else None,
                "last_asked": {party: asked.as_json() for party, asked in self.last_asked.items()},
                "gap": self.gap(self.record.terms).as_json() if self.record else None,
            },
            "unsettled": self.unsettled.as_json(),
            **{name: [point.as_json() for point in getattr(self, name)] for name in points},
        }


@dataclass(frozen=True, slots=True)
class Weighing:
    """A table that has too many packages to examine, in the state in which its last move was made.

    Fields are as in an examination, and `value` values any one package; there is no frontier to be known.
    """

    parties: tuple[str, ...]
    walk_aways: Mapping[str, int]
    packages: int
    record: Valued | None
    last_asked: Mapping[str, Valued]
    _table: CompiledTable
    _valuations: tuple[Valuation, ...]

    def value(self, terms: Mapping[str, str]) -> Valued:
        """Values a package; an issue not named is left open."""
        return _of_terms(self._table, self._valuations, terms)


def table_report(scenario: Scenario, step: str, told: Told | None = None) -> Examination:
    """Examines a table in the state that the recorded path reaches at seed 0; `step` may be a later session of it.

    `told` hears how far a long survey is.

    Raises:
        UsageError: when there is no such table.
        GameError: when the table has more packages than can be surveyed.
    """
    opened = table_step(scenario, step)
    return examine(recorded_game(compile_scenario(scenario), until=opened), opened, told)


def table_step(scenario: Scenario, word: str) -> str:
    """Returns the step that opens the table which `word` names, by itself or by a later session.

    Raises:
        UsageError: when there is no such table; the text lists those there are.
    """
    step = scenario.steps.get(word)
    if step and isinstance(step.body, Resume):
        return step.body.table
    if step and isinstance(step.body, Table):
        return word
    tables = [id_ for id_, found in scenario.steps.items() if isinstance(found.body, Table)]
    there = f"its tables are {', '.join(tables)}" if tables else "it has no tables"
    raise UsageError(f"{scenario.id} has no table {word!r}; {there}.")


def examine(game: Game, step: str, told: Told | None = None) -> Examination:
    """Examines the table opened at `step` in the present state of a game.

    Raises:
        GameError: when the table has more packages than can be surveyed.
    """
    table, valuations, walk_aways, sets = _measured(game, step)
    found = survey(valuations, walk_aways, told)
    return _examination(game, table, valuations, walk_aways, sets, found)


def examine_played(game: Game, step: str) -> Examination:
    """Examines a table that has closed, in the state in which its last move was made."""
    return examine(_at_the_last_move(game, step), step)


@dataclass(frozen=True, slots=True)
class PlayedValues:
    """The values that the parties of a table went by at its last move; `walk_aways` are on 0–100."""

    table: CompiledTable
    valuations: tuple[Valuation, ...]
    walk_aways: tuple[int, ...]


def played_values(game: Game, step: str) -> PlayedValues:
    """Reads every party's values at a table that has closed, in the state in which its last move was made."""
    table, valuations, walk_aways, _ = _measured(_at_the_last_move(game, step), step)
    return PlayedValues(table, valuations, tuple(walk_aways))


def weigh_played(game: Game, step: str) -> Weighing:
    """Weighs single packages of a table that has closed, however many it has."""
    copy = _at_the_last_move(game, step)
    table, valuations, walk_aways, _ = _measured(copy, step)
    return Weighing(
        parties=table.parties,
        walk_aways=dict(zip(table.parties, walk_aways, strict=True)),
        packages=count_packages(sizes_of(valuations[0])),
        record=_of_history(game, table, valuations),
        last_asked=_last_asked(game, table, valuations),
        _table=table,
        _valuations=valuations,
    )


def _at_the_last_move(game: Game, step: str) -> Game:
    copy = copy_of(game)
    sessions = game.program.tables[step].table.sessions
    last = [entry for entry in game.path if entry.step in sessions and entry.seat != "chance"][-1]
    copy.go_to(last.parent)
    return copy


def _measured(game: Game, step: str) -> tuple[CompiledTable, tuple[Valuation, ...], list[int], list[int]]:
    """A table with its valuations, walk-away values and value sets in the present state of a game."""
    program = game.program.tables[step]
    table = program.table
    sets = [int(value_set(game.world.columns, program, place)[0]) for place in range(len(table.parties))]
    valuations = tuple(by_set[chosen] for by_set, chosen in zip(table.valuations, sets, strict=True))
    return table, valuations, [_walk_away(game, program, place) for place in range(len(table.parties))], sets


def _walk_away(game: Game, program: TableProgram, place: int) -> int:
    """Reads a walk-away value: with what pressing has taken off it while the table sits, else as declared."""
    talks = game.world.talks.get(program.table.step)
    if talks is not None:
        return int(walk_away(game.world.columns, program, talks, place)[0])
    declared = program.walk_away[place]
    return int(np.max(declared(game.world.columns))) if callable(declared) else declared


def _examination(
    game: Game,
    table: CompiledTable,
    valuations: tuple[Valuation, ...],
    walk_aways: list[int],
    sets: list[int],
    found: Survey,
) -> Examination:
    def valued(points: tuple[Point, ...]) -> tuple[Valued, ...]:
        return tuple(_valued(table, valuations, point) for point in points)

    return Examination(
        scenario=game.scenario.id,
        step=table.step,
        reached=table.step in game.world.talks,
        parties=table.parties,
        issues=table.issues,
        whole=table.whole,
        total_weights={p: v.total_weight for p, v in zip(table.parties, valuations, strict=True)},
        walk_aways=dict(zip(table.parties, walk_aways, strict=True)),
        value_sets=_value_sets(game.scenario, table, sets),
        packages=found.packages,
        each=found.each,
        acceptable=found.acceptable,
        acceptable_most=found.acceptable_most,
        best=dict(zip(table.parties, found.best, strict=True)),
        outcome=recorded_deal(table).outcome,
        record=_of_history(game, table, valuations),
        last_asked=_last_asked(game, table, valuations),
        frontier=valued(found.frontier),
        nash=valued(found.nash),
        kalai_smorodinsky=valued(found.kalai_smorodinsky),
        egalitarian=valued(found.egalitarian),
        utilitarian=valued(found.utilitarian),
        clouds=found.clouds,
        errors=dict(zip(table.parties, found.error, strict=True)),
        cloud_errors=dict(zip(table.parties, found.cloud_error, strict=True)),
        _table=table,
        _valuations=valuations,
    )


def _of_history(game: Game, table: CompiledTable, valuations: tuple[Valuation, ...]) -> Valued | None:
    """Values what history agreed on at a table: None where it agreed on nothing, or where the record is made up."""
    deal = recorded_deal(table)
    agreed = deal.outcome in (Outcome.WHOLE, Outcome.PARTIAL)
    return _of_terms(table, valuations, deal.terms) if agreed and _has_history(game) else None


def _last_asked(game: Game, table: CompiledTable, valuations: tuple[Valuation, ...]) -> dict[str, Valued]:
    if not _has_history(game):
        return {}
    asked = {party: last_recorded_offer(table, place) for place, party in enumerate(table.parties)}
    return {party: _of_terms(table, valuations, terms) for party, terms in asked.items() if terms}


def _has_history(game: Game) -> bool:
    """Tells whether the record of a file is history, and not made up."""
    return not game.scenario.record.invented


def _value_sets(scenario: Scenario, table: CompiledTable, sets: list[int]) -> dict[str, str]:
    body = scenario.steps[table.step].body
    assert isinstance(body, Table)
    return {
        party: (scenario.columns[body.values_by[party]].values or ())[chosen]
        for party, chosen in zip(table.parties, sets, strict=True)
        if party in body.values_by
    }


def _of_terms(table: CompiledTable, valuations: tuple[Valuation, ...], terms: Mapping[str, str]) -> Valued:
    numbers = [
        options.index(terms[issue]) + 1 if issue in terms else 0
        for issue, options in zip(table.issues, table.options, strict=True)
    ]
    return _valued(table, valuations, point_of(numbers, valuations))


def _valued(table: CompiledTable, valuations: tuple[Valuation, ...], point: Point) -> Valued:
    named = zip(table.issues, table.options, point.package, strict=True)
    by_party = list(zip(table.parties, point.worths, valuations, strict=True))
    return Valued(
        terms={issue: options[number - 1] for issue, options, number in named},
        worths={party: worth for party, worth, _ in by_party},
        shares={party: _share(worth, valuation) for party, worth, valuation in by_party},
        alike=point.alike,
    )


def _share(worth: int, valuation: Valuation) -> float:
    """Divides by the total weight, to two decimals, half up: 0–100 where no linkage adds to it."""
    return rounded_ratio(worth, valuation.total_weight) or 0.0
