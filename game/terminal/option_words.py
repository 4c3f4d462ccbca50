"""An option of an issue, and an issue's weight, in a few words for lists and grids at a table.

With `numbers` they carry their numbers as well.
"""

from __future__ import annotations

from game.present.table_parts import IssueLine, TermOption


def valued(option: TermOption | None, *, numbers: bool) -> str:
    """An option with what it is worth to us, and whether its words are plain or elastic."""
    if option is None:
        return ""
    marks = (option.worth, str(option.value) if numbers else "", option.wording)
    return f"{option.text} ({', '.join(mark for mark in marks if mark)})"


def importance_words(issue: IssueLine, *, numbers: bool) -> str:
    """How much an issue weighs with us."""
    return f"{issue.importance}, {issue.weight}" if numbers else issue.importance
