"""The strategist: never below its walk-away value, not to be waited out, the same for one talk and for many."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from game.engine.asks import ACCEPT, PROPOSE, WALK_OUT, ChoiceAsk, Numbers, TableAsk, TableMoves
from game.engine.chance import Stream
from game.engine.tables import CompiledTable
from game.negotiation.packages import enumerate_packages
from game.negotiation.planning import plan_for
from game.negotiation.worths import Valuation
from game.players.seats import Seat
from game.players.strategist import Strategist
from game.players.styles import seat_of
from game.scenario.table_rules import Outcome
from tests.benchmarks.bargaining_domains import Domain, invented
from tests.benchmarks.bargaining_rig import Curves, talk
from tests.benchmarks.unseen_domains import unseen
from tests.benchmarks.unseen_opponents import Decision, Outsider, Sight
from tests.players.tables import Held, drawn_table, hold, table_of

SIZES = ((4, 3, 3), (3, 3, 2, 2), (5, 4), (2, 3, 4, 2))
DOMAINS = [invented(seed, most=800) for seed in (1, 3, 4, 7, 8, 13)]


class Scripted:
    """A party of few words: it offers what `speaks` finds, and accepts nothing."""

    style = "scripted"
    looks_back = True
    recalls = True

    def choose(self, ask: ChoiceAsk, stream: Stream) -> Numbers:
        raise AssertionError("it sits at tables alone")

    def bargain(self, ask: TableAsk, stream: Stream) -> TableMoves:
        kind = np.full(ask.rows, WALK_OUT if ask.final else PROPOSE, np.int8)
        return TableMoves(kind, self.speaks(ask), np.zeros_like(kind))

    def speaks(self, ask: TableAsk) -> np.ndarray:
        raise NotImplementedError


class Hardliner(Scripted):
    """Says its best for ever."""

    def speaks(self, ask: TableAsk) -> np.ndarray:
        values = ask.table.valuations[ask.party][0]
        packages = enumerate_packages([len(score) - 1 for score in values.scores])
        return packages[:, [int(values.worth(packages).argmax())]].repeat(ask.rows, axis=1)


class Copycat(Scripted):
    """Says what the other said."""

    def speaks(self, ask: TableAsk) -> np.ndarray:
        return np.maximum(ask.positions[1 - ask.party], 1)


class Giver(Scripted):
    """Offers what gives the other most but for its very best."""

    def speaks(self, ask: TableAsk) -> np.ndarray:
        values = ask.table.valuations[1 - ask.party][0]
        packages = enumerate_packages([len(score) - 1 for score in values.scores])
        worths = values.worth(packages)
        second = int(np.where(worths < worths.max(), worths, -1).argmax())
        return packages[:, [second]].repeat(ask.rows, axis=1)


class Searcher(Scripted):
    """Comes down option by option to what is worth a little to the other, and goes back to its best."""

    SAID = (20, 19, 18, 17, 11, 16, 15, 14, 20)

    def speaks(self, ask: TableAsk) -> np.ndarray:
        return np.full((1, ask.rows), self.SAID[min(ask.round, len(self.SAID) - 1)], np.int8)


def wanders(sight: Sight, random: np.random.Generator) -> Decision:
    """Offers one package after the other from its best downwards, and takes seven tenths of what there is, no less."""
    last = sight.floor + 0.7 * (1 - sight.floor)
    return len(sight.own) if sight.passed < sight.all - 1 else sight.pleasing(last), last


def others() -> list[Seat]:
    return [Hardliner(), Copycat(), seat_of("random")]


def held_with(table: CompiledTable, other: Seat, place: int, walk_aways: np.ndarray, seed: int) -> Held:
    seats: list[Seat] = [Strategist(), other] if place == 0 else [other, Strategist()]
    return hold(table, seats, walk_aways, seed=seed)


@pytest.mark.parametrize("other", others(), ids=["hardliner", "copycat", "random"])
def test_it_never_offers_or_takes_less_than_its_walk_away_value_on_a_thousand_tables(other: Seat) -> None:
    offered = accepted = 0
    for seed in range(84):
        table, place = drawn_table(SIZES[seed % 4], 2, seed, (5,), linkages=seed % 3), seed % 2
        walk_aways = np.random.default_rng(seed).integers(0, 101, (2, 12))
        values = table.valuations[place][0]
        for ask, moves, in_session in held_with(table, other, place, walk_aways, seed).moves:
            if ask.party == place:
                needed = ask.walk_away * values.total_weight
                offers, accepts = ((moves.kind == kind) & (in_session == 1) for kind in (PROPOSE, ACCEPT))
                assert (values.worth(moves.terms)[offers] >= needed[offers]).all()
                assert (values.worth(ask.standing)[accepts] >= needed[accepts]).all()
                offered, accepted = offered + int(offers.sum()), accepted + int(accepts.sum())
    assert offered and (accepted or isinstance(other, Hardliner | Copycat))


def advantage(domain: Domain, seats: list[Seat], rounds: int, place: int) -> float:
    return float(talk(domain, seats, rounds).advantages[place].mean())


def mean_advantage(other: Seat, rounds: int, of_strategist: bool = True) -> float:
    scores = []
    for domain in DOMAINS:
        for side in (domain, domain.turned()):
            scores.append(advantage(side, [Strategist(), other], rounds, 0 if of_strategist else 1))
            scores.append(advantage(side, [other, Strategist()], rounds, 1 if of_strategist else 0))
    return float(np.mean(scores))


def test_two_of_them_mostly_agree_also_where_little_is_to_be_had_and_near_the_nash_point() -> None:
    held = [talk(side, [Strategist(), Strategist()], 20) for one in DOMAINS for side in (one, one.turned())]
    assert np.mean([one.agreed.mean() for one in held]) >= 0.8
    assert np.mean([one.nash.mean() for one in held]) >= 0.65


@pytest.mark.parametrize("rounds", [10, 30])
def test_who_waits_for_it_to_give_in_gains_no_more_than_it_gains_from_its_like(rounds: int) -> None:
    alike = mean_advantage(Strategist(), rounds)
    waits = mean_advantage(Curves([(Fraction(1, 50), 0)]), rounds, of_strategist=False)
    assert waits <= alike + 0.02


def test_who_makes_many_offers_that_do_not_suit_it_and_waits_gains_no_more_either() -> None:
    wandering = mean_advantage(Outsider("wanders", wanders), 10, of_strategist=False)
    assert wandering <= mean_advantage(Strategist(), 10) + 0.02


def test_two_of_them_mostly_find_one_of_a_handful_of_packages_that_both_can_accept() -> None:
    domains = [unseen("narrow", seed) for seed in range(8)]
    agreed = [
        talk(side, [Strategist(), Strategist()], 20).agreed.mean() for one in domains for side in (one, one.turned())
    ]
    assert np.mean(agreed) >= 0.7


def test_where_much_was_offered_in_vain_it_ends_with_the_best_that_it_was_offered() -> None:
    worths = np.arange(20, 0, -1, dtype=np.int32) * 5
    mine, other = (Valuation((np.array([one[0], *one]),), (1,), 1) for one in (worths, worths[::-1]))
    held = hold(table_of([[mine], [other]], (10,)), [Strategist(), Searcher()], np.array([[45], [0]]))
    last = [moves for ask, moves, _ in held.moves if ask.party == 0][-1]
    assert (int(last.kind[0]), int(last.terms[0, 0])) == (PROPOSE, 11)


def test_from_one_who_yields_early_it_takes_nearly_all_that_can_be_had() -> None:
    """On these tables walk-away values are high: much is beyond what the other can give, and .04 of the talks fail."""
    shares = []
    for domain in DOMAINS:
        held = talk(domain, [Strategist(), seat_of("concedes-early")], 20)
        acceptable = (domain.worths[:, None, :] >= domain.floors[:, :, None]).all(axis=0)
        most = np.where(acceptable, domain.worths[0], -1).max(axis=1)
        shares.append((held.advantages[0] / ((most - domain.floors[0]) / (domain.best[0] - domain.floors[0]))).mean())
    assert np.mean(shares) >= 0.77


def test_three_of_them_agree_mostly_on_what_is_good_for_all() -> None:
    held = [talk(invented(seed, 3, most=800), [Strategist() for _ in range(3)], 20) for seed in range(5)]
    assert np.mean([one.agreed.mean() for one in held]) >= 0.85
    assert np.mean([one.nash.mean() for one in held]) >= 0.55


def test_among_three_it_takes_what_it_can_when_a_counter_offer_would_come_too_late_for_all_to_answer() -> None:
    """Only the first of the last round can still be answered by everybody."""
    table = drawn_table((3, 3), 3, 2, (1,), opposed=1.0)
    held = hold(table, [Hardliner(), Strategist(), Strategist()], np.zeros((3, 1), np.int32))
    assert [int(moves.kind[0]) for _, moves, in_session in held.moves if in_session[0]] == [PROPOSE, ACCEPT, ACCEPT]


def test_at_the_end_of_a_session_it_takes_what_is_worth_nearly_all_as_the_next_may_never_be_held() -> None:
    table = drawn_table((4, 3, 3), 2, 9, (2, 2))
    held = hold(table, [Giver(), Strategist()], np.full((2, 1), 20))
    assert [int(moves.kind[0]) for _, moves, in_session in held.moves if in_session[0]] == [
        PROPOSE,
        PROPOSE,
        PROPOSE,
        ACCEPT,
    ]


def test_four_of_them_can_sit_together() -> None:
    table = drawn_table((3, 3, 3), 4, 5, (12,), opposed=0.4)
    held = hold(table, [Strategist() for _ in range(4)], np.full((4, 3), 10))
    assert (held.talks.outcome == Outcome.WHOLE).any()


def test_a_talk_goes_alike_alone_and_among_others() -> None:
    table, random = drawn_table((4, 3, 3), 2, 9, (12,), linkages=2), np.random.default_rng(2)
    walk_aways = random.integers(0, 60, (2, 40))
    many = hold(table, [Strategist(), Strategist()], walk_aways)
    for row in range(0, 40, 7):
        alone = hold(table, [Strategist(), Strategist()], walk_aways[:, [row]])
        assert (alone.talks.said[..., 0] == many.talks.said[..., row]).all()


def test_too_many_packages_are_searched_and_bargained_over_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.negotiation.outlook.MOST_LISTED", 10)
    table = drawn_table((4, 4, 3, 3), 2, 3, (12,))
    held = hold(table, [Strategist(), Strategist()], np.full((2, 4), 20))
    assert (held.talks.outcome == Outcome.WHOLE).all()
    assert all((held.worth(party) >= 20 * table.valuations[party][0].total_weight).all() for party in (0, 1))


def test_among_more_it_comes_down_sooner_than_between_two() -> None:
    assert plan_for(2) != plan_for(3) == plan_for(4)
