"""Domains to bargain on: invented ones drawn by seed, and folders in the Genius format; not the project's scenarios.

An invented domain is drawn with its own size, weights, opposition, shapes of values, linkages and walk-away values,
so that no strategy can be fitted to one structure. Genius utilities are Σ weight × evaluation ÷ best evaluation.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import prod
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from game.negotiation.frontier import solve
from game.negotiation.packages import all_worths, enumerate_packages
from game.negotiation.worths import Valuation
from tests.negotiation.valuations import both

_PARTS = 10_000
"""Weights of a Genius file add up to about this."""
_MOST = 200_000


@dataclass(frozen=True)
class Domain:
    """One valuation a party, and walk-away values of shape `(parties, rows)`: each row is a case of its own."""

    name: str
    valuations: tuple[Valuation, ...]
    walk_aways: NDArray[np.int32]

    @property
    def sizes(self) -> tuple[int, ...]:
        """The number of options of each issue."""
        return tuple(len(score) - 1 for score in self.valuations[0].scores)

    @property
    def packages(self) -> int:
        """The number of packages."""
        return prod(self.sizes)

    @cached_property
    def worths(self) -> NDArray[np.int32]:
        """The worth of every package, `(parties, packages)`."""
        return all_worths(self.valuations, enumerate_packages(self.sizes, cap=_MOST))

    @cached_property
    def floors(self) -> NDArray[np.int64]:
        """The worths that meet the walk-away values, `(parties, rows)`."""
        totals = np.array([valuation.total_weight for valuation in self.valuations], np.int64)
        return self.walk_aways * totals[:, None]

    @cached_property
    def best(self) -> NDArray[np.int64]:
        """The best worth of each party, `(parties, 1)`."""
        return self.worths.max(axis=1).astype(np.int64)[:, None]

    @cached_property
    def ideal(self) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
        """In each row the largest product of advantages, the largest welfare, and the advantages at the Nash point."""
        totals = [valuation.total_weight for valuation in self.valuations]
        products, welfares, points = [], [], []
        for row in range(self.walk_aways.shape[1]):
            solutions = solve(self.worths, self.floors[:, row].tolist(), totals)
            gains = self.advantage(self.worths[:, solutions.nash[:1]], row)
            points.append(gains[:, 0])
            products.append(float(gains.prod()))
            welfares.append(float((self.worths[:, solutions.utilitarian[0]] / np.array(totals)).sum()))
        return np.array(products), np.array(welfares), np.stack(points, axis=1)

    def advantage(self, worths: NDArray[np.int32], row: int | slice = slice(None)) -> NDArray[np.float64]:
        """Computes (worth − walk-away) / (best − walk-away) by party."""
        floors = self.floors[:, [row]] if isinstance(row, int) else self.floors[:, row]
        shares: NDArray[np.float64] = (worths - floors) / (self.best - floors)
        return shares

    def turned(self) -> Domain:
        """The same with the parties in the opposite order."""
        return Domain(self.name, self.valuations[::-1], np.ascontiguousarray(self.walk_aways[::-1]))


def invented(seed: int, parties: int = 2, rows: int = 4, most: int = 100_000) -> Domain:
    """Draws a domain of 10² to `most` packages, with a package in every row that gives everybody a gain."""
    random = Random(seed)
    sizes = _sizes(random, most)
    opposed, ordered = random.choice((0.3, 0.6, 0.8, 1.0)), random.random()
    spread, linkages = random.choice((1, 3, 10)), random.choice((0, 0, 1, 3))
    weights = [
        [random.randint(1, 10) ** random.choice((1, 2 if spread > 3 else 1)) for _ in sizes] for _ in range(parties)
    ]
    first = [_values(size, random, ordered) for size in sizes]
    values = [first]
    for _ in range(parties - 1):
        values.append(
            [
                [100 - value for value in mine] if random.random() < opposed else _values(size, random, ordered)
                for mine, size in zip(first, sizes, strict=True)
            ]
        )
    links = [_linkages(sizes, random, linkages) for _ in range(parties)]
    valuations = tuple(_valuation(w, v, link) for w, v, link in zip(weights, values, links, strict=True))
    return Domain(f"invented-{seed}", valuations, _walk_aways(valuations, random, rows))


def genius(folder: Path, rows: int = 1) -> Domain:
    """Reads a domain and its preference profiles, in the order of their file names."""
    spaces = []
    for path in sorted(folder.glob("*.xml")):
        root = ElementTree.parse(path).getroot()
        space = root if root.tag == "utility_space" else root.find("utility_space")
        if space is not None and space.find(".//weight") is not None:
            spaces.append(space)
    read = [_read(space) for space in spaces]
    walk_aways = np.array([[reservation] for _, reservation in read], np.int32)
    return Domain(folder.name, tuple(values for values, _ in read), walk_aways.repeat(rows, axis=1))


def genius_domains(folder: Path) -> Iterator[Domain]:
    """Reads every folder below that holds a domain of two parties or more."""
    for path in sorted({file.parent for file in folder.rglob("*.xml")}):
        domain = genius(path)
        if len(domain.valuations) >= 2 and domain.packages <= _MOST:
            yield domain


def _sizes(random: Random, most: int) -> list[int]:
    wanted, sizes = 10 ** random.uniform(2, np.log10(most)), [random.randint(2, 7)]
    while prod(sizes) < wanted or len(sizes) < 3:
        sizes.append(random.randint(2, 7))
    while prod(sizes) > most:
        sizes.pop()
    return sizes


def _values(size: int, random: Random, ordered: float) -> list[int]:
    values = [random.randint(0, 100) for _ in range(size)]
    if random.random() < ordered:
        values.sort(reverse=random.random() < 0.5)
    low, high = min(values), max(values)
    return [100 * (value - low) // max(1, high - low) for value in values]


def _linkages(sizes: Sequence[int], random: Random, count: int) -> list[tuple[int, int, int, int, int]]:
    found = []
    for _ in range(random.randint(0, count)):
        one, other = random.sample(range(len(sizes)), 2)
        share = random.choice((-20, -10, 10, 20))
        found.append((one, other, random.randint(1, sizes[one]), random.randint(1, sizes[other]), share))
    return found


def _valuation(weights: list[int], values: list[list[int]], links: list[tuple[int, int, int, int, int]]) -> Valuation:
    scores = tuple(
        np.array([own[0], *own], np.int32) * np.int32(weight) for weight, own in zip(weights, values, strict=True)
    )
    total = sum(weights)
    linked = tuple((both(one, other, a, b), share * total) for one, other, a, b, share in links)
    return Valuation(scores, (1,) * len(scores), total, linked)


def _walk_aways(valuations: Sequence[Valuation], random: Random, rows: int) -> NDArray[np.int32]:
    worths = all_worths(valuations, enumerate_packages([len(s) - 1 for s in valuations[0].scores], cap=_MOST))
    totals = np.array([valuation.total_weight for valuation in valuations])
    found: list[list[int]] = []
    highest = random.choice((10, 30, 50, 70))
    while len(found) < rows:
        drawn = [random.randint(0, highest) for _ in valuations]
        room = worths > (np.array(drawn) * totals)[:, None] + totals[:, None] * 5
        if room.all(axis=0).any():
            found.append(drawn)
        else:
            highest = max(5, highest - 2)
    return np.array(found, np.int32).T.copy()


def _read(space: ElementTree.Element) -> tuple[Valuation, int]:
    weights = {one.get("index"): float(one.get("value", "0")) for one in space.iter("weight")}
    scores = []
    for issue in sorted(space.iter("issue"), key=lambda one: int(one.get("index", "0"))):
        items = sorted(issue.iter("item"), key=lambda one: int(one.get("index", "0")))
        values = [float(item.get("evaluation", "0")) for item in items]
        part = _PARTS * weights[issue.get("index")] * 100 / max(max(values), 1e-9)
        whole = [round(part * value) for value in values]
        scores.append(np.array([whole[0], *whole], np.int32))
    reservation = space.find(".//reservation")
    walk_away = 0.0 if reservation is None else float(reservation.get("value", "0"))
    return Valuation(tuple(scores), (1,) * len(scores), _PARTS), round(100 * walk_away)
