"""Numbers as numpy takes them in fastest: arrays of the shape ().

A plain number is looked at and converted each time that it meets an array, which for a few hundred rows costs more
than the rows do.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray


@lru_cache(maxsize=4096)
def constant(value: int, dtype: type[np.generic]) -> NDArray[Any]:
    """Makes a constant, once: it is never written."""
    made = np.array(int(value), dtype)
    made.flags.writeable = False
    return made


def everywhere(value: int, dtype: Any, *shape: int) -> NDArray[Any]:
    """Makes an array with one value in every place, which takes no room and is never written."""
    return np.ndarray(shape, dtype, constant(value, dtype), strides=(0,) * len(shape))
