"""Plays games at random for tests: legal moves from a seeded source, some of them undone."""

from __future__ import annotations

from pathlib import Path
from random import Random

from game.engine.game import Game
from game.engine.legality import LegalChoice
from game.engine.moves import ACCEPT, ADJOURN, WALK_OUT, Choose, Move, nominate, press, propose
from game.engine.program import Program
from game.scenario.model import Scenario
from tests.kept import kept_program, kept_scenario

SCENARIO = Path(__file__).parent / "scenarios" / "three-parties"
SEATS = {"arden": "person", "borrel": "random", "corvane": "trades"}


def find_scenario(_: str) -> Scenario:
    """Finds the one scenario of these tests."""
    return kept_scenario("three-parties")


def program() -> Program:
    """The program of the scenario of these tests."""
    return kept_program("three-parties")


def random_move(game: Game, party: str, random: Random) -> Move:
    """Picks a legal move; adjourning and walking out are rare, so that talks go on."""
    legal = game.legal(party)
    if isinstance(legal, LegalChoice):
        return Choose(random.choice([option.id for option in legal.options if option.legal]))
    kinds = [kind for kind in legal.kinds if kind not in ("adjourn", "walk-out")]
    kind = random.choice(kinds) if kinds and random.random() < 0.95 else random.choice(legal.kinds)
    if kind == "propose":
        issues = legal.options if len(legal.open_issues) == len(legal.options) else legal.open_issues
        return propose({issue: random.choice(legal.options[issue]) for issue in issues})
    if kind == "nominate":
        most = min(legal.places, len(legal.open_issues))
        return nominate(random.sample(list(legal.open_issues), random.randint(0, most)))
    if kind == "press":
        return press(random.choice(legal.open_issues))
    return {"accept": ACCEPT, "adjourn": ADJOURN, "walk-out": WALK_OUT}[kind]


def play_on(game: Game, random: Random, moves: int, undo: float = 0.0) -> None:
    """Plays up to `moves` moves, going back now and then with probability `undo`."""
    for _ in range(moves):
        if random.random() < undo and len(game.history):
            game.go_to(random.randint(0, len(game.history)))
        if game.over:
            return
        party = random.choice(game.pending)
        game.play(party, random_move(game, party, random), reason=random.choice([None, "we must", "ด้วยเหตุผล"]))


def branch_ends(game: Game) -> list[int]:
    """Lists the ends of all branches of a game, oldest first; the start when nothing was decided."""
    parents = {entry.parent for entry in game.history}
    return [seq for seq in range(len(game.history) + 1) if seq not in parents]


def random_game(program: Program, seed: int) -> Game:
    """Plays a whole game at random."""
    game, random = Game(program, seed), Random(seed)
    while not game.over:
        play_on(game, random, 20)
    return game
