"""Before a game: choosing a scenario or a saved game, the seats, the opponents, the length."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from game.errors import UsageError
from game.players.styles import USUAL_STYLE, styles
from game.present.english import english
from game.present.opening import open_scenario
from game.present.page import SeatsPage, ShelfPage
from game.present.shelf import seats_page, shelf_page
from game.present.wishes import Wishes
from game.scenario.loader import shelf
from game.storage.places import SaveListing
from game.terminal.choosing import Back, Chooser, Left, Picked, taken_seats
from game.terminal.lines import InputEnded, Lines
from game.terminal.screen import PlainScreen
from game.terminal.session import Session, Streams

SCENARIOS = Path(__file__).parents[1] / "scenarios"


def chooser(*lines: str) -> tuple[Chooser, io.StringIO]:
    out = io.StringIO()
    screen = PlainScreen(out)
    return Chooser(screen, Lines(io.StringIO("".join(f"{line}\n" for line in lines)), screen), english()), out


@pytest.fixture(scope="module")
def seats() -> SeatsPage:
    opened = open_scenario(SCENARIOS / "three-parties")
    return seats_page(opened.scenario, styles(), USUAL_STYLE, opened.speech)


@pytest.fixture
def page(tmp_path: Path) -> ShelfPage:
    saves = [
        SaveListing(tmp_path / "a.json", 2.0, "three-parties", ("arden",), "lantern-talks", 12),
        SaveListing(tmp_path / "b.json", 1.0, problem="damaged"),
    ]
    return shelf_page(shelf(SCENARIOS), saves, english())


def test_the_shelf_lists_scenarios_and_games_to_go_on_with(page: ShelfPage) -> None:
    choosing, out = chooser("quit")
    with pytest.raises(Left):
        choosing.pick(page)
    printed = " ".join(out.getvalue().split())
    assert "1. Who lights the strait? (1–4 March 1925)" in printed
    assert "As Arden. After:" in printed and "12 decisions made; saved on 1 January 1970" in printed
    assert "damaged" not in printed


@pytest.mark.parametrize("typed", ["1", "lights", "who lights the strait?", "three-parties"])
def test_a_scenario_is_picked_by_number_or_words(page: ShelfPage, typed: str) -> None:
    choosing, _ = chooser(typed if typed != "lights" else "1")
    assert choosing.pick(page) == Picked("open", "three-parties")


def test_a_saved_game_is_picked_by_the_number_after_the_scenarios(page: ShelfPage, tmp_path: Path) -> None:
    choosing, _ = chooser(str(len(page.scenarios) + 1))
    assert choosing.pick(page) == Picked("resume", str(tmp_path / "a.json"))


def test_a_broken_scenario_says_why_it_cannot_be_opened(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "scenario.yaml").write_text("format: [")
    choosing, out = chooser("1", "quit")
    with pytest.raises(Left):
        choosing.pick(shelf_page(shelf(tmp_path), (), english()))
    assert out.getvalue().count("YML") >= 2


def test_an_empty_shelf_is_said(tmp_path: Path) -> None:
    choosing, _ = chooser()
    with pytest.raises(UsageError, match="no scenario"):
        choosing.pick(shelf_page((), (), english()))


def test_seats_for_several_persons_are_parted_by_commas(seats: SeatsPage) -> None:
    choosing, _ = chooser("arden, borrel")
    assert choosing.seats(seats) == (("arden",), ("borrel",))


def test_a_seat_taken_twice_is_refused(seats: SeatsPage) -> None:
    with pytest.raises(UsageError, match="taken twice"):
        taken_seats(["arden", "1"], seats.seats, english())


def test_enter_takes_the_usual_style_and_the_full_game(seats: SeatsPage) -> None:
    choosing, _ = chooser("", "")
    assert (choosing.style(seats), choosing.length(seats)) == (USUAL_STYLE, "full")


def test_a_style_and_a_length_are_picked_by_words(seats: SeatsPage) -> None:
    choosing, _ = chooser("holds", "short")
    assert (choosing.style(seats), choosing.length(seats)) == ("holds-out", "short")


def test_what_is_not_understood_is_asked_again(seats: SeatsPage) -> None:
    choosing, out = chooser("atlantis", "2")
    assert choosing.seats(seats) == (("borrel",),)
    assert 'Nothing here is called "atlantis"' in out.getvalue()


def test_back_and_the_end_of_input_leave_a_question(seats: SeatsPage) -> None:
    with pytest.raises(Back):
        chooser("back")[0].seats(seats)
    with pytest.raises(InputEnded):
        chooser()[0].seats(seats)


def test_without_wishes_everything_is_asked_and_then_played(tmp_path: Path) -> None:
    out = io.StringIO()
    wishes = Wishes(SCENARIOS / "three-parties", seed=4, save=tmp_path / "game.json")
    script = "borrel\nconcedes\nshort\n\n\n\n"
    Session(wishes, Streams(io.StringIO(script), out, plain=True), lambda path, scenario: "").run()
    printed = out.getvalue()
    for words in ("Who sits where", "How the other seats are played", "How long", "To decide"):
        assert words in printed
