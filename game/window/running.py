"""A window opened for a person's wishes, with the settings that are kept, until the person leaves.

What the window does while it is open is `game.window.app`'s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.window.app import App
from game.window.display import open_window

if TYPE_CHECKING:
    from game.present.wishes import Wishes


def run(wishes: Wishes) -> int:
    """Opens the window and plays until the person leaves.

    Raises:
        NoDisplay: when no window can be opened.
        GameError: when what was wished for cannot be played.
    """
    from game.present.problems import problem_words
    from game.storage.places import settings_path
    from game.storage.settings import load_settings
    from game.window.visit import Visit

    settings = load_settings(settings_path())
    visit = Visit(wishes, settings.settings)
    open_window(visit.speech("window.caption"), full_screen=settings.settings.fullscreen)
    visit.notices += [problem_words(visit.speech, settings.note)] if settings.note else []
    try:
        App(visit, settings_path()).run()
    finally:
        pygame.quit()
    return 0
