"""Digests: whatever affects play changes the one of the rules, words only the one of the texts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from game.scenario.digests import rules_digest, text_digest
from game.scenario.loader import load
from game.scenario.model import Scenario
from tests.scenario.edits import GOOD, written

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return load(GOOD)


def test_words_change_the_text_digest_alone(scenario: Scenario, tmp_path: Path) -> None:
    changed = load(written(tmp_path, ('"A small demand"', '"A little demand"')))
    assert rules_digest(changed) == rules_digest(scenario)
    assert text_digest(changed) != text_digest(scenario)


def test_places_and_spaces_change_no_digest(scenario: Scenario, tmp_path: Path) -> None:
    changed = load(written(tmp_path, ("format: 1\n", "# a comment\n\nformat: 1\n"), ('"tension"}', '"( tension )"}')))
    assert rules_digest(changed) == rules_digest(scenario)
    assert text_digest(changed) == text_digest(scenario)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("good: down, start: 3,", "good: down, start: 4,"),
        ('do: "tension -= 1"', 'do: "tension -= 2"'),
        ('when: "tension < 8"', 'when: "tension < 9"'),
        ("line: {odds: 6", "line: {odds: 5"),
        ("weight: {soviet-union: 2, finland: 1}", "weight: {soviet-union: 2, finland: 2}"),
        ("more: {none: 100, paid: 40}", "more: {none: 100, paid: 50}"),
        ('"min(60, 20 + readiness.finland / 4)"', '"min(60, 21 + readiness.finland / 4)"'),
        ("yields: {odds: 30, points: 10", "yields: {odds: 30, points: 11"),
        ("known-to: [soviet-union], believed: {finland: line}", "known-to: [soviet-union], believed: {finland: more}"),
        ("kept: 5, broken: 20", "kept: 5, broken: 21"),
        ('when: "agreed.talks != whole"', 'when: "agreed.talks == failed"'),
        ('value: "tension"', 'value: "tension + 1"'),
        ('name: "Calm", weight: 2', 'name: "Calm", weight: 3'),
        ("short: wait", "short: call-up-reserves"),
        ("rounds: 3", "rounds: 4"),
    ],
)  # fmt: skip
def test_whatever_affects_play_changes_the_rules_digest(scenario: Scenario, old: str, new: str, tmp_path: Path) -> None:
    changed = load(written(tmp_path, (old, new)))
    assert rules_digest(changed) != rules_digest(scenario)


def test_digests_are_the_same_in_another_process(scenario: Scenario) -> None:
    program = f"from game.scenario.loader import load; from game.scenario.digests import *; s = load({str(GOOD)!r})"
    command = [sys.executable, "-c", f"{program}; print(rules_digest(s), text_digest(s))"]
    for seed in ("1", "2"):
        done = subprocess.run(
            command, cwd=ROOT, env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        )
        assert done.stdout.split() == [rules_digest(scenario), text_digest(scenario)]
