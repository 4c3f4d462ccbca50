# ruff: noqa: E501
"""The language: what expressions mean, and what is said at which column of those that mean nothing."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.scenario.cast import Column
from game.scenario.language import EffectAction, Scope, condition, effect_action, formula
from game.scenario.positions import Finding, Position
from game.scenario.tree import Comparison, Logic, Number, Read
from tests.oracle.trees import number, truth

WHERE = Position("s.yaml", 12, 30)


def quantity(name: str, low: int, high: int) -> Column:
    return Column(name, low, high, low, None, None, {}, name.partition(".")[0])


def named(name: str, *values: str, variable: str = "") -> Column:
    return Column(name, 0, len(values) - 1, 0, values, None, {}, variable or name.partition(".")[0])


AIMS = ("security-line", "step-by-step", "opportunist")
COLUMNS = [
    quantity("readiness.finland", 0, 100),
    quantity("readiness.soviet-union", 0, 100),
    quantity("tension", 0, 20),
    quantity("drift", -50, 50),
    quantity("trust.finland.sweden", -6, 6),
    quantity("huge", 0, 2_000_000_000),
    named("moscow-aim", *AIMS),
    named("moscow-plan", *AIMS),
    named("owner.hanko", "none", "finland", "soviet-union"),
    named("choice.helsinki", "not-reached", "refuse", "concede", variable="choice"),
    named("agreed.kremlin", "not-reached", "not-held", "failed", "partial", "whole", variable="agreed"),
    named("promise.hands-off", "not-made", "open", "kept", "broken", variable="promise"),
]
SCOPE = Scope(
    {column.name: column for column in COLUMNS},
    {"trust.sweden.finland": "trust.finland.sweden"},
    frozenset({"hands-off", "no-troops"}),
)


def value(source: str, **columns: int) -> int:
    findings: list[Finding] = []
    found = formula(source, WHERE, SCOPE, findings)
    assert found is not None, [str(finding) for finding in findings]
    return number(found.tree, {**{name: column.low for name, column in SCOPE.columns.items()}, **columns}.__getitem__)


def holds(source: str, **columns: int) -> bool:
    findings: list[Finding] = []
    found = condition(source, WHERE, SCOPE, findings)
    assert found is not None, [str(finding) for finding in findings]
    return truth(found.tree, {**{name: column.low for name, column in SCOPE.columns.items()}, **columns}.__getitem__)


def said_of_formula(source: str, **bounds: int) -> list[str]:
    findings: list[Finding] = []
    formula(source, WHERE, SCOPE, findings, **bounds)
    return [str(finding) for finding in findings]


def said_of_condition(source: str) -> list[str]:
    findings: list[Finding] = []
    condition(source, WHERE, SCOPE, findings)
    return [str(finding) for finding in findings]


def said_of_effect(source: str) -> list[str]:
    findings: list[Finding] = []
    effect_action(source, WHERE, SCOPE, findings)
    return [str(finding) for finding in findings]


# What expressions mean


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("2 + 3 * 4", 14),
        ("(2 + 3) * 4", 20),
        ("20 - 5 - 3", 12),
        ("20 - (5 - 3)", 18),
        ("1 - 2 + 3 - 4 + 5 - 6 - 7", -10),
        ("7 / 2", 3),
        ("(0 - 7) / 2", -4),
        ("-7 / 2", -4),
        ("60 / 2 / 3", 10),
        ("min(3, 1, 2) + max(1, 5)", 6),
        ("1 if tension > 3 else 2 if tension > 2 else 3", 3),
        ("(1 if tension == 0 else 2) + 10", 11),
        ("3 - -4", 7),
    ],
)
def test_numbers_follow_the_usual_precedence(source: str, expected: int) -> None:
    assert value(source) == expected


def test_a_hyphen_without_spaces_belongs_to_the_name() -> None:
    assert value("readiness.soviet-union - tension", **{"readiness.soviet-union": 9, "tension": 4}) == 5


def test_the_other_spelling_of_a_pair_reads_the_same_column() -> None:
    assert value("trust.sweden.finland", **{"trust.finland.sweden": 5}) == 5


def test_named_values_count_from_the_lowest() -> None:
    assert holds("moscow-aim == opportunist", **{"moscow-aim": 2})
    assert holds("opportunist == moscow-aim", **{"moscow-aim": 2})
    assert holds("choice.helsinki != not-reached", **{"choice.helsinki": 1})


def test_columns_of_the_same_values_can_be_compared() -> None:
    assert holds("moscow-aim == moscow-plan", **{"moscow-aim": 1, "moscow-plan": 1})


def test_a_list_holds_if_one_of_it_does() -> None:
    source = "not agreed.kremlin in [partial, whole]"
    assert [holds(source, **{"agreed.kremlin": state}) for state in range(5)] == [True, True, True, False, False]


def test_and_binds_closer_than_or_and_not_closer_than_both() -> None:
    source = "tension > 9 or not tension > 4 and drift > 0"
    assert [holds(source, tension=10, drift=0), holds(source, tension=5, drift=9)] == [True, False]
    assert holds(source, tension=2, drift=1)


def test_lists_of_one_are_a_plain_comparison() -> None:
    findings: list[Finding] = []
    found = condition("moscow-aim in [opportunist]", WHERE, SCOPE, findings)
    assert found is not None
    assert found.tree == Comparison("==", Read("moscow-aim", 0, 2), Number(2))


def test_effects_change_set_and_make() -> None:
    findings: list[Finding] = []
    change = effect_action("readiness.finland -= 2 + tension / 10", WHERE, SCOPE, findings)
    place = effect_action("owner.hanko = soviet-union if tension > 3 else owner.hanko", WHERE, SCOPE, findings)
    made = effect_action("make hands-off", WHERE, SCOPE, findings)
    assert isinstance(change, EffectAction)
    assert isinstance(place, EffectAction)
    assert isinstance(made, EffectAction)
    assert findings == []
    assert (change.column, change.operator, change.amount.tree.low, change.amount.tree.high) == (
        "readiness.finland", "change", -4, -2,
    )  # fmt: skip
    assert (place.column, place.operator, place.amount.tree.low, place.amount.tree.high) == ("owner.hanko", "set", 0, 2)
    assert (made.column, made.operator, made.amount.tree) == ("promise.hands-off", "set", Number(1))


def test_long_sums_stay_shallow() -> None:
    found = formula(" - ".join(["tension"] * 180), WHERE, SCOPE, [])
    assert found is not None
    assert number(found.tree, lambda column: 3) == 3 - 179 * 3


NAMES = {"tension": 6, "drift": -4}


def _written(numbers: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    comparison = st.tuples(numbers, st.sampled_from(["==", "!=", "<", "<=", ">", ">="]), numbers).map(" ".join)
    truths = st.one_of(
        comparison,
        comparison.map(lambda one: f"not {one}"),
        st.tuples(comparison, st.sampled_from(["and", "or"]), comparison, st.just("or not"), comparison).map(" ".join),
    )
    return st.one_of(
        st.tuples(numbers, st.sampled_from("+-*"), numbers).map(" ".join),
        st.tuples(numbers, st.integers(1, 9).map(lambda divisor: f"/ {divisor}")).map(" ".join),
        numbers.map(lambda one: f"({one})"),
        st.tuples(st.sampled_from(["min", "max"]), numbers, numbers).map("{0[0]}({0[1]}, {0[2]})".format),
        st.tuples(numbers, truths, numbers).map("{0[0]} if {0[1]} else {0[2]}".format),
        st.tuples(numbers, truths, numbers).map("({0[0]} if {0[1]} else {0[2]})".format),
    )


def _python_reads(source: str) -> bool:
    try:
        compile(source, "expression", "eval")
    except SyntaxError:
        return False
    return True


LEAVES = st.one_of(st.integers(-9, 9).map(str), st.sampled_from(sorted(NAMES)))


@given(st.recursive(LEAVES, _written, max_leaves=9))
@settings(max_examples=300, deadline=None)
def test_what_python_can_also_read_has_the_value_that_python_gives(source: str) -> None:
    findings: list[Finding] = []
    found = formula(source, WHERE, SCOPE, findings)
    if not _python_reads(source):
        assert found is None
        return
    if found is None:
        # A conditional written bare inside a comparison ends up as a comparison of truths, which Python allows.
        assert {finding.code for finding in findings} <= {"LNG06", "LNG09", "RNG03"}, findings
        return
    assert number(found.tree, NAMES.__getitem__) == eval(source.replace("/", "//"), {"min": min, "max": max}, NAMES)


# What is said of mistakes


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("tension -5", '38: error LNG02 A minus sign has a space on both sides, because `a-b` is a name. Write `a - b`.'),
        ("5- tension", '31: error LNG02 A minus sign has a space on both sides, because `a-b` is a name. Write `a - b`.'),
        ("tension- 5", '37: error LNG02 A minus sign has a space on both sides, because `a-b` is a name. Write `a - b`.'),
        ("3 + tensoin", '34: error LNG04 "tensoin" is not known here. Did you mean "tension"?'),
        (
            "3 + readiness",
            '34: error LNG04 "readiness" is kept for several. '
            "Name one of them: `readiness.finland` or `readiness.soviet-union`.",
        ),
        ("readiness.qqqqqqqqqqqqqqqq", '30: error LNG04 "readiness.qqqqqqqqqqqqqqqq" is not known here. Name one of them: `readiness.finland` or `readiness.soviet-union`.'),
        ("chance.x", '30: error LNG04 "chance.x" is not known here. No step of this file fills a `chance`; see what can be read in scenarios/README.md.'),
        ("Tension", '30: error LNG01 "Tension" is not a name; names are lower-case words joined by hyphens and dots. Write `tension`.'),
        ("1.5", "30: error LNG01 Numbers are whole numbers, and this one has a decimal point. Count in smaller units."),
        ("50%", '32: error LNG01 The sign "%" does not belong to the language. Write `50`; a percentage of something is `x * 50 / 100`.'),
        ("2 % 3", '32: error LNG01 The sign "%" does not belong to the language. There is no remainder here; write a percentage as `x * 10 / 100`.'),
        ("2 // 3", '32: error LNG01 "//" is not a sign of the language. `/` already rounds down.'),
        ("(1 + 2", "36: error LNG03 `)` is expected to close the bracket, and the end is found."),
        ("1 + ", "34: error LNG03 A number or a name is expected, and the end is found."),
        ("", "30: error LNG03 An expression is expected here, and there is none. Write one, or leave out the key."),
        ("1 2", '32: error LNG03 "2" cannot follow here. Join the two with a sign, or with `and` or `or`.'),
        ("1 if tension > 3", "46: error LNG03 `else` is expected after `a if condition`, and the end is found."),
        ("min(tension)", "30: error LNG03 `min` compares two or more numbers, and one is given."),
        ("tension > 3", "30: error LNG06 A number is wanted here, and this is a condition. Write `1 if … else 0`."),
        ("1 + moscow-aim", "34: error LNG07 A number is wanted here, and moscow-aim has names for its values. Write `1 if moscow-aim == opportunist else 0`."),
        ("7 / tension", "34: error RNG03 A number can only be divided by a positive constant. Put a whole number from 1 upwards here."),
        ("7 / 0", "34: error RNG03 A number can only be divided by a positive constant. Put a whole number from 1 upwards here."),
        ("huge * 2", "35: error RNG01 Numbers must fit 32 bits, and this one can lie in 0..4000000000. Keep it within -2147483648..2147483647, for example by dividing earlier."),
        ("3000000000", "30: error RNG01 Numbers must fit 32 bits, and this one can lie in 3000000000. Keep it within -2147483648..2147483647, for example by dividing earlier."),
    ],
)  # fmt: skip
def test_a_mistake_in_a_number_is_told_at_its_column(source: str, expected: str) -> None:
    assert said_of_formula(source) == [f"s.yaml:12:{expected}"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("tension", "30: error LNG06 A condition is wanted here, and this is a number. Compare it: `tension > 0`."),
        ("moscow-aim", "30: error LNG06 A condition is wanted here, and this is a number. Compare it: `moscow-aim == opportunist`."),
        ("1 < tension < 5", "42: error LNG09 Comparisons cannot be chained. Write both and join them: `1 < a and a < 5`."),
        ("moscow-aim == secrity-line", '44: error LNG05 "secrity-line" is not a value of moscow-aim; it can be `security-line`, `step-by-step` or `opportunist`. Did you mean "security-line"?'),
        ("moscow-aim == 2", "44: error LNG07 moscow-aim takes a name here, not a number or a condition. Write `security-line`, `step-by-step` or `opportunist`."),
        ("moscow-aim > security-line", "41: error LNG07 The values of moscow-aim have no order, so `>` cannot compare them. Write `==`, `!=` or `in [a, b]`."),
        ("moscow-aim == owner.hanko", "44: error LNG07 owner.hanko and moscow-aim do not have the same values."),
        ("tension == high", '41: error LNG07 tension is a number in 0..20, and "high" is not one. Compare it with a number.'),
        ("tension = 4", '38: error LNG03 "=" cannot follow here. Equality is written `==`.'),
        ("tension > 50", "30: warning LNG12 This comparison never holds: the left side lies in 0..20, the right side in 50."),
        ("tension <= 20", "30: warning LNG11 This comparison always holds: the left side lies in 0..20, the right side in 20."),
        ("tension > 9 and tension < 5", "30: warning LNG12 This condition never holds. If that is meant, write `never`."),
        ("tension > 3 or tension < 9", "30: warning LNG11 This condition always holds. If that is meant, write `always`."),
        ("moscow-aim in [opportunist, opportunist]", '58: warning LNG13 "opportunist" stands twice in this list. Take one of them out.'),
        ("tension not in [1]", '38: error LNG03 "not" cannot follow here. Write `not x in [a, b]`.'),
        ("tension > 3 && drift > 0", '42: error LNG01 The sign "&" does not belong to the language. Write `and`.'),
        ('moscow-aim == "opportunist"', "44: error LNG01 The sign \"\"\" does not belong to the language. Names are written without quotation marks."),
        ("True", '30: error LNG01 "True" is not a name; names are lower-case words joined by hyphens and dots. Write `always`.'),
    ],
)  # fmt: skip
def test_a_mistake_in_a_condition_is_told_at_its_column(source: str, expected: str) -> None:
    assert said_of_condition(source) == [f"s.yaml:12:{expected}"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("tension + 5", "38: error LNG10 An effect changes a variable or makes a promise. Write `x += 5`, `x -= 5`, `x = 5` or `make promise-id`."),
        ("tensoin += 5", '30: error LNG04 "tensoin" is not known here. Did you mean "tension"?'),
        ("choice.helsinki = refuse", "30: error LNG10 choice.helsinki follows from play, and effects cannot change it."),
        ("promise.hands-off = kept", "30: error LNG10 A promise is made by an effect and settled by its own condition, never set. Write `make hands-off`."),
        ("owner.hanko += 1", "42: error LNG10 owner.hanko has names for its values, so nothing can be added to it. Write `owner.hanko = soviet-union`."),
        ("owner.hanko = swden", '44: error LNG05 "swden" is not a value of owner.hanko; it can be `none`, `finland` or `soviet-union`.'),
        ("make hands-of", '35: error LNG04 There is no promise "hands-of". Did you mean "hands-off"?'),
        ("make hands-off now", "45: error LNG10 Nothing can follow `make PROMISE-ID`."),
        ("tension =- 3", '38: error LNG01 "=-" is not a sign of the language. Write `tension -= 3`, or `tension = -3`.'),
        ("tension =+ 3", '38: error LNG01 "=+" is not a sign of the language. Write `tension += 3`, or `tension = 3`.'),
        ("tension = 30", "40: warning RNG04 tension is held in 0..20, and 30 lies outside it."),
    ],
)  # fmt: skip
def test_a_mistake_in_an_effect_is_told_at_its_column(source: str, expected: str) -> None:
    assert said_of_effect(source) == [f"s.yaml:12:{expected}"]


def test_several_mistakes_are_told_at_once() -> None:
    assert [said.split(":")[2] for said in said_of_condition("tensoin > 3 and dirft < 4")] == ["30", "46"]


def test_a_range_that_is_not_proved_is_told_with_the_interval_and_the_remedy() -> None:
    assert said_of_formula("readiness.finland * 2 - 20", low=0, high=100) == [
        "s.yaml:12:30: error RNG02 This number must stay in 0..100, and it can lie in -20..180. "
        "Hold it: `min(100, max(0, …))`."
    ]
    assert said_of_formula("tension - 3", low=0) == [
        "s.yaml:12:30: error RNG02 This number must stay in 0 or more, and it can lie in -3..17. Hold it: `max(0, …)`."
    ]
    assert said_of_formula("min(100, max(0, readiness.finland * 2 - 20))", low=0, high=100) == []
    assert said_of_formula("tension - 5 if tension > 5 else 0", low=0, high=100) == []


def test_every_pair_of_conditions_keeps_its_parts() -> None:
    for one, other in product(["tension > 3", "drift < 0"], repeat=2):
        findings: list[Finding] = []
        found = condition(f"{one} and {other}", WHERE, SCOPE, findings)
        assert found is not None
        assert isinstance(found.tree, Logic)
        assert len(found.tree.parts) == 2
