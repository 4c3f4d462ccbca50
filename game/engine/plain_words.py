"""How many options in plain words a proposal newly names: what costs hours beyond the proposal itself.

Only a few neighbouring issues of a table have such options, so packed packages are cut down to these fields first. Then
lists tell by a stretch of fields which of its options are plain.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.packing import Packed, Packing, packing_of

_MOST_BITS = 12
"""Bits of one look: longer lists fall out of the processor's nearest cache."""


@dataclass(frozen=True, slots=True)
class Look:
    """A stretch of fields: how far it is shifted down, its bits, and by its number a mark for each plain option."""

    shift: NDArray[Any]
    mask: NDArray[Any]
    marks: NDArray[Any]


@dataclass(frozen=True, slots=True)
class PlainWords:
    """The fields of a table's issues from the first to the last that has an option in plain words: a small package.

    `first` is how far packages are shifted down to it, `packing` how it is packed.
    """

    first: NDArray[Any]
    packing: Packing
    looks: tuple[Look, ...]

    def newly_named(self, terms: Packed, standing: Packed) -> NDArray[np.uint8]:
        """Counts in every row the plain options of `terms` that do not stand already."""
        named, stood = ((one >> self.first).astype(self.packing.dtype) for one in (terms, standing))
        plain = np.zeros_like(named)
        for look in self.looks:
            stretch = named >> look.shift
            stretch &= look.mask
            plain |= look.marks.take(stretch.astype(np.intp))
        plain &= self.packing.marks(named ^ stood)
        return self.packing.count(plain)


def plain_words(plain: tuple[int, ...], packing: Packing) -> PlainWords | None:
    """Makes the lists from bits for the plain options of each issue, option number − 1; None where there are none."""
    places = [place for place, bits in enumerate(plain) if bits]
    if not places:
        return None
    kept, bits = plain[places[0] : places[-1] + 1], packing.bits
    small = packing_of(len(kept), (1 << bits) - 1)
    at_once = max(1, _MOST_BITS // bits)
    looks = []
    for first in range(0, len(kept), at_once):
        marks = np.zeros(1, small.dtype)
        for place, options in enumerate(kept[first : first + at_once]):
            own = [(options << 1 >> number & 1) << (first + place) * bits for number in range(1 << bits)]
            marks = (marks[None, :] | np.array(own, small.dtype)[:, None]).ravel()
        looks.append(Look(small.constant(first * bits), small.constant(len(marks) - 1), marks))
    return PlainWords(packing.constant(places[0] * bits), small, tuple(looks))
