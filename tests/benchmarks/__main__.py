"""Prints the bars of the design that stand so far: `python -m tests.benchmarks [--games N] [--rounds N]`.

Ratios are of processor time, measured in one run in interleaved rounds, medians. Exits 1 when a bar is missed.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from assets.build.asked import whole
from game.engine.asks import ChoiceAsk
from game.engine.compiler import compile_scenario
from game.engine.game import Game
from game.engine.program import Program
from game.players.foresight import GAMES, Foresight
from game.players.match import decided
from game.players.playout import BLOCK
from game.players.styles import seat_of
from game.scenario.loader import load, shelf
from tests.benchmarks.floor import draws_per_game, floor, run
from tests.scenarios.synthetic import synthetic_text, write_synthetic

ROOT = Path(__file__).parents[2]


def interleaved(rounds: int, *actions: Callable[[], object]) -> list[float]:
    """Times each action `rounds` times in turn, in processor seconds; returns the medians."""
    times: list[list[float]] = [[] for _ in actions]
    for _ in range(rounds):
        for spent, action in zip(times, actions, strict=True):
            begun = time.process_time()
            action()
            spent.append(time.process_time() - begun)
    return [statistics.median(spent) for spent in times]


class Bars:
    """Collects lines of name, figure and bar."""

    def __init__(self) -> None:
        self.missed = 0

    def show(self, name: str, figure: float, bar: float | None, unit: str) -> None:
        """Prints one line; a figure above its bar is a miss."""
        miss = bar is not None and figure > bar
        self.missed += miss
        limit = "" if bar is None else f"   bar {bar:g} {unit}   {'MISSED' if miss else 'held'}"
        print(f"{name:<58} {figure:10.3f} {unit}{limit}")


def batch(program: Program, games: int, rounds: int) -> tuple[float, float]:
    """Returns the processor seconds of random games and of their floor."""
    seats = {party: seat_of("random") for party in program.scenario.parties}

    draws = draws_per_game(program, seats)

    def play() -> None:
        for first in range(0, games, BLOCK):
            run(program, seats, np.arange(first, min(games, first + BLOCK)))

    games_time, floor_time = interleaved(rounds, play, lambda: floor(program, games, draws, BLOCK))
    return games_time, floor_time


def one_move(program: Program) -> float:
    """Returns the median milliseconds of one move in play."""
    spent: list[float] = []
    for seed in range(5):
        game = Game(program, seed)
        random = seat_of("random")
        while not game.over:
            party = game.pending[0]
            move = decided(random, game.ask(party), game.seat_stream(party))
            begun = time.process_time()
            game.play(party, move)
            spent.append(time.process_time() - begun)
    return 1000 * statistics.median(spent)


def looking_ahead(program: Program, rounds: int) -> float:
    """Returns the milliseconds of looking ahead from the first choice, the mover's imagination being at hand."""
    foresight, game = Foresight(), Game(program)
    while not isinstance(ask := game.ask(game.pending[0]), ChoiceAsk):
        game.play(game.pending[0], decided(seat_of("random"), ask, game.seat_stream(game.pending[0])))
    foresight.choose(ask)
    return 1000 * interleaved(rounds, lambda: foresight.choose(ask))[0]


_OPENING = """
import sys, time
from game.engine.game import Game
from game.scenario.loader import load
begun = time.process_time()
Game.start(load(sys.argv[1]))
print(time.process_time() - begun)
"""


def playable(path: Path) -> float:
    """Returns the seconds from text to a playable game in a process that has read nothing before."""
    words = [sys.executable, "-c", _OPENING, str(path)]
    return float(subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout)


def help_ratio(rounds: int) -> float:
    """Returns how many times as long `--help` takes as a bare interpreter, in processor time of the child."""

    def child(*words: str) -> Callable[[], float]:
        def run() -> float:
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run([sys.executable, *words], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

        return run

    helped, bare = child("main.py", "--help"), child("-c", "pass")
    pairs = [(helped(), bare()) for _ in range(rounds)]
    return statistics.median(p[0] for p in pairs) / statistics.median(p[1] for p in pairs)


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--games", type=whole(1, 10_000_000), default=100_000)
    parser.add_argument("--rounds", type=whole(1, 1_000), default=7)
    words = parser.parse_args()
    bars = Bars()
    with tempfile.TemporaryDirectory() as folder:
        synthetic = compile_scenario(load(write_synthetic(Path(folder))))
    games_time, floor_time = batch(synthetic, words.games, words.rounds)
    bars.show(f"{words.games} random games, synthetic: seconds", games_time, None, "s")
    bars.show("  against its floor", games_time / floor_time, 5, "x")
    for entry in shelf():
        program = compile_scenario(load(entry.id))
        games_time, floor_time = batch(program, words.games, words.rounds)
        bars.show(f"{words.games} random games, {entry.id}: seconds", games_time, None, "s")
        bars.show("  against its floor", games_time / floor_time, 5, "x")
        bars.show(f"one move in play, {entry.id}: median", one_move(program), 1, "ms")
        spent = looking_ahead(program, words.rounds)
        bars.show(f"first choice with {GAMES} imagined games, {entry.id}", spent, 15, "ms")
        path = ROOT / "scenarios" / entry.id
        size = (path / "scenario.yaml").stat().st_size
        seconds = statistics.median(playable(path) for _ in range(words.rounds))
        bars.show(f"text to playable, {entry.id}: {size // 1000} KB", seconds, None, "s")
        bars.show("  for 200 KB of such text", seconds * 200_000 / size, 0.5, "s")
    print(f"(synthetic text: {len(synthetic_text()) // 1000} KB)")
    bars.show("--help against a bare interpreter", help_ratio(words.rounds), 4, "x")
    return 1 if bars.missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
