"""What a person reads in Finland 1939: nothing from later days, papers that tell what they are, sentences that join."""

from __future__ import annotations

import pytest

from game.engine.game import Game
from game.players.match import Match
from game.players.styles import seat_of
from game.present.page import BriefingPage
from game.scenario.cast import Confidence
from tests.scenarios.page_rules import PageRules, games, opened, readings

SIDES = {
    "finland": ("finland",),
    "soviet-union": ("soviet-union",),
    "western": ("united-kingdom", "france"),
    "northern": ("sweden", "norway"),
}
SEATS = tuple(SIDES)
ENTRANCES = {"finland": "1939-10-05", "soviet-union": "1939-10-05", "western": "1939-12-13", "northern": "1939-12-13"}
"""The day on which each side's first page stands, at the latest."""
RULES = PageRules("finland-1939", 1939, first_month=10)


@pytest.mark.parametrize(("seat", "length", "style", "seed"), games(SEATS))
def test_every_page_of_a_game_keeps_the_rules(seat: str, length: str, style: str, seed: int) -> None:
    RULES.hold_in(SIDES[seat], length, style, seed)


@pytest.mark.parametrize("seat", SEATS)
@pytest.mark.parametrize("length", ["full", "short"])
def test_the_first_brief_is_of_the_first_day(seat: str, length: str) -> None:
    sitting = next(readings(RULES.scenario, SIDES[seat], length, "trades", 1))[0]
    while not isinstance(sitting.page, BriefingPage):
        sitting.proceed()
    dates = {opened(RULES.scenario).scenario.documents[line.id].date for line in sitting.page.documents}
    assert dates
    assert max(dates) <= ENTRANCES[seat]


@pytest.mark.parametrize("seed", range(4))
def test_the_recorded_path_has_every_real_paper_and_none_that_is_invented(seed: int) -> None:
    scenario = opened(RULES.scenario).scenario
    game = Game.start(scenario, seed, follow_record=True)
    Match(game, {party: seat_of("record") for party in scenario.parties}).advance()
    on_desks = {document.id for document in game.view("facilitator").documents()}
    real = {one.id for one in scenario.documents.values() if one.confidence is not Confidence.INVENTED}
    assert on_desks == real
