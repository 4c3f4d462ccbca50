import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.analysis.comparison import TABLE_SEAT, compare
from game.analysis.deals import last_recorded_offer, recorded_deal
from game.analysis.recorded import recorded_game
from game.analysis.transcript import dumps, rounded_ratio, transcript
from game.engine.game import Game
from game.engine.moves import ACCEPT, WALK_OUT, Choose, propose
from game.engine.program import Program
from game.scenario.table_rules import Outcome
from tests.playing import program as compiled
from tests.playing import random_game

RECORDED = {"arden": "wait", "borrel": "stay-home", "corvane": "open-harbours"}


@pytest.fixture(scope="module")
def program() -> Program:
    return compiled()


def opened(program: Program, **choices: str) -> Game:
    """Plays the opening: as recorded but for `choices`."""
    game = Game(program, 5)
    for party, option in {**RECORDED, **choices}.items():
        game.play(party, Choose(option))
    return game


@pytest.mark.parametrize("seed", [0, 1, 2, 77])
def test_the_recorded_path_never_leaves_the_record(program: Program, seed: int) -> None:
    comparison = compare(recorded_game(program, seed))
    assert comparison.first is None
    assert comparison.same == len(comparison.decisions) > 4
    assert {decision.seat for decision in comparison.decisions} == {"arden", "borrel", "corvane", TABLE_SEAT}


def test_the_recorded_path_ends_as_the_record_does(program: Program) -> None:
    game = recorded_game(program)
    assert game.ending() == program.scenario.record.ending


def test_another_option_is_where_the_path_first_left_the_record(program: Program) -> None:
    game = opened(program, borrel="send-boats")
    first = compare(game).first
    assert first is not None
    assert (first.step, first.seat, first.chosen, first.record) == ("opening", "borrel", "send-boats", "stay-home")
    assert game.history[first.seq].move == Choose("send-boats")


def test_a_table_is_the_same_only_on_the_same_terms(program: Program) -> None:
    same = {"light": "always-lit", "toll": "small", "pilots": "free"}
    for terms, expected in ((same, True), ({**same, "toll": "none"}, False)):
        game = opened(program)
        game.play("arden", propose(terms))
        game.play("borrel", ACCEPT)
        game.play("corvane", ACCEPT)
        while not game.over and game.view("facilitator").word("agreed.lantern-talks") == "not-reached":
            game.play(game.pending[0], WALK_OUT)
        (table,) = (decision for decision in compare(game).decisions if decision.step == "lantern-talks")
        assert (table.seat, table.chosen, table.record, table.same) == (TABLE_SEAT, "whole", "whole", expected)
        assert table.issues is not None
        assert {gap.issue: (gap.mine, gap.record) for gap in table.issues} == {
            issue: (option, same[issue]) for issue, option in terms.items()
        }


def test_a_table_that_failed_beside_a_treaty_is_another_decision(program: Program) -> None:
    game = opened(program)
    game.play("arden", WALK_OUT)
    (table,) = (decision for decision in compare(game).decisions if decision.step == "lantern-talks")
    assert (table.chosen, table.record, table.same) == ("failed", "whole", False)
    assert game.history[table.seq].move == WALK_OUT


def test_an_open_table_is_no_decision_yet(program: Program) -> None:
    game = opened(program)
    assert [decision.step for decision in compare(game).decisions] == ["opening"] * 3


def test_chance_is_no_decision(program: Program) -> None:
    assert all(decision.seat != "chance" for decision in compare(random_game(program, 3)).decisions)


def test_a_decision_taken_again_is_marked(program: Program) -> None:
    game = opened(program, borrel="send-boats")
    game.undo()
    game.play("corvane", Choose("close-harbours"))
    marked = {decision.seat: decision.retaken for decision in compare(game).decisions}
    assert marked == {"arden": False, "borrel": False, "corvane": True}


def test_the_recorded_deal_is_what_its_moves_come_to(program: Program) -> None:
    light = recorded_deal(program.tables["lantern-talks"].table)
    assert light.outcome == Outcome.WHOLE
    assert light.terms == {"light": "always-lit", "toll": "small", "pilots": "free"}
    fish = recorded_deal(program.tables["fish-talks"].table)
    assert fish.outcome == program.scenario.steps["fish-talks"].body.record.outcome  # type: ignore[union-attr]
    assert fish.terms["shoal"] == "set-aside"


def test_a_partys_last_recorded_offer_is_its_newest_issue_by_issue(program: Program) -> None:
    table = program.tables["lantern-talks"].table
    offer = last_recorded_offer(table, table.parties.index("borrel"))
    assert offer == {"light": "always-lit", "toll": "small", "pilots": "free"}


# The transcript


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_the_transcript_tells_the_whole_path(program: Program, seed: int) -> None:
    game = random_game(program, seed)
    told = json.loads(dumps(transcript(game)))
    assert list(told) == ["scenario", "seed", "moves", "ending", "measures", "interests", "divergence"]
    assert [move["seq"] for move in told["moves"]] == [entry.seq for entry in game.path]
    assert [move["seat"] for move in told["moves"]] == [entry.seat for entry in game.path]
    assert told["ending"] == game.ending()
    assert told["measures"] == game.measures()
    divergence = told["divergence"]
    assert divergence["of"] == len(divergence["decisions"])
    assert divergence["same"] == sum(decision["same"] for decision in divergence["decisions"])
    assert (divergence["first"] is None) == (divergence["same"] == divergence["of"])


def test_interests_are_weighted_means_to_two_decimals(program: Program) -> None:
    game = random_game(program, 11)
    for party, interests in program.scenario.interests.items():
        values = game.interests()[party]
        points = sum(100 * interest.weight * values[interest.id] for interest in interests)
        total = sum(interest.weight for interest in interests)
        exact = points // total + (2 * (points % total) >= total)
        assert transcript(game)["interests"][party] * 100 == pytest.approx(exact)  # type: ignore[index]


@pytest.mark.parametrize(
    ("points", "total", "rounded"),
    [(1, 8, 0.13), (1, 3, 0.33), (2, 3, 0.67), (-1, 8, -0.12), (200, 4, 50.0), (0, 7, 0)],
)
def test_ratios_round_half_up(points: int, total: int, rounded: float) -> None:
    assert rounded_ratio(points, total) == rounded


def test_a_ratio_of_nothing_is_none() -> None:
    assert rounded_ratio(0, 0) is None


def test_an_unfinished_game_has_no_ending(program: Program) -> None:
    assert transcript(opened(program))["ending"] is None
