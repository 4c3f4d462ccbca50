# ruff: noqa: E501
"""Agenda and hours, plain and elastic words, absentees, stretched and lapsed promises, as a file states them."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.scenario.audiences import seat_rules, shown_texts
from game.scenario.cast import PromiseState
from game.scenario.digests import rules_digest
from game.scenario.intervals import Bounds
from game.scenario.loader import check, load
from game.scenario.model import Scenario
from game.scenario.overlay import translatable
from game.scenario.recorded_path import RecordedPath
from game.scenario.table_rules import Agenda, Hours, Outcome, Table, Wording
from game.scenario.tree import Number
from tests.scenario.edits import CONGRESS, GOOD, Change, said, written

SECOND_DAY = "second-day: [{arden: {nominate: [tolls]}}, {borrel: {nominate: []}}, {corvane: {nominate: []}}, {arden: {propose: {tolls: low}}}]"


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return load(CONGRESS)


@pytest.fixture(scope="module")
def table(scenario: Scenario) -> Table:
    body = scenario.steps["congress"].body
    assert isinstance(body, Table)
    return body


# What is read


def test_a_file_with_every_addition_has_nothing_wrong(tmp_path: Path) -> None:
    assert said(tmp_path, good=CONGRESS) == []


def test_an_agenda_and_hours_are_read_and_a_later_session_may_have_its_own(table: Table) -> None:
    assert table.agenda == Agenda(live=2, each=1, unmoved_leave=False)
    assert table.hours == Hours({"congress": 8, "second-day": 4}, nominate=1, propose=1, accept=0, press=2, plain=1)


def test_a_later_session_has_the_hours_of_its_table_unless_it_says_otherwise(tmp_path: Path) -> None:
    longer = (SECOND_DAY, SECOND_DAY.removesuffix("]") + ", {borrel: adjourn}]")
    body = load(written(tmp_path, ("    hours: 4\n", ""), longer, good=CONGRESS)).steps["congress"].body
    assert isinstance(body, Table) and body.hours is not None
    assert body.hours.sessions == {"congress": 8, "second-day": 8}


def test_a_press_may_be_limited_to_one_at_the_whole_table(table: Table) -> None:
    assert table.press is not None and table.press.limit == "table"


def test_a_nomination_is_a_move_with_issues_and_a_pass_has_none(table: Table) -> None:
    first, second, third, *_ = table.record.moves["congress"]
    assert [(move.kind, move.issues) for move in (first, second, third)] == [
        ("nominate", ("passage",)),
        ("nominate", ("shoal",)),
        ("nominate", ()),
    ]


def test_each_option_has_its_wording_and_elastic_words_their_readings(table: Table) -> None:
    options = table.issues["passage"].options
    assert [option.wording for option in options.values()] == [Wording.NEITHER, Wording.PLAIN, Wording.ELASTIC]
    assert list(options["as-friends"].reads) == ["arden", "borrel"]
    assert not options["by-the-clock"].reads


def test_a_promise_made_in_elastic_words_opens_elastic(scenario: Scenario, table: Table) -> None:
    (effect,) = table.issues["passage"].options["as-friends"].effects
    assert (effect.column, effect.amount.tree) == ("promise.free-passage", Number(int(PromiseState.OPEN_ELASTIC)))
    promise = scenario.promises["free-passage"]
    assert promise.stretched == 8
    assert promise.lapses_when is not None and promise.lapses_when.source == "tension > 8"


def test_the_numbers_of_the_earlier_states_of_a_promise_stay() -> None:
    assert [state.id for state in PromiseState] == [
        "not-made",
        "open",
        "kept",
        "broken",
        "open-elastic",
        "stretched",
        "lapsed",
    ]


def test_an_absentee_holds_the_options_that_it_names_or_all_but_the_unsettled_one(tmp_path: Path, table: Table) -> None:
    assert table.issues["shoal"].absent["dunmere"].to == ("shared", "taken")
    changed = load(written(tmp_path, ("to: [shared, taken], consents", "consents"), good=CONGRESS)).steps["congress"].body  # fmt: skip
    assert isinstance(changed, Table)
    assert changed.issues["shoal"].absent["dunmere"].to == ("shared", "taken")


# Columns


def test_only_an_issue_with_worded_options_has_a_column_for_its_wording(tmp_path: Path, scenario: Scenario) -> None:
    column = scenario.columns["wording.congress.passage"]
    assert column.values == ("not-reached", "neither", "plain", "elastic")
    assert column.known_to == {"arden", "borrel", "corvane"}
    plain = 'low: {text: "A barrel a boat", wording: plain,'
    unworded = load(written(tmp_path, (plain, 'low: {text: "A barrel a boat",'), (", {arden: {propose: {tolls: low}}}]", ", {arden: adjourn}]"), good=CONGRESS))  # fmt: skip
    assert "wording.congress.tolls" in scenario.columns
    assert "wording.congress.tolls" not in unworded.columns


def test_only_a_promise_that_stretches_or_lapses_has_the_later_states(scenario: Scenario) -> None:
    assert scenario.columns["promise.free-passage"].values == tuple(state.id for state in PromiseState)
    assert load(GOOD).columns["promise.hands-off"].values == ("not-made", "open", "kept", "broken")


def test_a_state_that_a_promise_cannot_have_is_told_with_the_remedy(tmp_path: Path) -> None:
    change = ('kept-when: "occupied-by.hanko == none"', 'kept-when: "promise.hands-off != stretched"')
    assert said(tmp_path, change) == [
        'error LNG05 "stretched" is not a value of promise.hands-off; it can be `not-made`, `open`, `kept` or `broken`. '
        "Give the promise `stretched` or `lapses-when`."
    ]


def test_the_recorded_path_knows_in_what_words_an_issue_was_settled(scenario: Scenario) -> None:
    path = RecordedPath(scenario)
    seen: dict[str, dict[str, Bounds]] = {step.id: dict(path.known) for step in path.steps()}
    elastic, neither = int(Wording.ELASTIC), int(Wording.NEITHER)
    assert seen["second-day"]["wording.congress.passage"] == (0, 0)
    assert seen["boats"]["wording.congress.passage"] == (elastic, elastic)
    assert seen["boats"]["wording.congress.tolls"] == (neither, neither)
    assert seen["boats"]["agreed.congress"] == (int(Outcome.PARTIAL), int(Outcome.PARTIAL))


# Who knows what


def test_what_a_party_reads_into_words_is_for_itself_and_a_refusal_for_the_whole_table(scenario: Scenario) -> None:
    audiences = {shown.text.address: shown.audience for shown in shown_texts(scenario)}
    at = "steps.congress.table.issues"
    assert audiences[f"{at}.passage.options.as-friends.reads.arden"] == {"arden"}
    assert audiences[f"{at}.passage.options.as-friends.reads.borrel"] == {"borrel"}
    assert audiences[f"{at}.shoal.absent.dunmere.refusal"] == {"arden", "borrel", "corvane"}


def test_readings_and_refusals_are_translated(scenario: Scenario) -> None:
    addresses = {address for address, _ in translatable(scenario)}
    assert "steps.congress.table.issues.passage.options.as-friends.reads.arden" in addresses
    assert "steps.congress.table.issues.shoal.absent.dunmere.refusal" in addresses


def test_consent_rests_on_what_the_absent_party_knows(tmp_path: Path, scenario: Scenario) -> None:
    rules = {rule.expression.source: rule.audience for rule in seat_rules(scenario)}
    assert rules["mood >= 50"] == {"dunmere"}
    hidden = ("start: 40, known-to: [dunmere]", "start: 40, known-to: [arden]"), ('else mood / 2"', 'else 20"')
    assert said(tmp_path, *hidden, good=CONGRESS) == [
        "error KNW01 mood is known only to arden, and this is for dunmere. "
        "Add dunmere to its `known-to`, or say what it goes by: `believed: {dunmere: …}`."
    ]


def test_what_is_agreed_cannot_be_told_to_everybody(tmp_path: Path) -> None:
    assert said(tmp_path, ("dispatch: {to: [arden, borrel], ", "dispatch: {"), good=CONGRESS) == [
        "error KNW01 wording.congress.passage is known only to arden, borrel and corvane, and this is for everybody. "
        "What is agreed at a table belongs to those who know it: tell this to them alone."
    ]


# What does not fit

MISFITS: list[tuple[str, list[Change], str]] = [
    (
        "elastic words have a reading for every party they bind",
        [('reads: {arden: "When we are friends.", borrel: "At any hour."}', 'reads: {arden: "When we are friends."}')],
        'error KEY10 These words are elastic, and what borrel reads into them is missing. Add `reads: {borrel: "…"}`.',
    ),
    (
        "plain words are read in one way",
        [("wording: elastic\n", "wording: plain\n")],
        "error KEY07 Only elastic words are read in several ways. Write `wording: elastic`, or delete `reads`.",
    ),
    (
        "only a bound party reads something into words",
        [('borrel: "At any hour."}', 'borrel: "At any hour.", corvane: "Never."}')],
        'error REF11 There is no party "corvane" bound by this issue. There are arden, borrel.',
    ),
    (
        "an absentee does not sit at the table",
        [("dunmere: {to: [shared, taken]", "corvane: {to: [shared, taken]"), ('"mood >= 50"', '"tension < 5"')],
        "error KEY07 corvane sits at this table, so its consent is no absentee's. Name it in `binds` instead.",
    ),
    (
        "an absentee holds options of the issue",
        [("dunmere: {to: [shared, taken]", "dunmere: {to: [shared, sold]")],
        'error REF06 There is no option "sold" of this issue. There are as-it-is, shared, taken.',
    ),
    (
        "consent reads no issue by its bare id",
        [('"mood >= 50"', '"passage > 0"')],
        'error LNG04 "passage" is not known here.',
    ),
    (
        "consent reads nothing that comes after the table",
        [('"mood >= 50"', '"choice.boats == let-them-pass and mood > 0"'), ('    title: "Boats at six in the morning"\n', '    title: "Boats at six in the morning"\n    known-to: [dunmere]\n')],
        "warning LNT16 choice.boats is filled by a later step, so it is always `not-reached` here. Read what an earlier step has left, or move this to a later one.",
    ),
    (
        "a session has hours only where its table counts them",
        [("      hours: {session: 8, nominate: 1, propose: 1, press: 2, plain: 1}\n", "")],
        "error KEY07 The table congress counts no hours, so this session has none. Add `hours` to the table, or delete it here.",
    ),
    (
        "an agenda is for agreement by issue",
        [("agreement: by-issue", "agreement: whole")],
        "error KEY07 A package of this table covers every issue, so it has no agenda. Write `agreement: by-issue`, or delete it.",
    ),
    (
        "hours are needed for the session",
        [("hours: {session: 8, nominate", "hours: {nominate")],
        'error KEY02 The key "session" is missing in hours. Add `session: …`.',
    ),
    (
        "elastic words that make a promise need the cost of stretching it",
        [("broken: 20, stretched: 8,", "broken: 20,")],
        "error LNT19 Elastic words make the promise free-passage, and what it costs to stretch them is missing. Add `stretched: …`, from 0 to 100, to the promise free-passage.",
    ),
    (
        "the cost of stretching is idle where no elastic words make the promise",
        [('              wording: elastic\n              reads: {arden: "When we are friends.", borrel: "At any hour."}\n', "")],
        "warning LNT19 The promise free-passage says what stretching costs, and no elastic option makes it. Make it among the effects of an option with `wording: elastic`, or delete `stretched`.",
    ),
    (
        "elastic words are worth more to somebody than plain ones",
        [("by-the-clock: 0, as-friends: 100}", "by-the-clock: 100, as-friends: 100}"), ("by-the-clock: 60, as-friends: 100}}", "by-the-clock: 100, as-friends: 100}}")],
        "warning TAB05 The elastic words as-friends are worth no more than each plain option to everybody they bind. Give them the value that each party reads into them.",
    ),
    (
        "the record agrees nothing that an absentee refuses",
        [('"mood >= 50"', '"choice.invitation == say-nothing and mood > 0"')],
        "error REC10 The record settles shoal by shared, and on the recorded path dunmere cannot consent. Change `consents`, or the recorded moves.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "expected"), [case[1:] for case in MISFITS], ids=[case[0] for case in MISFITS])
def test_what_does_not_fit_is_told(tmp_path: Path, changes: list[Change], expected: str) -> None:
    code = expected.split()[1]
    assert [one for one in said(tmp_path, *changes, good=CONGRESS) if one.split()[1] == code] == [expected]


def test_elastic_words_that_one_bound_party_reads_more_into_are_not_idle(tmp_path: Path) -> None:
    better = ("by-the-clock: 0, as-friends: 100}", "by-the-clock: 100, as-friends: 100}")
    assert said(tmp_path, better, good=CONGRESS) == []


# The digest of the rules


@pytest.mark.parametrize(
    "change",
    [
        ("agenda: {live: 2, each: 1}", "agenda: {live: 3, each: 1}"),
        ("press: 2, plain: 1}", "press: 1, plain: 1}"),
        ("    hours: 4\n", "    hours: 5\n"),
        ("        limit: table\n", ""),
        ("stretched: 8", "stretched: 9"),
        ('lapses-when: "tension > 8"', 'lapses-when: "tension > 7"'),
        ('"mood >= 50"', '"mood >= 51"'),
        ("{to: [shared, taken], consents", "{to: [taken], consents"),
        ('low: {text: "A barrel a boat", wording: plain,', 'low: {text: "A barrel a boat",'),
    ],
)
def test_the_digest_of_the_rules_covers_every_addition(tmp_path: Path, scenario: Scenario, change: Change) -> None:
    assert rules_digest(load(written(tmp_path, change, good=CONGRESS))) != rules_digest(scenario)


@pytest.mark.parametrize(
    "change", [('borrel: "At any hour."', 'borrel: "By day."'), ("not theirs to share.", "its own.")]
)
def test_the_digest_of_the_rules_leaves_readings_and_refusals_out(
    tmp_path: Path, scenario: Scenario, change: Change
) -> None:
    assert rules_digest(load(written(tmp_path, change, good=CONGRESS))) == rules_digest(scenario)


@pytest.mark.parametrize(
    "change",
    [
        ('name: "a quiet winter"', 'name: "no clash"'),
        ('unit: "of 10", value', 'unit: "of 10", words: {0: "none"}, value'),
        ('paid: {text: "Eight million a year", ', 'paid: {text: "Eight million a year", people: "Nobody moves.", '),
    ],
)
def test_the_digest_of_the_rules_leaves_words_for_people_out(tmp_path: Path, change: Change) -> None:
    assert rules_digest(load(written(tmp_path, change))) == rules_digest(load(GOOD))


def test_the_digest_of_a_file_without_the_additions_is_what_it_was_before_them() -> None:
    assert rules_digest(load(GOOD)) == "87fcd93932274891fb261eb9536be9b501dd4bcea5e80a88ef9aea554df006ed"


# Promises that fall due more than once


def test_a_promise_may_fall_due_at_several_steps(tmp_path: Path) -> None:
    promise = load(written(tmp_path, ("due: reckoning", "due: [boats, reckoning]"), good=CONGRESS)).promises
    assert (promise["free-passage"].due_before, promise["free-passage"].due) == (("boats",), "reckoning")


def test_a_list_of_one_step_is_that_step(tmp_path: Path, scenario: Scenario) -> None:
    alone = load(written(tmp_path, ("due: reckoning", "due: [reckoning]"), good=CONGRESS))
    assert rules_digest(alone) == rules_digest(scenario)


def test_the_digest_of_the_rules_covers_earlier_dues(tmp_path: Path, scenario: Scenario) -> None:
    twice = load(written(tmp_path, ("due: reckoning", "due: [boats, reckoning]"), good=CONGRESS))
    assert rules_digest(twice) != rules_digest(scenario)


@pytest.mark.parametrize(
    ("due", "code", "words"),
    [
        ("[reckoning, boats]", "KEY07", "The steps of `due` stand in another order here than in the file."),
        ("[boats, boats, reckoning]", "KEY11", '"boats" stands here twice.'),
        ("[boat, reckoning]", "REF01", '"boat"'),
    ],
)
def test_the_steps_of_due_stand_in_order_and_once_each(tmp_path: Path, due: str, code: str, words: str) -> None:
    findings = check(written(tmp_path, ("due: reckoning", f"due: {due}"), good=CONGRESS))
    assert any(one.code == code and words in one.message for one in findings)
