"""Finland 1939 in the terminal, from each side, full and short, to its debrief: by somebody who types at random."""

from __future__ import annotations

import io
import random
import re
from pathlib import Path

import pytest

from game.present.wishes import Wishes
from game.terminal.session import Session, Streams

LAST_PAGE = "Press Enter to compare with what happened."
MOST_LINES = 3_000


class Typist(io.StringIO):
    """Types at random until the last page is reached, then reads the whole debrief and leaves."""

    def __init__(self, seed: int, out: io.StringIO) -> None:
        super().__init__()
        self._random, self._out, self._seen, self._rest = random.Random(seed), out, 0, ["", "all", "quit"]
        self._typed = 0

    def readline(self, size: int = -1, /) -> str:
        self._typed += 1
        printed = self._out.getvalue()[self._seen :]
        if LAST_PAGE in printed:
            return f"{self._rest.pop(0)}\n" if self._rest else ""
        self._seen = len(self._out.getvalue()) - len(LAST_PAGE)
        return f"{self._line()}\n" if self._typed < MOST_LINES else ""

    def _line(self) -> str:
        issue, option = self._random.randrange(1, 10), self._random.randrange(1, 5)
        lines = ["", "", "1", "2", "3", "send", "accept", "start theirs", f"{issue} {option}", "adjourn", "state"]
        return self._random.choice([*lines, "walk out", "yes", "undo" if self._typed % 9 == 0 else "history"])


@pytest.mark.parametrize("length", ["full", "short"])
@pytest.mark.parametrize("people", [("finland",), ("soviet-union",), ("finland", "soviet-union")], ids="+".join)
def test_it_can_be_played_to_its_debrief(people: tuple[str, ...], length: str, tmp_path: Path) -> None:
    out = io.StringIO()
    wishes = Wishes("finland-1939", seats=people, style="trades", seed=8, length=length, save=tmp_path / "a.json")  # type: ignore[arg-type]
    Session(wishes, Streams(Typist(8, out), out, plain=True), lambda path, scenario: "").run()
    printed = out.getvalue()
    assert LAST_PAGE in printed
    before, after = printed.split(LAST_PAGE, 1)
    assert "In history" not in before
    assert "In history" in after
    assert "{" not in printed
    assert not re.search(r"[^.]\.\.(?!\.)|[?!]\.", before.split("Seed 8", 1)[1]), "a full stop is doubled"
    assert not re.search(r"\b(\S+) to \1 of 100$", printed, re.MULTILINE), "an account tells of no change"
    assert "Occupied by," not in printed and "to The Soviet Union" not in printed
