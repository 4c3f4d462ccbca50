"""At the end of a game what those who hold several parties had not been told is a list, which can be had at length."""

from __future__ import annotations

import pytest

from game.engine.game import Game
from game.players.match import Match, decided
from game.players.styles import seat_of
from game.present.languages import speech_in
from game.present.page import ConsequencePage, DecisionPage, OverPage, TablePage
from game.present.sitting import Sitting
from tests.kept import kept_scenario


@pytest.fixture(scope="module")
def sitting() -> Sitting:
    """A game of August 1939 in which London and Paris are held by one person, at the page of news before its end."""
    game = Game.start(kept_scenario("pact-1939"), 0, follow_record=True)
    record = seat_of("record")
    own = ("united-kingdom", "france")
    seats = {party: None if party in own else record for party in game.scenario.parties}
    played = Sitting(Match(game, seats), (own,), speech_in("en"))
    while not (played.over and isinstance(played.page, ConsequencePage)):
        assert not isinstance(played.page, OverPage)
        if isinstance(played.page, DecisionPage | TablePage):
            played.move(decided(record, game.ask(played.party), game.seat_stream(played.party)))
        else:
            played.proceed()
    return played


def test_what_had_been_kept_secret_is_a_list_and_the_last_news_are_told_in_full(sitting: Sitting) -> None:
    page = sitting.page
    assert isinstance(page, ConsequencePage)
    untold, *latest = page.happened
    assert (page.title, untold.title, page.earlier) == ("What has happened", "What we had not been told", 1)
    assert [one.id for one in page.actions] == ["continue", "at-length"]
    assert latest and all(one.step for one in latest)


def test_a_table_of_others_is_told_with_its_terms(sitting: Sitting) -> None:
    page = sitting.page
    assert isinstance(page, ConsequencePage)
    night = next(line for line in page.happened[0].lines if "*A night in the Kremlin*" in line)
    assert "The talks have ended in agreement. Agreed: " in night
    assert "Spheres on the Baltic: " in night


def test_at_length_each_step_is_told_apart(sitting: Sitting) -> None:
    listed = sitting.page
    assert isinstance(listed, ConsequencePage)
    sitting.act("at-length")
    page = sitting.page
    assert isinstance(page, ConsequencePage)
    assert page.earlier > len(listed.happened[0].lines) // 2 > 1
    assert [one.id for one in page.actions] == ["continue"]
    assert page.happened[page.earlier :] == listed.happened[1:]
