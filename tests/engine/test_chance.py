"""The dice: pure, even, and the same for game k alone or among a million."""

import numpy as np
import pytest

from game.engine.chance import Stream, game_keys, salt


def stream(rows: int = 200_000, seed: int = 7, place: str = "place") -> Stream:
    return Stream(game_keys(seed, np.arange(rows)), salt(place))


def test_a_game_draws_the_same_alone_as_among_many() -> None:
    many = stream(5000).words(3)
    for game in (0, 1, 777, 4999):
        alone = Stream(game_keys(7, np.array([game])), salt("place")).words(3)
        assert alone[0] == many[game]


def test_seeds_places_and_indices_give_different_draws() -> None:
    base = stream(2000).words(0)
    for other in (stream(2000, seed=8).words(0), stream(2000, place="elsewhere").words(0), stream(2000).words(1)):
        assert np.count_nonzero(base == other) < 5


@pytest.mark.parametrize("seed", [0, 1, 2**40, -5])
@pytest.mark.parametrize("bound", [2, 3, 7, 100])
def test_every_number_below_the_bound_is_as_likely(seed: int, bound: int) -> None:
    counts = np.bincount(stream(seed=seed).below(0, bound), minlength=bound)
    expected = 200_000 / bound
    chi_square = ((counts - expected) ** 2 / expected).sum()
    assert chi_square < bound - 1 + 5 * np.sqrt(2 * (bound - 1)) + 6


def test_consecutive_draws_and_neighbouring_games_are_independent() -> None:
    draws = stream()
    pairs = draws.below(0, 16).astype(int) * 16 + draws.below(1, 16)
    neighbours = draws.below(0, 16).astype(int)[:-1] * 16 + draws.below(0, 16)[1:]
    for table in (np.bincount(pairs, minlength=256), np.bincount(neighbours, minlength=256)):
        expected = table.sum() / 256
        assert ((table - expected) ** 2 / expected).sum() < 255 + 5 * np.sqrt(510)


def test_every_bit_of_a_word_is_set_half_of_the_time() -> None:
    words = stream().words(5)
    shares = [np.mean((words >> np.uint32(bit)) & 1) for bit in range(32)]
    assert all(abs(share - 0.5) < 0.006 for share in shares)


def test_weights_give_their_odds_and_a_weight_of_nothing_never_falls() -> None:
    position = stream().weighted(0, [10, 0, 30, 60])
    shares = np.bincount(position, minlength=4) / len(position)
    assert shares[1] == 0
    assert np.allclose(shares, [0.1, 0, 0.3, 0.6], atol=0.005)


def test_weights_may_differ_from_game_to_game() -> None:
    rows = 100_000
    first = np.where(np.arange(rows) % 2 == 0, 1, 0).astype(np.int32)
    position = stream(rows).weighted(0, [first, 1 - first])
    assert (position == np.arange(rows) % 2).all()


def test_all_weights_nothing_gives_the_first_position() -> None:
    assert not stream(100).weighted(0, [0, 0]).any()
    nothing = np.zeros(100, np.int32)
    assert not stream(100).weighted(0, [nothing, nothing]).any()


@pytest.mark.parametrize("bound", [2, 3, 4, 6, 8, 64, 4096, 8192, 16384, 65535])
def test_a_number_below_a_bound_is_the_upper_half_of_a_word_in_proportion(bound: int) -> None:
    draws = stream(50_000)
    expected = (draws.words(2) >> np.uint32(16)).astype(np.int64) * bound >> 16
    assert (draws.below(2, bound) == expected).all()


@pytest.mark.parametrize("weights", [[1, 1, 1], [4, 0, 2], [0, 3], [3, 0], [0, 0], [5], [1, 65_000], [7, 11, 13, 17]])
def test_weights_draw_the_same_as_numbers_as_columns_or_as_some_of_both(weights: list[int]) -> None:
    draws = stream(50_000)
    columns = [np.full(50_000, weight, np.int32) for weight in weights]
    position = draws.weighted(1, columns)
    assert (draws.weighted(1, weights) == position).all()
    assert (draws.weighted(1, [*weights[:-1], columns[-1]]) == position).all()
    assert (draws.weighted(1, [columns[0], *weights[1:]]) == position).all()
