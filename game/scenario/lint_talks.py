"""Replays the recorded moves of a table by the rules of the table, to see whether they can have been made.

Turn order, rounds and hours, the agenda, what may be proposed and accepted when, and how the talks end. Worths
are no part of it: what history did need not have been wise.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game.scenario.model import Scenario, Step
from game.scenario.positions import Finding, Position, Severity
from game.scenario.scope import listed
from game.scenario.table_rules import Outcome, Table, TableMove, Wording

_HOURS_SPENT = "The hours of the session were spent with the move before."
_ONCE = {"session": "in this session", "table": "at this table"}


@dataclass(frozen=True, slots=True)
class RecordedTalks:
    """What the recorded moves come to: the outcome, the option by issue, and the session at whose end it is closed."""

    findings: tuple[Finding, ...]
    outcome: Outcome
    agreed: Mapping[str, str]
    initialled_at: Mapping[str, str]
    """The session in which each issue was settled, by issue; what stayed open is left out."""
    closed_at: str
    walked_out: str
    """The party that walked out; empty where nobody did, or where it had the last word and could not but accept."""
    backed_down: frozenset[str]
    """The parties that signed the very offer that they had last pressed against."""


def check_talks(scenario: Scenario) -> list[Finding]:
    """A finding for every recorded move of a table that its rules do not allow, and for a wrong outcome."""
    tables = [(step, step.body) for step in scenario.steps.values() if isinstance(step.body, Table)]
    return [finding for step, table in tables for finding in replay(scenario, step, table).findings]


def replay(scenario: Scenario, step: Step, table: Table) -> RecordedTalks:
    """Plays the record of the table that `step` opens."""
    talks = _Talks(table)
    for session in table.sessions:
        talks.session(session, scenario.steps[session])
    return talks.result(step.where)


class _MoveError(Exception):
    """A recorded move that cannot be made; the rest of its session is not looked at."""

    def __init__(self, code: str, message: str, suggestion: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.suggestion = code, message, suggestion


class _Talks:
    """One table in the course of its recorded moves; those who are absent consent."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.findings: list[Finding] = []
        self.opening = len(table.parties) if table.agenda else 0
        """How many nominations open a session."""
        self.live: set[str] = set()
        self.left: set[str] = set()
        """What was live once and left the agenda, because nobody moved on it."""
        self.standing: dict[str, str] = {}
        self.shared: dict[str, str] = {}
        self.shared_before: dict[str, str] = {}
        """By issue: the last words that two parties were for at once, and the same when the session opened."""
        self.consents: set[str] = set()
        self.initialled: dict[str, str] = {}
        self.initialled_at: dict[str, str] = {}
        self.pressed: set[str] = set()
        self.against: dict[str, dict[str, str]] = {}
        """The offer of others that lay there when each party last pressed."""
        self.spent = 0
        self.over = ""
        """Why the session has ended; empty while it goes on."""
        self.outcome: Outcome | None = None
        self.held = False
        self.closed_at = table.sessions[-1]
        self.walked_out = ""

    def session(self, session: str, step: Step) -> None:
        """Plays the recorded moves of one session."""
        moves = self.table.record.moves.get(session, ())
        if self.outcome is not None or not moves:
            self._check_absence(session, step, moves)
            return
        self.held = True
        self.spent, self.over, self.shared_before = 0, "", dict(self.shared)
        if self.table.press is not None and self.table.press.limit == "session":
            self.pressed = set()
        for index, move in enumerate(moves):
            try:
                self._check_turn(session, index, moves)
                self._play(session, index, move)
            except _MoveError as refused:
                self._note(move.where, refused.code, refused.message, refused.suggestion)
                return
        self.initialled_at |= dict.fromkeys(self.initialled.keys() - self.initialled_at.keys(), session)
        self.closed_at = self.closed_at if self.outcome is None else session
        self._check_end(session, moves)
        if self.table.unmoved_leave:
            self._drop_unmoved()

    def _drop_unmoved(self) -> None:
        """Takes off the agenda, as a session ends, what no two parties came to new words on."""
        moved = {name for name in self.live if self.shared.get(name) != self.shared_before.get(name)}
        self.left |= self.live - moved
        self.live = moved
        self.standing = {name: option for name, option in self.standing.items() if name in self.live}

    def result(self, where: Position) -> RecordedTalks:
        """What it came to, with a finding where the record says otherwise."""
        outcome = self._reached()
        said = self.table.record.outcome
        if not self.findings and outcome is not said:
            message = f"The recorded moves end with the outcome {outcome.id}, and the record says {said.id}."
            self._note(where, "REC09", message, "Change the moves or the outcome of the record.")
        agreed = {issue.id: self.initialled.get(issue.id, issue.unsettled) for issue in self.table.issues.values()}
        return RecordedTalks(
            tuple(self.findings),
            outcome,
            agreed,
            self.initialled_at,
            self.closed_at,
            self.walked_out,
            frozenset(self._backed_down()),
        )

    def _backed_down(self) -> Iterator[str]:
        for party, terms in self.against.items():
            if terms and terms.items() <= self.initialled.items():
                yield party

    def _reached(self) -> Outcome:
        if not self.held:
            return Outcome.NOT_HELD
        if self.outcome is not None:
            return self.outcome
        return Outcome.PARTIAL if self.initialled else Outcome.FAILED

    def _check_absence(self, session: str, step: Step, moves: tuple[TableMove, ...]) -> None:
        if moves:
            message = f"The table is closed by now, and the record has moves for the session {session}."
            self._note(moves[0].where, "REC08", message, "Delete them, or end the earlier session with `adjourn`.")
        elif self.table.record.outcome is Outcome.NOT_HELD:
            self._check_never_held(session, step)
        elif self.outcome is None and step.when is None:
            message = f"The record has no moves for the session {session}, and the table is still open then."
            self._note(step.where, "REC08", message, f"Add `{session}: […]` to the moves of the record.")

    def _check_never_held(self, session: str, step: Step) -> None:
        if session == self.table.sessions[0] and step.when is None:
            message = f"The record says that {session} was not held, and without a `when` it always is."
            hint = f"Add `{session}: […]` to its moves, and their outcome, or give the step a `when`."
            self._note(step.where, "REC08", message, hint)

    def _check_turn(self, session: str, index: int, moves: tuple[TableMove, ...]) -> None:
        parties, rounds = self.table.parties, self.table.rounds[session]
        if self.outcome is not None:
            raise _MoveError("REC08", "The table closed with the move before.", "Delete what follows.")
        if self.over:
            hint = "Raise `hours`, or delete what follows." if self.over == _HOURS_SPENT else "Delete what follows."
            raise _MoveError("REC08", self.over, hint)
        if index - self.opening >= rounds * len(parties):
            message = f"The session {session} is over: {rounds} rounds of {len(parties)} moves have been made."
            raise _MoveError("REC08", message, "Raise `rounds`, or delete what follows.")
        due = parties[index % len(parties)]
        if moves[index].party != due:
            message = f"It is the turn of {due} here, and the record has a move of {moves[index].party}."
            raise _MoveError("REC05", message, f"The parties move in turn: {listed(parties, 'then', quote=False)}.")
        self._check_phase(index, moves[index])

    def _check_phase(self, index: int, move: TableMove) -> None:
        if index < self.opening and move.kind != "nominate":
            message = f"Every session of this table opens with nominations, and the record has {move.kind} here."
            raise _MoveError("REC06", message, f"Begin with `{move.party}: {{nominate: […]}}`.")
        if index >= self.opening and move.kind == "nominate":
            message = "Nominations open a session, one by each party, and they have been made."
            if self.table.agenda is None:
                message = "This table has no agenda, so nothing can be nominated."
            raise _MoveError("REC06", message, "Write another move here.")

    def _play(self, session: str, index: int, move: TableMove) -> None:
        if self._is_final(session, index) and move.kind not in ("accept", "walk-out"):
            message = f"The last mover of the last round cannot {move.kind}: nobody could answer."
            raise _MoveError("REC06", message, "Write `accept` or `walk-out`, or add a round.")
        self.spent += self._cost(move)
        if move.kind == "nominate":
            self._nominate(index, move)
        elif move.kind == "propose":
            self._propose(move)
        elif move.kind == "accept":
            self._accept(move)
        elif move.kind == "press":
            self._press(move)
        elif move.kind == "adjourn":
            self.over = "The session was adjourned with the move before."
        elif move.kind == "walk-out":
            self.outcome = Outcome.PARTIAL if self.initialled else Outcome.FAILED
            self.walked_out = "" if self._is_final(session, index) else move.party
        if self.table.hours is not None and self.spent >= self.table.hours.sessions[session]:
            self.over = self.over or _HOURS_SPENT

    def _cost(self, move: TableMove) -> int:
        hours = self.table.hours
        if hours is None:
            return 0
        by_kind = {"nominate": hours.nominate, "propose": hours.propose, "accept": hours.accept, "press": hours.press}
        newly = (
            self.table.issues[issue].options[option]
            for issue, option in move.terms.items()
            if self.standing.get(issue) != option
        )
        return by_kind.get(move.kind, 0) + sum(hours.plain for option in newly if option.wording is Wording.PLAIN)

    def _is_final(self, session: str, index: int) -> bool:
        last = self.opening + self.table.rounds[session] * len(self.table.parties) - 1
        return session == self.table.sessions[-1] and index == last

    def _nominate(self, index: int, move: TableMove) -> None:
        agenda = self.table.agenda
        if agenda is None:
            return
        if len(move.issues) > agenda.each:
            message = f"Each party nominates {agenda.each} at most, and {len(move.issues)} stand here."
            raise _MoveError("REC07", message, "Take some out, or raise `each`.")
        for issue in move.issues:
            if issue in self.initialled or issue in self.live:
                state = "has been settled" if issue in self.initialled else "is live"
                raise _MoveError("REC07", f"The issue {issue} {state} already.", "Leave it out of the nomination.")
        self.live |= set(move.issues)
        if len(self.live) > agenda.live:
            message = f"At most {agenda.live} issues can be live, and with these it would be {len(self.live)}."
            raise _MoveError("REC07", message, "Take some out, or raise `live`.")
        if index == self.opening - 1 and not self.live:
            self.over = "Nothing was nominated, so the session ended with the move before."

    def _propose(self, move: TableMove) -> None:
        self._check_terms(move)
        self.standing = dict(move.terms)
        self.consents = set()
        self._consent(move.party)

    def _check_terms(self, move: TableMove) -> None:
        issues = self.table.issues
        for issue in move.terms:
            self._check_open(issue, "Leave it out of the proposal.")
        missing = [issue for issue in issues if issue not in move.terms]
        if self.table.agreement == "whole" and missing:
            message = f"A package of this table covers every issue, and {listed(missing, 'and')} is missing."
            raise _MoveError("REC07", message, "Name an option for each.")

    def _check_open(self, issue: str, hint: str) -> None:
        if issue in self.initialled:
            raise _MoveError("REC07", f"The issue {issue} has been settled already.", hint)
        if self.table.agenda is not None and issue not in self.live:
            message = f"The issue {issue} is not on the agenda."
            if issue in self.left:
                message = f"The issue {issue} left the agenda with an earlier session: it had not moved."
            raise _MoveError("REC07", message, "Nominate it as the session opens.")

    def _accept(self, move: TableMove) -> None:
        if not self.standing:
            raise _MoveError("REC06", "Nothing stands on the table to accept.", "Write a proposal first.")
        if move.party in self.consents:
            message = f"{move.party} has consented to what stands already."
            raise _MoveError("REC06", message, "Write a new proposal, or `adjourn`.")
        self._consent(move.party)

    def _press(self, move: TableMove) -> None:
        press = self.table.press
        if press is None or move.party not in press.parties:
            raise _MoveError("REC06", f"{move.party} cannot press at this table.", "Add it to `press: {parties: […]}`.")
        if move.party in self.pressed:
            raise _MoveError("REC06", f"{move.party} has pressed {_ONCE[press.limit]} already.")
        self._check_open(move.issue or "", "Press on an open one.")
        self.pressed.add(move.party)
        self.against[move.party] = {} if move.party in self.consents else dict(self.standing)

    def _consent(self, party: str) -> None:
        self.consents.add(party)
        issues = self.table.issues
        if self.table.agreement == "whole":
            needed = {bound for issue in issues.values() for bound in issue.binds}
            settled = dict(self.standing) if needed <= self.consents else {}
        else:
            settled = {name: option for name, option in self.standing.items() if self._agreed(name)}
        self.initialled |= settled
        self.standing = {name: option for name, option in self.standing.items() if name not in settled}
        self.live -= settled.keys()
        if len(self.consents) > 1:
            self.shared |= self.standing
        if len(self.initialled) == len(issues):
            self.outcome = Outcome.WHOLE
        elif self.table.agenda is not None and not self.live:
            self.over = "Every live issue was settled with the move before, so the session ended."

    def _agreed(self, issue: str) -> bool:
        return set(self.table.issues[issue].binds) <= self.consents

    def _check_end(self, session: str, moves: tuple[TableMove, ...]) -> None:
        turns = self.opening + self.table.rounds[session] * len(self.table.parties)
        if self.outcome is None and len(moves) < turns and not self.over:
            due = self.table.parties[len(moves) % len(self.table.parties)]
            message = f"The session {session} stops here, and {turns - len(moves)} of its moves are still to come."
            hint = f"Add the next move of {due}, or `{due}: adjourn`."
            if len(moves) < self.opening:
                hint = f"Add the next nomination: `{due}: {{nominate: […]}}`."
            self._note(moves[-1].where, "REC08", message, hint)

    def _note(self, where: Position, code: str, message: str, suggestion: str = "") -> None:
        self.findings.append(Finding(where, Severity.ERROR, code, message, suggestion))
