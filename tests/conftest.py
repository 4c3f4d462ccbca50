"""What holds for all tests: in games that they begin, a scenario of the checkout is read and compiled once.

What is there before the first test stays to the end, so the collector of garbage is not to look through it again.
Where several processes run the tests, every other one gathers them from the far end: what the first of two has made
ready for Python when they meet, the second need not make ready again.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def pytest_configure(config: pytest.Config) -> None:
    number = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
    if int(number) % 2 and config.args == [HERE.name]:
        config.args = [str(path) for path in sorted(HERE.iterdir(), reverse=True) if _has_tests(path)]


def _has_tests(path: Path) -> bool:
    return any(path.glob("test_*.py")) or path.match("test_*.py")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts the tests in the same order in every process; the slow ones come first, lest one be left over at the end."""
    items.sort(key=lambda item: (item.get_closest_marker("slow") is None, item.path))


def pytest_collection_finish() -> None:
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 3)


@pytest.fixture(scope="session", autouse=True)
def _read_once() -> Iterator[None]:
    # Here, since the process that only hands out tests and hears how they ended needs nothing of the game.
    from tests.kept import kept

    frozen = gc.get_freeze_count()
    with pytest.MonkeyPatch.context() as patched:
        # They are told by walking past them all, which would take as long as opening a game that was read before.
        patched.setattr(gc, "get_freeze_count", lambda: frozen)
        patched.setattr("game.present.opening.load", kept().load)
        patched.setattr("game.present.opening.best_words", kept().best_words)
        patched.setattr("game.present.codex.codex_of", kept().codex_of)
        patched.setattr("game.present.codex.mentions", kept().mentions)
        patched.setattr("game.present.debrief.steps_of_the_record", kept().steps_of_the_record)
        patched.setattr("game.present.debrief_maps.recorded_game", kept().recorded_game)
        for module in ("game.engine.game", "game.storage.saves"):
            patched.setattr(f"{module}.compile_scenario", kept().compiled)
        yield
    kept().expect_unchanged()
