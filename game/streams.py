"""The three standard streams as a process finds them: any may be closed, full, or lack most characters.

Makes them safe to use before anything else is done, and tells afterwards whether what was printed went nowhere.
What characters become is in `game.terminal.printable`.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
from typing import TextIO

from game.errors import UsageError
from game.terminal.printable import hear_anything, speak_plainly


class Nowhere(io.StringIO):
    """Stands for an output that is closed; `used` tells whether something was meant for it."""

    used = False

    def write(self, words: str) -> int:
        """Drops what is printed."""
        self.used = self.used or bool(words)
        return len(words)


def make_ready() -> None:
    """Puts something in the place of streams that are closed, and lets the others bear any character."""
    _fill_gaps()
    # The types say that these are never None; where nothing was open when Python started, they are.
    if sys.stdin is None:
        sys.stdin = io.StringIO()
    if sys.stdout is None:
        sys.stdout = Nowhere()
    if sys.stderr is None:
        sys.stderr = Nowhere()
    hear_anything(sys.stdin)
    speak_plainly(sys.stdout, sys.stderr)


def nobody_listens() -> bool:
    """Tells whether standard output is closed."""
    return isinstance(sys.stdout, Nowhere)


def finish() -> None:
    """Hands everything printed so far on to where it goes.

    Raises:
        OSError: when it cannot go there.
        UsageError: when something was printed and standard output is closed.
    """
    sys.stdout.flush()
    if isinstance(sys.stdout, Nowhere) and sys.stdout.used:
        raise UsageError("Standard output is closed, so nothing could be printed; open it, or send it to a file.")


def drop_output() -> None:
    """Sends the rest of the output nowhere, so that the interpreter does not complain of it on its way out."""
    _send_nowhere(sys.stdout)


def drop_unheard() -> None:
    """Sends nowhere what could not be said on standard error, so that it does not change the exit status."""
    try:
        sys.stderr.flush()
    except (OSError, ValueError):
        _send_nowhere(sys.stderr)


def _send_nowhere(stream: TextIO) -> None:
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def _fill_gaps() -> None:
    """Keeps the numbers of closed streams from being given to files, into which strangers would then print."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
