"""A game in the engine beside the same game in the oracle, compared after every move."""

from __future__ import annotations

from game.engine.game import Game
from game.engine.moves import Choose, Move
from game.engine.program import Program
from tests.oracle.game import OracleGame
from tests.oracle.single import compare_accounts, compare_legal, compare_point, compare_views

NUMBERS = "up: {name: U, range: 0..100, start: 50}, low: {name: L, range: -9..-3}, none: {name: N, range: -5..5}"
"""Three figures for little scenarios: one that is read from 0 to 100, one below nothing, one around it."""
A, B, C = "arden", "borrel", "corvane"


class Beside:
    """A game in the engine and in the oracle, compared after every move."""

    def __init__(self, program: Program, seed: int = 0) -> None:
        self.game, self.oracle = Game(program, seed), OracleGame(program.scenario, seed)
        self.compare()

    def play(self, *moves: tuple[str, str | Move]) -> Beside:
        """Plays moves of parties in order; a word is an option."""
        for party, move in moves:
            made = Choose(move) if isinstance(move, str) else move
            self.game.play(party, made)
            self.oracle.play(party, made)
            self.compare()
        return self

    def compare(self) -> None:
        """Compares all there is."""
        for one in (compare_point, compare_legal, compare_views, compare_accounts):
            one(self.game, self.oracle)

    def word(self, column: str) -> str:
        """A column as the file writes it."""
        return self.game.view("facilitator").word(column)
