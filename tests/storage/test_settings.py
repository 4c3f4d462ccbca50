from dataclasses import replace
from pathlib import Path

import pytest

from game.storage.settings import Settings, load_settings, save_settings


def test_settings_come_back_as_saved(tmp_path: Path) -> None:
    chosen = replace(Settings(), language="th", plain=True, length="short", opponents="holds-out", text_size=150)
    save_settings(chosen, tmp_path / "settings.json")
    assert load_settings(tmp_path / "settings.json").settings == chosen
    assert load_settings(tmp_path / "settings.json").note == ""


def test_a_setting_that_there_was_once_is_passed_over_without_a_word(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"length": "short", "reading_level": "plain"}')
    assert load_settings(path).settings == replace(Settings(), length="short")
    assert load_settings(path).note == ""


def test_a_missing_file_means_the_usual_settings_and_no_note(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.json") == load_settings(tmp_path / "other.json")
    assert load_settings(tmp_path / "settings.json").settings == Settings()


@pytest.mark.parametrize("content", ["", "{", "[1, 2]", "null", '{"plain": 1.5}', "\x00\x01", '{"a": 1, "a": 1}'])
def test_a_damaged_file_means_the_usual_settings_and_a_note(tmp_path: Path, content: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(content)
    loaded = load_settings(path)
    assert loaded.settings == Settings()
    assert "settings" in loaded.note


def test_a_value_of_the_wrong_kind_is_left_out_and_named(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"plain": "yes", "text_size": 9000, "language": "../etc", "fullscreen": true, "colour": "red"}')
    loaded = load_settings(path)
    assert loaded.settings == replace(Settings(), fullscreen=True)
    for key in ("plain", "text_size", "language", "colour"):
        assert key in loaded.note
    assert "fullscreen" not in loaded.note


def test_saving_over_a_foreign_file_sets_it_aside(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text("my shopping list")
    save_settings(Settings(), path)
    assert load_settings(path).settings == Settings()
    assert (tmp_path / "settings.unreadable-1.json").read_text() == "my shopping list"
