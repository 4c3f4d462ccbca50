"""Work that takes its time, done beside the window, so that the window goes on answering.

What is read in a thread of its own is handed over when it is whole; work that is abandoned goes on to its end, and what
comes of it is forgotten. Nothing here draws.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import Generic, Protocol, TypeVar

Result = TypeVar("Result")


class Abandoned(Exception):
    """The person left before the work was done."""


class Waits(Protocol):
    """A way to wait for work."""

    def __call__(self, work: Callable[[], Result], /, *, may_leave: bool = True) -> Result:
        """Waits for what the work returns; `may_leave` tells whether Escape leaves it.

        Raises:
            Abandoned: when the person has left.
            GameError: when the work raises it.
        """


def at_once(work: Callable[[], Result], /, *, may_leave: bool = True) -> Result:
    """Does the work here and now, where no window is to be kept alive."""
    return work()


class Work(Generic[Result]):
    """Work in a thread of its own, which ends with the program at the latest."""

    def __init__(self, work: Callable[[], Result]) -> None:
        self._work = work
        self._results: list[Result] = []
        self._error: BaseException | None = None
        self._thread = Thread(target=self._do, daemon=True)
        self._thread.start()

    def is_done_within(self, seconds: float) -> bool:
        """Waits for at most so long; tells whether the work is done."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def result(self) -> Result:
        """What the work returned, as soon as it is done, or raises what it raised."""
        self._thread.join()
        if self._error is not None:
            raise self._error
        return self._results[0]

    def _do(self) -> None:
        try:
            self._results.append(self._work())
        except BaseException as error:
            # It is raised again where the work is waited for.
            self._error = error
