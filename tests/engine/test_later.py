"""Opening a scenario compiles nothing that only a played game needs; each step does so when it is first played."""

from __future__ import annotations

from pathlib import Path

from game.engine.game import Game
from game.engine.later import Later
from game.engine.moves import Choose
from game.engine.program import Program
from tests.scenarios.small import choice, small

OPTIONS = 'x: {text: "X", effects: [{do: "up += 1", because: r}]}, y: {text: "Y"}'
MORE = "variables: {up: {name: U, range: 0..9}}"


def test_traced_effects_are_compiled_step_by_step_as_they_are_played(tmp_path: Path) -> None:
    steps = choice("first", "arden", OPTIONS, record="x") + choice("second", "arden", OPTIONS, record="x")
    program = small(tmp_path, steps, more=MORE)
    game = Game(program)
    assert compiled(program) == [False, False]
    game.play("arden", Choose("x"))
    assert compiled(program) == [True, False]
    assert game.values()["up"] == 1


def compiled(program: Program) -> list[bool]:
    traced = [step.changes.traced for step in program.steps]
    assert all(isinstance(one, Later) for one in traced)
    return [one.is_compiled for one in traced]
