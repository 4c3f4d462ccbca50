from __future__ import annotations

import pygame
import pytest

from game.present.english import english
from game.window.controls import Button, choice_row, numbered_card
from game.window.flow import Flow, Kit, spot
from game.window.fonts import Faces, fonts_folder
from game.window.layout import blotter_under
from game.window.notes import said_at
from game.window.screen import Column, Panel, Screen
from game.window.sheet import Spot
from game.window.stage import Stage
from game.window.text import Typesetter
from game.window.theme import scale_for, themed

SPEECH = english()


def cards(count: int, start: int = 1):
    def write(flow: Flow) -> None:
        for number in range(start, start + count):
            flow.gap(6)
            place = spot(f"card:{number}", f"choose:{number}", digit=number if number < 10 else 0)
            numbered_card(flow, number, place, lambda inner, n=number: inner.text(f"Card {n} " * 12))

    return write


def reading(flow: Flow) -> None:
    flow.prose(["A long paragraph of words. " * 40] * 6)


def stage(columns: tuple[Column, ...], size=(1280, 720), before: Stage | None = None, **more) -> Stage:
    kit = Kit(themed(), Typesetter(Faces(fonts_folder()), scale_for(size)))
    bar = (Button("state", "State"), Button("menu", "Menu"))
    return Stage(Screen("page", "A title", columns, bar, escape="menu", **more), kit, size, before)


def two_columns(**more) -> Stage:
    return stage((Column((Panel("left", cards(2)),)), Column((Panel("right", cards(12, 3)),))), **more)


def test_tab_goes_through_panels_then_the_bar_and_round():
    shown = two_columns()
    order = []
    for _ in range(16):
        shown.step_focus(1)
        order.append(shown.focus)
    assert order == [f"card:{number}" for number in range(1, 15)] + ["do:state", "do:menu"]
    shown.step_focus(1)
    assert shown.focus == "card:1"
    shown.step_focus(-1)
    assert shown.focus == "do:menu"


def brightest_edge(shown: Stage, name: str) -> int:
    """How bright the left edge of a spot is drawn, at its brightest."""
    surface = pygame.Surface((1280, 720))
    shown.draw(surface)
    area = next(one.area for one in shown.targets if one.spot.key == name)
    return max(sum(surface.get_at((area.left + aside, area.centery))[:3]) for aside in (-1, 0, 1))


def test_pointing_at_a_button_on_the_desk_does_not_dim_it():
    shown = two_columns()
    before = brightest_edge(shown, "do:state")
    shown.point(next(one.area.center for one in shown.targets if one.spot.key == "do:state"))
    assert shown.hover == "do:state"
    assert brightest_edge(shown, "do:state") >= before


def test_tab_goes_past_a_group_of_choices_at_once_and_arrows_go_through_it():
    def choices(flow: Flow) -> None:
        for name in ("full", "short"):
            choice_row(flow, name, name, False, lambda inner: inner.text("A length"), square=False, group="length")

    shown = stage((Column((Panel("left", choices),)), Column((Panel("right", cards(1)),))), first="full")
    shown.step_focus(1)
    assert shown.focus == "card:1"
    shown.step_focus(-1)
    assert shown.focus == "short"
    shown.arrow(-1, 0)
    assert shown.focus == "full"


def test_a_paper_that_lies_alone_has_a_blotter_between_head_and_bar_and_others_have_none():
    alone = stage((Column((Panel("left", cards(2), fits=True),), widest=600),)).layout
    blotter = blotter_under(alone, alone.panels[0], two_columns().kit)
    assert blotter is not None and blotter.contains(alone.panels[0].paper)
    assert alone.head.height < blotter.top and blotter.bottom < alone.bar_at[1]
    beside = two_columns()
    assert all(blotter_under(beside.layout, panel, beside.kit) is None for panel in beside.layout.panels)


def test_what_is_said_leaves_the_buttons_of_the_bar_free():
    kit, size = two_columns().kit, (1280, 720)
    bar = stage((Column((Panel("left", cards(1)),)),)).layout.bar_places
    end = pygame.Rect(1100, bar[0].top, 150, bar[0].height)
    assert said_at(size, kit, "Saved.", bar)[0].bottom > bar[0].top
    lifted = said_at(size, kit, "Saved.", (*bar, end))[0]
    assert lifted.bottom < end.top and pygame.Rect((0, 0), size).contains(lifted)


def test_what_is_said_goes_to_the_top_where_buttons_lie_above_the_bar():
    kit, size = two_columns().kit, (1280, 720)
    bar = (pygame.Rect(1100, 670, 150, 40),)
    above = pygame.Rect(1000, 610, 250, 50)
    box = said_at(size, kit, "Saved.", bar, (above,))[0]
    assert not box.colliderect(above)
    assert box.bottom < above.top
    assert pygame.Rect((0, 0), size).contains(box)


def test_a_panel_that_only_scrolls_is_on_the_way_of_tab():
    shown = stage((Column((Panel("words", reading),)),))
    shown.step_focus(1)
    assert shown.focus == "scroll:words"
    shown.arrow(1, 0)
    assert shown.scrolled["words"] > 0


def test_the_focus_is_scrolled_into_view():
    shown = two_columns(first="card:14")
    shown.focus = "card:13"
    shown.arrow(1, 0)
    area = shown.focused.area
    assert shown.focus == "card:14"
    assert shown.focused.panel.paper.contains(area)


def test_arrows_go_to_what_lies_there():
    shown = two_columns(first="card:1")
    shown.arrow(1, 0)
    assert shown.focus == "card:2"
    shown.arrow(0, 1)
    assert shown.focus in ("card:3", "card:4", "card:5")
    shown.arrow(0, -1)
    assert shown.focus in ("card:1", "card:2")
    shown.arrow(-1, 0)
    assert shown.focus == "card:1"


def test_arrows_leave_a_panel_for_the_bar():
    shown = stage((Column((Panel("left", cards(2)),)),), first="card:2")
    shown.arrow(1, 0)
    assert shown.focus in ("do:state", "do:menu")


def test_arrows_go_to_the_next_card_of_a_panel_before_the_bar_however_high_the_cards_are():
    def high(flow: Flow) -> None:
        for number in (1, 2):
            with flow.card(spot=spot(f"card:{number}", f"choose:{number}")):
                flow.gap(700)

    shown = stage((Column((Panel("left", high),)),), first="card:1")
    shown.arrow(1, 0)
    assert shown.focus == "card:2"


def test_a_panel_with_nothing_but_names_for_the_mouse_is_on_the_way_of_tab():
    def named(flow: Flow) -> None:
        reading(flow)
        flow.spots.append(Spot("name:warsaw", pygame.Rect(0, 0, 40, 20), "codex:warsaw", by_mouse=True))

    shown = stage((Column((Panel("words", named),)),))
    shown.step_focus(1)
    assert shown.focus == "scroll:words"
    shown.arrow(1, 0)
    assert shown.scrolled["words"] > 0


def test_a_digit_finds_its_card_and_focuses_it():
    shown = two_columns()
    assert shown.digit(7).action == "choose:7"
    assert shown.focus == "card:7"
    assert shown.digit(9) is not None


def test_the_wheel_turns_the_panel_under_the_pointer_as_far_as_it_goes():
    shown = two_columns()
    right = next(panel for panel in shown.layout.panels if panel.name == "right")
    assert shown.wheel(right.paper.center, -1)
    assert 0 < shown.scrolled["right"] <= right.most
    for _ in range(200):
        shown.wheel(right.paper.center, -1)
    assert shown.scrolled["right"] == right.most
    assert not shown.wheel(right.paper.center, -1)
    assert shown.scrolled["left"] == 0


def test_page_keys_go_to_both_ends():
    shown = stage((Column((Panel("words", reading),)),))
    panel = shown.layout.panels[0]
    shown.page(float("inf"))
    assert shown.scrolled["words"] == panel.most
    shown.page(-0.5)
    assert 0 < shown.scrolled["words"] < panel.most
    shown.page(float("-inf"))
    assert shown.scrolled["words"] == 0


def test_the_scrollbar_can_be_dragged():
    shown = stage((Column((Panel("words", reading),)),))
    _, thumb = shown.scrolling.bar(shown.layout.panels[0])
    shown.press(thumb.center)
    shown.point((thumb.centerx, thumb.centery + 4000))
    assert shown.scrolled["words"] == shown.layout.panels[0].most
    shown.release()
    shown.point((thumb.centerx, 0))
    assert shown.scrolled["words"] == shown.layout.panels[0].most


def test_what_is_scrolled_out_of_view_cannot_be_clicked():
    shown = two_columns()
    last = next(one for one in shown.targets if one.spot.key == "card:14")
    assert last.area.top > 720
    assert shown.press((last.area.centerx, 719)) is None or shown.focus != "card:14"


def test_focus_and_scrolling_stay_where_the_page_is_the_same():
    first = two_columns(first="card:1")
    first.focus = "card:9"
    first.scrolled["right"] = 200
    again = two_columns(before=first)
    assert (again.focus, again.scrolled["right"]) == ("card:9", 200)
    smaller = two_columns(before=first, size=(1000, 600))
    assert smaller.focus == "card:9"


def test_a_focus_that_is_gone_falls_back_to_the_first():
    first = two_columns(first="card:14")
    first.focus = "card:14"
    later = stage((Column((Panel("left", cards(2)),)),), before=first, first="card:1")
    assert later.focus == "card:1"


def test_a_narrow_window_puts_columns_under_each_other():
    columns = (Column((Panel("left", cards(2)),)), Column((Panel("right", cards(2, 3)),)))
    wide, narrow = stage(columns), stage(columns, size=(560, 900))
    assert len(wide.layout.panels) == 2
    assert len(narrow.layout.panels) == 1
    assert [one.spot.key for one in narrow.targets][:4] == ["card:1", "card:2", "card:3", "card:4"]


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (700, 480), (640, 400)])
def test_panels_stay_inside_the_window(size):
    shown = two_columns(size=size)
    for panel in shown.layout.panels:
        assert panel.paper.left >= 0
        assert panel.paper.right <= size[0]
        assert panel.paper.bottom <= size[1]


def test_a_new_turn_begins_at_the_top_of_its_page():
    before = two_columns(first="card:3", turn="round 1")
    before.focus = "card:14"
    before.reveal()
    assert before.scrolled["right"] > 0
    after = stage(before.screen.columns, before=before, first="card:3", turn="round 2")
    assert (after.focus, after.scrolled["right"]) == ("card:3", 0)
    same = stage(before.screen.columns, before=before, first="card:3", turn="round 1")
    assert (same.focus, same.scrolled["right"]) == ("card:14", before.scrolled["right"])


def test_enter_shows_what_it_would_act_on_before_it_acts():
    shown = two_columns(first="card:3")
    shown.page(float("inf"))
    shown.scrolling.to(shown.layout.panels[1], shown.layout.panels[1].most)
    assert not shown.is_focus_in_view
    assert shown.look_first()
    assert shown.is_focus_in_view
    assert not shown.look_first()


def test_enter_reads_on_to_the_end_before_it_leaves_a_page():
    shown = stage((Column((Panel("words", reading),)),), first="do:state", read_first="words")
    pressed = 0
    while shown.look_first():
        pressed += 1
    assert pressed > 1
    assert shown.scrolled["words"] == shown.layout.panels[0].most
    shown.page(float("-inf"))
    assert not shown.look_first(), "what has been seen need not be seen again"


def test_down_past_the_last_choice_goes_to_the_first_button():
    shown = stage((Column((Panel("left", cards(1)),)), Column((Panel("right", cards(2, 2)),))), first="card:3")
    shown.arrow(1, 0)
    assert shown.focus == "do:state"


def test_the_head_of_a_panel_stays_while_the_panel_scrolls():
    shown = stage((Column((Panel("right", cards(12), head=lambda flow: flow.text("Heads")),)),), first="card:12")
    shown.reveal()
    (panel,) = shown.layout.panels
    assert shown.scrolled["right"] > 0
    assert panel.head_at[1] + panel.head.height == panel.view.top
    assert panel.clip.top == panel.view.top


def test_a_narrow_window_leaves_an_aside_to_its_button():
    columns = (
        Column((Panel("left", cards(2)),), aside=Button("talk", "Talk")),
        Column((Panel("right", cards(2, 3)),)),
    )
    narrow, wide = stage(columns, (600, 700)), stage(columns)
    assert [panel.name for panel in narrow.layout.panels] == ["right"]
    assert narrow.targets[-1].spot.action == "talk"
    assert [panel.name for panel in wide.layout.panels] == ["left", "right"]
    assert all(target.spot.action != "talk" for target in wide.targets)
