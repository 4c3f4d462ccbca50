"""What an app shows, as far as the app knows it: screens to draw and actions to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from game.storage.settings import Settings
    from game.window.screen import Screen
    from game.window.waiting import Waits


class Shown(Protocol):
    """What an app shows: a visit, or in tests a screen alone."""

    notices: list[str]
    left: bool
    typed: str
    """What stands in the field of the dialog."""
    settings: Settings
    """What the player prefers; it may change with whatever is done."""

    waits: Waits
    """How work that takes its time is waited for."""

    def prepare(self) -> bool:
        """Reads what would keep the first frame waiting; tells whether there is more to show now."""

    def read_ahead(self) -> None:
        """Begins to read, beside the window, what will be asked for next."""

    @property
    def screen(self) -> Screen:
        """The screen to show now."""

    @property
    def dialog(self) -> Screen | None:
        """The dialog over it."""

    def ask(self, question: str, action: str) -> None:
        """Asks before an action is done."""

    def sign_of_work(self, action: str) -> str:
        """What is said while an action that takes its time is done; empty for all others."""

    def do(self, action: str) -> None:
        """Does what an action's id says."""
