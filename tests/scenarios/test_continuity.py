"""One world through three scenarios: what pact-1939 and finland-1939 leave behind, yalta-1945 begins with.

Carried are the variables of the world catalogue alone, by their words, where the later scenario keeps them: a
variable that a scenario declares for itself may share its name with another's and mean something else. Of the lands of
Finland Yalta lists a few, and one sentence there asks what became of Viipuri.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from game.engine.game import Game
from game.engine.program import Program
from game.engine.world import World
from game.errors import CannotRead
from game.players.match import Match
from game.players.styles import seat_of
from game.present.english import english
from game.present.sitting import Sitting
from game.storage.saves import load as load_save
from game.storage.saves import save
from tests.kept import kept_program
from tests.oracle.batch import Batch
from tests.scenarios.led import carried_on, interests_by_party, seats

PACT, FINLAND, YALTA = "pact-1939", "finland-1939", "yalta-1945"
SHARED = ("owner", "occupied-by", "leased-to", "standing")
FINNISH = ("hanko", "karelian-isthmus-north", "petsamo")
STYLES = ("random", "record", "trades")
ROWS = 100
Inherited = Mapping[str, str]
"""Words by column."""


@cache
def program(scenario: str) -> Program:
    return kept_program(scenario)


def left_behind(game: Game) -> dict[str, str]:
    """What a game leaves to the next: every shared variable, in words."""
    facilitator = game.view("facilitator")
    return {name: facilitator.word(name) for name in game.program.names if is_shared(game.program, name)}


def is_shared(rules: Program, name: str) -> bool:
    return rules.scenario.columns[name].variable in SHARED


def start_of(rules: Program, inherited: Inherited) -> dict[str, int]:
    """What of an inheritance a scenario keeps, as its start state."""
    found = {}
    for name, word in inherited.items():
        if name in rules.names:
            column = rules.scenario.columns[name]
            found[name] = int(word) if column.values is None else column.low + column.values.index(word)
    return found


def played(rules: Program, style: str, seed: int, inherited: Inherited | None = None) -> Game:
    game = Game(rules, seed, follow_record=style == "record", start=start_of(rules, inherited or {}))
    Match(game, {party: seat_of(style) for party in rules.scenario.parties}).advance()
    assert game.over, f"{rules.scenario.id}, {style}, seed {seed}"
    return game


@cache
def before_yalta(style: str, seed: int) -> tuple[Game, Game]:
    """Plays August 1939, and the winter after it in the world that August left."""
    august = played(program(PACT), style, seed)
    return august, played(program(FINLAND), style, seed, left_behind(august))


def world_of(style: str, seed: int) -> dict[str, str]:
    """The world after both; where both know something, the later has it."""
    august, winter = before_yalta(style, seed)
    return {**left_behind(august), **left_behind(winter)}


def worlds(*styles: str) -> Iterator[tuple[str, int, dict[str, str]]]:
    for style in styles:
        for seed in range(2):
            yield style, seed, world_of(style, seed)


def test_what_scenarios_share_is_kept_alike_in_all_of_them() -> None:
    for earlier, later in ((PACT, FINLAND), (PACT, YALTA), (FINLAND, YALTA)):
        mine, theirs = program(earlier).scenario.columns, program(later).scenario.columns
        both = {name for name in mine.keys() & theirs.keys() if is_shared(program(later), name)}
        assert both, f"{earlier} and {later}"
        for name in both:
            kept = [(one.low, one.high, one.values, one.known_to) for one in (mine[name], theirs[name])]
            assert kept[0] == kept[1], name


def test_the_whole_state_of_another_scenario_is_refused_in_a_sentence() -> None:
    august = played(program(PACT), "random", 0)
    with pytest.raises(CannotRead, match="which this scenario does not keep"):
        Game(program(YALTA), start=august.values())


@pytest.mark.parametrize("style", STYLES)
def test_finland_begins_in_the_world_that_august_left(style: str) -> None:
    for seed in range(2):
        august, winter = before_yalta(style, seed)
        begun = Game(program(FINLAND), seed, start=winter.start_state)
        assert winter.start_state.keys() >= {"owner.estonia", "standing.soviet-union.united-kingdom"}
        for name in winter.start_state:
            assert begun.view("facilitator").word(name) == august.view("facilitator").word(name), name


@pytest.mark.parametrize("style", STYLES)
def test_yalta_begins_in_the_world_that_was_left_and_plays_to_its_end(style: str) -> None:
    rules = program(YALTA)
    for _, seed, world in worlds(style):
        start = start_of(rules, world)
        assert start.keys() >= {"owner.danzig", "standing.soviet-union.poland", "standing.soviet-union.united-kingdom"}
        begun = Game(rules, seed, start=start)
        for viewer in ("facilitator", *rules.scenario.parties):
            for name in start:
                assert begun.view(viewer).word(name) == world[name], f"{name} by {viewer}"
        for others in {"record", "random"}:
            assert played(rules, others, seed, world).ending() in rules.scenario.endings


def test_a_free_city_is_still_free_at_yalta_and_one_that_was_taken_is_not() -> None:
    seen = {}
    for seed in range(40):
        world = left_behind(played(program(PACT), "random", seed))
        seen.setdefault(world["owner.danzig"], world)
        if seen.keys() >= {"danzig", "germany"}:
            break
    assert seen.keys() >= {"danzig", "germany"}
    for owner, name in (("danzig", "Danzig"), ("germany", "Germany")):
        begun = Game(program(YALTA), 1, start=start_of(program(YALTA), seen[owner]))
        assert begun.view("poland").word("owner.danzig") == owner
        assert name in figure(begun, "united-kingdom", "owner.danzig")


def test_what_finland_kept_or_lost_is_seen_and_spoken_of_at_yalta() -> None:
    games = (left_behind(played(program(FINLAND), "random", seed)) for seed in range(12))
    kept = next(world for world in games if world["owner.karelian-isthmus-north"] == "finland")
    lost = left_behind(played(program(FINLAND), "record", 0))
    assert lost["owner.karelian-isthmus-north"] == "soviet-union"
    assert lost["leased-to.hanko"] == "soviet-union"
    rules = program(YALTA)
    answer = rules.scenario.steps["voting-answer"].body
    assert isinstance(answer, Mapping)
    told = answer["soviet-union"].options["give-nothing"].detail
    assert told is not None
    for world, judged in ((kept, "over others"), (lost, "December 1939")):
        begun = Game(rules, 1, start=start_of(rules, world))
        ended = played(rules, "random", 1, world)
        assert judged in " ".join(one.source for one in begun.view("soviet-union").paragraphs(told))
        for region in FINNISH:
            for name in (f"owner.{region}", f"leased-to.{region}", f"occupied-by.{region}"):
                assert begun.view("soviet-union").word(name) == world[name]
                assert ended.view("soviet-union").word(name) == world[name], "nobody at Yalta disposes of it"


def figure(game: Game, party: str, column: str) -> str:
    """What a party's page of how things stand says of a column."""
    sitting = Sitting(
        Match(game, {other: seat_of("random") for other in game.scenario.parties if other != party}),
        ((party,),),
        english(),
    )
    groups = sitting.state().groups
    return next(line.words for group in groups for line in group.figures if line.column == column)


@pytest.mark.parametrize(
    ("party", "name", "standing", "told"),
    [
        ("united-kingdom", "standing.united-kingdom.poland", 75, "as they take few others"),
        ("united-kingdom", "standing.united-kingdom.poland", 25, "as they once did"),
        ("soviet-union", "standing.soviet-union.united-kingdom", 15, "is read there twice"),
    ],
)
def test_a_brief_at_yalta_remembers_1939(party: str, name: str, standing: int, told: str) -> None:
    rules = program(YALTA)
    for start, expected in (({name: standing}, True), ({}, False)):
        seen = Game(rules, 1, start=start).view(party)
        brief = " ".join(one.source for one in seen.paragraphs(rules.scenario.parties[party].brief))
        assert (told in brief) is expected, (name, standing)


def test_words_kept_or_broken_before_still_weigh_at_yalta() -> None:
    """The same dice, and one carried standing alone differs: Moscow's interests come out otherwise."""
    rules, name = program(YALTA), "standing.soviet-union.poland"
    left = sorted({int(world[name]) for _, _, world in worlds(*STYLES)})
    assert len(left) >= 2
    ends = [World(rules, np.arange(ROWS), 0, start={name: standing}) for standing in (left[0], left[-1])]
    poor, good = (interests_by_party(carried_on(end, seats(rules, "random")))["soviet-union"] for end in ends)
    assert (good >= poor).all()
    assert (good > poor).any()


@pytest.mark.parametrize("style", STYLES)
def test_a_save_of_a_carried_game_replays_to_the_same_end(style: str, tmp_path: Path) -> None:
    rules, world = program(YALTA), world_of(style, 1)
    game = played(rules, style, 1, world)
    path = tmp_path / "yalta.json"
    save(game, dict.fromkeys(rules.scenario.parties, style), path)
    again = load_save(path, lambda _: rules.scenario)
    assert again.complete
    assert again.game.start_state == start_of(rules, world)
    assert (again.game.ending(), again.game.values()) == (game.ending(), game.values())


def test_the_oracle_agrees_on_carried_games() -> None:
    rules = program(YALTA)
    for style, seed, world in worlds("trades"):
        batch = Batch(rules, range(2), seed, follow=style == "record", start=start_of(rules, world))
        batch.play()
        batch.compare_state()
        batch.compare_outcome()


@pytest.mark.parametrize("style", STYLES)
def test_many_carried_games_never_raise(style: str) -> None:
    rules = program(YALTA)
    for _, seed, world in worlds(style):
        begun = World(rules, np.arange(ROWS), seed, start=start_of(rules, world))
        assert carried_on(begun, seats(rules, "random")).endings().min() >= 1
