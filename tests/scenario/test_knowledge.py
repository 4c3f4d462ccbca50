# ruff: noqa: E501
"""What a seat is shown or may do reads only what its party knows or believes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scenario.edits import findings_in, place_of, said

AIM_HIDDEN = (
    ("believed: {finland: line}, basis", "basis"),
    ('"100 - tension * 10 if aim == line else 50 - tension * 5"', '"100 - tension * 10"'),
)
"""Takes away what Finland believes of Moscow's aim, and what rests on it."""


def test_a_walk_away_value_may_rest_on_belief(tmp_path: Path) -> None:
    assert said(tmp_path, ("min(60, 20 + readiness.finland / 4)", "30 if aim == line else 20")) == []


def test_a_walk_away_value_reads_nothing_that_is_neither_known_nor_believed(tmp_path: Path) -> None:
    assert said(tmp_path, *AIM_HIDDEN, ("min(60, 20 + readiness.finland / 4)", "30 if aim == line else 20")) == [
        "error KNW01 aim is known only to soviet-union, and this is for finland. "
        "Add finland to its `known-to`, or say what it goes by: `believed: {finland: …}`."
    ]


def test_the_finding_stands_at_the_name_inside_the_expression(tmp_path: Path) -> None:
    found = findings_in(tmp_path, AIM_HIDDEN[0])
    line, _, column = place_of('"100 - tension * 10 if aim').partition(":")
    at = int(column) + len('"100 - tension * 10 if ')
    assert [(one.code, one.where.line, one.where.column) for one in found] == [("KNW01", int(line), at)]


@pytest.mark.parametrize(
    "change",
    [
        ('costs: "The border stays thin."', 'costs: "-"\n        when: "aim == line"\n        why-not: "No."'),
        ('{id: a, member: envoy, recommends: wait,', '{id: a, member: envoy, recommends: wait, when: "aim == line",'),
        ('instructions: {finland: "Give no harbour."}', 'instructions: {finland: "They want {aim}."}'),
        ('finland: "that they come back"}', 'finland: [{id: a, text: "war"}, {id: b, when: "aim == more", text: "all"}]}'),
        ('brief: "You know Moscow."', 'brief: "They want {aim}."'),
        ('text: "They ask for a harbour."', 'text: "They want {aim}."'),
    ],
)  # fmt: skip
def test_nothing_shown_to_a_party_reads_what_it_does_not_know(tmp_path: Path, change: tuple[str, str]) -> None:
    found = said(tmp_path, *AIM_HIDDEN, change)
    assert [one.partition(". ")[0] for one in found if "KNW" in one] == [
        "error KNW01 aim is known only to soviet-union, and this is for finland"
    ]


def test_what_everybody_reads_must_be_public_even_if_all_believe_something(tmp_path: Path) -> None:
    assert said(tmp_path, ("Tension stands at {tension}.", "They want {aim}.")) == [
        "error KNW01 aim is known only to soviet-union, and this is for everybody. "
        "Make it public by deleting its `known-to`, or tell this to those who know it."
    ]


def test_a_cause_that_goes_untold_tells_readers_of_the_figure_no_more_than_they_know(tmp_path: Path) -> None:
    public = ('start: 3, basis: "A judgement."}', 'start: 3, basis: "-", unexplained: "They want {aim}."}')
    hidden = ('basis: "Historians differ."}', 'basis: "-", unexplained: "They want {aim}."}')
    assert said(tmp_path, public) == [
        "error KNW01 aim is known only to soviet-union, and this is for everybody. "
        "Make it public by deleting its `known-to`, or tell this to those who know it."
    ]
    assert said(tmp_path, hidden) == []


def test_a_step_that_only_some_learn_of_may_tell_what_they_know(tmp_path: Path) -> None:
    told = (
        '\n    dispatch: {text: "The sea freezes."',
        '\n    known-to: [soviet-union]\n    dispatch: {text: "They want {aim}."',
    )
    assert said(tmp_path, told) == []


def test_a_brief_is_not_guarded_by_a_belief(tmp_path: Path) -> None:
    guarded = 'brief: [{id: a, text: "One."}, {id: b, when: "aim == line", text: "Two."}]'
    assert said(tmp_path, ('brief: "You know the house."', guarded)) == [
        "error KNW02 finland only believes something of aim, so this part of its brief would never change. "
        "Add finland to `known-to`, or write the paragraph without `when`."
    ]


def test_values_are_not_chosen_by_a_variable_that_their_party_does_not_know(tmp_path: Path) -> None:
    secret = (
        "known-to: [soviet-union], believed: {finland: line}",
        "known-to: [finland], believed: {soviet-union: line}",
    )
    found = said(tmp_path, secret, ('when: "aim == line", text: "You want', 'text: "You want'))
    assert found == [
        "error KNW01 aim is known only to finland, and this is for soviet-union. "
        "Add soviet-union to its `known-to`, or say what it goes by: `believed: {soviet-union: …}`."
    ]


def test_a_choice_that_was_not_learned_of_is_not_read(tmp_path: Path) -> None:
    hidden = ('title: "Call up the reserves?"', 'title: "Call up the reserves?"\n    known-to: [finland]')
    read = ('soviet-union: 30, finland: "min', 'soviet-union: "30 if choice.call-up == wait else 40", finland: "min')
    assert said(tmp_path, hidden, read) == [
        "error KNW01 choice.call-up is known only to finland, and this is for soviet-union. "
        "Add soviet-union to `known-to` of the step call-up."
    ]


def test_a_sealed_draw_is_read_through_its_variable(tmp_path: Path) -> None:
    change = ("min(60, 20 + readiness.finland / 4)", "30 if chance.aims == line else 20")
    assert said(tmp_path, change) == [
        "error KNW01 chance.aims is known only to soviet-union, and this is for finland. "
        "Read aim instead, and give it `believed: {finland: …}`."
    ]


def test_endings_and_voices_open_everything(tmp_path: Path) -> None:
    assert (
        said(
            tmp_path,
            ('who: "A harbour pilot", when: "occupied-by.hanko == none"', 'who: "A pilot", when: "aim == more"'),
        )
        == []
    )
