"""What packages are worth to one party: Σ weight × value + linkages, in whole points.

A package is an array of option numbers by issue, from 1; 0 means that the issue is left open and falls to its
unsettled option. Worths are 32-bit integers; the walk-away value w (0–100) is met when
`worth >= w * total_weight`, exactly. Nothing here knows of scenarios, turns or seats.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Packages = NDArray[np.int8]
Worth = NDArray[np.int32]
Holds = Callable[[Packages], NDArray[np.bool_]]
"""Tells for packages of shape `(issues, rows)`, every issue named, in which rows a linkage holds."""


@dataclass(frozen=True, slots=True)
class Valuation:
    """One party's values at one table.

    `scores[i]` has shape `(options + 1,)`: weight × value by option number; entry 0 is the unsettled option's.
    `unsettled[i]` is that option's number. `linkages` add their points where they hold; `linked_issues` names by
    place the issues that each one looks at, and is empty where that is not known.
    """

    scores: tuple[NDArray[np.int32], ...]
    unsettled: tuple[int, ...]
    total_weight: int
    linkages: tuple[tuple[Holds, int], ...] = ()
    linked_issues: tuple[tuple[int, ...], ...] = ()

    @property
    def issues(self) -> int:
        """The number of issues."""
        return len(self.scores)

    def worth(self, packages: Packages) -> Worth:
        """Computes the worth of each package; shape `(issues, rows)` to `(rows,)`."""
        total = np.zeros(packages.shape[1], np.int32)
        for score, numbers in zip(self.scores, packages, strict=True):
            total += score.take(numbers, mode="clip")
        return total + self.linked(packages) if self.linkages else total

    def linked(self, packages: Packages) -> Worth:
        """Computes what the linkages alone add to each package."""
        total = np.zeros(packages.shape[1], np.int32)
        if self.linkages:
            complete = self.complete(packages)
            for holds, points in self.linkages:
                total += holds(complete) * np.int32(points)
        return total

    def tied_to(self, issue: int) -> Valuation:
        """The same values with those linkages alone that look at an issue; with all where that is not known."""
        if not self.linked_issues:
            return self
        tied = [place for place, issues in enumerate(self.linked_issues) if issue in issues]
        linkages = tuple(self.linkages[place] for place in tied)
        return replace(self, linkages=linkages, linked_issues=tuple(self.linked_issues[place] for place in tied))

    def complete(self, packages: Packages) -> Packages:
        """Fills each open issue (0) with its unsettled option."""
        unsettled = np.asarray(self.unsettled, np.int8)[:, None]
        return np.where(packages == 0, unsettled, packages)

    def walk_away_worth(self, walk_away: NDArray[np.int32]) -> Worth:
        """Converts walk-away values, 0–100 of the total weight, to the worth that meets them."""
        return walk_away.astype(np.int32) * np.int32(self.total_weight)
