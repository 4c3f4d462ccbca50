"""The rules of one table, move by move: who moves, what is legal, what stands, what is settled, when it ends.

What a table's moves do to the world (prices, effects, chance) is the game's affair; this is the protocol alone.
"""

from __future__ import annotations

from collections.abc import Callable

from game.engine.moves import TABLE_KINDS, TableKind, TableMove
from game.scenario.table_rules import Outcome, Table, Wording

Refusal = Callable[[str, str], bool]
"""Tells whether somebody absent refuses an option of an issue, as things are."""


def nobody_refuses(issue: str, option: str) -> bool:
    """Those who are absent have nothing against it."""
    return False


class Talks:
    """A table from its opening to its close."""

    def __init__(self, table: Table, refuses: Refusal = nobody_refuses) -> None:
        self.table = table
        self.refuses = refuses
        self.session = ""
        self.turn = 0
        self.standing: dict[str, str] = {}
        self.proposer: str | None = None
        self.consents: set[str] = set()
        self.initialled: dict[str, str] = {}
        self.positions: dict[str, dict[str, str]] = {party: {} for party in table.parties}
        self.pressed: set[str] = set()
        self.against: dict[str, dict[str, str]] = {party: {} for party in table.parties}
        """What each has last pressed against: the offer of others that lay there, by issue."""
        self.fall: dict[str, int] = dict.fromkeys(table.parties, 0)
        self.live: set[str] = set()
        self.shared: dict[str, str] = {}
        """By issue: the last words that two parties were for at once."""
        self.shared_before: dict[str, str] = {}
        """The same when the session opened."""
        self.hours_left: int | None = None
        """None: this table counts no hours."""
        self.refused: dict[str, set[str]] = {}
        """What the absent have refused so far: options by issue."""
        self.outcome: Outcome | None = None
        self.walked_out: str | None = None
        """Who walked out and could have done otherwise; with the very last word one can only accept or walk out."""

    # Where the talks are.

    def open_session(self, step: str) -> None:
        """Opens the session that stands at `step`: hours, presses and their points begin anew, all else stays."""
        self.session, self.turn = step, 0
        self.hours_left = self.table.hours.sessions[step] if self.table.hours else None
        if self.table.press is None or self.table.press.limit == "session":
            self.pressed = set()
        self.fall = dict.fromkeys(self.table.parties, 0)
        self.shared_before = dict(self.shared)

    @property
    def closed(self) -> bool:
        """Tells whether the talks are over for good."""
        return self.outcome is not None

    @property
    def mover(self) -> str:
        """The party whose move it is."""
        return self.table.parties[self.turn % len(self.table.parties)]

    @property
    def nominations(self) -> int:
        """How many nominations open a session: one by each party where there is an agenda."""
        return len(self.table.parties) if self.table.agenda else 0

    @property
    def nominating(self) -> bool:
        """Tells whether the agenda of this session is still being made."""
        return self.turn < self.nominations

    @property
    def round(self) -> int:
        """The round of this session, from 0; nominations come before it and count as none."""
        return max(0, self.turn - self.nominations) // len(self.table.parties)

    @property
    def last_session(self) -> bool:
        """Tells whether no session comes after this one in the file."""
        return self.session == self.table.sessions[-1]

    @property
    def moves_in_session(self) -> int:
        """How many moves this session holds: nominations, then its rounds."""
        return self.nominations + self.table.rounds[self.session] * len(self.table.parties)

    @property
    def final(self) -> bool:
        """Tells whether this is the last mover's move in the last round of the last session."""
        return self.last_session and self.turn == self.moves_in_session - 1

    @property
    def turns_left(self) -> int:
        """How many moves in bargaining the mover has from now to the end of the last session."""
        later = self.table.sessions[self.table.sessions.index(self.session) + 1 :]
        return self.table.rounds[self.session] - self.round + sum(self.table.rounds[step] for step in later)

    @property
    def open_issues(self) -> list[str]:
        """The issues that have not been initialled."""
        return [issue for issue in self.table.issues if issue not in self.initialled]

    @property
    def bargained(self) -> list[str]:
        """The open issues that a proposal or a press may name: with an agenda, those that are live."""
        return [issue for issue in self.open_issues if self.table.agenda is None or issue in self.live]

    @property
    def nominable(self) -> list[str]:
        """The open issues that are not on the agenda."""
        return [issue for issue in self.open_issues if self.table.agenda is not None and issue not in self.live]

    @property
    def room(self) -> int:
        """How many more issues may be live."""
        return self.table.agenda.live - len(self.live) if self.table.agenda else 0

    @property
    def most_nominated(self) -> int:
        """How many issues the mover may nominate."""
        return min(self.table.agenda.each, self.room, len(self.nominable)) if self.table.agenda else 0

    # What is legal.

    def kinds(self) -> list[TableKind]:
        """Lists the kinds of move that are legal for the mover."""
        return ["nominate"] if self.nominating else [kind for kind in TABLE_KINDS if self._may(kind)]

    def _may(self, kind: TableKind) -> bool:
        if self.nominating or kind == "nominate":
            return self.nominating and kind == "nominate"
        if kind == "walk-out":
            return True
        if kind == "accept":
            return bool(self.standing) and self.mover not in self.consents
        if self.final:
            return False
        return kind != "press" or self._may_press()

    def _may_press(self) -> bool:
        press = self.table.press
        return press is not None and self.mover in press.parties and self.mover not in self.pressed

    def allows(self, move: TableMove) -> bool:
        """Tells whether the mover may make this very move."""
        if not self._may(move.kind):
            return False
        if move.kind == "nominate":
            return self._allows_nomination(move.issues)
        if move.kind == "press":
            return move.issue in self.bargained
        return move.kind != "propose" or self._allows_terms(dict(move.terms))

    def _allows_nomination(self, issues: tuple[str, ...]) -> bool:
        named = set(issues)
        return len(issues) == len(named) <= self.most_nominated and named <= set(self.nominable)

    def _allows_terms(self, terms: dict[str, str]) -> bool:
        if self.table.agreement == "whole" and set(terms) != set(self.table.issues):
            return False
        if not terms or not set(terms) <= set(self.bargained):
            return False
        return all(option in self.table.issues[issue].options for issue, option in terms.items())

    # What a move does.

    def move(self, move: TableMove, points: int = 0) -> bool:
        """Makes the mover's move, and tells whether it ends the session.

        `points` is what a press takes off the walk-away value of every other party.
        """
        assert self.allows(move), f"{move} is not legal for {self.mover}"
        mover = self.mover
        self._spend(move)
        if move.kind == "nominate":
            self.live |= set(move.issues)
        elif move.kind == "propose":
            self._propose(mover, dict(move.terms))
        elif move.kind == "accept":
            self._consent(mover)
        elif move.kind == "press":
            self._press(mover, points)
        elif move.kind == "walk-out":
            self.walked_out = None if self.final else mover
            self.close()
        self.turn += 1
        over = move.kind == "adjourn" or self._session_is_spent()
        if over and self.last_session and not self.closed:
            self.close()
        if over and not self.closed and self.table.agenda is not None and self.table.agenda.unmoved_leave:
            self._take_unmoved_off()
        return over or self.closed

    def _take_unmoved_off(self) -> None:
        """Takes every live issue off the agenda, unless two parties came to words on it that are new between two."""
        for issue in self.table.issues:
            if self.shared.get(issue) == self.shared_before.get(issue):
                self.live.discard(issue)
                self.standing.pop(issue, None)
        if not self.standing:
            self.proposer, self.consents = None, set()

    def _session_is_spent(self) -> bool:
        """Tells whether rounds or hours have run out, or nothing is left to bargain over."""
        no_hours = self.hours_left is not None and self.hours_left <= 0
        no_agenda = self.table.agenda is not None and not self.nominating and not self.live
        return self.turn == self.moves_in_session or no_hours or no_agenda

    def _spend(self, move: TableMove) -> None:
        if self.hours_left is not None:
            self.hours_left -= self.cost(move)

    def cost(self, move: TableMove) -> int:
        """How many hours a move takes as things stand."""
        hours = self.table.hours
        if hours is None:
            return 0
        if move.kind == "propose":
            return hours.propose + hours.plain * self._newly_plain(dict(move.terms))
        return {"nominate": hours.nominate, "accept": hours.accept, "press": hours.press}.get(move.kind, 0)

    def _newly_plain(self, terms: dict[str, str]) -> int:
        named = [(issue, option) for issue, option in terms.items() if self.standing.get(issue) != option]
        return sum(self.table.issues[issue].options[option].wording is Wording.PLAIN for issue, option in named)

    def _propose(self, mover: str, terms: dict[str, str]) -> None:
        self.standing = {issue: terms[issue] for issue in self.table.issues if issue in terms}
        self.proposer, self.consents = mover, set()
        self.positions[mover].update(terms)
        self._consent(mover)

    def _consent(self, mover: str) -> None:
        self.consents.add(mover)
        settled = self._agreed_now()
        refused = [issue for issue in settled if self.refuses(issue, self.standing[issue])]
        for issue in refused:
            self.refused.setdefault(issue, set()).add(self.standing[issue])
        for issue in settled:
            option = self.standing.pop(issue)
            if not self._stays_open(issue, refused):
                self.initialled[issue] = option
                self.live.discard(issue)
        if not self.standing:
            self.proposer, self.consents = None, set()
        if len(self.consents) >= 2:
            self.shared |= self.standing
        if not self.open_issues:
            self.outcome = Outcome.WHOLE

    def _stays_open(self, issue: str, refused: list[str]) -> bool:
        """A refused issue does; where agreement is whole, every issue with it."""
        return bool(refused) if self.table.agreement == "whole" else issue in refused

    def _agreed_now(self) -> list[str]:
        """The issues on which all who are bound and present have consented."""
        bound = {issue: set(self.table.issues[issue].binds) for issue in self.standing}
        if self.table.agreement == "by-issue":
            return [issue for issue in self.standing if bound[issue] <= self.consents]
        everybody = set().union(*bound.values())
        return list(self.standing) if everybody <= self.consents else []

    def _press(self, mover: str, points: int) -> None:
        self.pressed.add(mover)
        self.against[mover] = {} if mover in self.consents else dict(self.standing)
        for party in self.table.parties:
            if party != mover:
                self.fall[party] += points

    def backed_down(self, party: str) -> bool:
        """Tells whether a party has signed, whole, the very offer that it last pressed against."""
        against = self.against[party]
        return bool(against) and against.items() <= self.initialled.items()

    # How it ends.

    def close(self) -> None:
        """Closes the table without an agreement on all of it: partial if anything has been initialled."""
        self.outcome = Outcome.PARTIAL if self.initialled else Outcome.FAILED

    def agreed(self) -> dict[str, str]:
        """Names the option in which each issue has ended: what was settled, else its unsettled one."""
        return {issue: self.initialled.get(issue, self.table.issues[issue].unsettled) for issue in self.table.issues}
