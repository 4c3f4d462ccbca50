"""An issue of a table as a line: its stops, the signs of every side, dragging our offer, and the map beside it."""

from __future__ import annotations

from itertools import pairwise

import pygame
import pytest

from game.present.offered import Offered, on_issue
from game.present.page import TablePage
from game.window.app import App
from game.window.flow import Flow
from game.window.screens.tracks import NEXT, OWN, shapes_of, sign, signed
from game.window.sheet import Letters, mark_rect
from tests.window.hands import Keyboard, found, settle, words_shown
from tests.window.test_names import SETTINGS, resize, well_set


@pytest.fixture
def talks(open_app) -> App:
    """Finland in the Kremlin, at its second turn."""
    app = open_app("finland", played="finland-1939")
    sitting = app.shown.play.sitting
    for turn in range(2):
        while not isinstance(sitting.page, TablePage):
            options = [one.id for one in getattr(sitting.page, "options", ()) if one.enabled]
            sitting.act(f"choose:{options[0]}" if options else "continue")
        if turn == 0:
            sitting.act("propose", terms={one.id: one.options[0].id for one in sitting.page.issues})
    app.do("close")
    app.draw()
    return app


@pytest.mark.parametrize("width", [60, 90, 400])
def test_words_behind_signs_are_set_smaller_where_the_longest_would_be_torn(talks: App, width: int) -> None:
    flow = Flow(talks.stage.kit, width)
    signed(flow, (OWN,), "We last proposed", "label")
    drawn = [mark.text.lower() for mark in flow.marks if isinstance(mark, Letters)]
    assert any("proposed" in text for text in drawn)


def page_of(app: App) -> TablePage:
    return app.shown.play.sitting.page


def post(kind: int, place: tuple[int, int], app: App) -> None:
    if kind == pygame.MOUSEMOTION:
        pygame.event.post(pygame.Event(kind, pos=place, rel=(0, 0), buttons=(1, 0, 0), touch=False))
    else:
        pygame.event.post(pygame.Event(kind, pos=place, button=pygame.BUTTON_LEFT, touch=False))
    settle(app)


def test_no_stop_of_a_line_lies_over_its_arrows(talks: App) -> None:
    for issue in page_of(talks).issues[:2]:
        stops = [found(talks, f"stop:{issue.id}:{one.id}").area for one in issue.options]
        for by in (-1, 1):
            pressed = found(talks, f"arrow:{issue.id}:{by}").area
            assert pressed.collidelist(stops) == -1


def test_our_offer_is_dragged_along_the_line_and_stays_where_it_is_let_go(talks: App) -> None:
    issue = page_of(talks).issues[0]
    first, last = issue.options[0].id, issue.options[-1].id
    start = found(talks, f"stop:{issue.id}:{first}").area.center
    ends = [found(talks, f"stop:{issue.id}:{one.id}").area.center for one in issue.options]
    post(pygame.MOUSEBUTTONDOWN, start, talks)
    for place in ends:
        post(pygame.MOUSEMOTION, (place[0], place[1] + 60), talks)
        assert talks.shown.play.preparing.terms[issue.id] == issue.options[ends.index(place)].id
    post(pygame.MOUSEBUTTONUP, ends[-1], talks)
    post(pygame.MOUSEMOTION, start, talks)
    assert talks.shown.play.preparing.terms[issue.id] == last
    assert talks.dialog is None


def test_a_press_on_one_line_drags_nothing_on_another(talks: App) -> None:
    one, other = page_of(talks).issues[:2]
    before = dict(talks.shown.play.preparing.terms)
    post(pygame.MOUSEBUTTONDOWN, found(talks, f"stop:{one.id}:{one.options[1].id}").area.center, talks)
    post(pygame.MOUSEMOTION, found(talks, f"stop:{other.id}:{other.options[-1].id}").area.center, talks)
    assert talks.shown.play.preparing.terms[other.id] == before[other.id]


def test_the_line_has_a_stop_for_each_option_in_order_and_none_overlap(talks: App) -> None:
    for issue in page_of(talks).issues[:3]:
        areas = [found(talks, f"stop:{issue.id}:{one.id}").area for one in issue.options]
        assert all(one.right <= other.left + 1 for one, other in pairwise(areas))
        tips = [found(talks, f"stop:{issue.id}:{one.id}").spot.tip for one in issue.options]
        assert tips == [one.text for one in issue.options]


def test_only_a_change_of_mind_is_told_of_what_was_offered() -> None:
    offers = (
        Offered(1, "one", {"base": "all", "line": "old"}),
        Offered(2, "two", {"base": "none"}),
        Offered(3, "one", {"base": "all"}),
        Offered(4, "one", {"base": "half"}),
        Offered(5, "two", {"line": "new"}),
    )
    assert on_issue(offers, "base") == (("one", "all"), ("two", "none"), ("one", "half"))
    assert on_issue(offers, "line") == (("one", "old"), ("two", "new"))
    assert on_issue(offers, "port") == ()


def test_offers_of_both_sides_are_heard_from_the_first_on(talks: App) -> None:
    page = page_of(talks)
    offers = talks.shown.play.preparing.now(page).offers
    assert {one.party for one in offers} == {"finland", "soviet-union"}
    for issue in page.issues:
        last = dict(on_issue(offers, issue.id))
        assert all(last.get(position.party, "") == position.option for position in issue.positions)


def test_every_side_has_a_shape_of_its_own(talks: App) -> None:
    flow = Flow(talks.stage.kit, 200)
    shapes = [*shapes_of(page_of(talks)).values(), NEXT]
    assert len(set(shapes)) == len(shapes) and OWN in shapes
    every = ("falling", "rising", "square", "diamond", OWN, NEXT)
    drawn = {one: sign(flow, one, (20, 20)) for one in every}
    outlines = {
        tuple((type(mark), getattr(mark, "points", mark_rect(mark).size)) for mark in drawn[one]) for one in every
    }
    assert len(outlines) == len(every) - 1, "only the ring and the disc have one outline"
    assert drawn[OWN][0].fill != drawn[NEXT][0].fill
    assert all(mark_rect(mark).collidepoint(20, 20) for marks in drawn.values() for mark in marks)


def test_the_map_shows_the_issue_that_the_keys_come_to(talks: App) -> None:
    lit = []
    keyboard = Keyboard(talks)
    for _ in range(3):
        keyboard.press(pygame.K_DOWN)
        issue = talks.stage.focus.removeprefix("issue:")
        assert talks.shown.play.preparing.at_hand == issue
        chart = next(panel.chart for panel in talks.stage.layout.panels if panel.chart is not None)
        lit.append(chart.lit)
    assert len(set(lit)) > 1


def test_the_foot_says_what_parting_means(talks: App) -> None:
    foot = next(panel for panel in talks.stage.layout.panels if panel.name == "offers")
    said = " ".join(mark.text for mark in foot.sheet.marks if hasattr(mark, "text"))
    assert page_of(talks).parting.split(",")[0] in said
    assert page_of(talks).walk_away.words in said


def test_four_issues_are_in_view_at_the_smallest_size_while_both_sides_have_offered(talks: App) -> None:
    resize(talks, (1280, 720), 100)
    rows = [one for one in talks.stage.targets if one.spot.key.startswith("issue:")]
    seen = [row.area.clip(row.panel.clip).height / row.area.height for row in rows]
    assert all(row.positions for row in page_of(talks).issues)
    assert seen[3] > 0.7


def test_one_issue_tells_who_asked_for_what_over_time(talks: App) -> None:
    issue = page_of(talks).issues[0]
    talks.do(f"issue:{issue.id}")
    talks.draw()
    assert "Beneath each way" in words_shown(talks)
    well_set(talks, "issue")


def test_a_table_is_well_set(talks: App) -> None:
    for size, text in SETTINGS:
        resize(talks, size, text)
        talks.draw()
        well_set(talks, "table")


def test_at_a_larger_type_three_issues_are_in_sight_at_once_and_what_was_said_a_button_away(talks: App) -> None:
    resize(talks, (1280, 720), 130)
    panel = next(one for one in talks.stage.layout.panels if one.name == "issues")
    rows = [spot.rect for spot in panel.sheet.spots if spot.key.startswith("issue:")]
    assert sum(row.bottom <= panel.view.height + talks.stage.kit.px(10) for row in rows) >= 3
    talks.do("talk")
    assert talks.stage.screen.place.startswith("talk:")
