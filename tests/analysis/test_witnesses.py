import pytest

from game.analysis.reach import reach, reached_steps, replayed
from game.engine.program import Program
from tests.analysis.find_witnesses import read_witnesses, share_lines
from tests.kept import SHIPPED, kept_program


@pytest.fixture(scope="module", params=SHIPPED)
def program(request: pytest.FixtureRequest) -> Program:
    return kept_program(request.param)


def test_a_committed_game_comes_to_every_step_and_every_ending(program: Program) -> None:
    found = read_witnesses(program.scenario.id)
    assert {one.step for one in found if one.step} == set(program.scenario.steps)
    assert {one.ending for one in found if one.ending} == set(program.scenario.endings)
    for one in found:
        game = replayed(program, one)
        if one.step:
            assert one.step in reached_steps(game), f"seed {one.seed} no longer comes to step {one.step}"
        else:
            assert game.ending() == one.ending, f"seed {one.seed} no longer comes to ending {one.ending}"


def test_random_play_comes_to_every_step_and_every_ending(program: Program) -> None:
    found = reach(program, 100_000)
    print(f"\n{program.scenario.id}: share of {found.games:,} random games that come to each step and ending")
    print("\n".join(share_lines(found)))
    assert found.never == ()
