"""Holds the garbage collector at rest while much is made that stays."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Holds the garbage collector while what stays grows, in which it would look in vain a hundred times."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def count_as_old() -> None:
    """Counts all that there is as old, so that it is not looked through as soon as the rest is over.

    Nor is it soon afterwards: who calls this looks through all when there is time. Where a program has frozen objects
    of its own these stay so, and nothing is made old.
    """
    if not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()


def look_through() -> None:
    """Frees what nobody holds any more, among what is old as well."""
    gc.collect()
