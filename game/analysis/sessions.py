"""The sessions of the tables of a finished game, and which of them decided most of what somebody got.

What a session decides for a party is how far what it could count on came to be worth something else to it between the
session's opening and its end. At a table whose package is taken whole that is leaving, or what another offers if that
is better; once it is signed, the package. At one that settles issue by issue it is what is settled and lies there, with
all else as it stands. Shares are hundredths of all that the party asks. It looks at every party's values, so nothing
here is for a seat or a screen in play.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from game.engine.game import Game
from game.engine.history import CHANCE, Entry
from game.engine.views import TableView
from game.scenario.model import FACILITATOR
from game.scenario.table_rules import Outcome, Table


@dataclass(frozen=True, slots=True)
class HeldSession:
    """One session as it was held: `step` is its own, `table` the step that opened the table; chance among `entries`.

    `closing` tells that the table closed with it.
    """

    step: str
    table: str
    entries: tuple[Entry, ...]
    closing: bool

    @property
    def opening(self) -> int:
        """The entry after which it began."""
        return self.entries[0].parent


@dataclass(frozen=True, slots=True)
class Decided:
    """What a session decided for one party: the share at its opening and at its end.

    `whole` tells that its table's package was taken whole or not at all, `signed` that it was signed in this session.
    """

    session: HeldSession
    party: str
    before: float
    after: float
    whole: bool
    signed: bool

    @property
    def moved(self) -> float:
        """How far the share went, up or down."""
        return abs(self.after - self.before)


@dataclass(frozen=True, slots=True)
class Lay:
    """How a table lay for one party: the `worth` of what was settled and lay there, or once it has `closed`, holds.

    Where nothing lies on a table whose package is taken `whole`, and where it closed on nothing, that is what leaving
    is worth. `seen` is what the party saw of it; of a table that has closed, what it saw last.
    """

    seen: TableView
    worth: int
    closed: bool
    whole: bool
    agreed: bool

    @property
    def share(self) -> float:
        """The worth in hundredths of all that the party asks."""
        return self._share(self.worth)

    def counted_on(self, party: str) -> float:
        """The share that a party could count on: another's offer alone, not its own, is more than leaving."""
        if self.closed or not self.whole:
            return self.share
        offered = self.worth if self.seen.proposer not in (None, party) else 0
        return self._share(max(offered, _leaving(self.seen)))

    def _share(self, worth: int) -> float:
        return worth / self.seen.total_weight if self.seen.total_weight else 0.0


def _leaving(seen: TableView) -> int:
    """What leaving is worth to the party, in points."""
    return seen.walk_away * seen.total_weight


def held_sessions(game: Game) -> Iterator[HeldSession]:
    """Yields every session that was held on the present path, in the order held."""
    of_step = {
        session: step.id
        for step in game.scenario.steps.values()
        if isinstance(step.body, Table)
        for session in step.body.sessions
    }
    steps = dict.fromkeys(entry.step for entry in game.path if entry.step in of_step and entry.seat != CHANCE)
    last = {of_step[step]: step for step in steps}
    for step in steps:
        entries = tuple(entry for entry in game.path if entry.step == step)
        first = next(place for place, entry in enumerate(entries) if entry.seat != CHANCE)
        yield HeldSession(step, of_step[step], entries[first:], closing=last[of_step[step]] == step)


def decisive(game: Game, parties: Collection[str] = ()) -> Decided | None:
    """Finds the session that decided most for one of `parties` (none: for anybody); None where no talks were held.

    Of equals it is the one held last, and of several parties at it the one that comes first at its table.
    """
    held = [
        decided(game, session, party)
        for session in held_sessions(game)
        for party in reversed(game.program.tables[session.table].table.parties)
        if not parties or party in parties
    ]
    return max(enumerate(held), key=lambda one: (one[1].moved, one[0]), default=(0, None))[1]


def decided(game: Game, session: HeldSession, party: str) -> Decided:
    """Weighs what a party could count on before a session and after it, by its own values."""
    before, after = (lay_after(game, session.table, party, seq) for seq in (session.opening, session.entries[-1].seq))
    return Decided(session, party, before.counted_on(party), after.counted_on(party), after.whole, after.agreed)


def lay_after(game: Game, table: str, party: str, seq: int) -> Lay:
    """Tells how a table lay after an entry, by one party's values."""
    whole = game.program.tables[table].table.whole
    there = game.elsewhere(seq)
    seen = there.view(party).talks(table)
    if seen is not None and there.view(FACILITATOR).word(f"agreed.{table}") == Outcome.NOT_REACHED.id:
        worth = seen.worth(seen.standing) if seen.standing or not whole else _leaving(seen)
        return Lay(seen, worth, closed=False, whole=whole, agreed=False)
    entry = game.history[seq]
    while entry.seat == CHANCE:
        # Nobody sees a table between a press and its draw, which may spend the last hour.
        entry = game.history[entry.parent]
    last = game.elsewhere(entry.parent).view(party).talks(table)
    assert last is not None, f"no talks at {table} before entry {seq}"
    terms = agreed_terms(game, table)
    worth = last.worth(terms) if terms or not whole else _leaving(last)
    return Lay(last, worth, closed=True, whole=whole, agreed=bool(terms))


def agreed_terms(game: Game, table: str) -> dict[str, str]:
    """Names what holds on each issue of a table that has closed; nothing of one that agreed on nothing."""
    everything = game.view(FACILITATOR)
    if everything.word(f"agreed.{table}") not in (Outcome.WHOLE.id, Outcome.PARTIAL.id):
        return {}
    issues = game.program.tables[table].table.issues
    return {issue: everything.word(f"agreed.{table}.{issue}") for issue in issues}
