"""A conference in the window, by mouse and by keyboard: its agenda, hours, wordings and absentees."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pygame
import pytest

from assets.build.tour import Sight, Tour
from game.errors import MoveRefused
from game.present.debrief_parts import Section
from game.present.page import ConsequencePage, OverPage, TablePage
from game.window.app import App
from game.window.screens.offering import moves
from game.window.sheet import Box, Letters
from tests.window.hands import Hand, Keyboard, Mouse, found, targets, words_shown
from tests.window.player import leave, play_through
from tests.window.test_screens import no_lines_overlap, nothing_leaves_its_paper

CONGRESS = Path(__file__).parents[1] / "scenarios" / "congress"
HANDS = [Keyboard, Mouse]


@pytest.fixture
def at_the_table(open_app) -> Callable[..., App]:
    """The congress at a seat's first turn at the table."""

    def opened(seat: str = "arden", **more: object) -> App:
        app = open_app(seat, played=CONGRESS, **more)
        to_the_table(app)
        return app

    return opened


def to_the_table(app: App) -> TablePage:
    """Reads on to the next turn at the table."""
    keyboard = Keyboard(app)
    while not isinstance(page_of(app), TablePage):
        assert not isinstance(page_of(app), OverPage)
        leave(app, keyboard, page_of(app), Random(1))
    return page_of(app)


def page_of(app: App):
    return app.shown.play.sitting.page


def chosen(app: App) -> tuple[str, ...]:
    return app.shown.play.preparing.chosen


def head_words(app: App) -> str:
    """What stands above the panels that scroll."""
    heads = [panel.head for panel in app.on_top.layout.panels if panel.head is not None]
    return " ".join(mark.text for head in heads for mark in head.marks if hasattr(mark, "text"))


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


def to_bargaining(app: App, *issues: str) -> App:
    """Puts an issue on the agenda, and reads on to the first round."""
    for issue in issues or ("passage",):
        app.do(f"put:{issue}")
    app.do("nominate")
    while not isinstance(page_of(app), TablePage) or page_of(app).nominating:
        app.do("continue" if not isinstance(page_of(app), TablePage) else "confirmed pass")
    app.draw()
    return app


def rows(app: App) -> list[str]:
    return [one.spot.key.removeprefix("issue:") for one in targets(app) if one.spot.key.startswith("issue:")]


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


def to_the_next_turn(app: App) -> None:
    """Reads on to where offers are made again."""
    while not isinstance(page_of(app), TablePage) or page_of(app).nominating:
        app.do("continue" if not isinstance(page_of(app), TablePage) else "confirmed pass")


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
