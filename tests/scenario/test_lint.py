# ruff: noqa: E501
"""The review of a whole scenario: each rule broken by one small change of the good one, and nothing else found.

Rules of the record and of tables stand in `test_lint_record` and `test_lint_tables`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from game.scenario.lint import review
from game.scenario.loader import load
from tests.scenario.edits import Change, assert_told, findings_in, place_of, said, written


def test_the_good_scenario_has_nothing_to_say(tmp_path: Path) -> None:
    assert said(tmp_path) == []


def test_findings_come_in_file_order(tmp_path: Path) -> None:
    found = findings_in(
        tmp_path,
        ("    sources: [study]\n  - {id: stalemate", "  - {id: stalemate"),
        ("- {id: b, member: minister, recommends: call-up-reserves", "- {id: b, member: minister, recommends: wait"),
    )
    assert [one.code for one in found] == ["LNT07", "LNT10"]


def test_a_finding_stands_where_the_mistake_is(tmp_path: Path) -> None:
    (found,) = findings_in(tmp_path, ("{finland: adjourn}", "{soviet-union: adjourn}"))
    assert f"{found.where.line}:{found.where.column}" == place_of("{finland: adjourn}")


RULES: list[tuple[str, list[Change], str]] = [
    (
        "the last ending has no condition",
        [('title: "Nothing signed", text', 'title: "Nothing signed", when: "tension < 5", text')],
        "error LNT01 The last ending, stalemate, has a `when`, so a game might have no ending at all. Delete its `when`, or add an ending without one.",
    ),
    (
        "an ending that others take away is never reached",
        [('    when: "occupied-by.hanko == soviet-union"\n', '    when: "agreed.talks == whole and occupied-by.hanko == soviet-union"\n')],
        "warning LNT02 The ending taken can never be reached: those before it take every case in which it holds. Move it up, or narrow those before it.",
    ),
    (
        "an ending that asks for a part of what is agreed as a whole is never reached",
        [('when: "agreed.talks == whole", text: "The flag', 'when: "agreed.talks == partial or agreed.talks == not-held", text: "The flag')],
        "warning LNT02 The ending leased can never be reached: its condition holds at the end of no game. Change its condition, or delete the ending.",
    ),
    (
        "an ending that needs a step not to be reached that always is, is never reached",
        [('when: "agreed.talks == whole", text: "The flag', 'when: "choice.call-up == not-reached and tension > 3", text: "The flag')],
        "warning LNT02 The ending leased can never be reached: its condition holds at the end of no game. Change its condition, or delete the ending.",
    ),
    (
        "an ending that is switched off is told",
        [('when: "agreed.talks == whole", text: "The flag', 'when: "never", text: "The flag')],
        "warning LNT02 The ending leased can never be reached: its condition holds at the end of no game. Change its condition, or delete the ending.",
    ),
    (
        "a text before the decision does not read it",
        [("Tension stands at {tension}.", "Tension stands at {tension}. {choice.call-up}")],
        "warning LNT16 choice.call-up is filled by the same step, so it is always `not-reached` here. Read what an earlier step has left, or move this to a later one.",
    ),
    (
        "a paragraph does not hang on a later step",
        [('dispatch: {text: "The sea freezes."', 'dispatch: {text: [{id: a, when: "chance.winter != clash", text: "The sea freezes."}]')],
        "warning LNT16 chance.winter is filled by a later step, so it is always `not-reached` here. Read what an earlier step has left, or move this to a later one.",
    ),
    (
        "a short game in which the program decides is shorter",
        [("minutes: {full: 20, short: 8}", "minutes: {full: 20, short: 20}")],
        "warning DAT05 The short game takes 20 minutes, and the whole game 20. Give the short game fewer minutes.",
    ),
    (
        "a variable is set or changed in one step, never both",
        [('{do: "tension += 2", because: "trains of soldiers are seen", when: "tension < 8"}', '{do: "tension = 9", because: "trains of soldiers are seen", when: "tension < 8"}')],
        "error LNT03 tension is set here and changed on line «{do: \"tension -= 1\", because: \"nobody moves\"}», in the same step. Set a variable or change it in one step, never both.",
    ),
    (
        "a variable is not set twice at once",
        [('effects: [{do: "occupied-by.hanko = soviet-union", because: "the landing"}, ', 'effects: [{do: "occupied-by.hanko = soviet-union", because: "the landing"}, {do: "occupied-by.hanko = finland", because: "the defence"}, ')],
        "error LNT03 occupied-by.hanko is set here and on line «{do: \"occupied-by.hanko = soviet-union\"», and both can happen at once. Keep one of them, or give them conditions that exclude each other.",
    ),
    (
        "an effect changes something",
        [('{do: "tension -= 1", because: "nobody moves"}', '{do: "tension -= 0", because: "nobody moves"}')],
        "warning LNT04 This adds nothing to tension. Delete it, or write how much.",
    ),
    (
        "an effect is not larger than the range",
        [('{do: "tension += 10", because: "there is war"}', '{do: "tension += 11", because: "there is war"}')],
        "warning LNT04 tension is held in 0..10, so this always drives it to its limit. If that is meant, write `tension = 10`.",
    ),
    (
        "a variable is changed by something",
        [("variables:\n", "variables:\n  ice: {name: \"Ice\", range: 0..9, basis: \"-\"}\n"), ('"40 + tension"', '"40 + tension + ice"')],
        "warning LNT05 Nothing in this scenario changes ice. Give it an effect, or write its number where it is read.",
    ),
    (
        "a variable is read by something",
        [("variables:\n", "variables:\n  ice: {name: \"Ice\", range: 0..9, basis: \"-\"}\n"), ('{do: "readiness.soviet-union -= 5", because: "frost"}', '{do: "ice += 5", because: "frost"}')],
        "warning LNT06 Nothing in this scenario reads ice, so it makes no difference. Let an interest, a measure, odds or a condition read it, or delete it.",
    ),
    (
        "advisers differ",
        [("- {id: b, member: minister, recommends: call-up-reserves", "- {id: b, member: minister, recommends: wait")],
        "warning LNT07 A decision needs two advisers who differ, and here all advice is for wait. Let an adviser speak for another option.",
    ),
    (
        "advisers do not all know what happened",
        [("- {id: a, member: envoy, recommends: wait", "- {id: a, member: envoy, recommends: call-up-reserves")],
        "warning LNT08 All advice here is for call-up-reserves, which is what history did. Let an adviser speak for another option.",
    ),
    (
        "a statement has a source",
        [('text: "They ask for a harbour.", sources: [notes]', 'text: "They ask for a harbour.", sources: []')],
        "warning LNT10 No source stands beside the document memo. Add `sources: [id]`.",
    ),
    (
        "a promise falls due after it is made",
        [("due: winter", "due: talks")],
        "error LNT13 The promise hands-off is due at talks, and talks, which makes it, is no earlier. Choose a later step for `due`.",
    ),
    (
        "a promise is made by something",
        [(', {do: "make hands-off", because: "the word is given"}', "")],
        'warning LNT14 Nothing makes the promise hands-off. Give an option or an agreement the effect {do: "make hands-off"}.',
    ),
    (
        "a sealed variable takes the outcomes of its draw",
        [('more: {odds: 4, reading: "They wanted more.", sources: [study]}', 'all: {odds: 4, reading: "They wanted more.", sources: [study]}'), ("believed: {finland: {line: 8, more: 2}}", "believed: {finland: {line: 8, all: 2}}")],
        "error LNT15 This draw seals aim, so its outcomes must be `line` and `more`. Give each value an outcome of the same id.",
    ),
    (
        "nothing is read before its time",
        [('{do: "tension += 1", because: "the demand is printed"}', '{do: "tension += 1", because: "the demand is printed", when: "chance.winter == clash"}')],
        "warning LNT16 chance.winter is filled by a later step, so it is always `not-reached` here. Read what an earlier step has left, or move this to a later one.",
    ),
    (
        "some option is always open",
        [('nothing: {text: "Say nothing."', 'nothing: {text: "Say nothing.", when: "tension < 9", why-not: "-"'), ('all: {text: "Print the demand."', 'all: {text: "Print the demand.", when: "tension < 5", why-not: "-"')],
        "error LNT17 Every option of finland has a condition, and all of them may fail at once. Leave one option without `when`.",
    ),
    (
        "the short game takes an open option",
        [("    short: wait\n", "    short: call-up-reserves\n"), ('        advocate: "The general staff argued for it."\n', '        when: "tension < 9"\n        why-not: "-"\n')],
        "warning LNT18 The short game takes call-up-reserves here, and its condition may fail. Choose an option without `when` for `short`.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "expected"), [case[1:] for case in RULES], ids=[case[0] for case in RULES])
def test_every_rule_has_its_finding(tmp_path: Path, changes: list[Change], expected: str) -> None:
    assert_told(tmp_path, changes, expected)


def test_options_that_exclude_each_other_may_set_the_same_variable(tmp_path: Path) -> None:
    landing = (
        'silence: {text: "Keep silent.", costs: "The admirals grumble."',
        'silence: {text: "Keep silent.", costs: "The admirals grumble.", effects: [{do: "occupied-by.hanko = finland", because: "-"}]',
    )
    assert said(tmp_path, landing) == []


def test_effects_with_conditions_that_exclude_each_other_may_set_the_same_variable(tmp_path: Path) -> None:
    either = (
        'effects: [{do: "occupied-by.hanko = soviet-union", because: "the landing"}, ',
        'effects: [{do: "occupied-by.hanko = soviet-union", because: "-", when: "tension > 5"}, '
        '{do: "occupied-by.hanko = finland", because: "-", when: "tension < 5"}, ',
    )
    assert said(tmp_path, either) == []


def test_two_who_decide_at_once_may_not_set_the_same_variable(tmp_path: Path) -> None:
    both = (
        'nothing: {text: "Say nothing."',
        'nothing: {text: "Say nothing.", effects: [{do: "occupied-by.hanko = finland", because: "-"}]',
    )
    assert [one.code for one in findings_in(tmp_path, both)] == ["LNT03"]


@pytest.mark.parametrize(
    "condition",
    [
        "choice.words.finland == not-reached",
        "agreed.talks == failed",
        "chance.winter == clash and agreed.talks != whole",
    ],
)
def test_an_ending_that_some_game_may_reach_is_not_told(condition: str, tmp_path: Path) -> None:
    change = ('when: "agreed.talks == whole", text: "The flag', f'when: "{condition}", text: "The flag')
    assert not [one for one in said(tmp_path, change) if "LNT02" in one]


@pytest.mark.parametrize(
    "change",
    [
        ('whole: {text: "It is signed."', 'whole: {text: "It is signed: {agreed.talks.harbour}."'),
        ('dispatch: {text: "The sea freezes."', 'dispatch: {text: "The sea freezes. {choice.words.finland}"'),
        ('because: "the landing"', 'because: "the landing {chance.winter}"'),
    ],
)
def test_a_text_may_read_what_its_time_knows(change: Change, tmp_path: Path) -> None:
    assert said(tmp_path, change) == []


def test_a_short_game_that_leaves_the_program_nothing_may_take_as_long(tmp_path: Path) -> None:
    alike = ("minutes: {full: 20, short: 8}", "minutes: {full: 20, short: 20}")
    played = (("    short: wait\n", ""), ("    short: program\n", ""))
    assert said(tmp_path, alike, *played) == []
    assert len(said(tmp_path, alike, played[0])) == 1


def test_habits_of_the_record_are_told_with_their_figures(tmp_path: Path) -> None:
    more = "".join(
        f"""
  - id: again-{number}
    date: 1940-02-11
    title: "Again?"
    choice: {{party: finland, question: "What now?"}}
    options:
      one: {{text: "The first and by far the longest of the two.", sources: [study]}}
      two: {{text: "The second.", sources: [study]}}
    advice:
      - {{id: a, member: envoy, recommends: one, text: "One.", would-change: "-"}}
      - {{id: b, member: minister, recommends: two, text: "Two.", would-change: "-"}}
    record: {{option: one, sources: [notes]}}"""
        for number in range(17)
    )
    found = said(tmp_path, ("\nendings:\n", f"{more}\nendings:\n"))
    assert found == [
        "warning LNT09 The recorded option is the first in the file at 19 of 20 decisions, which tells it. "
        "Vary it, for example at words, again-0 and again-1.",
        "warning LNT09 The recorded option is the longest at 19 of 20 decisions, which tells it. "
        "Vary it, for example at call-up, words and again-0.",
    ]


def test_sources_that_nobody_cites_are_told_where_they_stand(tmp_path: Path) -> None:
    unused = (
        '  study: {title: "A study of the talks"',
        '  diary: {title: "-", kind: primary}\n  study: {title: "A study of the talks"',
    )
    (found,) = findings_in(tmp_path, unused)
    place = place_of('study: {title: "A study')
    assert (
        str(found) == f"scenario.yaml:{place}: warning LNT11 The source diary is cited nowhere. Cite it, or delete it."
    )


def test_judgements_without_a_basis_are_told(tmp_path: Path) -> None:
    assert said(
        tmp_path,
        (
            '{name: "Tension", range: 0..10, good: down, start: 3, basis: "A judgement."}',
            '{name: "Tension", range: 0..10, good: down, start: 3}',
        ),
    ) == ["warning LNT12 The number tension is a judgement, and nothing says on what it rests. Add `basis`."]


def test_reviewing_a_loaded_scenario_again_finds_the_same(tmp_path: Path) -> None:
    scenario = load(written(tmp_path))
    assert review(scenario) == review(scenario) == []
