"""What is prepared on a turn at a table, and what was offered before, as its screens are given it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.present.offered import Offered
from game.present.table_parts import Worth


@dataclass(frozen=True, slots=True)
class Draft:
    """The package being prepared, and what it would be worth to us; or the issues chosen for an agenda.

    `unfolded`: the issues that are not on the agenda are shown one by one. `offers` are all proposals so far.
    """

    terms: Mapping[str, str]
    worth: Worth | None
    chosen: tuple[str, ...] = ()
    unfolded: bool = False
    offers: tuple[Offered, ...] = ()
