from __future__ import annotations

import pytest

from game.engine.game import Game
from game.engine.moves import Choose, TableMove, move_to_json
from game.engine.program import Program
from game.errors import MoveRefused, UsageError
from game.players.match import PERSON, SHORT_GAME, Match
from game.players.styles import USUAL_STYLE, seat_of, styles
from tests.kept import kept_program

PARTIES = ("arden", "borrel", "corvane")


def program() -> Program:
    return kept_program("three-parties")


def played(seed: int, *of: str) -> Game:
    game = Game(program(), seed)
    Match(game, {party: seat_of(style) for party, style in zip(PARTIES, of, strict=True)}).advance()
    return game


def moves(game: Game) -> list[tuple[str, str, object]]:
    return [(entry.seat, entry.step, move_to_json(entry.move)) for entry in game.path]


def with_person(length: str = "full", seed: int = 3) -> Match:
    seats = {"arden": None, "borrel": seat_of("trades"), "corvane": seat_of("holds-out")}
    match = Match(Game(program(), seed), seats, "short" if length == "short" else "full")
    match.advance()
    return match


@pytest.mark.parametrize("style", styles())
def test_the_program_alone_plays_a_game_to_its_end_and_the_same_seed_gives_the_same_game(style: str) -> None:
    game = played(5, style, style, style)
    assert game.over
    assert moves(game) == moves(played(5, style, style, style))


def test_other_seeds_give_other_games() -> None:
    assert len({str(moves(played(seed, "random", "random", "random"))) for seed in range(6)}) == 6


def test_record_followers_play_the_record_when_chance_follows_it() -> None:
    for seed in range(3):
        game = Game(program(), seed, follow_record=True)
        Match(game, {party: seat_of("record") for party in PARTIES}).advance()
        assert game.ending() == program().scenario.record.ending
        for name, recorded in program().scenario.record.measures.items():
            assert recorded.low <= game.measures()[name] <= recorded.high


def test_it_stops_where_a_person_must_move_and_goes_on_after_the_move() -> None:
    match = with_person()
    assert match.waiting == ("arden",)
    assert [entry.seat for entry in match.game.path if entry.seat != "chance"] == ["borrel", "corvane"]
    match.play("arden", Choose("wait"), reason="we can wait")
    assert match.game.path[-1].reason == "we can wait"
    match.advance()
    assert match.waiting == ("arden",) and match.game.step is not None and match.game.step.id == "lantern-talks"


def test_a_refused_move_changes_nothing() -> None:
    match = with_person()
    before = match.game.seq
    with pytest.raises(MoveRefused):
        match.play("arden", Choose("surrender"))
    assert match.game.seq == before and match.waiting == ("arden",)


def test_a_party_without_a_seat_is_a_person() -> None:
    match = Match(Game(program()), {"borrel": seat_of("random")})
    assert match.styles == {"arden": PERSON, "borrel": "random", "corvane": PERSON}
    match.advance()
    assert set(match.waiting) == {"arden", "corvane"}


def test_after_going_back_the_program_answers_the_same_move_the_same_way() -> None:
    match = with_person()
    match.play("arden", Choose("wait"))
    match.advance()
    first = moves(match.game)
    assert match.game.undo(["arden"])
    match.advance()
    match.play("arden", Choose("wait"))
    match.advance()
    assert moves(match.game) == first


def test_the_short_game_takes_a_person_s_default_and_bargains_the_sessions_left_to_the_delegation() -> None:
    match = with_person("short")
    own = [entry for entry in match.game.path if entry.seat == "arden"]
    assert own[0].move == Choose("wait") and own[0].step == "opening"
    talks = [entry for entry in own if entry.step == "lantern-talks"]
    assert talks and all(isinstance(entry.move, TableMove) for entry in talks)
    assert {entry.reason for entry in own} == {SHORT_GAME}
    assert match.waiting == ("arden",)
    assert match.game.step is not None and match.game.step.id not in ("opening", "lantern-talks")
    others = [entry for entry in match.game.path if entry.seat in ("borrel", "corvane")]
    assert {entry.reason for entry in others} == {None}


def test_the_full_game_spares_a_person_nothing() -> None:
    match = with_person("full")
    assert match.game.step is not None and match.game.step.id == "opening"


def test_the_delegation_of_the_short_game_bargains_in_the_usual_style() -> None:
    short = with_person("short", seed=8)
    usual = Match(
        Game(program(), 8),
        {"arden": seat_of(USUAL_STYLE), "borrel": seat_of("trades"), "corvane": seat_of("holds-out")},
    )
    usual.game.play("arden", Choose("wait"))
    usual.advance()
    talks = [entry for entry in moves(short.game) if entry[1] == "lantern-talks"]
    assert talks == [entry for entry in moves(usual.game) if entry[1] == "lantern-talks"]


def test_an_unknown_style_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError) as refused:
        seat_of("bluffs")
    assert str(refused.value) == (
        'There is no style "bluffs"; there are strategist, trades, holds-out, linear, concedes-early, micro,'
        " tit-for-tat, record, random."
    )


def test_every_style_has_a_seat_that_plays_it() -> None:
    assert styles()[0] == USUAL_STYLE
    assert [seat_of(style).style for style in styles()] == list(styles())
