"""The packages that the parties at one machine are preparing, each until it is made: a press or a round leaves it.

What a package may start from and how it is changed is `game.present.drafting`'s.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.engine.game import Game
from game.engine.moves import TableMove
from game.present.drafting import first_draft
from game.present.page import TablePage


class Drafts:
    """What was prepared last at each table, by party, with the point of the game at which it was."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], tuple[int, dict[str, str]]] = {}

    def keep(self, game: Game, page: TablePage, terms: Mapping[str, str]) -> None:
        """Remembers what is prepared now."""
        self._kept[page.step, page.seat.party] = (game.seq, dict(terms))

    def of_a_new_turn(self, game: Game, page: TablePage) -> dict[str, str]:
        """What a turn begins with: what was prepared and not yet made, of the issues still open, else a first draft."""
        since, terms = self._kept.get((page.step, page.seat.party), (0, {}))
        if not terms or not _still_to_be_made(game, page.seat.party, since):
            return first_draft(page)
        kept = {issue: option for issue, option in terms.items() if issue in page.open_issues}
        return {**first_draft(page), **kept} if page.whole else kept


def _still_to_be_made(game: Game, party: str, since: int) -> bool:
    """Whether the game has gone on from a point without an offer of a party."""
    if since and all(entry.seq != since for entry in game.path):
        return False
    moves = (one.move for one in game.path if one.seq > since and one.seat == party)
    return not any(isinstance(move, TableMove) and move.kind == "propose" for move in moves)
