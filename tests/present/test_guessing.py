"""Guessing what another side wants: kept with the game, counted for nothing, set beside the truth at the end."""

from pathlib import Path

import pytest

from game.analysis.guessed import Guess
from game.analysis.guesses import truth_of
from game.engine.game import Game
from game.errors import MoveRefused, UsageError
from game.players.match import Match, decided
from game.players.styles import seat_of
from game.present.debrief import debrief
from game.present.debrief_parts import Case
from game.present.guessing import Guessing
from game.present.languages import speech_in
from game.present.reader import Reader
from game.present.sitting import Sitting
from game.storage.saves import load, save
from tests.kept import kept_program

TABLE = "kremlin-talks"


def play_on(game: Game, until: str = "") -> Game:
    """Plays by `trades` until a step waits, or to the end."""
    seat = seat_of("trades")
    while not game.over and (game.step is None or game.step.id != until):
        party = game.pending[0]
        game.play(party, decided(seat, game.ask(party), game.seat_stream(party)))
    return game


def reader_of(game: Game, party: str, language: str = "en") -> Reader:
    return Reader(game.scenario, game.view(party), speech_in(language))


@pytest.fixture
def at_the_table() -> Game:
    return play_on(Game(kept_program("finland-1939"), 2), TABLE)


def test_before_a_table_there_is_nobody_to_guess_about() -> None:
    game = Game(kept_program("finland-1939"), 2)
    with pytest.raises(MoveRefused, match="nobody to guess about"):
        Guessing().page(reader_of(game, "finland"), game)


def test_the_page_has_the_issues_and_nothing_of_the_other_sides(at_the_table: Game) -> None:
    page = Guessing().page(reader_of(at_the_table, "finland"), at_the_table)
    assert page.other == "soviet-union"
    assert [id_ for id_, _ in page.issues] == list(at_the_table.program.tables[TABLE].table.issues)
    assert (page.dearest, page.least) == ((), None)


def test_a_guess_made_again_before_the_next_move_takes_the_place_of_the_first(at_the_table: Game) -> None:
    guessing, reader = Guessing(), reader_of(at_the_table, "finland")
    guessing.guess(reader, at_the_table, "soviet-union", ["hanko"], 30)
    guessing.guess(reader, at_the_table, "soviet-union", ["hanko", "isthmus"], None)
    assert [(one.dearest, one.least) for one in guessing.made] == [(("hanko", "isthmus"), None)]
    play_on(at_the_table, "helsinki-october")
    guessing.guess(reader_of(at_the_table, "finland"), at_the_table, "soviet-union", [], 55)
    assert [one.least for one in guessing.made] == [None, 55]


@pytest.mark.parametrize(
    ("other", "dearest", "least", "sentence"),
    [
        ("sweden", [], 5, "No side called"),
        ("soviet-union", ["nowhere"], 5, "Up to 3 different issues"),
        ("soviet-union", ["hanko", "hanko"], 5, "Up to 3 different issues"),
        ("soviet-union", [], 101, "from 0 to 100"),
        ("soviet-union", [], -1, "from 0 to 100"),
    ],
)
def test_what_cannot_be_guessed_is_refused(
    at_the_table: Game, other: str, dearest: list[str], least: int, sentence: str
) -> None:
    with pytest.raises(UsageError, match=sentence):
        Guessing().guess(reader_of(at_the_table, "finland"), at_the_table, other, dearest, least)


def test_guesses_are_saved_and_change_nothing_of_the_game(at_the_table: Game, tmp_path: Path) -> None:
    seats = {"finland": "person"}
    before = at_the_table.world.state_bytes()
    sitting = Sitting(Match(at_the_table, {}, "full"), [("finland",), ("soviet-union",)], speech_in("en"))
    sitting.guessing.guess(reader_of(at_the_table, "finland"), at_the_table, "soviet-union", ["hanko"], 40)
    assert at_the_table.world.state_bytes() == before
    save(at_the_table, seats, tmp_path / "game.json", guesses=sitting.guessing.made)
    found = load(tmp_path / "game.json", lambda _: at_the_table.scenario)
    assert found.guesses == (Guess(at_the_table.seq, "finland", TABLE, "soviet-union", ("hanko",), 40),)


def test_the_debrief_sets_the_first_and_the_last_guess_beside_the_truth(at_the_table: Game) -> None:
    guessing, seq = Guessing(), at_the_table.seq
    for least in (20, 90):
        guessing.guess(reader_of(at_the_table, "finland"), at_the_table, "soviet-union", ["hanko"], least)
        play_on(at_the_table, "helsinki-october")
    play_on(at_the_table)
    elsewhere = Guess(10_000, "finland", TABLE, "soviet-union", (), 1)  # on a branch that was left
    told = debrief(at_the_table, speech_in("en"), {}, (*guessing.made, elsewhere))
    (case,) = next(section for section in told.sections if section.id == "guesses").blocks
    assert isinstance(case, Case)
    truth = truth_of(at_the_table, Guess(seq, "finland", TABLE, "soviet-union", (), None))
    assert len(truth.dearest) == 3
    first, last, held = (pair.words for pair in case.pairs)
    assert f"The least that they would take: 20 of 100, {abs(20 - truth.least)} points away." in first
    assert f"The least that they would take: 90 of 100, {abs(90 - truth.least)} points away." in last
    assert f"The least that they would take: {truth.least} of 100." in held


def test_without_guesses_the_debrief_says_nothing_of_them(at_the_table: Game) -> None:
    play_on(at_the_table)
    assert "guesses" not in {section.id for section in debrief(at_the_table, speech_in("en")).sections}
