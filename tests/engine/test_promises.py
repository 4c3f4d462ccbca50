"""A promise falls due once, where its step stands in the calendar, whether that step takes place or not."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from game.analysis.reach import reached_steps
from game.engine.game import Game
from game.engine.happenings import Happening
from game.engine.moves import Choose
from game.scenario.cast import PromiseState
from tests.oracle.driver import random_move
from tests.oracle.game import OracleGame
from tests.scenarios.small import choice, do, news, small

WAR = 'variables: {war: {name: "War", values: [none, raging]}, calm: {name: "Calm", range: 0..9, start: 5}}'
PACT = """
promises:
  pact:
    {by: arden, to: [borrel, corvane], due: december-attack, kept-when: "war == none", SECRET
     kept: 7, broken: 30, text: "No attack."}
documents:
  orders:
    {title: "Orders", date: 1925-05-01, at: december-attack, text: "Attack.", sources: [made-up], confidence: firm}
"""
STEPS = (
    news("treaty", effects=do("make pact"))
    + choice(
        "plan",
        "arden",
        'wait: {text: "Wait"}, strike: {text: "Strike", effects: [' + do("war = raging") + "]}, later: {text: Late}",
        record="wait",
    )
    + news("december-attack", more='when: "choice.plan == later"', effects=do("war = raging"))
    + choice("after", "borrel", 'rest: {text: "Rest"}, worry: {text: "Worry"}', record="rest")
)
KEPT, BROKEN = PromiseState.KEPT, PromiseState.BROKEN


def played(folder: Path, plan: str, secret: str = "") -> Game:
    """The game after the plan, with the oracle's own game beside it."""
    more = WAR + PACT.replace("SECRET", secret)
    program = small(folder, STEPS, parties="arden borrel corvane", more=more)
    game, oracle = Game(program), OracleGame(program.scenario)
    game.play("arden", Choose(plan))
    oracle.play("arden", Choose(plan))
    assert game.values() == oracle.state
    return game


def of_promise(game: Game, viewer: str) -> list[Happening]:
    return [one for one in game.view(viewer).happenings() if one.kind == "promise"]


@pytest.mark.parametrize(
    ("plan", "state", "standing"), [("wait", KEPT, 57), ("strike", BROKEN, 20), ("later", BROKEN, 20)]
)
def test_it_is_judged_where_its_step_stands_also_when_that_is_skipped(
    plan: str, state: PromiseState, standing: int, tmp_path: Path
) -> None:
    values = played(tmp_path, plan).values()
    assert values["promise.pact"] == state
    assert values["standing.arden.borrel"] == values["standing.arden.corvane"] == standing


def test_a_skipped_step_where_it_fell_due_has_not_been_reached(tmp_path: Path) -> None:
    game = played(tmp_path, "strike")
    assert of_promise(game, "borrel")
    assert "december-attack" not in reached_steps(game)
    assert game.view("borrel").documents() == ()
    took_place = played(tmp_path, "later")
    assert "december-attack" in reached_steps(took_place)
    assert [document.id for document in took_place.view("borrel").documents()] == ["orders"]


def test_a_secret_promise_is_told_to_its_signers_alone(tmp_path: Path) -> None:
    secret = PACT.replace("borrel, corvane", "borrel").replace("SECRET", "secret: true,")
    program = small(tmp_path, STEPS, parties="arden borrel corvane", more=WAR + secret)
    game = Game(program)
    game.play("arden", Choose("strike"))
    for viewer in ("arden", "borrel", "facilitator"):
        (told,) = of_promise(game, viewer)
        assert {account.column for account in told.accounts} == {"promise.pact", "standing.arden.borrel"}
    for viewer in ("corvane", "public"):
        assert of_promise(game, viewer) == []
        happenings = game.view(viewer).happenings()
        (account,) = [a for one in happenings for a in one.accounts if a.column == "standing.arden.borrel"]
        assert [(item.amount, item.because, item.kind) for item in account.items] == [(-30, None, "untold")]


def test_one_that_nobody_made_is_not_settled_and_one_made_late_stays_open(tmp_path: Path) -> None:
    never = STEPS.replace('pact", because', 'pact", when: "calm == 0", because')
    late = never + news("too-late", effects=do("make pact"))
    program = small(tmp_path, late, parties="arden borrel corvane", more=WAR + PACT.replace("SECRET", ""))
    game, oracle = Game(program), OracleGame(program.scenario)
    random = Random(1)
    while not oracle.over:
        party = oracle.pending[0]
        move = random_move(oracle, party, random)
        game.play(party, move)
        oracle.play(party, move)
    assert game.values() == oracle.state
    assert game.values()["promise.pact"] == PromiseState.OPEN
    assert not of_promise(game, "arden")
