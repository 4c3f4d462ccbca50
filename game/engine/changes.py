"""The effects of one step as generated source: amounts from the state before, sums held in range once.

Each target column gets one new array. With `trace` each effect's amount is handed out too, so that accounts can be
itemised; both forms end in equal bytes. A selector is an array of numbers, one a row, and an
effect acts where its selector has its number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.adding import PlainLines
from game.engine.effects import Selected
from game.engine.emit import Emitter
from game.engine.writing import Indexed, TracedLines
from game.scenario.cast import Column

Array = NDArray[Any]

CLIP: Any = getattr(getattr(getattr(np, "_core", None), "umath", None), "clip", np.clip)
"""What `np.clip` itself comes to, where it is to be had: for few rows the way there costs more than the work."""


def write_changes(
    name: str, effects: Iterable[Selected], columns: Mapping[str, Column], emitter: Emitter, *, trace: bool
) -> str:
    """Writes `def NAME(c, m[, t])`, which returns new arrays by column place and changes nothing.

    With `trace`, `t(effect number, amount)` is called for each effect, in file order within its column.
    """
    lines = TracedLines(emitter, columns) if trace else PlainLines(emitter, columns)
    by_column: dict[str, Indexed] = {}
    for index, selected in enumerate(effects):
        by_column.setdefault(selected.effect.column, []).append((index, selected))
    for column, items in by_column.items():
        lines.column(columns[column], emitter.places[column], items)
    results = ", ".join(f"{place}: {array}" for place, array in lines.results.items())
    head = f"def {name}(c, m{', t' if trace else ''}):"
    return "\n    ".join([head, *lines.released(), f"return {{{results}}}"]) + "\n"


_PER_COLUMN, _PER_EFFECT, _PER_PICK, _PER_CALL = 8, 6, 180, 10
"""What a column of 8 bits, an effect, picking a column out and putting it back, and the calls for that cost."""


def most_picked(effects: Iterable[Selected], widths: Mapping[str, str]) -> float:
    """Estimates below what share of the rows it pays to pick these out, apply effects, and put the results back.

    The figures are microseconds for 100,000 rows, measured once: only their proportions count.
    """
    costs: dict[str, int] = {}
    for selected in effects:
        name = selected.effect.column
        costs[name] = costs.get(name, _PER_COLUMN * int(widths[name][1:])) + _PER_EFFECT
    everywhere = sum(costs.values())
    return max(0.0, (everywhere - _PER_CALL * len(costs)) / (everywhere + _PER_PICK * len(costs) or 1))


def names_for_source() -> dict[str, object]:
    """Returns the names that generated source may use, and nothing else."""
    return {
        "__builtins__": {"min": min, "max": max, "__import__": __import__},  # numpy imports at a first call
        "i1": np.int8,
        "i2": np.int16,
        "i4": np.int32,
        "i8": np.int64,
        "u1": np.uint8,
        "where": np.where,
        "only": only,
        "pick": pick,
        "minimum": np.minimum,
        "maximum": np.maximum,
        "clip": CLIP,
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
