"""Who has been told what: each person hears of everything they may know once, however the turns go.

It keeps marks of happenings and nothing of their content; what a viewer may know is the view's to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.engine.game import Game
from game.engine.happenings import Happening

Chair = tuple[str, ...]
"""The parties that one person holds together."""
_Mark = tuple[int, str, str, str | None]


class News:
    """What the person of each chair has been told; chair None stands for all of them together."""

    def __init__(self, chairs: Sequence[Chair]) -> None:
        self._told: dict[Chair, set[_Mark]] = {chair: set() for chair in chairs}

    def fresh(self, chair: Chair | None, happenings: Iterable[Happening]) -> list[Happening]:
        """Returns what the chair's person has not been told yet; for None, what somebody has not."""
        told = set.intersection(*self._told.values()) if chair is None else self._told[chair]
        return [happening for happening in happenings if _mark(happening) not in told]

    def tell(self, chair: Chair | None, happenings: Iterable[Happening]) -> None:
        """Notes that a person, or everybody, has been told."""
        marks = {_mark(happening) for happening in happenings}
        for each in self._told if chair is None else (chair,):
            self._told[each] |= marks

    def forget_after(self, seq: int) -> None:
        """Makes everything after entry `seq` news again."""
        for marks in self._told.values():
            marks.intersection_update({mark for mark in marks if mark[0] <= seq})


def everything(game: Game, parties: Iterable[str]) -> list[Happening]:
    """All that happened, and what each party's view makes of it: there, what was not seen is told as such."""
    views = (game.view(party).happenings() for party in parties)
    return [*game.happenings, *(happening for seen in views for happening in seen)]


def _mark(happening: Happening) -> _Mark:
    return happening.seq, happening.step, happening.kind, happening.party
