"""The last word of the last session in the terminal: accept or walk out, and nothing else is offered."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from game.present.wishes import Wishes
from game.terminal.session import Session, Streams
from tests.scenarios.small import write_small
from tests.scenarios.talks import TALKS

HAND_OVER, NEWS = "", ""
TO_LAST_WORD = (
    *("", HAND_OVER, "", "send", "yes", HAND_OVER, "", "send", "yes", HAND_OVER, NEWS),
    *("1 1; 2 1", "send", HAND_OVER, NEWS, "send", "yes", HAND_OVER, "1 2; 2 2", "send", HAND_OVER),
)


@pytest.fixture
def last_word(tmp_path: Path) -> Callable[..., str]:
    def played(*lines: str) -> str:
        """Types lines at the last word, and returns what is printed from there, in one line."""
        out = io.StringIO()
        wishes = Wishes(write_small(tmp_path, TALKS), seats=("arden", "borrel"), save=tmp_path / "game.json")
        typed = io.StringIO("".join(f"{line}\n" for line in (*TO_LAST_WORD, *lines)))
        Session(wishes, Streams(typed, out, plain=True), lambda path, scenario: "").run()
        return " ".join(out.getvalue().rsplit("This is the last word of the last session:", 1)[1].split())

    return played


@pytest.mark.parametrize("typed", ["1 2", "send", "offer 1 2", "start best", "draft", "build"])
def test_no_package_is_prepared_any_more(last_word, typed: str) -> None:
    told = last_word(typed)
    assert "accept what stands, or walk out" in told
    assert "The package we prepare" not in told


def test_the_prompt_offers_only_what_is_left(last_word) -> None:
    prompt = last_word().split("Type ")[1]
    assert prompt.startswith("accept or walk out.")
    assert "send" not in prompt and "build" not in prompt


def test_help_lists_only_what_is_left(last_word) -> None:
    listed = last_word("help").split("What can be typed")[1]
    assert "accept: consent" in listed and "walk out:" in listed
    assert "propose" not in listed and "build:" not in listed and "adjourn:" not in listed


def test_the_last_word_can_sign(last_word) -> None:
    told = last_word("accept", "yes")
    assert "- The light: It burns - The toll: A barrel a year" in told
    assert "Sign it? (yes or no) yes" in told
    assert "The talks have ended in agreement." in told
