"""How styles choose between options: uniformly, or drawn by the interest that an option serves at once.

Bargaining is not done here.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from game.engine.asks import ChoiceAsk, Numbers, Truths
from game.engine.chance import Stream
from game.engine.constants import constant

_ONE = constant(1, np.int8)
_MOST_POINTS = 10_000
"""Points of interest beyond this count no more: weights stay within what one draw can tell apart."""


def choose_uniformly(ask: ChoiceAsk, stream: Stream) -> Numbers:
    """Draws among the legal options, each as likely."""
    if ask.legal is None:
        few = len(ask.options) == 3  # not a power of two, and few: comparing is the quickest
        number = stream.weighted(0, (1, 1, 1)) if few else stream.below(0, len(ask.options)).astype(np.int8)
        number += _ONE
        return number
    counts = count_true(ask.legal)
    return nth_true(stream.below(0, counts.astype(np.int32)).astype(np.int8), ask.legal)


def choose_by_interest(ask: ChoiceAsk, stream: Stream) -> Numbers:
    """Draws among the legal options with weight 1 + the points of immediate interest gained, if any."""
    weights = np.clip(ask.gain(), 0, _MOST_POINTS) + np.int32(1)
    if ask.legal is not None:
        weights = weights * np.asarray(ask.legal)
    return stream.weighted(0, list(weights.astype(np.int32))) + np.int8(1)


def choose_most_gain(ask: ChoiceAsk) -> Numbers:
    """Takes the legal option that gains most immediate interest; ties go to the first in the file."""
    gain = ask.gain()
    if ask.legal is not None:
        gain = np.where(np.asarray(ask.legal), gain, np.iinfo(np.int32).min)
    number: Numbers = (gain.argmax(axis=0) + 1).astype(np.int8)
    return number


def is_legal(ask: ChoiceAsk, number: int) -> Truths | bool:
    """Tells in which rows an option may be taken; 0 is no option."""
    if number == 0:
        return False
    return True if ask.legal is None else ask.legal[number - 1]


def count_true(truths: Sequence[Truths]) -> NDArray[np.int8]:
    """Counts the true ones of several truths in each row."""
    counts = np.zeros(len(truths[0]), np.int8)
    for truth in truths:
        counts += np.int8(1) if truth.all() else truth.view(np.int8)
    return counts


def nth_true(place: NDArray[np.int8], truths: Sequence[Truths]) -> Numbers:
    """Returns the number, from 1, of the true one at `place` (from 0) among the true ones of each row; 0 for none."""
    number = place + np.int8(1)
    for option, truth in enumerate(truths, start=1):
        if not truth.all():
            number += ((number >= np.int8(option)) & ~truth).view(np.int8)
    return number * (number <= np.int8(len(truths))).view(np.int8)
