"""The making of a conference's agenda in the window, by mouse and by keyboard."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from game.errors import MoveRefused
from game.window.app import App
from game.window.sheet import Box, Letters
from tests.window.congress import (
    chosen,
    head_words,
    page_of,
    to_bargaining,
    to_the_table,
)
from tests.window.hands import Hand, Keyboard, Mouse, targets, words_shown

HANDS = [Keyboard, Mouse]


def test_a_session_opens_with_its_agenda_and_the_focus_on_what_weighs_most(at_the_table) -> None:
    app = at_the_table()
    assert page_of(app).nominating
    assert "First session of 2 · making the agenda" in words_shown(app)
    assert "We may put one issue on it now." in head_words(app)
    assert app.stage.focus == "put:passage"
    assert "If it is never settled: Nothing is said" in words_shown(app)
    assert "Make an offer" not in words_shown(app)


@pytest.mark.parametrize("hand", HANDS)
def test_an_issue_is_put_on_the_agenda_with_one_hand(at_the_table, hand: type[Hand]) -> None:
    app = at_the_table()
    playing = hand(app)
    playing.do("put:tolls")
    assert chosen(app) == ("tolls",)
    playing.do("do:nominate")
    assert any(
        entry.seat == "arden" and getattr(entry.move, "issues", ()) == ("tolls",)
        for entry in app.shown.play.sitting.game.path
    )
    assert not to_the_table(app).nominating
    assert "issue:tolls" in {one.spot.key for one in targets(app)}


def test_control_and_enter_send_what_is_chosen(at_the_table) -> None:
    app = at_the_table()
    keyboard = Keyboard(app)
    keyboard.press(pygame.K_RETURN)
    keyboard.press(pygame.K_RETURN, pygame.KMOD_CTRL)
    assert not page_of(app).nominating
    assert "We put on the agenda: Who may pass." in words_shown(app)


def test_control_and_enter_make_the_offer_that_is_prepared(at_the_table) -> None:
    app = to_bargaining(at_the_table())
    keyboard = Keyboard(app)
    keyboard.press(pygame.K_RIGHT)
    before = app.shown.play.sitting.game.seq
    keyboard.press(pygame.K_RETURN, pygame.KMOD_CTRL)
    assert app.shown.play.sitting.game.seq > before


def test_control_and_enter_send_nothing_from_a_page_that_is_only_looked_at(at_the_table) -> None:
    app = at_the_table()
    keyboard = Keyboard(app)
    keyboard.press(pygame.K_RETURN)
    keyboard.press(pygame.K_F2)
    before = app.shown.play.sitting.game.seq
    keyboard.press(pygame.K_RETURN, pygame.KMOD_CTRL)
    assert (app.shown.play.sitting.game.seq, app.stage.screen.place) == (before, "state")
    assert app.said


@pytest.mark.parametrize("hand", HANDS)
def test_an_issue_that_is_chosen_is_taken_off_again(at_the_table, hand: type[Hand]) -> None:
    app = at_the_table()
    playing = hand(app)
    playing.do("put:passage")
    playing.do("put:passage")
    assert chosen(app) == ()
    playing.do("do:nominate")
    assert app.said == "No issue is chosen yet."
    assert page_of(app).nominating


def test_an_offer_on_nothing_is_refused_in_the_words_of_the_player(at_the_table) -> None:
    app = at_the_table()
    sitting = app.shown.play.sitting
    sitting.act("nominate", issues=("tolls",))
    to_the_table(app)
    with pytest.raises(MoveRefused) as refused:
        sitting.act("propose", terms={})
    assert str(refused.value) == sitting.speech("refused.empty")


@pytest.mark.parametrize("hand", HANDS)
def test_no_more_issues_are_chosen_than_there_are_places(at_the_table, hand: type[Hand]) -> None:
    app = at_the_table()
    playing = hand(app)
    playing.do("put:passage")
    playing.do("put:tolls")
    assert app.said == "We may put one issue on the agenda, and 2 are named: Who may pass; The tolls."
    assert chosen(app) == ("passage",)


def test_what_cannot_be_put_on_the_agenda_has_no_box_to_tick(at_the_table) -> None:
    def boxes(app: App) -> int:
        size = app.stage.kit.px(15)
        panel = next(one for one in app.stage.layout.panels if one.name == "agenda")
        squares = [mark for mark in panel.sheet.marks if isinstance(mark, Box) and mark.rect.size == (size, size)]
        return len(squares)

    app = at_the_table()
    before = boxes(app)
    app.do("put:passage")
    assert (before > 1, boxes(app)) == (True, 1)


@pytest.mark.parametrize("hand", HANDS)
def test_passing_while_there_is_room_is_asked_about_first(at_the_table, hand: type[Hand]) -> None:
    app = at_the_table()
    playing = hand(app)
    playing.do("do:pass")
    assert "Put nothing on it?" in words_shown(app)
    playing.do("do:close")
    assert page_of(app).nominating
    playing.do("do:pass")
    playing.do("do:confirmed pass")
    moves = [entry.move for entry in app.shown.play.sitting.game.path if entry.seat == "arden"]
    assert [(move.kind, move.issues) for move in moves] == [("nominate", ())]


@pytest.mark.parametrize("hand", HANDS)
def test_every_way_to_settle_an_issue_is_seen_before_it_is_put_on_the_agenda(at_the_table, hand: type[Hand]) -> None:
    app = at_the_table()
    playing = hand(app)
    if isinstance(playing, Keyboard):
        playing.go_to("put:passage")
        playing.press(pygame.K_RIGHT)
    else:
        playing.do("look:passage")
    words = words_shown(app)
    assert "as friends do" in words and "elastic words" in words and "plain words" in words
    playing.do("do:put:passage")
    assert app.dialog is None
    assert chosen(app) == ("passage",)


def test_down_leads_from_the_last_issue_to_the_moves_beneath(at_the_table) -> None:
    app = at_the_table()
    keyboard = Keyboard(app)
    for _ in page_of(app).agenda.nominable:
        keyboard.press(pygame.K_DOWN)
    assert app.stage.focus in ("do:nominate", "do:pass")
    keyboard.press(pygame.K_UP)
    assert app.stage.focus.startswith("put:")


def test_an_issue_that_is_not_on_the_agenda_says_so_and_takes_no_offer(at_the_table) -> None:
    app = to_bargaining(at_the_table())
    waiting = next(issue for issue in page_of(app).issues if not issue.live)
    Keyboard(app).do("fold")
    Keyboard(app).do(f"issue:{waiting.id}")
    assert f"{waiting.name} is not on the agenda of this session." in words_shown(app)
    assert not [one for one in targets(app) if one.spot.key.startswith("option:")]


def test_who_put_an_issue_on_the_agenda_is_said_with_it(at_the_table) -> None:
    app = to_bargaining(at_the_table())
    Keyboard(app).do("issue:passage")
    assert "put on the agenda by Arden" in words_shown(app)


def test_what_the_others_have_put_on_the_agenda_is_told_above_what_is_left(at_the_table) -> None:
    app = at_the_table("corvane")
    agenda = next(panel for panel in app.stage.layout.panels if panel.name == "agenda")
    words = " ".join(mark.text for mark in agenda.sheet.marks if isinstance(mark, Letters))
    assert page_of(app).agenda.nominated
    for told in page_of(app).agenda.nominated:
        assert told in words
    assert words.index(page_of(app).agenda.nominated[-1]) < words.index("If it is never settled")


def test_where_the_agenda_is_full_there_is_nothing_but_passing(at_the_table) -> None:
    app = at_the_table()
    page = page_of(app)
    app.shown.play.sitting._page = replace(page, agenda=replace(page.agenda, places=0))
    app.do("close")
    app.draw()
    keys = {one.spot.key for one in targets(app)}
    assert "do:pass" in keys and "do:nominate" not in keys
    assert "Not on the agenda of this session" in words_shown(app)
    Mouse(app).do("put:passage")
    assert app.said == "There is no room left on the agenda; we can only pass."
