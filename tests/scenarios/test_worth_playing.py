"""What makes a scenario worth playing, checked for every scenario on the shelf.

How words and decisions are counted, `tests.scenarios.reading` says. A side leads that decides something before or at
the first table; the others enter late. The bounds of a path are held by the recorded one and, in the middle of twenty
random ones, where some part early by their own choice, by those too; none of these may be longer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from statistics import median_low

import numpy as np
import pytest
from numpy.typing import NDArray

from game.engine.chance import Keys, game_keys
from game.engine.game import Game
from game.engine.program import Program
from game.players.match import Length, Match
from game.present.news import Chair
from game.present.opening import Opened, open_scenario
from game.scenario.cast import Text
from game.scenario.model import Chance, Choice, Dispatch, Scenario, Step
from game.scenario.table_rules import Table
from tests.kept import SHIPPED, kept_program
from tests.scenarios.led import Branches, branches, played, seats
from tests.scenarios.reading import Walk, chairs, walk

WORDS, DECISIONS, FEWEST_LATE = (2_500, 6_000), (8, 20), 4
WORDS_A_MINUTE, SHORT_MINUTES = 180, 30
PATHS, BRANCHED = 20, 200
SEEDS = 200
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November")
MONTHS = (*MONTHS, "December")
DAY = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)})(?: (\d{{4}}))?\b")
HALF_A_YEAR = 6
PLANNED = {
    ("western", "1940-03-20"),
    ("february-terms", "1940-03-01"),
    ("helsinki-march", "1940-03-12"),
    ("last-days", "1939-09-05"),
}
"""Days to come that somebody may name at a step, each read here as a plan or a limit and not as news."""
SURE = 3.0
"""Standard errors by which one option must be better than another to count as better."""
everywhere = pytest.mark.parametrize("scenario", SHIPPED)


@cache
def opened(scenario: str) -> Opened:
    return open_scenario(scenario)


@cache
def program(scenario: str) -> Program:
    return kept_program(scenario)


@cache
def recorded(scenario: str) -> Walk:
    return walk(opened(scenario), 0, on_record=True)


def choices(scenario: Scenario) -> Iterator[tuple[Step, str, Choice]]:
    for step in scenario.steps.values():
        if isinstance(step.body, Mapping):
            yield from ((step, party, choice) for party, choice in step.body.items())


def leading(scenario: Scenario) -> set[str]:
    found: set[str] = set()
    for step in scenario.steps.values():
        if isinstance(step.body, Mapping):
            found |= set(step.body)
        if isinstance(step.body, Table):
            return found | set(step.body.parties)
    return found


def is_leading(scenario: str, chair: Chair) -> bool:
    return not leading(opened(scenario).scenario).isdisjoint(chair)


# What is read and decided


@everywhere
def test_the_recorded_path_is_neither_thin_nor_long_for_a_leading_side(scenario: str) -> None:
    paths = {chair: path.words for chair, path in recorded(scenario).paths.items() if is_leading(scenario, chair)}
    assert {chair: words for chair, words in paths.items() if not WORDS[0] <= words <= WORDS[1]} == {}


@everywhere
def test_a_side_decides_often_enough_and_not_too_often_on_the_recorded_path(scenario: str) -> None:
    for chair, path in recorded(scenario).paths.items():
        least = DECISIONS[0] if is_leading(scenario, chair) else FEWEST_LATE
        assert least <= len(path.decisions) <= DECISIONS[1], chair


@everywhere
@pytest.mark.parametrize("length", ["full", "short"])
def test_a_game_is_read_within_the_minutes_that_its_file_states(scenario: str, length: Length) -> None:
    stated = opened(scenario).scenario
    minutes = stated.minutes_full if length == "full" else stated.minutes_short
    paths = walk(opened(scenario), 0, length, on_record=True).paths
    assert max(path.words for path in paths.values()) <= minutes * WORDS_A_MINUTE


@everywhere
def test_a_short_game_takes_no_more_than_half_the_minutes_and_less_than_one_lesson(scenario: str) -> None:
    stated = opened(scenario).scenario
    assert stated.minutes_short <= min(stated.minutes_full // 2, SHORT_MINUTES)


@everywhere
def test_random_paths_are_neither_thin_nor_long_and_every_page_of_a_choice_has_advisers_who_differ(
    scenario: str,
) -> None:
    """One test for both, since walking is what takes the time; each walk is a path of every side that leads."""
    led = [chair for chair in chairs(opened(scenario)) if is_leading(scenario, chair)]
    walks = [walk(opened(scenario), seed) for seed in range(-(-PATHS // len(led)))]
    for chair in chairs(opened(scenario)):
        paths = [one.paths[chair] for one in walks]
        if is_leading(scenario, chair):
            assert max(path.words for path in paths) <= WORDS[1], chair
            assert median_low([path.words for path in paths]) >= WORDS[0], chair
        assert max(len(path.decisions) for path in paths) <= DECISIONS[1], chair
        steps = opened(scenario).scenario.steps
        chosen = [(at, advised) for path in paths for at, advised in path.advised.items()]
        alone = {at for at, advised in chosen if isinstance(steps[at[0]].body, Mapping) and len(advised) < 2}
        assert alone == set(), chair


@everywhere
def test_the_short_game_asks_for_fewer_decisions_and_is_a_game_by_the_same_rules(scenario: str) -> None:
    short = walk(opened(scenario), 0, "short", on_record=True)
    for chair, path in recorded(scenario).paths.items():
        assert 0 < len(short.paths[chair].decisions) < len(path.decisions), chair
    again, stopped = Game.replay(program(scenario), short.game.path, 0, follow_record=True)
    assert stopped is None
    assert again.values() == short.game.values()


# What the file holds


@everywhere
def test_at_each_choice_two_advisers_of_the_party_recommend_different_options(scenario: str) -> None:
    for step, party, choice in choices(opened(scenario).scenario):
        recommended = {advice.recommends for advice in choice.advice}
        assert len(recommended) >= 2, f"{step.id} {party}"
        assert recommended <= set(choice.options), f"{step.id} {party}"
        assert {advice.member for advice in choice.advice} <= set(opened(scenario).scenario.parties[party].members)


@everywhere
def test_no_adviser_and_no_option_knows_of_a_later_day_than_its_step(scenario: str) -> None:
    later = []
    for step, party, choice in choices(opened(scenario).scenario):
        texts = [text for advice in choice.advice for text in (advice.text, advice.would_change)]
        for option in choice.options.values():
            texts += [text for text in (option.text, option.detail, option.advocate, option.costs) if text]
        later += [
            (step.id, party, day) for text in texts for day in days(text, step) if day > (step.until or step.date)
        ]
    assert [(step, day) for step, _, day in later if (step, day) not in PLANNED] == []


def days(text: Text, step: Step) -> Iterator[str]:
    """Yields the days a text names; one without a year is of the step's own, or of the year that is nearer."""
    own, now = int(step.date[:4]), int(step.date[5:7])
    for paragraph in text.paragraphs:
        for day, name, year in DAY.findall(paragraph.source):
            month = MONTHS.index(name) + 1
            nearest = own + (month - now < -HALF_A_YEAR) - (month - now > HALF_A_YEAR)
            yield f"{year or nearest}-{month:02}-{int(day):02}"


@everywhere
def test_the_shelf_is_told_what_is_met_and_the_class_what_to_ask(scenario: str) -> None:
    file = opened(scenario).scenario
    assert all((file.content_note.paragraphs, file.questions, file.record.chapter, file.voices, file.sources))
    assert len(file.endings) >= 5
    assert len(file.measures) >= 8
    assert set(file.record.measures) == set(file.measures)


@everywhere
def test_each_side_has_a_brief_interests_and_members_of_their_own_mind(scenario: str) -> None:
    file = opened(scenario).scenario
    for party in file.parties.values():
        assert party.brief.paragraphs, party.id
        assert len({interest.id for interest in file.interests[party.id]}) >= 2, party.id
        assert len(party.members) >= (2 if party.playable else 1), party.id
        briefs = [paragraph.source for member in party.members.values() for paragraph in member.brief.paragraphs]
        assert len(briefs) == len(set(briefs)) >= len(party.members), party.id
        convictions = [member.conviction.paragraphs[0].source for member in party.members.values()]
        assert len(set(convictions)) == len(party.members), party.id


@everywhere
def test_every_statement_of_fact_names_its_sources(scenario: str) -> None:
    file = opened(scenario).scenario
    bare = [step.id for step in file.steps.values() if not step.sources and not all(_sources(step))]
    bare += [one.id for one in (*file.documents.values(), *file.endings.values(), *file.voices) if not one.sources]
    bare += [f"{party} {one.id}" for party, own in file.interests.items() for one in own if not one.sources]
    bare += [f"measure {measure}" for measure, one in file.record.measures.items() if not one.sources]
    assert bare == []


def _sources(step: Step) -> Iterator[tuple[str, ...]]:
    """Yields the sources of everything that a step without sources of its own states."""
    match step.body:
        case Chance(outcomes=outcomes):
            yield from (outcome.sources for outcome in outcomes.values())
        case Table(issues=issues, record=record):
            yield record.sources
            yield from (option.sources for issue in issues.values() for option in issue.options.values())
        case Dispatch():
            yield ()
        case Mapping():
            for choice in step.body.values():
                yield choice.record.sources
                yield from (option.sources for option in choice.options.values())


# What is hidden


@everywhere
def test_a_seal_changes_which_option_of_some_choice_is_best(scenario: str) -> None:
    """For one interest, or all by their weights, the option that is best under one reading is not so under another."""
    rules = program(scenario)
    found = (change for one in branches(rules, BRANCHED, 0, seats(rules, "random")) for change in changes(rules, one))
    assert next(found, None) is not None


def changes(rules: Program, one: Branches) -> Iterator[str]:
    """Yields where what is sealed turns the order of two options, the same games compared, beyond doubt."""
    interests = rules.scenario.interests[one.party]
    weights = np.vstack([[interest.weight for interest in interests], np.eye(len(interests), dtype=np.int64)])
    for seal in (step.chance.sealed for step in rules.steps if step.chance and step.chance.sealed is not None):
        column = one.columns[seal]
        rows = {int(value): column == value for value in np.unique(column)}
        for number, weight in enumerate(weights):
            worth = np.tensordot(one.values, weight, axes=([1], [0]))
            best = {value: int(worth[:, at].mean(axis=1).argmax()) for value, at in rows.items() if at.sum() >= 20}
            for first, mine in best.items():
                for other, theirs in best.items():
                    gain = worth[mine] - worth[theirs]
                    if mine != theirs and surely(gain[rows[first]]) and surely(-gain[rows[other]]):
                        interest = interests[number - 1].id if number else "all by weight"
                        yield f"{one.step} {one.party} ({interest}): {rules.names[seal]} {first} / {other}"


def surely(gains: NDArray[np.float64]) -> bool:
    """Whether the mean is above nothing by more than chance explains."""
    return bool(gains.mean() > SURE * gains.std() / np.sqrt(len(gains)))


# Whatever is played


@everywhere
def test_no_random_game_of_two_hundred_seeds_raises(scenario: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The seeds are played side by side; every twentieth game again alone and told, where accounts must sum."""
    rules, one = program(scenario), np.zeros(1, np.int64)
    keys = [game_keys(seed, one) for seed in range(SEEDS)]
    together = Keys(np.concatenate([key.first for key in keys]), np.concatenate([key.second for key in keys]))
    with monkeypatch.context() as patched:
        patched.setattr("game.engine.world.game_keys", lambda seed, games: together)
        endings = played(rules, SEEDS, 0, seats(rules, "random")).endings().tolist()
    assert min(endings) >= 1
    for seed in range(0, SEEDS, 20):
        alone = Game(rules, seed)
        Match(alone, seats(rules, "random")).advance()
        assert list(rules.scenario.endings)[endings[seed] - 1] == alone.ending(), f"seed {seed}"
        for account in (account for happening in alone.happenings for account in happening.accounts):
            assert sum(item.amount for item in account.items) == account.after - account.before, f"seed {seed}"
