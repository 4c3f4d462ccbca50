"""The effects of one step as generated source: amounts from the state before, sums held in range once.

Each target column gets one new array. With `trace` the same text also hands out each effect's amount, so that
accounts can be itemised; both forms end in equal bytes. A selector is an array of numbers, one a row, and an
effect acts where its selector has its number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import gcd
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.emit import Emitter, number, width_of
from game.scenario.cast import Column, Effect

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Selected:
    """An effect that acts where selector number `selector` equals `value`."""

    selector: int
    value: int
    effect: Effect


def write_changes(
    name: str, effects: Iterable[Selected], columns: Mapping[str, Column], emitter: Emitter, *, trace: bool
) -> str:
    """Writes `def NAME(c, m[, t])`, which returns new arrays by column place and changes nothing.

    With `trace`, `t(effect number, amount)` is called for each effect, in file order within its column.
    """
    writer = _Writer(emitter, columns, trace)
    by_column: dict[str, list[tuple[int, Selected]]] = {}
    for index, selected in enumerate(effects):
        by_column.setdefault(selected.effect.column, []).append((index, selected))
    for column, items in by_column.items():
        writer.column(columns[column], items)
    lines = [*writer.masks.values(), *writer.lines]
    results = ", ".join(f"{place}: n{place}" for place in writer.written)
    head = f"def {name}(c, m{', t' if trace else ''}):"
    return "\n    ".join([head, *lines, f"return {{{results}}}"]) + "\n"


class _Writer:
    def __init__(self, emitter: Emitter, columns: Mapping[str, Column], trace: bool) -> None:
        self.emitter, self.columns, self.trace = emitter, columns, trace
        self.masks: dict[tuple[int, int], str] = {}
        self.lines: list[str] = []
        self.written: list[int] = []

    def column(self, column: Column, items: list[tuple[int, Selected]]) -> None:
        place = self.emitter.places[column.name]
        self.written.append(place)
        if items[0][1].effect.operator == "set":
            self._set(column, place, items)
        else:
            self._change(column, place, items)

    def _mask(self, selected: Selected) -> str:
        key = (selected.selector, selected.value)
        name = f"e{key[0]}_{key[1]}"
        self.masks.setdefault(key, f"{name} = m[{key[0]}] == i1({key[1]})")
        if selected.effect.when is None:
            return name
        when = self.emitter.truth(selected.effect.when.tree)
        return f"({name} & {when.text})"

    def _change(self, column: Column, place: int, items: list[tuple[int, Selected]]) -> None:
        least, most = _reach(item for _, item in items)
        low, high = column.low + least, column.high + most
        width = _sum_width(low, high, column.low, column.high, least, most)
        own = self.emitter.widths[column.name]
        terms = [f"c[{place}]" if own == width else f"c[{place}].astype({width})"]
        terms += self._traced_terms(items, width) if self.trace else self._terms([item for _, item in items], width)
        text = " + ".join(terms)
        if low < column.low or high > column.high:  # minimum and maximum go item by item where one side is a constant
            text = f"({text}).clip({width}({column.low}), {width}({column.high}))"
        self.lines.append(f"n{place} = {text}" if own == width else f"n{place} = ({text}).astype({own})")

    def _terms(self, items: list[Selected], width: str) -> list[str]:
        fixed = [item for item in items if width != "i1" and _constant(item) is not None]
        others = [item for item in items if width == "i1" or _constant(item) is None]
        return [self._fixed_sum(fixed, width)] * bool(fixed) + [self._term(item, width) for item in others]

    def _traced_terms(self, items: list[tuple[int, Selected]], width: str) -> list[str]:
        for index, item in items:
            self.lines += [f"a{index} = {self._term(item, width)}", f"t({index}, a{index})"]
        return [f"a{index}" for index, _ in items]

    def _term(self, item: Selected, width: str) -> str:
        amount = number(self.emitter.numeric(item.effect.amount.tree), width)
        return f"{_as_number(self._mask(item), width)} * {amount}"

    def _fixed_sum(self, items: list[Selected], width: str) -> str:
        """Writes the sum of constant amounts, in units of their greatest common divisor: these are often narrow."""
        unit = gcd(*(_constant(item) or 0 for item in items)) or 1
        least, most = _reach(items)
        narrow = _sum_width(least // unit, most // unit)
        terms = (
            f"{_as_number(self._mask(item), narrow)} * {narrow}({(_constant(item) or 0) // unit})" for item in items
        )
        total = f"({' + '.join(terms)})" + (f".astype({width})" if narrow != width else "")
        return total if unit == 1 else f"{total} * {width}({unit})"

    def _set(self, column: Column, place: int, items: list[tuple[int, Selected]]) -> None:
        own = self.emitter.widths[column.name]
        self.lines.append(f"n{place} = c[{place}]")
        for group in self._set_alike(items):
            index, item = group[0]
            tree = item.effect.amount.tree
            width = width_of(tree.low, tree.high, column.low, column.high)
            value = wanted = number(self.emitter.numeric(tree), width)
            if tree.low < column.low or tree.high > column.high:
                value = f"clip({value}, {column.low}, {column.high})"
            value = value if width == own else f"{own}({value})" if tree.low == tree.high else f"{value}.astype({own})"
            mask = " | ".join(self._mask(one) for _, one in group)
            mask = mask if len(group) == 1 else f"({mask})"
            if self.trace:
                self.lines.append(f"a{index} = where({mask}, i8(0) + {wanted} - n{place}, i8(0))")
                self.lines.append(f"t({index}, a{index})")
            self.lines.append(f"n{place} = n{place} ^ ((n{place} ^ {value}) & -{_as_number(mask, own)})")

    def _set_alike(self, items: list[tuple[int, Selected]]) -> list[list[tuple[int, Selected]]]:
        """Groups effects that follow each other and set the same constant; traced, each stands alone."""
        groups: list[list[tuple[int, Selected]]] = []
        for index, item in items:
            value = _constant(item)
            if groups and not self.trace and value is not None and _constant(groups[-1][-1][1]) == value:
                groups[-1].append((index, item))
            else:
                groups.append([(index, item)])
        return groups


def _constant(item: Selected) -> int | None:
    tree = item.effect.amount.tree
    return tree.low if tree.low == tree.high else None


def _reach(items: Iterable[Selected]) -> tuple[int, int]:
    """Bounds the sum of effects: of those of one selector, only the ones with the same number act together."""
    sums: dict[int, dict[int, tuple[int, int]]] = {}
    for item in items:
        amount = item.effect.amount.tree
        values = sums.setdefault(item.selector, {})
        least, most = values.get(item.value, (0, 0))
        values[item.value] = least + min(0, amount.low), most + max(0, amount.high)
    least = sum(min(low for low, _ in values.values()) for values in sums.values())
    return least, sum(max(high for _, high in values.values()) for values in sums.values())


def _as_number(mask: str, width: str) -> str:
    """Writes a truth as 0 or 1 of a width."""
    return f"{mask}.view(i1)" if width == "i1" else f"{mask}.astype({width})"


def _sum_width(*bounds: int) -> str:
    """Names the width of a sum: each of its parts is proved to fit 32 bits, and all of them together may not."""
    fits = min(bounds) >= -(2**31) and max(bounds) < 2**31
    return width_of(*bounds) if fits else "i8"


_PER_COLUMN, _PER_EFFECT, _PER_PICK, _PER_CALL = 8, 12, 92, 6
"""What a column of 8 bits, an effect on it, picking a column out and putting it back, and the calls for that cost."""


def most_picked(effects: Iterable[Selected], widths: Mapping[str, str]) -> float:
    """Estimates below what share of the rows it pays to pick these out, apply effects, and put the results back.

    The figures are microseconds for 65,536 rows, measured once: only their proportions count.
    """
    costs: dict[str, int] = {}
    for selected in effects:
        name = selected.effect.column
        size = int(widths[name][1:])
        costs[name] = costs.get(name, _PER_COLUMN * size) + _PER_EFFECT * size
    everywhere = sum(costs.values())
    return max(0.0, (everywhere - _PER_CALL * len(costs)) / (everywhere + _PER_PICK * len(costs) or 1))


def names_for_source() -> dict[str, object]:
    """Returns the names that generated source may use, and nothing else."""
    return {
        "__builtins__": {"min": min, "max": max, "__import__": __import__},  # numpy imports at its first clip
        "i1": np.int8,
        "i2": np.int16,
        "i4": np.int32,
        "i8": np.int64,
        "where": np.where,
        "only": only,
        "pick": pick,
        "minimum": np.minimum,
        "maximum": np.maximum,
        "clip": np.clip,
    }


def only(test: NDArray[np.bool_], then: Array) -> Array:
    """Takes `then` where the test holds, else 0: far quicker than `where` on few bits."""
    mask: Array = -(test.view(np.int8) if then.dtype == np.int8 else test.astype(then.dtype))
    mask &= then
    return mask


def pick(test: NDArray[np.bool_], then: Array | np.int8, otherwise: Array) -> Array:
    """Takes `then` where the test holds, else `otherwise`, both of one width."""
    picked: Array = only(test, then ^ otherwise)
    picked ^= otherwise
    return picked
