"""The staff's estimate of a choice, in words: what each option is expected to lead to, and what advisers make of it.

The figures come of games imagined by what the party knows and believes (`game.players.foresight`); the policy and the
number of games are said on the page. Nothing here reckons more than shares and quantiles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from game.engine.asks import ChoiceAsk
from game.engine.game import Game
from game.errors import MoveRefused
from game.present.parts import Action, Prose
from game.present.reader import Reader
from game.present.speech import Speech
from game.present.staff_parts import Expectation, Likelihood, Recommendation, StaffPage
from game.scenario.cast import Advice
from game.scenario.model import Choice
from game.scenario.reads import columns_read

if TYPE_CHECKING:
    from game.players.foresight import Forecast, Foresight

_ODDS = ((95, "sure"), (75, "likely"), (55, "rather"), (45, "even"), (25, "less"), (10, "unlikely"), (2, "hardly"))
"""From how many games of 100 on odds are called so; below all of them it is `never`."""
_TOLD = 3
"""Endings that fewer games of 100 came to are told together."""
_ALL = 99.5
"""From so many games of 100 on, all of them are said to have come there."""
_MOST_ADVISERS = 3
_NEAR = 1.0
"""Options whose means differ by less than this are told as alike."""


class Staff:
    """Makes the page of a choice once, for a face that asks for it again and again."""

    def __init__(self) -> None:
        self._made: tuple[tuple[int, str, Speech], StaffPage] | None = None

    def page(self, reader: Reader, game: Game) -> StaffPage:
        """Returns the estimate of the choice at hand: made anew where the game, the seat or the language changes."""
        here = game.seq, reader.seat, reader.speech
        if self._made is None or self._made[0] != here:
            self._made = here, staff_page(reader, game)
        return self._made[1]


def staff_page(reader: Reader, game: Game) -> StaffPage:
    """Makes the estimate of the choice that the reader's party has to make.

    Raises:
        MoveRefused: when it has no choice to make now.
    """
    party, step = reader.seat, game.step
    ask = game.ask(party)
    if not isinstance(ask, ChoiceAsk) or step is None or not isinstance(step.body, Mapping):
        raise MoveRefused(reader.speech("staff.no-choice"))
    choice = step.body[party]
    forecast = _foresight().look_ahead(ask)
    order = reader.view.options_in_order(step.id, party)
    options = told_once(
        [
            _expectation(reader, choice, forecast, ask.options.index(id_), number)
            for number, id_ in enumerate(order, start=1)
        ],
        reader.speech,
    )
    games = reader.speech.number(forecast.games)
    return StaffPage(
        title=reader.speech("staff.title"),
        seat=reader.party(party),
        policy=(reader.speech("staff.policy", games=games), reader.speech("staff.tables")),
        options=options,
        advisers=_recommendations(reader, party, choice, options),
        caution=_caution(reader, options),
        meanings=_meanings(reader, options),
        actions=(Action("back", reader.speech("staff.back")),),
    )


@lru_cache(maxsize=1)
def _foresight() -> Foresight:
    """Keeps what parties imagine of a program from one estimate to the next."""
    from game.players.foresight import Foresight

    return Foresight()


def _expectation(reader: Reader, choice: Choice, forecast: Forecast, place: int, number: int) -> Expectation:
    option = choice.options[forecast.options[place]]
    text = reader.line(option.text)
    if not forecast.legal[place, 0]:
        closed = reader.line(option.why_not) or reader.speech("option.closed")
        return Expectation(option.id, number, text, False, closed, 0, 0, 0, 0.0, ())
    low, middle, high = _spread(forecast, place)
    mean = float(forecast.expected[place, 0]) / (forecast.games * forecast.total_weight or 1)
    words = reader.speech("staff.interest", low=low, middle=middle, high=high, mean=f"{mean:.0f}")
    return Expectation(option.id, number, text, True, words, low, middle, high, mean, _endings(reader, forecast, place))


def told_once(options: Sequence[Expectation], speech: Speech) -> tuple[Expectation, ...]:
    """The options with figures that repeat those of an earlier one left out, and that said instead."""
    first: dict[tuple[object, ...], int] = {}
    told = []
    for one in options:
        figures = (one.words, tuple((ending.title, ending.words) for ending in one.endings))
        number = first.setdefault(figures, one.number) if one.enabled else one.number
        alike = number != one.number
        told.append(replace(one, words=speech("staff.same", number=number), endings=()) if alike else one)
    return tuple(told)


def _spread(forecast: Forecast, place: int) -> tuple[int, int, int]:
    points = np.percentile(forecast.points[place, :, 0], (10, 50, 90), method="inverted_cdf").tolist()
    low, middle, high = (round(value / (forecast.total_weight or 1)) for value in points)
    return low, middle, high


def _endings(reader: Reader, forecast: Forecast, place: int) -> tuple[Likelihood, ...]:
    """The endings by how often they came; the rare ones, and those that tell of what is secret, together."""
    counts = forecast.endings[place, :, 0].tolist()
    shares = {id_: 100 * count / forecast.games for id_, count in zip(reader.scenario.endings, counts, strict=True)}
    named = (id_ for id_ in shares if shares[id_] >= _TOLD and _may_be_named(reader, id_))
    told = sorted(named, key=lambda id_: -shares[id_])
    lines = [
        _likelihood(reader, id_, reader.speech.plain(reader.scenario.endings[id_].title), shares[id_]) for id_ in told
    ]
    rest = sum(share for id_, share in shares.items() if id_ not in told)
    return (*lines, *([_likelihood(reader, "", reader.speech("staff.others"), rest)] if rest else []))


def _meanings(reader: Reader, options: tuple[Expectation, ...]) -> tuple[tuple[str, str], ...]:
    """Says once of each ending that some option may lead to what it comes to, in the file's order."""
    named = {one.ending for option in options for one in option.endings}
    told = (ending for id_, ending in reader.scenario.endings.items() if id_ in named and ending.gist is not None)
    return tuple((reader.speech.plain(ending.title), reader.line(ending.gist)) for ending in told)


def _may_be_named(reader: Reader, ending: str) -> bool:
    """Tells whether an ending rests on nothing that is hidden from the party: its title would give that away."""
    when = reader.scenario.endings[ending].when
    return when is None or all(reader.view.knows(name) == "known" for name in columns_read(when.tree))


def _caution(reader: Reader, options: tuple[Expectation, ...]) -> Prose:
    """What to bear in mind: whose odds these are, and where the options hardly differ."""
    means = [option.mean for option in options if option.enabled]
    alike = max(means, default=0.0) - min(means, default=0.0) < _NEAR and len(means) > 1
    return (*((reader.speech("staff.alike"),) if alike else ()), reader.speech("staff.caution"))


def _likelihood(reader: Reader, ending: str, title: str, share: float) -> Likelihood:
    word = "every" if share >= _ALL else next((word for least, word in _ODDS if share >= least), "never")
    whole = max(1, round(share))
    return Likelihood(ending, title, reader.speech(f"staff.odds.{word}", share=whole), whole)


def _recommendations(
    reader: Reader, party: str, choice: Choice, options: tuple[Expectation, ...]
) -> tuple[Recommendation, ...]:
    members = reader.scenario.parties[party].members
    given = [one for one in choice.advice if one.member in members and reader.view.holds(one.when)]
    return tuple(_recommendation(reader, party, one, options) for one in given[:_MOST_ADVISERS])


def _recommendation(reader: Reader, party: str, advice: Advice, options: tuple[Expectation, ...]) -> Recommendation:
    member = reader.scenario.parties[party].members[advice.member]
    meant = next(option for option in options if option.id == advice.recommends)
    best = max(option.mean for option in options if option.enabled)
    figures = {"option": meant.text, "mean": f"{meant.mean:.0f}", "best": f"{best:.0f}"}
    if not meant.enabled:
        words = reader.speech("staff.advice.closed", **figures)
    elif meant.mean == best:
        words = reader.speech("staff.advice.best", **figures)
    elif best - meant.mean < _NEAR:
        words = reader.speech("staff.advice.near", **figures)
    else:
        words = reader.speech("staff.advice.against", **figures)
    return Recommendation(
        name=reader.line(member.name),
        role=reader.line(member.role),
        words=words,
        conviction=reader.line(member.conviction),
        would_change=reader.line(advice.would_change),
    )
