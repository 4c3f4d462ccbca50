# ruff: noqa: E501
"""The review of a whole scenario: each rule broken by one small change of the good one, and nothing else found."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.scenario.lint import review
from game.scenario.loader import load
from game.scenario.recorded_path import RecordedPath
from tests.scenario.edits import Change, findings_in, place_of, said, written

SECOND_SESSION_LINE = "          second-talks: [{soviet-union: {propose: {harbour: lease, money: paid}}}, {finland: {propose: {harbour: none, money: none}}}, {soviet-union: walk-out}]\n"
FIRST_SESSION = "talks: [{soviet-union: {propose: {harbour: lease, money: none}}}, {finland: adjourn}]"
SECOND_SESSION = "{propose: {harbour: none, money: none}}}, {soviet-union: walk-out}]"


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

REST: list[tuple[str, list[Change], str]] = [
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

CASES = RECORD + TABLES + REST


@pytest.mark.parametrize(("changes", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_every_rule_has_its_finding(tmp_path: Path, changes: list[Change], expected: str) -> None:
    before, _, words = expected.partition("«")
    words, _, after = words.partition("»")
    line = place_of(words).partition(":")[0] if words else ""
    code = expected.split()[1]
    assert [one for one in said(tmp_path, *changes) if one.split()[1] == code] == [before + line + after]


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


def test_reviewing_a_loaded_scenario_again_finds_the_same(tmp_path: Path) -> None:
    scenario = load(written(tmp_path))
    assert review(scenario) == review(scenario) == []
