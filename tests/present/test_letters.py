"""Letters that look alike are understood alike, however a keyboard or a copied text brings them."""

from __future__ import annotations

import io
import unicodedata

import pytest

from game.present.letters import usual_letters
from game.terminal.lines import Lines
from game.terminal.screen import PlainScreen


@pytest.mark.parametrize(
    ("typed", "usual"),
    [
        ("เเผนที่", "แผนที่"),
        ("ทำ".replace("\u0e33", "\u0e4d\u0e32"), "ทำ"),
        ("น\u0e49\u0e4d\u0e32", "น้ำ"),
        ("น\u0e4d\u0e49\u0e32", "น้ำ"),
        ("ท\u0e48\u0e35", "ที่"),
        ("ตก\u200dลง\ufeff", "ตกลง"),
        ("ｕｎｄｏ！", "undo!"),
        (unicodedata.normalize("NFD", "Jussarö"), "Jussarö"),
        ("ถือ 2 ½ …", "ถือ 2 ½ …"),
    ],
)
def test_letters_that_look_alike_become_the_usual_ones(typed: str, usual: str) -> None:
    assert usual_letters(typed) == usual
    assert usual_letters(usual) == usual


@pytest.mark.parametrize(
    ("typed", "understood"),
    [("\u3000ｈｅｌｐ\u00a0", "help"), ("\u200e\u2067help\u2069", "help"), ("2\u2003because\u00a0x", "2 because x")],
)
def test_a_line_is_read_in_the_usual_letters(typed: str, understood: str) -> None:
    lines = Lines(io.StringIO(f"{typed}\n"), PlainScreen(io.StringIO()))
    assert lines.ask("> ") == understood
