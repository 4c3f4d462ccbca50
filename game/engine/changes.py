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
    results = ", ".join(f"{place}: n{place}" for place in writer.written)
    head = f"def {name}(c, m{', t' if trace else ''}):"
    return "\n    ".join([head, *writer.lines, f"return {{{results}}}"]) + "\n"


class _Writer:
    """Writes the lines of one function: what several effects ask alike has a name, and is asked once.

    Sums are added up in place, in an array that was made for them: what is at hand costs less than a new array.
    """

    def __init__(self, emitter: Emitter, columns: Mapping[str, Column], trace: bool) -> None:
        self.emitter, self.columns, self.trace = emitter, columns, trace
        self.names: dict[str, str] = {}
        self.lines: list[str] = []
        self.written: list[int] = []

    def column(self, column: Column, items: list[tuple[int, Selected]]) -> None:
        place = self.emitter.places[column.name]
        self.written.append(place)
        if items[0][1].effect.operator == "set":
            self._set(column, place, items)
        else:
            self._change(column, place, items)

    def _named(self, text: str) -> str:
        if text not in self.names:
            self.names[text] = f"h{len(self.names)}"
            self.lines.append(f"{self.names[text]} = {text}")
        return self.names[text]

    def _mask(self, selected: Selected) -> str:
        chosen = self._named(f"m[{selected.selector}] == i1({selected.value})")
        if selected.effect.when is None:
            return chosen
        when = self.emitter.truth(selected.effect.when.tree)
        return self._named(f"{chosen} & {self._named(when.text) if when.width else when.text}")

    def _number(self, mask: str, width: str) -> str:
        """Writes a truth as 0 or 1 of a width."""
        return self._named(f"{mask}.view(i1)" if width == "i1" else f"{mask}.astype({width})")

    def _change(self, column: Column, place: int, items: list[tuple[int, Selected]]) -> None:
        least, most = _reach(item for _, item in items)
        low, high = column.low + least, column.high + most
        width = _sum_width(low, high, column.low, column.high, least, most)
        own, new = self.emitter.widths[column.name], f"n{place}"
        terms = self._traced_terms(items, width) if self.trace else self._terms([item for _, item in items], width)
        before = f"c[{place}]" if own == width else f"c[{place}].astype({width})"
        self.lines.append(f"{new} = {before}" + "".join(f" {sign} {term}" for sign, term in terms[:1]))
        self.lines += [f"{new} {sign}= {term}" for sign, term in terms[1:]]
        if low < column.low or high > column.high:  # minimum and maximum go item by item where one side is a constant
            self.lines.append(f"{new}.clip({width}({column.low}), {width}({column.high}), {new})")
        if own != width:
            self.lines.append(f"{new} = {new}.astype({own})")

    def _terms(self, items: list[Selected], width: str) -> list[tuple[str, str]]:
        """Writes what is added or taken away, each with its sign: constant amounts first."""
        fixed = [item for item in items if _constant(item) is not None]
        others = [item for item in items if _constant(item) is None]
        terms = self._scaled(fixed, width) if width == "i1" else self._in_units(fixed, width)
        return [*terms, *(("+", self._term(item, width)) for item in others)]

    def _traced_terms(self, items: list[tuple[int, Selected]], width: str) -> list[tuple[str, str]]:
        for index, item in items:
            self.lines += [f"a{index} = {self._term(item, width)}", f"t({index}, a{index})"]
        return [("+", f"a{index}") for index, _ in items]

    def _term(self, item: Selected, width: str) -> str:
        amount = number(self.emitter.numeric(item.effect.amount.tree), width)
        return f"{self._number(self._mask(item), width)} * {amount}"

    def _in_units(self, items: list[Selected], width: str) -> list[tuple[str, str]]:
        """Adds constant amounts up in units of their greatest common divisor, which are often narrow."""
        unit = gcd(*(_constant(item) or 0 for item in items)) or 1
        least, most = _reach(items)
        narrow = _sum_width(least // unit, most // unit)
        terms = sorted(self._scaled(items, narrow, unit), key=lambda term: term[0] == "-")
        if not terms:
            return []
        sign = terms[0][0]  # a minus only where all are taken away
        total = f"({terms[0][1]}" + "".join(f" {'+' if s == sign else '-'} {text}" for s, text in terms[1:]) + ")"
        total = total if narrow == width else f"{total}.astype({width})"
        return [(sign, total if unit == 1 else f"{total} * {width}({unit})")]

    def _scaled(self, items: list[Selected], width: str, unit: int = 1) -> list[tuple[str, str]]:
        """Writes constant amounts in units, each with its sign; those of one size are added up before scaling."""
        sizes: dict[int, tuple[list[str], list[str]]] = {}
        for item in items:
            amount = (_constant(item) or 0) // unit
            added, taken = sizes.setdefault(abs(amount), ([], []))
            (added if amount > 0 else taken).append(self._number(self._mask(item), width))
        sizes.pop(0, None)
        return [_signed(added, taken, size, width) for size, (added, taken) in sizes.items()]

    def _set(self, column: Column, place: int, items: list[tuple[int, Selected]]) -> None:
        own, new, before = self.emitter.widths[column.name], f"n{place}", f"c[{place}]"
        for group in self._set_alike(items):
            index, item = group[0]
            tree = item.effect.amount.tree
            width = width_of(tree.low, tree.high, column.low, column.high)
            value = wanted = number(self.emitter.numeric(tree), width)
            if tree.low < column.low or tree.high > column.high:
                value = f"clip({value}, {column.low}, {column.high})"
            value = value if width == own else f"{own}({value})" if tree.low == tree.high else f"{value}.astype({own})"
            mask = self._any(group)
            if self.trace:
                self.lines.append(f"a{index} = where({mask}, i8(0) + {wanted} - {before}, i8(0))")
                self.lines.append(f"t({index}, a{index})")
            change = new if before != new else f"d{place}"
            self.lines.append(f"{change} = {before} ^ {value}")
            self.lines.append(f"{change} &= {self._named(f'-{self._number(mask, own)}')}")
            self.lines.append(f"{new} ^= {before if change == new else change}")
            before = new

    def _any(self, group: list[tuple[int, Selected]]) -> str:
        """Writes that one of the effects acts."""
        masks = list(dict.fromkeys(self._mask(one) for _, one in group))
        return masks[0] if len(masks) == 1 else self._named(" | ".join(masks))

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


def _signed(added: list[str], taken: list[str], size: int, width: str) -> tuple[str, str]:
    """Writes the sum of what is added less what is taken away, times a size; a minus where all is taken away."""
    total = " + ".join(added or taken) + "".join(f" - {text}" for text in (taken if added else ()))
    if size != 1:
        total = f"{total if len(added) + len(taken) == 1 else f'({total})'} * {width}({size})"
    elif len(added) + len(taken) > 1:
        total = f"({total})"
    return "+" if added else "-", total


def _sum_width(*bounds: int) -> str:
    """Names the width of a sum: each of its parts is proved to fit 32 bits, and all of them together may not."""
    fits = min(bounds) >= -(2**31) and max(bounds) < 2**31
    return width_of(*bounds) if fits else "i8"


_PER_COLUMN, _PER_EFFECT, _PER_PICK, _PER_CALL = 8, 8, 150, 10
"""What a column of 8 bits, an effect on it, picking a column out and putting it back, and the calls for that cost."""


def most_picked(effects: Iterable[Selected], widths: Mapping[str, str]) -> float:
    """Estimates below what share of the rows it pays to pick these out, apply effects, and put the results back.

    The figures are microseconds for 100,000 rows, measured once: only their proportions count.
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
