"""However wide the terminal is, and whatever a name holds, the words arrive and nothing else."""

from __future__ import annotations

import io
import os

import pytest

from game.terminal.blocks import Grid, Heading, Item, Items, Paragraph, Verbatim
from game.terminal.rich_screen import RichScreen
from game.terminal.screen import PlainScreen

BLOCKS = [
    Heading("A heading", "a note", 1),
    Paragraph("Some words of a page"),
    Items((Item("1", "An item", ("its note",)),)),
    Grid(("Issue", "Ours", "Theirs"), (("The light", "lit", "dark"),)),
    Verbatim("play game.json"),
]
WORDS = ("heading", "note", "Some", "page", "1", "item", "its", "Issue", "Ours", "Theirs", "light", "lit", "dark")


@pytest.mark.parametrize("columns", ["-3", "0", "1", "2", "3", "7", "100000", "many"])
def test_no_word_is_lost_in_a_terminal_of_any_width(monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    out = io.StringIO()
    RichScreen(out).show(BLOCKS)
    printed = "".join(out.getvalue().split())
    assert all(word in printed for word in WORDS), out.getvalue()
    assert max(map(len, out.getvalue().splitlines())) <= 110


def test_a_window_made_wider_or_narrower_counts_from_the_next_page(monkeypatch: pytest.MonkeyPatch) -> None:
    out, widths = io.StringIO(), []
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    screen = RichScreen(out)
    for columns in (200, 44, 100):
        monkeypatch.setattr(os, "get_terminal_size", lambda *_, size=(columns, 24): os.terminal_size(size))
        out.truncate(0)
        out.seek(0)
        screen.show([Paragraph("word " * 100)])
        widths.append(max(map(len, out.getvalue().splitlines())))
    assert 100 < widths[0] <= 110 and 34 < widths[1] <= 44 and 90 < widths[2] <= 100


@pytest.mark.parametrize("screen", [PlainScreen, RichScreen])
@pytest.mark.parametrize("sign", ["\x1b[31m", "\x07", "\x00", "\u202e", "\u200f", "\x9b", "\u2066"])
def test_no_name_steers_the_terminal(screen, sign: str) -> None:  # type: ignore[no-untyped-def]
    out = io.StringIO()
    name = f"game{sign}.json"
    screen(out).show([Verbatim(name), Paragraph(name), Items((Item("1", name, (name,)),)), Grid(("a",), ((name,),))])
    assert sign[0] not in out.getvalue()
    assert "game" in out.getvalue() and ".json" in out.getvalue()
