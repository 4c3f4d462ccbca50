"""What a player prefers is heeded in the window, below what was asked for on the command line."""

from __future__ import annotations

from game.present.wishes import Wishes
from game.storage.settings import Settings
from game.window.visit import Visit
from tests.window.conftest import SCENARIO


def visit(settings: Settings, **wishes: object) -> Visit:
    made = Visit(Wishes(SCENARIO, **wishes), settings)  # type: ignore[arg-type]
    made.prepare()
    return made


def test_length_and_opponents_are_chosen_beforehand() -> None:
    chosen = visit(Settings(length="short", opponents="holds-out")).seating.choices
    assert (chosen.length, chosen.style) == ("short", "holds-out")


def test_what_was_asked_for_comes_first() -> None:
    chosen = visit(Settings(length="short", opponents="holds-out"), length="full", style="random").seating.choices
    assert (chosen.length, chosen.style) == ("full", "random")


def test_a_language_or_style_that_is_not_there_is_no_obstacle() -> None:
    made = visit(Settings(language="th", opponents="no-such-style"))
    assert made.seating.choices.style == "strategist"
