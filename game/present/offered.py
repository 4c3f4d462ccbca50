"""What was offered at a table so far, move by move, as far as one viewer heard it: who asked for what, and when.

It adds nothing to what a view tells. Words for it are the page's (`game.present.bargaining`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from game.engine.happenings import table_of
from game.engine.moves import TableMove
from game.present.reader import Reader


@dataclass(frozen=True, slots=True)
class Offered:
    """One proposal: `terms` has what it said, by issue; `seq` is its place in the game."""

    seq: int
    party: str
    terms: Mapping[str, str]


def offered(reader: Reader, step: str) -> tuple[Offered, ...]:
    """Lists every proposal of the talks to which a session belongs, oldest first."""
    table = table_of(reader.scenario.steps[step], reader.scenario)
    if table is None:
        return ()
    return tuple(
        Offered(one.seq, one.party, MappingProxyType(dict(one.move.terms)))
        for one in reader.view.happenings()
        if one.step in (step, *table.sessions)
        and one.party is not None
        and isinstance(one.move, TableMove)
        and one.move.kind == "propose"
    )


def on_issue(offers: tuple[Offered, ...], issue: str) -> tuple[tuple[str, str], ...]:
    """Tells who asked for which option of an issue, move by move; only where that was something new of that side."""
    found: list[tuple[str, str]] = []
    last: dict[str, str] = {}
    for one in offers:
        option = one.terms.get(issue)
        if option is not None and last.get(one.party) != option:
            last[one.party] = option
            found.append((one.party, option))
    return tuple(found)
