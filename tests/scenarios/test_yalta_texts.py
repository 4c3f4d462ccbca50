"""What a person reads in Yalta 1945: nothing from later days, papers that tell what they are, sentences that join."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from random import Random

import pytest

from game.engine.game import Game
from game.engine.legality import LegalTable
from game.engine.moves import ADJOURN, Choose, Move
from game.engine.views import View
from game.players.match import Match, decided
from game.players.styles import seat_of
from game.present.opening import Opened, Plan, begin, open_scenario
from game.present.page import BriefingPage, ConsequencePage, DecisionPage, Page, TablePage
from game.present.quantities import column_name
from game.present.sitting import Sitting
from game.scenario.model import Confidence, Document, Step, Table

SEATS = ("united-states", "united-kingdom", "soviet-union")
FIRST_DAY = "1945-02-03"
"""The day on which each side's first page stands, at the latest."""
MONTHS = {"January": 1, "February": 2, "March": 3, "April": 4, "May": 5, "June": 6, "July": 7, "August": 8}
MONTHS |= {"September": 9, "October": 10, "November": 11, "December": 12}
SHORTEST = 25
"""Letters of a sentence that may not be said twice on a page."""
DAY = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)})(?: (\d{{4}}))?\b")
STYLES = ("trades", "holds-out", "record", "concedes-early", "trades")
GAMES = [
    (seat, length, style, seed)
    for seat in SEATS
    for length in ("full", "short")
    for seed, style in enumerate(STYLES if length == "full" else STYLES[:3], start=1 if length == "full" else 21)
]
Reading = tuple[Sitting, Step | None]


@cache
def opened() -> Opened:
    return open_scenario("yalta-1945")


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
    if not isinstance(legal, LegalTable):
        return Choose(random.choice([option.id for option in legal.options if option.legal]))
    return decided(seat_of("random"), sitting.game.ask(sitting.party), sitting.game.seat_stream(sitting.party))


def day_of(step: Step) -> str:
    return step.until or step.date


def days_named(text: str) -> Iterator[str]:
    for day, month, year in DAY.findall(text):
        number = MONTHS[month]
        yield f"{year or (1944 if number >= 9 else 1945)}-{number:02}-{int(day):02}"


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
    """A table page shows only the advice that fits the moves still open; tables are checked in the file."""
    if isinstance(page, TablePage):
        return
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


def test_at_each_table_two_of_a_delegation_say_different_things() -> None:
    scenario = opened().scenario
    for step in scenario.steps.values():
        if isinstance(step.body, Table):
            for party in set(step.body.parties) & set(SEATS):
                members = scenario.parties[party].members
                said = {advice.recommends for advice in step.body.advice if advice.member in members}
                assert len(said) >= 2, f"{step.id} {party}"


@pytest.mark.parametrize("seat", SEATS)
def test_while_the_agenda_is_made_two_of_a_delegation_speak(seat: str) -> None:
    pages = [sitting.page for sitting, _ in readings(seat, "full", "trades", 1)]
    opened_sessions = [page for page in pages if isinstance(page, TablePage) and page.nominating]
    assert opened_sessions
    assert all(len(page.advisers) >= 2 for page in opened_sessions)


def test_once_something_is_initialled_parting_is_not_said_to_lose_it() -> None:
    sitting = begin(opened(), Plan((("united-states",),), "trades", 3, "full"), None).sitting
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
    scenario, speech = opened().scenario, opened().speech
    name = column_name(scenario, speech, "standing.united-kingdom.poland")
    assert name == "Standing, the United Kingdom in the eyes of Poland"


@pytest.mark.parametrize("seat", SEATS)
@pytest.mark.parametrize("length", ["full", "short"])
def test_the_first_brief_is_of_the_first_day(seat: str, length: str) -> None:
    sitting = next(readings(seat, length, "trades", 1))[0]
    while not isinstance(sitting.page, BriefingPage):
        sitting.proceed()
    dates = {opened().scenario.documents[line.id].date for line in sitting.page.documents}
    assert dates
    assert max(dates) <= FIRST_DAY


@pytest.mark.parametrize("seed", range(4))
def test_the_recorded_path_has_every_real_paper_and_none_that_is_invented(seed: int) -> None:
    scenario = opened().scenario
    game = Game.start(scenario, seed, follow_record=True)
    Match(game, {party: seat_of("record") for party in scenario.parties}).advance()
    on_desks = {document.id for document in game.view("facilitator").documents()}
    real = {one.id for one in scenario.documents.values() if one.confidence is not Confidence.INVENTED}
    assert on_desks == real
