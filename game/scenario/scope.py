"""The names that an expression or a placeholder may use where it stands, and what to say of one that is not there.

It looks up and suggests; it neither parses nor decides who may read a column.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.scenario.cast import Column
from game.scenario.suggestions import did_you_mean

TABLE_VARIABLES = frozenset({"agreed", "wording", "initialled", "walked-out", "backed-down"})
"""What `Column.variable` says of columns that a table fills, in its sessions or as it closes."""
STEP_VARIABLES = TABLE_VARIABLES | {"choice", "chance"}
"""What `Column.variable` says of columns that one step fills, whose id stands next in the column's name."""
MACHINE_VARIABLES = STEP_VARIABLES | {"promise", "package"}
"""What `Column.variable` says of columns that effects cannot write."""

_LISTED = 8


@dataclass(frozen=True, slots=True)
class Scope:
    """The columns that can be named, by name, and other spellings of them; `promises` can be made by effects."""

    columns: Mapping[str, Column]
    aliases: Mapping[str, str]
    promises: frozenset[str] = frozenset()

    def find(self, name: str) -> Column | None:
        """The column that `name` means, or None."""
        return self.columns.get(self.aliases.get(name, name))

    def unknown(self, name: str) -> tuple[str, str]:
        """The message and the suggestion for a name that means nothing here."""
        instances = [known for known in (*self.columns, *self.aliases) if known.startswith(f"{name}.")]
        if instances:
            return f'"{name}" is kept for several.', f"Name one of them: {listed(instances)}."
        return f'"{name}" is not known here.', self._what_is_there(name)

    def _what_is_there(self, name: str) -> str:
        kind, dot, _ = name.partition(".")
        kin = [known for known in self.columns if known.startswith(f"{kind}.")] if dot else []
        if dot and not kin and kind in STEP_VARIABLES:
            return f"No step of this file fills a `{kind}`; see what can be read in scenarios/README.md."
        instead = f"Name one of them: {listed(kin)}." if kin else ""
        return did_you_mean(name, (*self.columns, *self.aliases)) or instead


def listed(words: Sequence[str], joint: str = "or", *, quote: bool = True) -> str:
    """The words as people list them, `a, b or c`, at most eight of them."""
    shown = [f"`{word}`" if quote else word for word in words[:_LISTED]]
    if len(words) > _LISTED:
        return f"{', '.join(shown)} {joint} {'others' if joint == 'and' else 'another'}"
    return f" {joint} ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)
