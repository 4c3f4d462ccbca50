"""Effects as generated source sees them: which selector an effect hangs on, and how far sums of them can reach.

Nothing is written here: what source comes of effects is the business of `writing`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.engine.emit import width_of
from game.scenario.cast import Effect


@dataclass(frozen=True, slots=True)
class Selected:
    """An effect that acts where selector number `selector` equals `value`."""

    selector: int
    value: int
    effect: Effect

    @property
    def constant(self) -> int | None:
        """The amount, where it is the same in every game."""
        tree = self.effect.amount.tree
        return tree.low if tree.low == tree.high else None

    @property
    def amount(self) -> int:
        """The amount of an effect of which it is known that it is constant."""
        assert self.constant is not None
        return self.constant


def reach(items: Iterable[Selected]) -> tuple[int, int]:
    """Bounds the sum of effects: of those of one selector, only the ones with the same number act together."""
    sums: dict[int, dict[int, tuple[int, int]]] = {}
    for item in items:
        amount = item.effect.amount.tree
        values = sums.setdefault(item.selector, {})
        least, most = values.get(item.value, (0, 0))
        values[item.value] = least + min(0, amount.low), most + max(0, amount.high)
    least = sum(min(low for low, _ in values.values()) for values in sums.values())
    return least, sum(max(high for _, high in values.values()) for values in sums.values())


def sum_width(*bounds: int) -> str:
    """Names the width of a sum: each of its parts is proved to fit 32 bits, and all of them together may not."""
    fits = min(bounds) >= -(2**31) and max(bounds) < 2**31
    return width_of(*bounds) if fits else "i8"
