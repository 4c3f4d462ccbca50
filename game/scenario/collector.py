"""Holds the garbage collector at rest while much is made that stays."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Holds the garbage collector while what stays grows, in which it would look in vain a hundred times.

    What has been made counts as old afterwards, so that it is not looked through at once; where a program has frozen
    objects of its own, these stay so, and nothing is made old.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()
