"""The few kinds of error that every floor shares.

A `GameError` carries one sentence for a person: what was expected, what was found, where, and what
to do. Nothing here knows of files, screens or rules; the floors raise these and the faces print them.
"""

from __future__ import annotations


class GameError(Exception):
    """The root of every error that a person may see; its text is one clear sentence."""


class UsageError(GameError):
    """A word on the command line, or typed at a prompt, that cannot be understood."""


class CannotRead(GameError):
    """A file that cannot be read as what it should be: a scenario, a save, a setting."""


class MoveRefused(GameError):
    """A move that is understood but not allowed now; its text is the reason."""


class StaleMove(MoveRefused):
    """A move that answers an earlier position than the present one."""


class AmbiguousWord(GameError):
    """A word that fits more than one thing; its text lists them."""
