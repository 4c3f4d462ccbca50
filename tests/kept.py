"""The scenarios that tests play, each read and compiled once in a process: what is read cannot be changed by play.

So are their words in another language, the codex beside them and where they name what stands in it; and of the
record, which every debrief plays for itself, what it passes and how it ends.

Only those that lie in the checkout are kept, shipped or invented; what a test writes itself is read anew. Tests of
reading and compiling call the loader and the compiler themselves.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from game.analysis.recorded import recorded_game, steps_of_the_record
from game.engine.compiler import compile_scenario
from game.engine.game import Game
from game.engine.program import Program
from game.scenario.cast import Paragraph, Text
from game.scenario.catalogue import scenarios_folder
from game.scenario.codex import Codex, codex_of
from game.scenario.codex_mentions import Mention, mentions
from game.scenario.loader import best_words, load
from game.scenario.model import Scenario
from game.scenario.overlay import Words
from game.scenario.whereabouts import FILE, find, scenario_ids

INVENTED = Path(__file__).parent / "scenarios"
HOMES = (scenarios_folder().resolve(), INVENTED)
SHIPPED = tuple(scenario_ids(HOMES[0]))

Worded = Callable[[Text, Paragraph], str]


class Kept:
    """The scenarios read so far, by folder, and their programs."""

    def __init__(self) -> None:
        self._scenarios: dict[Path, Scenario] = {}
        self._as_read: dict[Path, bytes] = {}
        self._programs: dict[int, Program] = {}
        self._words: dict[tuple[int, str], Words] = {}
        self._codices: dict[tuple[int, str], Codex | None] = {}
        self._mentions: dict[tuple[int, int, Worded], tuple[Mention, ...]] = {}
        self._recorded: dict[int, Game] = {}
        self._of_the_record: dict[tuple[int, int], frozenset[str]] = {}

    def load(self, name: str | Path, *, folder: Path | None = None) -> Scenario:
        """Gives what the loader does, and the same again for the same file."""
        file = find(name, folder).resolve()
        home = file.parent
        if file.name != FILE or home.parent not in HOMES:
            return load(name, folder=folder)
        if home not in self._scenarios:
            self._scenarios[home] = load(home)
            self._as_read[home] = pickle.dumps(self._scenarios[home])
        return self._scenarios[home]

    def compiled(self, scenario: Scenario) -> Program:
        """Gives what the compiler does, and the same again for the same scenario, if that is one of these."""
        if not self._keeps(scenario):
            return compile_scenario(scenario)
        if id(scenario) not in self._programs:
            self._programs[id(scenario)] = compile_scenario(scenario)
        return self._programs[id(scenario)]

    def best_words(self, scenario: Scenario, name: str | Path, language: str, *, folder: Path | None = None) -> Words:
        """Gives what the loader does, and the same again for a scenario of these that was read from where it lies."""
        home = find(name, folder).resolve().parent
        if self._scenarios.get(home) is not scenario:
            return best_words(scenario, name, language, folder=folder)
        key = (id(scenario), language)
        if key not in self._words:
            self._words[key] = best_words(scenario, name, language, folder=folder)
        return self._words[key]

    def codex_of(self, scenario: Scenario, language: str = "") -> Codex | None:
        """Gives the codex beside a scenario, and the same again for the same scenario, if that is one of these."""
        if not self._keeps(scenario):
            return codex_of(scenario, language)
        key = (id(scenario), language)
        if key not in self._codices:
            self._codices[key] = codex_of(scenario, language)
        return self._codices[key]

    def mentions(self, codex: Codex, scenario: Scenario, worded: Worded) -> Sequence[Mention]:
        """Gives where a scenario names what stands in a codex, and the same again for those and words of these."""
        if not self._keeps(scenario) or not any(codex is one for one in self._codices.values()):
            return tuple(mentions(codex, scenario, worded))
        key = (id(codex), id(scenario), worded)
        if key not in self._mentions:
            self._mentions[key] = tuple(mentions(codex, scenario, worded))
        return self._mentions[key]

    def recorded_game(self, program: Program) -> Game:
        """Gives the record played to its end, to look at, and the same again for a program of these."""
        if not self._has_made(program):
            return recorded_game(program)
        if id(program) not in self._recorded:
            self._recorded[id(program)] = recorded_game(program)
        return self._recorded[id(program)]

    def steps_of_the_record(self, game: Game) -> frozenset[str]:
        """Gives the steps of the record with the dice of a game, and the same again for a program of these."""
        if not self._has_made(game.program):
            return steps_of_the_record(game)
        key = (id(game.program), game.seed)
        if key not in self._of_the_record:
            self._of_the_record[key] = steps_of_the_record(game)
        return self._of_the_record[key]

    def _has_made(self, program: Program) -> bool:
        return self._programs.get(id(program.scenario)) is program

    def _keeps(self, scenario: Scenario) -> bool:
        return any(scenario is one for one in self._scenarios.values())

    def expect_unchanged(self) -> None:
        """Insists that everything is still as it was read."""
        for home, scenario in self._scenarios.items():
            assert pickle.loads(self._as_read[home]) == scenario, f"a test has changed what was read from {home}"
        for game in self._recorded.values():
            assert game.over and game.seq == len(game.history), "a test has played on in the record that all look at"


@cache
def kept() -> Kept:
    """What this process keeps."""
    return Kept()


def kept_scenario(name: str) -> Scenario:
    """The scenario of this id, of the shelf or invented."""
    return kept().load(HOMES[0] / name if name in SHIPPED else INVENTED / name)


def kept_program(name: str) -> Program:
    """The program of the scenario of this id, of the shelf or invented."""
    return kept().compiled(kept_scenario(name))
