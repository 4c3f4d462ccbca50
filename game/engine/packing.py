"""Packages of a table in one integer a row: a field of a few bits for each issue, 0 where the issue is not named.

Many games at once pick out, lay down and compare a package in one operation instead of one for each issue. An issue
has at most seven options and a table at most twenty issues, so that 64 bits hold every table, and 32 most of them.
Who looks at a package issue by issue has it unpacked. Nothing here knows the rules of talks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from game.engine.constants import constant

if TYPE_CHECKING:
    from game.engine.asks import Packages, Truths

Packed = NDArray[Any]
"""Packages, or sets of issues (every bit of a field set), one integer a row."""

_FEW = 512
"""With fewer rows than these all issues are taken at once: calls cost more there than memory does."""
_HALF = 32
"""Bits that are put together in half words, at half the cost, before they become whole ones."""
_AT_A_LOOK = 10
"""Bits of a number that are spread over the fields by one look into a list."""


@dataclass(frozen=True, slots=True)
class Packing:
    """How the packages of one table are packed: `bits` a field, in unsigned integers of `dtype`."""

    issues: int
    bits: int
    dtype: np.dtype[Any]
    ones: NDArray[Any]
    """A 1 in every field."""
    every: NDArray[Any]
    """Every issue."""
    steps: tuple[NDArray[Any], ...]
    """1 to `bits` − 1, by which a field is shifted over its lowest bit."""
    shifts: NDArray[Any]
    """The place of each field, shape `(issues, 1)`."""
    field_mask: NDArray[Any]
    """Every bit of the first field."""
    nothing: NDArray[Any]
    """No issue, and no option of any."""
    closing: tuple[tuple[NDArray[Any], NDArray[Any]], ...]
    """How marks move together: by how many bits, and which bits are then kept, for each step."""
    spreads: NDArray[Any]
    """By number: the set of the first issues whose bits are set in it."""

    def constant(self, value: int) -> NDArray[Any]:
        """Makes a constant of the shape `()`."""
        kind: Any = self.dtype.type
        return constant(value, kind)

    def field(self, place: int) -> int:
        """Returns the set of one issue alone; of none for −1."""
        return 0 if place < 0 else ((1 << self.bits) - 1) << place * self.bits

    def set_of(self, places: Sequence[int]) -> NDArray[Any]:
        """Returns the set of some issues."""
        return self.constant(sum(self.field(place) for place in places))

    def pack(self, packages: NDArray[Any]) -> Packed:
        """Packs option numbers, `(issues, rows)`."""
        if packages.shape[1] < _FEW:
            shifted = packages.astype(self.dtype) << self.shifts
            few: Packed = np.bitwise_or.reduce(shifted, axis=0, dtype=self.dtype)
            return few
        return self.gathered(lambda place: packages[place].astype(np.uint32))

    def gathered(self, field: Callable[[int], NDArray[np.uint32]]) -> Packed:
        """Puts the fields of all issues together; `field` makes that of an issue, which is written over.

        The last is asked for first, and each is laid down before the next one is made.
        """
        at_once, field_bits = _HALF // self.bits, constant(self.bits, np.uint32)
        packed: Packed | None = None
        for first in reversed(range(0, self.issues, at_once)):
            last = min(first + at_once, self.issues) - 1
            part = field(last)
            for place in reversed(range(first, last)):
                part <<= field_bits
                part |= field(place)
            if packed is None:
                packed = part.astype(self.dtype, copy=False)
            else:
                packed <<= self.constant(at_once * self.bits)
                packed |= part.astype(self.dtype, copy=False)
        assert packed is not None
        return packed

    def unpack(self, packed: Packed) -> Packages:
        """Returns the option numbers, `(issues, rows)`."""
        mask = self.field_mask
        if len(packed) < _FEW:
            few: Packages = ((packed >> self.shifts) & mask).astype(np.int8)
            return few
        packages = np.empty((self.issues, len(packed)), np.uint8)
        at_once, byte, field_bits = 8 // self.bits, mask.astype(np.uint8), constant(self.bits, np.uint8)
        for first in range(0, self.issues, at_once):
            several = (packed >> self.shifts[first, 0]).astype(np.uint8)  # whole words cost most: few are looked at
            for options in packages[first : first + at_once]:
                np.bitwise_and(several, byte, options)
                several >>= field_bits
        return packages.view(np.int8)

    def option(self, packed: Packed, place: int) -> NDArray[np.int8]:
        """Returns the option numbers of one issue."""
        options: NDArray[np.int8] = (packed >> self.shifts[place]).astype(np.int8)
        options &= self.field_mask.astype(np.int8)
        return options

    def named(self, packed: Packed) -> Packed:
        """Returns the set of issues that packages name."""
        named = self.marks(packed)
        named *= self.field_mask
        return named

    def marks(self, packed: Packed) -> Packed:
        """Returns a 1 in every field that is not 0."""
        marks: Packed = packed >> self.steps[0]
        marks |= packed
        for step in self.steps[1:]:
            marks |= packed >> step
        marks &= self.ones
        return marks

    def count(self, marks: Packed) -> NDArray[np.uint8]:
        """Counts the marks in every row."""
        counts: NDArray[np.uint8] = np.bitwise_count(marks)
        return counts

    def nth(self, marks: Packed, place: NDArray[np.uint8]) -> NDArray[np.int8]:
        """Returns the number, from 1, of the issue that has the mark at `place` (from 0) among the marks of its row.

        The first ten issues are looked at, or the others where fewer marks than `place` tells lie among these. Where
        there is no such mark the number means nothing.
        """
        half, beyond = marks, np.zeros(len(marks), np.bool_)
        if self.issues > _AT_A_LOOK:
            half = marks & self.constant((1 << _AT_A_LOOK * self.bits) - 1)
            count = np.bitwise_count(half)
            beyond = place >= count
            place = place - count * beyond.view(np.uint8)
            half ^= (half ^ (marks >> self.constant(_AT_A_LOOK * self.bits))) & self.masks(beyond)
        looked = self._close_together(half.astype(self.closing[0][1].dtype))
        looked <<= constant(4, np.uint32)
        looked |= place & constant(15, np.uint8)
        number: NDArray[np.int8] = _nth_bits().take(looked.astype(np.intp))
        number += beyond.view(np.int8) * constant(_AT_A_LOOK, np.int8)
        return number

    def _close_together(self, marks: Packed) -> Packed:
        """Moves the marks of at most ten issues together, one bit each: written over, in pairs, then fours, and on."""
        for shift, groups in self.closing:
            marks |= marks >> shift
            marks &= groups
        return marks

    def masks(self, rows: Truths) -> Packed:
        """Returns every bit set in the rows that are true, none in the others."""
        masks: Packed = rows.astype(self.dtype)
        np.negative(masks, masks)
        return masks

    def spread(self, words: NDArray[np.uint32]) -> Packed:
        """Returns the set of issues whose bits are set in each word, the first issue's lowest."""
        low = constant((1 << _AT_A_LOOK) - 1, np.uint32)
        spread: Packed = self.spreads.take(words & low)
        for first in range(_AT_A_LOOK, self.issues, _AT_A_LOOK):
            part = self.spreads.take((words >> constant(first, np.uint32)) & low)
            part <<= self.constant(first * self.bits)
            spread |= part
        spread &= self.every
        return spread


@lru_cache(maxsize=256)
def packing_of(issues: int, options: int) -> Packing:
    """Makes the packing of a table with so many issues, of which none has more than so many options.

    Raises:
        OverflowError: when 64 bits are too few.
    """
    bits = max(2, options.bit_length())
    if issues * bits > 64:
        raise OverflowError(f"{issues} issues of {options} options do not fit 64 bits")
    dtype = np.dtype(np.uint32 if issues * bits <= _HALF else np.uint64)
    ones = sum(1 << place * bits for place in range(issues))
    every = (1 << issues * bits) - 1
    return Packing(
        issues=issues,
        bits=bits,
        dtype=dtype,
        ones=np.array(ones, dtype),
        every=np.array(every, dtype),
        steps=tuple(np.array(step, dtype) for step in range(1, bits)),
        shifts=np.arange(0, issues * bits, bits, dtype=dtype)[:, None],
        field_mask=np.array((1 << bits) - 1, dtype),
        nothing=np.array(0, dtype),
        closing=_closing(bits),
        spreads=_spreads(issues, bits, dtype),
    )


@lru_cache(maxsize=1)
def _nth_bits() -> NDArray[np.int8]:
    """Lists by ten bits and a place, 16 places for each: which bit, from 1, is the one at that place of those set."""
    places = np.zeros((1 << _AT_A_LOOK, 16), np.int8)
    for bits in range(1 << _AT_A_LOOK):
        held = [number for number in range(1, _AT_A_LOOK + 1) if bits >> number - 1 & 1]
        places[bits, : len(held)] = held
    return places.ravel()


def _closing(bits: int) -> tuple[tuple[NDArray[Any], NDArray[Any]], ...]:
    """Makes the steps in which the marks of ten issues move together: groups of one, of two, of four, and on."""
    steps = []
    group, dtype = 1, np.dtype(np.uint32 if _AT_A_LOOK * bits <= _HALF else np.uint64)
    while group < _AT_A_LOOK:
        kept = sum((1 << 2 * group) - 1 << first * bits for first in range(0, _AT_A_LOOK, 2 * group))
        steps.append((np.array(group * (bits - 1), dtype), np.array(kept, dtype)))
        group *= 2
    return tuple(steps)


def _spreads(issues: int, bits: int, dtype: np.dtype[Any]) -> NDArray[Any]:
    """Makes the list of sets by number; in tables of fewer issues higher bits count for nothing."""
    numbers = np.arange(1 << _AT_A_LOOK, dtype=dtype)
    spreads = np.zeros_like(numbers)
    for place in range(min(issues, _AT_A_LOOK)):
        bit = (numbers >> dtype.type(place)) & dtype.type(1)
        spreads |= (bit * dtype.type((1 << bits) - 1)) << dtype.type(place * bits)
    return spreads
