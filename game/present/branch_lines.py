"""The words around what a comparison of two branches holds, for the terminal and the debrief. Nothing here draws."""

from __future__ import annotations

from collections.abc import Iterable

from game.present.branch_comparison import ComparisonPage
from game.present.branch_words import Compared, ComparedFigure, ComparedPart
from game.present.joining import ended, unended
from game.present.parts import Prose
from game.present.speech import Speech

_COUNTED = ("promises", "measures")


def end_lines(page: ComparisonPage, speech: Speech) -> Prose:
    """Where the two branches end, in a sentence each, or in one where they end alike."""
    if page.ends.same:
        return (speech("compare.end.both", end=ended(page.ends.left)),)
    sides = ((page.left, page.ends.left), (page.right, page.ends.right))
    return tuple(speech("compare.end", letter=letter, end=ended(end)) for letter, end in sides)


def row_heading(page: ComparisonPage, row: Compared | ComparedFigure, speech: Speech) -> str:
    """What is compared, and where it is a number how much more or less it is on the second branch."""
    name = row.heading if isinstance(row, Compared) else row.name
    if isinstance(row, Compared) and row.date:
        return speech("branch.deed", deed=name, date=row.date)
    if not row.difference:
        return name
    return f"{unended(name)} ({speech('compare.more', letter=page.right, difference=row.difference)})"


def alike_words(part: ComparedPart, speech: Speech) -> str:
    """What is the same on both, by name; what has long names is only counted. Empty where nothing is."""
    same = [unended(row.heading) for row in part.rows if row.same]
    if not same:
        return ""
    if part.id in _COUNTED:
        return speech.count("compare.same-count", len(same))
    return speech("compare.same-on-both", things=speech("terms.between").join(same))


def caused(value: str, causes: Iterable[str], speech: Speech) -> str:
    """A figure on one branch, with the causes that it has there alone."""
    listed = speech("terms.between").join(causes)
    return f"{value} ({listed})" if listed else value
