"""The rules of a table that not every table has, in numbers: its agenda, its hours, and who must be asked from afar.

Values alone; `game.engine.conferring` plays them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CompiledAbsentee:
    """A party that does not sit at the table: `options` has a bit for each option number − 1 that needs its consent."""

    party: str
    issue: int
    options: int


@dataclass(frozen=True, slots=True)
class Conference:
    """What bounds the talks beside their rounds.

    Issues are told by their place. `live` and `each` are 0 where there is no agenda; `unmoved_leave` tells that a
    session's end takes off it what has not moved. `hours`, by session, is empty where there are none. `costs` are by
    number of the kind of move, 0 first; `plain_cost` is added for each option of a proposal that is in `plain` (option
    bits by issue) and does not stand already.
    """

    live: int = 0
    each: int = 0
    unmoved_leave: bool = False
    hours: tuple[int, ...] = ()
    costs: tuple[int, ...] = (0,) * 7
    plain_cost: int = 0
    plain: tuple[int, ...] = ()
    absentees: tuple[CompiledAbsentee, ...] = ()
