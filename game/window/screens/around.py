"""What stands around every page of a game: the line above the title, and the bar of what is always at hand."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.present.mapping import MapPage
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
    can_undo: bool = True
    can_redo: bool = True


def over_title(around: Around, seat: Seat, *more: str) -> str:
    """The line above the title: for whom the page is, and what else it says of its place."""
    return "  ·  ".join(word for word in (seat.name, *more) if word)


def main_button(action: Action) -> Button:
    """The button of what a page is left by."""
    return button_for(action, primary=True)


def game_bar(around: Around, *main: Button, chart: MapPage | None = None) -> tuple[Button, ...]:
    """The bar of a page of a game; `main` comes first. Where there is a `chart`, it leads to the page of the map."""
    speech = around.speech
    map_button = (Button("map", speech("map.title"), "F8"),) if chart is not None else ()
    papers = speech("window.papers-unread", number=around.unread) if around.unread else speech("window.papers")
    at_hand = _spare(
        Button("state", speech("window.state"), "F2"),
        Button("documents", papers, "F3"),
        Button("briefing", speech("window.brief-button"), "F4"),
        Button("history", speech("window.history"), "F5"),
        *map_button,
        Button("codex", speech("window.codex"), "F10"),
        Button("sources", speech("window.sources"), "F1"),
    )
    steps = _spare(
        _if_possible(
            Button("undo", speech("window.undo"), "Ctrl+Z"), around.can_undo, speech("window.nothing-to-undo")
        ),
        _if_possible(
            Button("redo", speech("window.redo"), "Ctrl+Y"), around.can_redo, speech("window.nothing-to-redo")
        ),
    )
    menu = Button("menu", speech("window.menu"), "Esc")
    return (*main, *(at_hand if around.at_hand else ()), *steps, menu)


def back_bar(around: Around) -> tuple[Button, ...]:
    """The bar of a page that was opened from another."""
    speech = around.speech
    return (
        Button("back", speech("window.back"), "Esc", primary=True),
        Button("sources", speech("window.sources"), "F1"),
    )


def _spare(*listed: Button) -> tuple[Button, ...]:
    return tuple(replace(one, spare=True) for one in listed)


def _if_possible(button: Button, possible: bool, why_not: str) -> Button:
    return button if possible else replace(button, enabled=False, why_not=why_not)
