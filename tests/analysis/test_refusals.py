"""What was turned down last at a table that came to nothing, and whether leaving was worth more."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.analysis.refusals import Refusal, refusals
from game.engine.compiler import compile_scenario
from game.engine.game import Game
from game.engine.moves import ACCEPT, ADJOURN, WALK_OUT, propose
from game.present.debrief import debrief
from game.present.english import english
from game.scenario.loader import load
from tests.present.debriefs import cases
from tests.scenarios.small import write_small
from tests.scenarios.talks import TALKS

FAIR, ARDENS, BORRELS = (
    {"light": "lit", "toll": "barrel"},
    {"light": "dark", "toll": "barrel"},
    {"light": "lit", "toll": "none"},
)


@pytest.fixture
def game(tmp_path: Path) -> Game:
    return Game(compile_scenario(load(write_small(tmp_path, TALKS))), 1)


def test_a_package_worth_less_than_leaving_is_told_as_that(game: Game) -> None:
    for party, move in (("arden", propose(ARDENS)), ("borrel", propose(BORRELS)), ("arden", WALK_OUT)):
        game.play(party, move)
    assert refusals(game, "talks") == (
        Refusal("arden", "borrel", worth=0, least=10, asked=None, turns=0),
        Refusal("borrel", "arden", worth=0, least=10, asked=100, turns=2),
    )
    (case,) = cases(debrief(game, english()), "tables")
    told = " ".join(case.paragraphs)
    assert "It was worth 0 of 100 to Arden, and leaving 10. To sign it would have been worse than to leave." in told


def test_whoever_held_out_for_more_than_leaving_is_told_for_what_and_on_how_many_turns_it_counted(game: Game) -> None:
    for party, move in (("arden", propose(FAIR)), ("borrel", propose(BORRELS)), ("arden", WALK_OUT)):
        game.play(party, move)
    assert refusals(game, "talks")[1] == Refusal("borrel", "arden", 50, 10, 100, 2)
    (case,) = cases(debrief(game, english()), "tables")
    assert (
        "What Borrel turned down last was a package of Arden. It was worth 50 of 100 to Borrel, and leaving 10. That "
        "was no less than leaving, but it held out for 100 of 100. It counted on 2 more turns to get it, which "
        "never came." in case.paragraphs
    )


def test_of_talks_that_agreed_nothing_is_told(game: Game) -> None:
    for party, move in (("arden", ADJOURN), ("arden", propose(FAIR)), ("borrel", ACCEPT)):
        game.play(party, move)
    assert refusals(game, "talks") == ()
