"""Compares random games with those of OpenSpiel's `negotiation`: `python -m tests.benchmarks.openspiel [--games N]`.

It runs only where `pyspiel` is installed, which the project does not ask for; elsewhere it says so in a line. Both
play whole games at random, in one run and in interleaved rounds; the figures are games per second of processor time,
by which the bars go. From Python OpenSpiel is driven as its own example of play does (`python/examples/example.py`);
a loop without numpy, about as lean as such a loop can be, stands beside it. A game of the one is not a game of the
other, so decisions per second (moves of players, without chance) are told, too. Exits 1 when a bar is missed. Source:
M. Lanctot et al., "OpenSpiel" (2019).
"""

from __future__ import annotations

import argparse
import importlib
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from assets.build.asked import whole
from game.engine.compiler import compile_scenario
from game.engine.program import Program
from game.engine.world import World
from game.players.playout import BLOCK, answered
from game.players.styles import seat_of
from game.scenario.loader import load
from tests.benchmarks.floor import run
from tests.scenarios.synthetic import write_synthetic

PYTHON_BAR, ROLLOUTS_BAR = 200, 25
"""How many times as many games as OpenSpiel driven from Python, and as its rollouts in C++."""
DRIVEN, ROLLED = 300, 3000
"""Games of OpenSpiel in a round, driven from Python and rolled out."""


def play_driven(game: Any, games: int, dice: random.Random) -> None:
    """Plays games of OpenSpiel move by move from Python, drawing as its own example does."""
    chance = np.random.RandomState(0)
    for _ in range(games):
        state = game.new_initial_state()
        while not state.is_terminal():
            if state.is_chance_node():
                actions, odds = zip(*state.chance_outcomes(), strict=True)
                state.apply_action(chance.choice(actions, p=odds))
            else:
                state.apply_action(dice.choice(state.legal_actions(state.current_player())))


def play_lean(game: Any, games: int, dice: random.Random) -> int:
    """Plays them with as little as Python needs for it; returns how many decisions were made."""
    decisions = 0
    for _ in range(games):
        state = game.new_initial_state()
        while not state.is_terminal():
            if state.is_chance_node():
                actions, odds = zip(*state.chance_outcomes(), strict=True)
                state.apply_action(dice.choices(actions, odds)[0])
            else:
                state.apply_action(dice.choice(state.legal_actions()))
                decisions += 1
    return decisions


def roll_out(spiel: Any, game: Any, games: int) -> None:
    """Plays games of OpenSpiel with its own random players, each game in one call of its C++."""
    players = [spiel.make_uniform_random_bot(player, player + 1) for player in range(game.num_players())]
    for number in range(games):
        spiel.evaluate_bots(game.new_initial_state(), players, number)


def play_ours(program: Program, games: int) -> None:
    """Plays games of a scenario in blocks."""
    seats = {party: seat_of("random") for party in program.scenario.parties}
    for first in range(0, games, BLOCK):
        run(program, seats, np.arange(first, min(games, first + BLOCK)))


def decisions_per_game(program: Program, sample: int = 300) -> float:
    """Counts the decisions of a game, as the mean of a sample of games played alone."""
    seats = {party: seat_of("random") for party in program.scenario.parties}
    count = 0
    for game in range(sample):
        world = World(program, np.array([game]), 0, remembers=False)
        while not world.over:
            count += len(world.asks())
            world.answer(answered(world, seats))
    return count / sample


def speeds(rounds: int, *kinds: tuple[int, Callable[[], object]]) -> list[float]:
    """Returns the games per second of each kind, given as how many games a call plays: medians of rounds in turn."""
    times: list[list[float]] = [[] for _ in kinds]
    for _ in range(rounds):
        for spent, (_, play) in zip(times, kinds, strict=True):
            begun = time.process_time()
            play()
            spent.append(time.process_time() - begun)
    return [games / median(spent) for spent, (games, _) in zip(times, kinds, strict=True)]


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--games", type=whole(1, 10_000_000), default=100_000)
    parser.add_argument("--rounds", type=whole(1, 1_000), default=7)
    words = parser.parse_args()
    try:
        spiel = importlib.import_module("pyspiel")
    except ImportError:
        print("OpenSpiel (pyspiel) is not installed here, so nothing is compared.")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        program = compile_scenario(load(write_synthetic(Path(folder))))
    game = spiel.load_game("negotiation")
    ours, driven, lean, rolled = speeds(
        words.rounds,
        (words.games, lambda: play_ours(program, words.games)),
        (DRIVEN, lambda: play_driven(game, DRIVEN, random.Random(0))),
        (DRIVEN, lambda: play_lean(game, DRIVEN, random.Random(0))),
        (ROLLED, lambda: roll_out(spiel, game, ROLLED)),
    )
    print(f"random games a second: synthetic {ours:,.0f}; negotiation from Python {driven:,.0f}, in C++ {rolled:,.0f}")
    own, others = decisions_per_game(program), play_lean(game, DRIVEN, random.Random(0)) / DRIVEN
    print(f"decisions in a game: synthetic {own:.1f}; negotiation {others:.1f}")
    missed = 0
    against = (
        ("driven from Python", driven, PYTHON_BAR),
        ("the lean loop", lean, 0),
        ("its rollouts in C++", rolled, ROLLOUTS_BAR),
    )
    for name, other, bar in against:
        missed += ours < bar * other
        verdict = f"bar {bar} x   {'MISSED' if ours < bar * other else 'held'}" if bar else "no bar"
        print(f"  against {name:<20} {ours / other:6.0f} x the games", end="")
        print(f"   {ours * own / (other * others):6.0f} x the decisions   {verdict}")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
