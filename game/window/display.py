"""Whether there is a display to open a window on, and opening it. Nothing here draws."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from game.errors import GameError
from game.window.theme import BASE_SIZE, Palette

if TYPE_CHECKING:
    import pygame

_NOWHERE = ("dummy", "offscreen")
"""The drivers that draw nowhere."""
_POLL = 20
"""How often events are looked for where nothing wakes a waiting process, in milliseconds."""


class NoDisplay(GameError):
    """The window cannot be opened; its text says why. The terminal game is there instead."""


def available() -> bool:
    """Tells whether a window can be opened, without showing one.

    A driver that draws nowhere counts only where it was asked for by `SDL_VIDEODRIVER`.
    """
    wanted = os.environ.get("SDL_VIDEODRIVER", "")
    if not wanted and not _may_have_display():
        return False
    try:
        return _opens(wanted)
    except NoDisplay:
        return False


def open_window(caption: str, *, full_screen: bool = False) -> None:
    """Opens the window, as large as the usual layout or the desktop allows.

    Raises:
        NoDisplay: when it cannot be opened.
    """
    # Without this the library swallows the first click into a window.
    os.environ.setdefault("SDL_MOUSE_FOCUS_CLICKTHROUGH", "1")
    if not available():
        raise NoDisplay("There is no display to open a window on; play with --terminal.")
    import pygame

    try:
        pygame.font.init()
        pygame.display.set_caption(caption)
        pygame.display.set_icon(_icon())
        pygame.display.set_mode(first_size(), pygame.RESIZABLE)
        if full_screen:
            # A screen that cannot be filled still has room for a window.
            with contextlib.suppress(pygame.error):
                pygame.display.toggle_fullscreen()
    except pygame.error as error:
        raise NoDisplay(f"The window could not be opened ({error}); play with --terminal.") from None


def wait(milliseconds: int) -> list[pygame.Event]:
    """Waits for events, at most so long, and returns all that there are.

    A driver that draws nowhere would look for events a thousand times a second, so there it is looked for less often.
    """
    import pygame

    if pygame.display.get_driver() not in _NOWHERE:
        first = pygame.event.wait(milliseconds)
        return [event for event in (first, *pygame.event.get()) if event.type != pygame.NOEVENT]
    slept = 0
    while not (found := pygame.event.get()) and slept < milliseconds:
        slept += pygame.time.wait(min(_POLL, milliseconds - slept))
    return found


def first_size() -> tuple[int, int]:
    """The size of the window as it opens: the usual layout, enlarged where the desktop has room for it."""
    import pygame

    desktops = pygame.display.get_desktop_sizes() or [BASE_SIZE]
    width, height = desktops[0]
    room = min(width * 0.9 / BASE_SIZE[0], height * 0.86 / BASE_SIZE[1])
    scale = min(max(room, 0.75), 1.6)
    return round(BASE_SIZE[0] * scale), round(BASE_SIZE[1] * scale)


def _icon() -> pygame.Surface:
    """A sheet of paper with a few lines and a seal."""
    import pygame

    palette = Palette()
    icon = pygame.Surface((64, 64), pygame.SRCALPHA)
    pygame.draw.rect(icon, palette.paper, (10, 4, 44, 56), border_radius=3)
    for line in range(5):
        pygame.draw.rect(icon, palette.quiet, (18, 14 + 7 * line, 28 if line < 4 else 14, 2))
    pygame.draw.aacircle(icon, palette.accent, (44, 48), 8)
    return icon


def _may_have_display() -> bool:
    """Whether it is worth loading the display at all: without a server there is nothing to ask on these systems."""
    if os.name == "nt" or os.uname().sysname == "Darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _opens(wanted: str) -> bool:
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    try:
        import pygame
    except ImportError as error:
        why = f"the library that opens windows is missing or broken: {error}"
        raise NoDisplay(f"The window could not be opened ({why}); play with --terminal.") from None
    try:
        pygame.display.init()
    except pygame.error:
        return False
    if pygame.display.get_driver() in _NOWHERE and wanted not in _NOWHERE:
        pygame.display.quit()
        return False
    return True
