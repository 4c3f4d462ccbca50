"""Typed nominations for an agenda: `nominate 3 5`, `nominate voting; republics`, `nominate nothing`.

Whether they can be put on it is `game.present.conference`'s to say.
"""

from __future__ import annotations

import re

from game.errors import UsageError
from game.present.page import TablePage
from game.present.speech import Speech
from game.terminal.draft import find_issue

_BETWEEN = re.compile(r"\s*[;,]\s*")
_NUMBERS = re.compile(r"\d+(\s+(and\s+)?\d+)*")
_NOTHING = ("nothing", "none", "pass", "-")


def nominated_issues(typed: str, page: TablePage, speech: Speech) -> tuple[str, ...]:
    """Understands which issues are meant; none where it is said that we pass.

    Raises:
        UsageError: when nothing is said, or a part names no issue.
        AmbiguousWord: when a part fits several.
    """
    if typed.casefold() in _NOTHING:
        return ()
    parts = [part for part in _BETWEEN.split(typed) if part]
    if not parts:
        raise UsageError(speech("nominate.which"))
    words = [word for part in parts for word in (re.findall(r"\d+", part) if _NUMBERS.fullmatch(part) else [part])]
    return tuple(find_issue(word, page, speech).id for word in words)
