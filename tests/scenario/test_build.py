"""From description to scenario: each thing that does not refer, match or follow is told of once, in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.scenario.build_dates import first_day, last_day
from game.scenario.loader import check, load
from game.scenario.positions import Severity
from tests.scenario.edits import Change, said, written

REFERENCES: list[tuple[Change, str]] = [
    (
        ("by: soviet-union, to: [finland], due", "by: soviet-union, to: [soviet-union], due"),
        'REF02 A promise is made to others, and "soviet-union" makes this one. Write `finland`.',
    ),
    (
        ("known-to: [soviet-union], believed: {finland: line}", "known-to: [soviet-union], believed: {findland: line}"),
        'REF02 There is no party "findland". Did you mean "finland"?',
    ),
    (("due: winter", "due: wintr"), 'REF01 There is no step "wintr". Did you mean "winter"?'),
    (
        ("          second-talks: [", "          third-talks: ["),
        'REF01 There is no session "third-talks" of this table.',
    ),
    (
        ("      believed: {finland: {line: 8, more: 2}}", "      believed: {finland: {line: 8, most: 2}}"),
        'REF06 There is no outcome "most". There are line, more.',
    ),
    (("      record: quiet", "      record: calm"), 'REF06 There is no outcome "calm". There are quiet, clash.'),
    (("fallback: wait", "fallback: go"), 'REF06 There is no option "go". There are wait, call-up-reserves.'),
    (
        ("{id: b, member: minister, recommends: hold", "{id: b, member: minister, recommends: stay"),
        'REF06 There is no move "stay" at a table. There are propose, accept, hold, press, adjourn, walk-out.',
    ),
    (
        ("{id: b, member: admiral", "{id: b, member: envoy"),
        'REF08 There is no member "envoy" of this delegation. There are commissar, admiral.',
    ),
    (
        ("    short: program", "    short: skip"),
        'REF06 There is no way to play a table "skip". There are play, program.',
    ),
    (
        ("propose: {harbour: lease, money: none}", "propose: {harbor: lease, money: none}"),
        'REF07 There is no issue "harbor". Did you mean "harbour"?',
    ),
    (
        ("propose: {harbour: lease, money: none}", "propose: {harbour: leased, money: none}"),
        'REF06 There is no option "leased" of this issue. Did you mean "lease"?',
    ),
    (
        ("      values-by: {soviet-union: aim}", "      values-by: {soviet-union: tension}"),
        'REF05 There is no variable "tension" with named values.',
    ),
    (("      seals: aim", "      seals: aims"), 'REF05 There is no variable "aims". Did you mean "aim"?'),
    (
        ("      seals: aim", "      seals: tension"),
        'REF05 The variable "tension" is a number, and only one with named values can be sealed. '
        "Give it `values` instead of a range.",
    ),
    (("    resume: talks", "    resume: winter"), 'REF10 The step "winter" is not a table, so it cannot be resumed.'),
    (('start: {"standing.soviet', 'start: {"standng.soviet'), "REF05 There is no variable"),
    (
        ("start: {finland: 35, soviet-union: 60}", "start: {finland: 35, sweden: 60}"),
        'REF05 There is no instance "sweden". There are finland, soviet-union.',
    ),
    (
        ("parties:\n  finland:", "sides: {north: [finland, sweden]}\nparties:\n  finland:"),
        'REF02 There is no party "sweden" in this file. There are finland, soviet-union.',
    ),
    (
        (
            "parties:\n  finland:",
            'sides: {north: {name: "The North", parties: [finland, sweden]}}\nparties:\n  finland:',
        ),
        'REF02 There is no party "sweden" in this file. There are finland, soviet-union.',
    ),
    (
        ("parties:\n  finland:\n", "parties:\n  finland:\n    enters: wintr\n"),
        'REF01 There is no step "wintr". Did you mean "winter"?',
    ),
]

TOGETHER: list[tuple[Change, str]] = [
    (
        ("    dispatch: {text", "    choice: {party: finland, question: x}\n    dispatch: {text"),
        'KEY07 The step "frost" should be one of choice, choices, chance, dispatch, table, resume, '
        "and has both choice and dispatch. Keep one, and make another step.",
    ),
    (
        (
            'dispatch: {text: "The sea freezes.", effects: [{do: "readiness.soviet-union -= 5", because: "frost"}]}',
            "",
        ),
        'KEY07 The step "frost" should be one of choice, choices, chance, dispatch, table, resume, '
        "and has none of them. Add one.",
    ),
    (
        ("      record: quiet\n", "      record: quiet\n    record: {option: quiet}\n"),
        "KEY07 The key `record` belongs to choice, and this step is a chance. Put it inside `chance`, or delete it.",
    ),
    (
        (
            'record: {option: call-up-reserves, fallback: wait, text: "The reserves were called.", sources: [notes]}',
            "",
        ),
        'KEY02 The key "record" is missing in call-up. Add `record: …` beside `choice`.',
    ),
    (
        ('            why-not: "Without a quarrel nobody would believe it."\n', ""),
        "KEY02 This option is not always offered, and the reason for that is missing. Add `why-not: …`.",
    ),
    (
        ('            when: "tension >= 4"\n', ""),
        "KEY07 This option is always offered, so it needs no reason against it. Add `when`, or delete `why-not`.",
    ),
    (
        ("fallback: wait", "fallback: call-up-reserves"),
        "KEY07 The fallback is the recorded option itself. Name another option, or delete it.",
    ),
    (
        ("range: 0..10, good: down", "range: 0..10, values: [low, high], good: down"),
        'KEY07 The variable "tension" should have either a range or values. '
        "Write one of them: `range: 0..100` or `values: [a, b]`.",
    ),
    (
        ("range: 0..10, good: down", "range: 0..10, among: [finland], good: down"),
        "KEY07 A variable of the world is kept once, so `among` has no place here. Delete it, or say `per`.",
    ),
    (
        ("range: 0..10, good: down", "range: 0..10, known-to: owner, good: down"),
        "KEY07 `owner` is for variables kept per party, and this one is kept per world. List the parties that know it.",
    ),
    (
        ("{low: 50, high: 56, ", "{low: 50, "),
        "KEY07 What is documented should be either a value, or low and high. "
        "Write `value: …`, or `low: …` and `high: …`.",
    ),
    (("{low: 50, high: 56, ", "{low: 56, high: 50, "), "KEY06 56 is more than 50. Exchange them."),
    (
        ("{finland: adjourn}", "{finland: {propose: {harbour: none, money: none}, press: money}}"),
        "KEY07 This move should be a proposal, a press or a nomination. "
        "Write one of `propose: {…}`, `press: ISSUE`, `nominate: […]`.",
    ),
    (("{finland: adjourn}", "{finland: {propose: {}}}"), "KEY06 This proposal is empty."),
    (
        (
            "weight: {soviet-union: {line: 9, more: 8}, finland: 10}",
            "weight: {soviet-union: 9, finland: {line: 9, more: 1}}",
        ),
        "KEY07 Numbers per reading need `values-by` to name the variable of finland. "
        "Add it to the table, or write the numbers once.",
    ),
]

MISSING_OR_TWICE: list[tuple[Change, str]] = [
    (
        ("weight: {soviet-union: 2, finland: 1}", "weight: {soviet-union: 2}"),
        "KEY10 finland is bound by this issue, and its weight here is missing. Add `finland: …`.",
    ),
    (
        (
            "values: {soviet-union: {none: 0, lease: 100}, finland: {none: 100, lease: 0}}",
            "values: {soviet-union: {none: 0, lease: 100}}",
        ),
        "KEY10 finland is bound by this issue, and its values here are missing. Add `finland: …`.",
    ),
    (
        ("weight: {soviet-union: {line: 9, more: 8}", "weight: {soviet-union: {line: 9}"),
        'KEY10 The numbers of soviet-union for "more" are missing. Add `more: …`.',
    ),
    (
        ('walk-away-basis: {soviet-union: "A judgement.", finland', "walk-away-basis: {finland"),
        "KEY10 The walk away basis of soviet-union is missing. Add `soviet-union: …`.",
    ),
    (
        ("believed: {finland: {line: 8, more: 2}}", "believed: {finland: {line: 8}}"),
        'KEY10 What finland believes says nothing of "more". Add `more: …`.',
    ),
    (
        ("believed: {finland: {line: 8, more: 2}}", "believed: {finland: {line: 0, more: 0}}"),
        "KEY06 These weights are all 0. Give one of them more.",
    ),
    (
        ('quiet: {odds: "max(1, 12 - tension)"', 'quiet: {odds: "2000000 - tension"'),
        "KEY06 These odds can reach 2000000, and 10000 is the most. Hold them: `min(10000, …)`.",
    ),
    (("regions: [hanko]", "regions: [hanko, hanko]"), 'KEY11 "hanko" stands here twice. Keep one of them.'),
    (
        ("      commissar: {name:", "      envoy: {name:"),
        'KEY11 The member "envoy" is already one of finland. Give this one an id of its own.',
    ),
    (
        ("parties:\n  finland:", "sides: {finland: [finland]}\nparties:\n  finland:"),
        'KEY11 "finland" is a party, so it cannot be the name of a side. Give the side a name of its own.',
    ),
    (
        ("  tension: {name:", '  owner: {name: "O", range: 0..1}\n  tension: {name:'),
        'KEY05 The name "owner" is taken: it belongs to the game. Choose another id for this variable.',
    ),
    (
        ("known-to: [soviet-union], believed: {finland: line}", "known-to: [soviet-union], believed: {finland: lines}"),
        'KEY09 "lines" is not one of the values. Did you mean "line"?',
    ),
    (
        ('{"standing.soviet-union.finland": 45}', '{"standing.soviet-union.finland": 101}'),
        "KEY09 101 is not a number in",
    ),
    (('{"standing.soviet-union.finland": 45}', '{"owner.hanko": soviet}'), 'KEY09 "soviet" is not one of the values.'),
]

TENSION = 'unit: "of 10", value'
MEASURES: list[tuple[Change, str]] = [
    (
        (TENSION, 'words: {0: "calm"}, value'),
        "KEY02 The measure tension-in-march can be 1, and has neither a word for it nor a unit. "
        "Add `unit: …`, or the word under `words`.",
    ),
    (
        (TENSION, 'unit: "of 10", words: {0: "calm", 11: "war"}, value'),
        "KEY09 The measure tension-in-march is never 11: it lies in 0..10. Delete the word, or correct its number.",
    ),
    (
        (TENSION, 'unit: "of 10", counts-from: 1939-10-05, value'),
        "KEY05 The measure tension-in-march is told as a date, and its unit never. Delete it.",
    ),
    (
        (TENSION, "counts-from: 1939-02-31, value"),
        "DAT01 1939-02-31 is a day that no calendar has. Correct the day.",
    ),
    (
        (f'{TENSION}: "', 'counts-from: 1939-10-05, value: "1000000 * '),
        "DAT01 The measure tension-in-march lies in 0..10000000, and days so far from 1939-10-05 are in no calendar. "
        "Hold it: `max(0, min(10000, …))`.",
    ),
    (
        (TENSION, 'unit: "of 10", words: {none: "calm"}, value'),
        'KEY05 "none" is not a whole number. Write the number, and then its word: 0: never.',
    ),
]

DATES: list[tuple[Change, str]] = [
    (("from: 1939-10-01", "from: 1939-10-02"), "DAT03 1939-10-01 is not between 1939-10-02 and 1940-03-31"),
    (("from: 1939-10-01, to: 1940-03-31", "from: 1940-10-01, to: 1940-03-31"), "DAT04 1940-03-31 is earlier than"),
    (("to: 1940-03-31", "to: 1940-02-31"), "DAT01 1940-02-31 is a day that no calendar has. Correct the day."),
    (("until: 1939-10-14", "until: 1939-10-32"), 'DAT01 "1939-10-32" is not a date.'),
    (
        ("date: 1939-10-05, at: call-up", "date: 1939-10-06, at: call-up"),
        'DAT02 This document is dated 1939-10-06, after the step "call-up" at which it is read (1939-10-05). '
        "Let it be read at a later step, or correct its date.",
    ),
]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [*REFERENCES, *TOGETHER, *MISSING_OR_TWICE, *MEASURES, *DATES],
    ids=lambda given: given[:60] if isinstance(given, str) else "",
)
def test_one_mistake_gives_one_finding(change: Change, sentence: str, tmp_path: Path) -> None:
    (found,) = said(tmp_path, change)
    assert found.startswith(f"error {sentence}")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            ("fallback: wait", "fallback: yes"),
            "YML08 YAML programs read yes as true or false. There are wait, call-up-reserves.",
        ),
        (
            ("    short: wait", "    short: yes"),
            "YML08 YAML programs read yes as true or false. There are play, wait, call-up-reserves.",
        ),
    ],
)
def test_a_misread_word_is_told_what_can_stand_there(change: Change, sentence: str, tmp_path: Path) -> None:
    assert said(tmp_path, change) == [f"error {sentence}"]


def test_a_misspelt_step_is_told_alone_and_not_its_option_too(tmp_path: Path) -> None:
    found = said(tmp_path, ('when: "agreed.talks == whole", text', 'when: "choice.cal-up == call-up-reserves", text'))
    assert found == ['error LNG04 "choice.cal-up" is not known here. Did you mean "choice.call-up"?']


def test_a_promise_to_nobody_known_is_told_who_there_is(tmp_path: Path) -> None:
    change = ("by: soviet-union, to: [finland], due", "by: soviet-union, to: [findland], due")
    assert said(tmp_path, change) == ['error REF02 There is no party "findland". Did you mean "finland"?']


def test_a_measure_of_which_every_number_has_a_word_needs_no_unit(tmp_path: Path) -> None:
    change = ('unit: "of 10", value: "tension"', 'words: {0: "calm", 1: "war"}, value: "1 if tension > 0 else 0"')
    measure = load(written(tmp_path, change, ("value: 9, sources", "value: 1, sources")).parent).measures[
        "tension-in-march"
    ]
    assert measure.unit is None
    assert {number: text.address for number, text in measure.words.items()} == {
        0: "measures.tension-in-march.words.0",
        1: "measures.tension-in-march.words.1",
    }


def test_a_side_may_have_a_name_that_can_be_translated(tmp_path: Path) -> None:
    sides = 'sides: {both: [finland, soviet-union], north: {name: "The North", parties: [finland]}}'
    scenario = load(written(tmp_path, ("parties:\n  finland:", f"{sides}\nparties:\n  finland:")).parent)
    assert scenario.sides == {"both": ("finland", "soviet-union"), "north": ("finland",)}
    assert {side: text.address for side, text in scenario.side_names.items()} == {"north": "sides.north.name"}


def test_hundreds_of_warnings_stop_neither_check_nor_load(tmp_path: Path) -> None:
    lines = "".join(f"  - {{id: more-{number}, text: '-', when: \"tension >= 0\"}}\n" for number in range(300))
    file = written(tmp_path, ("questions:\n", f"questions:\n{lines}"))
    found = check(file)
    assert {one.severity for one in found} == {Severity.WARNING} and len(found) >= 300
    assert len(load(file).questions) > 300


def test_an_earlier_session_cannot_resume_a_later_table(tmp_path: Path) -> None:
    head = '  - id: second-talks\n    date: 1939-10-23\n    title: "In the Kremlin again"\n'
    session = f"{head}    resume: talks\n    rounds: 3\n"
    early = session.replace("1939-10-23", "1939-10-11")
    found = said(tmp_path, (session, ""), ("  - id: talks\n", f"{early}  - id: talks\n"))
    assert 'error REF10 The table "talks" opens only after this step. Put this step after it.' in found


def test_a_month_without_a_day_is_given_the_benefit_of_the_doubt(tmp_path: Path) -> None:
    changes = (("date: 1939-12-01", "date: 1939-11-02"), ("date: 1940-02-10", "date: 1939-11"))
    assert load(written(tmp_path, *changes)).steps["winter"].date == "1939-11"


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("1940-02", "1940-02-01", "1940-02-29"),
        ("1939-02", "1939-02-01", "1939-02-28"),
        ("1939-11-30", "1939-11-30", "1939-11-30"),
        ("1939-02-29", "None", "None"),
    ],
)
def test_a_date_means_some_day_of_its_month(written: str, first: str, last: str) -> None:
    assert (str(first_day(written)), str(last_day(written))) == (first, last)


def test_every_mistake_is_found_in_one_go(tmp_path: Path) -> None:
    changes = (REFERENCES[2][0], TOGETHER[6][0], MISSING_OR_TWICE[0][0], DATES[4][0])
    assert len(said(tmp_path, *changes)) == len(changes)
