"""Where a game is saved is tried before it begins, and whoever plays is told whatever goes wrong with it later."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.cli import main
from game.present.opening import Begun, Plan, begin, open_scenario, resume
from game.present.page import DecisionPage, TablePage
from game.storage.files import CannotWrite
from game.storage.save_reading import read_save
from tests.commands import ROOT, run, run_here

THREE_PARTIES = "tests/scenarios/three-parties"


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("GRAND_ALLIANCE_HOME", str(tmp_path / "home"))
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def file_for_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder that is a file, so that nothing can be saved."""
    home = tmp_path / "file"
    home.write_bytes(b"")
    monkeypatch.setenv("GRAND_ALLIANCE_HOME", str(home))
    return home


PLAY = ("play", THREE_PARTIES, "--plain", "--as", "arden")


def test_a_home_that_cannot_be_written_is_told_before_the_game(file_for_folder: Path) -> None:
    done = run(*PLAY)
    assert done.returncode == 2
    assert done.stderr.strip().endswith(
        ".json cannot be written: its folder is a file. What was saved before is unchanged; try another name or folder."
    )
    assert "Is the game to be played without saving?" in done.stdout
    assert "invented scenario" not in done.stdout


@pytest.mark.parametrize(("answer", "begun"), [("yes", True), ("y", True), ("no", False), ("", False), ("what", False)])
def test_only_a_yes_begins_an_unsaved_game(file_for_folder: Path, answer: str, begun: bool) -> None:
    done = run_here(*PLAY, typed=f"{answer}\n\n\n\nwait\nquit\n")
    assert done.returncode == 0
    assert ("This game is not saved." in done.stdout) == begun
    assert ("You have left the game. It was not saved." in done.stdout) == begun
    assert ("No game was begun." in done.stdout) != begun


def test_unsaved_asks_nothing_and_writes_nothing(file_for_folder: Path, tmp_path: Path) -> None:
    done = run_here(*PLAY, "--unsaved", typed="\n\n\nwait\nsave\nquit\n")
    assert done.returncode == 0 and "cannot be written" not in done.stdout
    assert "This game is not being saved; type save and a file's name" in done.stdout
    assert [found.name for found in tmp_path.iterdir()] == ["file"]


def test_a_save_that_cannot_be_written_is_told_before_the_game(tmp_path: Path) -> None:
    for name, why in [("n" * 300, "file name too long"), ("none/game.json", "does not exist")]:
        done = run_here(*PLAY, "--save", str(tmp_path / name))
        assert done.returncode == 2 and why in done.stderr and done.stderr.count("\n") == 1


@pytest.mark.parametrize("name", ["", " ", ".", "/", "tests", "tests/", "nothing/"])
@pytest.mark.parametrize("verb", [PLAY, ("play", THREE_PARTIES, "--auto", "record")], ids=["person", "auto"])
def test_a_save_needs_a_files_name(verb: tuple[str, ...], name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*verb, "--save", name]) == 2
    printed = capsys.readouterr()
    assert f'--save needs the name of a file to write, and "{name}" names none.' in printed.err
    assert printed.out == ""


@pytest.mark.parametrize("name", [".", "/", "", "n" * 300, "n" * 5_000])
@pytest.mark.parametrize("verb", [["replay"], ["play"], ["report", "--output", "x.html"]], ids=lambda verb: verb[0])
def test_no_name_of_a_save_is_a_fault_of_the_game(
    verb: list[str], name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*verb, "--terminal"] if verb == ["play"] else [*verb, name]) in (0, 2)
    for word in (name, f"{name}.json"):
        assert main([verb[0], word, *verb[1:], *(["--terminal"] if verb == ["play"] else [])]) == 2
    assert "wrong" not in capsys.readouterr().err


def test_a_save_goes_on_whatever_its_name_ends_with(tmp_path: Path) -> None:
    save = tmp_path / "game.txt"
    assert run_here(*PLAY, "--save", str(save), typed="\n\n\nwait\n").returncode == 0
    done = run_here("play", THREE_PARTIES, "--save", str(save), "--plain")
    assert "Going on with the game" in done.stdout
    assert f"name its folder: play FOLDER --save {save}" in run_here("play", str(save), "--plain").stderr


def test_a_save_of_which_the_newest_version_is_missing_is_gone_on_with(tmp_path: Path) -> None:
    save = tmp_path / "game.json"
    run_here(*PLAY, "--save", str(save), typed="\n\n\nwait\n")
    save.rename(tmp_path / "game.1.json")
    done = run_here("play", THREE_PARTIES, "--save", str(save), "--plain")
    assert "Going on with the game" in done.stdout


# While playing


def decide(begun: Begun, place: int = 0) -> list[str]:
    """Makes the next decision by an option's place among those that are open, and returns what was said of it."""
    sitting = begun.sitting
    while not isinstance(page := sitting.page, DecisionPage | TablePage):
        sitting.proceed()
    leaving = ["adjourn", "walk-out"]
    options = [action.id for action in page.actions if action.enabled]
    sitting.act((leaving if isinstance(page, TablePage) else options)[place])
    said = list(sitting.notices)
    sitting.notices.clear()
    return said


def begun(path: Path, seed: int = 3) -> Begun:
    return begin(open_scenario(THREE_PARTIES), Plan((("arden",),), seed=seed), path)


def test_of_two_players_of_one_save_each_is_told_and_neither_loses_a_move(tmp_path: Path) -> None:
    path = tmp_path / "game.json"
    first = begun(path)
    assert decide(first) == []
    second = resume(path, scenario=THREE_PARTIES)
    second.sitting.notices.clear()
    assert decide(second, place=1) == []
    assert decide(first) == [
        f"Another game stood in {path}, begun or played on elsewhere; it is kept beside it as game.earlier-1.json;"
        " this one is saved there now."
    ]
    (said,) = decide(second)
    assert "game.earlier-2.json" in said
    for name, game in (("game.json", second), ("game.earlier-2.json", first)):
        assert len(read_save(tmp_path / name)[0].entries) == len(game.sitting.game.history)


def test_another_game_under_the_name_is_told(tmp_path: Path) -> None:
    path = tmp_path / "game.json"
    first = begun(path, 3)
    assert decide(first) == []
    second = begun(path, 4)
    assert any("game.earlier-1.json" in said and str(path) in said for said in second.sitting.notices)
    second.sitting.notices.clear()
    assert decide(second) == []
    (said,) = decide(first)
    assert "game.earlier-2.json" in said
    assert read_save(tmp_path / "game.earlier-1.json")[0].seed == 3
    assert read_save(tmp_path / "game.earlier-2.json")[0].seed == 4


def test_saving_is_tried_again_and_said_when_it_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, fsync = tmp_path / "game.json", os.fsync
    game = begun(path)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    (said,) = decide(game)
    assert "no space left on device" in said and "tried again" in said
    assert decide(game) == []
    assert not game.sitting.is_saved
    monkeypatch.setattr(os, "fsync", fsync)
    assert decide(game) == ["The game could be saved again; nothing is missing."]
    assert game.sitting.is_saved
    assert len(read_save(path)[0].entries) == len(game.sitting.game.history)


def test_a_save_in_a_folder_that_cannot_be_written_can_be_played_unsaved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "game.json"
    decide(begun(path))
    before = path.read_bytes()

    def refuse(_: int) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(CannotWrite, match="read-only file system"):
        resume(path, scenario=THREE_PARTIES)
    unsaved = resume(path, scenario=THREE_PARTIES, unsaved=True)
    unsaved.sitting.notices.clear()
    assert decide(unsaved) == []
    assert path.read_bytes() == before and not unsaved.sitting.is_saved


def test_auto_play_tells_of_a_game_that_it_set_aside(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save = str(tmp_path / "game.json")
    for seed in ("1", "2"):
        assert main(["play", THREE_PARTIES, "--auto", "random", "--seed", seed, "--save", save]) == 0
    assert "it is kept beside it as game.earlier-1.json" in capsys.readouterr().err


# Reports


@pytest.mark.parametrize(
    ("output", "why"),
    [
        ("", "names none"),
        ("folder", "names none"),
        ("none/x.html", "the folder none does not exist"),
        ("game.json/x.html", "the folder game.json is not a folder"),
        ("game.json", "is not an earlier report and was left as it is"),
        ("n" * 300, "file name too long"),
    ],
)
def test_a_report_is_written_where_it_was_meant_or_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], output: str, why: str
) -> None:
    scenario = str(ROOT / THREE_PARTIES)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    assert main(["play", scenario, "--auto", "record", "--save", "game.json"]) == 0
    before = sorted(tmp_path.rglob("*"))
    assert main(["report", "game.json", "--scenario", scenario, "--output", output]) == 2
    said = capsys.readouterr().err
    assert why in said and said.count("\n") == 1
    assert sorted(tmp_path.rglob("*")) == before


def test_the_copy_and_the_report_of_a_terminal_game_make_no_folders(tmp_path: Path) -> None:
    typed = f"\n\n\nwait\nsave {tmp_path}/none/copy.json\nsave {tmp_path}\nquit\n"
    done = run_here(*PLAY, typed=typed)
    assert done.returncode == 0
    assert "none does not exist" in " ".join(done.stdout.split())
    assert not (tmp_path / "none").exists()
