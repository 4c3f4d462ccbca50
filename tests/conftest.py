"""What holds for all tests: in games that they begin, a scenario of the checkout is read and compiled once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.kept import kept


@pytest.fixture(scope="session", autouse=True)
def _read_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("game.present.opening.load", kept().load)
        for module in ("game.engine.game", "game.storage.saves"):
            patched.setattr(f"{module}.compile_scenario", kept().compiled)
        yield
    kept().expect_unchanged()
