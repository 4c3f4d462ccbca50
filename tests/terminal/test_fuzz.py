"""Whatever is typed, the game answers in sentences and goes on, or ends politely."""

from __future__ import annotations

import io
import random

import pytest

from game.terminal.lines import InputEnded, Lines
from game.terminal.screen import PlainScreen

COMMANDS = """1 2 3 9 0 -1 99999999999999999999 help state account tension oil why documents read tide brief members
interests advice numbers sources history go undo redo save report quit look offer send draft start best theirs stands
tree try compare A B Z all
build issue light accept press toll adjourn walk out walk-out yes no because claim wait situation linkages basis stop
; : = , - * {} {readiness} [bold] %s / .. ~ ' " 🙂 ไทย é ﬁ ½ ²"""
WORDS = [*COMMANDS.split(), "\\", "\x00", "\x1b[2J", "\x07", "\u202e"]
NOISE = "".join(chr(code) for code in (*range(9), *range(11, 13), *range(14, 160), 0x200B, 0x202E, 0xFFFF, 0x1F600))


def typed(random_: random.Random) -> str:
    """One line: mostly words that mean something somewhere, sometimes noise, sometimes nothing."""
    kind = random_.random()
    if kind < 0.25:
        return ""
    if kind < 0.35:
        return "".join(random_.choice(NOISE) for _ in range(random_.randrange(1, 80)))
    if kind < 0.37:
        return random_.choice(WORDS) * 20_000
    words = [
        word for word in random_.choices(WORDS, k=random_.randrange(1, 5)) if word not in ("quit", "save", "report")
    ]
    return " ".join(words)


@pytest.mark.parametrize("seed", range(12))
def test_no_input_breaks_the_game(play, seed: int) -> None:
    random_ = random.Random(seed)
    people = random_.choice([("arden",), ("corvane",), ("arden", "borrel"), ("arden", "borrel", "corvane")])
    lines = [typed(random_) for _ in range(150)]
    printed = play(*lines, people=people, plain=bool(seed % 2), seed=seed)
    assert "Traceback" not in printed
    assert "You have left the game" in printed or "The game is saved in" in printed


@pytest.mark.parametrize("length", range(24))
def test_the_input_may_end_anywhere(play, length: int) -> None:
    lines = ["", "", "", "claim", "", "build", "3", "2", "stop", "send", "", "press toll", "yes", "walk out", "yes", ""]
    lines += ["state", "account 1", "", "1", "", "2", "", "undo"]
    printed = play(*lines[:length])
    assert "You have left the game" in printed or "The game is saved in" in printed


def test_a_huge_line_is_cut_and_answered(play) -> None:
    printed = play("", "", "", "x" * 3_000_000)
    assert len(printed) < 50_000
    assert "Nothing here is called" in printed


def test_control_characters_are_not_printed_back(play) -> None:
    printed = play("", "", "", "wait\x1b[2J\x07\x00here")
    assert "\x1b" not in printed and "\x07" not in printed and "\x00" not in printed


def test_a_line_that_never_ends_is_the_end_of_the_input() -> None:
    class Endless(io.StringIO):
        def readline(self, size: int | None = -1, /) -> str:
            return "\x00" * (size or 1)

    with pytest.raises(InputEnded):
        Lines(Endless(), PlainScreen(io.StringIO())).ask("> ")
