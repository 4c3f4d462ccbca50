"""The calendar, effects, promises, knowledge and the record by example: numbers worked out by hand.

They are played on the invented scenario of three parties; its file gives the effects that are added up here.
"""

from __future__ import annotations

from functools import cache
from itertools import count
from pathlib import Path

import pytest

from game.engine.moves import ACCEPT, ADJOURN, WALK_OUT, Choose, press, propose
from game.scenario.cast import PromiseState
from game.scenario.loader import load
from game.scenario.model import Scenario
from game.scenario.table_rules import Outcome
from tests.oracle.driver import play_record, recorded_move
from tests.oracle.game import OracleGame
from tests.oracle.judgement import believed_interests, gains, interests, walk_away, worth

TREATY = {"light": "always-lit", "toll": "small", "pilots": "free"}


@cache
def scenario() -> Scenario:
    return load(Path(__file__).parents[1] / "scenarios" / "three-parties")


def at_the_opening(aim: str = "keep-the-light", weather: str = "mild") -> OracleGame:
    """A game in which chance has fallen so."""
    for number in count():
        game = OracleGame(scenario(), 0, number)
        if word(game, "arden-aim") == aim and word(game, "season") == weather:
            return game
    raise AssertionError


def opened(arden: str, borrel: str, corvane: str, weather: str = "mild") -> OracleGame:
    """A game after the opening, at the first session on the light."""
    game = at_the_opening(weather=weather)
    for party, option in (("arden", arden), ("borrel", borrel), ("corvane", corvane)):
        game.play(party, Choose(option))
    return game


def word(game: OracleGame, name: str) -> str:
    column = game.scenario.columns[name]
    assert column.values is not None
    return column.values[game.state[name] - column.low]


def at(game: OracleGame) -> str:
    return game.step.id if game.step else "the end"


def test_a_sealed_variable_takes_the_outcome_drawn() -> None:
    game = at_the_opening("sell-the-light", "hard")
    assert word(game, "chance.aim") == "sell-the-light"
    assert word(game, "chance.weather") == "hard"


def test_effects_of_chance_read_the_state_before() -> None:
    assert at_the_opening(weather="mild").state["drift"] == -7 + 4
    assert at_the_opening(weather="hard").state["drift"] == -7 - (9 + 2)


def test_simultaneous_choices_are_written_when_all_have_decided() -> None:
    game = at_the_opening(weather="hard")
    before = dict(game.state)
    game.play("corvane", Choose("close-harbours"))
    game.play("arden", Choose("wait"))
    assert game.state == before and game.pending == ("borrel",)
    game.play("borrel", Choose("send-boats"))
    assert word(game, "choice.opening.corvane") == "close-harbours"


def test_effects_of_one_step_are_summed_and_held_once() -> None:
    game = opened("wait", "send-boats", "close-harbours", "hard")
    assert game.state["tension"] == 8 + 4 + 5
    assert game.state["drift"] == -18 + 5
    assert game.state["boats.borrel.gull-shoal"] == 6
    assert game.state["trust.borrel.corvane"] == -6
    assert game.state["fuel.corvane"] == 10
    assert word(game, "lamp.lantern-rock") == "dim"
    assert word(game, "promise.safe-passage") == "open"


def test_an_account_has_a_part_for_the_limit() -> None:
    game = opened("wait", "send-boats", "close-harbours", "hard")
    changes = next(each.changes for each in game.happenings if each.kind == "choice")
    trust = next(change for change in changes if change.column == "trust.borrel.corvane")
    assert (trust.before, trust.after) == (-2, -6)
    assert [(item.kind, item.amount) for item in trust.items] == [("effect", -5), ("limit", 1)]


def test_an_effect_whose_condition_fails_does_nothing() -> None:
    game = opened("wait", "offer-oil", "close-harbours")
    assert game.state["grievance.arden.borrel"] == 3 + 4
    assert game.state["fuel.corvane"] == 9 + 2 + 1


def test_each_party_judges_options_by_what_it_believes() -> None:
    keep = at_the_opening("keep-the-light")
    assert keep.legal_options("borrel") == ["send-boats", "stay-home", "offer-oil", "lease-the-strand"]
    assert "buy-the-light" in keep.legal_options("corvane")
    assert "claim-the-shoal" in keep.legal_options("arden")
    assert "claim-the-shoal" not in at_the_opening("sell-the-light").legal_options("arden")


def test_walk_away_values_read_the_state_as_the_party_believes_it() -> None:
    mild = opened("wait", "stay-home", "close-harbours")
    assert walk_away(mild, "corvane") == 35
    assert walk_away(mild, "arden") == 30 + 7 * 3 - 6
    assert walk_away(mild, "borrel") == 45 - 13 + (1 + 1) * 2
    assert walk_away(opened("wait", "stay-home", "close-harbours", "hard"), "corvane") == 20


def test_worth_counts_every_issue_and_the_linkages() -> None:
    game = opened("wait", "stay-home", "open-harbours")
    assert worth(game, "arden", TREATY) == 8 * 60 + 3 * 70 + 2 * 30 + 120
    assert worth(game, "borrel", {}) == 6 * 60 + 1 * 100 + 4 * 20


def test_a_party_judges_its_interests_by_what_it_believes() -> None:
    game = at_the_opening("sell-the-light")
    assert believed_interests(game, "arden")["oil"] == 7 * 8 + 6
    assert believed_interests(game, "corvane")["a-cheap-light"] == 60 - 8 * 3


def test_the_last_reckoning_of_interests_is_by_the_truth() -> None:
    game = at_the_opening("sell-the-light")
    assert interests(game)["arden"]["oil"] == 7 * 8 + 9
    assert interests(game)["corvane"]["a-cheap-light"] == 70


def test_gain_counts_only_what_the_chooser_would_see() -> None:
    game = at_the_opening()
    assert gains(game, "borrel")["send-boats"] == 4 * 33 - 3 * 4 * 4 - 1 * 2 * 4
    assert gains(game, "borrel")["offer-oil"] == 3 * (4 * 4 - 4) - 1 * 2 * 4


def test_a_table_whose_condition_fails_is_not_held_and_its_sessions_are_skipped() -> None:
    game = opened("wait", "send-boats", "close-harbours")
    game.play("arden", ADJOURN)
    assert at(game) == "lantern-night"
    assert game.state["agreed.fish-talks"] == Outcome.NOT_HELD
    assert game.state["agreed.fish-talks.shoal"] == 0
    game.play("arden", WALK_OUT)
    game.play("corvane", Choose("nobody"))
    assert at(game) not in ("fish-return", "fish-last")


def test_a_promise_due_at_a_table_that_is_not_held_is_settled_at_its_place() -> None:
    game = opened("wait", "send-boats", "close-harbours")
    assert word(game, "promise.safe-passage") == "open"
    game.play("arden", ADJOURN)
    assert word(game, "promise.safe-passage") == "broken"
    assert game.state["standing.arden.corvane"] == 0


def test_a_promise_due_at_a_table_waits_for_its_close() -> None:
    game = opened("wait", "stay-home", "open-harbours")
    game.play("arden", ADJOURN)
    game.play("corvane", propose({"nets": "wide-mesh"}))
    game.play("arden", ACCEPT)
    game.play("borrel", ADJOURN)
    assert word(game, "promise.safe-passage") == "open"
    game.play("arden", WALK_OUT)
    game.play("corvane", Choose("a-lamp"))
    assert at(game) == "fish-return"
    game.play("corvane", WALK_OUT)
    assert word(game, "agreed.fish-talks") == "partial"
    assert word(game, "promise.safe-passage") == "kept"
    assert game.state["standing.arden.corvane"] == 57


def test_the_close_of_a_table_applies_every_option_s_effects_and_those_of_the_end_together() -> None:
    game = opened("wait", "stay-home", "open-harbours")
    assert game.state["fuel.arden"] == 7 and game.state["tension"] == 5
    game.play("arden", propose(TREATY))
    game.play("borrel", ACCEPT)
    game.play("corvane", ACCEPT)
    assert game.state["fuel.arden"] == 7 - 4 + 2
    assert game.state["fuel.corvane"] == 8
    assert game.state["boats.corvane.gull-shoal"] == 6
    assert word(game, "promise.light-kept") == "open"
    assert at(game) == "fish-talks"


def test_what_stays_open_falls_to_its_unsettled_option_with_its_effects() -> None:
    game = opened("wait", "stay-home", "open-harbours")
    game.play("arden", ADJOURN)
    game.play("corvane", WALK_OUT)
    assert word(game, "agreed.fish-talks.shoal") == "set-aside"
    assert game.state["grievance.borrel.corvane"] == 3 + 2
    assert game.state["tension"] == 5 + 4


def test_after_an_agreement_later_sessions_are_skipped() -> None:
    game = opened("wait", "stay-home", "open-harbours")
    game.play("arden", propose(TREATY))
    game.play("borrel", ACCEPT)
    game.play("corvane", ACCEPT)
    game.play("corvane", WALK_OUT)
    assert at(game) == "night-watch"


def test_a_table_closes_where_its_skipped_last_session_would_have_stood() -> None:
    game = opened("claim-the-shoal", "stay-home", "open-harbours")
    assert game.state["tension"] == 8 + 8 - 3 and game.state["boats.borrel.gull-shoal"] == 0
    game.play("arden", press("light"))
    game.play("borrel", ADJOURN)
    assert game.state["tension"] >= 14
    game.play("corvane", ADJOURN)
    game.play("arden", ADJOURN)
    game.play("corvane", Choose("nobody"))
    assert at(game) == "lantern-dawn"
    assert word(game, "agreed.fish-talks") == "not-reached"
    game.play("arden", WALK_OUT)
    assert word(game, "agreed.fish-talks") == "failed"
    assert at(game) in ("reckoning", "the end")


def test_a_press_reads_its_price_and_its_odds_on_the_state_before_it() -> None:
    game = opened("wait", "stay-home", "open-harbours")
    before = dict(game.state)
    game.play("arden", press("light"))
    assert game.state["tension"] == before["tension"] + 2
    assert game.state["trust.arden.borrel"] == before["trust.arden.borrel"] - 1
    yields = game.state["grievance.corvane.arden"] - before["grievance.corvane.arden"]
    assert (yields, game.table.fall) in (
        (2, {"arden": 0, "borrel": 15, "corvane": 15}),
        (0, {"arden": 0, "borrel": 0, "corvane": 0}),
    )


def test_a_walk_away_value_pressed_down_stays_above_nothing() -> None:
    game = opened("wait", "stay-home", "open-harbours")
    game.table.fall["corvane"] = 99
    assert walk_away(game, "corvane") == 0


def test_promises_due_together_are_settled_as_one_step() -> None:
    """Quiet-nets is broken (−30) and convoy kept (+6) by Corvane to Arden: from 97 to 73, not to 70."""
    game = opened("wait", "stay-home", "open-harbours")
    game.play("arden", propose(TREATY))
    game.play("borrel", ACCEPT)
    game.play("corvane", ACCEPT)
    game.play("corvane", WALK_OUT)
    assert game.state["grievance.borrel.corvane"] == 5
    game.play("corvane", Choose("nobody"))
    assert word(game, "promise.convoy") == "kept" and word(game, "promise.quiet-nets") == "broken"
    assert game.state["standing.corvane.arden"] == 97 + 6 - 30


def test_a_promise_due_at_a_skipped_session_is_settled_at_its_place() -> None:
    game = opened("wait", "stay-home", "open-harbours")
    game.play("arden", WALK_OUT)
    assert word(game, "promise.convoy") == "open"
    game.play("corvane", ADJOURN)
    game.play("corvane", Choose("nobody"))
    assert at(game) == "fish-return" and word(game, "promise.convoy") == "open"
    game.play("corvane", ADJOURN)
    assert word(game, "promise.convoy") in ("kept", "broken")


@pytest.mark.parametrize("seed", range(12))
def test_the_record_reproduces_its_ending_and_measures(seed: int) -> None:
    game = OracleGame(scenario(), seed, follow_record=True)
    play_record(game)
    assert game.on_record and game.ending() == scenario().record.ending
    for name, value in game.measures().items():
        assert scenario().record.measures[name].low <= value <= scenario().record.measures[name].high
    assert game.state["promise.light-kept"] == PromiseState.KEPT


def test_another_move_than_the_recorded_one_leaves_the_record() -> None:
    game = OracleGame(scenario(), follow_record=True)
    for party, option in (("arden", "wait"), ("borrel", "stay-home"), ("corvane", "open-harbours")):
        assert game.on_record
        game.play(party, Choose(option))
    assert game.on_record
    game.play("arden", propose({"light": "arden-alone", "toll": "heavy", "pilots": "free"}))
    assert not game.on_record


def test_a_session_that_outlasts_its_record_leaves_it() -> None:
    game = OracleGame(scenario(), follow_record=True)
    play_record_until(game, "fish-last")
    game.play("corvane", press("shoal"))
    game.play("arden", propose({"shoal": "shared"}))
    assert game.on_record
    game.play("borrel", ADJOURN)
    assert not game.on_record


def play_record_until(game: OracleGame, step: str) -> None:
    while at(game) != step:
        for party in game.pending:
            game.play(party, recorded_move(game, party))
