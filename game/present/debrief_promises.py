"""The debrief's chapter of words given: who promised what to whom and when, and what came of it, and when.

It tells what the accounts of the promises tell, and weighs nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.game import Game
from game.engine.happenings import Happening, took_place
from game.engine.history import CHANCE
from game.present.debrief_parts import Case, Pair, Section
from game.present.reader import Reader
from game.scenario.cast import Promise, PromiseState
from game.scenario.model import Step

_OPEN = (PromiseState.OPEN, PromiseState.OPEN_ELASTIC)


def promises(reader: Reader, game: Game) -> Section:
    """Tells every word that was given, and what came of it."""
    states = {id_: PromiseState(game.values()[f"promise.{id_}"]) for id_ in reader.scenario.promises}
    cases = tuple(
        _promise(reader, game, reader.scenario.promises[id_], state)
        for id_, state in states.items()
        if state is not PromiseState.NOT_MADE
    )
    return Section("promises", reader.speech("debrief.promises"), cases)


def _promise(reader: Reader, game: Game, promise: Promise, state: PromiseState) -> Case:
    say = reader.speech
    words = say(f"debrief.promise.state.{state.id}")
    return Case(
        heading=reader.line(promise.text),
        marks=(words, *((say("debrief.promise.secret"),) if promise.secret else ())),
        pairs=(
            Pair(say("debrief.promise.by"), reader.party(promise.by)),
            Pair(say("debrief.promise.to"), reader.parties(promise.to)),
            Pair(say("debrief.promise.given"), _given(reader, game, promise)),
            Pair(say("debrief.promise.state"), _came(reader, game, promise, words)),
        ),
    )


def _given(reader: Reader, game: Game, promise: Promise) -> str:
    """When it was given; what stood before anybody decided anything is older than the game."""
    began = next((entry.seq for entry in game.path if entry.seat != CHANCE), 0)
    for happening, after in _changes(game, promise):
        if after in _OPEN and happening.seq >= began:
            return _place(reader, game, reader.scenario.steps[happening.step])
    return reader.speech("debrief.promise.given.before")


def _came(reader: Reader, game: Game, promise: Promise, words: str) -> str:
    """What came of it, and when; of what is open still, when it would have fallen due."""
    settled = [happening for happening, after in _changes(game, promise) if after not in _OPEN]
    if settled:
        place = _place(reader, game, reader.scenario.steps[settled[-1].step])
        return reader.speech("debrief.promise.came", state=words, place=place)
    due = reader.dates(reader.scenario.steps[promise.due])
    return reader.speech("debrief.promise.came.open", state=words, dates=due)


def _changes(game: Game, promise: Promise) -> Iterator[tuple[Happening, PromiseState]]:
    for happening in game.happenings:
        for account in happening.accounts:
            if account.column == f"promise.{promise.id}" and account.before != account.after:
                yield happening, PromiseState(account.after)


def _place(reader: Reader, game: Game, step: Step) -> str:
    """The date of a step and its title, where it took place: a word may fall due at one that was passed by."""
    dates = reader.dates(step)
    held = any(happening.step == step.id and took_place(happening) for happening in game.happenings)
    return reader.speech("words.beside", first=dates, second=reader.line(step.title)) if held else dates
