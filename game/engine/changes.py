"""The effects of one step as generated source: amounts from the state before, sums held in range once.

Each target column gets one new array. With `trace` the same text also hands out each effect's amount, so that
accounts can be itemised; both forms end in equal bytes. A selector is an array of numbers, one a row, and an
effect acts where its selector has its number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from game.engine.emit import Emitter, number, width_of
from game.scenario.model import Column, Effect


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
        self.masks.setdefault(key, f"{name} = m[{key[0]}] == {key[1]}")
        if selected.effect.when is None:
            return name
        when = self.emitter.truth(selected.effect.when.tree)
        return f"({name} & {when.text})"

    def _change(self, column: Column, place: int, items: list[tuple[int, Selected]]) -> None:
        amounts = [item.effect.amount.tree for _, item in items]
        low = column.low + sum(min(0, amount.low) for amount in amounts)
        high = column.high + sum(max(0, amount.high) for amount in amounts)
        width = _sum_width(low, high, column.low, column.high, *(b for a in amounts for b in (a.low, a.high)))
        own = self.emitter.widths[column.name]
        total = f"c[{place}]" if own == width else f"c[{place}].astype({width})"
        terms = [total]
        for index, item in items:
            amount = number(self.emitter.numeric(item.effect.amount.tree), width)
            mask = self._mask(item)
            term = f"{mask}.view(i1) * {amount}" if width == "i1" else f"multiply({mask}, {amount}, dtype={width})"
            if self.trace:
                self.lines += [f"a{index} = {term}", f"t({index}, a{index})"]
                term = f"a{index}"
            terms.append(term)
        held = low < column.low or high > column.high
        text = " + ".join(terms)
        text = f"({text}).clip({width}({column.low}), {width}({column.high}))" if held else text
        self.lines.append(f"n{place} = {text}" + (f".astype({own})" if held and own != width else ""))
        if not held and own != width:
            self.lines.append(f"n{place} = n{place}.astype({own})")

    def _set(self, column: Column, place: int, items: list[tuple[int, Selected]]) -> None:
        own = self.emitter.widths[column.name]
        self.lines.append(f"n{place} = c[{place}]")
        for index, item in items:
            tree = item.effect.amount.tree
            width = width_of(tree.low, tree.high, column.low, column.high)
            value = wanted = number(self.emitter.numeric(tree), width)
            if tree.low < column.low or tree.high > column.high:
                value = f"clip({value}, {column.low}, {column.high})"
            value = value if width == own else f"{own}({value})" if tree.low == tree.high else f"{value}.astype({own})"
            mask = self._mask(item)
            if self.trace:
                self.lines.append(f"a{index} = where({mask}, i8(0) + {wanted} - n{place}, i8(0))")
                self.lines.append(f"t({index}, a{index})")
            self.lines.append(f"n{place} = n{place} ^ ((n{place} ^ {value}) & -{mask}.astype({own}))")


def _sum_width(*bounds: int) -> str:
    """Names the width of a sum: each of its parts is proved to fit 32 bits, and all of them together may not."""
    fits = min(bounds) >= -(2**31) and max(bounds) < 2**31
    return width_of(*bounds) if fits else "i8"


def names_for_source() -> dict[str, object]:
    """Returns the names that generated source may use, and nothing else."""
    return {
        "__builtins__": {"min": min, "max": max, "__import__": __import__},  # numpy imports at its first clip
        "i1": np.int8,
        "i2": np.int16,
        "i4": np.int32,
        "i8": np.int64,
        "where": np.where,
        "minimum": np.minimum,
        "maximum": np.maximum,
        "multiply": np.multiply,
        "clip": np.clip,
    }
