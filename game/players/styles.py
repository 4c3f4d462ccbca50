"""The styles that the program plays by, and the seat that plays each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.errors import UsageError

if TYPE_CHECKING:
    from game.players.seats import Seat

USUAL_STYLE = "strategist"
"""The style of opponents when nobody says otherwise."""

_STYLES = (
    USUAL_STYLE,
    "trades",
    "holds-out",
    "linear",
    "concedes-early",
    "micro",
    "tit-for-tat",
    "record",
    "random",
)


def styles() -> tuple[str, ...]:
    """Returns the ids of the styles, the usual opponent first; what players are told of each is the interface's."""
    return _STYLES


def seat_of(style: str) -> Seat:
    """Makes a seat that plays a style.

    Raises:
        UsageError: when there is no such style; the text lists those there are.
    """
    if style not in _STYLES:
        raise UsageError(f'There is no style "{style}"; there are {", ".join(_STYLES)}.')
    from game.players.answering import Micro, TitForTat
    from game.players.path_walkers import ConcedesEarly, HoldsOut, Linear
    from game.players.random_moves import RandomSeat
    from game.players.record import RecordSeat
    from game.players.strategist import Strategist
    from game.players.trades import Trades

    makers: dict[str, type[Seat]] = {
        seat.style: seat
        for seat in (Trades, Strategist, HoldsOut, Linear, ConcedesEarly, Micro, TitForTat, RecordSeat, RandomSeat)
    }
    return makers[style]()
