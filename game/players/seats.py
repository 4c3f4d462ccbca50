"""What a seat is: somebody, or a style of the program, that answers asks for one game or for many at once.

A seat keeps no memory of a game: everything it may go by is in the ask, and its draws come from the stream, so
that the same game asked alone or among a million is answered alike. It never touches the state.
"""

from __future__ import annotations

from typing import Protocol

from game.engine.asks import ChoiceAsk, Numbers, TableAsk, TableMoves
from game.engine.chance import Stream


class Seat(Protocol):
    """Answers for a party; `style` is the word for it on the command line."""

    @property
    def style(self) -> str:
        """The id of the style."""

    @property
    def looks_back(self) -> bool:
        """Tells whether it goes by what was last offered, or by being pressed; a batch keeps that for those who do."""

    @property
    def recalls(self) -> bool:
        """Tells whether it goes by all that was offered before; a batch keeps that for those who do."""

    def choose(self, ask: ChoiceAsk, stream: Stream) -> Numbers:
        """Chooses an option in every row: its number, from 1."""

    def bargain(self, ask: TableAsk, stream: Stream) -> TableMoves:
        """Makes a move at the table in every row."""
