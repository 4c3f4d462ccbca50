"""Who is to sit where: an opened scenario with what has been chosen of seats, opponents and length.

It becomes the plan of a game. Opening files and beginning the game are for whoever leads through the visit.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.errors import UsageError
from game.players.styles import USUAL_STYLE, styles
from game.present.opening import Plan, open_preferred
from game.present.page import SeatsPage
from game.present.shelf import seats_page
from game.present.shelf_parts import SeatLine
from game.window.screens.shelf import Choices, seats_screen

if TYPE_CHECKING:
    from game.present.opening import Opened
    from game.present.speech import Speech
    from game.present.wishes import Wishes
    from game.storage.settings import Settings
    from game.window.screen import Screen

MOST_DIGITS = 9
"""As long as a seed may be."""


class Seating:
    """The page of seats of one scenario."""

    def __init__(self, opened: Opened, settings: Settings, choices: Choices | None = None, seed: int = 0) -> None:
        """Opens the page with what was chosen before, or with no seat and what is usual; `seed` unless one is typed."""
        self.opened, self._settings, self.usual_seed = opened, settings, seed
        page = self.page
        self.choices = choices or Choices((), page.style, page.length)
        self._typed = ""

    @property
    def page(self) -> SeatsPage:
        """The seats there are."""
        usual = self._settings.opponents if self._settings.opponents in styles() else USUAL_STYLE
        return seats_page(self.opened.scenario, styles(), usual, self.opened.speech, self._settings.length)

    @property
    def screen(self) -> Screen:
        """The page of seats with what is chosen so far."""
        return seats_screen(self.page, self.choices, self.opened.speech, self.seed)

    @property
    def seed(self) -> int:
        """The seed of the dice: the one that was typed, else the usual one."""
        return int(self._typed) if self._typed else self.usual_seed

    @property
    def typed(self) -> str:
        """What was typed as the seed."""
        return self._typed

    @typed.setter
    def typed(self, text: str) -> None:
        self._typed = "".join(one for one in text if one in "0123456789")[:MOST_DIGITS]

    def spoken_in(self, speech: Speech, settings: Settings) -> Seating:
        """The same page in another language, or with years of another era.

        Raises:
            CannotRead: when the scenario cannot be read any more.
        """
        opened = open_preferred(self.opened.name, None, speech.language, settings.era)
        spoken = Seating(opened, settings, self.choices, self.usual_seed)
        spoken.typed = self.typed
        return spoken

    def wish(self, wishes: Wishes, *, seats: tuple[str, ...]) -> None:
        """Takes over what was wished for before the window opened; `seats` are ids or names.

        Raises:
            UsageError: when a seat is unknown, not for people, or wished for twice.
        """
        wished = self._wished_seats(seats) or self.choices.seats
        self.choices = Choices(wished, wishes.style or self.choices.style, wishes.length or self.choices.length)

    def choose(self, word: str, about: str) -> None:
        """Takes or leaves a `seat`, or chooses the `style` of the opponents or the `length`."""
        if word == "seat":
            self.choices = self.choices.toggled(about, self.page)
        elif word == "style":
            self.choices = replace(self.choices, style=about)
        elif word == "length":
            self.choices = replace(self.choices, length=about)

    def plan(self) -> Plan:
        """The game that is to begin.

        Raises:
            UsageError: when no seat is taken.
        """
        lines = {line.id: line for line in self.page.seats}
        chairs = tuple(lines[seat].parties for seat in self.choices.seats)
        if not chairs:
            raise UsageError(self.opened.speech("window.cannot-begin"))
        return Plan(chairs, self.choices.style, self.seed, "short" if self.choices.length == "short" else "full")

    def _wished_seats(self, wished: tuple[str, ...]) -> tuple[str, ...]:
        taken: set[str] = set()
        lines = [self._seat(typed) for typed in wished]
        for line in lines:
            if taken & set(line.parties):
                raise UsageError(self.opened.speech("seats.taken", seat=line.name))
            taken |= set(line.parties)
        return tuple(line.id for line in lines)

    def _seat(self, typed: str) -> SeatLine:
        """The seat that is meant by its id or its name."""
        speech, seats = self.opened.speech, self.page.seats
        wanted = typed.strip().casefold()
        line = next((one for one in seats if wanted in (one.id, one.name.casefold())), None)
        if line is None:
            choices = speech.listed([one.id for one in seats if one.playable], "or")
            scenario = self.opened.scenario.id
            raise UsageError(speech("play.seat-unknown", scenario=scenario, typed=typed, choices=choices))
        if not line.playable:
            raise UsageError(speech("seats.program-only", seat=line.name))
        return line
