"""Many games under a policy: their endings, measures and interests, the same from any number of processes."""

from collections import Counter

import numpy as np
import pytest

from game.analysis.estimates import MOST_GAMES, MOST_JOBS, Estimate, estimate, odds_of
from game.engine.program import Program
from game.errors import UsageError
from game.players.playout import play_out
from game.players.styles import seat_of
from game.present.english import english
from game.present.estimating import estimate_lines
from tests.playing import program as compiled

GAMES = 9_000


@pytest.fixture(scope="module")
def program() -> Program:
    return compiled()


@pytest.fixture(scope="module")
def found(program: Program) -> Estimate:
    return estimate(program.scenario, GAMES, policy="random")


def test_endings_are_counted_in_the_games_themselves(program: Program, found: Estimate) -> None:
    results = play_out(program, GAMES, 0, dict.fromkeys(program.scenario.parties, seat_of("random")))
    counts = Counter(results.endings.tolist())
    assert found.endings == {id_: counts[number] for number, id_ in enumerate(program.scenario.endings, start=1)}
    assert sum(found.endings.values()) == GAMES


def test_spreads_are_those_of_the_games(program: Program, found: Estimate) -> None:
    results = play_out(program, GAMES, 0, dict.fromkeys(program.scenario.parties, seat_of("random")))
    for name, values in results.measures.items():
        spread = found.measures[name]
        low, median, high = np.percentile(values, [5, 50, 95], method="inverted_cdf")
        assert (spread.low, spread.median, spread.high) == (low, median, high)
        assert (spread.least, spread.most) == (values.min(), values.max())
        assert spread.mean == pytest.approx(values.mean(), abs=0.0051)
    for party, points in results.interests.items():
        assert found.interests[party].mean == pytest.approx((points / results.total_weights[party]).mean(), abs=0.0051)
        assert 0 <= found.interests[party].least <= found.interests[party].most <= 100


def test_any_number_of_processes_gives_the_same_figures(program: Program, found: Estimate) -> None:
    assert estimate(program.scenario, GAMES, policy="random", jobs=2) == found


def test_another_seed_or_policy_gives_other_games(program: Program, found: Estimate) -> None:
    assert estimate(program.scenario, GAMES, policy="random", seed=1) != found
    assert estimate(program.scenario, 500, policy="trades") != estimate(program.scenario, 500, policy="holds-out")


def test_it_is_told_how_many_games_are_played(program: Program) -> None:
    told: list[int] = []
    estimate(program.scenario, GAMES, policy="random", told=told.append)
    assert told == sorted(told)
    assert len(told) > 1
    assert told[-1] == GAMES


@pytest.mark.parametrize(
    ("count", "games", "low", "high"),
    [(0, 1000, 0.0, 0.00383), (1000, 1000, 0.99617, 1.0), (100, 1000, 0.0829, 0.1202), (1, 1, 0.2065, 1.0)],
)
def test_odds_lie_within_the_interval_of_wilson(count: int, games: int, low: float, high: float) -> None:
    odds = odds_of(count, games)
    assert odds.share == count / games
    assert (odds.low, odds.high) == (pytest.approx(low, abs=1e-4), pytest.approx(high, abs=1e-4))


def test_the_interval_holds_the_true_odds_about_95_times_of_100() -> None:
    counts = np.random.default_rng(7).binomial(400, 0.07, 4_000)
    within = [(odds := odds_of(int(count), 400)).low <= 0.07 <= odds.high for count in counts]
    assert 0.93 <= np.mean(within) <= 0.97


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"games": 0}, f"The number of games should be from 1 to {MOST_GAMES:,}, not 0."),
        ({"games": MOST_GAMES + 1}, f"The number of games should be from 1 to {MOST_GAMES:,}, not {MOST_GAMES + 1:,}."),
        ({"jobs": 0}, f"The number of jobs should be from 1 to {MOST_JOBS}, not 0."),
        ({"jobs": MOST_JOBS + 1}, f"The number of jobs should be from 1 to {MOST_JOBS}, not {MOST_JOBS + 1}."),
        ({"policy": "bluffs"}, 'There is no style "bluffs"; there are '),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(program: Program, given: dict[str, object], sentence: str) -> None:
    wanted: dict[str, object] = {"games": 10, "policy": "random", **given}
    with pytest.raises(UsageError) as caught:
        estimate(program.scenario, **wanted)  # type: ignore[arg-type]
    assert str(caught.value).startswith(sentence)


def test_the_words_name_the_policy_and_say_how_rare_what_never_came_is(program: Program) -> None:
    found = estimate(program.scenario, 5, policy="random")
    never = [ending for ending, count in found.endings.items() if not count]
    lines = list(estimate_lines(program.scenario, found, english()))
    assert "random in every seat" in lines[0]
    assert "not those of history" in lines[1]
    assert never
    for ending in never:
        assert any(line.startswith("None of 5 games") and ending in line for line in lines)
