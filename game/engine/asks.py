"""What a seat is asked, for one game or for many at once, and what it answers.

An ask is all that a seat gets: columns that its party may read, its own values, what has been said at the
table, and which moves are legal. One row is one game. Nothing here decides or applies anything.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from game.engine.tables import CompiledTable

Column = NDArray[np.int8] | NDArray[np.int16] | NDArray[np.int32]
Numbers = NDArray[np.int8]
"""Option numbers, shape `(rows,)`; 0 means none."""
Packages = NDArray[np.int8]
"""Option numbers by issue, shape `(issues, rows)`; 0 means unnamed."""
Truths = NDArray[np.bool_]

PROPOSE, ACCEPT, PRESS, ADJOURN, WALK_OUT = 1, 2, 3, 4, 5
"""The numbers of the kinds of table move, in the order of `game.engine.moves.TABLE_KINDS`."""


@dataclass(frozen=True, slots=True)
class ChoiceAsk:
    """A choice put to one party.

    `columns` reads by name what the party knows (true values) or believes (constants); `legal` has a row of
    truths per option, in file order, or None where every option is legal in every row. `gain` tells, per
    option, the points of interest (Σ weight × value) that its effects would bring at once, by the party's own
    beliefs: shape `(options, rows)`, computed when called. `recorded` is the recorded option's number and
    `fallback` its fallback's (0 for none); `on_record` tells which rows have kept to the record so far. These
    three are for the record-follower alone.
    """

    step: str
    party: str
    options: tuple[str, ...]
    rows: int
    columns: Mapping[str, Column]
    legal: Sequence[Truths] | None
    gain: Callable[[], NDArray[np.int32]]
    recorded: int
    fallback: int
    on_record: Truths


@dataclass(frozen=True, slots=True)
class TableAsk:
    """A turn at a table put to one party; packages are `(issues, rows)`.

    `party` is the place of the mover in `table.parties`. `round` counts from 0 within the session of
    `rounds`; `turns_left` counts the mover's own moves from this one to the end of the last session. `final`:
    only accepting or walking out is legal (nothing standing: walking out). `standing` is what lies on the
    table (0 where nothing stands), `proposer` the place of who put it (−1), `consents` a bit per party.
    `initialled` is what has been settled for good (agreement by issue). `positions` has shape
    `(parties, issues, rows)`: what each party last offered (0: never). `walk_away` is the mover's own,
    0–100, less what pressing has taken off it; `value_set` selects its row of `table.valuations[party]`.
    `may` has one row of truths per kind: index by PROPOSE … WALK_OUT.
    """

    step: str
    table: CompiledTable
    party: int
    session: int
    round: int
    rounds: int
    turns_left: int
    final: bool
    rows: int
    standing: Packages
    proposer: Numbers
    consents: NDArray[np.uint8]
    initialled: Packages
    positions: NDArray[np.int8]
    walk_away: NDArray[np.int32]
    value_set: Numbers
    may: Sequence[Truths]
    on_record: Truths
    turn: int
    """The number of this move in the session, from 0, counting every party's."""


@dataclass(frozen=True, slots=True)
class TableMoves:
    """Answers at a table: kinds of shape `(rows,)`, terms `(issues, rows)` and pressed issue numbers from 1.

    Terms are read where the kind is PROPOSE, `pressed` where it is PRESS.
    """

    kind: Numbers
    terms: Packages
    pressed: Numbers
