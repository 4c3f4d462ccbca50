"""What another party seems to want, judged from its positions at the table alone.

Until it has spoken on an issue, it is taken to want the opposite of what oneself wants. Once it has, it is
taken to want no more than it asks: beyond its position nothing is gained by giving. What it still asks for
against one's own interest is what it insists upon; where it asks for what suits oneself there is nothing to
give. Nothing here looks at another party's values.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.negotiation.worths import Packages, Valuation

Wants = tuple[NDArray[np.int16], ...]
"""By issue: points that the others are thought to put on each option, shape `(options, rows)`, from 0."""

FULL = 100
"""Points of the most wanted option of an issue that matters."""


def opposition(score: NDArray[np.int32]) -> NDArray[np.int16]:
    """Rates the options of one issue by how much they cost oneself, 0–100; shape `(options,)`.

    >>> opposition(np.array([0, 0, 30, 90], np.int32)).tolist()
    [100, 66, 0]
    """
    options = score[1:]
    room = int(options.max() - options.min())
    return ((options.max() - options) * FULL // room if room else options * 0).astype(np.int16)


def presumed_wants(valuation: Valuation) -> tuple[NDArray[np.int16], ...]:
    """Presumes that another party wants the opposite on every issue alike; by issue, shape `(options, 1)`."""
    return tuple(opposition(score)[:, None] for score in valuation.scores)


def wants(valuation: Valuation, asked: Packages) -> Wants:
    """Estimates what another wants from what it last asked for on each issue, shape `(issues, rows)`."""
    return tuple(_wanted(score, options) for score, options in zip(valuation.scores, asked, strict=True))


def satisfaction(wanted: Wants, packages: Packages, steps: int) -> NDArray[np.int16]:
    """Rates how much of what is wanted each package gives: 0 to `steps`, rounded down."""
    most, given = np.ones(packages.shape[1], np.int32), np.zeros(packages.shape[1], np.int32)
    rows = np.arange(packages.shape[1])
    for points, options in zip(wanted, packages, strict=True):
        most += points.max(axis=0)
        given += points[options - 1, rows]
    return (given * np.int32(steps) // most).astype(np.int16)


def _wanted(score: NDArray[np.int32], asked: NDArray[np.int8]) -> NDArray[np.int16]:
    cost = opposition(score)
    if not cost.any():
        options = np.arange(1, len(score), dtype=np.int8)
        exactly: NDArray[np.int16] = (asked == options[:, None]) * np.int16(FULL)
        return exactly
    demand = np.concatenate([np.array([FULL], np.int16), cost]).take(asked, mode="clip")
    wanted: NDArray[np.int16] = np.minimum(cost[:, None], demand)
    return wanted
