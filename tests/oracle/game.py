"""One game of a scenario by the letter of the rules: slow, obvious, one step at a time.

It shares with the engine the checked scenario and the values of moves, and nothing else. Chance and news happen by
themselves; the game then stands still until every party in `pending` has played.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.engine.moves import Choose, Move, TableMove
from game.scenario.cast import Effect, Promise, PromiseState
from game.scenario.model import FACILITATOR, Chance, Choice, Dispatch, Scenario, Step
from game.scenario.table_rules import Outcome, Resume, Table
from game.scenario.tree import Formula
from tests.oracle.accounts import Change, Item, State, apply, write
from tests.oracle.draws import dice, salt
from tests.oracle.talks import Refusal, Talks
from tests.oracle.trees import Reader, holds, number

PLAYED = ("choice", "chance", "agreed", "wording", "initialled", "walked-out", "backed-down")
"""What play fills: it begins as not reached, whatever state a game is started from."""


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that took place at a step, and the changes it brought."""

    step: str
    kind: str
    changes: tuple[Change, ...] = ()


class OracleGame:
    """A game from its start to its ending."""

    def __init__(
        self,
        scenario: Scenario,
        seed: int = 0,
        game: int = 0,
        *,
        follow_record: bool = False,
        start: Mapping[str, int] | None = None,
    ) -> None:
        self.scenario = scenario
        self.follow_record = follow_record
        carried = {name: value for name, value in (start or {}).items() if name.split(".")[0] not in PLAYED}
        self.state: State = {name: column.start for name, column in scenario.columns.items()} | carried
        self.talks: dict[str, Talks] = {}
        self.on_record = True
        self.happenings: list[Happening] = []
        self._dice = dice(seed, game)
        self._steps = list(scenario.steps.values())
        self._position = 0
        self.step: Step | None = self._steps[0] if self._steps else None
        """The step at which somebody must decide; None when the game is over."""
        self._chosen: dict[str, str] = {}
        self._known: dict[str, list[str]] = {}
        self._beliefs: dict[str, State] = {}
        self._advance()

    # Where the game is.

    @property
    def over(self) -> bool:
        """Tells whether the calendar has run out."""
        return self.step is None

    @property
    def pending(self) -> tuple[str, ...]:
        """The parties that must move now."""
        step = self.step
        if step is None:
            return ()
        if isinstance(step.body, Mapping):
            return tuple(party for party in step.body if party not in self._chosen)
        return (self.table.mover,)

    @property
    def table(self) -> Talks:
        """The table that is sitting now."""
        step = self.step
        assert step is not None, "the game is over"
        return self.talks[step.body.table if isinstance(step.body, Resume) else step.id]

    @property
    def at_table(self) -> bool:
        """Tells whether a table is sitting now."""
        return self.step is not None and isinstance(self.step.body, Table | Resume)

    def knows(self, viewer: str, column: str) -> bool:
        """Tells whether a viewer (a party, the public, or the facilitator, who knows all) truly knows a column."""
        known_to = self.scenario.columns[column].known_to
        return known_to is None or viewer in known_to or viewer == FACILITATOR

    def reader(self, party: str) -> Reader:
        """Makes the reader of one party: what it knows is true, what it does not it takes to be as it believes."""

        def read(name: str) -> int:
            return self.state[name] if self.knows(party, name) else self.scenario.columns[name].believed[party]

        return read

    def known_to(self, party: str) -> State:
        """Reads every column that a party knows, or has a belief about, as that party reads it."""
        if party not in self._known:
            columns = self.scenario.columns.items()
            self._known[party] = [name for name, _ in columns if self.knows(party, name)]
            self._beliefs[party] = {name: one.believed[party] for name, one in columns if party in one.believed}
        return self._beliefs[party] | {name: self.state[name] for name in self._known[party]}

    # What is legal.

    def legal_options(self, party: str) -> list[str]:
        """Lists the options that a party may choose now, in file order."""
        read = self.reader(party)
        return [option.id for option in self.choice(party).options.values() if holds(option.when, read)]

    def choice(self, party: str) -> Choice:
        """The choice that is put to a party now."""
        assert self.step is not None and isinstance(self.step.body, Mapping), "no choice is pending"
        return self.step.body[party]

    def choice_column(self, party: str) -> str:
        """The column that keeps what a party chooses now."""
        assert self.step is not None and isinstance(self.step.body, Mapping), "no choice is pending"
        return f"choice.{self.step.id}.{party}" if len(self.step.body) > 1 else f"choice.{self.step.id}"

    def allows(self, party: str, move: Move) -> bool:
        """Tells whether a party may make this very move now."""
        if party not in self.pending or self.step is None:
            return False
        if isinstance(self.step.body, Mapping):
            return isinstance(move, Choose) and move.option in self.legal_options(party)
        return isinstance(move, TableMove) and self.table.allows(move)

    # Moves.

    def play(self, party: str, move: Move) -> None:
        """Makes a party's move and goes on until somebody must decide again."""
        assert self.allows(party, move), f"{move} is not legal for {party}"
        if isinstance(move, Choose):
            self._choose(party, move.option)
        else:
            self._bargain(move)

    def _choose(self, party: str, option: str) -> None:
        self._chosen[party] = option
        if self.pending:
            return
        step, chosen = self.step, self._chosen
        assert step is not None and isinstance(step.body, Mapping), "a choice was made where none is pending"
        choices, self._chosen = step.body, {}
        effects = [effect for name, choice in choices.items() for effect in choice.options[chosen[name]].effects]
        self._happen(step.id, "choice", effects)
        for name, choice in choices.items():
            column = f"choice.{step.id}.{name}" if len(choices) > 1 else f"choice.{step.id}"
            self.state[column] = choice.options[chosen[name]].number
            self.on_record = self.on_record and chosen[name] == choice.record.option
        self._leave()
        self._advance()

    def _bargain(self, move: TableMove) -> None:
        talks, step = self.table, self.step
        assert step is not None, "the game is over"
        self.on_record = self.on_record and self._is_recorded(talks, move)
        points, effects = self._press(talks) if move.kind == "press" else (0, [])
        session_over = talks.move(move, points)
        self._happen(step.id, "table-move", effects)
        if session_over:
            self._initial(talks)
        if talks.closed:
            self._close(talks)
        if session_over:
            self._leave()
            self._advance()
        else:
            self._note_silence_of_record(talks)

    def _is_recorded(self, talks: Talks, move: TableMove) -> bool:
        recorded = talks.table.record.moves.get(talks.session, ())
        if talks.turn >= len(recorded):
            return False
        expected = recorded[talks.turn]
        same_words = dict(expected.terms) == dict(move.terms) and expected.issue == move.issue
        same_agenda = set(expected.issues) == set(move.issues)
        return expected.party == talks.mover and expected.kind == move.kind and same_words and same_agenda

    def _note_silence_of_record(self, talks: Talks) -> None:
        if talks.turn >= len(talks.table.record.moves.get(talks.session, ())):
            self.on_record = False

    def _press(self, talks: Talks) -> tuple[int, list[Effect]]:
        press = talks.table.press
        assert press is not None, "this table has no press"
        outcomes = list(press.outcomes.values())
        place = salt("press", talks.session, talks.turn)
        outcome = outcomes[self._draw(place, [outcome.odds for outcome in outcomes])]
        return outcome.points, [*press.price, *outcome.effects]

    def _draw(self, place: int, odds: list[Formula]) -> int:
        weights = [number(formula.tree, self.state.__getitem__) for formula in odds]
        assert min(weights) >= 0, f"odds below nothing: {weights}"
        return self._dice.weighted(place, 0, weights)

    # The calendar.

    def _advance(self) -> None:
        while not self.over and not self._open(self._steps[self._position]):
            self._leave()

    def _leave(self) -> None:
        """Goes past the present step; promises due at a table wait for its close, all others are settled here."""
        step = self._steps[self._position]
        talks = self.talks.get(step.id)
        if talks is None or talks.closed:
            self._settle(step.id)
        self._position += 1
        self.step = self._steps[self._position] if self._position < len(self._steps) else None

    def _open(self, step: Step) -> bool:
        """Lets a step happen as far as it does so by itself, and tells whether somebody must decide."""
        if isinstance(step.body, Resume):
            return self._resume(step, step.body.table)
        if not holds(step.when, self.state.__getitem__):
            self._skip(step)
            return False
        if isinstance(step.body, Table):
            self._sit(step, Talks(step.body, self._refuser(step.body)))
            return True
        if isinstance(step.body, Chance):
            self._chance(step, step.body)
        elif isinstance(step.body, Dispatch):
            self._happen(step.id, "dispatch", step.body.effects)
        return isinstance(step.body, Mapping)

    def _refuser(self, table: Table) -> Refusal:
        """Makes the word of a table's absentees: each judges by what it knows when it is asked."""

        def refuses(issue: str, option: str) -> bool:
            asked = {name: one for name, one in table.issues[issue].absent.items() if option in one.to}
            return any(not holds(one.consents, self.reader(name)) for name, one in asked.items())

        return refuses

    def _skip(self, step: Step) -> None:
        if isinstance(step.body, Table):
            self.state[f"agreed.{step.id}"] = Outcome.NOT_HELD
        self.happenings.append(Happening(step.id, "skipped"))

    def _sit(self, step: Step, talks: Talks) -> None:
        self.talks[talks.table.sessions[0]] = talks
        talks.open_session(step.id)
        self.happenings.append(Happening(step.id, "session-opened"))
        self._note_silence_of_record(talks)

    def _resume(self, step: Step, table: str) -> bool:
        talks = self.talks.get(table)
        if talks is not None and not talks.closed and holds(step.when, self.state.__getitem__):
            self._sit(step, talks)
            return True
        self.happenings.append(Happening(step.id, "skipped"))
        if talks is not None and not talks.closed and step.id == talks.table.sessions[-1]:
            talks.close()
            self._close(talks)
        return False

    def _chance(self, step: Step, chance: Chance) -> None:
        outcomes = list(chance.outcomes.values())
        outcome = outcomes[self._draw(salt("chance", step.id), [outcome.odds for outcome in outcomes])]
        if self.follow_record and self.on_record and chance.record is not None:
            outcome = chance.outcomes[chance.record]
        self._happen(step.id, "chance", outcome.effects)
        self.state[f"chance.{step.id}"] = outcome.number
        if chance.seals is not None:
            column = self.scenario.columns[chance.seals]
            assert column.values is not None, f"{chance.seals} is sealed and has no named values"
            self.state[chance.seals] = column.low + column.values.index(outcome.id)

    def _close(self, talks: Talks) -> None:
        """Applies the effects of how a table ended, all together, and writes it down; then promises due with it."""
        assert talks.outcome is not None, "the table is still open"
        step, table, agreed = talks.table.sessions[0], talks.table, talks.agreed()
        options = {name: table.issues[name].options[option] for name, option in agreed.items()}
        effects = [effect for option in options.values() for effect in option.effects]
        if talks.outcome in table.ends:
            effects.extend(table.ends[talks.outcome].effects)
        if f"walked-out.{step}" in self.state:
            self.state[f"walked-out.{step}"] = 2 + table.parties.index(talks.walked_out) if talks.walked_out else 1
        for party in table.parties:
            if f"backed-down.{step}.{party}" in self.state:
                self.state[f"backed-down.{step}.{party}"] = 1 + talks.backed_down(party)
        self._happen(step, "table-closed", effects)
        self.state[f"agreed.{step}"] = talks.outcome
        for name, option in options.items():
            self.state[f"agreed.{step}.{name}"] = option.number
            if f"wording.{step}.{name}" in self.state:
                self.state[f"wording.{step}.{name}"] = option.wording
        self._settle(step)

    def _initial(self, talks: Talks) -> None:
        """Writes down at the end of a session what has been initialled by now, as far as anybody reads it."""
        for name, option in talks.initialled.items():
            column = f"initialled.{talks.table.sessions[0]}.{name}"
            if column in self.state:
                self.state[column] = talks.table.issues[name].options[option].number

    def _settle(self, step: str) -> None:
        """Settles the open promises that are due now, all on the same state, as one step."""
        read = dict(self.state).__getitem__
        items: dict[str, list[Item]] = {}
        for promise in self.scenario.promises.values():
            came, points = self._came_to(promise, step, read)
            if came is None:
                continue
            column = f"promise.{promise.id}"
            items[column] = [Item(promise.text.address, came - self.state[column], "set")]
            for other in promise.to if came is not PromiseState.LAPSED else ():
                item = Item(promise.text.address, points, "effect")
                items.setdefault(f"standing.{promise.by}.{other}", []).append(item)
        changes = [write(self.scenario.columns[name], self.state, parts) for name, parts in items.items()]
        if changes:
            now = self._steps[self._position].id
            self.happenings.append(Happening(now, "promise", tuple(changes)))

    def _came_to(self, promise: Promise, step: str, read: Reader) -> tuple[PromiseState | None, int]:
        """What an open promise has come to at a step, None if it is not settled there, and its points of standing."""
        state = read(f"promise.{promise.id}")
        is_open = state in (PromiseState.OPEN, PromiseState.OPEN_ELASTIC)
        if not is_open or step not in (*promise.due_before, promise.due):
            return None, 0
        if promise.lapses_when is not None and holds(promise.lapses_when, read):
            return PromiseState.LAPSED, 0
        if holds(promise.kept_when, read):
            return (PromiseState.KEPT, promise.kept) if step == promise.due else (None, 0)
        if state == PromiseState.OPEN_ELASTIC:
            assert promise.stretched is not None, f"{promise.id} is open in elastic words and cannot be stretched"
            return PromiseState.STRETCHED, -promise.stretched
        return PromiseState.BROKEN, -promise.broken

    def _happen(self, step: str, kind: str, effects: list[Effect] | tuple[Effect, ...]) -> None:
        changes = apply(self.scenario.columns, self.state, effects)
        self.happenings.append(Happening(step, kind, tuple(changes)))

    # How it came out.

    def ending(self) -> str:
        """The first ending that holds."""
        endings = self.scenario.endings.values()
        return next(ending.id for ending in endings if holds(ending.when, self.state.__getitem__))

    def measures(self) -> dict[str, int]:
        """Every measure on the state as it is."""
        read = self.state.__getitem__
        return {name: number(measure.value.tree, read) for name, measure in self.scenario.measures.items()}
