# ruff: noqa: E501
"""The review of the record: each rule broken by one small change of the good scenario, and the path that it takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.scenario.loader import load
from game.scenario.recorded_path import RecordedPath
from tests.scenario.edits import Change, assert_told, written

SECOND_SESSION_LINE = "          second-talks: [{soviet-union: {propose: {harbour: lease, money: paid}}}, {finland: {propose: {harbour: none, money: none}}}, {soviet-union: walk-out}]\n"
FIRST_SESSION = "talks: [{soviet-union: {propose: {harbour: lease, money: none}}}, {finland: adjourn}]"
SECOND_SESSION = "{propose: {harbour: none, money: none}}}, {soviet-union: walk-out}]"

RECORD: list[tuple[str, list[Change], str]] = [
    (
        "a recorded option must be open on the recorded path",
        [('effects: [{do: "tension -= 1", because: "nobody moves"}]', 'when: "chance.winter == quiet"\n        why-not: "-"\n        effects: [{do: "tension -= 1", because: "nobody moves"}]'),
         ("record: {option: call-up-reserves, fallback: wait,", "record: {option: wait, fallback: call-up-reserves,")],
        "error REC01 The record takes wait here, and on the recorded path its condition cannot hold. Change `when`, or the record.",
    ),
    (
        "a recorded outcome must have odds",
        [('quiet: {odds: "max(1, 12 - tension)"', 'quiet: {odds: "12 - tension"'), ('clash: {odds: "tension"', 'clash: {odds: "1 + tension"'), ("tension: {name: \"Tension\", range: 0..10", "tension: {name: \"Tension\", range: 0..12"), ("100 - tension * 10 if", "max(0, 100 - tension * 10) if"), ("50 - tension * 5", "max(0, 50 - tension * 4)")],
        "error REC02 The record has the outcome quiet, so its odds must be 1 or more, and they can lie in 0..12. Hold them: `max(1, …)`.",
    ),
    (
        "every measure has its documented value",
        [("    tension-in-march: {value: 9, sources: [study], confidence: literature}\n", "")],
        "error REC03 The record has no value for the measure tension-in-march. Add `tension-in-march: {value: …}` to `record: {measures: …}`.",
    ),
    (
        "the recorded ending holds on the recorded path",
        [("  ending: stalemate", "  ending: leased")],
        "error REC04 The record ends with leased, and its condition cannot hold on the recorded path. Change the condition, or name another ending.",
    ),
    (
        "no ending before the recorded one holds on the recorded path",
        [('when: "agreed.talks == whole", text', 'when: "agreed.talks == failed", text')],
        "error REC04 The record ends with stalemate, and leased stands before it and holds on the recorded path. Narrow its condition, move it further down, or name another ending.",
    ),
    (
        "the parties of a table move in turn",
        [("{finland: adjourn}", "{soviet-union: adjourn}")],
        "error REC05 It is the turn of finland here, and the record has a move of soviet-union. The parties move in turn: soviet-union then finland.",
    ),
    (
        "nothing that does not stand can be accepted",
        [(FIRST_SESSION, "talks: [{soviet-union: accept}, {finland: adjourn}]")],
        "error REC06 Nothing stands on the table to accept. Write a proposal first.",
    ),
    (
        "nobody accepts its own proposal",
        [(FIRST_SESSION, "talks: [{soviet-union: {propose: {harbour: lease, money: none}}}, {finland: {press: money}}]"), ("parties: [soviet-union]\n", "parties: [soviet-union, finland]\n"), (SECOND_SESSION, "{press: money}}, {soviet-union: accept}]")],
        "error REC06 soviet-union has consented to what stands already. Write a new proposal, or `adjourn`.",
    ),
    (
        "only who may press presses",
        [(FIRST_SESSION, "talks: [{soviet-union: {propose: {harbour: lease, money: none}}}, {finland: {press: money}}]")],
        "error REC06 finland cannot press at this table. Add it to `press: {parties: […]}`.",
    ),
    (
        "pressing is possible once a session",
        [(FIRST_SESSION, "talks: [{soviet-union: {press: money}}, {finland: {propose: {harbour: none, money: none}}}, {soviet-union: {press: harbour}}, {finland: adjourn}]")],
        "error REC06 soviet-union has pressed in this session already.",
    ),
    (
        "the last mover of the last round just accepts or walks out",
        [("    rounds: 3\n", "    rounds: 1\n"), (SECOND_SESSION, "{propose: {harbour: none, money: none}}}]")],
        "error REC06 The last mover of the last round cannot propose: nobody could answer. Write `accept` or `walk-out`, or add a round.",
    ),
    (
        "a whole package covers every issue",
        [("{propose: {harbour: lease, money: none}}}, {finland: adjourn}", "{propose: {harbour: lease}}}, {finland: adjourn}")],
        "error REC07 A package of this table covers every issue, and `money` is missing. Name an option for each.",
    ),
    (
        "a session is played to its end or adjourned",
        [(", {finland: adjourn}]", "]")],
        "error REC08 The session talks stops here, and 3 of its moves are still to come. Add the next move of finland, or `finland: adjourn`.",
    ),
    (
        "nothing follows an adjournment",
        [(", {finland: adjourn}]", ", {finland: adjourn}, {soviet-union: adjourn}]")],
        "error REC08 The session was adjourned with the move before. Delete what follows.",
    ),
    (
        "nothing follows a closing move",
        [("{soviet-union: walk-out}]", "{soviet-union: walk-out}, {finland: accept}]")],
        "error REC08 The table closed with the move before. Delete what follows.",
    ),
    (
        "a closed table has no later session",
        [(", {finland: adjourn}]", ", {finland: walk-out}]")],
        "error REC08 The table is closed by now, and the record has moves for the session second-talks. Delete them, or end the earlier session with `adjourn`.",
    ),
    (
        "an open table has moves at each session",
        [(SECOND_SESSION_LINE, "")],
        "error REC08 The record has no moves for the session second-talks, and the table is still open then. Add `second-talks: […]` to the moves of the record.",
    ),
    (
        "the rounds of a session are kept",
        [("      rounds: 2\n", "      rounds: 1\n"), (", {finland: adjourn}]", ", {finland: {propose: {harbour: none, money: none}}}, {soviet-union: adjourn}]")],
        "error REC08 The session talks is over: 1 rounds of 2 moves have been made. Raise `rounds`, or delete what follows.",
    ),
    (
        "the outcome follows from the moves",
        [("        outcome: failed\n", "        outcome: whole\n")],
        "error REC09 The recorded moves end with the outcome failed, and the record says whole. Change the moves or the outcome of the record.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "expected"), [case[1:] for case in RECORD], ids=[case[0] for case in RECORD])
def test_every_rule_has_its_finding(tmp_path: Path, changes: list[Change], expected: str) -> None:
    assert_told(tmp_path, changes, expected)


def test_the_recorded_path_knows_choices_tables_and_draws(tmp_path: Path) -> None:
    path = RecordedPath(load(written(tmp_path)))
    before = {step.id: dict(path.known) for step in path.steps()}
    assert before["call-up"]["choice.call-up"] == (0, 0)
    assert before["talks"]["choice.call-up"] == (2, 2)
    assert before["second-talks"]["agreed.talks"] == (0, 0)
    assert before["words"]["agreed.talks"] == (2, 2)
    assert before["words"]["agreed.talks.harbour"] == (1, 1)
    assert path.known["chance.aims"] == (1, 2)
    assert path.known["chance.winter"] == (1, 1)
    assert path.known["choice.words.soviet-union"] == (1, 1)


def test_a_step_that_the_record_skips_leaves_its_columns_empty(tmp_path: Path) -> None:
    skipped = ('when: "agreed.talks != whole"', 'when: "choice.call-up == wait"')
    path = RecordedPath(load(written(tmp_path, skipped)))
    assert [step.id for step in path.steps()][-1] == "winter"
    assert path.known["choice.words.finland"] == (0, 0)


def test_a_table_that_the_record_skips_is_not_held(tmp_path: Path) -> None:
    skipped = (
        ('    title: "In the Kremlin"\n', '    title: "In the Kremlin"\n    when: "choice.call-up == wait"\n'),
        (FIRST_SESSION, "talks: []"),
        (SECOND_SESSION_LINE, ""),
        ("        outcome: failed\n", "        outcome: not-held\n"),
    )
    path = RecordedPath(load(written(tmp_path, *skipped)))
    assert list(path.steps())
    assert path.known["agreed.talks"] == (1, 1)
    assert path.known["agreed.talks.harbour"] == (0, 0)
