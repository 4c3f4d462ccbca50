# ruff: noqa: E501
"""Recorded moves at a table with an agenda and hours: what `check` says of those that could not have been made."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scenario.edits import CONGRESS, said

FIRST_DAY = "congress: [{arden: {nominate: [passage]}}, {borrel: {nominate: [shoal]}}, {corvane: {nominate: []}}, {arden: {propose: {passage: as-friends, shoal: shared}}}, {borrel: accept}, {corvane: accept}]"
OPENING = "congress: [{arden: {nominate: [passage]}}, {borrel: {nominate: [shoal]}}, {corvane: {nominate: []}}, "
SECOND_DAY = "second-day: [{arden: {nominate: [tolls]}}, {borrel: {nominate: []}}, {corvane: {nominate: []}}, {arden: {propose: {tolls: low}}}]"


def on_the_first_day(folder: Path, moves: str) -> list[str]:
    """What is said of other recorded moves of the first day; the second day goes with them."""
    return said(folder, (FIRST_DAY, f"congress: [{moves}]"), good=CONGRESS)


MOVES: list[tuple[str, str, str]] = [
    (
        "a session opens with nominations",
        "{arden: {propose: {passage: as-friends}}}, {borrel: accept}, {corvane: adjourn}",
        "error REC06 Every session of this table opens with nominations, and the record has propose here. Begin with `arden: {nominate: […]}`.",
    ),
    (
        "nobody adjourns before all have nominated",
        "{arden: {nominate: [passage]}}, {borrel: adjourn}",
        "error REC06 Every session of this table opens with nominations, and the record has adjourn here. Begin with `borrel: {nominate: […]}`.",
    ),
    (
        "a session has the nominations of all",
        "{arden: {nominate: [passage]}}",
        "error REC08 The session congress stops here, and 11 of its moves are still to come. Add the next nomination: `borrel: {nominate: […]}`.",
    ),
    (
        "the nominations are made once",
        "{arden: {nominate: [passage]}}, {borrel: {nominate: []}}, {corvane: {nominate: []}}, {arden: {nominate: [shoal]}}",
        "error REC06 Nominations open a session, one by each party, and they have been made. Write another move here.",
    ),
    (
        "nominations go in turn",
        "{borrel: {nominate: [passage]}}",
        "error REC05 It is the turn of arden here, and the record has a move of borrel. The parties move in turn: arden, borrel then corvane.",
    ),
    (
        "nobody nominates more than its share",
        "{arden: {nominate: [passage, shoal]}}",
        "error REC07 Each party nominates 1 at most, and 2 stand here. Take some out, or raise `each`.",
    ),
    (
        "nobody nominates what is live",
        "{arden: {nominate: [passage]}}, {borrel: {nominate: [passage]}}",
        "error REC07 The issue passage is live already. Leave it out of the nomination.",
    ),
    (
        "no more issues are live than the agenda holds",
        "{arden: {nominate: [passage]}}, {borrel: {nominate: [shoal]}}, {corvane: {nominate: [tolls]}}",
        "error REC07 At most 2 issues can be live, and with these it would be 3. Take some out, or raise `live`.",
    ),
    (
        "nothing is proposed that is not live",
        "{arden: {nominate: [passage]}}, {borrel: {nominate: []}}, {corvane: {nominate: []}}, {arden: {propose: {tolls: low}}}",
        "error REC07 The issue tolls is not on the agenda. Nominate it as the session opens.",
    ),
    (
        "nothing is pressed that is not live",
        "{arden: {nominate: [passage]}}, {borrel: {nominate: []}}, {corvane: {nominate: []}}, {arden: {press: tolls}}",
        "error REC07 The issue tolls is not on the agenda. Nominate it as the session opens.",
    ),
    (
        "a session in which nothing is nominated ends with its agenda",
        "{arden: {nominate: []}}, {borrel: {nominate: []}}, {corvane: {nominate: []}}, {arden: adjourn}",
        "error REC08 Nothing was nominated, so the session ended with the move before. Delete what follows.",
    ),
    (
        "a session ends when all that is live is settled",
        "{arden: {nominate: [passage]}}, {borrel: {nominate: []}}, {corvane: {nominate: []}}, {arden: {propose: {passage: as-friends}}}, {borrel: accept}, {corvane: adjourn}",
        "error REC08 Every live issue was settled with the move before, so the session ended. Delete what follows.",
    ),
    (
        "a session ends when its hours are spent",
        "{arden: {nominate: [passage]}}, {borrel: {nominate: [shoal]}}, {corvane: {nominate: []}}, {arden: {propose: {passage: by-the-clock, shoal: shared}}}, {borrel: {propose: {passage: as-friends, shoal: taken}}}, {corvane: accept}",
        "error REC08 The hours of the session were spent with the move before. Raise `hours`, or delete what follows.",
    ),
    (
        "a press takes its hours",
        "{arden: {nominate: [passage]}}, {borrel: {nominate: [shoal]}}, {corvane: {nominate: []}}, {arden: {press: shoal}}, {borrel: {propose: {shoal: taken, passage: as-friends}}}, {corvane: {propose: {passage: nobody}}}, {arden: adjourn}",
        "error REC08 The hours of the session were spent with the move before. Raise `hours`, or delete what follows.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("unmoved", "expected"),
    [
        ("stays", "error REC07 The issue shoal is live already. Leave it out of the nomination."),
        (
            "leaves",
            "error REC07 The issue passage left the agenda with an earlier session: it had not moved. Nominate it as the session opens.",
        ),
    ],
)
def test_recorded_moves_follow_what_left_the_agenda_unmoved(tmp_path: Path, unmoved: str, expected: str) -> None:
    """Nobody but its proposer consented to words on the shoal, and nobody named the passage."""
    first = OPENING + "{arden: {propose: {shoal: shared}}}, {borrel: adjourn}]"
    shoal = "[{arden: {nominate: [shoal]}}, {borrel: {nominate: []}}, {corvane: {nominate: []}}"
    second = f"second-day: {shoal}, {{arden: {{propose: {{passage: nobody}}}}}}, {{borrel: walk-out}}]"
    edits = [("each: 1}", f"each: 1, unmoved: {unmoved}}}"), (FIRST_DAY, first), (SECOND_DAY, second)]
    assert said(tmp_path, *edits, good=CONGRESS)[0] == expected


@pytest.mark.parametrize(("moves", "expected"), [case[1:] for case in MOVES], ids=[case[0] for case in MOVES])
def test_recorded_moves_follow_the_agenda_and_the_hours(tmp_path: Path, moves: str, expected: str) -> None:
    assert on_the_first_day(tmp_path, moves)[0] == expected


@pytest.mark.parametrize(
    "moves",
    [
        # 3 hours of nominations, 1 + 1 for a plain option, 1 for elastic words, 1 for a plain one that stands already
        OPENING + "{arden: {propose: {passage: as-friends, shoal: taken}}}, {borrel: {propose: {shoal: taken}}}, {corvane: adjourn}]",
        # hours are spent exactly: 3 + 1 + 2 + 2
        OPENING + "{arden: {press: passage}}, {borrel: {propose: {shoal: taken}}}, {corvane: {propose: {passage: nobody}}}]",
    ],
)  # fmt: skip
def test_only_plain_options_newly_named_take_more_of_the_hours(tmp_path: Path, moves: str) -> None:
    later = SECOND_DAY.replace("[tolls]", "[]")
    shorter = later[: later.index(", {arden: {propose")] + ", {arden: adjourn}]"
    found = said(tmp_path, (FIRST_DAY, moves), (SECOND_DAY, shorter), ("        outcome: partial", "        outcome: failed"), good=CONGRESS)  # fmt: skip
    assert [one for one in found if " REC0" in one and "REC04" not in one] == []


def test_what_is_live_stays_live_from_day_to_day(tmp_path: Path) -> None:
    adjourned = OPENING + "{arden: adjourn}]"
    found = said(tmp_path, (FIRST_DAY, adjourned), (SECOND_DAY, SECOND_DAY.replace("[tolls]", "[passage]")), good=CONGRESS)  # fmt: skip
    assert "error REC07 The issue passage is live already. Leave it out of the nomination." in found


def test_a_party_presses_once_at_a_table_that_says_so(tmp_path: Path) -> None:
    first = OPENING + "{arden: {press: passage}}, {borrel: adjourn}]"
    second = "second-day: [{arden: {nominate: []}}, {borrel: {nominate: []}}, {corvane: {nominate: []}}, {arden: {press: shoal}}]"
    expected = "error REC06 arden has pressed at this table already."
    assert expected in said(tmp_path, (FIRST_DAY, first), (SECOND_DAY, second), good=CONGRESS)
    each = ("        limit: table\n", "")
    assert expected not in said(tmp_path, (FIRST_DAY, first), (SECOND_DAY, second), each, good=CONGRESS)


def test_a_table_without_an_agenda_takes_no_nomination(tmp_path: Path) -> None:
    assert said(tmp_path, ("{finland: adjourn}", "{finland: {nominate: [harbour]}}"))[0] == (
        "error REC06 This table has no agenda, so nothing can be nominated. Write another move here."
    )
