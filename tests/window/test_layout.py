"""Where panels lie when there is little room."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from game.window.columns import LOWEST
from game.window.controls import Button
from game.window.flow import Flow
from game.window.layout import _head, _in_one_row
from game.window.screen import Column, Panel
from game.window.sheet import Letters
from tests.window.test_stage import cards, stage


def words(count: int):
    def write(flow: Flow) -> None:
        flow.text("A head of words. " * count)

    return write


def test_a_head_stays_above_what_scrolls() -> None:
    (panel,) = stage((Column((Panel("cards", cards(20), head=words(4)),)),)).layout.panels
    assert panel.head is not None
    assert panel.view.height > panel.paper.height // 2


def test_a_head_that_leaves_no_room_scrolls_with_its_panel() -> None:
    (panel,) = stage((Column((Panel("cards", cards(20), head=words(400)),)),)).layout.panels
    assert panel.head is None
    assert panel.sheet.height > panel.view.height > panel.paper.height // 2


def test_what_lies_beneath_stays_in_view_while_there_is_room() -> None:
    shown = stage((Column((Panel("cards", cards(20)), Panel("moves", words(4), fits=True))),))
    assert [panel.name for panel in shown.layout.panels] == ["cards", "moves"]
    assert shown.layout.panels[0].paper.height >= shown.kit.px(LOWEST)


def test_panels_that_have_no_room_apart_are_one_that_scrolls() -> None:
    column = Column((Panel("cards", cards(20), head=words(4)), Panel("moves", cards(1, 21), fits=True)))
    low = stage((column,), size=(1000, 260), first="card:1")
    (panel,) = low.layout.panels
    assert panel.name == "cards"
    keys = [spot.key for spot in panel.sheet.spots]
    assert keys == [f"card:{number}" for number in range(1, 22)]


def test_a_bar_names_as_many_keys_as_fit_in_one_row() -> None:
    listed = [Button(f"act-{number}", f"Do thing {number}", "Ctrl+Z", spare=number > 1) for number in range(1, 6)]
    kit = stage((Column((Panel("cards", cards(1)),)),)).kit
    bars = [_in_one_row(listed, kit, width) for width in range(1100, 540, -10)]
    whole = [bar for bar in bars if len(bar.spots) == len(listed)]
    named = [sum(isinstance(mark, Letters) and mark.text == "Ctrl+Z" for mark in bar.marks) for bar in whole]
    assert len({spot.rect.top for bar in bars for spot in bar.spots}) == 1
    assert named == sorted(named, reverse=True)
    assert set(named) == {0, 1, 2, 3, 4, 5}


def test_a_head_without_room_for_its_date_breaks_neither_the_date_nor_the_title() -> None:
    shown = stage((Column((Panel("cards", cards(1)),)),))
    title, date = "Is this the last demand or the first?", "5 October 1939 – 31 August 1940"
    screen = replace(shown.screen, title=title, date=date, over_title="Finland")
    whole, told = shown.kit.type.width(title, shown.kit.theme.title), {"Finland", title, date}
    for width in range(whole, 3 * whole, 20):
        head = _head(screen, shown.kit, width)
        assert {mark.text.upper() for mark in head.marks if isinstance(mark, Letters)} == {one.upper() for one in told}
        lines = [mark.line for mark in head.marks if isinstance(mark, Letters)]
        assert not any(one.colliderect(other) for one, other in combinations(lines, 2))
