"""A terminal game on scripted streams: what is typed goes in, what is printed comes back."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from game.present.wishes import Wishes
from game.terminal.session import Session, Streams

THREE_PARTIES = Path(__file__).parents[1] / "scenarios" / "three-parties"
Script = Callable[..., str]


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRAND_ALLIANCE_HOME", str(tmp_path / "home"))


@pytest.fixture
def play(tmp_path: Path) -> Script:
    """Plays the script's lines, and returns everything printed; `people` are the seats that persons take."""

    def played(
        *lines: str,
        people: tuple[str, ...] = ("arden",),
        plain: bool = False,
        seed: int = 3,
        width: int = 80,
        **more: object,
    ) -> str:
        out = io.StringIO()
        wishes = Wishes(THREE_PARTIES, seats=people, seed=seed, save=tmp_path / "game.json", **more)  # type: ignore[arg-type]
        streams = Streams(io.StringIO("".join(f"{line}\n" for line in lines)), out, plain, width)
        Session(wishes, streams, lambda path, scenario: f"play {path.name}").run()
        return out.getvalue()

    return played


TO_FIRST_DECISION = ("", "", "")
"""Past the content note, the brief and what happened before."""
TO_FIRST_TABLE = (*TO_FIRST_DECISION, "wait", "")
