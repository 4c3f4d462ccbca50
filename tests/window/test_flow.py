from __future__ import annotations

from itertools import pairwise

import pygame
import pytest

from game.present.debrief_parts import Grid, Row
from game.present.speech import Speech
from game.window.controls import Button, buttons, meter
from game.window.flow import Flow, Kit, spot
from game.window.fonts import Faces, fonts_folder
from game.window.screens.debriefing import _grid
from game.window.sheet import Box, Letters, Mark, mark_rect
from game.window.text import Typesetter
from game.window.theme import themed


@pytest.fixture
def flow() -> Flow:
    return Flow(Kit(themed(), Typesetter(Faces(fonts_folder()), 1.0)), 400)


def lines(flow: Flow) -> list[pygame.Rect]:
    return [mark.line for mark in flow.marks if isinstance(mark, Letters)]


def test_text_goes_down_the_page(flow):
    flow.text("one two three " * 20)
    tops = [line.top for line in lines(flow)]
    assert tops == sorted(set(tops))
    assert flow.top == tops[-1] + lines(flow)[-1].height


def test_an_empty_text_leaves_no_trace(flow):
    flow.text("")
    assert (flow.top, flow.marks) == (0, [])


def test_cards_of_a_level_row_end_at_one_height_with_their_spots(flow):
    def card(words: str, key: str):
        def write(inner: Flow) -> None:
            with inner.card(spot=spot(key, key)):
                inner.text(words)

        return write

    flow.row([(1, card("short", "one")), (1, card("a long text " * 12, "two"))], level=True)
    assert len({one.rect.bottom for one in flow.spots}) == 1
    boxes = [mark.rect for mark in flow.marks if isinstance(mark, Box) and mark.edge is not None]
    assert {box.bottom for box in boxes} == {flow.top} and [one.rect for one in flow.spots] == boxes


def test_a_table_tears_no_date_while_its_columns_have_room(flow):
    date = "20\u00a0September\u00a01939"
    row = Row((date, "a word", "1 to 2", "what came of it and why " * 6))
    grid = Grid("", ("When", "What", "From", "Because"), (row,), (False,) * 4)
    written = [mark.text for mark in written_grid(flow, grid) if isinstance(mark, Letters)]
    assert date in written, written


def test_a_table_too_narrow_for_its_words_still_fills_its_width(flow):
    grid = Grid("", ("When", "What"), (Row(("wide" * 40, "wide" * 40)),), (False, False))
    marks = [mark.line for mark in written_grid(flow, grid) if isinstance(mark, Letters)]
    assert all(line.left >= 0 and line.right <= flow.width for line in marks)


def written_grid(flow: Flow, grid: Grid) -> list[Mark]:
    _grid(flow, grid, Speech("en", {}))
    return flow.marks


def test_a_name_stands_in_one_line_where_that_makes_it_little_smaller(flow):
    flow.name("Grand Alliance")
    assert len({line.top for line in lines(flow)}) == 1


def test_words_at_both_sides_never_meet(flow):
    flow.two_sided("the left " * 20, flow.theme.body, "at the right " * 20, flow.theme.note)
    left = [mark.line for mark in flow.marks if isinstance(mark, Letters) and mark.style is flow.theme.body]
    right = [mark.line for mark in flow.marks if isinstance(mark, Letters) and mark.style is flow.theme.note]
    assert left and right
    assert max(line.right for line in left) < min(line.left for line in right)


def test_a_few_words_at_the_right_are_broken_only_where_no_line_could_hold_them(flow):
    date = "5 October 1939 to 31 August 1940 in all"
    flow.two_sided("a name that is rather long", flow.theme.body, date, flow.theme.body)
    assert flow.width // 2 < flow.kit.type.width(date, flow.theme.body) <= flow.width
    words = [(mark.line.top, mark.text) for mark in flow.marks if isinstance(mark, Letters)]
    assert [text for _, text in words] == ["a name that is rather long", date]
    assert words[0][0] < words[1][0]


def test_a_card_holds_what_is_written_in_it_and_gives_its_place_to_its_spot(flow):
    with flow.card(spot=spot("a", "do")):
        flow.text("inside " * 30)
    _, box = [mark for mark in flow.marks if isinstance(mark, Box)]
    assert flow.marks[1] is box, "above its own shade, under all else"
    assert all(box.rect.contains(line) for line in lines(flow))
    assert flow.spots[0].rect == box.rect
    assert flow.top == box.rect.bottom


def test_cells_of_a_row_stand_beside_each_other_and_the_tallest_counts(flow):
    flow.row([(1, lambda cell: cell.text("short")), (2, lambda cell: cell.text("much longer " * 12))])
    columns = {line.left for line in lines(flow)}
    assert len(columns) == 2
    assert flow.top == max(line.bottom for line in lines(flow))
    assert (flow.left, flow.width) == (0, 400)


def test_buttons_that_do_not_fit_go_on_below(flow):
    buttons(flow, [Button(f"b{number}", f"Button {number}") for number in range(9)])
    rects = [one.rect for one in flow.spots]
    assert len({rect.top for rect in rects}) > 1
    assert all(rect.right <= 400 for rect in rects)
    assert not any(first.colliderect(second) for first, second in pairwise(rects))


def test_a_button_with_a_very_long_label_wraps_inside_its_width(flow):
    buttons(flow, [Button("b", "a very long label " * 20, hint="F1")])
    assert all(flow.spots[0].rect.contains(line) for line in lines(flow))


@pytest.mark.parametrize("share", [-20, 0, 1, 50, 100, 900])
def test_a_meter_never_leaves_its_place(flow, share):
    meter(flow, share, tick=share)
    for mark in flow.marks:
        assert mark_rect(mark).left >= -2
        assert mark_rect(mark).right <= 402
