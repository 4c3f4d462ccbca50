"""What a person reads in August 1939: nothing of later days or of another game, papers that tell what they are."""

from __future__ import annotations

from functools import cache

import pytest

from game.engine.game import Game
from game.players.match import Match
from game.players.styles import seat_of
from game.present.page import BriefingPage, ConsequencePage, DecisionPage, Page, TablePage
from game.present.sitting import Sitting
from game.scenario.cast import Confidence
from tests.scenarios.page_rules import PageRules, games, opened, readings, words_of

SEATS = ("soviet-union", "united-kingdom", "france", "poland", "germany")
RULES = PageRules("pact-1939", 1939)


@pytest.mark.parametrize("seat", SEATS)
@pytest.mark.parametrize("length", ["full", "short"])
def test_the_first_brief_is_of_the_first_day(seat: str, length: str) -> None:
    sitting = next(readings(RULES.scenario, (seat,), length, "trades", 1))[0]
    while not isinstance(sitting.page, BriefingPage):
        sitting.proceed()
    dates = {opened(RULES.scenario).scenario.documents[line.id].date for line in sitting.page.documents}
    assert dates
    assert max(dates) <= "1939-08-11"


@cache
def on_the_record(seed: int) -> Game:
    """Plays the record to its end."""
    game = Game.start(opened(RULES.scenario).scenario, seed, follow_record=True)
    Match(game, {party: seat_of("record") for party in game.scenario.parties}).advance()
    return game


@pytest.mark.parametrize("seed", range(4))
def test_the_recorded_path_has_every_real_paper_and_none_that_is_invented(seed: int) -> None:
    on_desks = {document.id for document in on_the_record(seed).view("facilitator").documents()}
    documents = opened(RULES.scenario).scenario.documents.values()
    real = {one.id for one in documents if one.confidence is not Confidence.INVENTED}
    assert on_desks == real


SIGNERS = {"soviet-union", "germany"}
SECRET = {"the-page", "another-page", "note-of-the-17th", "another-note", "soviet-draft", "letter-to-stalin"}
SAID_ONLY_IF: dict[str, tuple[str, set[str]]] = {
    "credit agreement on its front page": ("credit", {"signed"}),
    "The credit is signed": ("credit", {"signed"}),
    "Pravda prints the treaty": ("pact", {"signed"}),
    "lies a convention with three signatures": ("convention", {"signed", "broken"}),
    "The French general may sign. He says so, twice": ("french-orders", {"may-sign"}),
    "Moscow has signed with Berlin": ("pact", {"signed"}),
    "Rome will march": ("rome", {"with-berlin"}),
    "In Danzig the flags were hung out": ("settlement", {"city"}),
}
"""Sentences that tell what not every game has, and what must hold in the game where they are read."""


def named(game: Game, name: str) -> str:
    return list(opened(RULES.scenario).scenario.variables[name].values)[game.values()[name]]


def prose_of(page: Page) -> str:
    if isinstance(page, DecisionPage | TablePage):
        return " ".join(page.situation)
    return " ".join(words for one in page.happened for words in one.words) if isinstance(page, ConsequencePage) else ""


def nothing_is_told_that_did_not_happen_or_is_secret(sitting: Sitting, seat: str) -> None:
    prose, game = prose_of(sitting.page), sitting.game
    for sentence, (name, values) in SAID_ONLY_IF.items():
        assert sentence not in prose or named(game, name) in values, sentence
    if seat not in SIGNERS:
        read = {document.id for document in game.view(seat).documents() if words_of(game.view(seat), document)}
        assert read.isdisjoint(SECRET)


@pytest.mark.parametrize(("seat", "length", "style", "seed"), games(SEATS))
def test_every_page_of_a_game_keeps_the_rules_and_tells_nothing_that_did_not_happen_or_is_secret(
    seat: str, length: str, style: str, seed: int
) -> None:
    RULES.hold_in((seat,), length, style, seed, nothing_is_told_that_did_not_happen_or_is_secret)


@pytest.mark.parametrize("seat", sorted(set(SEATS) - SIGNERS))
@pytest.mark.parametrize("seed", range(3))
def test_who_did_not_sign_the_page_does_not_see_its_line_or_its_lands(seat: str, seed: int) -> None:
    game = on_the_record(seed)
    told = game.view(seat)
    assert {document.id for document in told.documents() if words_of(told, document)}.isdisjoint(SECRET)
    assert "the-page" in {document.id for document in game.view("germany").documents()}


def test_overriding_warsaw_is_told_in_every_ending() -> None:
    for ending in opened(RULES.scenario).scenario.endings.values():
        ids = {paragraph.id for paragraph in ending.text.paragraphs}
        assert {"over-warsaw", "over-studies", "over-yes", "over-danzig"} <= ids, ending.id
