"""What holds for all tests: in games that they begin, a scenario of the checkout is read and compiled once.

What is there before the first test stays to the end, so the collector of garbage is not to look through it again.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from tests.kept import kept


def pytest_collection_finish() -> None:
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 10, 3)


@pytest.fixture(scope="session", autouse=True)
def _read_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("game.present.opening.load", kept().load)
        patched.setattr("game.present.opening.best_words", kept().best_words)
        patched.setattr("game.present.codex.codex_of", kept().codex_of)
        for module in ("game.engine.game", "game.storage.saves"):
            patched.setattr(f"{module}.compile_scenario", kept().compiled)
        yield
    kept().expect_unchanged()
