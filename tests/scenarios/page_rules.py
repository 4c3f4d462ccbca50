"""What the pages of every shipped scenario must keep to, checked on games that are walked page by page.

Nothing is of a later day, papers tell what they are and stay as they were read, advisers differ, sentences join.
What is particular to a scenario stands in its own test file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random

from game.engine.legality import LegalTable
from game.engine.moves import ADJOURN, Move
from game.engine.views import View
from game.present.opening import Opened, Plan, begin, open_scenario
from game.present.page import BriefingPage, ConsequencePage, DecisionPage, Page, TablePage
from game.present.sitting import Sitting
from game.scenario.cast import Confidence, Document
from game.scenario.model import Step
from tests.playing import random_move

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November")
MONTHS = (*MONTHS, "December")
DAY = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)})(?: (\d{{4}}))?\b")
STYLES = ("trades", "holds-out", "record", "concedes-early", "trades")
SHORTEST = 25
"""Letters of a sentence that may not be said twice on a page."""
ADJOURNED = 0.7
"""How often a walk leaves a session that it may adjourn: mostly, so that all sessions are seen."""
Reading = tuple[Sitting, Step | None]
OwnRule = Callable[[Sitting, str], None]


@cache
def opened(scenario: str) -> Opened:
    return open_scenario(scenario)


def games(seats: Sequence[str], short: int = len(STYLES)) -> list[tuple[str, str, str, int]]:
    """Lists games of each seat: full ones in all styles, short ones in the first `short` of them."""
    return [
        (seat, length, style, seed)
        for seat in seats
        for length in ("full", "short")
        for seed, style in enumerate(STYLES[: short if length == "short" else None], 1 if length == "full" else 21)
    ]


def readings(scenario: str, chair: tuple[str, ...], length: str, style: str, seed: int) -> Iterator[Reading]:
    """Plays a game with random moves and stops at each page, with the step that stands there."""
    random = Random(seed)
    sitting = begin(opened(scenario), Plan((chair,), style, seed, length), None).sitting  # type: ignore[arg-type]
    while not sitting.over:
        yield sitting, sitting.game.step
        if isinstance(sitting.page, DecisionPage | TablePage):
            sitting.move(_move(sitting, random))
        else:
            sitting.proceed()


def _move(sitting: Sitting, random: Random) -> Move:
    legal = sitting.game.legal(sitting.party)
    if isinstance(legal, LegalTable) and "adjourn" in legal.kinds and random.random() < ADJOURNED:
        return ADJOURN
    return random_move(sitting.game, sitting.party, random)


def words_of(view: View, document: Document) -> str:
    return " ".join(paragraph.source for paragraph in view.paragraphs(document.text))


def _nothing_more(sitting: Sitting, party: str) -> None:
    """For scenarios without page rules of their own."""


@dataclass(frozen=True, slots=True)
class PageRules:
    """The rules for one scenario.

    A day that is named without its year is of `year` from `first_month` on, and of the next year before it.
    `advice_at_tables` is False where a table shows only advice that fits the moves still open.
    """

    scenario: str
    year: int
    first_month: int = 1
    advice_at_tables: bool = True

    def hold_in(self, chair: tuple[str, ...], length: str, style: str, seed: int, own: OwnRule = _nothing_more) -> int:
        """One walk for all rules, since playing is what takes the time; tells how many agendas were made on it.

        `own` holds each page to what is particular to the scenario, for each party of the chair.
        """
        said: dict[str, str] = {}
        agendas = 0
        desks: dict[str, dict[str, str]] = {party: {} for party in chair}
        for sitting, step in readings(self.scenario, chair, length, style, seed):
            page = sitting.page
            for party in chair:
                own(sitting, party)
                view = sitting.game.view(party)
                desks[party] = _papers_stay_as_they_were_read(view, desks[party])
                _papers_say_whether_they_are_invented(view)
                self._one_office_for_each_member(view)
                if step is not None and not isinstance(page, BriefingPage):
                    self._nothing_is_of_a_later_day(view, step)
            if isinstance(page, DecisionPage | TablePage):
                _nobody_advises_twice(page)
                if isinstance(page, TablePage) and page.nominating:
                    assert len(page.advisers) >= 2, page.step
                    agendas += 1
                if self.advice_at_tables or isinstance(page, DecisionPage):
                    _advisers_differ_and_repeat_nothing(page, said)
                _everything_is_worded(page)
            _sentences_join_and_are_said_once(page)
        assert said
        return agendas

    def days_named(self, text: str) -> Iterator[str]:
        """Yields the days that a text names, as `1939-11-30`."""
        for day, month, year in DAY.findall(text):
            number = MONTHS.index(month) + 1
            yield f"{year or self.year + (number < self.first_month)}-{number:02}-{int(day):02}"

    def _nothing_is_of_a_later_day(self, view: View, step: Step) -> None:
        for document in view.documents():
            named = [document.date, *self.days_named(words_of(view, document))]
            assert max(named) <= (step.until or step.date), f"{document.id} at {step.id}"

    def _one_office_for_each_member(self, view: View) -> None:
        for member in view.scenario.parties[view.viewer].members.values():
            assert len(view.paragraphs(member.role)) == 1, member.id
            told = " ".join(one.source for text in (member.role, member.brief) for one in view.paragraphs(text))
            assert not list(self.days_named(told)), member.id


def _nobody_advises_twice(page: DecisionPage | TablePage) -> None:
    assert len({adviser.name for adviser in page.advisers}) == len(page.advisers), page.step


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
        prose += [words for adviser in page.advisers for words in (adviser.words, adviser.would_change) if words]
        sentences = [one for words in prose for one in re.split(r"(?<=[.?!]) ", words) if len(one) > SHORTEST]
        assert len(sentences) == len(set(sentences)), sentences
    if isinstance(page, ConsequencePage):
        brief = any(action.id == "at-length" for action in page.actions)
        prose += [words for one in page.happened for words in (*one.words, *(one.lines if brief else ()))]
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
