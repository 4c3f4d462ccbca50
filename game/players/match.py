"""A game and who sits at it: plays the program's seats until a person must move.

In the short game it also takes the decisions that a person is spared: a choice that has a default is taken by
it, and a table session left to the delegation is bargained by the usual style. Saving and showing are not here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import numpy as np

from game.engine.asks import ChoiceAsk, TableAsk, TableMoves
from game.engine.chance import Stream
from game.engine.game import Game
from game.engine.history import Entry
from game.engine.moves import ACCEPT, ADJOURN, TABLE_KINDS, WALK_OUT, Choose, Move, nominate, press, propose
from game.engine.tables import CompiledTable
from game.players.seats import Seat
from game.players.styles import USUAL_STYLE, seat_of

Length = Literal["full", "short"]

PERSON = "person"
"""Stands in `styles` where a person holds the seat."""
SHORT_GAME = "short game"
"""The reason noted where the short game decided for a person."""


class Match:
    """A game with its seats by party; None, or no seat at all, is a person.

    Program seats draw by seed, step and turn, so that the same seed and the same persons' moves give the
    same game.
    """

    def __init__(self, game: Game, seats: Mapping[str, Seat | None], length: Length = "full") -> None:
        self.game, self.length = game, length
        self.seats: dict[str, Seat | None] = {party: seats.get(party) for party in game.scenario.parties}
        self._delegation = seat_of(USUAL_STYLE)

    @property
    def styles(self) -> dict[str, str]:
        """The style of each party's seat; `person` where a person holds it."""
        return {party: seat.style if seat else PERSON for party, seat in self.seats.items()}

    @property
    def waiting(self) -> tuple[str, ...]:
        """The persons' parties who must move now."""
        return tuple(party for party in self.game.pending if self.seats[party] is None and not self._is_spared(party))

    def advance(self) -> None:
        """Plays on until a person must move or the game is over."""
        moved = True
        while moved and not self.game.over:
            moved = False
            for party in self.game.pending:
                answer = self._program_move(party)
                if answer is not None:
                    self.game.play(party, answer[0], reason=answer[1])
                    moved = True

    def play(self, party: str, move: Move, reason: str | None = None) -> Entry:
        """Plays a person's move; the program's answer waits for `advance`.

        Raises:
            MoveRefused: when the move is not legal; the text is the reason.
        """
        return self.game.play(party, move, reason=reason)

    def _program_move(self, party: str) -> tuple[Move, str | None] | None:
        """Returns the move that the program makes for a pending party, and why; None: a person decides."""
        seat = self.seats[party]
        if seat is not None:
            return decided(seat, self.game.ask(party), self.game.seat_stream(party)), None
        return (self._spared_move(party), SHORT_GAME) if self._is_spared(party) else None

    def _is_spared(self, party: str) -> bool:
        """Tells whether the short game decides here for a person: a default that is not legal now does not."""
        step = self.game.step
        if self.length == "full" or step is None:
            return False
        if isinstance(step.body, Mapping):
            default = step.body[party].default
            return default is not None and self.game.refusal(party, Choose(default)) is None
        return step.short == "program"

    def _spared_move(self, party: str) -> Move:
        step = self.game.step
        assert step is not None
        if isinstance(step.body, Mapping):
            return Choose(step.body[party].default or "")
        return decided(self._delegation, self.game.ask(party), self.game.seat_stream(party))


def decided(seat: Seat, ask: ChoiceAsk | TableAsk, stream: Stream) -> Move:
    """Asks a seat about one game and returns its move."""
    if isinstance(ask, ChoiceAsk):
        return Choose(ask.options[int(seat.choose(ask, stream)[0]) - 1])
    return _table_move(ask.table, seat.bargain(ask, stream))


def _table_move(table: CompiledTable, moves: TableMoves) -> Move:
    kind = TABLE_KINDS[int(moves.kind[0]) - 1]
    if kind == "propose":
        return propose(
            {
                issue: options[number - 1]
                for issue, options, number in zip(table.issues, table.options, moves.terms[:, 0].tolist(), strict=True)
                if number
            }
        )
    if kind == "press":
        return press(table.issues[int(moves.pressed[0]) - 1])
    if kind == "nominate":
        named = np.zeros(len(table.issues), np.bool_) if moves.nominated is None else moves.nominated[:, 0]
        return nominate(issue for issue, nominated in zip(table.issues, named, strict=True) if nominated)
    return {"accept": ACCEPT, "adjourn": ADJOURN, "walk-out": WALK_OUT}[kind]
