"""The staff's estimate as a page: figures of imagined games in words, the policy, and what advisers make of it."""

from dataclasses import replace
from random import Random

import pytest

from game.engine.game import Game
from game.engine.legality import LegalChoice
from game.engine.moves import Choose
from game.errors import MoveRefused
from game.present.languages import speech_in
from game.present.reader import Reader
from game.present.staff import staff_page, told_once
from game.present.staff_parts import Expectation, Likelihood, StaffPage
from tests.kept import SHIPPED, kept_program
from tests.playing import random_move


def page_of(game: Game, language: str = "en") -> StaffPage:
    party = game.pending[0]
    return staff_page(Reader(game.scenario, game.view(party), speech_in(language)), game)


@pytest.fixture(scope="module", params=SHIPPED)
def game(request: pytest.FixtureRequest) -> Game:
    return Game(kept_program(request.param), 1)


def test_every_option_stands_in_the_order_in_which_it_is_shown(game: Game) -> None:
    page, party = page_of(game), game.pending[0]
    assert game.step
    assert [option.id for option in page.options] == list(game.view(party).options_in_order(game.step.id, party))
    assert [option.number for option in page.options] == list(range(1, len(page.options) + 1))


def test_odds_of_all_endings_come_to_a_hundred(game: Game) -> None:
    for option in page_of(game).options:
        assert 98 <= sum(ending.share for ending in option.endings) <= 103
        told = [ending.share for ending in option.endings if ending.ending]
        assert told == sorted(told, reverse=True)
        assert option.low <= option.middle <= option.high
        assert option.low - 1 <= option.mean <= option.high + 1


def test_advisers_tell_the_figure_and_their_conviction(game: Game) -> None:
    page = page_of(game)
    means = {option.text: round(option.mean) for option in page.options}
    for adviser in page.advisers:
        named = next(text for text in means if f"*{text}*" in adviser.words)
        assert f"{means[named]} of 100" in adviser.words
        assert adviser.conviction
    best = max(page.options, key=lambda option: option.mean)
    for adviser in page.advisers:
        assert ("bear that out" in adviser.words) == (f"*{best.text}*" in adviser.words)


def test_the_figure_that_advisers_name_stands_with_each_option(game: Game) -> None:
    assert all(f"{option.mean:.0f} on average" in option.words for option in page_of(game).options if option.enabled)


def test_odds_have_their_figure_beside_the_word(game: Game) -> None:
    endings = [ending for option in page_of(game).options for ending in option.endings]
    assert all(f"({one.share} of 100 games)" in one.words or one.words == "in every game imagined" for one in endings)


def test_the_policy_and_the_number_of_games_are_said(game: Game) -> None:
    page = page_of(game)
    assert any(word.replace(",", "").isdecimal() for word in page.policy[0].split())
    assert "model" in page.caution[-1]


def test_the_same_game_gives_the_same_page(game: Game) -> None:
    assert page_of(game) == page_of(game)


@pytest.mark.parametrize("language", ["en", "th"])
def test_it_is_read_in_either_language(game: Game, language: str) -> None:
    page = page_of(game, language)
    words = [*page.policy, *page.caution, *(option.words for option in page.options)]
    words += [ending.words for option in page.options for ending in option.endings]
    thai = [any("\u0e00" <= sign <= "\u0e7f" for sign in line) for line in words]
    assert all(thai) if language == "th" else not any(thai)


def test_a_table_has_no_estimate() -> None:
    game = Game(kept_program("finland-1939"), 1)
    while game.step and game.step.id != "kremlin-talks":
        party = game.pending[0]
        legal = game.legal(party)
        assert isinstance(legal, LegalChoice)
        game.play(party, next(Choose(option.id) for option in legal.options if option.legal))
    with pytest.raises(MoveRefused, match="there is none to make here"):
        page_of(game)


def test_an_ending_that_rests_on_what_a_party_may_not_know_is_not_named_to_it() -> None:
    program = kept_program("pact-1939")
    title = program.scenario.endings["pact-and-page"].title.paragraphs[0].source
    told: dict[str, set[str]] = {}
    for seed in range(4):
        game = Game(program, seed)
        while not game.over and len(told) < 2:
            party = game.pending[0]
            if isinstance(game.legal(party), LegalChoice) and party in ("soviet-union", "united-kingdom"):
                page = page_of(game)
                told.setdefault(party, set()).update(one.title for option in page.options for one in option.endings)
            game.play(party, random_move(game, party, Random(seed)))
    assert title in told["soviet-union"]
    assert title not in told["united-kingdom"]


def test_every_ending_that_is_named_is_explained_once(game: Game) -> None:
    page = page_of(game)
    named = {one.title for option in page.options for one in option.endings if one.ending}
    assert {title for title, _ in page.meanings} == named
    assert len(page.meanings) == len(named)
    assert all(gist.endswith(".") for _, gist in page.meanings)


def test_figures_that_repeat_those_of_an_earlier_option_are_said_to_be_alike() -> None:
    ending = Likelihood("peace", "Peace", "likely (80 of 100 games)", 80)
    first = Expectation("a", 1, "A", True, "40 to 60", 40, 60, 50, 50.0, (ending,))
    other = replace(first, id="c", number=3, words="30 to 60", low=30)
    closed = Expectation("d", 4, "D", False, "40 to 60", 0, 0, 0, 0.0, ())
    told = told_once([first, replace(first, id="b", number=2), other, closed], speech_in("en"))
    assert [one.endings for one in told] == [(ending,), (), (ending,), ()]
    assert told[1].words.startswith("Its figures are those of option 1") and told[1].low == 40
    assert (told[0], *told[2:]) == (first, other, closed)
