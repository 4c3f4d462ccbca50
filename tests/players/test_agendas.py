"""What governments that trade call up at Yalta, and when it is settled: the hard matters are argued to the end."""

from __future__ import annotations

from functools import cache

import numpy as np

from game.engine.program import Program
from game.engine.world import World
from game.players.agendas import dearest_last
from game.players.playout import answered
from tests.kept import kept_program
from tests.scenarios.led import seats

GAMES = 100
CONFERENCE = "conference"
HARD = ("poland-government", "polish-elections", "reparations", "poland-east", "poland-west", "liberated-europe")


@cache
def program() -> Program:
    return kept_program("yalta-1945")


@cache
def open_at_sessions() -> list[np.ndarray]:
    """Which issues are open at the start of each session, each of shape `(issues, games)`."""
    world, at = World(program(), np.arange(GAMES), 7), seats(program(), "trades")
    sessions = list(program().tables[CONFERENCE].table.sessions)
    found: list[np.ndarray] = []
    while len(found) < len(sessions):
        if world.step and world.step.step.id == sessions[len(found)]:
            found.append(world.talks[CONFERENCE].initialled == 0)
        world.answer(answered(world, at))
    return found


def issues() -> tuple[str, ...]:
    return program().tables[CONFERENCE].table.issues


def lines() -> str:
    """The open issues at each session's start, and what the last two sessions still had to settle."""
    counts = [f"{opened.sum(axis=0).mean():.1f}" for opened in open_at_sessions()]
    late = {issue: f"{opened.mean():.0%}" for issue, opened in zip(issues(), open_at_sessions()[-1], strict=True)}
    return f"open at the start of each session: {', '.join(counts)}; open on the last day: {late}"


def test_the_least_dear_of_the_dear_third_comes_after_all_that_is_not_dear() -> None:
    stakes = np.array([5, 90, 0, 40, 60, 7, 30, 8, 9], np.int32)
    order = [int(place) for place in np.argsort(-dearest_last(stakes), kind="stable")]
    assert order == [6, 8, 7, 5, 0, 3, 4, 1, 2]
    assert dearest_last(stakes)[2] == 0


def test_every_day_of_the_conference_has_matters_enough() -> None:
    starts = [opened.sum(axis=0).mean() for opened in open_at_sessions()]
    assert starts[0] == len(issues()) and starts[3] >= 4 and starts[4] >= 3, lines()


def test_hard_matters_are_still_open_in_the_last_two_sessions_of_most_games() -> None:
    ninth, tenth = (open_at_sessions()[session][[issues().index(one) for one in HARD]] for session in (3, 4))
    assert (ninth.sum(axis=0) >= 3).mean() >= 0.6, lines()
    assert (tenth.sum(axis=0) >= 2).mean() >= 0.6, lines()
    assert tenth[HARD.index("poland-government")].mean() >= 0.6, lines()
