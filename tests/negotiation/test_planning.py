"""What a party that plans reads off offers, believes, and aims at: on hand-made numbers."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import numpy as np

from game.negotiation.finding import Listed
from game.negotiation.heard import best_heard, conceded_to, count_distinct, count_nearer, first_offers, first_time
from game.negotiation.ladder import ladder
from game.negotiation.opponent_model import FULL, estimate
from game.negotiation.outlook import listed
from game.negotiation.packages import enumerate_packages
from game.negotiation.planning import (
    Plan,
    best_offer,
    cramped,
    fair_point,
    given_by,
    is_near,
    joint,
    last_moves,
    plan_for,
    presumed_walk_aways,
    seems_narrow,
    settles_for,
    target,
)
from game.negotiation.prospects import book_of, given, shares_in, worth_of
from game.negotiation.worths import Valuation
from tests.negotiation.valuations import valuation


def opposed() -> Valuation:
    """Two issues of three options; the higher the better, and the first issue matters twice as much."""
    return Valuation((np.array([0, 0, 100, 200], np.int32), np.array([0, 0, 50, 100], np.int32)), (1, 1), 3)


def said(*offers: tuple[int, int]) -> np.ndarray:
    return np.array(offers, np.int8)[:, :, None]


def test_an_offer_made_again_is_not_a_different_one() -> None:
    assert first_time(np.array([[3], [5], [3], [0], [7]])).ravel().tolist() == [True, True, False, False, True]
    assert count_distinct([3, 3], said((1, 1), (1, 2), (1, 1), (0, 0))).tolist() == [2]


def test_what_was_given_is_the_last_offer_less_the_first_and_never_below_nothing() -> None:
    assert conceded_to(opposed(), said((1, 1), (1, 3), (2, 1))).tolist() == [100]
    assert conceded_to(opposed(), said((2, 1), (1, 1), (0, 0))).tolist() == [0]
    assert conceded_to(opposed(), said((0, 0))).tolist() == [0]


def test_different_offers_are_listed_where_they_were_made_first_row_by_row() -> None:
    talks = np.concatenate([said((1, 1), (1, 2), (1, 1)), said((0, 0), (2, 2), (1, 1))], axis=2)
    rows, moves = first_offers([3, 3], talks)
    assert list(zip(rows.tolist(), moves.tolist(), strict=True)) == [(0, 0), (0, 1), (1, 1), (1, 2)]


def test_offers_came_nearer_that_were_worth_more_than_all_before_and_yet_too_little() -> None:
    steps = said((1, 1), (1, 2), (2, 1), (1, 3), (2, 2), (2, 3), (3, 1))
    astray = said((0, 0), (2, 2), (1, 3), (1, 2), (2, 1), (1, 1), (2, 3))
    talks, floors = np.concatenate([steps, astray, np.zeros_like(steps)], axis=2), np.array([175] * 3, np.int32)
    assert count_nearer(opposed(), floors, talks, first_offers([3, 3], talks)).tolist() == [3, 0, 0]


def test_what_another_has_offered_is_taken_to_suit_it_better_than_anything_else() -> None:
    book, silent = book_of(opposed(), 9), said((0, 0))
    points, taken = [estimate(opposed(), silent)] * 2, [np.array([FULL], np.int32)] * 2
    found = []
    for sure in ((), (silent, said((2, 2)))):
        finder = Listed(book, np.array([0], np.int32), points, taken, silent, sure)
        found.append(finder.offer(plan_for(3), np.array([500]), True)[0].ravel().tolist())
    assert found[0] != [2, 2] == found[1]


def test_the_best_heard_is_what_was_worth_most_to_oneself_and_the_first_of_equals() -> None:
    packages, worths, spoken = best_heard(opposed(), said((1, 1), (1, 3), (2, 1), (0, 0)))
    assert (packages.ravel().tolist(), worths.tolist(), spoken.tolist()) == ([1, 3], [100], [True])
    assert best_heard(opposed(), said((0, 0)))[2].tolist() == [False]


def test_a_ladder_of_too_many_packages_to_list_is_the_same_as_of_listed_ones() -> None:
    for seed in range(20):
        values = valuation((4, 3, 5, 2), Random(seed))
        whole, short = ladder(values, 30), ladder(values, 30, cap=1)
        assert (whole.worths == short.worths).all() and len(set(map(tuple, short.packages.T.tolist()))) == 30


def test_what_a_party_names_first_it_likes_best_and_what_it_gives_up_early_it_likes_next() -> None:
    first, second = estimate(opposed(), said((1, 1), (1, 2), (1, 2), (1, 3)))
    assert first[0, 0] > 0 and first[0, 0] == first[:, 0].max() and second[0, 0] == second[:, 0].max()
    assert second[0, 0] > second[1, 0] > second[2, 0] - 1
    assert first[0, 0] > second[0, 0], "it moved on the second issue alone: the first matters more to it"


def test_before_a_party_has_spoken_it_is_taken_to_want_the_opposite() -> None:
    first, second = estimate(opposed(), np.zeros((0, 2, 1), np.int8))
    assert first[:, 0].tolist() == second[:, 0].tolist() == sorted(first[:, 0].tolist(), reverse=True)
    assert 990 <= first[0, 0] + second[0, 0] <= FULL


def test_an_estimate_is_the_same_for_one_talk_and_for_many() -> None:
    random = np.random.default_rng(4)
    values = valuation((4, 3, 5), Random(3))
    offers = np.stack([random.integers(0, size + 1, (9, 30)) for size in (4, 3, 5)], axis=1).astype(np.int8)
    many = estimate(values, offers)
    for row in range(30):
        alone = estimate(values, offers[..., [row]])
        assert all((one[:, 0] == part[:, row]).all() for one, part in zip(alone, many, strict=True))


ROOM, CRAMPED = cramped(np.array([300])), cramped(np.array([700]))
OWN, THEIRS = np.array([[1000, 700, 400, -1]], np.int16), np.array([[0, 600, 700, 1000]], np.int16)


def test_the_fair_point_is_the_largest_product_of_gains() -> None:
    fair = fair_point(OWN, [THEIRS], [np.array([[100]], np.int16)])
    assert fair.own.tolist() == [700] and fair.theirs.tolist() == [[600]]


def test_others_are_presumed_to_have_as_much_without_a_deal_as_oneself_if_something_is_left_to_them() -> None:
    def presumed(like_mine: int, taken: int = FULL) -> np.ndarray:
        return presumed_walk_aways(250, np.array([like_mine]), OWN, [THEIRS], [np.array([taken], np.int32)])[0]

    assert [int(presumed(like_mine)[0, 0]) for like_mine in (0, 400, 900)] == [250, 400, 525]
    assert presumed(900, taken=200).tolist() == [[150]], "it would not ask for less than it has anyway"
    assert fair_point(OWN, [THEIRS], [presumed(900)]).own.tolist() == [400]


def test_where_nothing_leaves_all_others_a_gain_what_they_get_counts_by_itself() -> None:
    presumed, acceptable = [np.array([[800]], np.int16)] * 2, np.array([[True, True, False]])
    others = [np.array([[600, 100, 900]], np.int16), np.array([[500, 900, 900]], np.int16)]
    assert joint(others, presumed).tolist() == [[0, 0, 10]]
    assert joint(others, presumed, acceptable).tolist() == [[300, 90, 810]]
    assert joint(others, presumed, np.ones((1, 3), np.bool_)).tolist() == [[0, 0, 10]]


def test_one_has_given_all_that_is_due_that_takes_no_more_than_its_fair_part() -> None:
    taken = [np.array([1000, 800, 600, 100])]
    assert given_by(taken, np.array([[600] * 4])).tolist() == [0, 500, 1000, 1000]
    assert given_by([*taken, np.full(4, 1000)], np.array([[600] * 4] * 2)).tolist() == [0] * 4


def test_the_way_down_ends_at_the_fair_share_and_below_it_only_for_one_who_gave() -> None:
    plan, fair = Plan(Fraction(1), premium=0, search=2, always_searches=True), np.array([600, 600])
    given_of_theirs = np.array([0, 125])
    asked = np.stack([target(plan, fair, given_of_theirs, 9, left, np.zeros(2, np.int64)) for left in range(9, 0, -1)])
    assert asked[0].tolist() == [1000, 1000] and asked[-1].tolist() == [600, 300]
    assert (np.diff(asked, axis=0) <= 0).all()


def test_among_more_all_come_near_their_walk_away_value_while_there_is_time_to_try_more_than_one_package() -> None:
    def asked(left: int, given: int = 500, moves: int = 20) -> int:
        return int(target(plan_for(3), np.array([600]), np.array([given]), moves, left, ROOM)[0])

    assert asked(14) > 600 > asked(6) > asked(3) > 20 > asked(2)
    assert asked(6, given=100) > asked(6, given=250) == asked(6), "it comes all the way for who has come a quarter"
    assert asked(2, given=0) > 600, "who never yields waits for nothing"
    assert asked(1, moves=2) == 600, "in two moves it has nothing to try one after another"
    assert target(Plan(), np.array([600]), np.array([500]), 20, 2, ROOM) >= 600, "between two it keeps to what is fair"


def test_it_asks_for_its_best_until_the_last_few_moves_however_many_there_are() -> None:
    assert not is_near(Plan(), 100, 30, ROOM) and is_near(Plan(), 100, 2, ROOM)
    assert [last_moves(Plan(), moves) for moves in (1, 4, 8, 100)] == [1, 1, 2, 3]


def test_of_the_last_offer_of_all_it_asks_what_is_fair_and_before_more_from_one_who_has_given_nothing() -> None:
    fair, none, half = np.array([600]), np.array([0]), np.array([500])
    assert target(Plan(), fair, none, 20, 1, ROOM).tolist() == [600]
    assert target(Plan(), fair, none, 20, 2, ROOM) > target(Plan(), fair, half, 20, 2, ROOM)


def test_one_with_little_room_comes_down_evenly_and_on_to_its_walk_away_value_for_one_who_comes_too() -> None:
    def asked(given: int, left: int, little_room: np.ndarray) -> int:
        return int(target(Plan(), np.array([600]), np.array([given]), 18, left, little_room)[0])

    assert CRAMPED.tolist() == [FULL] and ROOM.tolist() == [0]
    assert asked(500, 10, ROOM) > 990 > 800 > asked(500, 10, CRAMPED) > 600
    assert [asked(500, left, CRAMPED) for left in (5, 2, 1)] == [300, 0, 0]
    assert asked(0, 2, CRAMPED) == 700, "one who has given nothing is asked for more than is fair all the same"


def test_the_zone_of_agreement_seems_narrow_once_many_offers_came_nearer_in_vain_however_long_talks_are() -> None:
    for moves in (10, 20, 100):
        nearer = np.array([0, moves // 10, moves // 5, moves])
        assert seems_narrow(nearer, moves).tolist() == [0, 0, FULL, FULL]


def test_with_its_last_word_it_takes_less_from_one_who_has_given_and_anything_from_one_who_takes_what_is_fair() -> None:
    nothing, half, all_due = settles_for(Plan(), np.array([600] * 3), np.array([0, 500, 1000])).tolist()
    assert nothing > half > all_due == 0


def test_of_what_is_worth_what_it_asks_it_offers_what_gives_most_and_is_new() -> None:
    values = opposed()
    book = listed(values)
    assert book is not None
    floors = np.zeros(1, np.int32)
    own = shares_in(book, floors, 9)
    theirs = given(book, estimate(values, said((1, 1), (1, 2))), 9)
    asked = np.array([600])
    none = np.zeros(0, np.intp), np.zeros(0, np.intp)
    first = best_offer(own, theirs, asked, none)
    second = best_offer(own, theirs, asked, (np.zeros(1, np.intp), first))
    assert own[0, first] >= 600 and own[0, second] >= 600 and first != second
    assert theirs[0, first] == theirs[0, own[0] >= 600].max()
    enough = np.flatnonzero(own[0] >= 600)
    all_said = np.zeros(len(enough), np.intp), enough
    assert best_offer(own, theirs, asked, all_said) == first, "where nothing is new, what gives most comes again"


def test_shares_and_worths_are_each_others_inverse() -> None:
    values = valuation((4, 3, 3), Random(6))
    book = listed(values)
    assert book is not None and sorted(map(tuple, book.packages.T.tolist())) == sorted(
        map(tuple, enumerate_packages((4, 3, 3)).T.tolist())
    )
    floors = np.array([int(book.worths[20])], np.int32)
    shares = shares_in(book, floors, 20)[0]
    back = worth_of(shares.astype(np.int64), book.worths[:1], floors)
    assert (back <= book.worths[:20]).all() and (book.worths[:20] - back <= 1 + book.worths[0] // 1000).all()
