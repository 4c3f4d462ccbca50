"""Options in plain words are counted where they are newly named, as by looking at each issue of each package."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from game.engine.packing import packing_of
from game.engine.plain_words import plain_words


@pytest.mark.parametrize(("issues", "options"), [(3, 2), (8, 5), (19, 6), (20, 7), (12, 31)])
def test_plain_words_are_counted_as_issue_by_issue(issues: int, options: int) -> None:
    packing, random = packing_of(issues, options), Random(issues)
    for _ in range(8):
        plain = tuple(random.choice([0, random.randrange(1 << options)]) for _ in range(issues))
        terms, standing = (
            np.array([[random.randrange(options + 1) for _ in range(50)] for _ in range(issues)], np.int8)
            for _ in range(2)
        )
        standing[:, ::3] = terms[:, ::3]
        expected = [
            sum(
                plain[issue] << 1 >> int(terms[issue, row]) & 1 and terms[issue, row] != standing[issue, row]
                for issue in range(issues)
            )
            for row in range(50)
        ]
        words = plain_words(plain, packing)
        counted = [0] * 50 if words is None else words.newly_named(packing.pack(terms), packing.pack(standing)).tolist()
        assert counted == expected


def test_a_table_without_plain_words_counts_none() -> None:
    assert plain_words((0, 0, 0), packing_of(3, 4)) is None
