"""Promises among the news: given, kept, broken, stretched or lapsed, at length and for a list.

A word that nobody gives by a decision or at a table was given before the game: it is told as one that binds. It is
given happenings that a view has let through; what became of all promises, `game.present.debrief_promises` tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.present.joining import unended
from game.present.parts import Prose
from game.present.reader import Reader
from game.scenario.cast import PromiseState
from game.scenario.model import Dispatch

if TYPE_CHECKING:
    from game.engine.accounts import Account
    from game.engine.happenings import Happening

_GIVEN = (PromiseState.OPEN, PromiseState.OPEN_ELASTIC)
_SETTLED_WELL = (PromiseState.KEPT, PromiseState.LAPSED)


def promises_settled(reader: Reader, happening: Happening) -> list[Account]:
    """The accounts of promises that were made or settled here."""
    columns = {f"promise.{id_}" for id_ in reader.scenario.promises}
    return [account for account in happening.accounts if account.column in columns]


def promise_words(reader: Reader, happening: Happening) -> Prose:
    """What was promised, kept or broken here, as the accounts of promises tell."""
    settled = promises_settled(reader, happening)
    return tuple(_told(reader, happening, _id(account), PromiseState(account.after)) for account in settled)


def promises_in_brief(reader: Reader, happening: Happening) -> Prose:
    """The same for a list: what one party gave in one sentence, and what was kept, or lapsed, without its text."""
    alike: dict[tuple[str, PromiseState], list[str]] = {}
    for account in promises_settled(reader, happening):
        by = reader.scenario.promises[_id(account)].by
        alike.setdefault((by, PromiseState(account.after)), []).append(_id(account))
    return tuple(line for (by, state), ids in alike.items() for line in _alike(reader, happening, by, state, ids))


def _alike(reader: Reader, happening: Happening, by: str, state: PromiseState, ids: Sequence[str]) -> Prose:
    promises = [reader.scenario.promises[id_] for id_ in ids]
    if state in _SETTLED_WELL:
        to = dict.fromkeys(other for promise in promises for other in promise.to)
        others = reader.speech.listed([reader.inside(other) for other in to])
        return (reader.speech(f"promise.brief.{state.id}", party=reader.party(by), others=others),)
    if len(ids) == 1 or state not in _GIVEN:
        return tuple(_told(reader, happening, id_, state) for id_ in ids)
    texts = reader.speech("terms.between").join(unended(reader.line(promise.text)) for promise in promises)
    return (reader.speech(f"promise.brief.{_how(reader, happening, state)}", party=reader.party(by), promises=texts),)


def _told(reader: Reader, happening: Happening, id_: str, state: PromiseState) -> str:
    promise = reader.scenario.promises[id_]
    key = f"promise.told.{_how(reader, happening, state)}"
    return reader.speech(key, party=reader.party(promise.by), promise=reader.line(promise.text))


def _how(reader: Reader, happening: Happening, state: PromiseState) -> str:
    """What became of a promise, where one that a dispatch brings is not given now, but binds."""
    brought = isinstance(reader.scenario.steps[happening.step].body, Dispatch)
    return "bound" if brought and state is PromiseState.OPEN else state.id


def _id(account: Account) -> str:
    return account.column.removeprefix("promise.")
