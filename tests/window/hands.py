"""Two hands for a window under test: keys and the mouse, as posted events; and a look at what it shows."""

from __future__ import annotations

from collections.abc import Iterator

import pygame

from game.window.app import App
from game.window.sheet import Letters
from game.window.targets import Target

KEY = pygame.Event


class Keyboard:
    """Presses keys on an app, one at a time, drawing a frame after each."""

    def __init__(self, app: App) -> None:
        self.app = app

    def press(self, key: int, modifiers: int = 0, unicode: str = "") -> None:
        pygame.event.post(pygame.Event(pygame.KEYDOWN, key=key, mod=modifiers, unicode=unicode))
        if unicode:
            pygame.event.post(pygame.Event(pygame.TEXTINPUT, text=unicode))
        settle(self.app)

    def type(self, text: str) -> None:
        for letter in text:
            self.press(pygame.key.key_code(letter) if letter.isalnum() else pygame.K_SPACE, unicode=letter)

    def go_to(self, key: str) -> None:
        """Presses Tab until a spot has the focus, and arrows within a group of choices."""
        for _ in range(300):
            if self.app.on_top.focus == key:
                return
            self.press(self._towards(key))
        raise AssertionError(f"Tab never reaches {key}; it goes round {[one.spot.key for one in targets(self.app)]}")

    def _towards(self, key: str) -> int:
        here = self.app.on_top.focused
        there = next((one for one in targets(self.app) if one.spot.key == key), None)
        if here is None or there is None or not here.spot.group or here.spot.group != there.spot.group:
            return pygame.K_TAB
        if here.area.top != there.area.top:
            return pygame.K_DOWN if here.area.top < there.area.top else pygame.K_UP
        return pygame.K_RIGHT if here.area.left < there.area.left else pygame.K_LEFT

    def do(self, key: str) -> None:
        """Goes to a spot and presses Enter, again while that only reads on."""
        self.go_to(key)
        stage, scrolled = self.app.on_top, None
        while self.app.on_top is stage and stage.scrolled != scrolled:
            scrolled = dict(stage.scrolled)
            self.press(pygame.K_RETURN, unicode="\r")


class Mouse:
    """Points, clicks and turns the wheel, and never touches a key."""

    def __init__(self, app: App) -> None:
        self.app = app

    def do(self, key: str) -> None:
        """Scrolls until a spot can be seen, and clicks on it."""
        self.click(self.shown(key).area.center)

    def shown(self, key: str) -> Target:
        for _ in range(200):
            target = found(self.app, key)
            if target.panel is None:
                return target
            seen = target.panel.clip.inflate(-8, -8)
            if seen.collidepoint(target.area.center):
                return target
            self.point(seen.center)
            self.turn(-1 if target.area.centery > seen.centery else 1)
        raise AssertionError(f"{key} cannot be scrolled into view")

    def click(self, place: tuple[int, int]) -> None:
        self.point(place)
        pygame.event.post(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=place, button=pygame.BUTTON_LEFT, touch=False))
        pygame.event.post(pygame.Event(pygame.MOUSEBUTTONUP, pos=place, button=pygame.BUTTON_LEFT, touch=False))
        settle(self.app)

    def point(self, place: tuple[int, int]) -> None:
        pygame.event.post(pygame.Event(pygame.MOUSEMOTION, pos=place, rel=(0, 0), buttons=(0, 0, 0), touch=False))
        settle(self.app)

    def turn(self, notches: int) -> None:
        pygame.event.post(pygame.Event(pygame.MOUSEWHEEL, x=0, y=notches, precise_y=float(notches), flipped=False))
        settle(self.app)


Hand = Keyboard | Mouse


def settle(app: App) -> None:
    """Lets an app handle what was posted, and draw."""
    for event in pygame.event.get():
        app.handle(event)
    if not app.shown.left:
        app.draw()


def targets(app: App) -> tuple[Target, ...]:
    return app.on_top.targets


def found(app: App, key: str) -> Target:
    target = next((one for one in targets(app) if one.spot.key == key), None)
    assert target is not None, f"there is no {key} among {[one.spot.key for one in targets(app)]}"
    return target


def letters(app: App) -> Iterator[Letters]:
    """Everything that stands on the screen that is on top, in view or not."""
    layout = app.on_top.layout
    for sheet in (layout.head, *(panel.sheet for panel in layout.panels), layout.bar):
        yield from (mark for mark in sheet.marks if isinstance(mark, Letters))


def words_shown(app: App) -> str:
    """The words of the screen that is on top."""
    return " ".join(mark.text for mark in letters(app))
