"""Many games at once: the columns of a program, one row a game, carried through the steps in lockstep.

A world asks (`asks`), is answered (`answer`), and moves on through chance and dispatches by itself to the
next decision. It prints nothing, reads no clock, and draws only by the integer hash of `chance`. One row is
one played game; a hundred thousand rows are an estimate: the same code runs both.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_

import numpy as np
from numpy.typing import NDArray

from game.engine.accounts import Ledger
from game.engine.asks import ChoiceAsk, Numbers, Places, SessionResult, TableAsk, TableMoves, Truths
from game.engine.believing import believed_world
from game.engine.chance import Stream, game_keys, salt
from game.engine.columns import Found, few, keep_memory
from game.engine.conferring import talks_at
from game.engine.constants import constant
from game.engine.drawing import as_forced, drawn
from game.engine.known import absentees, choice_ask, table_ask
from game.engine.program import (
    Array,
    ChangeSet,
    Columns,
    CompiledChance,
    CompiledStep,
    Program,
    Readable,
    TableProgram,
)
from game.engine.recorded import keeping_record
from game.engine.settlement import is_open, state_when_due
from game.engine.state import Start, State
from game.engine.tables import Talks
from game.engine.telling import told_of_session
from game.scenario.table_rules import Outcome

_NOT_HELD = constant(Outcome.NOT_HELD, np.int8)

Answer = Numbers | TableMoves | SessionResult


class World(State):
    """The state of many games of one program.

    `games` are the game numbers, one a row: game k of a batch is game k alone. `follow_record` makes chance
    follow the record in rows that have kept to it. `start` overrides start values by column name, but for what
    play itself fills: choices, chance, agreements and their wordings begin as not reached whatever is carried in. A
    `ledger` makes the effects of row 0 itemised. `remembers` False leaves out what only some seats look at: the
    parties' last positions at tables, and which games keep to the record; `recalls` False all earlier positions.
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
        recalls: bool = True,
    ) -> None:
        keep_memory(len(games))
        super().__init__(program, len(games), start or {}, ledger)
        self.seed, self.follow_record = seed, follow_record
        self.keys = game_keys(seed, games)
        self.keeps_record = remembers or follow_record
        self.on_record: Truths = np.full(self.rows, self.keeps_record)
        self.talks: dict[str, Talks] = {}
        self.forced = list(forced)
        """Outcome numbers that a replay dictates to chance, in order."""
        self.news: dict[str, int] = {}
        """How many games each dispatch has come to, by step id."""
        self._remembers, self._recalls = remembers, recalls
        self.believer: str | None = None
        """Whose belief the odds of chance are, in a world that somebody imagines; None: those of the file."""
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
            self._choose(step, [answer for answer in answers if isinstance(answer, np.ndarray)])
        else:
            (moves,) = answers
            assert not isinstance(moves, np.ndarray)
            if isinstance(moves, SessionResult):
                self._conclude(step, moves)
            elif self._bargain(step, moves):
                return
        self._finish(step)
        self._advance()

    def copy(self, ledger: Ledger | None = None) -> World:
        """Copies the state, so that another branch can go on from here."""
        twin = object.__new__(World)
        twin.__dict__.update(self.__dict__)
        twin.columns, twin.news = list(self.columns), dict(self.news)
        self._own, twin._own, twin._held = set(), set(), {}
        twin.talks = {step: talks.copy() for step, talks in self.talks.items()}
        twin.on_record = self.on_record.copy()
        twin.forced, twin.ledger = [], ledger
        twin._prepare()
        return twin

    def believed(self, party: str, rows: Places, games: NDArray[np.int64], seed: int) -> World:
        """Makes the games that a party could think it is in, waiting at the same choice; see `believing`."""
        return believed_world(self, party, rows, games, seed)

    def imagined(
        self, columns: Columns, talks: dict[str, Talks], games: NDArray[np.int64], seed: int, believer: str
    ) -> World:
        """Makes a world that waits where this one does, in another state and with other dice.

        Chance draws in it by the odds that the `believer` goes by; nothing is kept of the record.
        """
        twin = object.__new__(World)
        twin.__dict__.update(self.__dict__)
        twin.rows, twin.columns, twin.talks, twin._own = len(games), columns, talks, set()
        twin.seed, twin.keys, twin.believer = seed, game_keys(seed, games), believer
        twin.follow_record = twin.keeps_record = twin._remembers = twin._recalls = False
        twin.on_record = twin._closed = np.zeros(twin.rows, np.bool_)
        twin.news, twin.forced, twin.ledger, twin._found = {}, [], None, Found(twin.keys)
        twin._mask = twin._every = np.ones(twin.rows, np.bool_)
        twin._held = {}
        twin._prepare()
        return twin

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
        if not step.choices:
            return self._open(step, on) and self._prepare()
        self._mask = on
        asked = self._prepare()
        if not asked:
            self._note("skipped", step)
        return asked

    def _prepare(self) -> bool:
        """Makes the asks of the present point; tells whether anybody is asked."""
        self._asks = []
        if self.over:
            return False
        step = self.program.steps[self.at]
        if step.choices:
            asked = self._found.count(self._mask)
            if not asked:
                return False
            self._all, self._where = asked == self.rows, self._found.few(self._mask, asked)
            self._asks = [choice_ask(self, step, choice, self._where) for choice in step.choices]
            return True
        talks = self._talks(step)
        if not np.count_nonzero(talks.sitting):
            return False
        self._where = talks.live
        self._asks = [table_ask(self, self._program_of(step), talks)]
        return True

    def _happen(self, step: CompiledStep) -> None:
        on = self._on(step)
        count = self._found.count(on)
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
        read = self._read(where)
        number = self._draw_chance(step, step.chance, on, where, read)
        (outcomes,) = self._select(step.changes, [number], where, read)
        self.columns[step.chance.place] = outcomes
        if step.chance.sealed is not None:
            values = np.asarray((0, *step.chance.sealed_values), np.int32).take(outcomes)
            self._write(step.chance.sealed, on, values)
        self._note("chance" if on[0] else "skipped", step, number=int(outcomes[0]))

    def _draw_chance(
        self, step: CompiledStep, chance: CompiledChance, on: Truths, where: Places | None, read: Readable
    ) -> Numbers:
        stream, odds = Stream(self._found.keys_of(where), salt("chance", step.step.id)), chance.odds_for(self.believer)
        number = drawn(stream, odds, read)
        if self.follow_record and chance.recorded:
            followed = self.on_record if where is None else self.on_record.take(where)
            number ^= (number ^ np.int8(chance.recorded)) & -followed.view(np.int8)
        number = as_forced(number, self.forced, chance.odds, read)
        return number * on.view(np.int8) if where is None else number

    def _choose(self, step: CompiledStep, answers: Sequence[Numbers]) -> None:
        where = self._where
        masked = where is None and not self._all
        chosen = [answer * self._mask.view(np.int8) if masked else answer for answer in answers]
        followed = self.keeps_record and self.on_record.any()
        for choice, number in zip(step.choices, self._select(step.changes, list(chosen), where), strict=True):
            self.columns[choice.place] = number  # 0, not reached, where nobody was asked
            if followed:
                self.on_record = self.on_record & (~self._mask | (number == choice.recorded))
        self._note("choice", step)

    def _finish(self, step: CompiledStep) -> None:
        for one in self.program.due.get(step.step.id, ()):
            if one.due_changes:
                rows = self._closed if one.table else None
                self._settle_promises(one, one.due_changes, rows, step)
        self.at += 1

    def _settle_promises(self, step: CompiledStep, changes: ChangeSet, rows: Truths | None, now: CompiledStep) -> None:
        """Settles the open promises due with a step, in `rows` (None: in all).

        With a table they are due when it closes, which is at the step `now`.
        """
        given = [is_open(due, self.columns) if rows is None else is_open(due, self.columns) & rows for due in step.due]
        concerned = reduce(or_, given)
        if not np.count_nonzero(concerned):
            return
        where = few(concerned, changes.most)
        read = self._read(where)
        selectors: list[Array] = []
        for due, open_here in zip(step.due, given, strict=True):
            here = open_here if where is None else open_here.take(where)
            selectors.append(state_when_due(due, read, len(here)) * here.view(np.int8))
        self._apply(changes, selectors, where, read)
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
            self.talks[table.step] = talks_at(table, self.rows, remembers=self._remembers, recalls=self._recalls)
            self._write(program.place, ~on, _NOT_HELD)
        self._closed = ~on if step.table else np.zeros(self.rows, np.bool_)
        talks = self.talks[table.step]
        talks.open_session(table.sessions.index(step.step.id), on if step.table else on & talks.held)
        if talks.session_held:
            self._note("session-opened", step)
            return True
        self._note("skipped", step)
        self._end_session(step)
        return False

    def _bargain(self, step: CompiledStep, moves: TableMoves) -> bool:
        """Plays one turn; tells whether the session goes on."""
        talks = self._talks(step)
        if self.keeps_record and self.on_record.any():
            self.on_record = keeping_record(talks, moves, self.on_record)
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

    def _conclude(self, step: CompiledStep, result: SessionResult) -> None:
        """Ends a session with what it comes to in imagined games."""
        talks = self._talks(step)
        talks.conclude(result, absentees(self.columns, self._program_of(step), talks))
        self._end_session(step)

    def _press(self, step: CompiledStep, talks: Talks, places: Places) -> None:
        """Lets chance decide for the rows of the talks that press, and applies what comes of it."""
        program = self._program_of(step)
        assert program.press
        games = places if talks.live is None else talks.live.take(places)
        read, stream = self._read(games), Stream(self.keys.take(games), salt("press", step.step.id, talks.turn))
        number = as_forced(drawn(stream, program.press.odds, read), self.forced, program.press.odds, read)
        self._apply(program.press.changes, [np.full(len(games), talks.mover + 1, np.int8), number], games, read)
        if talks.table.tells_who_backed_down:
            talks.press_against(places, games)
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
        closing = talks.over & ~talks.closed
        self._closed = self._closed | closing
        if self.ledger and talks.session_held:
            for issue in talks.off_agenda:
                self._note("off-agenda", step, number=issue)
            self._note("session-closed", step, number=talks.end_of_session)
        for place, numbers in told_of_session(program, talks, closing):
            self.columns[place] = numbers
        if np.count_nonzero(closing):
            self._close(step, program, talks, closing)
        if last:
            del self.talks[table.step]

    def _close(self, step: CompiledStep, program: TableProgram, talks: Talks, closing: Truths) -> None:
        where = few(closing, program.closing.most)
        for party, place in program.backed_down_places:
            gave_way = talks.backed_down(party, where).view(np.int8) + np.int8(1)
            self._put(place, gave_way if where is not None else gave_way * closing.view(np.int8), where)
        settled = [talks.outcome if where is None else talks.outcome.take(where), *talks.agreed(where)]
        if where is None:
            settled = [array * closing.view(np.int8) for array in settled]
        self._apply(program.closing, list(settled), where)
        for place, number in zip((program.place, *program.issue_places), settled, strict=True):
            self._put(place, number, where)
        for words, column, number in zip(program.table.wordings, program.wording_places, settled[1:], strict=False):
            if column is not None:
                self._put(column, np.array((0, *words), np.int8).take(number), where)
        talks.closed |= closing
        self._note("table-closed", step, number=int(settled[0][0]) if closing[0] else 0)
