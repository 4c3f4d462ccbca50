"""Tables with more packages than can be laid out: what they come to, found part by part.

A table falls into parts: issues that no linkage ties together are weighed apart, and the worth of a package is the
sum of the worths of its parts. So nothing need be listed whole. A package can only be efficient if each of its
parts is, so the frontier is put together from the parts' frontiers; and packages of equal worth to all are counted
together, which is exact and stays small where worths fall together. Where more different worths would have to be
kept than `MOST`, near ones are taken together; how far that may be off is told. Turns and seats are not known here.

Source: that efficient sums are sums of efficient parts is the principle of dynamic programming for several
criteria (H. G. Daellenbach and C. A. De Kluyver, "Note on multiple objective dynamic programming", Journal of the
Operational Research Society 31 (1980) 591–594).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from game.negotiation.cells import LOOKED_AT, WIDTHS, about, classes_of, codes_of, in_one_class, least_width
from game.negotiation.distinct import row_codes
from game.negotiation.frontier import efficient
from game.negotiation.packages import CAP, TooManyPackages, count_packages, package_numbers, packages_between, sizes_of
from game.negotiation.reaching import count_reaching_all, levels_of
from game.negotiation.worths import Valuation

MOST = 1 << 20
"""The most different worths that are kept side by side."""
MOST_EFFICIENT = 1 << 15
"""The most packages of a frontier that are kept while it is put together."""
_COARSER = 16
"""Where worths must be taken together all the same, by how many times fewer are kept."""
_FEWER = 4
"""And of a frontier."""
_LISTED = 8_192
"""So many packages at most make up what is counted by a list of who reaches what."""
_FAR = 1 << 60
"""More than anything is worth."""
_AHEAD = 8
"""Up to so many times the most that are kept, two parts are looked at together."""

Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Part:
    """Issues that hang together, with every way to settle them.

    `worths` has shape `(parties, ways)`. The `numbers` of the ways of all parts add up to a package's place in
    file order.
    """

    worths: Whole
    numbers: Whole


@dataclass(frozen=True, slots=True)
class Sums:
    """Packages by worth: shape `(parties, kinds)`, how many have it, and the first of each in file order.

    `error` tells by party how far a package's own worth may lie from what it is counted under, and `cell` how wide
    the cells are in which worths were last taken together: 1 where they are exact.
    """

    worths: Whole
    counts: Whole
    numbers: Whole
    error: tuple[int, ...]
    cell: int = 1


@dataclass(frozen=True, slots=True)
class Spread:
    """Packages by about what they are worth to two parties: shape `(2, cells)`, how many are in each, and the error."""

    worths: NDArray[np.float64]
    counts: Whole
    error: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many packages there are of a kind: at least `low`, at most `high`, the same where it is exact."""

    low: int
    high: int


def parts_of(valuations: Sequence[Valuation], cap: int = CAP) -> list[Part]:
    """Parts a table where no linkage of any party ties its issues together; larger parts come first.

    Raises:
        TooManyPackages: when a part alone has more than `cap` packages.
    """
    sizes = sizes_of(valuations[0])
    groups = _groups(valuations)
    largest = max(count_packages([sizes[issue] for issue in group]) for group in groups)
    if largest > cap:
        raise TooManyPackages(largest, cap)
    parts = [_part(valuations, sizes, group) for group in groups]
    return sorted(parts, key=lambda part: -len(part.numbers))


def best_sums(parts: Sequence[Part]) -> Sums:
    """Puts the frontier together: every efficient worth once, with the number of packages that have it.

    Above `MOST_EFFICIENT` packages those near each other stand for one another: each stays the package it is, and
    for every efficient one there is a package kept that is worse for no party by more than the error.
    """

    def joined(sums: Sums, part: Part) -> Sums:
        found = _joined(sums, part)
        kept = efficient(found.worths)
        return _standing_in(_taken(found, kept), MOST_EFFICIENT)

    return reduce(joined, parts, _nothing(parts))


def counted_sums(parts: Sequence[Part], parties: Sequence[int], most: int = MOST) -> Sums | None:
    """Counts the packages by their worth to some of the parties, exactly; None where more than `most` worths differ."""
    own = [Part(part.worths[list(parties)], part.numbers) for part in parts]
    sums = _nothing(own)
    for place, part in enumerate(own):
        if _surely_more(sums, own[place:], np.full(len(parties), -_FAR), most):
            return None
        sums = _joined(sums, part)
        if len(sums.counts) > most:
            return None
    return sums


def spread(parts: Sequence[Part], parties: tuple[int, int], units: Sequence[float], lowest: Sequence[int]) -> Spread:
    """Counts the packages by their worth to two parties in steps of `units`, down to the `lowest` worths.

    What a package loses against the best is added up part by part, each loss rounded to whole steps.
    """
    best = [int(sum(part.worths[party].max() for part in parts)) for party in parties]
    room = [max(0, int((most - low) // unit) + 1) for most, low, unit in zip(best, lowest, units, strict=True)]
    counts = np.ones((1, 1), np.int64)
    for part in parts:
        own = part.worths[list(parties)]
        losses = np.rint((own.max(axis=1, keepdims=True) - own) / np.asarray(units)[:, None]).astype(np.int64)
        shifts, alike = np.unique(losses, axis=1, return_counts=True)
        sizes = [
            min(most, size + int(shift.max())) for most, size, shift in zip(room, counts.shape, shifts, strict=True)
        ]
        joined = np.zeros(sizes, np.int64)
        for across, up, number in zip(*shifts.tolist(), alike.tolist(), strict=True):
            inside = joined[across : across + counts.shape[0], up : up + counts.shape[1]]
            inside += number * counts[: inside.shape[0], : inside.shape[1]]
        counts = joined
    places = np.nonzero(counts)
    worths = np.stack([most - place * unit for most, place, unit in zip(best, places, units, strict=True)])
    error = tuple(len(parts) * unit / 2 for unit in units)
    return Spread(worths, counts[places], error)


def count_reaching(parts: Sequence[Part], floors: Sequence[int], most: int = MOST) -> Count:
    """Counts the packages worth at least its floor to every party."""
    listed, counted = _parted(parts)
    second = reduce(_every, listed, Part(np.zeros((len(floors), 1), np.int64), np.zeros(1, np.int64)))
    highest = second.worths.max(axis=1)
    first = _nothing(parts)
    for place, part in enumerate(counted):
        room = highest + sum((later.worths.max(axis=1) for later in counted[place + 1 :]), np.zeros_like(highest))
        least = np.asarray(floors, np.int64) - room
        if first.cell == 1 and _surely_more(first, counted[place:], least, most):
            first = _rounded(first, most, even_so=True)
        first = _reaching(first, part, least)
        if not len(first.counts):
            return Count(0, 0)
        first = _rounded(first, most)
    error = np.asarray(first.error, np.int64)
    high = _met(first, second.worths, np.asarray(floors, np.int64) - error)
    return Count(_met(first, second.worths, np.asarray(floors, np.int64) + error) if error.any() else high, high)


def _groups(valuations: Sequence[Valuation]) -> list[list[int]]:
    every = range(valuations[0].issues)
    ties: list[set[int]] = []
    for valuation in valuations:
        known = len(valuation.linked_issues) == len(valuation.linkages)
        ties += map(set, valuation.linked_issues) if known else [set(every)]
    groups = [{issue} for issue in every]
    for tie in ties:
        tied = [group for group in groups if group & tie]
        if tied:
            groups = [group for group in groups if not group & tie] + [set().union(*tied)]
    return sorted(map(sorted, groups))


def _part(valuations: Sequence[Valuation], sizes: Sequence[int], issues: Sequence[int]) -> Part:
    ways = packages_between([sizes[issue] for issue in issues], 0, count_packages([sizes[issue] for issue in issues]))
    packages = np.ones((len(sizes), ways.shape[1]), np.int8)
    packages[list(issues)] = ways
    worths = np.stack([_worth(valuation, packages, issues) for valuation in valuations])
    return Part(worths, package_numbers(sizes, packages))


def _worth(valuation: Valuation, packages: NDArray[np.int8], issues: Sequence[int]) -> Whole:
    """Weighs some issues and the linkages among them; one that looks at no issue counts with the first."""
    total = np.zeros(packages.shape[1], np.int64)
    for issue in issues:
        total += valuation.scores[issue].take(packages[issue])
    known = len(valuation.linked_issues) == len(valuation.linkages)
    for place, (holds, points) in enumerate(valuation.linkages):
        looked_at = valuation.linked_issues[place] if known else ()
        if (looked_at or (0,))[0] in issues:
            total += holds(packages) * np.int64(points)
    return total


def _nothing(parts: Sequence[Part]) -> Sums:
    parties = len(parts[0].worths)
    one = np.ones(1, np.int64)
    return Sums(np.zeros((parties, 1), np.int64), one, one - 1, (0,) * parties)


def _every(first: Part, second: Part) -> Part:
    worths = (first.worths[:, :, None] + second.worths[:, None, :]).reshape(len(first.worths), -1)
    return Part(worths, np.add.outer(first.numbers, second.numbers).ravel())


def _joined(sums: Sums, part: Part) -> Sums:
    """Adds every way of a part to every sum, and takes equal worths together."""
    every = _every(Part(sums.worths, sums.numbers), part)
    counts = np.repeat(sums.counts, len(part.numbers))
    return _together(Sums(every.worths, counts, every.numbers, sums.error, sums.cell))


def _reaching(sums: Sums, part: Part, least: Whole) -> Sums:
    """Adds every way of a part to every sum, and keeps those that may be worth the least to everybody."""
    found = np.ones((len(sums.counts), len(part.numbers)), np.bool_)
    for worth, way, low, error in zip(sums.worths, part.worths, least.tolist(), sums.error, strict=True):
        found &= worth[:, None] >= low - error - way
    own, ways = np.nonzero(found)
    worths, numbers = sums.worths[:, own] + part.worths[:, ways], sums.numbers[own] + part.numbers[ways]
    joined = Sums(worths, sums.counts[own], numbers, sums.error, sums.cell)
    return joined if sums.cell > 1 or not len(own) else _together(joined)


def _surely_more(sums: Sums, parts: Sequence[Part], least: Whole, most: int) -> bool:
    """Whether more worths than may be kept differ after the next part or two, as some of them tell beyond doubt."""
    part = parts[0]
    if len(parts) > 1 and len(sums.counts) * len(part.numbers) * len(parts[1].numbers) <= _AHEAD * most:
        part, least = _every(part, parts[1]), least + parts[1].worths.max(axis=1)
    if most < LOOKED_AT or len(sums.counts) * len(part.numbers) <= most:
        return False
    codes = np.add.outer(codes_of(sums.worths), codes_of(part.worths))
    classes = classes_of(most)
    own, ways = np.nonzero(in_one_class(codes, classes))
    enough = (sums.worths[:, own] + part.worths[:, ways] >= least[:, None]).all(axis=0)
    return classes * len(np.unique(codes[own, ways][enough])) > 1.25 * most


def _together(sums: Sums) -> Sums:
    order, begins = _alike(sums.worths)
    return Sums(
        sums.worths[:, order[begins]],
        np.add.reduceat(sums.counts[order], begins),
        np.minimum.reduceat(sums.numbers[order], begins),
        sums.error,
        sums.cell,
    )


def _alike(worths: Whole) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """An order in which equal columns stand together, and where each kind begins."""
    codes: NDArray[np.uint64] | Whole = codes_of(worths)
    order = np.argsort(codes)
    same = np.flatnonzero(codes[order[1:]] == codes[order[:-1]])
    if (worths[:, order[same]] != worths[:, order[same + 1]]).any():  # two kinds share a code
        codes = row_codes(worths, worths.shape[1])
        order = np.argsort(codes)
    codes = codes[order]
    return order, np.flatnonzero(np.concatenate([[True], codes[1:] != codes[:-1]]))


def _taken(sums: Sums, places: NDArray[np.intp]) -> Sums:
    return Sums(sums.worths[:, places], sums.counts[places], sums.numbers[places], sums.error, sums.cell)


def _rounded(sums: Sums, most: int, *, even_so: bool = False) -> Sums:
    """Takes near worths together under the middle of their cell, in cells wide enough to leave at most `most`.

    Once that has been done, or is to be done even so, fewer are left.
    """
    if len(sums.counts) <= most and sums.cell == 1 and not even_so:
        return sums
    most = max(1, most // _COARSER)
    if len(sums.counts) <= most:
        return sums
    low = sums.worths.min(axis=1, keepdims=True)
    place = least_width(sums.cell, lambda width: about(codes_of((sums.worths - low) // width), most) <= most)
    while len((found := _in_cells(sums, low, WIDTHS[place])).counts) > most:
        place += 1
    return found


def _in_cells(sums: Sums, low: Whole, width: int) -> Sums:
    middles = (sums.worths - low) // width * width + width // 2 + low
    error = tuple(before + width // 2 for before in sums.error)
    return _together(Sums(middles, sums.counts, sums.numbers, error, width))


def _standing_in(sums: Sums, most: int) -> Sums:
    """Lets one package of each cell stand for all of it, that of the largest sum, where there are too many.

    Once that has been done fewer are left.
    """
    if len(sums.counts) <= most and sums.cell == 1:
        return sums
    most = max(1, most // _FEWER)
    if len(sums.counts) <= most:
        return sums
    order = np.argsort(-sums.worths.sum(axis=0), kind="stable")
    above = (sums.worths - sums.worths.min(axis=1, keepdims=True))[:, order]
    place = least_width(sums.cell, lambda width: about(codes_of(above // width), most) <= most)
    while len(first := _first_of_each(above // WIDTHS[place])) > most:
        place += 1
    error = tuple(before + WIDTHS[place] - 1 for before in sums.error)
    return replace(_taken(sums, np.sort(order[first])), error=error, cell=WIDTHS[place])


def _first_of_each(worths: Whole) -> NDArray[np.intp]:
    first: NDArray[np.intp] = np.unique(row_codes(worths, worths.shape[1]), return_index=True)[1]
    return first


def _parted(parts: Sequence[Part]) -> tuple[list[Part], list[Part]]:
    """Parts the parts: small ones, of which every package is listed, and those whose worths are counted."""
    listed: list[Part] = []
    counted: list[Part] = []
    packages = 1
    for part in reversed(parts):
        if packages * len(part.numbers) <= _LISTED:
            packages *= len(part.numbers)
            listed.append(part)
        else:
            counted.insert(0, part)
    return listed, counted


def _met(first: Sums, second: Whole, floors: Whole) -> int:
    """Counts the pairs whose worths together meet the floors."""
    levels = [levels_of(worth) for worth in second[:, np.argsort(second[0])]]
    order = np.argsort(-first.worths[0])
    return int(count_reaching_all(levels, (floors[:, None] - first.worths)[:, order]) @ first.counts[order])
