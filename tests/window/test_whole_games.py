from __future__ import annotations

from random import Random

import pygame
import pytest

from game.present.page import (
    BriefingPage,
    ConsequencePage,
    DecisionPage,
    HandOverPage,
    NotePage,
    OverPage,
    TablePage,
)
from game.storage.places import list_saves
from tests.window.conftest import SCENARIO
from tests.window.hands import Keyboard, Mouse, words_shown
from tests.window.player import leave, play_through


@pytest.mark.parametrize("hand", [Keyboard, Mouse])
@pytest.mark.parametrize("length", ["full", "short"])
def test_a_game_is_played_to_its_end_with_one_hand(open_app, hand, length):
    app = open_app("arden", length=length)
    met = {type(page) for page in play_through(app, hand(app), Random(5))}
    assert met >= {NotePage, BriefingPage, ConsequencePage, OverPage}
    if length == "full":
        assert met >= {DecisionPage, TablePage}
    hand(app).do("do:debrief")
    assert "Decision by decision" in words_shown(app)


@pytest.mark.parametrize("seats", [("finland",), ("soviet-union",)])
@pytest.mark.parametrize(("hand", "length"), [(Keyboard, "short"), (Mouse, "full")])
def test_finland_is_played_from_each_side(open_app, seats, hand, length):
    app = open_app(*seats, played="finland-1939", length=length)
    pages = list(play_through(app, hand(app), Random(8)))
    assert isinstance(pages[-1], OverPage)
    assert any(isinstance(page, DecisionPage | TablePage) for page in pages)
    hand(app).do("do:debrief")
    assert "Decision by decision" in words_shown(app)
    read_of_the_land(app, hand)


def read_of_the_land(app, hand):
    """Opens the chapter of maps: this game's end and the record's stand beside each other, each told beneath."""
    headings = [section.id for section in app.shown.play.looking.debrief.sections]
    hand(app).do(f"chapter:{headings.index('maps')}")
    charts = [panel for panel in app.stage.layout.panels if panel.chart is not None]
    assert [panel.chart_area.width > 300 for panel in charts] == [True, True]
    assert charts[0].chart_area.right < charts[1].chart_area.left
    ends = [panel.chart.holdings for panel in charts]
    unlike = {region for region in ends[0] if ends[0][region] != ends[1][region]}
    assert all(set(panel.chart.lit) == unlike for panel in charts)
    hand(app).do(f"do:chapter:{headings.index('maps') + 1}")
    assert app.stage.screen.place == f"debrief:{headings.index('maps') + 1}"


@pytest.mark.parametrize(
    ("scenario", "seat", "hand"),
    [
        pytest.param("yalta-1945", "united-states", Keyboard, marks=pytest.mark.slow),
        ("yalta-1945", "soviet-union", Mouse),
        ("pact-1939", "france", Mouse),
    ],
)
def test_yalta_and_the_pact_are_played_to_their_debriefs(open_app, scenario, seat, hand):
    app = open_app(seat, played=scenario)
    pages = list(play_through(app, hand(app), Random(12)))
    assert any(isinstance(page, TablePage) for page in pages)
    assert any(page.nominating for page in pages if isinstance(page, TablePage)) is (scenario == "yalta-1945")
    hand(app).do("do:debrief")
    assert "Decision by decision" in words_shown(app)


def test_the_short_game_asks_less(open_app):
    asked = {}
    for length in ("full", "short"):
        app = open_app("arden", length=length)
        pages = list(play_through(app, Mouse(app), Random(1)))
        asked[length] = sum(isinstance(page, DecisionPage | TablePage) for page in pages)
    assert asked["short"] < asked["full"]


@pytest.mark.parametrize("hand", [Keyboard, Mouse])
def test_a_game_is_begun_from_the_shelf_with_one_hand(open_app, small_shelf, hand):
    app = open_app()
    playing = hand(app)
    playing.do("do:shelf")
    playing.do("scenario:three-parties")
    playing.do("seat:arden")
    playing.do("seat:borrel")
    playing.do("style:holds-out")
    playing.do("length:short")
    playing.do("do:begin")
    assert set(app.shown.play.sitting.people) == {"arden", "borrel"}
    assert app.shown.play.begun.length == "short"
    assert app.shown.play.begun.seats["corvane"] == "holds-out"


def test_taking_a_side_leaves_its_parties_alone(open_app):
    app = open_app()
    app.do(f"open:{SCENARIO}")
    app.draw()
    mouse = Mouse(app)
    mouse.do("seat:arden")
    mouse.do("seat:borrel")
    mouse.do("seat:sailors")
    assert app.shown.seating.choices.seats == ("arden", "sailors")
    mouse.do("seat:corvane")
    assert app.shown.seating.choices.seats == ("arden", "corvane")


def test_each_person_is_handed_the_machine_and_sees_only_its_own(open_app):
    app = open_app("arden", "borrel")
    briefs = {"arden": "You keep the light", "borrel": "You fish the shoal"}
    holder, handed, read = None, 0, set()
    for page in play_through(app, Mouse(app), Random(2)):
        words = words_shown(app)
        if isinstance(page, HandOverPage):
            handed += 1
            assert not [brief for brief in briefs.values() if brief in words]
            assert "do:state" not in {one.spot.key for one in app.stage.targets}
            holder = page.seat.party
        elif isinstance(page, DecisionPage | TablePage | BriefingPage):
            assert page.seat.party == holder
            assert not [brief for party, brief in briefs.items() if party != holder and brief in words]
            read |= {party for party, brief in briefs.items() if brief in words}
    assert handed > 2
    assert read == set(briefs), "a brief was never shown: its words are looked for in vain"


def test_nothing_of_anybodys_is_looked_at_while_handing_over(open_app):
    app = open_app("arden", "borrel")
    keyboard = Keyboard(app)
    keyboard.do("do:continue")
    assert isinstance(app.shown.play.sitting.page, HandOverPage)
    for key in (pygame.K_F2, pygame.K_F3, pygame.K_F4, pygame.K_F5):
        keyboard.press(key)
        assert app.said == "Hand the machine over first."
        assert isinstance(app.shown.play.sitting.page, HandOverPage)
        assert app.stage.screen.place.startswith("hand-over")


def to_the_first_decision(app, hand) -> DecisionPage:
    while not isinstance(app.shown.play.sitting.page, DecisionPage):
        leave(app, hand, app.shown.play.sitting.page, Random(1))
    return app.shown.play.sitting.page


def test_a_number_decides_after_a_question(open_app):
    app = open_app("arden")
    keyboard = Keyboard(app)
    page = to_the_first_decision(app, keyboard)
    keyboard.press(pygame.K_2, unicode="2")
    assert app.dialog.screen.place == f"decide:{page.options[1].id}"
    keyboard.press(pygame.K_ESCAPE)
    assert app.shown.play.sitting.game.seq == page_seq(app)
    keyboard.press(pygame.K_2, unicode="2")
    keyboard.press(pygame.K_RETURN, unicode="\r")
    made = app.shown.play.sitting.game.path
    assert any(entry.seat == "arden" and entry.move.option == page.options[1].id for entry in made)


def page_seq(app) -> int:
    return app.shown.play.sitting.game.seq


def test_a_reason_is_typed_and_kept(open_app):
    app = open_app("arden")
    keyboard = Keyboard(app)
    to_the_first_decision(app, keyboard)
    keyboard.press(pygame.K_1, unicode="1")
    keyboard.type("time is shorts")
    keyboard.press(pygame.K_BACKSPACE)
    assert "time is short" in words_shown(app)
    keyboard.press(pygame.K_RETURN, unicode="\r")
    reasons = [entry.reason for entry in app.shown.play.sitting.game.path if entry.seat == "arden"]
    assert reasons == ["time is short"]


def test_undo_takes_the_decision_back_and_redo_makes_it_again(open_app):
    app = open_app("arden")
    keyboard = Keyboard(app)
    page = to_the_first_decision(app, keyboard)
    keyboard.press(pygame.K_1)
    keyboard.press(pygame.K_RETURN)
    after = page_seq(app)
    keyboard.press(pygame.K_z, pygame.KMOD_CTRL)
    assert app.shown.play.sitting.page.title == page.title
    keyboard.press(pygame.K_y, pygame.KMOD_CTRL)
    assert page_seq(app) == after
    keyboard.press(pygame.K_z, pygame.KMOD_CTRL)
    keyboard.press(pygame.K_z, pygame.KMOD_CTRL | pygame.KMOD_SHIFT)
    assert page_seq(app) == after


def test_the_history_leads_back_to_a_decision(open_app):
    app = open_app("arden")
    keyboard = Keyboard(app)
    to_the_first_decision(app, keyboard)
    keyboard.press(pygame.K_1)
    keyboard.press(pygame.K_RETURN)
    keyboard.press(pygame.K_F5)
    entry = next(one.spot.key for one in app.stage.targets if one.spot.key.startswith("go:"))
    keyboard.do(entry)
    keyboard.do(f"do:confirmed gone:{entry.removeprefix('go:')}")
    assert isinstance(app.shown.play.sitting.page, DecisionPage)


def test_a_game_is_gone_on_with_from_the_shelf(open_app, small_shelf):
    app = open_app("arden")
    keyboard = Keyboard(app)
    to_the_first_decision(app, keyboard)
    keyboard.press(pygame.K_1)
    keyboard.press(pygame.K_RETURN)
    stood = page_seq(app)
    (saved,) = list_saves()
    again = open_app()
    Keyboard(again).do(f"saved:{saved.path}")
    assert page_seq(again) == stood
    assert again.shown.play.sitting.people == ("arden",)


def test_saving_says_where(open_app):
    app = open_app("arden")
    keyboard = Keyboard(app)
    keyboard.press(pygame.K_s, pygame.KMOD_CTRL)
    (saved,) = list_saves()
    assert str(saved.path) in app.said
    keyboard.press(pygame.K_ESCAPE)
    keyboard.do("do:copy")
    assert len(list_saves()) == 2


@pytest.mark.parametrize("seats", [("arden",), ("arden", "borrel")])
def test_after_the_end_everything_can_be_looked_at_and_decided_anew(open_app, seats):
    app = open_app(*seats)
    keyboard = Keyboard(app)
    list(play_through(app, keyboard, Random(3)))
    for key in (pygame.K_F1, pygame.K_F2, pygame.K_F3, pygame.K_F4, pygame.K_F5):
        keyboard.press(key)
        keyboard.press(pygame.K_ESCAPE)
    keyboard.do("do:debrief")
    keyboard.press(pygame.K_2)
    keyboard.press(pygame.K_PAGEDOWN)
    assert app.stage.screen.place == "debrief:1"
    keyboard.press(pygame.K_z, pygame.KMOD_CTRL)
    assert not app.shown.play.sitting.over
    assert not app.stage.screen.place.startswith("debrief")


def test_a_debrief_shows_its_chapter_among_the_contents_and_the_next_one_begins_at_its_first(open_app):
    app = open_app("arden")
    keyboard = Keyboard(app)
    list(play_through(app, keyboard, Random(3)))
    keyboard.do("do:debrief")
    last = len(app.shown.play.looking.debrief.sections)
    keyboard.do(f"chapter:{last}")
    contents = next(panel for panel in app.stage.layout.panels if panel.name == "contents")
    chosen = next(one for one in app.stage.targets if one.spot.key == f"chapter:{last}")
    assert contents.most and contents.clip.contains(chosen.area)
    keyboard.press(pygame.K_z, pygame.KMOD_CTRL)
    list(play_through(app, keyboard, Random(3)))
    keyboard.do("do:debrief")
    assert app.stage.screen.place == "debrief:0"


def test_the_debrief_is_written_as_a_page_to_print(open_app):
    app = open_app("arden", length="short")
    list(play_through(app, Mouse(app), Random(4)))
    app.do("report")
    written = list_saves()[0].path.with_suffix(".html")
    assert str(written) in app.said
    assert written.read_text().startswith("<!")


def test_the_offer_is_prepared_with_arrows_and_its_worth_follows(open_app):
    app = open_app("arden")
    keyboard = Keyboard(app)
    while not isinstance(app.shown.play.sitting.page, TablePage):
        leave(app, keyboard, app.shown.play.sitting.page, Random(1))
    page, play = app.shown.play.sitting.page, app.shown.play
    issue = page.issues[0]
    keyboard.go_to(f"issue:{issue.id}")
    for _ in issue.options:
        keyboard.press(pygame.K_LEFT)
    seen = []
    for _ in issue.options:
        seen.append((play.preparing.terms[issue.id], play.preparing.now(page).worth.share))
        keyboard.press(pygame.K_RIGHT)
    assert [option for option, _ in seen] == [option.id for option in issue.options]
    assert len({share for _, share in seen}) > 1
    assert play.preparing.terms[issue.id] == issue.options[-1].id
    keyboard.press(pygame.K_LEFT)
    assert play.preparing.terms[issue.id] == issue.options[-2].id


def test_looking_at_papers_keeps_the_offer_being_prepared(open_app):
    app = open_app("arden")
    mouse = Mouse(app)
    while not isinstance(app.shown.play.sitting.page, TablePage):
        leave(app, mouse, app.shown.play.sitting.page, Random(1))
    issue = app.shown.play.sitting.page.issues[0].id
    mouse.do(f"arrow:{issue}:1")
    draft = dict(app.shown.play.preparing.terms)
    mouse.do("do:documents")
    paper = next(one.spot.key for one in app.stage.targets if one.spot.key.startswith("paper:"))
    mouse.do(paper)
    mouse.do("do:back")
    mouse.do("do:back")
    assert app.shown.play.preparing.terms == draft
    assert app.stage.screen.place.startswith("table:")
