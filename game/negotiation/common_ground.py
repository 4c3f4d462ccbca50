"""What all the others ask for alike, where that is no worse for oneself than what one would offer anyway.

Such terms can be settled alone when talks over everything have come to a stop: nobody gives anything for them. When
that is wise is not decided here.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from game.negotiation.worths import Packages, Valuation


def common_ground(
    valuation: Valuation,
    offer: Packages,
    asked: Sequence[Packages],
    bound: NDArray[np.bool_],
    nameable: NDArray[np.bool_],
    settled: Packages,
) -> Packages:
    """Finds the options that all others whom an issue binds ask for; 0 where they differ, or have not spoken.

    None is worth less to oneself than the option of `offer`, or than leaving its issue open, and together with what is
    `settled` they lower no worth: where they would, through linkages, there are none. `bound` has shape
    `(others, issues)`, the rest `(issues, rows)`.
    """
    terms = np.zeros_like(offer)
    for issue, score in enumerate(valuation.scores):
        words = [positions[issue] for positions, binds in zip(asked, bound, strict=True) if binds[issue]]
        if not words:
            continue
        same = np.logical_and.reduce([word == words[0] for word in words]) & (words[0] != 0) & nameable[issue]
        worth = score.take(words[0])
        terms[issue] = words[0] * (same & (worth >= score.take(offer[issue])) & (worth >= score[0]))
    gains = valuation.worth(np.where(terms == 0, settled, terms)) >= valuation.worth(settled)
    return terms * gains
