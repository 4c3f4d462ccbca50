"""What a person reads in August 1939: nothing of later days or of another game, papers that tell what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from random import Random

import pytest

from game.engine.game import Game
from game.engine.legality import LegalTable
from game.engine.moves import ADJOURN, Move
from game.engine.views import View
from game.players.match import Match
from game.players.styles import seat_of
from game.present.opening import Opened, Plan, begin, open_scenario
from game.present.page import BriefingPage, ConsequencePage, DecisionPage, Page, TablePage
from game.present.sitting import Sitting
from game.scenario.model import Confidence, Document, Step
from tests.playing import random_move

SEATS = ("soviet-union", "united-kingdom", "france", "poland", "germany")
MONTHS = {"March": 3, "April": 4, "May": 5, "June": 6, "July": 7, "August": 8, "September": 9, "October": 10}
SHORTEST = 25
"""Letters of a sentence that may not be said twice on a page."""
DAY = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)})(?: (\d{{4}}))?\b")
STYLES = ("trades", "holds-out", "record", "concedes-early", "trades")
GAMES = [
    (seat, length, style, seed)
    for seat in SEATS
    for length in ("full", "short")
    for seed, style in enumerate(STYLES, start=1 if length == "full" else 21)
]
Reading = tuple[Sitting, Step | None]


@cache
def opened() -> Opened:
    return open_scenario("pact-1939")


def readings(seat: str, length: str, style: str, seed: int) -> Iterator[Reading]:
    """Plays a game with random moves and stops at each page, with the step that stands there."""
    random = Random(seed)
    sitting = begin(opened(), Plan(((seat,),), style, seed, length), None).sitting  # type: ignore[arg-type]
    while not sitting.over:
        yield sitting, sitting.game.step
        if isinstance(sitting.page, DecisionPage | TablePage):
            sitting.move(_move(sitting, random))
        else:
            sitting.proceed()


def _move(sitting: Sitting, random: Random) -> Move:
    """A random move; most sessions are adjourned, so that all of them are seen."""
    legal = sitting.game.legal(sitting.party)
    if isinstance(legal, LegalTable) and "adjourn" in legal.kinds and random.random() < 0.7:
        return ADJOURN
    return random_move(sitting.game, sitting.party, random)


def day_of(step: Step) -> str:
    return step.until or step.date


def days_named(text: str) -> Iterator[str]:
    for day, month, year in DAY.findall(text):
        number = MONTHS[month]
        yield f"{year or 1939}-{number:02}-{int(day):02}"


def words_of(view: View, document: Document) -> str:
    return " ".join(paragraph.source for paragraph in view.paragraphs(document.text))


@pytest.mark.parametrize(("seat", "length", "style", "seed"), GAMES)
def test_every_page_of_a_game_keeps_the_rules(seat: str, length: str, style: str, seed: int) -> None:
    """One walk for all rules, since playing is what takes the time."""
    said: dict[str, str] = {}
    desk: dict[str, str] = {}
    for sitting, step in readings(seat, length, style, seed):
        view, page = sitting.game.view(seat), sitting.page
        desk = _papers_stay_as_they_were_read(view, desk)
        _papers_say_whether_they_are_invented(view)
        _one_office_for_each_member(view)
        if step is not None and not isinstance(page, BriefingPage):
            _nothing_is_of_a_later_day(view, step)
        if isinstance(page, DecisionPage | TablePage):
            _advisers_differ_and_repeat_nothing(page, said)
            _everything_is_worded(page)
        _sentences_join_and_are_said_once(page)
    assert said


def _nothing_is_of_a_later_day(view: View, step: Step) -> None:
    for document in view.documents():
        named = [document.date, *days_named(words_of(view, document))]
        assert max(named) <= day_of(step), f"{document.id} at {step.id}"


def _one_office_for_each_member(view: View) -> None:
    for member in view.scenario.parties[view.viewer].members.values():
        assert len(view.paragraphs(member.role)) == 1, member.id
        told = " ".join(one.source for text in (member.role, member.brief) for one in view.paragraphs(text))
        assert not list(days_named(told)), member.id


def _everything_is_worded(page: DecisionPage | TablePage) -> None:
    if isinstance(page, TablePage):
        assert page.instructions, page.step
        assert page.parting, page.step
        return
    assert page.question, page.step
    for option in page.options:
        assert option.text, option.id
        assert ". " not in option.text, option.text


def _advisers_differ_and_repeat_nothing(page: DecisionPage | TablePage, said: dict[str, str]) -> None:
    assert len({adviser.recommends for adviser in page.advisers}) >= 2, page.step
    for adviser in page.advisers:
        assert said.setdefault(f"{adviser.name}: {adviser.words}", page.step) == page.step, adviser.words


def _sentences_join_and_are_said_once(page: Page) -> None:
    prose: list[str] = []
    if isinstance(page, DecisionPage | TablePage):
        prose += [*page.situation, *(page.instructions if isinstance(page, TablePage) else ())]
        prose += [words for adviser in page.advisers for words in (adviser.words, adviser.would_change)]
        sentences = [one for words in prose for one in re.split(r"(?<=[.?!]) ", words) if len(one) > SHORTEST]
        assert len(sentences) == len(set(sentences)), sentences
    if isinstance(page, ConsequencePage):
        prose += [words for one in page.happened for words in one.words]
    for words in prose:
        assert not re.search(r"\.\.|[?!]\.|,\.|\s[.,;]|  |\{|\}", words), words
        assert words[-1] in ".!?*", words


def _papers_say_whether_they_are_invented(view: View) -> None:
    for document in view.documents():
        invented = document.confidence is Confidence.INVENTED
        assert words_of(view, document).startswith("In this game") == invented, document.id


def _papers_stay_as_they_were_read(view: View, before: dict[str, str]) -> dict[str, str]:
    now = {document.id: words_of(view, document) for document in view.documents()}
    assert {id_: now.get(id_) for id_ in before} == before
    return now


@pytest.mark.parametrize("seat", SEATS)
@pytest.mark.parametrize("length", ["full", "short"])
def test_the_first_brief_is_of_the_first_day(seat: str, length: str) -> None:
    sitting = next(readings(seat, length, "trades", 1))[0]
    while not isinstance(sitting.page, BriefingPage):
        sitting.proceed()
    dates = {opened().scenario.documents[line.id].date for line in sitting.page.documents}
    assert dates
    assert max(dates) <= "1939-08-11"


@pytest.mark.parametrize("seed", range(4))
def test_the_recorded_path_has_every_real_paper_and_none_that_is_invented(seed: int) -> None:
    scenario = opened().scenario
    game = Game.start(scenario, seed, follow_record=True)
    Match(game, {party: seat_of("record") for party in scenario.parties}).advance()
    on_desks = {document.id for document in game.view("facilitator").documents()}
    real = {one.id for one in scenario.documents.values() if one.confidence is not Confidence.INVENTED}
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
    return list(opened().scenario.variables[name].values)[game.values()[name]]


def prose_of(page: Page) -> str:
    if isinstance(page, DecisionPage | TablePage):
        return " ".join(page.situation)
    return " ".join(words for one in page.happened for words in one.words) if isinstance(page, ConsequencePage) else ""


@pytest.mark.parametrize("seat", SEATS)
@pytest.mark.parametrize("seed", range(31, 35))
def test_nothing_is_told_that_did_not_happen_and_the_secret_papers_stay_with_their_signers(
    seat: str, seed: int
) -> None:
    for sitting, _ in readings(seat, "full", "trades", seed):
        prose, game = prose_of(sitting.page), sitting.game
        for sentence, (name, values) in SAID_ONLY_IF.items():
            assert sentence not in prose or named(game, name) in values, sentence
        if seat not in SIGNERS:
            read = {document.id for document in game.view(seat).documents() if words_of(game.view(seat), document)}
            assert read.isdisjoint(SECRET)


@pytest.mark.parametrize("seat", sorted(set(SEATS) - SIGNERS))
@pytest.mark.parametrize("seed", range(3))
def test_who_did_not_sign_the_page_does_not_see_its_line_or_its_lands(seat: str, seed: int) -> None:
    game = Game.start(opened().scenario, seed, follow_record=True)
    Match(game, {party: seat_of("record") for party in opened().scenario.parties}).advance()
    told = game.view(seat)
    assert {document.id for document in told.documents() if words_of(told, document)}.isdisjoint(SECRET)
    assert "the-page" in {document.id for document in game.view("germany").documents()}


def test_overriding_warsaw_is_told_in_every_ending() -> None:
    for ending in opened().scenario.endings.values():
        ids = {paragraph.id for paragraph in ending.text.paragraphs}
        assert {"over-warsaw", "over-studies", "over-yes", "over-danzig"} <= ids, ending.id
