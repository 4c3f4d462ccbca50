# ruff: noqa: E501
"""The review of tables and draws: each rule broken by one small change of the good scenario, and nothing else found."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scenario.edits import Change, assert_told, said

TABLES: list[tuple[str, list[Change], str]] = [
    (
        "weights are not all zero",
        [("finland: 10}\n", "finland: 0}\n"), ("weight: {soviet-union: 2, finland: 1}", "weight: {soviet-union: 2, finland: 0}")],
        "error TAB01 All weights of finland are zero, so everything is the same to it. Give at least one issue a weight.",
    ),
    (
        "weights fit the numbers of the game",
        [("finland: 10}\n", "finland: 30000000}\n")],
        "error RNG01 The worth of a package to finland may not fit 32 bits. Use weights of one or two digits.",
    ),
    (
        "some package is worth more than walking away",
        [("walk-away: {soviet-union: 30,", "walk-away: {soviet-union: 99,"), ("values: {soviet-union: {line: {none: 100, paid: 0}, more: {none: 100, paid: 40}}", "values: {soviet-union: {line: {none: 90, paid: 0}, more: {none: 100, paid: 40}}")],
        "warning TAB02 The best package is worth 98 of 100 to soviet-union (line), and it walks away below 99: it can never agree. Lower the walk-away value.",
    ),
    (
        "the best option of an issue has the value 100",
        [("values: {soviet-union: {none: 0, lease: 100}", "values: {soviet-union: {none: 0, lease: 80}")],
        "warning TAB03 No option of harbour has the value 100 for soviet-union; the best has 80. Give the best option 100 and let the weight say how much the issue matters.",
    ),
    (
        "every party at a table is bound by something",
        [('name: "The harbour"\n', 'name: "The harbour"\n          binds: [finland]\n'), ('name: "Rent"\n', 'name: "Rent"\n          binds: [finland]\n')],
        "warning TAB04 No issue of this table binds soviet-union, so nothing needs its consent. Add it to `binds`, or leave it out.",
    ),
    (
        "a table that nothing could skip was held",
        [("        outcome: failed\n", "        outcome: not-held\n"), ("          talks: [{soviet-union: {propose: {harbour: lease, money: none}}}, {finland: adjourn}]\n", ""), ("          second-talks: [{soviet-union: {propose: {harbour: lease, money: paid}}}, {finland: {propose: {harbour: none, money: none}}}, {soviet-union: walk-out}]\n", ""), ("        moves:\n", "")],
        "error REC08 The record says that talks was not held, and without a `when` it always is. Add `talks: […]` to its moves, and their outcome, or give the step a `when`.",
    ),
    (
        "issue by issue, everybody wants something that is not so already",
        [("agreement: whole", "agreement: by-issue"), ("{soviet-union: {none: 0, lease: 100}, finland", "{soviet-union: {none: 100, lease: 0}, finland"), ("more: {none: 100, paid: 40}", "more: {none: 40, paid: 100}")],
        "warning TAB08 What holds when nothing is settled is the best on every issue for soviet-union (line): it need not agree. Let it want something that the others can give.",
    ),
    (
        "an issue matters to somebody",
        [("weight: {soviet-union: 2, finland: 1}", "weight: {soviet-union: 0, finland: 0}"), ("harbour == lease and money == none", "harbour == lease")],
        "warning TAB07 Nobody at this table gives money any weight, so nobody bargains over it. Give it a weight, or leave the issue out.",
    ),
    (
        "a draw has odds in every state",
        [('quiet: {odds: "max(1, 12 - tension)"', 'quiet: {odds: "max(0, 3 - tension)"'), ('clash: {odds: "tension"', 'clash: {odds: "max(0, tension - 3)"'), ("record: quiet", "record: disputed")],
        "error RNG05 The odds of all outcomes may be zero at once, for example when tension is 3, and then nothing could be drawn. Hold one of them above it: `max(1, …)`.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "expected"), [case[1:] for case in TABLES], ids=[case[0] for case in TABLES])
def test_every_rule_has_its_finding(tmp_path: Path, changes: list[Change], expected: str) -> None:
    assert_told(tmp_path, changes, expected)


def test_a_table_may_read_what_is_settled_between_its_sessions(tmp_path: Path) -> None:
    weather = (
        "  - id: second-talks\n",
        "  - id: weather\n    date: 1939-10-20\n    title: Weather\n    sources: [notes]\n    chance:\n"
        "      outcomes: {fog: {name: fog, odds: 1, text: Fog.}, sun: {name: sun, odds: 1, text: Sun.}}\n"
        "      basis: A judgement.\n      record: fog\n  - id: second-talks\n",
    )
    offer = 'recommends: propose, text: "Offer rent.", would-change: "A threat."'
    after_fog = (offer, f'{offer}, when: "chance.weather == fog"')
    assert said(tmp_path, weather, after_fog) == []
    at_its_end = (offer, f'{offer}, when: "agreed.talks == failed"')
    assert "agreed.talks is filled by the same step" in said(tmp_path, at_its_end)[0]


STUBBORN = (
    'walk-away: {soviet-union: 30, finland: "min(60, 20 + readiness.finland / 4)"}',
    "walk-away: {soviet-union: 100, finland: 100}",
)


def test_a_table_at_which_nobody_can_ever_agree_is_told(tmp_path: Path) -> None:
    assert [one.split()[1] for one in said(tmp_path, STUBBORN)] == ["TAB09"]


@pytest.mark.parametrize(
    "change",
    [
        ("finland: {none: 100, lease: 0}}", "finland: {none: 100, lease: 100}}"),
        ("add: -50", "add: 50"),
    ],
)
def test_a_table_at_which_one_package_may_be_the_best_for_all_is_not(change: Change, tmp_path: Path) -> None:
    rent = ("finland: {none: 0, paid: 100}}", "finland: {none: 100, paid: 0}}")
    assert not [one for one in said(tmp_path, STUBBORN, change, rent) if "TAB09" in one]


def test_who_asks_for_less_than_all_leaves_room_for_a_deal(tmp_path: Path) -> None:
    less = (STUBBORN[0], 'walk-away: {soviet-union: 100, finland: "max(99, readiness.finland)"}')
    assert said(tmp_path, less) == []
