"""Styles bargaining at one table many times, and what it comes to: the `bargain` verb.

Talks begin from the state that the recorded path reaches at seed 0. Where talks fail, each party is counted
with its walk-away value. Shares are of the total weight, 0–100.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import prod

import numpy as np
from numpy.typing import NDArray

from game.analysis.aims import Aims, Listening
from game.analysis.recorded import recorded_game
from game.analysis.tables import Examination, examine, table_step
from game.analysis.transcript import rounded_ratio
from game.engine.compiler import compile_scenario
from game.errors import UsageError
from game.players.seats import Seat
from game.players.strategist import Strategist
from game.players.styles import seat_of
from game.players.talks import Talked, Told, hold_talks
from game.scenario.model import Scenario
from game.scenario.table_rules import Outcome

MOST_GAMES, MOST_ROUNDS = 1_000_000, 1_000
MOST_IN_ALL = 20_000_000
"""Rounds of all talks together: about a minute."""


@dataclass(frozen=True, slots=True)
class PartyTalks:
    """One party over all talks: its mean worth beside its walk-away value and its best package, on 0–100.

    `advantage` is (worth − walk-away) / (best − walk-away), the mean; None where leaving is worth as much as
    the best package.
    """

    style: str
    worth: float
    walk_away: float
    best: float
    advantage: float | None


@dataclass(frozen=True, slots=True)
class Talks:
    """What many talks came to.

    `agreement` is the share of talks that agreed on something. `nash_product` is the mean product of gains over
    walk-away values, `welfare` the mean sum of shares, each as a part of the largest that an acceptable package
    gives; None where no package leaves everybody with a gain, or is acceptable. `rounds_begun` is a mean. `aims` are
    what the parties that plan believed and aimed at in the first of the talks.
    """

    scenario: str
    step: str
    games: int
    rounds: int | None
    seed: int
    agreement: float
    rounds_begun: float
    parties: Mapping[str, PartyTalks]
    nash_product: float | None
    welfare: float | None
    aims: tuple[Aims, ...] = ()

    def as_json(self) -> dict[str, object]:
        """Describes the talks with stable keys."""
        return {
            "scenario": self.scenario,
            "step": self.step,
            "games": self.games,
            "rounds": self.rounds,
            "seed": self.seed,
            "agreement": self.agreement,
            "rounds_begun": self.rounds_begun,
            "parties": {
                party: {
                    "style": told.style,
                    "worth": told.worth,
                    "walk_away": told.walk_away,
                    "best": told.best,
                    "advantage": told.advantage,
                }
                for party, told in self.parties.items()
            },
            "nash_product": self.nash_product,
            "welfare": self.welfare,
            "aims": {one.party: one.as_json() for one in self.aims},
        }


def bargain(
    scenario: Scenario,
    step: str,
    *,
    styles: Sequence[str],
    games: int = 1_000,
    rounds: int | None = None,
    seed: int = 0,
    told: Told | None = None,
) -> Talks:
    """Lets styles, one a party in the table's order, bargain `games` times; `rounds` makes it one session.

    `told` hears how it goes, for those who wait.

    Raises:
        UsageError: when the table, a style or a number cannot be.
    """
    opened = table_step(scenario, step)
    program = compile_scenario(scenario)
    table = program.tables[opened].table
    parties = table.parties
    _refuse(parties, styles, games, rounds)
    _refuse_long(games, sum(table.rounds) if rounds is None else rounds)
    seats = [seat_of(style) for style in styles]
    game = recorded_game(program, until=opened)
    laid_open = examine(game, opened)
    held = hold_talks(program, opened, seats, games, seed, state=game.values(), rounds=rounds, told=told)
    listening = [_listening(style) for style in styles]
    hold_talks(program, opened, listening, 1, seed, state=game.values(), rounds=rounds)
    talks = _talks(laid_open, held, dict(zip(parties, styles, strict=True)), rounds, seed)
    return replace(talks, aims=_aims(listening))


def _aims(seats: Sequence[Seat]) -> tuple[Aims, ...]:
    """Collects what seats that kept what they heard made of it."""
    found = (seat.aims() for seat in seats if isinstance(seat, Listening))
    return tuple(aims for aims in found if aims is not None)


def _listening(style: str) -> Seat:
    """Makes a seat of a style; one that plans keeps what it heard."""
    seat = seat_of(style)
    return Listening(seat) if style == Strategist.style else seat


def _refuse(parties: Sequence[str], styles: Sequence[str], games: int, rounds: int | None) -> None:
    if len(styles) != len(parties):
        raise UsageError(
            f"This table seats {', '.join(parties)}: name {len(parties)} styles in that order, parted by commas;"
            f" {len(styles)} {'was' if len(styles) == 1 else 'were'} named."
        )
    if not 1 <= games <= MOST_GAMES:
        raise UsageError(f"The number of talks should be from 1 to {MOST_GAMES:,}, not {games:,}.")
    if rounds is not None and not 1 <= rounds <= MOST_ROUNDS:
        raise UsageError(f"The number of rounds should be from 1 to {MOST_ROUNDS:,}, not {rounds:,}.")


def _refuse_long(games: int, rounds: int) -> None:
    if games * rounds > MOST_IN_ALL:
        raise UsageError(
            f"{games:,} talks of up to {rounds:,} rounds would take too long: at most {MOST_IN_ALL:,} rounds in all can"
            f" be asked for, so at most {MOST_IN_ALL // rounds:,} talks of this length."
        )


def _talks(laid_open: Examination, held: Talked, styles: Mapping[str, str], rounds: int | None, seed: int) -> Talks:
    games = len(held.outcomes)
    agreed = (held.outcomes == Outcome.WHOLE) | (held.outcomes == Outcome.PARTIAL)
    worths = np.where(agreed, held.worths, held.walk_aways).astype(np.int64)
    gains = worths - held.walk_aways
    return Talks(
        scenario=laid_open.scenario,
        step=laid_open.step,
        games=games,
        rounds=rounds,
        seed=seed,
        agreement=_part(int(agreed.sum()), games) or 0.0,
        rounds_begun=rounded_ratio(int(held.rounds.sum()), games) or 0.0,
        parties={
            party: _party(laid_open, party, style, worths[place], gains[place])
            for place, (party, style) in enumerate(styles.items())
        },
        nash_product=_nash_product(laid_open, gains),
        welfare=_welfare(laid_open, worths),
    )


def _party(
    laid_open: Examination, party: str, style: str, worths: NDArray[np.int64], gains: NDArray[np.int64]
) -> PartyTalks:
    weight, games = laid_open.total_weights[party], len(worths)
    room = laid_open.best[party] - laid_open.walk_aways[party] * weight
    return PartyTalks(
        style=style,
        worth=rounded_ratio(int(worths.sum()), games * weight) or 0.0,
        walk_away=float(laid_open.walk_aways[party]),
        best=laid_open.share(party, laid_open.best[party]),
        advantage=_part(int(gains.sum()), games * room) if room > 0 else None,
    )


def _nash_product(laid_open: Examination, gains: NDArray[np.int64]) -> float | None:
    if not laid_open.nash:
        return None
    floors = {party: laid_open.walk_aways[party] * laid_open.total_weights[party] for party in laid_open.parties}
    largest = prod(laid_open.nash[0].worths[party] - floors[party] for party in laid_open.parties)
    products = np.maximum(gains, 0).astype(np.float64).prod(axis=0)
    return round(float(products.mean()) / largest, 4)


def _welfare(laid_open: Examination, worths: NDArray[np.int64]) -> float | None:
    if not laid_open.utilitarian:
        return None
    weights = [laid_open.total_weights[party] or 1 for party in laid_open.parties]
    best = laid_open.utilitarian[0]
    largest = sum(best.worths[party] / weight for party, weight in zip(laid_open.parties, weights, strict=True))
    shares = (worths / np.asarray(weights, np.float64)[:, None]).sum(axis=0)
    return round(float(shares.mean()) / largest, 4) if largest > 0 else None


def _part(count: int, whole: int) -> float | None:
    """Divides to four decimals, half up."""
    return (20_000 * count + whole) // (2 * whole) / 10_000 if whole else None
