"""What the short game decided for its persons: which entries those are, and how its news are told in brief.

In the short game the program takes the lesser decisions of a person. They are marked wherever they are told. Its news
are a list, a line for each step, with the whole text at hand; told at length, what several decisions taken for a person
came to is one summary. Nothing here decides or draws.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.engine.happenings import table_of
from game.engine.moves import Choose
from game.players.match import SHORT_GAME
from game.present.accounts import account_lines, moved_most, net
from game.present.dates import date_words
from game.present.entering import was_before
from game.present.happened import Taken, agreed_lines, closings, event_words, happened, settled_so_far
from game.present.joining import unended
from game.present.moves import choice_of
from game.present.offers import last_offers
from game.present.parts import Happened, Prose
from game.present.promised import promise_words, promises_in_brief
from game.present.reader import Reader
from game.scenario.model import Step
from game.scenario.table_rules import Table

if TYPE_CHECKING:
    from game.engine.game import Game
    from game.engine.happenings import Happening
    from game.engine.history import Entry

_FEW = 3
"""As many figures are named in brief; all stand where the state is told."""
_FEW_STEPS = 2
"""As many steps as are told in full, with a mark."""
_BY_THE_WAY = ("promise", "skipped")
"""What happens as the path comes past a step, whether or not the step takes place."""


@dataclass(frozen=True, slots=True)
class _Parted:
    """News before the first thing that was taken for a person, from there to the last, and after it."""

    before: Sequence[Happening]
    between: Sequence[Happening]
    after: Sequence[Happening]


def was_spared(entry: Entry) -> bool:
    """Whether the short game made this move for a person."""
    return entry.reason == SHORT_GAME


def was_taken(entry: Entry) -> bool:
    """Whether no person made this move: the short game did, or it was played before any came in."""
    return was_spared(entry) or was_before(entry)


def taken_on(game: Game) -> Taken:
    """The steps and parties of the present path at which the short game moved for a person.

    A step that was played before any person came in stands without a party.
    """
    return frozenset((entry.step, "" if was_before(entry) else entry.seat) for entry in game.path if was_taken(entry))


def told(
    reader: Reader, fresh: Sequence[Happening], everything: Sequence[Happening], taken: Taken
) -> tuple[Happened, ...]:
    """Tells the news, what was taken for persons as one summary if it is more than a little."""
    before = {step for step, party in taken if not party}
    places = [place for place, one in enumerate(fresh) if one.step in before and one.kind not in _BY_THE_WAY]
    if places:
        first, own = places[-1] + 1, frozenset(pair for pair in taken if pair[1])
        return (_summary_before(reader, fresh[:first], own), *told(reader, fresh[first:], everything, own))
    parted = _parted(fresh, taken)
    if len({one.step for one in parted.between if one.kind not in _BY_THE_WAY}) <= _FEW_STEPS:
        return happened(reader, fresh, everything, taken)
    return (
        *happened(reader, parted.before, everything, taken),
        _summary(reader, parted.between, everything, taken),
        *happened(reader, parted.after, everything, taken),
    )


def in_brief(
    reader: Reader, fresh: Sequence[Happening], everything: Sequence[Happening], taken: Taken
) -> tuple[Happened, ...]:
    """Tells the news as one list, a line for each step; the figures that moved most with all of them stand beneath it.

    Of what the person decided last only what came of it is told, and of what nobody decided the first paragraph; of
    talks at which the person did not sit the last session, and the terms.
    """
    told = _last_sessions(reader, fresh)
    steps = [reader.scenario.steps[id_] for id_ in dict.fromkeys(one.step for one in told)]
    lines = [_line(reader, step, [one for one in told if one.step == step.id], taken, brief=True) for step in steps]
    accounts = account_lines(reader, moved_most(reader, (account for one in fresh for account in one.accounts), _FEW))
    if not any(lines) and not accounts:
        return ()
    late = any((step.id, "") in taken for step in steps)
    begun = any(one.party == reader.seat and one.move and not _was_held(reader, one, taken) for one in everything)
    return (
        Happened(
            step="",
            date=date_words(reader.speech, steps[0].date, steps[-1].until or steps[-1].date),
            title=reader.speech("late.title" if late else "short.brief.since" if begun else "short.brief.first"),
            words=(reader.speech("late.intro"),) if late else (),
            accounts=accounts,
            lines=tuple(line for line in lines if line),
        ),
    )


def _last_sessions(reader: Reader, fresh: Sequence[Happening]) -> list[Happening]:
    """The news without the end of a session after which that table sat again, or closed."""
    ends = [one for one in fresh if one.kind in ("session-closed", "table-closed")]
    last = {_first_session(reader, one): (one.seq, one.kind) for one in ends}
    return [one for one in fresh if one not in ends or (one.seq, one.kind) == last[_first_session(reader, one)]]


def _first_session(reader: Reader, happening: Happening) -> str:
    table = table_of(reader.scenario.steps[happening.step], reader.scenario)
    return table.sessions[0] if table is not None else happening.step


def _was_held(reader: Reader, happening: Happening, taken: Taken) -> bool:
    """Whether the viewer did not sit there in person: others did, or the program for them."""
    table = table_of(reader.scenario.steps[happening.step], reader.scenario)
    elsewhere = table is not None and reader.seat not in table.parties
    return elsewhere or (happening.step, reader.seat) in taken or (happening.step, "") in taken


def _parted(fresh: Sequence[Happening], taken: Taken) -> _Parted:
    steps = {step for step, _ in taken}
    places = [place for place, one in enumerate(fresh) if one.step in steps and one.kind not in _BY_THE_WAY]
    if not places:
        return _Parted(fresh, (), ())
    first, last = places[0], places[-1] + 1
    return _Parted(fresh[:first], fresh[first:last], fresh[last:])


def _summary_before(reader: Reader, between: Sequence[Happening], taken: Taken) -> Happened:
    """What happened before the persons came in, a line for each step; how things stand is at hand elsewhere."""
    steps = [reader.scenario.steps[id_] for id_ in dict.fromkeys(one.step for one in between)]
    told = [one for one in between if one.kind != "session-closed"]
    own = reader.seat in reader.scenario.parties
    lines = (_line(reader, step, [one for one in told if one.step == step.id], taken) for step in steps)
    return Happened(
        step="",
        date=date_words(reader.speech, steps[0].date, steps[-1].until or steps[-1].date),
        title=reader.speech("late.title" if own else "late.untold"),
        words=(reader.speech("late.intro"),) if own else (),
        accounts=(),
        lines=tuple(line for line in lines if line),
    )


def _summary(reader: Reader, between: Sequence[Happening], everything: Sequence[Happening], taken: Taken) -> Happened:
    steps = [reader.scenario.steps[id_] for id_ in dict.fromkeys(one.step for one in between)]
    first, last = steps[0], steps[-1]
    closed = closings(between)
    told_once = [one for one in between if one.kind != "session-closed" or (one.seq, one.step) not in closed]
    lines = (_line(reader, step, [one for one in told_once if one.step == step.id], taken) for step in steps)
    return Happened(
        step="",
        date=date_words(reader.speech, first.date, last.until or last.date),
        title=reader.speech("short.title"),
        words=(reader.speech("short.intro"),),
        accounts=account_lines(reader, net(account for one in between for account in one.accounts)),
        lines=(
            *(line for line in lines if line),
            *(reader.speech("closed.terms", terms=line) for one in between for line in agreed_lines(reader, one)),
            *_offers(reader, between, everything),
        ),
    )


def _offers(reader: Reader, between: Sequence[Happening], everything: Sequence[Happening]) -> Prose:
    """What each side last offered at the talks that the program held, and that came to nothing yet."""
    agreed = {one.step for one in between if one.kind == "table-closed" and one.outcome == "whole"}
    tables = (table_of(reader.scenario.steps[one.step], reader.scenario) for one in between)
    begun = {table.sessions[0]: table for table in tables if table is not None}
    until = between[-1].seq
    said = [one for one in everything if one.seq <= until]
    return tuple(
        line.words
        for first, table in begun.items()
        if not agreed & set(table.sessions)
        for line in last_offers(reader, said, first)
    )


def _line(reader: Reader, step: Step, here: Iterable[Happening], taken: Taken, *, brief: bool = False) -> str:
    """What happened at one step, in a line; of what nobody decided the first paragraph alone."""
    pieces = _brief_pieces if brief else _pieces
    words = [piece for one in here for piece in pieces(reader, step, one, taken)]
    if not words:
        return ""
    return reader.speech("short.line", date=reader.dates(step), title=reader.line(step.title), words=" ".join(words))


def _pieces(reader: Reader, step: Step, happening: Happening, taken: Taken) -> Prose:
    return (*_step_words(reader, step, happening, taken), *promise_words(reader, happening))


def _step_words(reader: Reader, step: Step, happening: Happening, taken: Taken) -> Prose:
    words = event_words(reader, step, happening)
    if happening.kind == "choice" and happening.party == reader.seat and (step.id, happening.party) in taken:
        words = _taken_words(reader, step, happening)
    if happening.kind == "session-closed":
        table = table_of(step, reader.scenario)
        goes_on = table is not None and step.id != table.sessions[-1]
        words = (_session_words(reader, table, step),) if table is not None and goes_on else ()
    elif happening.kind != "table-closed":
        words = words[:1]
    return words


def _session_words(reader: Reader, table: Table, step: Step) -> str:
    """That a session held by the program is over: what is settled by then is told by its number."""
    if table.agreement != "by-issue":
        return reader.speech("short.session")
    settled = len(settled_so_far(reader, table, step))
    return reader.speech.count("short.session.settled", settled) if settled else reader.speech("short.session.by-issue")


def _brief_pieces(reader: Reader, step: Step, happening: Happening, taken: Taken) -> Prose:
    """The same for a list of all news: not again what we decided, or heard at our own table."""
    own = happening.kind == "choice" and happening.party == reader.seat
    if own and (step.id, happening.party) in taken:
        words = _taken_words(reader, step, happening, "short.own.brief")
    elif own and (step.id, "") not in taken:
        words = event_words(reader, step, happening)[1:2]
    elif happening.kind == "table-closed":
        ended, *more = event_words(reader, step, happening)
        terms = agreed_lines(reader, happening)
        if not terms:
            words = (ended, *more[:1])
        elif _was_held(reader, happening, taken):
            words = _terms(reader, happening, ended, terms)
        else:
            words = (ended,)
    elif happening.kind == "absentee-refused" and not _was_held(reader, happening, taken):
        words = ()
    else:
        words = _step_words(reader, step, happening, taken)
    return (*words, *promises_in_brief(reader, happening))


def _terms(reader: Reader, closing: Happening, ended: str, terms: Prose) -> Prose:
    """The terms of talks in a line, sentence after sentence; that all was agreed they say by themselves."""
    agreed = reader.speech("short.terms", terms=reader.speech("short.terms.between").join(terms))
    return (agreed,) if closing.outcome == "whole" else (ended, agreed)


def _taken_words(reader: Reader, step: Step, happening: Happening, key: str = "short.own") -> Prose:
    """What was decided for us; in a summary without saying again who decided it: that stands above all lines."""
    choice = choice_of(step, reader.seat)
    if choice is None or not isinstance(happening.move, Choose):
        return ()
    return (reader.speech(key, option=unended(reader.line(choice.options[happening.move.option].text))),)
