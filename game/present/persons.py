"""The persons at one machine: who holds which parties, who sits at it now, and to whom it is to be handed.

It knows turns and chairs, and nothing of pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.present.news import Chair
from game.scenario.model import FACILITATOR

if TYPE_CHECKING:
    from game.players.match import Match


class Persons:
    """The chairs of a match; one who is alone sits at the machine from the first."""

    def __init__(self, match: Match, chairs: Sequence[Chair]) -> None:
        self._match, self.chairs = match, tuple(chairs)
        self.at_machine: Chair | None = self.chairs[0] if len(self.chairs) == 1 else None

    @property
    def parties(self) -> tuple[str, ...]:
        """Every party that a person holds."""
        return tuple(party for chair in self.chairs for party in chair)

    @property
    def own(self) -> Chair:
        """The parties of the person at the machine; at the end, everybody's."""
        return self.at_machine if self.at_machine and not self._over else self.parties

    @property
    def party(self) -> str:
        """The party that decides now: one of the person at the machine's, if there is a choice; empty at the end."""
        waiting = self._match.waiting
        own = [party for party in waiting if self.at_machine and party in self.at_machine]
        return next(iter(own or waiting), "")

    @property
    def must_hand_over(self) -> bool:
        """Whether another person is to sit down first."""
        return self.at_machine is None or (not self._over and self.party not in self.at_machine)

    @property
    def viewer(self) -> str:
        """With whose eyes the page is seen: those of the party that decides; at the end, of all who played."""
        if not self._over:
            return self.party
        return self.parties[0] if len(self.parties) == 1 else FACILITATOR

    @property
    def listener(self) -> Chair | None:
        """Whose news is told: the person's at the machine; at the end, everybody's."""
        return None if self._over else self.at_machine

    def sit_down(self, party: str) -> None:
        """Lets the person who holds a party sit down at the machine."""
        self.at_machine = next(chair for chair in self.chairs if party in chair)

    def forget(self) -> None:
        """While the machine is being handed over nobody can be taken to sit at it."""
        if len(self.chairs) > 1 and not self._over and self.must_hand_over:
            self.at_machine = None

    @property
    def _over(self) -> bool:
        return self._match.game.over
