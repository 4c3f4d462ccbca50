"""What was offered at a table so far, move by move, as far as one viewer heard it: who asked for what, and when.

It adds nothing to what a view tells. Words for it are the page's (`game.present.bargaining`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from game.engine.happenings import table_of
from game.engine.moves import TableMove
from game.present.reader import Reader


@dataclass(frozen=True, slots=True)
class Offered:
    """One proposal, or the consent to one: `terms` has what it said, by issue; `seq` is its place in the game."""

    seq: int
    party: str
    terms: Mapping[str, str]


def offered(reader: Reader, step: str) -> tuple[Offered, ...]:
    """Lists every proposal of the talks to which a session belongs, and every consent to one, oldest first."""
    table = table_of(reader.scenario.steps[step], reader.scenario)
    if table is None:
        return ()
    found: list[Offered] = []
    for one in reader.view.happenings():
        if one.step not in (step, *table.sessions) or one.party is None or not isinstance(one.move, TableMove):
            continue
        if one.move.kind == "propose":
            found.append(Offered(one.seq, one.party, MappingProxyType(dict(one.move.terms))))
        elif one.move.kind == "accept" and found:
            # Whoever consents asks from now on for what the last proposal says.
            found.append(replace(found[-1], seq=one.seq, party=one.party))
    return tuple(found)


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
