"""The effects on a column in the fewest and cheapest operations: constant amounts summed in as few bits as hold them.

Sums are added up in place, in an array that was made for them: what is at hand costs less than a new array. What
comes of the lines is what `writing` makes one by one.
"""

from __future__ import annotations

from math import gcd

from game.engine.effects import Selected, reach, sum_width
from game.engine.writing import Indexed, Lines
from game.scenario.cast import Column

_NARROWER = {"i2": ("i1",), "i4": ("i1", "i2"), "i8": ("i1", "i2", "i4")}


class PlainLines(Lines):
    """Lines that tell nothing of single effects."""

    def column(self, column: Column, place: int, items: Indexed) -> None:
        """Writes the effects on one column; one that nothing moves has no result."""
        effects = [item for _, item in items if item.constant != 0 or item.effect.operator == "set"]
        if effects:
            write = self._set if effects[0].effect.operator == "set" else self._change
            self.results[place] = write(column, place, effects)

    # Changing

    def _change(self, column: Column, place: int, items: list[Selected]) -> str:
        own = self.emitter.widths[column.name]
        least, most = reach(items)
        low, high = column.low + least, column.high + most
        if own == "i1" and high - low < 256 and all(item.constant for item in items):
            return self._change_byte(column, place, items, low, high)
        width = sum_width(low, high, least, most)
        total = self._sum(items, width, f"c[{place}]" if own == width else f"c[{place}].astype({width})")
        if low < column.low or high > column.high:  # minimum and maximum go item by item where one side is a constant
            self.lines.append(f"clip({total}, {width}({column.low}), {width}({column.high}), {total})")
        return total if own == width else self.new(f"{total}.astype({own})")

    def _sum(self, items: list[Selected], width: str, start: str) -> str:
        """Adds amounts to a start: constant ones first."""
        fixed = [item for item in items if item.constant]
        terms = [self.term(item, width) for item in items if item.constant is None]
        total = self._total(fixed, width, 1, start) if fixed else self.new(f"{start} + {terms.pop(0)}")
        self.lines += [f"{total} += {term}" for term in terms]
        return total

    def _change_byte(self, column: Column, place: int, items: list[Selected], low: int, high: int) -> str:
        """Changes a column of 8 bits: a sum that fits no signed byte is moved until it fits an unsigned one."""
        total = self._bytes(items, 1, f"c[{place}]")
        if low >= -128 and high < 128:
            if low < column.low or high > column.high:
                self.lines.append(f"clip({total}, i1({column.low}), i1({column.high}), {total})")
            return total
        moved = max(0, -low)
        if moved:
            self.lines.append(f"{total} += {_byte(moved)}")
        unsigned = self.new(f"{total}.view(u1)")
        self.lines.append(f"clip({unsigned}, u1({column.low + moved}), u1({column.high + moved}), {unsigned})")
        if moved:
            self.lines.append(f"{total} -= {_byte(moved)}")
        return total

    def _total(self, items: list[Selected], width: str, unit: int, start: str = "") -> str:
        """Adds constant amounts up in units, in an array that may be written, to a start where there is one."""
        if width == "i1":
            return self._bytes(items, unit, start)
        common, narrow = _narrowest(items)
        if narrow == width:
            total, *others = (self._total(group, width, unit) for group in _groups(items, width))
            self.lines += [f"{total} += {other}" for other in others]
        else:
            total = self.new(f"{self._total(items, narrow, common)}.astype({width})")
            if common != unit:
                self.lines.append(f"{total} *= {width}({common // unit})")
        if start:
            self.lines.append(f"{total} += {start}")
        return total

    def _bytes(self, items: list[Selected], unit: int, start: str = "") -> str:
        """Adds constant amounts up in units of 8 bits; of a mask alone, with no start, this is the mask itself."""
        total = ""
        for masks, size in sorted(self._sizes(items, unit), key=_is_mask):
            if not _is_mask((masks, size)):
                scaled = self._scaled(masks, size)
                self.lines += [f"{total} += {scaled}"] * bool(total)
                total = total or scaled
            elif total:
                self.lines.append(f"{total} {'+' if size > 0 else '-'}= {masks[0]}")
            elif start:
                total, start = self.new(f"{start} {'+' if size > 0 else '-'} {masks[0]}"), ""
            else:
                total = masks[0] if size > 0 else self.new(f"-{masks[0]}")
        self.lines += [f"{total} += {start}"] * bool(start)
        return total

    def _sizes(self, items: list[Selected], unit: int) -> list[tuple[list[str], int]]:
        """Lists masks by the size of what they add, in units; a mask that takes away beside others has a minus."""
        sizes: dict[int, tuple[list[str], list[str]]] = {}
        for item in items:
            amount = item.amount // unit
            added, taken = sizes.setdefault(abs(amount), ([], []))
            (added if amount > 0 else taken).append(self.as_number(self.mask(item), "i1"))
        return [
            (added + [f"-{mask}" for mask in taken], size) if added else (taken, -size)
            for size, (added, taken) in sizes.items()
        ]

    def _scaled(self, masks: list[str], size: int) -> str:
        """Adds masks up and scales the sum, in an array that may be written."""
        first, *others = masks
        if not others:
            return self.new(f"{first} * {_byte(size)}")
        signed = [("-", mask[1:]) if mask.startswith("-") else ("+", mask) for mask in others]
        total = self.new(f"{first} {signed[0][0]} {signed[0][1]}")
        self.lines += [f"{total} {sign}= {mask}" for sign, mask in signed[1:]]
        self.lines += [f"{total} *= {_byte(size)}"] * (size != 1)
        return total

    # Setting

    def _set(self, column: Column, place: int, items: list[Selected]) -> str:
        before, new = f"c[{place}]", ""
        for group in _set_alike(items):
            mask = self.as_number(self._any(group), self.emitter.widths[column.name])
            setting = self._set_varying if group[0].constant is None else self._set_constant
            new = setting(column, group[0], mask, before, new)
            before = new
        return new

    def _set_constant(self, column: Column, item: Selected, mask: str, before: str, new: str) -> str:
        """Sets a constant: what many columns are set to alike is made once, and so is what they keep."""
        own = self.emitter.widths[column.name]
        value = min(max(item.amount, column.low), column.high)
        put = mask if value in (0, 1) else self.named(f"{mask} * {own}({value})")
        if value == column.high and column.low >= 0:  # beyond all that the column can be
            if new:
                self.lines.append(f"maximum({new}, {put}, out={new})")
            return new or self.new(f"maximum({before}, {put})")
        kept = self.named(f"{mask} - {own}(1)")
        if new:
            self.lines.append(f"{new} &= {kept}")
        else:
            new = self.new(f"{before} & {kept}")
        self.lines += [f"{new} |= {put}"] * (value != 0)
        return new

    def _set_varying(self, column: Column, item: Selected, mask: str, before: str, new: str) -> str:
        _, value = self.value(item, column, self.emitter.widths[column.name])
        change = self.new(f"{before} ^ {value}")
        self.lines.append(f"{change} &= {self.named(f'-{mask}')}")
        self.lines.append(f"{new or change} ^= {change if new else before}")
        return new or change

    def _any(self, group: list[Selected]) -> str:
        """Names where one of the effects acts."""
        masks = list(dict.fromkeys(self.mask(one) for one in group))
        return masks[0] if len(masks) == 1 else self.named(" | ".join(masks))


def _is_mask(term: tuple[list[str], int]) -> bool:
    """Tells whether a term is one mask, added or taken away as it is."""
    masks, size = term
    return len(masks) == 1 and abs(size) == 1


def _byte(value: int) -> str:
    """Writes a constant of 8 bits; beyond them it counts round."""
    return f"i1({(value + 128) % 256 - 128})"


def _narrowest(items: list[Selected]) -> tuple[int, str]:
    """Finds the greatest unit of constant amounts, and the width that holds their sums in it."""
    unit = gcd(*(item.amount for item in items))
    least, most = reach(items)
    return unit, sum_width(least // unit, most // unit)


def _groups(items: list[Selected], width: str) -> list[list[Selected]]:
    """Parts amounts into few groups of which each can be summed in less than a width; those of one size go together."""
    groups: list[list[Selected]] = []
    for size in sorted({abs(item.amount) for item in items}, reverse=True):
        alike = [item for item in items if abs(item.amount) == size]
        fitting = (group for group in groups if _narrowest(group + alike)[1] in _NARROWER[width])
        group = next(fitting, None)
        if group is None:
            groups.append(alike)
        else:
            group += alike
    return groups


def _set_alike(items: list[Selected]) -> list[list[Selected]]:
    """Groups effects that follow each other and set the same constant."""
    groups: list[list[Selected]] = []
    for item in items:
        if groups and item.constant is not None and groups[-1][-1].constant == item.constant:
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups
