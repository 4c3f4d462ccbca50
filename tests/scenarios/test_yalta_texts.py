"""What a person reads in Yalta 1945: nothing from later days, papers that tell what they are, sentences that join."""

from __future__ import annotations

import pytest

from game.engine.game import Game
from game.players.match import Match, decided
from game.players.styles import seat_of
from game.present.opening import Plan, begin
from game.present.page import BriefingPage, DecisionPage, TablePage
from game.present.quantities import column_name
from game.scenario.cast import Confidence
from game.scenario.table_rules import Table
from tests.scenarios.page_rules import PageRules, games, opened, readings

SEATS = ("united-states", "united-kingdom", "soviet-union")
FIRST_DAY = "1945-02-03"
"""The day on which each side's first page stands, at the latest."""
RULES = PageRules("yalta-1945", 1944, first_month=9, advice_at_tables=False)


@pytest.mark.parametrize(("seat", "length", "style", "seed"), games(SEATS, short=3))
def test_every_page_of_a_game_keeps_the_rules_and_two_of_a_delegation_speak_while_an_agenda_is_made(
    seat: str, length: str, style: str, seed: int
) -> None:
    agendas = RULES.hold_in((seat,), length, style, seed)
    assert agendas or length == "short"


def test_at_each_table_two_of_a_delegation_say_different_things() -> None:
    scenario = opened(RULES.scenario).scenario
    for step in scenario.steps.values():
        if isinstance(step.body, Table):
            for party in set(step.body.parties) & set(SEATS):
                members = scenario.parties[party].members
                said = {advice.recommends for advice in step.body.advice if advice.member in members}
                assert len(said) >= 2, f"{step.id} {party}"


def test_once_something_is_initialled_parting_is_not_said_to_lose_it() -> None:
    sitting = begin(opened(RULES.scenario), Plan((("united-states",),), "trades", 3, "full"), None).sitting
    said: dict[bool, set[str]] = {False: set(), True: set()}
    while not sitting.over and sitting.game.step and sitting.game.step.date <= "1945-02-08":
        page = sitting.page
        if isinstance(page, TablePage):
            said[any(issue.settled for issue in page.issues)].add(page.parting)
        if isinstance(page, DecisionPage | TablePage):
            ask = sitting.game.ask(sitting.party)
            sitting.move(decided(seat_of("trades"), ask, sitting.game.seat_stream(sitting.party)))
        else:
            sitting.proceed()
    assert all(words.startswith("If we part now, we expect three armies") for words in said[False])
    assert said[True] == {"If we part now, what is initialled holds, and what is open is left as it is."}


def test_a_government_is_named_as_one_though_a_region_has_its_id() -> None:
    scenario, speech = opened(RULES.scenario).scenario, opened(RULES.scenario).speech
    name = column_name(scenario, speech, "standing.united-kingdom.poland")
    assert name == "Standing, the United Kingdom in the eyes of Poland"


@pytest.mark.parametrize("seat", SEATS)
@pytest.mark.parametrize("length", ["full", "short"])
def test_the_first_brief_is_of_the_first_day(seat: str, length: str) -> None:
    sitting = next(readings(RULES.scenario, (seat,), length, "trades", 1))[0]
    while not isinstance(sitting.page, BriefingPage):
        sitting.proceed()
    dates = {opened(RULES.scenario).scenario.documents[line.id].date for line in sitting.page.documents}
    assert dates
    assert max(dates) <= FIRST_DAY


@pytest.mark.parametrize("seed", range(4))
def test_the_recorded_path_has_every_real_paper_and_none_that_is_invented(seed: int) -> None:
    scenario = opened(RULES.scenario).scenario
    game = Game.start(scenario, seed, follow_record=True)
    Match(game, {party: seat_of("record") for party in scenario.parties}).advance()
    on_desks = {document.id for document in game.view("facilitator").documents()}
    real = {one.id for one in scenario.documents.values() if one.confidence is not Confidence.INVENTED}
    assert on_desks == real
