"""Finds the word that somebody probably meant, for "Did you mean …?".

It compares spelling only, and is silent when nothing is near: a wrong guess costs more than none.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import islice

MOST_CHOICES = 1_000
"""Longer lists of choices are cut here, so that a hostile file cannot make the comparison slow."""
LONGEST_WORD = 80
LEAST_LIKENESS = 0.6
"""Of 1, as the share of letters in common."""


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice whose spelling is nearest to `word`, or None when none is near; ties go to the first.

    >>> nearest("optoins", ["options", "advice"])
    'options'
    >>> nearest("weather", ["options", "advice"]) is None
    True
    """
    folded: dict[str, str] = {}
    for choice in islice(choices, MOST_CHOICES):
        folded.setdefault(_folded(choice), choice)
    looked_for = _folded(word[:LONGEST_WORD])
    if looked_for in folded:
        return folded[looked_for]
    best, likeness = None, LEAST_LIKENESS
    matcher = SequenceMatcher(b=looked_for)
    for spelling, choice in folded.items():
        matcher.set_seq1(spelling)
        if min(matcher.real_quick_ratio(), matcher.quick_ratio()) > likeness and matcher.ratio() > likeness:
            best, likeness = choice, matcher.ratio()
    return best


def _folded(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """The sentence `Did you mean "options"?`, or "" when nothing is near."""
    near = nearest(word, choices)
    return f'Did you mean "{near}"?' if near else ""
