"""What must hold of every recorded path: a class of tests that the test of each scenario inherits.

The figures come from the documents (`documented`), never from the scenario that is tested.
"""

from __future__ import annotations

from typing import ClassVar

from game.analysis.comparison import compare
from game.engine.history import CHANCE
from game.engine.moves import Choose
from game.scenario.model import Chance, Choice, Step
from tests.history.documented import documented, program, recorded_games


class RecordedPath:
    """The recorded path of `scenario`, in which `seals` are drawn."""

    scenario: ClassVar[str]
    seals: ClassVar[tuple[str, ...]]

    def test_every_reading_of_every_seal_is_drawn_among_the_games(self) -> None:
        drawn = [game.view("facilitator") for _, game in recorded_games(self.scenario, self.seals)]
        for seal in self.seals:
            values = program(self.scenario).scenario.columns[seal].values
            assert values
            assert {view.word(seal) for view in drawn} == set(values), seal

    def test_every_seal_of_the_scenario_is_named_here(self) -> None:
        bodies = [step.body for step in program(self.scenario).scenario.steps.values()]
        assert {body.seals for body in bodies if isinstance(body, Chance) and body.seals} == set(self.seals)

    def test_it_ends_as_history_did(self) -> None:
        ending = documented(self.scenario).ending
        for which, game in recorded_games(self.scenario, self.seals):
            assert game.ending() == ending, which

    def test_every_measure_has_a_figure_from_a_document(self) -> None:
        assert documented(self.scenario).scenario == self.scenario
        assert set(documented(self.scenario).measures) == set(program(self.scenario).scenario.measures)
        assert len(documented(self.scenario).measures) >= 8
        for measure, figures in documented(self.scenario).measures.items():
            assert figures.low <= figures.high, measure
            assert figures.confidence in ("A", "B", "C"), measure
            assert figures.source, measure

    def test_it_reproduces_every_documented_figure(self) -> None:
        for which, game in recorded_games(self.scenario, self.seals):
            found = game.measures()
            for measure, figures in documented(self.scenario).measures.items():
                assert figures.low <= found[measure] <= figures.high, f"{measure}: {found[measure]} ({which})"

    def test_its_measures_are_the_same_for_every_seed_and_length(self) -> None:
        assert len({tuple(game.measures().items()) for _, game in recorded_games(self.scenario, self.seals)}) == 1

    def test_every_recorded_decision_on_the_way_is_taken(self) -> None:
        for which, game in recorded_games(self.scenario, self.seals):
            compared = compare(game)
            assert compared.decisions, which
            assert [one.step for one in compared.decisions if not one.same] == [], which
            for entry in game.path:
                step = game.scenario.steps[entry.step]
                if entry.seat != CHANCE and isinstance(entry.move, Choose):
                    assert entry.move.option == _choice(step, entry.seat).record.option, f"{step.id} ({which})"


def _choice(step: Step, party: str) -> Choice:
    assert not isinstance(step.body, Chance)
    choice: Choice = step.body[party]  # type: ignore[index]
    return choice
