"""The styles that the program plays by: what players are told of each, and the seat that plays it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from game.errors import UsageError

if TYPE_CHECKING:
    from game.players.seats import Seat

USUAL_STYLE = "trades"
"""The style of opponents when nobody says otherwise."""

_STYLES: Mapping[str, str] = MappingProxyType(
    {
        "trades": "Opens high, keeps its aims, and gives what you insist on in return for what it needs.",
        "holds-out": "Stays near its first demand until time is nearly up, then comes down fast.",
        "concedes-early": "Comes down quickly at first and little later.",
        "record": "Does what its government did, and off that path keeps to what it then stood for.",
        "random": "Takes any legal course, each as likely as another.",
    }
)


def styles() -> Mapping[str, str]:
    """Returns a sentence for players on each style, by its id, the usual opponent first."""
    return _STYLES


def seat_of(style: str) -> Seat:
    """Makes a seat that plays a style.

    Raises:
        UsageError: when there is no such style; the text lists those there are.
    """
    if style not in _STYLES:
        raise UsageError(f'There is no style "{style}"; there are {", ".join(_STYLES)}.')
    from game.players.path_walkers import ConcedesEarly, HoldsOut
    from game.players.random_moves import RandomSeat
    from game.players.record import RecordSeat
    from game.players.trades import Trades

    makers: dict[str, type[Seat]] = {
        seat.style: seat for seat in (Trades, HoldsOut, ConcedesEarly, RecordSeat, RandomSeat)
    }
    return makers[style]()
