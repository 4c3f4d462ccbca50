"""Finds the word that somebody probably meant, for "Did you mean …?".

It compares spelling only, and is silent when nothing is near: a wrong guess costs more than none.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

MOST_CHOICES = 1_000
"""Longer lists of choices are cut here, so that a hostile file cannot make the comparison slow."""
LONGEST_WORD = 80


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice whose spelling is nearest to `word`, or None when none is near; ties go to the first.

    >>> nearest("optoins", ["options", "advice"])
    'options'
    >>> nearest("weather", ["options", "advice"]) is None
    True
    """
    listed = list(choices)[:MOST_CHOICES]
    folded = {choice.casefold().replace("_", "-").replace(" ", "-"): choice for choice in reversed(listed)}
    looked_for = word[:LONGEST_WORD].casefold().replace("_", "-").replace(" ", "-")
    if looked_for in folded:
        return folded[looked_for]
    found = get_close_matches(looked_for, list(reversed(folded)), n=1, cutoff=0.6)
    return folded[found[0]] if found else None


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """The sentence `Did you mean "options"?`, or "" when nothing is near."""
    near = nearest(word, choices)
    return f'Did you mean "{near}"?' if near else ""
