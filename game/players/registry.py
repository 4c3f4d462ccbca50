"""The styles that there are, each with a sentence for players, and the seat that plays it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from game.errors import UsageError
from game.players.seats import Seat

DEFAULT_STYLE = "trades"
"""The style of opponents when nobody says otherwise."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its id, and what players are told of it."""

    id: str
    description: str


_STYLES = MappingProxyType(
    {
        style.id: style
        for style in (
            Style("trades", "Opens high, keeps its aims, and gives what you insist on in return for what it needs."),
            Style("holds-out", "Stays near its first demand until time is nearly up, then comes down fast."),
            Style("concedes-early", "Comes down quickly at first and little later."),
            Style("record", "Does what its government did, and off that path keeps to what it then stood for."),
            Style("random", "Takes any legal course, each as likely as another."),
        )
    }
)


def styles() -> Mapping[str, Style]:
    """Returns the styles by id, the usual opponent first."""
    return _STYLES


def make_seat(style: str) -> Seat:
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
