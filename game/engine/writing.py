"""The lines of a generated function of effects: masks by name, and effects one by one, as accounts want them.

Nothing here is quick to run; `adding` writes the same effects in the fewest and cheapest operations.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from game.engine.effects import Selected, reach, sum_width
from game.engine.emit import Emitter, number, width_of
from game.scenario.cast import Column

Indexed = list[tuple[int, Selected]]
"""Effects on one column, each with its number among all of the step."""


class Lines:
    """Lines that make a new array for each column: what several effects ask alike has a name, and is asked once."""

    def __init__(self, emitter: Emitter, columns: Mapping[str, Column]) -> None:
        self.emitter, self.columns = emitter, columns
        self.lines: list[str] = []
        self.results: dict[int, str] = {}
        """By column place: the name of its new array."""
        self._names: dict[str, str] = {}
        self._made = 0

    def named(self, text: str) -> str:
        """Returns the name of an array that several lines may read and none writes."""
        if text not in self._names:
            self._names[text] = f"h{len(self._names)}"
            self.lines.append(f"{self._names[text]} = {text}")
        return self._names[text]

    def new(self, text: str) -> str:
        """Returns the name of an array that may be written: nothing else holds it."""
        self._made += 1
        self.lines.append(f"d{self._made} = {text}")
        return f"d{self._made}"

    def mask(self, selected: Selected) -> str:
        """Names where an effect acts."""
        chosen = self.named(f"m[{selected.selector}] == i1({selected.value})")
        if selected.effect.when is None:
            return chosen
        when = self.emitter.truth(selected.effect.when.tree)
        return self.named(f"{chosen} & {self.named(when.text) if when.width else when.text}")

    def as_number(self, mask: str, width: str) -> str:
        """Names a truth as 0 or 1 of a width."""
        return self.named(f"{mask}.view(i1)" if width == "i1" else f"{mask}.astype({width})")

    def term(self, item: Selected, width: str) -> str:
        """Writes the amount of an effect, 0 where it does not act."""
        amount = number(self.emitter.numeric(item.effect.amount.tree), width)
        return f"{self.as_number(self.mask(item), width)} * {amount}"

    def value(self, item: Selected, column: Column, own: str) -> tuple[str, str]:
        """Writes what an effect sets a column to: as it is asked for, and held in range in the column's width."""
        tree = item.effect.amount.tree
        if item.constant is not None:
            return str(item.amount), f"{own}({min(max(item.amount, column.low), column.high)})"
        width = width_of(tree.low, tree.high, column.low, column.high)
        wanted = value = number(self.emitter.numeric(tree), width)
        if tree.low < column.low or tree.high > column.high:
            value = f"clip({value}, {width}({column.low}), {width}({column.high}))"
        return wanted, value if width == own else f"{value}.astype({own})"

    def released(self) -> list[str]:
        """Lists the lines, with each name let go of after its last use: memory that is at hand is the quickest."""
        last = {name: line for line, text in enumerate(self.lines) for name in re.findall(r"\b[hd]\d+\b", text)}
        kept = set(self.results.values())
        by_line: dict[int, list[str]] = {}
        for name, line in last.items():
            if name not in kept:
                by_line.setdefault(line, []).append(name)
        return [
            f"{text}; del {', '.join(by_line[line])}" if line in by_line else text
            for line, text in enumerate(self.lines)
        ]


class TracedLines(Lines):
    """Lines that hand out the amount of each effect, by `t(effect number, amount)`."""

    def column(self, column: Column, place: int, items: Indexed) -> None:
        """Writes the effects on one column."""
        if items[0][1].effect.operator == "set":
            self._set(column, place, items)
        else:
            self._change(column, place, items)
        self.results[place] = f"n{place}"

    def _change(self, column: Column, place: int, items: Indexed) -> None:
        least, most = reach(item for _, item in items)
        low, high = column.low + least, column.high + most
        width, own, new = sum_width(low, high, least, most), self.emitter.widths[column.name], f"n{place}"
        for index, item in items:
            self.lines += [f"a{index} = {self.term(item, width)}", f"t({index}, a{index})"]
        self.lines.append(" + ".join([f"{new} = c[{place}].astype({width})", *(f"a{index}" for index, _ in items)]))
        self.lines.append(f"{new} = clip({new}, {width}({column.low}), {width}({column.high})).astype({own})")

    def _set(self, column: Column, place: int, items: Indexed) -> None:
        own, before = self.emitter.widths[column.name], f"c[{place}]"
        for index, item in items:
            wanted, value = self.value(item, column, own)
            mask = self.mask(item)
            self.lines.append(f"a{index} = where({mask}, i8(0) + {wanted} - {before}, i8(0))")
            self.lines.append(f"t({index}, a{index})")
            self.lines.append(f"n{place} = where({mask}, {value}, {before})")
            before = f"n{place}"
