"""A conference in the window, by mouse and by keyboard: its rows, hours, wordings and absentees.

Its agenda has a file of its own.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pygame
import pytest

from assets.build.tour import Sight, Tour
from game.present.debrief_parts import Section
from game.present.page import ConsequencePage, TablePage
from game.window.app import App
from game.window.screens.offering import moves
from tests.window.congress import (
    CONGRESS,
    page_of,
    rows,
    to_bargaining,
    to_the_next_turn,
    to_the_table,
)
from tests.window.hands import Hand, Keyboard, Mouse, found, words_shown
from tests.window.player import leave, play_through
from tests.window.test_screens import no_lines_overlap, nothing_leaves_its_paper

HANDS = [Keyboard, Mouse]


@pytest.mark.parametrize("hand", HANDS)
def test_what_is_live_has_rows_and_the_rest_is_folded_until_it_is_asked_for(at_the_table, hand: type[Hand]) -> None:
    app = to_bargaining(at_the_table())
    live = [issue.id for issue in page_of(app).issues if issue.live]
    waiting = [issue for issue in page_of(app).issues if not issue.live]
    assert rows(app) == live and waiting
    assert waiting[0].name in words_shown(app) and "If it is never settled" not in words_shown(app)
    hand(app).do("fold")
    assert set(rows(app)) == {issue.id for issue in page_of(app).issues}
    assert "If it is never settled" in words_shown(app)
    hand(app).do("fold")
    assert rows(app) == live


def test_each_move_says_what_it_takes_of_the_hours(at_the_table) -> None:
    app = to_bargaining(at_the_table())
    hints = {one.action: one.hint for one in bargaining_buttons(app)}
    assert (hints["propose"], hints["press"], hints["walk-out"]) == ("O  1 hour", "P  2 hours", "")
    app.do("draft:passage:by-the-clock")
    left = page_of(app).hours.left
    assert f"{left} of 8 hours left; this proposal costs 2: 1, and 1 for plain words (Who may pass)." in words_shown(
        app
    )
    assert {one.action: one.hint for one in bargaining_buttons(app)}["propose"] == "O  2 hours"


def test_at_large_type_a_table_keeps_its_moves_and_a_whole_issue_in_view(at_the_table) -> None:
    app = to_bargaining(at_the_table())
    while app.shown.settings.text_size < 150:
        app.do("larger")
    panels = {panel.name: panel for panel in app.stage.layout.panels}
    rows = [spot for spot in panels["issues"].sheet.spots if spot.key.startswith("issue:")]
    assert panels["offers"].most == 0
    assert rows[0].rect.height <= panels["issues"].view.height


def test_what_is_prepared_stays_through_a_press_and_goes_once_it_is_made(at_the_table) -> None:
    app = to_bargaining(at_the_table(), "passage", "tolls")
    wanted = {"passage": "as-friends"}
    app.do("draft:passage:as-friends")
    app.do("press:tolls")
    app.do("confirmed press:tolls")
    to_the_next_turn(app)
    preparing = app.shown.play.preparing
    assert "passage" in page_of(app).open_issues and preparing.now(page_of(app)).terms == wanted
    app.do("confirmed propose")
    app.do("undo")
    assert preparing.now(page_of(app)).terms == wanted
    app.do("confirmed propose")
    to_the_next_turn(app)
    assert not preparing.now(page_of(app)).terms


def bargaining_buttons(app: App):
    play = app.shown.play
    return moves(page_of(app), play.preparing.now(page_of(app)), play.looking.around)


def test_a_proposal_that_spends_the_last_hours_is_asked_about(at_the_table) -> None:
    app = to_bargaining(at_the_table())
    hours = replace(page_of(app).hours, left=1)
    app.shown.play.sitting._page = replace(page_of(app), hours=hours)
    app.do("draft:passage:as-friends")
    before = app.shown.play.sitting.game.seq
    app.do("propose")
    assert "The session ends with this proposal" in words_shown(app)
    assert app.shown.play.sitting.game.seq == before


def test_elastic_words_show_our_reading_and_never_theirs(at_the_table) -> None:
    app = to_bargaining(at_the_table())
    app.do("draft:passage:as-friends")
    assert "What we read into these words: When we are friends." in words_shown(app)
    Keyboard(app).do("issue:passage")
    assert "When we are friends." in words_shown(app)
    assert "At any hour" not in words_shown(app)


def test_whose_consent_from_afar_is_needed_is_said_with_the_words(at_the_table) -> None:
    app = at_the_table()
    app.do("issue:shoal")
    app.draw()
    assert words_shown(app).count("This needs the consent of Dunmere, which is not here.") == 2


def test_pressing_says_its_cost_and_its_limit_and_then_why_it_is_over(at_the_table) -> None:
    app = to_bargaining(at_the_table())
    mouse = Mouse(app)
    mouse.do("do:press")
    mouse.do("do:press:passage")
    words = words_shown(app)
    assert "pressing costs 2. Press on “Who may pass”? The price" in words
    assert "Each side may press once at this table, in all its sessions together." in words
    mouse.do("do:confirmed press:passage")
    to_the_table(app)
    while page_of(app).nominating:
        leave(app, mouse, page_of(app), Random(1))
        to_the_table(app)
    mouse.do("do:press")
    assert app.said == "We have pressed once at this table already."


def test_why_a_session_ended_is_told(open_app) -> None:
    app = open_app("arden", played=CONGRESS)
    told = [words_shown(app) for page in play_through(app, Keyboard(app), Random(5)) if is_news(page)]
    whys = ("The hours of the session are spent.", "Nothing is left on the agenda", "The last round of the session")
    assert any(why in words for words in told for why in whys)


def is_news(page: object) -> bool:
    return isinstance(page, ConsequencePage)


@pytest.mark.parametrize("hand", HANDS)
@pytest.mark.parametrize("seat", ["arden", "borrel", "corvane"])
def test_a_whole_congress_is_played_with_one_hand_to_its_debrief(open_app, hand: type[Hand], seat: str) -> None:
    app = open_app(seat, played=CONGRESS)
    pages = list(play_through(app, hand(app), Random(7)))
    assert any(isinstance(page, TablePage) and page.nominating for page in pages)
    hand(app).do("do:debrief")
    sections: tuple[Section, ...] = app.shown.play.looking.debrief.sections
    assert "conferences" in {section.id for section in sections}


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (760, 520), (640, 480)])
def test_every_screen_of_a_conference_is_well_set(open_app, size: tuple[int, int]) -> None:
    app = open_app(size=size)

    def looked(sight: Sight) -> None:
        name = sight.name
        app._refresh()
        layout = app.on_top.layout
        nothing_leaves_its_paper(app, layout, name)
        heads = [panel.head for panel in layout.panels if panel.head]
        for sheet in (layout.head, *heads, *(panel.sheet for panel in layout.panels), layout.bar):
            no_lines_overlap(sheet, name)
        assert app.on_top.focused is not None, f"{name} opens with nothing focused"

    seen = Tour(app.shown, ("arden",), looked).play(str(CONGRESS))
    assert set(seen) >= {"agenda", "issue-for-the-agenda", "issue", "press", "over"}


@pytest.mark.parametrize("issues", [18, 20])
def test_a_conference_of_many_issues_is_worked_by_keyboard_alone(at_the_table, issues: int) -> None:
    """The page of a table with as many issues as the format allows, each of which the keys reach."""
    app = at_the_table()
    page = page_of(app)
    lines = [replace(page.issues[n % 3], id=f"issue-{n}", name=f"Issue number {n}", weight=n) for n in range(issues)]
    agenda = replace(page.agenda, nominable=tuple(line.id for line in lines), places=2)
    app.shown.play.sitting._page = replace(page, issues=tuple(lines), agenda=agenda)
    app.do("close")
    app.draw()
    keyboard = Keyboard(app)
    reached = set()
    for _ in range(issues):
        reached.add(app.stage.focus)
        assert app.stage.is_focus_in_view
        keyboard.press(pygame.K_DOWN)
    assert {f"put:{line.id}" for line in lines} <= reached | {app.stage.focus}
    assert found(app, "do:pass")
