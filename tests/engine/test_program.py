"""The digest of a program names its rules: another rule gives another digest, another word does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scenarios.small import choice, do, news, small

MORE = """
variables:
  up: {name: U, range: 0..100, start: 50}
  aim: {name: A, values: [low, high]}
  mood: {name: M, values: [low, high]}
promises:
  word: {by: arden, to: [borrel], due: last, kept-when: "up > 50", kept: 5, broken: 9, text: "Said."}
"""
STEPS = (
    """
  - id: draw
    date: 1925-06
    title: "Draw"
    chance: {seals: aim, basis: B, record: disputed, outcomes: {low: {odds: 3, text: T}, high: {odds: 4}}}
  - id: talks
    date: 1925-06
    title: "Talks"
    table:
      parties: [arden, borrel]
      agreement: whole
      rounds: 2
      issues: {land: {name: L, unsettled: keep, options: {keep: {text: K}, give: {text: G}},
        weight: {arden: {low: 2, high: 9}, borrel: 4},
        values: {arden: {keep: 10, give: 90}, borrel: {keep: 70, give: 5}}}}
      values-by: {arden: aim}
      linkages: {arden: [{when: "land == give", add: -30, basis: B}]}
      walk-away: {arden: 20, borrel: 30}
      walk-away-basis: {arden: B, borrel: B}
      press: {parties: [arden], price: [], basis: B, outcomes: {
        won: {odds: 1, points: 8, text: T}, lost: {odds: 2, points: 0, text: N}}}
      record: {outcome: failed, moves: {talks: [{arden: walk-out}]}}
"""
    + choice(
        "plan",
        "arden",
        'wait: {text: "Wait", effects: [' + do("make word") + ']}, act: {text: "Act", when: "up > 3", why-not: "No."}',
        record="wait",
    )
    + news("last", effects=do("up += 7"))
)


def digest(folder: Path, old: str = "", new: str = "") -> str:
    assert (STEPS + MORE).count(old) == 1 or not old, old
    steps, more = (part.replace(old, new) if old else part for part in (STEPS, MORE))
    return small(folder, steps, more=more).digest


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("low: {odds: 3", "low: {odds: 2"),
        ("seals: aim", "seals: mood"),
        ("rounds: 2", "rounds: 3"),
        ("agreement: whole", "agreement: by-issue"),
        ("values-by: {arden: aim}", "values-by: {arden: mood}"),
        ("add: -30", "add: -31"),
        ('"land == give"', '"land == keep"'),
        ("walk-away: {arden: 20", "walk-away: {arden: 21"),
        ("points: 8", "points: 9"),
        ("lost: {odds: 2", "lost: {odds: 3"),
        ("give: 90", "give: 91"),
        ("high: 9", "high: 8"),
        ("unsettled: keep", "unsettled: give"),
        ("up += 7", "up += 8"),
        ('"up > 3"', '"up > 4"'),
        ("start: 50", "start: 51"),
        ("party: arden", "party: borrel"),
        ('kept-when: "up > 50"', 'kept-when: "up > 51"'),
        ("broken: 9", "broken: 8"),
        ("range: 0..100", "range: 0..56"),
        ("parties: [arden], price", "parties: [borrel], price"),
    ],
)
def test_another_rule_gives_another_digest(old: str, new: str, tmp_path: Path) -> None:
    assert digest(tmp_path, old, new) != digest(tmp_path)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"Wait"', '"Bide"'),
        ('"Said."', '"Sworn."'),
        ('title: "Draw"', 'title: "Lots"'),
        ("text: T}, high", "text: U}, high"),
        ("name: U", "name: V"),
        ("basis: B, record", "basis: C, record"),
        ("walk-away-basis: {arden: B", "walk-away-basis: {arden: C"),
    ],
)
def test_another_word_leaves_the_digest(old: str, new: str, tmp_path: Path) -> None:
    assert digest(tmp_path, old, new) == digest(tmp_path)
