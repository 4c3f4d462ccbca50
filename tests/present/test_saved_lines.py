"""What the shelf says of saved games, and what a save remembers besides its moves."""

from __future__ import annotations

from pathlib import Path

from game.players.match import SHORT_GAME as NOTED
from game.present.english import english
from game.present.opening import Plan, begin, open_scenario, resume
from game.present.page import OverPage
from game.present.shelf import shelf_page
from game.scenario.shelf import shelf
from game.storage.places import list_saves
from game.storage.save_format import SHORT_GAME

SCENARIOS = Path(__file__).parents[1] / "scenarios"
THREE = SCENARIOS / "three-parties"


def begun(path: Path, length: str = "full"):
    return begin(open_scenario(THREE), Plan((("arden",),), "random", 3, length), path)


def played_out(path: Path, length: str = "full"):
    game = begun(path, length)
    while not game.sitting.over:
        page = game.sitting.page
        moves = [one.id for one in page.actions if one.enabled and one.id != "propose"]
        game.sitting.act(moves[0])
    return game


def lines(home: Path):
    return shelf_page(shelf(SCENARIOS), list_saves(home), english()).saved


def test_both_floors_note_the_short_game_alike() -> None:
    assert SHORT_GAME == NOTED


def test_a_game_is_saved_when_it_begins(tmp_path: Path) -> None:
    begun(tmp_path / "saves" / "a.json")
    (line,) = lines(tmp_path)
    assert "At: " in line.words and "1925" in line.words
    assert "0 decisions made; saved on" in line.words
    assert not line.finished


def test_a_finished_game_is_called_finished_by_its_ending(tmp_path: Path) -> None:
    game = played_out(tmp_path / "saves" / "a.json", "short").sitting.game
    (line,) = lines(tmp_path)
    title = english().plain(game.scenario.endings[game.ending()].title)
    assert line.finished
    assert f"Finished: {title}" in line.words
    assert "The short game." in line.words


def test_a_finished_game_opens_on_how_it_came_out(tmp_path: Path) -> None:
    path = tmp_path / "saves" / "a.json"
    played_out(path)
    assert isinstance(resume(path, scenario=THREE).sitting.page, OverPage)


def test_papers_stay_read_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "saves" / "a.json"
    sitting = begun(path).sitting
    while not hasattr(sitting.page, "step"):
        sitting.proceed()
    paper = sitting.documents().documents[0]
    assert paper.unread
    sitting.document(paper.id)
    again = resume(path, scenario=THREE).sitting.documents().documents
    assert not next(one for one in again if one.id == paper.id).unread


def test_a_typed_reason_stands_among_the_decisions(tmp_path: Path) -> None:
    sitting = begun(tmp_path / "saves" / "a.json").sitting
    while not hasattr(sitting.page, "step"):
        sitting.proceed()
    moves = [one.id for one in sitting.page.actions if one.enabled and one.id != "propose"]
    sitting.act(moves[0], reason="It was cold")
    while not sitting.over and not hasattr(sitting.page, "step"):
        sitting.proceed()
    assert any("(Our reason: It was cold)" in line.words for line in sitting.history().lines)


def test_an_offer_is_better_than_parting_or_as_good_or_worse() -> None:
    speech = english()
    said = [speech(f"worth.package.{key}", share="all that we want") for key in ("enough", "even", "short")]
    assert [words.split("that is ")[1] for words in said] == [
        "better than parting.",
        "as good as parting.",
        "worse than parting.",
    ]
