"""Small tables made by hand, for examples of single rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from game.engine.moves import TableMove
from game.scenario.cast import Effect, Text
from game.scenario.positions import NOWHERE
from game.scenario.table_rules import (
    Agenda,
    Hours,
    Issue,
    IssueOption,
    Outcome,
    Press,
    PressOutcome,
    Table,
    TableRecord,
    Wording,
)
from game.scenario.tree import Formula, Number
from tests.oracle.talks import Talks

WORDS = Text("", (), NOWHERE)
OPTIONS = ("no", "some", "all")


def constant(value: int) -> Formula:
    return Formula(str(value), NOWHERE, Number(value))


def issue(name: str, binds: Sequence[str]) -> Issue:
    """An issue with the options no, some and all, which stays at `no` when it stays open."""
    effects: tuple[Effect, ...] = ()
    options = {id_: IssueOption(id_, number, WORDS, effects, (), NOWHERE) for number, id_ in enumerate(OPTIONS, 1)}
    return Issue(name, WORDS, options, tuple(binds), "no", {}, {}, {}, None, NOWHERE)


def table(
    parties: Sequence[str],
    binds: Mapping[str, Sequence[str]],
    agreement: Literal["whole", "by-issue"] = "whole",
    rounds: Sequence[int] = (2,),
    pressers: Sequence[str] = (),
) -> Table:
    """A table of some parties; `binds` names the issues and whom each binds, `rounds` has one entry a session."""
    sessions = tuple(f"session-{number}" for number in range(1, len(rounds) + 1))
    outcome = PressOutcome("yields", 1, constant(1), 10, (), WORDS)
    return Table(
        parties=tuple(parties),
        agreement=agreement,
        issues={name: issue(name, bound) for name, bound in binds.items()},
        values_by={},
        linkages=(),
        walk_away={},
        walk_away_basis={},
        instructions={},
        parting={},
        press=Press(tuple(pressers), (), {"yields": outcome}, WORDS) if pressers else None,
        ends={},
        advice=(),
        record=TableRecord(Outcome.FAILED, {}, None, None, ()),
        sessions=sessions,
        rounds=dict(zip(sessions, rounds, strict=True)),
    )


def with_agenda(made: Table, live: int, each: int, *, unmoved_leave: bool = False) -> Table:
    """The same table with an agenda."""
    return replace(made, agenda=Agenda(live, each, unmoved_leave))


def with_hours(made: Table, sessions: Sequence[int], plain_words: str = "", **costs: int) -> Table:
    """The same table with hours for each session; the option `plain_words` of every issue is in plain words."""
    every = dict.fromkeys(("nominate", "propose", "accept", "press", "plain"), 0) | costs
    hours = Hours(dict(zip(made.sessions, sessions, strict=True)), **every)
    return replace(made, hours=hours, issues={name: _worded(one, plain_words) for name, one in made.issues.items()})


def _worded(made: Issue, plain_words: str) -> Issue:
    options = {
        name: replace(option, wording=Wording.PLAIN if name == plain_words else Wording.NEITHER)
        for name, option in made.options.items()
    }
    return replace(made, options=options)


def opened(made: Table) -> Talks:
    """Talks at a table, at the first move of its first session."""
    talks = Talks(made)
    talks.open_session(made.sessions[0])
    return talks


def after(talks: Talks, *moves: TableMove) -> Talks:
    """The same talks after some moves, each by whoever is the mover."""
    for move in moves:
        talks.move(move)
    return talks
