"""What stands around every page of a game: the line above the title, and the bar of what is always at hand."""

from __future__ import annotations

from dataclasses import dataclass

from game.present.page import Seat
from game.present.parts import Action
from game.present.speech import Speech
from game.window.controls import Button, button_for


@dataclass(frozen=True, slots=True)
class Around:
    """What a screen needs besides its page.

    `at_hand` is false while the machine is being handed over: nothing of anybody's may be looked at then.
    """

    speech: Speech
    numbers: bool = False
    unread: int = 0
    at_hand: bool = True
    over: bool = False


def over_title(around: Around, seat: Seat, *more: str) -> str:
    """The line above the title: for whom the page is, and what else it says of its place."""
    return "  ·  ".join(word for word in (seat.name, *more) if word)


def main_button(action: Action) -> Button:
    """The button of what a page is left by."""
    return button_for(action, primary=True)


def game_bar(around: Around, *main: Button) -> tuple[Button, ...]:
    """The bar of a page of a game; `main` comes first."""
    speech = around.speech
    papers = speech("window.papers-unread", number=around.unread) if around.unread else speech("window.papers")
    at_hand = (
        Button("state", speech("window.state"), "F2"),
        Button("documents", papers, "F3"),
        Button("briefing", speech("window.brief-button"), "F4"),
        Button("history", speech("window.history"), "F5"),
    )
    always = (
        Button("undo", speech("window.undo"), "Ctrl+Z"),
        Button("redo", speech("window.redo"), "Ctrl+Y"),
        Button("menu", speech("window.menu"), "Esc"),
    )
    return (*main, *(at_hand if around.at_hand else ()), *always)


def back_bar(around: Around) -> tuple[Button, ...]:
    """The bar of a page that was opened from another."""
    return (Button("back", around.speech("window.back"), "Esc", primary=True),)
