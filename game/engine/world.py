"""Many games at once: the columns of a program, one row a game, carried through the steps in lockstep.

A world asks (`asks`), is answered (`answer`), and moves on through chance and dispatches by itself to the
next decision. It prints nothing, reads no clock, and draws only by the integer hash of `chance`. One row is
one played game; a hundred thousand rows are an estimate: the same code runs both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.accounts import Ledger
from game.engine.asks import ChoiceAsk, Numbers, Places, TableAsk, TableMoves, Truths
from game.engine.chance import Stream, game_keys, salt
from game.engine.columns import Found, as_column, few, keep_memory, put_back, scattered, start_columns
from game.engine.conferring import talks_at
from game.engine.drawing import as_forced, drawn
from game.engine.known import absentees, choice_ask, table_ask
from game.engine.program import (
    Array,
    ChangeSet,
    CompiledChance,
    CompiledStep,
    Function,
    Picked,
    Program,
    Readable,
    TableProgram,
)
from game.engine.recorded import keeping_record
from game.engine.settlement import is_open, state_when_due
from game.engine.tables import Talks
from game.engine.telling import told_of_session
from game.scenario.table_rules import Outcome

Answer = Numbers | TableMoves
Start = Mapping[str, int]
"""Start values by column, for a game that begins from a state carried in."""


class World:
    """The state of many games of one program.

    `games` are the game numbers, one a row: game k of a batch is game k alone. `follow_record` makes chance
    follow the record in rows that have kept to it. `start` overrides start values by column name, but for what
    play itself fills: choices, chance, agreements and their wordings begin as not reached whatever is carried in. A
    `ledger` makes the effects of row 0 itemised. `remembers` False leaves out what only some seats look at: the
    parties' last positions at tables, and which games keep to the record.
    """

    def __init__(
        self,
        program: Program,
        games: NDArray[np.int64],
        seed: int,
        *,
        follow_record: bool = False,
        start: Start | None = None,
        ledger: Ledger | None = None,
        forced: Sequence[int] = (),
        remembers: bool = True,
    ) -> None:
        self.program, self.seed, self.follow_record = program, seed, follow_record
        self.rows = len(games)
        keep_memory(self.rows)
        self.keys = game_keys(seed, games)
        self.columns = start_columns(program, self.rows, start or {})
        self.keeps_record = remembers or follow_record
        self.on_record: Truths = np.full(self.rows, self.keeps_record)
        self.talks: dict[str, Talks] = {}
        self.ledger = ledger
        self.forced = list(forced)
        """Outcome numbers that a replay dictates to chance, in order."""
        self.news: dict[str, int] = {}
        """How many games each dispatch has come to, by step id."""
        self._remembers = remembers
        self.at = 0
        self._mask: Truths = np.ones(self.rows, np.bool_)
        self._where: Places | None
        self._closed: Truths = np.zeros(self.rows, np.bool_)
        self._all, self._where = True, None
        self._found = Found(self.keys)
        self._asks: list[ChoiceAsk | TableAsk] = []
        self._advance()

    @property
    def over(self) -> bool:
        """Tells whether every game has ended."""
        return self.at >= len(self.program.steps)

    @property
    def step(self) -> CompiledStep | None:
        """The step that waits for answers; None when the games are over."""
        return None if self.over else self.program.steps[self.at]

    @property
    def where(self) -> Places | None:
        """Returns the places of the rows that are asked now; None where all are, or no few are picked out."""
        return self._where

    def asks(self) -> list[ChoiceAsk | TableAsk]:
        """Returns what is asked now: one ask, or one for each party that decides at the same time."""
        return self._asks

    def seat_stream(self, ask: ChoiceAsk | TableAsk) -> Stream:
        """Returns the draws of the seat that answers `ask`, for the rows asked."""
        keys = self._found.keys_of(self._where)
        if isinstance(ask, ChoiceAsk):
            return Stream(keys, salt("seat", ask.step, ask.party, 0))
        session = ask.table.sessions[ask.session]
        return Stream(keys, salt("seat", session, ask.table.parties[ask.party], ask.turn))

    def answer(self, answers: Sequence[Answer]) -> None:
        """Applies the answers to `asks`, in their order, and moves on to the next decision."""
        step = self.program.steps[self.at]
        if step.choices:
            self._choose(step, [answer for answer in answers if not isinstance(answer, TableMoves)])
        else:
            (moves,) = answers
            assert isinstance(moves, TableMoves)
            if self._bargain(step, moves):
                return
        self._finish(step)
        self._advance()

    def copy(self, ledger: Ledger | None = None) -> World:
        """Copies the state, so that another branch can go on from here."""
        twin = object.__new__(World)
        twin.__dict__.update(self.__dict__)
        twin.columns, twin.news = list(self.columns), dict(self.news)
        twin.talks = {step: talks.copy() for step, talks in self.talks.items()}
        twin.on_record = self.on_record.copy()
        twin.forced, twin.ledger = [], ledger
        twin._prepare()
        return twin

    def state_bytes(self) -> bytes:
        """Returns every column's bytes, in column order: equal worlds give equal bytes."""
        return b"".join(np.ascontiguousarray(column).tobytes() for column in self.columns)

    def endings(self) -> Numbers:
        """Returns each game's ending, by its number from 1: the first whose condition holds."""
        number = np.full(self.rows, len(self.program.endings), np.int8)
        for place in range(len(self.program.endings) - 1, -1, -1):
            test = self.program.endings[place]
            if test is not None:
                number ^= (number ^ np.int8(place + 1)) & -self._truths(test).view(np.int8)
        return number

    def measures(self) -> dict[str, NDArray[np.int32]]:
        """Computes the measures by id."""
        return {name: self._numbers(measure) for name, measure in self.program.measures.items()}

    def interests(self) -> dict[str, list[NDArray[np.int32]]]:
        """Computes each party's interests, 0–100, in file order."""
        return {
            party: [self._numbers(interest) for interest in interests]
            for party, interests in self.program.interests.items()
        }

    # Steps

    def _advance(self) -> None:
        while self.at < len(self.program.steps):
            step = self.program.steps[self.at]
            if step.choices or step.table or step.resumes:
                if self._prepare_new(step):
                    return
            else:
                self._happen(step)
            self._finish(step)
        self._asks = []

    def _prepare_new(self, step: CompiledStep) -> bool:
        on = self._on(step)
        if step.choices:
            self._mask = on
            if self._prepare():
                return True
            self._note("skipped", step)
            return False
        return self._open(step, on) and self._prepare()

    def _prepare(self) -> bool:
        """Makes the asks of the present point; tells whether anybody is asked."""
        self._asks = []
        if self.over:
            return False
        step = self.program.steps[self.at]
        if step.choices:
            asked = int(np.count_nonzero(self._mask))
            if not asked:
                return False
            self._all, self._where = asked == self.rows, self._found.few(self._mask, asked)
            self._asks = [choice_ask(self, step, choice, self._where) for choice in step.choices]
            return True
        talks = self._talks(step)
        if not talks.sitting.any():
            return False
        self._where = talks.live
        self._asks = [table_ask(self, self._program_of(step), talks)]
        return True

    def _happen(self, step: CompiledStep) -> None:
        on = self._on(step)
        count = int(np.count_nonzero(on))
        if step.chance is None:
            self.news[step.step.id] = count
        if not count:
            self._note("skipped", step)
            return
        if step.chance is None:
            where = self._found.few(on, count, step.changes.most)
            self._apply(step.changes, [on.view(np.int8) if where is None else np.ones(len(where), np.int8)], where)
            self._note("dispatch" if on[0] else "skipped", step)
            return
        where = self._found.few(on, count)
        number = self._draw_chance(step, step.chance, on, where)
        self._apply(step.changes, [number], where)
        outcomes = scattered(number, where, self.rows)
        self.columns[step.chance.place] = outcomes
        if step.chance.sealed is not None:
            values = np.asarray((0, *step.chance.sealed_values), np.int32).take(outcomes)
            self._write(step.chance.sealed, on, values)
        self._note("chance" if on[0] else "skipped", step, number=int(outcomes[0]))

    def _draw_chance(self, step: CompiledStep, chance: CompiledChance, on: Truths, where: Places | None) -> Numbers:
        number = self._draw(salt("chance", step.step.id), chance.odds, where)
        if self.follow_record and chance.recorded:
            followed = self.on_record if where is None else self.on_record.take(where)
            number ^= (number ^ np.int8(chance.recorded)) & -followed.view(np.int8)
        number = as_forced(number, self.forced, chance.odds, self._read(where))
        return number * on.view(np.int8) if where is None else number

    def _draw(self, place: int, odds: Sequence[int | Function], where: Places | None) -> Numbers:
        return drawn(Stream(self._found.keys_of(where), place), odds, self._read(where))

    def _choose(self, step: CompiledStep, answers: Sequence[Numbers]) -> None:
        where = self._where
        masked = where is None and not self._all
        chosen = [answer * self._mask.view(np.int8) if masked else answer for answer in answers]
        self._apply(step.changes, list(chosen), where)
        followed = self.keeps_record and self.on_record.any()
        for choice, answer in zip(step.choices, chosen, strict=True):
            number = scattered(answer, where, self.rows)
            self.columns[choice.place] = number  # 0, not reached, where nobody was asked
            if followed:
                self.on_record = self.on_record & (~self._mask | (number == choice.recorded))
        self._note("choice", step)

    def _finish(self, step: CompiledStep) -> None:
        for one in self.program.due.get(step.step.id, ()):
            if one.due_changes:
                rows = self._closed if one.table else np.ones(self.rows, np.bool_)
                self._settle_promises(one, one.due_changes, rows, step)
        self.at += 1

    def _settle_promises(self, step: CompiledStep, changes: ChangeSet, rows: Truths, now: CompiledStep) -> None:
        """Settles, in `rows`, the open promises due with a step; with a table they are due when it closes, `now`."""
        given = [is_open(due, self.columns) & rows for due in step.due]
        concerned = np.logical_or.reduce(given)
        if not concerned.any():
            return
        where = few(concerned, changes.most)
        read = self._read(where)
        selectors: list[Array] = []
        for due, open_here in zip(step.due, given, strict=True):
            here = open_here if where is None else open_here.take(where)
            selectors.append(state_when_due(due, read, len(here)) * here.view(np.int8))
        self._apply(changes, selectors, where)
        if concerned[0] and any(state[0] for state in selectors):
            self._note("promise", now)

    # Tables

    def _program_of(self, step: CompiledStep) -> TableProgram:
        return step.table or self.program.tables[step.resumes or ""]

    def _talks(self, step: CompiledStep) -> Talks:
        return self.talks[self._program_of(step).table.step]

    def _open(self, step: CompiledStep, on: Truths) -> bool:
        """Opens a session; tells whether it is held in any row."""
        program = self._program_of(step)
        table = program.table
        if step.table:
            self.talks[table.step] = talks_at(table, self.rows, remembers=self._remembers)
            self._write(program.place, ~on, np.full(self.rows, Outcome.NOT_HELD, np.int8))
        self._closed = ~on if step.table else np.zeros(self.rows, np.bool_)
        talks = self.talks[table.step]
        talks.open_session(table.sessions.index(step.step.id), on if step.table else on & talks.held)
        if talks.in_session.any():
            self._note("session-opened", step)
            return True
        self._note("skipped", step)
        self._end_session(step)
        return False

    def _bargain(self, step: CompiledStep, moves: TableMoves) -> bool:
        """Plays one turn; tells whether the session goes on."""
        talks = self._talks(step)
        self._leave_record(talks, moves)
        pressing = talks.play(moves, absentees(self.columns, self._program_of(step), talks))
        self._note("table-move", step)
        if pressing is not None:
            self._press(step, talks, pressing)
        for absentee in talks.refusals:
            self._note("absentee-refused", step, number=absentee)
        talks.advance()
        if self._prepare():
            return True
        self._end_session(step)
        return False

    def _leave_record(self, talks: Talks, moves: TableMoves) -> None:
        """Notes which of the games that have kept to the record leave it with these moves."""
        if self.keeps_record and self.on_record.any():
            self.on_record = keeping_record(talks, moves, self.on_record)

    def _press(self, step: CompiledStep, talks: Talks, places: Places) -> None:
        """Lets chance decide for the rows of the talks that press, and applies what comes of it."""
        program = self._program_of(step)
        assert program.press
        games = places if talks.live is None else talks.live.take(places)
        number = self._draw(salt("press", step.step.id, talks.turn), program.press.odds, games)
        number = as_forced(number, self.forced, program.press.odds, self._read(games))
        self._apply(program.press.changes, [np.full(len(games), talks.mover + 1, np.int8), number], games)
        talks.push(places, number)
        self._note("press", step, number=int(number[0]) if games[0] == 0 else 0)

    def _end_session(self, step: CompiledStep) -> None:
        program = self._program_of(step)
        talks = self._talks(step)
        table = program.table
        talks.end_session()
        last = step.step.id == table.sessions[-1]
        if last:
            talks.close_unfinished()
        closing = (talks.outcome != 0) & ~talks.closed
        self._closed = self._closed | closing
        if self.ledger and talks.session_held:
            self._note("session-closed", step, number=talks.end_of_session)
        for place, numbers in told_of_session(program, talks, closing):
            self.columns[place] = numbers
        if closing.any():
            self._close(step, program, talks, closing)
        if last:
            del self.talks[table.step]

    def _close(self, step: CompiledStep, program: TableProgram, talks: Talks, closing: Truths) -> None:
        where = few(closing, program.closing.most)
        settled = [talks.outcome if where is None else talks.outcome.take(where), *talks.agreed(where)]
        if where is None:
            settled = [array * closing.view(np.int8) for array in settled]
        self._apply(program.closing, list(settled), where)
        for place, number in zip((program.place, *program.issue_places), settled, strict=True):
            # a table closes once: until then these are 0
            self.columns[place] = self.columns[place] | scattered(number, where, self.rows)
        for words, column, number in zip(program.table.wordings, program.wording_places, settled[1:], strict=False):
            if column is not None:
                worded = np.array((0, *words), np.int8).take(number)
                self.columns[column] = self.columns[column] | scattered(worded, where, self.rows)
        talks.closed |= closing
        self._note("table-closed", step, number=int(settled[0][0]) if closing[0] else 0)

    # Columns

    def _on(self, step: CompiledStep) -> Truths:
        return np.ones(self.rows, np.bool_) if step.when is None else self._truths(step.when)

    def _truths(self, test: Function) -> Truths:
        truths = test(self.columns)
        return truths if np.ndim(truths) else np.full(self.rows, truths, np.bool_)

    def _numbers(self, formula: Function) -> NDArray[np.int32]:
        return as_column(formula(self.columns), self.rows, np.int32)

    def _read(self, where: Places | None) -> Readable:
        """Returns the columns of some rows (None: of all), to be read alone."""
        return self.columns if where is None else Picked(self.columns, where)

    def _write(self, place: int, rows: Truths, values: NDArray[Any]) -> None:
        old = self.columns[place]
        self.columns[place] = old ^ ((old ^ values.astype(old.dtype)) & -rows.astype(old.dtype))

    def _apply(self, changes: ChangeSet, selectors: list[Array], where: Places | None) -> None:
        """Applies the effects of a step, to all rows or to some; arrays of columns are never written again."""
        if not changes:
            return
        if where is not None and len(where) >= changes.most * self.rows:
            selectors, where = [scattered(selector, where, self.rows) for selector in selectors], None
        traced, read = self.ledger and self.ledger.traced, self._read(where)
        new = traced(changes, read, selectors) if traced else changes.apply(read, selectors)
        for place, column in new.items():
            self.columns[place] = put_back(self.columns[place], where, column)

    def _note(self, kind: str, step: CompiledStep, number: int = 0) -> None:
        if self.ledger is not None:
            self.ledger.note(kind, step.step, number)
