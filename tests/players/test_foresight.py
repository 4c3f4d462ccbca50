"""Looking ahead: imagined games rest on what a party knows and believes, and every option meets the same dice."""

from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np
import pytest

from game.engine.asks import ChoiceAsk
from game.engine.game import Game
from game.engine.moves import Choose
from game.engine.program import Program
from game.engine.world import World
from game.players.foresight import Forecast, Foresight, best_option
from game.players.match import decided
from game.players.playout import answered
from game.players.presumption import leanings_of, presumed_valuation
from game.players.strategist import Strategist
from game.players.styles import seat_of
from game.scenario.reads import columns_read
from tests.kept import SHIPPED, kept_program
from tests.playing import random_move
from tests.scenarios.small import choice, do, small

GAMES = 240


def same(one: Forecast, other: Forecast) -> bool:
    return (
        one.options == other.options
        and bool((one.legal == other.legal).all())
        and bool((one.points == other.points).all())
        and bool((one.endings == other.endings).all())
    )


def look(world: World, party: str, games: int = GAMES) -> Forecast:
    ask = next(ask for ask in world.asks() if isinstance(ask, ChoiceAsk) and ask.party == party)
    return Foresight(games).look_ahead(ask)


def some_choices(program: Program, seeds: range) -> list[tuple[Game, str]]:
    """Random games left where a party is to choose, at a different point in each."""
    found = []
    for seed in seeds:
        game, random = Game(program, seed), Random(seed)
        for _ in range(random.randrange(60)):
            if not game.over:
                game.play(game.pending[0], random_move(game, game.pending[0], random))
        while not game.over and not isinstance(game.ask(game.pending[0]), ChoiceAsk):
            game.play(game.pending[0], random_move(game, game.pending[0], random))
        if not game.over:
            found.append((game, game.pending[0]))
    return found


def with_other_secrets(program: Program, world: World, party: str, random: Random) -> World:
    """Copies a game, with other values of all that a party may not know, and other talks that it knows nothing of."""
    other = world.copy()
    for place, _ in program.hidden_from(party):
        column = program.scenario.columns[program.names[place]]
        value = random.choice([column.low, column.high])
        other.columns[place] = np.full(other.rows, value, program.dtypes[place])
    for step, talks in other.talks.items():
        knowers = program.scenario.columns[f"agreed.{step}"].known_to
        if party not in talks.table.parties and knowers is not None and party not in knowers:
            talks.standing = np.ones((len(talks.table.issues), 1), np.int8)
            talks.held[:] = ~talks.held
    other._prepare()
    return other


@pytest.mark.parametrize("id_", SHIPPED)
def test_games_that_differ_only_in_what_a_party_may_not_know_give_it_the_same_outlook(id_: str) -> None:
    program, compared = kept_program(id_), 0
    for number, (game, party) in enumerate(some_choices(program, range(24))):
        twin = with_other_secrets(program, game.world, party, Random(number))
        assert same(look(game.world, party), look(twin, party)), f"{party} at {game.step and game.step.id}"
        compared += any((a != b).any() for a, b in zip(game.world.columns, twin.columns, strict=True))
    assert compared > 5


def test_what_a_party_may_know_changes_its_outlook() -> None:
    program = kept_program("finland-1939")
    game = Game(program, 1)
    poorer = game.world.copy()
    poorer.columns[program.places["readiness.finland"]] = np.zeros(1, np.int8)
    poorer._prepare()
    assert not same(look(game.world, "finland"), look(poorer, "finland"))


@pytest.mark.parametrize("id_", SHIPPED)
def test_a_row_among_many_has_the_outlook_that_it_has_alone(id_: str) -> None:
    program = kept_program(id_)
    world = World(program, np.arange(40), 3)
    random = dict.fromkeys(program.scenario.parties, seat_of("random"))
    for _ in range(6):
        world.answer(answered(world, random))
    while not isinstance(world.asks()[0], ChoiceAsk) or world.where is not None:
        world.answer(answered(world, random))
    ask = world.asks()[0]
    assert isinstance(ask, ChoiceAsk)
    foresight = Foresight(GAMES)
    every, chosen = foresight.look_ahead(ask), foresight.choose(ask)
    for row in (0, 7, 39):
        alone = foresight.look_ahead(ask, np.array([row]))
        assert (alone.points[:, :, 0] == every.points[:, :, row]).all()
        assert (alone.endings[:, :, 0] == every.endings[:, :, row]).all()
        assert best_option(alone)[0] == chosen[row]


def test_rows_that_differ_only_in_what_lies_on_the_table_are_looked_at_each() -> None:
    program = kept_program("finland-1939")
    world = World(program, np.zeros(2, np.int64), 3)
    seats = dict.fromkeys(program.scenario.parties, seat_of("trades"))
    while not (world.step and world.step.step.id == "helsinki-october"):
        world.answer(answered(world, seats))
    talks = world.talks["kremlin-talks"]
    talks.standing = np.array([[1, 2]] * len(talks.table.issues), np.int8)
    talks.consents[:] = 1
    world._prepare()
    ask = world.asks()[0]
    assert isinstance(ask, ChoiceAsk)
    looked: list[int] = []

    class Counting(Foresight):
        def look_ahead(self, ask: ChoiceAsk, rows: np.ndarray | None = None) -> Forecast:
            looked.extend([] if rows is None else rows.tolist())
            return super().look_ahead(ask, rows)

    Counting(GAMES).choose(ask)
    assert looked == [0, 1]


TWINS = "one: {text: One.}, other: {text: Other.}"
GAIN = do("fortune += 7")
FORTUNE = """
variables:
  fortune: {name: Fortune, range: 0..100, unit: points, start: 50, good: none}
interests:
  arden: [{id: fortune, name: "Fortune", weight: 2, value: fortune, basis: "Made up."}]
"""


def fortune(folder: Path, options: str, *, believed: str = "") -> Program:
    """One choice of arden's, then a draw that brings it 40 or takes 40."""
    luck = f"""\
  - id: luck
    date: 1925-07
    title: Luck
    chance:
      basis: "Made up."
      record: good
      {believed}
      outcomes:
        good: {{odds: 1, effects: [{do("fortune += 40")}]}}
        bad: {{odds: 1, effects: [{do("fortune -= 40")}]}}
"""
    return small(folder, choice("wager", "arden", options, record="one") + luck, more=FORTUNE)


def test_options_that_do_the_same_meet_the_same_dice(tmp_path: Path) -> None:
    forecast = look(Game(fortune(tmp_path, TWINS)).world, "arden")
    assert (forecast.points[0] == forecast.points[1]).all()
    assert len(np.unique(forecast.points)) == 2
    assert best_option(forecast)[0] == 1


def test_an_option_that_brings_more_is_chosen(tmp_path: Path) -> None:
    better = f"one: {{text: One.}}, other: {{text: Other., effects: [{GAIN}]}}"
    forecast = look(Game(fortune(tmp_path, better)).world, "arden")
    assert (forecast.points[1] == forecast.points[0] + 14).all()
    assert best_option(forecast)[0] == 2


def test_what_is_not_legal_is_neither_played_nor_chosen(tmp_path: Path) -> None:
    shut = f"one: {{text: One.}}, other: {{text: Other., when: fortune > 60, why-not: No., effects: [{GAIN}]}}"
    forecast = look(Game(fortune(tmp_path, shut)).world, "arden")
    assert forecast.legal[:, 0].tolist() == [True, False]
    assert not forecast.points[1].any()
    assert not forecast.endings[1].any()
    assert best_option(forecast)[0] == 1


def test_chance_falls_by_the_odds_that_the_party_believes(tmp_path: Path) -> None:
    sure = "believed: {arden: {good: 0, bad: 9}}"
    forecast = look(Game(fortune(tmp_path, TWINS, believed=sure)).world, "arden")
    assert (forecast.points == 2 * 10).all()


def test_the_strategist_takes_what_serves_it_best_in_the_end(tmp_path: Path) -> None:
    game = Game(fortune(tmp_path, f"one: {{text: One.}}, other: {{text: Other., effects: [{GAIN}]}}"))
    assert decided(Strategist(games=GAMES), game.ask("arden"), game.seat_stream("arden")) == Choose("other")


@pytest.mark.parametrize("id_", SHIPPED)
def test_the_strategist_plays_a_whole_game_by_legal_moves(id_: str) -> None:
    game, seat = Game(kept_program(id_), 1), Strategist(games=60)
    while not game.over:
        party = game.pending[0]
        game.play(party, decided(seat, game.ask(party), game.seat_stream(party)))
    assert game.ending()


def test_endings_are_counted_by_option(tmp_path: Path) -> None:
    forecast = look(Game(fortune(tmp_path, TWINS)).world, "arden")
    assert forecast.endings[:, :, 0].tolist() == [[GAMES // 2], [GAMES // 2]]


def test_another_leans_only_to_interests_that_everybody_can_see() -> None:
    program = kept_program("finland-1939")
    private = {"own-aim", "quiet-north"}
    columns = program.scenario.columns
    for interest in program.scenario.interests["soviet-union"]:
        public = all(columns[name].known_to is None for name in columns_read(interest.value.tree))
        assert public != (interest.id in private)
    own, presumed = (leanings_of(program, "soviet-union", believer) for believer in ("soviet-union", "finland"))
    assert own.keys() == presumed.keys()
    assert own != presumed
    assert all(weight >= 1 for weights in presumed.values() for weight in weights)


def test_another_is_presumed_to_want_the_opposite_on_every_issue_alike() -> None:
    program = kept_program("finland-1939")
    own = next(iter(program.tables.values())).table.valuations[1][0]
    presumed = presumed_valuation(own)
    for mine, theirs in zip(own.scores, presumed.scores, strict=True):
        assert theirs[1:].max() == 100 or mine[1:].min() == mine[1:].max()
        assert theirs[1:][mine[1:].argmax()] == 0
    assert presumed.total_weight == len(own.scores)


@pytest.mark.parametrize("id_", SHIPPED)
def test_what_others_lean_to_is_taken_from_no_secret_of_the_outset(id_: str) -> None:
    program = kept_program(id_)
    for believer in program.scenario.interests:
        hidden = {place for place, _ in program.hidden_from(believer)}
        columns = [program.scenario.columns[name] for name in program.names]
        starts = [column.high if place in hidden else program.starts[place] for place, column in enumerate(columns)]
        other = replace(program, starts=tuple(starts))
        for party in program.scenario.interests:
            assert leanings_of(program, party, believer) == leanings_of(other, party, believer)
