"""What each party turned down last at a table whose package is taken whole and that ended without one.

For whoever reads about talks that are over: it looks at every party's own values. What a party that planned believed of
the others is `game.analysis.aims`' affair.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.analysis.sessions import agreed_terms
from game.engine.game import Game
from game.engine.history import Entry
from game.engine.moves import TableMove
from game.engine.views import TableView


@dataclass(frozen=True, slots=True)
class Refusal:
    """A package of `proposer` that `party` did not take at its last move with one of others before it.

    `worth` is what it was worth to the party, `least` its walk-away value then, and `asked` what it proposed instead,
    None where it proposed nothing; all in hundredths of what it asks. `turns` counts the moves of its own that it could
    still count on and that never came: because a session was not held, or somebody left.
    """

    party: str
    proposer: str
    worth: int
    least: int
    asked: int | None
    turns: int

    @property
    def below(self) -> bool:
        """Whether leaving was worth more to the party."""
        return self.worth < self.least


def refusals(game: Game, step: str) -> tuple[Refusal, ...]:
    """Tells what each party refused last at a table that has closed; nothing of one that agreed on something."""
    table = game.program.tables[step].table
    if not table.whole or agreed_terms(game, step):
        return ()
    entries = [one for one in game.path if one.step in table.sessions and one.seat in table.parties]
    return tuple(found for party in table.parties for found in _last(game, step, party, entries))


def _last(game: Game, step: str, party: str, entries: list[Entry]) -> Iterator[Refusal]:
    """Yields the last refusal of a party, if it had anything of others before it that it did not consent to."""
    own = [one for one in entries if one.seat == party and isinstance(one.move, TableMove)]
    for entry in reversed(own):
        assert isinstance(entry.move, TableMove)
        if entry.move.kind == "accept":
            return
        seen = game.elsewhere(entry.parent).view(party).talks(step)
        if seen is not None and seen.proposer is not None and party not in seen.consents:
            waits = entry is own[-1] and entry.move.kind != "walk-out"
            yield _refusal(party, seen.proposer, seen, entry.move, seen.turns_left - 1 if waits else 0)
            return


def _refusal(party: str, proposer: str, seen: TableView, move: TableMove, turns: int) -> Refusal:
    whole = seen.total_weight or 1
    asked = seen.worth(move.terms) // whole if move.kind == "propose" else None
    return Refusal(party, proposer, seen.worth(seen.standing) // whole, seen.walk_away, asked, turns)
