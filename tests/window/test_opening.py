"""Opening a scenario or a saved game: its name is shown at once, and the window goes on answering."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from threading import Event, current_thread, main_thread
from typing import Any

import pygame
import pytest

from game.errors import CannotRead
from game.present.wishes import Wishes
from game.storage.places import list_saves
from game.window.app import App
from game.window.visit import Visit
from tests.playing import SCENARIO

LONGEST = 10
"""Seconds after which a test that waits in vain goes on, and fails."""
MOST_LEFT = 20
"""Objects of a game that was left that may still be there when the next one has been shown; else a hundred are."""


@pytest.fixture
def let_go() -> Iterator[Event]:
    event = Event()
    yield event
    event.set()


@pytest.fixture
def on_the_shelf(small_shelf: None) -> App:
    app = App(Visit(Wishes(style="trades")))
    app.prepare()
    app.do("shelf")
    return app


def while_opening(monkeypatch: pytest.MonkeyPatch, meanwhile: Callable[[], None], until: Event | None = None) -> None:
    """Lets something happen while the next scenario is read, which lasts until it is let go."""
    from game.present import opening

    read = opening.open_preferred

    def slowly(*words: Any) -> object:
        meanwhile()
        if until is not None:
            until.wait(LONGEST)
        return read(*words)

    monkeypatch.setattr(opening, "open_preferred", slowly)


def post(kind: int, **about: object) -> None:
    pygame.event.post(pygame.Event(kind, **about))


def test_what_is_opened_is_named_while_it_is_opened(on_the_shelf: App, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    drawn = on_the_shelf.frames
    while_opening(monkeypatch, lambda: seen.extend([on_the_shelf.stage.screen.place, on_the_shelf.stage.screen.turn]))
    on_the_shelf.do(f"open:{SCENARIO.name}")
    assert seen == ["opening", "Who lights the strait?"]
    assert on_the_shelf.frames > drawn
    assert on_the_shelf.stage.screen.place == "seats"


def test_escape_goes_back_while_a_scenario_is_opened(
    on_the_shelf: App, monkeypatch: pytest.MonkeyPatch, let_go: Event
) -> None:
    while_opening(monkeypatch, lambda: post(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0, unicode=""), let_go)
    on_the_shelf.do(f"open:{SCENARIO.name}")
    assert not let_go.is_set()
    assert on_the_shelf.stage.screen.place == "shelf"
    assert not on_the_shelf.shown.left


def test_back_is_pressed_while_a_scenario_is_opened(
    on_the_shelf: App, monkeypatch: pytest.MonkeyPatch, let_go: Event
) -> None:
    def press() -> None:
        (back,) = on_the_shelf.stage.targets
        post(pygame.MOUSEBUTTONDOWN, button=1, pos=back.area.center)

    while_opening(monkeypatch, press, let_go)
    on_the_shelf.do(f"open:{SCENARIO.name}")
    assert on_the_shelf.stage.screen.place == "shelf"


@pytest.mark.parametrize("asked", ["close", "key"])
def test_the_window_closes_while_a_scenario_is_opened(
    asked: str, on_the_shelf: App, monkeypatch: pytest.MonkeyPatch, let_go: Event
) -> None:
    key = {"key": pygame.K_q, "mod": pygame.KMOD_CTRL, "unicode": ""}
    kind, about = (pygame.QUIT, {}) if asked == "close" else (pygame.KEYDOWN, key)
    while_opening(monkeypatch, lambda: post(kind, **about), let_go)
    on_the_shelf.do(f"open:{SCENARIO.name}")
    assert not let_go.is_set()
    assert on_the_shelf.shown.left


def test_a_scenario_that_was_wished_for_is_named_in_the_first_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    app = App(Visit(Wishes(scenario=SCENARIO, seats=("arden",), unsaved=True)))
    assert app.stage.screen.place == "opening"
    app.prepare()
    assert app.stage.screen.place != "opening"


def test_who_does_not_wait_for_what_was_wished_for_comes_to_the_cover(
    small_shelf: None, monkeypatch: pytest.MonkeyPatch, let_go: Event
) -> None:
    app = App(Visit(Wishes(scenario=SCENARIO, seats=("arden",), unsaved=True)))
    while_opening(monkeypatch, lambda: post(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0, unicode=""), let_go)
    app.prepare()
    assert app.stage.screen.place == "title"


def test_what_cannot_be_opened_is_said_on_the_page_before(on_the_shelf: App, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise CannotRead("The file is not there any more.")

    while_opening(monkeypatch, refuse)
    on_the_shelf.do(f"open:{SCENARIO.name}")
    assert on_the_shelf.said == "The file is not there any more."
    assert on_the_shelf.stage.screen.place == "shelf"


def test_what_is_pressed_while_the_shelf_is_read_counts(small_shelf: None, monkeypatch: pytest.MonkeyPatch) -> None:
    from game.window import visit

    read = visit.shelf_in

    def meanwhile(speech: Any) -> object:
        post(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="")
        return read(speech)

    app = App(Visit(Wishes()))
    monkeypatch.setattr(visit, "shelf_in", meanwhile)
    app.prepare()
    assert [event.key for event in pygame.event.get(pygame.KEYDOWN)] == [pygame.K_RETURN]


def test_a_game_that_is_begun_is_named_meanwhile(on_the_shelf: App, monkeypatch: pytest.MonkeyPatch) -> None:
    from game.present import opening

    app = on_the_shelf
    app.do(f"open:{SCENARIO.name}")
    app.do("seat:arden")
    seen: list[str] = []
    begin = opening.begin

    def see() -> None:
        seen.append(app.stage.screen.place)

    monkeypatch.setattr(opening, "begin", lambda *words, **more: (see(), begin(*words, **more))[1])
    app.do("begin")
    assert seen == ["opening"]
    assert app.shown.screen.place not in ("opening", "seats")


def test_a_game_that_is_not_waited_for_is_saved_nowhere(
    on_the_shelf: App, monkeypatch: pytest.MonkeyPatch, let_go: Event
) -> None:
    from game.present import opening

    app = on_the_shelf
    app.do(f"open:{SCENARIO.name}")
    app.do("seat:arden")
    begin, begun = opening.begin, Event()

    def slowly(*words: Any, **more: Any) -> object:
        post(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0, unicode="")
        let_go.wait(LONGEST)
        try:
            return begin(*words, **more)
        finally:
            begun.set()

    monkeypatch.setattr(opening, "begin", slowly)
    app.do("begin")
    assert app.stage.screen.place == "seats"
    let_go.set()
    assert begun.wait(LONGEST)
    assert list_saves() == ()


def test_a_game_that_is_begun_is_saved_at_once(on_the_shelf: App) -> None:
    on_the_shelf.do(f"open:{SCENARIO.name}")
    on_the_shelf.do("seat:arden")
    on_the_shelf.do("begin")
    assert len(list_saves()) == 1


def test_the_codex_is_read_ahead_and_only_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from game.present import codex

    threads: list[str] = []
    read = codex.codex_of
    monkeypatch.setattr(codex, "codex_of", lambda *words: (threads.append(current_thread().name), read(*words))[1])
    app = App(Visit(Wishes(scenario=SCENARIO, seats=("arden",), seed=3, style="trades", unsaved=True)))
    app.prepare()
    for _ in range(2):
        app.shown.read_ahead()
    for _ in range(9):
        if not app.stage.screen.place.startswith("decision"):
            app.do("continue")
    assert app.stage.screen.place.startswith("decision")
    assert len(threads) == 1
    assert threads != [main_thread().name]


def test_what_is_left_of_a_game_is_freed_when_the_shelf_is_shown(on_the_shelf: App) -> None:
    on_the_shelf.do(f"open:{SCENARIO.name}")
    on_the_shelf.do("seat:arden")
    on_the_shelf.do("begin")
    gc.disable()
    on_the_shelf.do("shelf")
    try:
        on_the_shelf.shown.read_ahead()
        assert gc.collect() < MOST_LEFT
    finally:
        gc.enable()
