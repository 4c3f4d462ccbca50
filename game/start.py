"""The way in: starts the command line so that an interrupt is answered politely from the first moment on.

It imports nothing but that, since nothing can be answered while its own imports run.
"""

from __future__ import annotations

import sys

STOPPED = 130


def main() -> int:
    """Runs the command line and returns its exit status."""
    try:
        from game.cli import main as run

        return run()
    except KeyboardInterrupt:
        if sys.stderr is not None:
            print("\nStopped.", file=sys.stderr)
        return STOPPED
