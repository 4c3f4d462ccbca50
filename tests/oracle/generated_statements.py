"""Invented numbers, conditions and effects over what an invented file has so far, each allowed where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

PARTIES = ("arden", "borrel", "corvane", "dunmere")
REGIONS = ("lantern-rock", "gull-shoal", "long-strand")
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Known:
    """A column that expressions may read: its range or values, who knows it and who believes something of it."""

    name: str
    low: int
    high: int
    values: tuple[str, ...] | None
    known_to: frozenset[str] | None
    believed: frozenset[str] = frozenset()

    def serves(self, audience: frozenset[str] | None) -> bool:
        """Tells whether everybody in `audience` (None: everybody there is) may read it."""
        if self.known_to is None:
            return True
        return audience is not None and audience <= self.known_to | self.believed


class Statements:
    """What a file has so far, and statements about it."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.parties = tuple(random.sample(PARTIES, random.randint(2, 4)))
        self.regions = tuple(random.sample(REGIONS, random.randint(0, 3)))
        self.variables: dict[str, Json] = {}
        self.columns: list[Known] = []
        self.written: list[Known] = []
        """Those that effects may change."""
        self.promises: dict[str, Json] = {}
        self.steps: list[Json] = []
        self.open_tables: dict[str, Json] = {}
        self.sealed: set[str] = set()

    def _once(self, chance: float) -> bool:
        return self.random.random() < chance

    def _some(self, among: Sequence[str], least: int = 1) -> list[str]:
        return self.random.sample(among, self.random.randint(least, len(among)))

    # Expressions

    def number(self, audience: frozenset[str] | None, depth: int, *, all_knowing: bool = True) -> str:
        """A number that `audience` may read; with None and `all_knowing`, one that reads anything."""
        random, deeper = self.random, depth - 1
        numbers = [one.name for one in self._readable(audience, all_knowing) if one.values is None]
        if depth == 0 or self._once(0.25):
            return (
                random.choice(numbers) if numbers and self._once(0.7) else str(random.choice([0, 1, 7, -5, 100, 300]))
            )

        def part() -> str:
            return self.number(audience, deeper, all_knowing=all_knowing)

        made = random.randrange(6)
        if made == 0:
            return f"({part()} {random.choice('+-')} {part()})"
        if made == 1:
            return f"({self._held(part(), -90, 90)} * {self._held(part(), -20, 300)})"
        if made == 2:
            return f"({part()}) / {random.choice([1, 2, 3, 7, 100, 200, 5000])}"
        if made == 3:
            return f"{random.choice(['min', 'max'])}({', '.join(part() for _ in range(random.randint(2, 3)))})"
        return f"({part()} if {self.truth(audience, deeper, all_knowing=all_knowing)} else {part()})"

    def truth(self, audience: frozenset[str] | None, depth: int, *, all_knowing: bool = True) -> str:
        """A condition that `audience` may read."""
        random, named = self.random, [one for one in self._readable(audience, all_knowing) if one.values]
        if depth > 0 and self._once(0.4):
            parts = [self.truth(audience, depth - 1, all_knowing=all_knowing) for _ in range(2)]
            return random.choice([f"({parts[0]} and {parts[1]})", f"({parts[0]} or {parts[1]})", f"not ({parts[0]})"])
        if self._once(0.04):
            return random.choice(["always", "never"])
        if named and self._once(0.5):
            one = random.choice(named)
            words = list(one.values or ())
            if self._once(0.3):
                return f"{one.name} in [{', '.join(random.sample(words, random.randint(1, len(words))))}]"
            return f"{one.name} {random.choice(['==', '!='])} {random.choice(words)}"
        sides = [self.number(audience, max(0, depth - 1), all_knowing=all_knowing) for _ in range(2)]
        return f"{sides[0]} {random.choice(['==', '!=', '<', '<=', '>', '>='])} {sides[1]}"

    def _readable(self, audience: frozenset[str] | None, all_knowing: bool) -> list[Known]:
        if audience is None and all_knowing:
            return self.columns
        return [column for column in self.columns if column.serves(audience)]

    def _held(self, formula: str, low: int, high: int) -> str:
        return f"max({low}, min({high}, {formula}))"

    # Effects

    def _effects(self, settable: list[Known], changeable: list[Known], most: int) -> list[Json]:
        """Effects of one bundle: each settable column is set once at most, changeable ones may be changed often."""
        made: list[Json] = []
        for column in self.random.sample(settable, min(len(settable), self.random.randint(0, 2))):
            made.append({"do": f"{column.name} = {self._setting(column)}", "because": "r"})
        for _ in range(self.random.randint(0, most) if changeable else 0):
            column = self.random.choice(changeable)
            made.append({"do": f"{column.name} {self.random.choice('+-')}= {self.number(None, 2)}", "because": "r"})
        promises = self._makeable()
        if promises and self._once(0.25):
            made.append({"do": f"make {self.random.choice(promises)}", "because": "r"})
        for effect in made:
            if self._once(0.3):
                effect["when"] = self.truth(None, 1)
        return made

    def _makeable(self) -> list[str]:
        """The promises that an effect may make here."""
        return list(self.promises)

    def _setting(self, column: Known) -> str:
        if column.values is None:
            return self.number(None, 2)
        alike = [one.name for one in self.columns if one.values == column.values and one.name != column.name]
        words = [*column.values, *alike]
        first, second = self.random.choice(words), self.random.choice(words)
        return f"{first} if {self.truth(None, 1)} else {second}" if self._once(0.3) else first

    def _parted(self, groups: int) -> tuple[list[list[Known]], list[Known]]:
        """Parts the columns of one moment: those that each group may set, and those that all may change."""
        setting: list[list[Known]] = [[] for _ in range(groups)]
        changing = []
        for column in self.written:
            if column.values is None and self._once(0.6):
                changing.append(column)
            else:
                self.random.choice(setting).append(column)
        return setting, changing
