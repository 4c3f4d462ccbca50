"""One game, played move by move, with its tree: undo, redo, branch, return.

A game is a world of one row and a history. Every rest between two moves keeps its own state, so going
anywhere in the tree costs nothing and meets the same dice. Of a game that was reopened the line on which it stood is
replayed at once, and any other when somebody goes there. Seats, saves and screens stand on this class.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field

import numpy as np

from game.engine.accounts import Ledger
from game.engine.asks import ChoiceAsk, TableAsk, TableMoves
from game.engine.chance import Stream
from game.engine.compiler import compile_scenario
from game.engine.happenings import Happening, tell
from game.engine.history import CHANCE, Entry, History, Sequel, is_as_made
from game.engine.legality import Legal, legal_of, refusal
from game.engine.moves import TABLE_KINDS, Choose, Move, TableMove
from game.engine.program import Program
from game.engine.replaying import Stopped, closed, dictated, difference, is_possible
from game.engine.state import Start
from game.engine.views import View
from game.engine.world import World
from game.errors import MoveRefused, StaleMove
from game.scenario.model import Scenario, Step


@dataclass(frozen=True, slots=True)
class _Rest:
    """A point where the game waits: its world, who has decided already at the same time, and what led here."""

    world: World
    decided: Mapping[str, Move] = field(default_factory=dict)
    happenings: tuple[Happening, ...] = ()


class Game:
    """One game of a compiled scenario.

    `follow_record` makes chance follow the record while every move has kept to it. `start` overrides start
    values by column name: a state carried in from another scenario. `opening` dictates, for a replay, the
    outcomes of chance before the first decision.
    """

    def __init__(
        self,
        program: Program,
        seed: int = 0,
        *,
        follow_record: bool = False,
        start: Start | None = None,
        opening: Sequence[int] = (),
    ) -> None:
        self.program, self.seed, self.follow_record = program, seed, follow_record
        self.start_state: Start = dict(start or {})
        self.history = History()
        self._rests: dict[int, _Rest] = {}
        self._rest_of: dict[int, int] = {}
        ledger = self._ledger()
        games = np.zeros(1, np.int64)
        world = World(program, games, seed, follow_record=follow_record, start=start, ledger=ledger, forced=opening)
        self._arrive(world, ledger, {}, first=0)

    @classmethod
    def start(
        cls, scenario: Scenario, seed: int = 0, *, follow_record: bool = False, start: Start | None = None
    ) -> Game:
        """Compiles a scenario and starts a game of it."""
        return cls(compile_scenario(scenario), seed, follow_record=follow_record, start=start)

    @property
    def scenario(self) -> Scenario:
        """The scenario that is played."""
        return self.program.scenario

    @property
    def seq(self) -> int:
        """The number of the newest entry on the present branch; 0 at the start."""
        return self.history.at

    @property
    def world(self) -> World:
        """The state at the present point; look only."""
        return self._here.world

    @property
    def over(self) -> bool:
        """Tells whether the game has ended."""
        return self.world.over

    @property
    def step(self) -> Step | None:
        """The step that waits for a decision; None when the game is over."""
        step = self.world.step
        return step.step if step else None

    @property
    def pending(self) -> tuple[str, ...]:
        """The parties that must move now; of those who decide at the same time, the ones who have not yet."""
        return tuple(party for party in map(_party_of, self.world.asks()) if party not in self._here.decided)

    @property
    def path(self) -> tuple[Entry, ...]:
        """The entries from the start to here."""
        return self.history.path()

    @property
    def happenings(self) -> tuple[Happening, ...]:
        """Everything that happened on the way here; a view tells what a party may know of it."""
        rests = {self._rest_of[0], *(self._rest_of[entry.seq] for entry in self.path)}
        return tuple(happening for rest in sorted(rests) for happening in self._rests[rest].happenings)

    def ask(self, party: str) -> ChoiceAsk | TableAsk:
        """Returns what a pending party is asked.

        Raises:
            MoveRefused: when the party has nothing to decide now.
        """
        if party in self.pending:
            return next(ask for ask in self.world.asks() if _party_of(ask) == party)
        waiting = " and ".join(self.pending)
        raise MoveRefused(f"{party} is not to move now; {waiting or 'the game is over, nobody'} is.")

    def seat_stream(self, party: str) -> Stream:
        """Returns the draws of a pending party's seat: the same for the same seed, step and turn."""
        return self.world.seat_stream(self.ask(party))

    def legal(self, party: str) -> Legal:
        """Returns what a pending party may do now."""
        return legal_of(self.ask(party))

    def refusal(self, party: str, move: Move) -> str | None:
        """Returns in a sentence why a move is refused, or None when it is legal."""
        try:
            ask = self.ask(party)
        except MoveRefused as error:
            return str(error)
        return refusal(ask, move)

    def play(self, party: str, move: Move, *, answers: int | None = None, reason: str | None = None) -> Entry:
        """Plays a move; `answers` is the entry that the mover had seen last.

        Raises:
            StaleMove: when the game has gone on since entry `answers`.
            MoveRefused: when the move is not legal; the text is the reason.
        """
        if answers is not None and answers != self.seq:
            raise StaleMove(f"The move answers entry {answers}, but the game stands at entry {self.seq}: look again.")
        why = self.refusal(party, move)
        if why:
            raise MoveRefused(why)
        assert self.step
        return self._play(party, move, reason, [])

    def _play(self, party: str, move: Move, reason: str | None, forced: list[int]) -> Entry:
        here, step = self._here, self.step
        assert step
        entry = self.history.add(party, step.id, move, reason)
        decided = {**here.decided, party: move}
        asks = here.world.asks()
        if len(decided) < len(asks):
            self._rests[entry.seq] = _Rest(here.world, decided)
            self._rest_of[entry.seq] = entry.seq
            return entry
        ledger = self._ledger()
        world = here.world.copy(ledger)
        world.forced = forced
        world.answer([_answer(ask, decided[_party_of(ask)]) for ask in world.asks()])
        self._arrive(world, ledger, decided, first=entry.seq)
        return entry

    def view(self, viewer: str) -> View:
        """Returns what a viewer may know here: a party, `public` or `facilitator`."""
        return View(self.program, self.world, viewer, self.seed, self.happenings, self._here.decided)

    def undo(self, seats: Iterable[str] | None = None) -> bool:
        """Goes back to before the latest decision (of one of `seats`, if given); tells whether there was one."""
        wanted = None if seats is None else set(seats)
        for entry in reversed(self.path):
            if entry.seat != CHANCE and (wanted is None or entry.seat in wanted):
                self.go_to(entry.parent)
                return True
        return False

    def redo(self) -> bool:
        """Goes on by one decision along the branch last visited; tells whether there was one.

        Raises:
            MoveRefused: when the game was reopened, and that decision no longer fits.
        """
        following = self.history.next_on_branch(self.seq)
        if following is None:
            return False
        self.history.at = self._rest_at(following)
        return True

    def go_to(self, seq: int) -> None:
        """Goes to the point after entry `seq` (and after what chance added to it).

        Raises:
            MoveRefused: when there is no such entry, or what leads there in a reopened game no longer fits.
        """
        if seq != 0 and not 1 <= seq <= len(self.history):
            raise MoveRefused(f"There is no entry {seq}; the game has entries 0 to {len(self.history)}.")
        rest = self._rest_at(seq)
        if seq and rest not in {entry.seq for entry in self.path}:
            self.history.stand(rest)
        self.history.at = rest

    def elsewhere(self, seq: int) -> Game:
        """Returns this game as it stood after entry `seq`, to look at and not to play; this one stays where it is.

        Raises:
            MoveRefused: when there is no such entry, or what leads there in a reopened game no longer fits.
        """
        looked = copy(self)
        looked.history = self.history.looked_at()
        looked.go_to(seq)
        return looked

    def ending(self) -> str | None:
        """Returns the ending's id, or None while the game goes on."""
        return list(self.scenario.endings)[int(self.world.endings()[0]) - 1] if self.over else None

    def measures(self) -> dict[str, int]:
        """Computes the measures here, by id."""
        return {name: int(values[0]) for name, values in self.world.measures().items()}

    def interests(self) -> dict[str, dict[str, int]]:
        """Computes every party's interests here: 0–100 by interest id."""
        found = self.world.interests()
        return {
            party: {interest.id: int(value[0]) for interest, value in zip(interests, found[party], strict=True)}
            for party, interests in self.scenario.interests.items()
        }

    def values(self) -> dict[str, int]:
        """Returns every column's value here: a state that another scenario may be started from."""
        return {name: int(column[0]) for name, column in zip(self.program.names, self.world.columns, strict=True)}

    @classmethod
    def replay(
        cls,
        program: Program,
        entries: Iterable[Entry],
        seed: int,
        *,
        follow_record: bool = False,
        start: Start | None = None,
        at: int | None = None,
    ) -> tuple[Game, Stopped | None]:
        """Applies recorded entries to a new game, asking nobody; chance falls as the entries say.

        Stops at the first entry that no longer fits and tells why. `at` is where the game stood.
        """
        listed = list(entries)
        opening = dictated(program.scenario, listed, 0)
        if isinstance(opening, Stopped):
            return cls(program, seed, follow_record=follow_record, start=start), opening
        game = cls(program, seed, follow_record=follow_record, start=start, opening=opening)
        stopped = difference(listed[: len(opening)], game.history.entries)
        place = len(game.history)
        while stopped is None and place < len(listed):
            entry = listed[place]
            stopped = game._replay_one(entry, listed, place)
            place = len(game.history)
        game.go_to(at if stopped is None and at is not None else len(game.history))
        return game, stopped

    @classmethod
    def reopen(
        cls,
        program: Program,
        entries: Sequence[Entry],
        seed: int,
        *,
        follow_record: bool = False,
        start: Start | None = None,
        at: int = 0,
    ) -> Game | None:
        """Takes up a game where it stood; of its entries only those on the way there are replayed at once.

        Returns None when they need `replay`: where one on that way no longer fits, or no game of this scenario could
        have made them in this order.
        """
        opening = dictated(program.scenario, entries, 0)
        possible = is_as_made(entries) and all(is_possible(program.scenario, entry) for entry in entries)
        if isinstance(opening, Stopped) or not possible:
            return None
        game = cls(program, seed, follow_record=follow_record, start=start, opening=opening)
        if difference(entries[: len(opening)], game.history.entries):
            return None
        game.history = History.of(entries)
        try:
            game.go_to(at)
        except MoveRefused:
            return None
        return game

    def _replay_one(self, entry: Entry, listed: list[Entry], place: int) -> Stopped | None:
        if not 0 <= entry.parent <= len(self.history):
            return Stopped(entry, f"it follows entry {entry.parent}, which does not exist")
        self.go_to(entry.parent)
        return self._make_again(entry, listed, place)

    def _make_again(self, entry: Entry, listed: Sequence[Entry], place: int) -> Stopped | None:
        """Plays a recorded entry here, with what chance did next; `place` is where `listed` has it."""
        why = self.refusal(entry.seat, entry.move)
        if entry.seat in self.pending and self.step and self.step.id != entry.step:
            why = f"the game stands at {self.step.id}, not at {entry.step}"
        if why:
            return Stopped(entry, why)
        forced = dictated(self.scenario, listed, place + 1)
        if isinstance(forced, Stopped):
            return forced
        before = len(self.history)
        self._play(entry.seat, entry.move, entry.reason, list(forced))
        return difference(listed[place + 1 : place + 1 + len(forced)], self.history.entries[before + 1 :])

    # Inside

    @property
    def _here(self) -> _Rest:
        return self._rests[self._rest_of[self.seq]]

    def _rest_at(self, seq: int) -> int:
        """Finds the rest after entry `seq`; what leads there is replayed where nobody has been since reopening."""
        unseen: list[Entry] = []
        while seq not in self._rest_of:
            unseen.append(self.history[seq])
            seq = unseen[-1].parent
        for entry in reversed(unseen):
            if entry.seq not in self._rest_of:
                self._go_along(entry, unseen[0].seq)
        return self._rest_of[unseen[0].seq if unseen else seq]

    def _go_along(self, entry: Entry, towards: int) -> None:
        """Replays an entry that the history has already; its rests are kept if all is as it was."""
        rest = self._rest_of[entry.parent]
        there = copy(self)
        there.history = Sequel(at=rest, before=entry.seq - 1)
        there._rests, there._rest_of = {rest: self._rests[rest]}, {rest: rest}
        stopped = there._make_again(entry, self.history.entries, entry.seq - 1)
        if stopped:
            raise MoveRefused(closed(stopped, towards))
        self._rests.update(there._rests)
        self._rest_of.update(there._rest_of)

    def _ledger(self) -> Ledger:
        return Ledger(tuple(self.scenario.columns.values()))

    def _arrive(self, world: World, ledger: Ledger, decided: Mapping[str, Move], first: int) -> None:
        happenings = tell(ledger.notes, first, decided, self.scenario)
        passed = [first]
        for happening in happenings:
            if happening.kind in ("chance", "press"):
                passed.append(self.history.add(CHANCE, happening.step, Choose(happening.outcome)).seq)
        rest = passed[-1]
        world.ledger = None
        self._rests[rest] = _Rest(world, {}, tuple(happenings))
        for seq in passed:
            self._rest_of[seq] = rest
        self.history.at = rest


def _party_of(ask: ChoiceAsk | TableAsk) -> str:
    return ask.party if isinstance(ask, ChoiceAsk) else ask.table.parties[ask.party]


def _answer(ask: ChoiceAsk | TableAsk, move: Move) -> np.ndarray[tuple[int], np.dtype[np.int8]] | TableMoves:
    if isinstance(ask, ChoiceAsk):
        assert isinstance(move, Choose)
        return np.array([ask.options.index(move.option) + 1], np.int8)
    assert isinstance(move, TableMove)
    table = ask.table
    terms = np.zeros((len(table.issues), 1), np.int8)
    for issue, option in move.terms.items():
        place = table.issues.index(issue)
        terms[place] = table.options[place].index(option) + 1
    pressed = table.issues.index(move.issue) + 1 if move.issue else 0
    kind = np.array([TABLE_KINDS.index(move.kind) + 1], np.int8)
    nominated = np.array([[issue in move.issues] for issue in table.issues]) if move.kind == "nominate" else None
    return TableMoves(kind, terms, np.array([pressed], np.int8), nominated=nominated)
