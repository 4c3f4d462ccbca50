"""Dialogs: nothing on them looks chosen but what the keys act on."""

from __future__ import annotations

import pytest

from game.present.english import english
from game.window.screen import Screen
from game.window.screens.dialogs import menu_dialog, question_dialog, seed_dialog

SPEECH = english()


@pytest.mark.parametrize(
    "screen",
    [
        question_dialog("Walk out?", "walk-out", SPEECH),
        menu_dialog(SPEECH, playing=True, over=False),
        seed_dialog("", 7, SPEECH),
    ],
    ids=["question", "menu", "seed"],
)
def test_no_button_has_the_colour_of_what_is_at_hand_but_that_with_the_focus(screen: Screen) -> None:
    assert [f"do:{one.action}" for one in screen.bar if one.primary] in ([], [screen.first])
