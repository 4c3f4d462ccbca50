"""The commands that measure and build refuse what cannot be meant in one sentence, and never with a traceback."""

from __future__ import annotations

import sys
from importlib import import_module

import pytest

REFUSED = (
    ("tests.benchmarks.round_robin", "--rounds 0", "a whole number from 1 to 1000 was expected, and '0' was found"),
    ("tests.benchmarks.round_robin", "--rounds 99999999999999999999", "a whole number from 1 to 1000 was expected"),
    ("tests.benchmarks.round_robin", "--most -1", "a whole number from 100 to 100000 was expected, and '-1' was found"),
    ("tests.benchmarks.round_robin", "--domains nowhere", "there is no folder 'nowhere'"),
    ("tests.benchmarks.round_robin", "--domains tests/broken", "no folder below tests/broken holds a domain"),
    ("tests.benchmarks.unseen", "--seeds many", "a whole number from 1 to 1000 was expected, and 'many' was found"),
    ("tests.benchmarks.unseen", "--three --families large", "three parties are not tried on the family large"),
    ("tests.benchmarks.__main__", "--games 0", "a whole number from 1 to 10000000 was expected, and '0' was found"),
    ("tests.benchmarks.openspiel", "--rounds 0", "a whole number from 1 to 1000 was expected, and '0' was found"),
    ("tests.benchmarks.window", "--rounds 0", "a whole number from 1 to 1000 was expected, and '0' was found"),
    ("tests.analysis.find_witnesses", "nothing", 'There is no scenario "nothing".'),
    ("assets.build.screenshots", "--size 0x0", "a width and a height such as 1280x720 were expected"),
    ("assets.build.screenshots", "--text-size 0", "a whole number from 50 to 300 was expected, and '0' was found"),
    ("assets.build.screenshots", "README.md", "'README.md' cannot be a folder"),
)


@pytest.mark.parametrize(("module", "words", "sentence"), REFUSED, ids=[f"{one[0]} {one[1]}" for one in REFUSED])
def test_what_cannot_be_meant_is_refused(
    module: str, words: str, sentence: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", [module, *words.split()])
    with pytest.raises(SystemExit) as left:
        import_module(module).main()
    assert left.value.code == 2
    assert sentence in capsys.readouterr().err.splitlines()[-1]


def test_only_translations_of_the_game_are_given_breaks(capsys: pytest.CaptureFixture[str]) -> None:
    breaks = pytest.importorskip("assets.build.thai.breaks")
    assert breaks.main(["nothing"]) == 2
    assert "is no translation of the game" in capsys.readouterr().err
