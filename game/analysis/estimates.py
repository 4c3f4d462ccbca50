"""What games come to under a policy, many of them: how often each ending, how the measures and interests lie.

Every party is held by the seat of one style, and chance draws. Games are told apart by their number alone, and what
is counted is added up in whole numbers, so that the same figures come of any number of processes. Odds are those of
this model and this policy, and say so wherever they are shown.
"""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, field
from functools import lru_cache
from math import sqrt
from multiprocessing import get_context

import numpy as np
from numpy.typing import NDArray

from game.analysis.reach import reach
from game.analysis.transcript import rounded_ratio
from game.engine.compiler import compile_scenario
from game.engine.program import Program
from game.errors import UsageError
from game.players.playout import BLOCK, play_games
from game.players.seats import Seat
from game.players.styles import seat_of
from game.scenario.model import Scenario

MOST_GAMES, MOST_JOBS = 10_000_000, 64
STRAYING = 20_000
"""Games played at random in search of endings that no game under the policy came to."""
_LEAST = 4_096
"""Games below this number are not worth a process of their own."""
_PARTS_A_JOB = 8
"""Into how many parts the games of each process are divided: between two of them it is told how far they are."""

_NORMAL = 1.96
"""Within so many standard deviations lie 95 of 100 of a normal distribution."""

Tally = Counter[int]
Told = Callable[[int], None]
"""Is told how many games have been played."""


@dataclass(frozen=True, slots=True)
class Spread:
    """How a figure lies over the games: what 5, 50 and 95 of 100 games do not go beyond, its limits and its mean."""

    mean: float
    least: float
    low: float
    median: float
    high: float
    most: float

    def as_json(self) -> dict[str, float]:
        """Names the figures as the command line does."""
        return {
            "mean": self.mean,
            "least": self.least,
            "p5": self.low,
            "median": self.median,
            "p95": self.high,
            "most": self.most,
        }


@dataclass(frozen=True, slots=True)
class Odds:
    """The part of some games in which something came about, and between what its true odds lie, 95 times of 100."""

    share: float
    low: float
    high: float

    def as_json(self) -> dict[str, float]:
        """Names the figures as the command line does, to four decimals."""
        return {"share": round(self.share, 4), "low": round(self.low, 4), "high": round(self.high, 4)}


def odds_of(count: int, games: int) -> Odds:
    """Reckons odds from a count, by Wilson's score interval.

    Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the
    American Statistical Association 22 (1927) 209–212.

    >>> odds_of(0, 1000).as_json()
    {'share': 0.0, 'low': 0.0, 'high': 0.0038}
    """
    share, square = count / games, _NORMAL * _NORMAL / games
    middle = (share + square / 2) / (1 + square)
    width = sqrt(square * (share * (1 - share) + square / 4)) / (1 + square)
    return Odds(share, max(0.0, middle - width), min(1.0, middle + width))


@dataclass(frozen=True, slots=True)
class Estimate:
    """What `games` games under one policy came to; `interests` are on 0–100, as in a transcript.

    `astray` counts, for the endings that none of them came to, how many of `STRAYING` games played at random did: that
    such an ending can be reached at all, and how rarely one comes to it without meaning to.
    """

    scenario: str
    policy: str
    games: int
    seed: int
    endings: Mapping[str, int]
    measures: Mapping[str, Spread]
    interests: Mapping[str, Spread]
    astray: Mapping[str, int] = field(default_factory=dict)

    def odds(self, ending: str) -> Odds:
        """Tells how likely an ending is under the policy, by the games that came to it."""
        return odds_of(self.endings[ending], self.games)

    def as_json(self) -> dict[str, object]:
        """Returns what the verb prints."""
        return {
            "scenario": self.scenario,
            "policy": self.policy,
            "games": self.games,
            "seed": self.seed,
            "endings": {
                ending: {"games": count, **self.odds(ending).as_json()} for ending, count in self.endings.items()
            },
            "at_random": {"games": STRAYING, "endings": dict(self.astray)} if self.astray else None,
            "measures": {name: spread.as_json() for name, spread in self.measures.items()},
            "interests": {party: spread.as_json() for party, spread in self.interests.items()},
        }


def estimate(
    scenario: Scenario, games: int, *, seed: int = 0, jobs: int = 1, policy: str, told: Told | None = None
) -> Estimate:
    """Plays `games` games with one style in every seat; the same figures come of any number of `jobs`.

    Raises:
        UsageError: when there is no such style, or there are too many or too few games or jobs.
    """
    seat_of(policy)
    if not 1 <= games <= MOST_GAMES:
        raise UsageError(f"The number of games should be from 1 to {MOST_GAMES:,}, not {games:,}.")
    if not 1 <= jobs <= MOST_JOBS:
        raise UsageError(f"The number of jobs should be from 1 to {MOST_JOBS}, not {jobs:,}.")
    counted = _Counted()
    for part in _parts(scenario, games, seed, jobs, policy):
        counted.add(part)
        if told is not None:
            told(counted.games)
    weights = {party: sum(one.weight for one in own) for party, own in scenario.interests.items()}
    endings = {ending: counted.endings[number] for number, ending in enumerate(scenario.endings, start=1)}
    return Estimate(
        scenario=scenario.id,
        policy=policy,
        games=games,
        seed=seed,
        endings=endings,
        astray=_astray(scenario, [ending for ending, count in endings.items() if not count], seed),
        measures={name: _spread(counted.measures[name], games, 1) for name in scenario.measures},
        interests={party: _spread(counted.interests[party], games, total) for party, total in weights.items() if total},
    )


def _astray(scenario: Scenario, endings: list[str], seed: int) -> dict[str, int]:
    """Counts the random games that came to endings which others never came to."""
    if not endings:
        return {}
    found = reach(compile_scenario(scenario), STRAYING, seed)
    return {ending: found.endings[ending] for ending in endings}


@dataclass(slots=True)
class _Counted:
    """How often each number came of some games."""

    games: int = 0
    endings: Tally = field(default_factory=Counter)
    measures: dict[str, Tally] = field(default_factory=dict)
    interests: dict[str, Tally] = field(default_factory=dict)

    def add(self, other: _Counted) -> None:
        self.games += other.games
        self.endings.update(other.endings)
        for mine, theirs in ((self.measures, other.measures), (self.interests, other.interests)):
            for name, tally in theirs.items():
                mine.setdefault(name, Counter()).update(tally)


def _parts(scenario: Scenario, games: int, seed: int, jobs: int, policy: str) -> Iterator[_Counted]:
    """Plays the games part by part, in this process or in several."""
    size = min(BLOCK, max(_LEAST, -(-games // (jobs * _PARTS_A_JOB))))
    spans = [(first, min(first + size, games)) for first in range(0, games, size)]
    if jobs == 1 or len(spans) == 1:
        player = _Player(scenario, seed, policy)
        yield from (player.play(*span) for span in spans)
        return
    context = get_context("spawn")  # a fork of a process with threads, as a window's, may stand still
    setting = pickle.dumps((scenario, seed, policy))
    with ProcessPoolExecutor(min(jobs, len(spans)), context) as pool:
        running: set[Future[_Counted]] = {pool.submit(_play, setting, *span) for span in spans}
        try:
            while running:
                done, running = wait(running, return_when=FIRST_COMPLETED)
                yield from (one.result() for one in done)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


class _Player:
    """Plays stretches of the games of one estimate."""

    def __init__(self, scenario: Scenario, seed: int, policy: str) -> None:
        self.program: Program = compile_scenario(scenario)
        self.seed, seat = seed, seat_of(policy)
        self.seats: dict[str, Seat] = dict.fromkeys(scenario.parties, seat)

    def play(self, first: int, end: int) -> _Counted:
        results = play_games(self.program, np.arange(first, end), self.seed, self.seats)
        return _Counted(
            end - first,
            _tally(results.endings),
            {name: _tally(values) for name, values in results.measures.items()},
            {party: _tally(points) for party, points in results.interests.items()},
        )


@lru_cache(maxsize=1)
def _player(setting: bytes) -> _Player:
    """Makes the player of a process that plays stretches of one estimate alone."""
    return _Player(*pickle.loads(setting))


def _play(setting: bytes, first: int, end: int) -> _Counted:
    return _player(setting).play(first, end)


def _tally(numbers: NDArray[np.int8] | NDArray[np.int32]) -> Tally:
    values, counts = np.unique(numbers, return_counts=True)
    return Counter(dict(zip(values.tolist(), counts.tolist(), strict=True)))


def _spread(tally: Tally, games: int, divisor: int) -> Spread:
    """Reads a spread off a tally whose numbers are `divisor` times the figure."""

    def figure(number: int) -> float:
        return rounded_ratio(number, divisor) or 0.0

    ordered = sorted(tally)
    low, median, high = (figure(_quantile(tally, ordered, games, percent)) for percent in (5, 50, 95))
    mean = rounded_ratio(sum(number * count for number, count in tally.items()), games * divisor) or 0.0
    return Spread(mean, figure(ordered[0]), low, median, high, figure(ordered[-1]))


def _quantile(tally: Tally, ordered: list[int], games: int, percent: int) -> int:
    """Finds the least number that at least so many of 100 games do not go beyond."""
    passed = 0
    for number in ordered:
        passed += tally[number]
        if 100 * passed >= percent * games:
            return number
    return ordered[-1]
