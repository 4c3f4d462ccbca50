"""The ways a game has gone, in the window: the line of time, going back, trying otherwise, branches side by side."""

from __future__ import annotations

import pygame
import pytest

from game.engine.moves import Choose
from game.present.branches import Branches
from game.present.page import ConsequencePage, DecisionPage, TablePage
from game.present.sitting import Sitting
from game.present.timeline import Timeline, options_then, timeline
from game.window.app import App
from tests.window.hands import Keyboard, Mouse, words_shown
from tests.window.test_names import SETTINGS, resize, well_set

HANDS = [Keyboard, Mouse]


def sitting_of(app: App) -> Sitting:
    return app.shown.play.sitting


def to_a_decision(app: App) -> DecisionPage:
    """Plays on, walking out of every table, to the next choice."""
    sitting = sitting_of(app)
    while not isinstance(sitting.page, DecisionPage):
        assert not sitting.over
        if isinstance(sitting.page, TablePage):
            sitting.act("walk-out" if not sitting.page.nominating else "nominate")
        else:
            sitting.proceed()
    return sitting.page


def choose(app: App, place: int) -> None:
    page = to_a_decision(app)
    options = [one.id for one in page.options if one.enabled]
    sitting_of(app).act(f"choose:{options[place % len(options)]}")


@pytest.fixture
def twice(open_app) -> App:
    """A game with two branches: at the first decision one thing, then another; it stands on the second."""
    app = open_app("arden")
    choose(app, 0)
    choose(app, 0)
    sitting = sitting_of(app)
    sitting.go_to(own(sitting)[0])
    choose(app, 1)
    to_a_decision(app)
    app.do("close")
    return app


def own(sitting: Sitting) -> list[int]:
    """The choices of the person at the machine, on every branch."""
    chosen = {entry.seq for entry in sitting.game.history if isinstance(entry.move, Choose)}
    return [line.seq for line in sitting.history().lines if line.own and line.seq in chosen]


def drawn(app: App) -> Timeline:
    sitting = sitting_of(app)
    return timeline(sitting, sitting.history(), Branches(sitting).page())


def test_decisions_of_one_day_stand_in_one_column_on_every_branch(twice: App) -> None:
    line = drawn(twice)
    assert [lane.letter for lane in line.lanes] == ["A", "B"]
    marks = {mark.line.seq: mark for mark in line.marks}
    first, second, third = own(sitting_of(twice))
    assert marks[first].column == marks[third].column < marks[second].column
    assert (marks[first].letter, marks[third].letter) == ("A", "B")
    assert line.lanes[1].parent == "A" and line.lanes[1].here


def test_the_line_of_time_tells_nothing_that_the_list_does_not(open_app) -> None:
    app = open_app("arden", "borrel")
    sitting = sitting_of(app)
    while not isinstance(sitting.page, DecisionPage):
        sitting.proceed()
    choose(app, 0)
    while not isinstance(sitting.page, DecisionPage | TablePage):
        sitting.proceed()
    told = {line.seq for line in sitting.history().lines}
    assert {mark.line.seq for mark in drawn(app).marks} <= told


def test_what_was_decided_again_in_the_same_way_is_one_mark(open_app) -> None:
    app = open_app("arden")
    choose(app, 0)
    sitting = sitting_of(app)
    sitting.go_to(own(sitting)[0])
    choose(app, 0)
    line = drawn(app)
    assert len(line.lanes) == 1
    assert len({(mark.column, mark.letter) for mark in line.marks}) == len(line.marks)
    assert any(mark.line.past for mark in line.marks if mark.line.own)


@pytest.mark.parametrize("hand", HANDS)
def test_a_mark_leads_back_and_another_option_is_asked_about_at_once(open_app, hand) -> None:
    app = open_app("arden")
    choose(app, 0)
    to_a_decision(app)
    app.do("history")
    seq = own(sitting_of(app))[0]
    step = sitting_of(app).game.history[seq].step
    other = next(one.id for one in options_then(sitting_of(app), seq) if one.enabled)
    hand(app).do(f"mark:{seq}")
    assert app.dialog.screen.place == f"go:{seq}"
    hand(app).do(f"otherwise:{other}")
    assert app.dialog.screen.place == f"decide:{other}"
    assert sitting_of(app).page.step == step
    hand(app).do(f"do:choose:{other}")
    assert len(Branches(sitting_of(app)).tree) == 2


def test_arrows_walk_along_the_line_of_time_and_tell_what_stands_there(twice: App) -> None:
    twice.do("history")
    first, second, _ = own(sitting_of(twice))
    keyboard = Keyboard(twice)
    keyboard.go_to(f"mark:{first}")
    for _ in range(30):
        if twice.stage.focus == f"mark:{second}":
            break
        before = twice.stage.focus
        keyboard.press(pygame.K_RIGHT)
        assert twice.stage.focus.startswith("mark:") and twice.stage.focus != before
    assert twice.stage.focus == f"mark:{second}"
    line = next(one for one in sitting_of(twice).history().lines if one.seq == second)
    assert line.words in twice.stage.focused.spot.tip


@pytest.mark.parametrize("hand", HANDS)
def test_a_branch_is_gone_to_its_end_with_one_hand(twice: App, hand) -> None:
    twice.do("history")
    hand(twice).do("branch:A")
    hand(twice).do("do:end:A")
    sitting = sitting_of(twice)
    assert sitting.game.seq == Branches(sitting).end_of("A")
    assert not twice.stage.screen.place.startswith("history")


@pytest.mark.parametrize("hand", HANDS)
def test_two_branches_are_set_side_by_side_with_one_hand(twice: App, hand) -> None:
    twice.do("history")
    hand(twice).do("branch:B")
    hand(twice).do("do:compare:B:A")
    assert twice.stage.screen.place == "compare:B:A"
    shown = words_shown(twice)
    page = Branches(sitting_of(twice)).compare("B", "A")
    assert all(words.split()[-1].rstrip(".") in shown for words in page.parting)
    hand(twice).do("do:back")
    assert twice.stage.screen.place == "history"


@pytest.mark.parametrize("hand", HANDS)
def test_the_page_of_decisions_sets_two_branches_side_by_side_at_once(twice: App, hand) -> None:
    twice.do("history")
    hand(twice).do("do:compare:B:A")
    assert twice.stage.screen.place == "compare:B:A"


def test_of_three_branches_it_asks_which_to_set_beside_the_one_stood_on(twice: App) -> None:
    sitting = sitting_of(twice)
    for place in range(2, 10):
        sitting.go_to(own(sitting)[0])
        choose(twice, place)
        if len(Branches(sitting).tree) == 3:
            break
    to_a_decision(twice)
    twice.do("history")
    Keyboard(twice).do("do:beside")
    offered = {target.spot.action for target in twice.dialog.targets}
    assert {"compare:C:A", "compare:C:B"} <= offered
    Keyboard(twice).do("do:compare:C:B")
    assert twice.stage.screen.place == "compare:C:B"


def test_a_branch_is_decided_anew_where_it_parted(twice: App) -> None:
    sitting = sitting_of(twice)
    first, _, third = own(sitting)
    twice.do("history")
    twice.do("branch:B")
    Keyboard(twice).do("do:parting:B")
    assert sitting.game.history[third].step == sitting.page.step == sitting.game.history[first].step
    assert not isinstance(sitting.page, ConsequencePage)


def test_what_cannot_be_gone_to_is_refused_in_words(twice: App) -> None:
    twice.do("history")
    for action in ("go:999", "branch:Z", "end:Z", "parting:A", "compare:A:A", "otherwise:999:x"):
        twice.do(action)
        assert twice.said, action
        assert twice.stage.screen.place == "history" or action.startswith("otherwise")
        twice.do("history")


def test_decisions_and_branches_are_well_set(twice: App) -> None:
    for size, text in SETTINGS:
        resize(twice, size, text)
        seq = own(sitting_of(twice))[0]
        for action in ("history", f"go:{seq}", "branch:A", "compare:A:B"):
            twice.do(action)
            twice.draw()
            well_set(twice, action)
