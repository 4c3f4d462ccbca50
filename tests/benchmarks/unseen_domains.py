"""Domains of other shapes than `bargaining_domains` invents, to try bargaining on what no setting was chosen by.

Each family is drawn by seed: parties that want the opposite or share some wishes, one issue that outweighs the rest,
packages scattered without any structure, few packages or very many, and zones in which hardly anything is acceptable
to everybody. Walk-away values are none, low, high or unequal; in every row there is a package by which everybody gains.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import prod
from random import Random

import numpy as np
from numpy.typing import NDArray

from game.negotiation.packages import all_worths, enumerate_packages
from game.negotiation.worths import Valuation
from tests.benchmarks.bargaining_domains import Domain

_MOST = 100_000
_TRIES = 400

Drawn = list[list[list[int]]]
"""By party and issue: the value of each option, its weight in it."""


def unseen(family: str, seed: int, parties: int = 2, rows: int = 6) -> Domain:
    """Draws a domain of a family; the same for the same arguments."""
    random = Random(f"{family}-{seed}-{parties}")
    while True:
        drawn = FAMILIES[family](random, parties)
        valuations = tuple(_valuation(one) for one in drawn)
        walk_aways = _walk_aways(valuations, random, rows, few=family == "narrow")
        if walk_aways is not None:
            return Domain(f"{family}-{seed}", valuations, walk_aways)


def _scattered_weights(random: Random, parties: int) -> Drawn:
    """Weights that fall off fast, values of options without order: the most usual shape of competition domains."""
    sizes = _sizes(random, 3, 8, 2, 8, 3_000)
    return [
        _spread(_weights(random, len(sizes), 1.5), [_values(random, size) for size in sizes]) for _ in range(parties)
    ]


def _ordered(random: Random, parties: int) -> Drawn:
    """Ordered options, on most issues against each other, on some together; each weighs them in its own way."""
    sizes, shared = _sizes(random, 3, 7, 3, 7, 3_000), random.choice((0.0, 0.2, 0.4))
    rising = [[random.random() >= shared or party == 0 for _ in sizes] for party in range(parties)]
    found = []
    for party in range(parties):
        bend = random.choice((0.6, 1.0, 1.8))
        values = [_ramp(size, bend) for size in sizes]
        turned = [
            one[::-1] if up and (party % 2 == 1 or (parties > 2 and random.random() < 0.5)) else one
            for one, up in zip(values, rising[party], strict=True)
        ]
        found.append(_spread(_weights(random, len(sizes), 1.0), turned))
    return found


def _contested(random: Random, parties: int) -> Drawn:
    """Nearly a division of one sum: what one gains another loses, with weights that hardly differ."""
    sizes = _sizes(random, 3, 5, 3, 6, 1_500)
    base = [_values(random, size) for size in sizes]
    shared = [random.randint(8, 12) for _ in sizes]
    found = []
    for party in range(parties):
        turned = [
            [100 - value for value in one] if party == 1 or (party > 1 and random.random() < 0.5) else one
            for one in base
        ]
        found.append(_spread([weight + random.randint(-3, 3) for weight in shared], turned))
    return found


def _dominant(random: Random, parties: int) -> Drawn:
    """One issue weighs as much as all others together, often not the same one for all."""
    sizes = _sizes(random, 3, 6, 3, 6, 3_000)
    found = []
    for _ in range(parties):
        weights = _weights(random, len(sizes), 0.5)
        weights[random.randrange(2)] += sum(weights)
        found.append(_spread(weights, [_values(random, size) for size in sizes]))
    return found


def _scatter(random: Random, parties: int) -> Drawn:
    """One issue, or two, of many options: worths that nothing ties together."""
    sizes = random.choice(([60], [100], [12, 9], [20, 30]))
    return [
        _spread(_weights(random, len(sizes), 1.0), [_values(random, size) for size in sizes]) for _ in range(parties)
    ]


def _tiny(random: Random, parties: int) -> Drawn:
    """Six to thirty packages."""
    sizes = random.choice(([2, 3], [3, 3], [2, 2, 2], [5, 3], [2, 3, 5], [3, 8]))
    first = [_values(random, size) for size in sizes]
    found = [_spread(_weights(random, len(sizes), 1.0), first)]
    for _ in range(parties - 1):
        values = [
            [100 - value for value in one] if random.random() < 0.6 else _values(random, len(one)) for one in first
        ]
        found.append(_spread(_weights(random, len(sizes), 1.0), values))
    return found


def _large(random: Random, parties: int) -> Drawn:
    """Ten thousand packages and more."""
    sizes = [random.choice((4, 5, 6))] * random.choice((6, 7))
    while not 10_000 <= prod(sizes) <= _MOST:
        sizes = [random.randint(2, 9) for _ in range(random.randint(5, 10))]
    first = [_ramp(size, 1.0) for size in sizes]
    found = [_spread(_weights(random, len(sizes), 1.5), first)]
    for _ in range(parties - 1):
        values = [one[::-1] if random.random() < 0.7 else _values(random, len(one)) for one in first]
        found.append(_spread(_weights(random, len(sizes), 1.5), values))
    return found


FAMILIES: dict[str, Callable[[Random, int], Drawn]] = {
    "weights": _scattered_weights,
    "ordered": _ordered,
    "contested": _contested,
    "dominant": _dominant,
    "scatter": _scatter,
    "tiny": _tiny,
    "large": _large,
    "narrow": _ordered,
}


def _sizes(random: Random, fewest: int, most: int, low: int, high: int, packages: int) -> list[int]:
    while True:
        sizes = [random.randint(low, high) for _ in range(random.randint(fewest, most))]
        if prod(sizes) <= packages:
            return sizes


def _weights(random: Random, count: int, skew: float) -> list[int]:
    return [1 + round(30 * random.random() ** (1 + skew)) for _ in range(count)]


def _values(random: Random, size: int) -> list[int]:
    values = [random.randint(0, 100) for _ in range(size)]
    low, high = min(values), max(values)
    return [100 * (value - low) // max(1, high - low) for value in values]


def _ramp(size: int, bend: float) -> list[int]:
    return [round(100 * (place / max(1, size - 1)) ** bend) for place in range(size)]


def _spread(weights: Sequence[int], values: Sequence[Sequence[int]]) -> list[list[int]]:
    return [[weight, *one] for weight, one in zip(weights, values, strict=True)]


def _valuation(drawn: Sequence[Sequence[int]]) -> Valuation:
    scores = tuple(np.array([one[1], *one[1:]], np.int32) * np.int32(one[0]) for one in drawn)
    return Valuation(scores, (1,) * len(scores), sum(one[0] for one in drawn))


def _walk_aways(valuations: Sequence[Valuation], random: Random, rows: int, few: bool) -> NDArray[np.int32] | None:
    """Draws values that leave something to everybody; of a narrow zone, one to five packages. None: not found."""
    worths = all_worths(valuations, enumerate_packages([len(score) - 1 for score in valuations[0].scores], cap=_MOST))
    shares = worths / np.array([valuation.total_weight for valuation in valuations])[:, None]
    found: list[list[int]] = []
    for _ in range(_TRIES):
        highest = random.choice((0, 15, 80)) if not few else 90
        lowest = 30 if highest == 80 else 0
        equal = random.randint(lowest, highest)
        drawn = [equal if random.random() < 0.5 else random.randint(lowest, highest) for _ in valuations]
        acceptable = int((shares > np.array(drawn)[:, None]).all(axis=0).sum())
        if max(drawn) < shares.max(axis=1).min() - 2 and (1 <= acceptable <= 5 if few else acceptable):
            found.append(drawn)
        if len(found) == rows:
            return np.array(found, np.int32).T.copy()
    return None
