"""What a scenario says of the map beside its variables: how land stands that it does not change, and what it speaks of.

The map colours every region of the world catalogue. A region that the file lists has columns of its own; how the
others stand at that time, and what is anybody's zone or claim, is told here, and changes nothing in play.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from game.scenario.tree import Condition

Tenure = Literal["owned", "occupied", "leased", "zone", "claimed"]
SheetName = Literal["north", "europe", "far-east", "world"]
"""The sheets that maps are drawn on, the closest first."""
HELD: dict[Tenure, str] = {"owned": "owner", "occupied": "occupied-by", "leased": "leased-to"}
"""The variable of the world catalogue that tells the same of a region that the file lists."""
FIRM: frozenset[Tenure] = frozenset({"owned", "leased"})
"""What of a region that the file lists is told by its variables alone."""


@dataclass(frozen=True, slots=True)
class LandRule:
    """How a party stands to land between two days while `when` holds, by what the viewer of the map knows.

    Of a region that the file lists, `occupied` tells nothing while its own variable names an occupier.
    """

    tenure: Tenure
    party: str
    regions: tuple[str, ...]
    when: Condition | None
    sources: tuple[str, ...]
    first_day: str = ""
    """Empty where it has been so from the beginning."""
    last_day: str = ""
    """Empty where it stays so to the end."""
    known_to: frozenset[str] | None = None
    """None for everybody."""

    def spans(self, day: str) -> bool:
        """Tells whether it may be so on a day."""
        return self.first_day <= day and (not self.last_day or day <= self.last_day)


@dataclass(frozen=True, slots=True)
class MapRules:
    """The map of a scenario.

    `sheet` is the one that opens first; empty for the closest that shows all regions of the file. Of two rules that
    tell the same tenure of the same region, the later one holds. `speaks_of` has regions by step, or by `STEP.ISSUE`.
    """

    sheet: str = ""
    lands: tuple[LandRule, ...] = ()
    speaks_of: Mapping[str, tuple[str, ...]] | None = None

    def spoken_of(self, subject: str) -> tuple[str, ...]:
        """The regions that a step, or an issue as `STEP.ISSUE`, speaks of by the file's own word."""
        return (self.speaks_of or {}).get(subject, ())
