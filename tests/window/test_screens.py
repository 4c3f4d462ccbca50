"""Every kind of screen at three sizes: nothing leaves its paper, nothing overlaps, everything can be read."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from assets.build.tour import Sight, Tour
from game.present import opening
from game.present.drafting import STARTS
from game.present.english_window import WINDOW
from game.storage.settings import Settings
from game.window.app import App
from game.window.keys import ACTION_KEYS, CONTROL_KEYS
from game.window.layout import Layout
from game.window.screens.dialogs import KEYS
from game.window.sheet import Box, Disc, Letters, Sheet
from game.window.theme import PALETTES, Colour, contrast
from tests.window.conftest import SCENARIO
from tests.window.hands import Keyboard, Mouse, words_shown

SETTINGS = ("language", "era", "text-size", "palette", "still", "full-screen")
SIZES = [(1280, 720), (1920, 1080), (760, 520)]
SCREENS = {
    "shelf", "seats", "note", "handover", "briefing", "consequence", "decision", "decide", "table", "issue", "press",
    "numbers", "state", "account", "documents", "document", "history", "menu", "keys", "sources", "over",
    "debrief-ending",
}  # fmt: skip


def tour(app: App, check, seats=("arden", "borrel")) -> set[str]:
    def looked(sight: Sight) -> None:
        app._refresh()
        app.draw()
        check(app, sight.name)

    return set(Tour(app.shown, seats, looked).play(str(SCENARIO)))


WAYS = [
    *((size, Settings()) for size in SIZES),
    ((1280, 720), Settings(language="th")),
    ((1280, 720), Settings(text_size=250)),
    ((1920, 1080), Settings(text_size=250, language="th", palette="high-contrast")),
]
"""Sizes of the window, with what a player prefers."""


@pytest.mark.parametrize(("size", "settings"), WAYS)
def test_every_screen_is_well_set_and_every_word_on_it_can_be_read(open_app, size, settings):
    def check(app: App, name: str) -> None:
        layout = app.on_top.layout
        every_word_stands_out(app, layout, name)
        nothing_leaves_its_paper(app, layout, name)
        for sheet in (layout.head, *(panel.sheet for panel in layout.panels), layout.bar):
            no_lines_overlap(sheet, name)
        assert app.on_top.focused is not None, f"{name} opens with nothing focused"
        keys = [target.spot.key for target in app.on_top.targets]
        assert len(keys) == len(set(keys)), f"{name} has two spots of one key"
        if layout.frame is None and layout.bar.height:
            assert max(panel.paper.bottom for panel in layout.panels) <= layout.bar_at[1], f"{name} lies on its bar"
            assert layout.bar_at[1] + layout.bar.height <= size[1], f"{name}: its bar leaves the window"

    assert tour(open_app(size=size, settings=settings), check) >= SCREENS


HOSTILE = (
    "Donaudampfschifffahrtsgesellschaft" * 30,
    "line\nbreak \x00\x07\x1b[31m tab\t end",
    "\u202eturned\u2066 round\u200f\u200b\u200d\ufeff" * 20,
    "e" + "\u0301" * 300,
    "\U0001f600\u4e2d\u0e01\u0e33\u0627\U0010ffff " * 30,
    "*** * ** *a* *unfinished",
    " ",
    "word " * 900,
)


@pytest.mark.parametrize("length", ["full"])
def test_no_scenario_text_breaks_a_screen(open_app, monkeypatch, length):
    load = opening.open_preferred

    def hostile(*wished):
        opened = load(*wished)

        def paragraph(text, one):
            return HOSTILE[sum(map(ord, text.address)) % len(HOSTILE)]

        return replace(opened, speech=replace(opened.speech, paragraph=paragraph))

    monkeypatch.setattr(opening, "open_preferred", hostile)

    read = set()

    def check(app: App, name: str) -> None:
        nothing_leaves_its_paper(app, app.on_top.layout, name)
        read.update(words_shown(app).split())

    assert "over" in tour(open_app(), check)
    assert {"*unfinished", "turned"} <= read, "nothing hostile was shown"


LOOKS = {
    "state": pygame.K_F2,
    "documents": pygame.K_F3,
    "briefing": pygame.K_F4,
    "history": pygame.K_F5,
}


@pytest.mark.parametrize("look", LOOKS)
def test_a_page_at_hand_is_opened_and_left_by_mouse_and_by_keyboard(open_app, look):
    app = open_app("arden")
    Keyboard(app).do("do:continue")
    page = app.stage.screen.place
    mouse = Mouse(app)
    mouse.do(f"do:{look}")
    by_mouse = app.stage.screen.place
    assert by_mouse.startswith(look)
    mouse.do("do:back")
    assert app.stage.screen.place == page
    keyboard = Keyboard(app)
    keyboard.press(LOOKS[look])
    assert app.stage.screen.place == by_mouse
    keyboard.press(pygame.K_ESCAPE)
    assert app.stage.screen.place == page


def test_a_figure_opens_its_account_and_back_leads_to_the_state(open_app):
    app = open_app("arden")
    Keyboard(app).do("do:continue")
    mouse = Mouse(app)
    mouse.do("do:state")
    figure = next(one.spot.key for one in app.stage.targets if one.spot.key.startswith("figure:"))
    mouse.do(figure)
    assert app.stage.screen.place.startswith("account:")
    Keyboard(app).press(pygame.K_ESCAPE)
    assert app.stage.screen.place == "state"
    assert app.stage.focus == figure or app.stage.focused is not None


def test_sources_open_over_every_page_and_close(open_app):
    app = open_app("arden")
    keyboard = Keyboard(app)
    keyboard.press(pygame.K_F1)
    assert app.dialog.screen.place == "sources"
    Mouse(app).do("do:close")
    assert app.dialog is None


def nothing_leaves_its_paper(app: App, layout: Layout, name: str) -> None:
    whole = pygame.Rect((0, 0), layout.size)
    type_ = app.on_top.kit.type
    for panel in layout.panels:
        assert panel.view.width > 0 and panel.paper.left >= 0 and panel.paper.right <= whole.right
        paper = panel.paper.move(-panel.view.left, 0)
        within(panel.sheet, paper.left, paper.right, type_, name)
    within(layout.head, -layout.head_at[0], whole.right - layout.head_at[0], type_, name)
    within(layout.bar, -layout.bar_at[0], whole.right - layout.bar_at[0], type_, name)


def every_word_stands_out(app: App, layout: Layout, name: str) -> None:
    palette = app.stage.kit.palette
    around = palette.desk if layout.frame is None else palette.paper
    grounds = [(layout.head, around), (layout.bar, around)]
    for panel in layout.panels:
        paper = palette.folder if panel.folder else palette.paper
        grounds += [(panel.sheet, paper)]
        grounds += [(panel.label, paper if panel.folder else palette.fold)] if panel.label else []
    for sheet, paper in grounds:
        for mark in sheet.marks:
            if isinstance(mark, Letters):
                found = contrast(mark.style.colour, ground(sheet, mark, paper))
                assert found >= 4.5, f"{name}: {mark.text} has a contrast of {found:.2f}"


def within(sheet: Sheet, left: int, right: int, type_, name: str) -> None:
    boxes = [mark.rect for mark in sheet.marks if isinstance(mark, Box)]
    for mark in sheet.marks:
        if isinstance(mark, Letters):
            image = type_.image(mark.text, mark.face, mark.style)
            inked = pygame.Rect(mark.left, mark.line.top, image.get_width(), mark.line.height)
            assert left < inked.left and inked.right < right, f"{name}: {mark.text!r} leaves its paper"
            holding = [box for box in boxes if box.collidepoint(mark.line.topleft) and box.height > 24]
            assert all(inked.right <= box.right for box in holding), f"{name}: {mark.text!r} leaves its card"


def no_lines_overlap(sheet: Sheet, name: str) -> None:
    lines = {(*mark.line.topleft, *mark.line.size): mark for mark in sheet.marks if isinstance(mark, Letters)}
    marks = list(lines.values())
    for number, first in enumerate(marks):
        for second in marks[number + 1 :]:
            shared = first.line.clip(second.line)
            assert shared.width * shared.height == 0, f"{name}: {first.text!r} lies on {second.text!r}"


def ground(sheet: Sheet, words: Letters, paper: Colour) -> Colour:
    """The colour under a run of text: of the last box or disc before it that holds its middle."""
    colour = paper
    for mark in sheet.marks:
        if mark is words:
            break
        if isinstance(mark, Box | Disc) and mark.fill is not None and mark.rect.collidepoint(words.line.center):
            colour = mark.fill
    return colour


def said_by_name() -> set[str]:
    """The sentences whose names the window puts together."""
    options = {f"window.{part}" for part in ("advocate", "costs", "people")}
    options |= {"window.hours.one", "window.hours.many"}
    options |= {f"window.era.{era}" for era in ("own", "common", "buddhist")}
    options |= {f"window.palette.{palette}" for palette in PALETTES}
    options |= {f"window.set.{name}" for name in SETTINGS}
    return options | {f"keys.{key}" for key in KEYS} | {f"window.start.{start}" for start in STARTS}


def test_every_sentence_of_the_window_is_said_somewhere():
    code = "".join(path.read_text() for path in (Path(__file__).parents[2] / "game/window").rglob("*.py")).replace(
        "'", '"'
    )
    assert said_by_name() <= set(WINDOW)
    assert not [key for key in WINDOW if f'"{key}"' not in code and key not in said_by_name()]


def named(key: int) -> str:
    """A key as the list of keys writes it."""
    name = pygame.key.name(key)
    return {"+": "Plus", "-": "Minus", "return": "Enter"}.get(name, name.capitalize())


def test_every_key_that_does_something_everywhere_is_in_the_list_of_keys():
    listed = {word for key in KEYS for word in re.split(r", |: ", WINDOW[f"keys.{key}"])}
    doing = {named(key): action for key, action in ACTION_KEYS.items()}
    doing |= {f"Ctrl+{named(key)}": action for key, action in CONTROL_KEYS.items()}
    actions = {action for key, action in doing.items() if key in listed}
    assert set(doing.values()) == actions
    assert {word for word in listed if re.fullmatch(r"F\d+|Ctrl\+\w+", word)} <= set(doing)
