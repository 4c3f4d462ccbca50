"""Going back and forth in a game among the decisions of its persons: to take back, to make again, to decide anew.

What was decided by others in between goes and comes with them. What this means for the pages is the sitting's.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from game.engine.game import Game
from game.engine.history import Entry
from game.errors import MoveRefused
from game.present.entering import beginning
from game.present.short_game import was_taken
from game.present.speech import Speech

if TYPE_CHECKING:
    from game.players.match import Match

_MOST_LISTED = 12


def own_entries(game: Game, people: Collection[str]) -> list[Entry]:
    """Lists the decisions of persons on the present path, without those that the short game took for them."""
    return [entry for entry in game.path if entry.seat in people and not was_taken(entry)]


def last_own(game: Game, people: Collection[str]) -> int:
    """The last entry of a person on the present path, 0 before the first."""
    return max((entry.seq for entry in own_entries(game, people)), default=0)


def take_back(match: Match, people: Collection[str]) -> bool:
    """Goes back to before the last decision of a person; tells whether there was one to take back."""
    came_from = match.game.seq
    while match.game.undo(people):
        if match.waiting:
            return True
    match.game.go_to(came_from)
    return False


def make_again(match: Match) -> bool:
    """Goes on to where a person decides next on this branch, or it ends; tells whether it went anywhere.

    Raises:
        MoveRefused: when a decision on the way there no longer fits; the game stays where it was.
    """
    came_from, moved = match.game.seq, False
    try:
        while match.game.redo():
            moved = True
            if match.game.over or match.waiting:
                break
    except MoveRefused:
        match.game.go_to(came_from)
        raise
    return moved


def before(game: Game, people: Collection[str], seq: int, speech: Speech) -> int:
    """Returns the entry after which a person decided what is entry `seq`; for 0, where the persons came in.

    Raises:
        MoveRefused: when there is no such decision of a person; the text lists those there are.
    """
    entries = {entry.seq: entry for entry in game.history}
    if not seq:
        return beginning(game)
    if seq not in entries or entries[seq].seat not in people or was_taken(entries[seq]):
        own = [str(entry.seq) for entry in own_entries(game, people)][-_MOST_LISTED:]
        key = "history.no-such.listed" if own else "history.no-such"
        raise MoveRefused(speech(key, number=seq, own=speech.listed(own)))
    return entries[seq].parent
