"""Effects come to the same numbers however few operations they are written in: with accounts, without, and by hand."""

from __future__ import annotations

from random import Random
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from game.engine.changes import names_for_source, write_changes
from game.engine.effects import Selected
from game.engine.emit import Emitter, hoisted, width_of
from game.scenario.cast import Column, Effect, Text
from game.scenario.positions import NOWHERE
from game.scenario.tree import Formula, Number, Read

ROWS = 400
RANGES = ((0, 100), (-100, 100), (-128, 127), (0, 2), (5, 90), (0, 3000), (-20_000, 20_000), (0, 600_000))
COLUMNS = {
    f"c{place}": Column(f"c{place}", low, high, low, None, None, {}, f"c{place}")
    for place, (low, high) in enumerate(RANGES)
}
PLACES = {name: place for place, name in enumerate(COLUMNS)}
WIDTHS = {name: width_of(column.low, column.high) for name, column in COLUMNS.items()}
TOLD = Text("", (), NOWHERE)


def effect(column: Column, operator: Any, amount: Number | Read, selector: int, value: int) -> Selected:
    return Selected(selector, value, Effect(column.name, operator, Formula("", NOWHERE, amount), None, TOLD, NOWHERE))


def drawn_effects(random: Random) -> list[Selected]:
    """Draws effects that change or set columns, each by several options of three selectors."""
    found: list[Selected] = []
    for column in COLUMNS.values():
        operator = random.choice(("change", "change", "set"))
        span = column.high - column.low
        unit = random.choice((1, 1, max(1, span // 50)))
        for _ in range(random.randrange(7)):
            most = random.choice((span, span, 250)) // unit
            amount = unit * random.randint(-most, most) if operator == "change" else random.randint(-5, span + 5)
            variable = column.name == "c4" and random.random() < 0.3
            read = Read("c3", 0, 2) if variable else Number(amount)
            found.append(effect(column, operator, read, random.randrange(3), random.randint(1, 4)))
    return found


def by_hand(effects: list[Selected], before: list[NDArray[Any]], selectors: list[NDArray[np.int8]]) -> list[list[int]]:
    """Works every row out by itself."""
    after = [[int(number) for number in column] for column in before]
    for row in range(ROWS):
        sums = [0] * len(before)
        for one in effects:
            if selectors[one.selector][row] != one.value:
                continue
            place, tree = PLACES[one.effect.column], one.effect.amount.tree
            amount = int(before[PLACES["c3"]][row]) if isinstance(tree, Read) else tree.low
            if one.effect.operator == "set":
                after[place][row] = amount
            else:
                sums[place] += amount
        for place, (low, high) in enumerate(RANGES):
            after[place][row] = min(max(after[place][row] + sums[place], low), high)
    return after


@pytest.mark.parametrize("seed", range(25))
def test_effects_summed_together_come_to_what_they_come_to_one_by_one(seed: int) -> None:
    random = Random(seed)
    effects, emitter = drawn_effects(random), Emitter(PLACES, WIDTHS)
    texts = [write_changes(name, effects, COLUMNS, emitter, trace=name == "traced") for name in ("plain", "traced")]
    source, constants = hoisted("".join(texts))
    made: dict[str, Any] = names_for_source() | constants
    exec(source, made)
    dice = np.random.default_rng(seed)
    before = [
        dice.choice(np.array([low, high, *dice.integers(low, high + 1, 20)]), ROWS).astype(WIDTHS[f"c{place}"])
        for place, (low, high) in enumerate(RANGES)
    ]
    kept = [column.copy() for column in before]
    selectors = [dice.integers(0, 5, ROWS).astype(np.int8) for _ in range(3)]
    amounts: dict[int, NDArray[Any]] = {}
    plain, traced = made["plain"](before, selectors), made["traced"](before, selectors, amounts.__setitem__)
    expected = by_hand(effects, before, selectors)
    for place, column in enumerate(before):
        assert (column == kept[place]).all(), "the columns from before are not written"
        for new in (plain, traced):
            assert new.get(place, column).tolist() == expected[place]
            assert new.get(place, column).dtype == column.dtype
    assert sorted(amounts) == list(range(len(effects)))
