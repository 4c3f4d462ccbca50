"""The debrief's look at guesses: what was taken for another side's wishes, beside what it had in its file."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from game.analysis.guessed import Guess
from game.analysis.guesses import Truth, told_on, truth_of
from game.engine.game import Game
from game.present.debrief_parts import Case, Pair, Section
from game.present.debrief_talks import talks_title
from game.present.reader import Reader
from game.scenario.table_rules import Table


def guesses(reader: Reader, game: Game, made: Sequence[Guess]) -> Section:
    """Sets the first and the last guess of each side at each table beside the truth."""
    told = told_on(game, tuple(made))
    cases = [
        _case(reader, game, list(alike)) for _, alike in groupby(told, lambda one: (one.table, one.party, one.other))
    ]
    return Section("guesses", reader.speech("debrief.guesses"), tuple(cases))


def _case(reader: Reader, game: Game, made: list[Guess]) -> Case:
    first, last, truth = made[0], made[-1], truth_of(game, made[0])
    shown = [first] if first is last else [first, last]
    say = reader.speech
    pairs = [
        _pair(reader, one, truth, "only" if len(shown) == 1 else name)
        for one, name in zip(shown, ("first", "last"), strict=False)
    ]
    held = say("debrief.guess.truth", issues=_issues(reader, first.table, truth.dearest), least=truth.least)
    return Case(
        heading=talks_title(reader, game, first.table),
        marks=(say("debrief.guess.who", party=reader.party(first.party), other=reader.inside(first.other)),),
        pairs=(*pairs, Pair(say("debrief.guess.held"), held)),
    )


def _pair(reader: Reader, guess: Guess, truth: Truth, name: str) -> Pair:
    say = reader.speech
    words = []
    if guess.dearest:
        common = len(set(guess.dearest) & set(truth.dearest))
        issues = _issues(reader, guess.table, guess.dearest)
        words.append(say.count("debrief.guess.dearest", common, issues=issues, of=len(guess.dearest)))
    if guess.least is not None:
        gap = abs(guess.least - truth.least)
        words.append(say.count("debrief.guess.least", gap, least=guess.least))
    return Pair(say(f"debrief.guess.{name}"), " ".join(words) or say("debrief.guess.nothing"))


def _issues(reader: Reader, table: str, issues: Sequence[str]) -> str:
    body = reader.scenario.steps[table].body
    assert isinstance(body, Table)
    return "; ".join(reader.line(body.issues[issue].name) for issue in issues)
