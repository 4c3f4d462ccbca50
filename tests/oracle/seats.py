"""The seat `random` in plain words: what it draws at each turn, from the draws of that turn alone.

Written from the description of `game.players.random_moves`; a turn's draws are told apart by their slot.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.engine.moves import ACCEPT, ADJOURN, WALK_OUT, Choose, Move, TableKind, TableMove, nominate, press, propose
from tests.oracle.draws import Dice, dice, salt
from tests.oracle.game import OracleGame
from tests.oracle.talks import Talks

WORDS = 2**32
LEAVES, WALKS = WORDS // 20, WORDS // 40
"""Words below these break off, one in twenty, and half of them walk out."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The draws of one party at one turn."""

    dice: Dice
    place: int

    def word(self, slot: int) -> int:
        """Draws 32 bits."""
        return self.dice.word(self.place, slot)

    def below(self, slot: int, bound: int) -> int:
        """Draws a whole number from 0 up to, not including, `bound`."""
        return self.dice.below(self.place, slot, bound)


def random_seat_move(game: OracleGame, party: str, seed: int, number: int) -> Move:
    """The move that the seat `random` makes for a pending party in game `number` under `seed`."""
    assert game.step is not None, "the game is over"
    drawn = dice(seed, number)
    if isinstance(game.step.body, Mapping):
        options = game.legal_options(party)
        return Choose(options[Turn(drawn, salt("seat", game.step.id, party, 0)).below(0, len(options))])
    talks = game.table
    turn = Turn(drawn, salt("seat", talks.session, party, talks.turn))
    return nominate(nomination(talks, turn)) if talks.nominating else bargaining(talks, turn)


def nomination(talks: Talks, turn: Turn) -> list[str]:
    """Draws one issue for each place that the mover has, and that there is room and an issue for."""
    assert talks.table.agenda is not None, "this table has no agenda"
    named: list[str] = []
    for slot in range(talks.table.agenda.each):
        left = [issue for issue in talks.nominable if issue not in named]
        if left and len(named) < talks.room:
            named.append(left[turn.below(slot, len(left))])
    return named


def bargaining(talks: Talks, turn: Turn) -> TableMove:
    """Draws a kind of move, then what it needs."""
    kind = _kind(talks, turn.word(0))
    issues = list(talks.table.issues)
    if kind == "propose":
        return propose(_terms(talks, turn))
    if kind == "press":
        return press(talks.bargained[turn.below(2 + len(issues), len(talks.bargained))])
    return {"accept": ACCEPT, "adjourn": ADJOURN, "walk-out": WALK_OUT}[kind]


def _kind(talks: Talks, word: int) -> TableKind:
    legal = talks.kinds()
    if talks.final:
        return "accept" if "accept" in legal and word >= LEAVES else "walk-out"
    if word < LEAVES:
        return "walk-out" if word < WALKS else "adjourn"
    kinds: list[TableKind] = ["propose", "accept", "press"]
    staying = [kind for kind in kinds if kind in legal]
    bounds = [LEAVES + part * (WORDS - LEAVES) // len(staying) for part in range(1, len(staying))]
    return staying[sum(word >= bound for bound in bounds)]


def _terms(talks: Talks, turn: Turn) -> dict[str, str]:
    issues = talks.table.issues
    drawn = {
        name: list(issue.options)[turn.below(1 + place, len(issue.options))]
        for place, (name, issue) in enumerate(issues.items())
    }
    if talks.table.agreement == "whole":
        return drawn
    coins = turn.word(1 + len(issues))
    named = [name for place, name in enumerate(issues) if coins >> place & 1 and name in talks.bargained]
    return {name: drawn[name] for name in named or talks.bargained}
