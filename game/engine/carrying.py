"""Which games the arrays of a table have rows for: all of them, or the few that are still in session.

While few games are in session, arrays have rows for those alone and the arrays of all games wait for the session's
end. Picking rows out and putting them back is all that is done here; the rules of talks are in `tables`.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from game.engine.asks import Places, Truths
from game.engine.constants import everywhere

MOST, MOST_LIGHT = 0.5, 0.7
"""Where at least this share of the games is in session, all are carried: picking out costs more than it saves.

The second holds where little of a game is carried and put back.
"""
STILL_MOST = 0.85
"""Where at least this share of the rows carried is still in session, these are not picked out again."""


class Carrying:
    """Arrays with a row for every game, or for the `live` games alone; `sitting` tells which rows are in session.

    `_carried` names the arrays that a turn looks at, `_lasting` those of them that are looked at again after the
    session; `_lost` tells that none is, `_light` that these are few.
    """

    def __init__(self, rows: int) -> None:
        self.rows = rows
        self.sitting = np.zeros(rows, np.bool_)
        self.live: Places | None = None
        self._everybody: dict[str, NDArray[Any]] = {}
        """The arrays of all games by name, while `live` ones are carried alone."""
        self._carried: list[str] = []
        self._lasting: list[str] = []
        self._nothing: NDArray[Any] = everywhere(0, np.int8, rows)

    def copy(self) -> Self:
        """Copies the state, for another branch of the same game."""
        twin = object.__new__(type(self))
        for name, value in vars(self).items():
            setattr(twin, name, value.copy() if isinstance(value, np.ndarray) else value)
        twin._everybody = {name: array.copy() for name, array in self._everybody.items()}
        return twin

    def fanned(self, places: Places) -> Self:
        """Copies the state of some rows, in their order and as often as they are named; between sessions alone."""
        assert self.live is None
        twin = self.copy()
        for name, value in vars(self).items():
            if isinstance(value, np.ndarray) and value.ndim and value.shape[-1] == self.rows:
                alike = not value.flags.writeable and value.strides[-1] == 0
                fanned = np.broadcast_to(value[..., :1], (*value.shape[:-1], len(places))) if alike else None
                setattr(twin, name, value.take(places, axis=-1) if fanned is None else fanned)
        twin.rows = len(places)
        return twin

    @property
    def in_session(self) -> Truths:
        """Which games are in session, of all."""
        if self.live is None:
            return self.sitting
        games = np.zeros(self.rows, np.bool_)
        games[self.live] = self.sitting
        return games

    def _light(self) -> bool:
        return False

    def _lost(self) -> bool:
        return False

    def _staying(self, some: Places | None = None) -> Places | None:
        """Lists the rows to go on with; None where all are carried on. They may be just `some` that surely go on."""
        count = int(np.count_nonzero(self.sitting))
        most = MOST_LIGHT if self._light() else MOST
        enough = most * self.rows if self.live is None else STILL_MOST * len(self.sitting)
        if count == 0 or count >= enough:
            return None
        return self.sitting.nonzero()[0] if some is None or len(some) != count else some

    def _carry(self, keep: Places | None, without: Collection[str] = ()) -> None:
        """Goes on with the rows to `keep` alone (None: with all), leaving the arrays named in `without` to be made."""
        if keep is None:
            return
        if self.live is None:
            self._everybody = {name: getattr(self, name) for name in {*self._carried, *self._waiting()}}
        self.live = keep if self.live is None else self.live.take(keep)
        for name in self._carried:
            if name not in without:
                array = getattr(self, name)
                setattr(self, name, array.take(keep, axis=-1) if array.flags.writeable else array[..., : len(keep)])
        for name in self._waiting():
            if name not in self._carried:
                setattr(self, name, self._nothing[: len(keep)])
        self.sitting = np.ones(len(keep), np.bool_)

    def _waiting(self) -> tuple[str, ...]:
        """Names arrays that are written for all games while few are carried, and not looked at."""
        return ()

    def _put_back(self, places: Places) -> None:
        """Puts rows that leave the session among those of all games, if anything of them is looked at again."""
        assert self.live is not None
        if len(places) == 0 or self._lost():
            return
        games = self.live.take(places)
        for name in self._lasting:
            array = getattr(self, name)
            self._everybody[name] = self._written(self._everybody[name])
            flat = self._everybody[name].reshape(-1, self.rows)
            for kept, row in zip(flat, array.reshape(-1, array.shape[-1]), strict=True):
                kept[games] = row.take(places)

    def _carry_all(self) -> None:
        """Carries all games again, at the end of a session."""
        if self.live is not None:
            self._put_back(self.sitting.nonzero()[0])
            for name, array in self._everybody.items():
                setattr(self, name, array)
            self._everybody, self.live = {}, None
        self.sitting = np.zeros(self.rows, np.bool_)

    def _written(self, array: NDArray[Any]) -> NDArray[Any]:
        """Returns an array that may be written: one that was nothing so far is made only now."""
        return array if array.flags.writeable else array.copy()
