"""The scenarios that tests play, each read and compiled once in a process: what is read cannot be changed by play.

Only those that lie in the checkout are kept, shipped or invented; what a test writes itself is read anew. Tests of
reading and compiling call the loader and the compiler themselves.
"""

from __future__ import annotations

import pickle
from functools import cache
from pathlib import Path

from game.engine.compiler import compile_scenario
from game.engine.program import Program
from game.scenario.catalogue import scenarios_folder
from game.scenario.loader import load
from game.scenario.model import Scenario
from game.scenario.whereabouts import FILE, find, scenario_ids

INVENTED = Path(__file__).parent / "scenarios"
HOMES = (scenarios_folder().resolve(), INVENTED)
SHIPPED = tuple(scenario_ids(HOMES[0]))


class Kept:
    """The scenarios read so far, by folder, and their programs."""

    def __init__(self) -> None:
        self._scenarios: dict[Path, Scenario] = {}
        self._as_read: dict[Path, bytes] = {}
        self._programs: dict[int, Program] = {}

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
        if not any(scenario is one for one in self._scenarios.values()):
            return compile_scenario(scenario)
        if id(scenario) not in self._programs:
            self._programs[id(scenario)] = compile_scenario(scenario)
        return self._programs[id(scenario)]

    def expect_unchanged(self) -> None:
        """Insists that everything is still as it was read."""
        for home, scenario in self._scenarios.items():
            assert pickle.loads(self._as_read[home]) == scenario, f"a test has changed what was read from {home}"


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
