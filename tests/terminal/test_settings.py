"""What a player prefers is heeded in the terminal, below what was asked for on the command line."""

from __future__ import annotations

import json

import pytest

from game.storage.places import settings_path


@pytest.fixture
def prefer():
    def kept(**settings: object) -> None:
        settings_path().parent.mkdir(parents=True, exist_ok=True)
        settings_path().write_text(json.dumps(settings), encoding="utf-8")

    return kept


def test_plain_lines_are_printed_where_they_are_preferred(play, prefer) -> None:
    assert "─" in play()
    prefer(plain=True)
    assert "─" not in play()


def test_length_and_opponents_are_the_usual_answers(play, prefer) -> None:
    prefer(length="short", opponents="holds-out")
    printed = " ".join(play("1", people=()).split())
    assert "Enter for holds out" in printed
    printed = " ".join(play("1", "", people=()).split())
    assert "Enter for the short game" in printed


def test_what_was_asked_for_comes_first(play, prefer, tmp_path) -> None:
    prefer(length="short")
    play("", "", "", "wait", length="full")
    assert json.loads((tmp_path / "game.json").read_text())["length"] == "full"


def test_the_preferred_length_holds_where_none_was_asked_for(play, prefer, tmp_path) -> None:
    prefer(length="short")
    play("", "", "", "send", "yes", "adjourn", "1", "2", "3", "", "1")
    assert json.loads((tmp_path / "game.json").read_text())["length"] == "short"


def test_a_language_that_the_scenario_is_not_there_in_is_no_obstacle(play, prefer) -> None:
    prefer(language="th", opponents="no-such-style")
    assert "Boats are lost in a storm." in play()


def test_settings_that_cannot_be_read_are_told_and_do_not_stop_the_game(play) -> None:
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text("{", encoding="utf-8")
    printed = " ".join(play().split())
    assert "The usual settings are used." in printed
    assert "Boats are lost in a storm." in printed
