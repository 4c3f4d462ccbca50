"""Files with one defect each give exactly one finding, word for word; the file they are made from gives none."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.scenario.loader import check

BROKEN = Path(__file__).parents[1] / "broken"
EXPECTED = (BROKEN / "expected.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", EXPECTED, ids=lambda line: line.partition(".yaml")[0])
def test_a_broken_file_gives_exactly_its_finding(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BROKEN)
    found = check(line.partition(":")[0])
    assert [str(finding) for finding in found] == [line]


def test_the_file_they_are_made_from_is_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BROKEN)
    assert check("good.yaml") == []


def test_every_broken_file_is_expected_once() -> None:
    files = {path.name for path in BROKEN.glob("*.yaml")} - {"good.yaml", "world.yaml"}
    listed = [line.partition(":")[0] for line in EXPECTED]
    assert sorted(listed) == sorted(files)
    assert len(listed) >= 30


@pytest.mark.parametrize("line", EXPECTED, ids=lambda line: line.partition(".yaml")[0])
def test_a_broken_file_differs_from_the_good_one_in_one_place(line: str) -> None:
    good = (BROKEN / "good.yaml").read_text(encoding="utf-8").splitlines()
    broken = (BROKEN / line.partition(":")[0]).read_text(encoding="utf-8").splitlines()
    gone, new = set(good) - set(broken), set(broken) - set(good)
    assert len(gone) <= 1 and len(new) <= 2
