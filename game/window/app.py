"""The window itself: events in, frames out. It waits for events and draws only when something has changed.

What is shown and done is a `game.window.visit.Visit`'s; how it looks on this screen is a stage's.
"""

from __future__ import annotations

import contextlib
import math
from typing import TYPE_CHECKING

import pygame

from game.errors import GameError
from game.window.answering import wait_answering
from game.window.charts import ACTION
from game.window.display import wait
from game.window.fitting import Fitting
from game.window.keys import ARROWS, CHART_KEYS, DOING, LETTERS, MOVE_LETTERS, PAGES, action_of, digit_of, key_of
from game.window.notes import draw_said, draw_tip, tip_of
from game.window.sheet import Spot
from game.window.shown import Shown
from game.window.stage import Left, Stage
from game.window.targets import Target

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.window.screen import Screen
    from game.window.waiting import Result

WAIT = 1000
"""How long to sleep at most, in milliseconds, so that an interrupt from outside is noticed."""
MOST_TYPED = 300
MOST_LEFT = 12
"""Of how many pages it is remembered how they were left."""
MOST_NOTCHES = 30.0


class App:
    """A window on what is shown; the display is open already."""

    def __init__(self, shown: Shown, kept_in: Path | None = None) -> None:
        """`kept_in` is the file in which settings are kept when they change; they are not where it is None."""
        self.shown = shown
        self.frames = 0
        self.said = ""
        self._heeded = shown.settings
        self._kept, self._kept_in = shown.settings, kept_in
        shown.waits = self._wait
        self._fitting = Fitting(shown.settings, self.size)
        self._pointer = (0, 0)
        self._by_keys = False
        self._swallowed = ""
        self._dirty = True
        self._left: dict[str, Left] = {}
        """How pages were left, by their places, the newest last."""
        self.stage = Stage(shown.screen, self._fitting.kit, self.size)
        self.dialog: Stage | None = None
        self._say_notices()
        self._refresh()

    @property
    def size(self) -> tuple[int, int]:
        """The size of the window."""
        width, height = self._surface.get_size()
        return max(width, 1), max(height, 1)

    @property
    def on_top(self) -> Stage:
        """The stage that keys and the mouse act on."""
        return self.dialog or self.stage

    def run(self) -> None:
        """Shows, waits and does, until the person leaves."""
        self.draw()
        self.prepare()
        while not self.shown.left:
            self.draw()
            self.shown.read_ahead()
            # A map that has moved or is changing is drawn again soon, whatever happens.
            soon = self.stage.charts.waits
            self._dirty |= soon is not None
            for event in wait(WAIT if soon is None else soon):
                self.handle(event)

    def prepare(self) -> None:
        """Lets what is shown read what would have kept the first frame waiting.

        Raises:
            GameError: when what was wished for cannot be played.
        """
        if self.shown.prepare():
            self._say_notices()
            self._refresh()

    def draw(self) -> bool:
        """Draws a frame if anything has changed; tells whether it did."""
        if not self._dirty:
            return False
        self._dirty = False
        surface = self._surface
        self.stage.draw(surface)
        if self.dialog is not None:
            self.dialog.draw_over(surface)
        pointed = self._pointed_at
        if pointed is not None and tip_of(pointed.spot):
            draw_tip(surface, self._fitting.kit, tip_of(pointed.spot), pointed.area)
        if self.said:
            draw_said(surface, self._fitting.kit, self.said, self.stage.layout.bar_places, self.stage.pressed_places)
        pygame.display.flip()
        self.frames += 1
        return True

    # Waiting

    def _wait(self, work: Callable[[], Result], /, *, may_leave: bool = True) -> Result:
        """Does work beside the window, which shows what it is and goes on answering.

        Raises:
            Abandoned: when the person closes the window or, where that may be, goes back.
        """
        if may_leave and not _is_same_page(self.stage.screen, self.shown.screen):
            self._refresh()
        self.draw()
        return wait_answering(work, lambda: self.stage, self._answer, may_leave=may_leave)

    def _answer(self, event: pygame.Event) -> None:
        """Does what an event asks of the window, while work is done beside it."""
        if event.type == pygame.KEYDOWN:
            self.shown.left = True
        else:
            self.handle(event)
        self.draw()

    # Settings

    def keep_settings(self) -> None:
        """Remembers what has been changed of the settings."""
        from game.storage.settings import save_settings

        if self._kept_in is not None and self._kept != self.shown.settings:
            self._kept = self.shown.settings
            # A folder that cannot be written to is no reason to stop: the wish is asked for again next time.
            with contextlib.suppress(GameError):
                save_settings(self._kept, self._kept_in)

    def _heed(self) -> None:
        """Lets the window follow the settings where they have changed."""
        now, before = self.shown.settings, self._heeded
        self._heeded = now
        self._fitting.fit(now, self.size)
        if now.fullscreen != pygame.display.is_fullscreen() and now.fullscreen != before.fullscreen:
            self._toggle_full_screen()
        self.keep_settings()

    # Events

    def handle(self, event: pygame.Event) -> None:
        """Does what an event asks for."""
        match event.type:
            case pygame.QUIT:
                self.shown.left = True
            case pygame.KEYDOWN:
                before, focus = self.on_top, self.on_top.focus
                self._key(key_of(event), event.mod)
                if self.on_top is before and before.focus != focus and before.focused is not None:
                    self._do_if_any(before.focused.spot.dwells)
                self._swallowed = event.unicode if self.on_top is not before else ""
            case pygame.TEXTINPUT:
                self._type(event.text)
            case pygame.MOUSEMOTION:
                self._point(event.pos)
            case pygame.MOUSEBUTTONDOWN:
                self._press(event)
            case pygame.MOUSEBUTTONUP:
                self._dirty |= self.on_top.release()
            case pygame.MOUSEWHEEL:
                self._dirty |= self.on_top.wheel(self._pointer, _notches(event))
                self._point(self._pointer)
            case pygame.VIDEORESIZE | pygame.WINDOWSIZECHANGED:
                self._resized()
            case pygame.WINDOWEXPOSED:
                self._dirty = True

    def _key(self, key: int, modifiers: int) -> None:
        self._dirty = self._by_keys = True
        self.said = ""
        action = action_of(key, modifiers)
        stage = self.on_top
        if action:
            self.do(action)
        elif modifiers & (pygame.KMOD_CTRL | pygame.KMOD_META | pygame.KMOD_ALT):
            return
        elif key == pygame.K_TAB:
            stage.step_focus(-1 if modifiers & pygame.KMOD_SHIFT else 1)
        elif self._is_typing and key == pygame.K_DOWN:
            # What was found stands after the field, though beside it.
            stage.step_focus(1)
        elif self._is_typing and key not in (pygame.K_ESCAPE, pygame.K_UP):
            self._edit(key)
        elif key in ARROWS:
            self._do_if_any(stage.arrow(*ARROWS[key]))
        elif key in PAGES:
            stage.page(PAGES[key])
        elif key == pygame.K_ESCAPE:
            self._escape()
        elif key in DOING:
            if not stage.look_first():
                self._act(stage.focused.spot if stage.focused else None)
        elif key in CHART_KEYS:
            stage.charts.do(CHART_KEYS[key])
        elif digit_of(key):
            self._act(stage.digit(digit_of(key)))
        elif key in LETTERS and not any(target.spot.entry for target in stage.targets):
            self.do(LETTERS[key])
        elif key in MOVE_LETTERS:
            self._act(stage.button(MOVE_LETTERS[key]))

    @property
    def _pointed_at(self) -> Target | None:
        """What the pointer is on, or else what the keys have gone to."""
        stage = self.on_top
        hovered = next((target for target in stage.targets if target.spot.key == stage.hover), None)
        return stage.focused if hovered is None and self._by_keys else hovered

    @property
    def _is_typing(self) -> bool:
        focused = self.on_top.focused
        return focused is not None and focused.spot.entry

    def _edit(self, key: int) -> None:
        """A key in a field: what it types comes as text; this is for the keys that type nothing."""
        if key == pygame.K_BACKSPACE:
            # Held on, it comes again where nothing is left: then nothing need be laid out anew.
            if self.shown.typed:
                self.shown.typed = self.shown.typed[:-1]
                self._refresh()
        elif key in (pygame.K_RETURN, pygame.K_KP_ENTER):
            self._act(next(iter(self.on_top.layout.bar.spots), None))

    def _type(self, text: str) -> None:
        """Text goes to the dialog's field, wherever the focus is; but not the letter that opened the dialog."""
        swallowed, self._swallowed = self._swallowed == text, ""
        stage = self.on_top
        field = next((target.spot.key for target in stage.targets if target.spot.entry), "")
        if not field or swallowed or (not self._is_typing and text.isspace()) or len(self.shown.typed) >= MOST_TYPED:
            return
        stage.focus = field
        self.shown.typed = (self.shown.typed + text)[:MOST_TYPED]
        self._refresh()

    def _point(self, place: tuple[int, int]) -> None:
        self._pointer = place
        if self.on_top.point(place):
            self._dirty = True
            hand = bool(self.on_top.hover)
            # Some displays have only one shape for the pointer.
            with contextlib.suppress(pygame.error):
                pygame.mouse.set_cursor(pygame.SYSTEM_CURSOR_HAND if hand else pygame.SYSTEM_CURSOR_ARROW)

        self._act(self.on_top.slide(place))

    def _press(self, event: pygame.Event) -> None:
        self._pointer, self._by_keys = event.pos, False
        if event.button != pygame.BUTTON_LEFT:
            return
        self._dirty = True
        self.said = ""
        frame = self.dialog.layout.frame if self.dialog else None
        if frame is not None and not frame.collidepoint(event.pos):
            self._escape()
            return
        self._act(self.on_top.press(event.pos))

    def _escape(self) -> None:
        self._do_if_any(self.on_top.screen.escape)

    def _act(self, spot: Spot | None) -> None:
        if spot is None or spot.key.startswith("scroll:"):
            return
        if not spot.enabled:
            self._say("" if spot.is_told and not self._by_keys else spot.why_not)
        elif spot.confirm:
            self.shown.ask(spot.confirm, spot.action)
            self._refresh()
        else:
            self._do_if_any(spot.action)

    def _do_if_any(self, action: str) -> None:
        if action:
            self.do(action)

    def do(self, action: str) -> None:
        """Does what an action's id says, and shows what follows; what cannot be done is said."""
        self._dirty = True
        if action.startswith(f"{ACTION}:"):
            self.stage.charts.do(action.removeprefix(f"{ACTION}:"))
            return
        self.said = self.shown.sign_of_work(action)
        if self.said:
            self.draw()
            self.said = ""
        try:
            self.shown.do(action)
        except GameError as error:
            self._say(str(error))
        self._say_notices()
        self._heed()
        if not self.shown.left:
            self._refresh()

    # What is shown

    def _refresh(self) -> None:
        """Takes over what is shown now; focus and scrolling stay where the page is the same."""
        self._dirty = True
        before, screen = self.stage, self.shown.screen
        self.stage = Stage(screen, self._fitting.kit, self.size, before, self._left)
        if screen.place != before.screen.place:
            self._leave(before.left)
        dialog = self.shown.dialog
        self.dialog = None if dialog is None else Stage(dialog, self._fitting.kit, self.size, self.dialog)
        self.on_top.point(self._pointer)

    def _leave(self, left: Left) -> None:
        """Remembers how a page was left, for when it is come back to; of the oldest, no more."""
        self._left.pop(left.place, None)
        self._left[left.place] = left
        if len(self._left) > MOST_LEFT:
            del self._left[next(iter(self._left))]

    def _resized(self) -> None:
        if self.stage.layout.size != self.size:
            self._fitting.fit(self.shown.settings, self.size)
            self._refresh()
        self._dirty = True

    def _toggle_full_screen(self) -> None:
        try:
            pygame.display.toggle_fullscreen()
        except pygame.error:
            self.shown.do("stay-windowed")
            self._heeded = self.shown.settings
            self._say_notices()
        self._resized()

    def _say(self, words: str) -> None:
        self.said = words
        self._dirty = True

    def _say_notices(self) -> None:
        if self.shown.notices:
            self._say(" ".join(self.shown.notices))
            self.shown.notices.clear()

    @property
    def _surface(self) -> pygame.Surface:
        surface = pygame.display.get_surface()
        assert surface is not None
        return surface


def _is_same_page(before: Screen, now: Screen) -> bool:
    return (before.place, before.turn) == (now.place, now.turn)


def _notches(event: pygame.Event) -> float:
    """By how many notches a wheel was turned; a device that reports what no hand can do is not believed."""
    told = getattr(event, "precise_y", 0.0) or event.y
    return min(max(told, -MOST_NOTCHES), MOST_NOTCHES) if math.isfinite(told) else 0.0


__all__ = ["App", "Shown"]
