from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from game.negotiation.distinct import distinct_rows, row_codes


@given(st.integers(1, 30), st.integers(1, 25), st.sampled_from([2, 6, 2**31 - 1]), st.integers(0, 2**32 - 1))
def test_rows_are_of_one_kind_exactly_when_they_are_equal(rows: int, columns: int, width: int, seed: int) -> None:
    table = np.random.default_rng(seed).integers(0, width, (columns, rows)).astype(np.int32)
    table[:, rows // 2] = table[:, 0]
    first, kind = distinct_rows(list(table), rows)
    assert (table[:, first][:, kind] == table).all()
    assert len(first) == len({tuple(row) for row in table.T.tolist()})


def test_numbers_of_sixty_bits_are_told_apart_beside_others() -> None:
    random = np.random.default_rng(1)
    few = random.integers(0, 2**60, 40)
    columns = [few[random.integers(0, 40, 5_000)] for _ in range(4)] + [random.integers(0, 9, 5_000)]
    expected = len({tuple(row) for row in zip(*(column.tolist() for column in columns), strict=True)})
    first, kind = distinct_rows(columns, 5_000)
    assert len(first) == expected
    assert all((column[first][kind] == column).all() for column in columns)
    assert len(np.unique(row_codes(columns, 5_000))) == expected
