import os
from dataclasses import replace
from pathlib import Path

import pytest

from game.storage.files import typed_path, write_keeping_versions
from game.storage.places import MOST_LISTED, autosave_path, home, list_saves, saves_folder, settings_path, shown_path
from game.storage.save_format import SavedEntry, SaveFile, to_bytes

SAVE = SaveFile(
    "finland-1939", "ab" * 8, "cd" * 8, 5, None, False, {"finland": "person", "soviet-union": "trades"}, "full", (), 0
)


def test_the_environment_overrides_the_platforms_folder() -> None:
    assert home({"GRAND_ALLIANCE_HOME": "/somewhere"}, "linux") == Path("/somewhere")
    assert home({"XDG_DATA_HOME": "/data"}, "linux") == Path("/data/grand-alliance")
    assert home({}, "linux") == Path.home() / ".local" / "share" / "grand-alliance"
    assert home({}, "darwin") == Path.home() / "Library" / "Application Support" / "Grand Alliance"
    assert home({"APPDATA": "/roaming"}, "win32") == Path("/roaming/Grand Alliance")


def test_settings_and_saves_live_together(tmp_path: Path) -> None:
    assert settings_path(tmp_path).parent == saves_folder(tmp_path).parent == tmp_path


def test_an_autosave_never_takes_the_name_of_another_game(tmp_path: Path) -> None:
    first = autosave_path("finland-1939", 5, tmp_path)
    assert first == saves_folder(tmp_path) / "finland-1939-5.json"
    write_keeping_versions(first, b"{}")
    second = autosave_path("finland-1939", 5, tmp_path)
    assert second.name == "finland-1939-5-game-2.json"
    second.with_name("finland-1939-5-game-2.1.json").write_bytes(b"{}")
    assert autosave_path("finland-1939", 5, tmp_path).name == "finland-1939-5-game-3.json"


def test_saves_are_listed_latest_first_with_party_and_decision(tmp_path: Path) -> None:
    moves = (SavedEntry(1, 0, "finland", "talks", "accept"), SavedEntry(2, 1, "chance", "battle", "holds"))
    for number, save in enumerate((SAVE, replace(SAVE, entries=moves, at=2))):
        path = saves_folder(tmp_path) / f"game-{'ab'[number]}.json"
        write_keeping_versions(path, to_bytes(save))
        write_keeping_versions(path, to_bytes(save))
        os.utime(path, (1000 + number, 1000 + number))
    listed = list_saves(tmp_path)
    assert [line.path.name for line in listed] == ["game-b.json", "game-a.json"]
    assert (listed[0].scenario, listed[0].parties, listed[0].decision) == ("finland-1939", ("finland",), "talks")
    assert (listed[0].modified, listed[0].moves, listed[1].decision) == (1001, 1, None)


def test_a_file_that_cannot_be_read_does_not_hide_the_others(tmp_path: Path) -> None:
    folder = saves_folder(tmp_path)
    write_keeping_versions(folder / "good.json", to_bytes(SAVE))
    (folder / "bad.json").write_bytes(b"{")
    (folder / "notes.txt").write_bytes(b"hello")
    (folder / "bad.unreadable-1.json").write_bytes(b"hello")
    listed = {line.path.name: line for line in list_saves(tmp_path)}
    assert set(listed) == {"good.json", "bad.json"}
    assert listed["good.json"].problem == ""
    assert "damaged" in listed["bad.json"].problem


def test_a_save_whose_newest_version_is_missing_is_listed_by_its_name(tmp_path: Path) -> None:
    folder = saves_folder(tmp_path)
    write_keeping_versions(folder / "good.1.json", to_bytes(SAVE))
    (line,) = list_saves(tmp_path)
    assert (line.path.name, line.scenario, line.problem) == ("good.json", "finland-1939", "")


def test_no_folder_means_no_saves(tmp_path: Path) -> None:
    assert list_saves(tmp_path / "nowhere") == ()


def test_a_home_folder_that_nobody_has_is_taken_as_it_is_typed() -> None:
    assert typed_path("~nobody-of-that-name/x") == Path("~nobody-of-that-name/x")
    assert typed_path("~/x") == Path.home() / "x"


def test_a_home_that_is_none_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert home({"GRAND_ALLIANCE_HOME": "here"}, "linux") == tmp_path / "here"
    assert home({"GRAND_ALLIANCE_HOME": " "}, "linux") == home({}, "linux")
    assert home({"XDG_DATA_HOME": "relative"}, "linux") == home({}, "linux")

    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", homeless)
    assert home({}, "linux") == tmp_path / "grand-alliance"


def test_of_very_many_saves_the_latest_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = saves_folder(tmp_path)
    for number in range(MOST_LISTED + 5):
        write_keeping_versions(folder / f"game-{number}.json", to_bytes(SAVE))
        os.utime(folder / f"game-{number}.json", (1000 + number, 1000 + number))
    listed = list_saves(tmp_path)
    assert [line.path.stem for line in listed] == [f"game-{number}" for number in range(MOST_LISTED + 4, 4, -1)]


def test_a_link_that_leads_nowhere_does_not_hide_the_other_saves(tmp_path: Path) -> None:
    folder = saves_folder(tmp_path)
    write_keeping_versions(folder / "good.json", to_bytes(SAVE))
    (folder / "gone.json").symlink_to(tmp_path / "nowhere.json")
    (folder / "loop.json").symlink_to(folder / "loop.json")
    listed = {line.path.name: line for line in list_saves(tmp_path)}
    assert listed["good.json"].problem == ""
    assert listed["gone.json"].problem and listed["loop.json"].problem


def test_a_path_beneath_ones_own_folder_is_shown_from_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    saved = tmp_path / "saves" / "game.json"
    assert shown_path(saved, "linux") == "~/saves/game.json"
    assert shown_path(saved, "win32") == str(saved)
    assert shown_path(tmp_path.parent, "linux") == str(tmp_path.parent)
