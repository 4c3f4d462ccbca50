"""What the short game decides for a person: nothing that breaks the person's word, or fights where it gave in."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from game.present.opening import open_scenario
from game.scenario.model import Choice, Step
from tests.kept import SHIPPED

CHOSEN = re.compile(r"choice\.([\w-]+?)(?:\.([\w-]+))? (==|!=|in) (\[[^\]]*\]|[\w-]+)")


def of(step: Step, party: str) -> Choice | None:
    return step.body.get(party) if isinstance(step.body, Mapping) else None


@pytest.mark.parametrize("scenario", SHIPPED)
def test_the_short_game_breaks_no_word_of_a_person(scenario: str) -> None:
    opened = open_scenario(scenario).scenario
    broken = []
    for promise in opened.promises.values():
        for step, party, operator, words in CHOSEN.findall(promise.kept_when.source):
            choice = of(opened.steps[step], party or promise.by)
            options = re.findall(r"[\w-]+", words)
            if choice is not None and choice.default and (choice.default in options) == (operator == "!="):
                broken.append((promise.id, step, choice.default))
    assert broken == []


def test_whether_a_state_gives_in_is_asked_of_its_person_in_the_short_game_too() -> None:
    steps = open_scenario("finland-1939").scenario.steps
    asked = [of(steps[step], "finland") for step in ("april-answer", "ultimatum")]
    assert [one.default for one in asked if one is not None] == [None, None]
