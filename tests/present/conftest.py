"""Sittings on a small invented scenario, with no screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.present.opening import Opened, Plan, begin, open_scenario
from game.present.sitting import Sitting

THREE_PARTIES = Path(__file__).parents[1] / "scenarios" / "three-parties"


@pytest.fixture(scope="session")
def opened() -> Opened:
    return open_scenario(THREE_PARTIES)


@pytest.fixture
def sit(opened: Opened) -> Callable[..., Sitting]:
    """Begins a game; each argument is a person's chair, a party or several joined by a plus sign."""

    def begun(*chairs: str, seed: int = 3, style: str = "trades", length: str = "full") -> Sitting:
        seats = tuple(tuple(chair.split("+")) for chair in chairs)
        return begin(opened, Plan(seats, style, seed, length), None).sitting  # type: ignore[arg-type]

    return begun
