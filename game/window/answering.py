"""Waiting for work while the window goes on answering: it can be resized, closed, and the page left by Escape.

How the work is done beside the window is `game.window.waiting`'s.
"""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.window.keys import action_of
from game.window.stage import Stage
from game.window.waiting import Abandoned, Result, Work

LOOKS_UP = 0.01
"""How often events are looked for, in seconds."""
_OF_THE_WINDOW = (pygame.WINDOWEXPOSED, pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED, pygame.MOUSEMOTION)


def wait_answering(
    work: Callable[[], Result], stage: Callable[[], Stage], handle: Callable[[pygame.Event], None], *, may_leave: bool
) -> Result:
    """Waits for what work returns; `stage` is what is shown, and `handle` does what an event asks of the window.

    Where the page may not be left, what was pressed meanwhile is done afterwards; else it belonged to a page that has
    gone.

    Raises:
        Abandoned: when the person closes the window or goes back.
    """
    begun, later = Work(work), list[pygame.Event]()
    while not begun.is_done_within(LOOKS_UP):
        for event in pygame.event.get():
            if event.type in _OF_THE_WINDOW or _quits(event):
                handle(event)
            elif may_leave and _goes_back(event, stage()):
                raise Abandoned
            else:
                later.append(event)
            if _quits(event):
                raise Abandoned
    for event in () if may_leave else later:
        pygame.event.post(event)
    return begun.result()


def _quits(event: pygame.Event) -> bool:
    return event.type == pygame.QUIT or (event.type == pygame.KEYDOWN and action_of(event.key, event.mod) == "quit")


def _goes_back(event: pygame.Event, stage: Stage) -> bool:
    if event.type == pygame.MOUSEBUTTONDOWN and event.button == pygame.BUTTON_LEFT:
        target = stage.at(event.pos)
        return target is not None and target.spot.action == stage.screen.escape
    return event.type == pygame.KEYDOWN and event.key == pygame.K_ESCAPE
