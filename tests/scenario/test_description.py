"""What is said of a value that does not fit its place, word for word; the checking library is never heard."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.scenario.description import ScenarioDescription
from game.scenario.description_misfits import misfit
from tests.scenario.edits import Change, findings_in, said

CASES: list[tuple[Change, str]] = [
    (
        ('title: "Frost"', "title: 5"),
        "KEY03 This should be words, and 5 stands here. "
        "Write words; a number or a truth that is meant as a word goes in quotation marks.",
    ),
    (
        ('title: "Frost"', "title: true"),
        "KEY03 This should be words, and true stands here. "
        "Write words; a number or a truth that is meant as a word goes in quotation marks.",
    ),
    (
        ("full: 20", 'full: "20"'),
        'KEY03 This should be a whole number, and "20" stands here. Write plain digits without quotation marks.',
    ),
    (
        ("full: 20", "full: twenty"),
        'KEY03 This should be a whole number, and "twenty" stands here. Write plain digits without quotation marks.',
    ),
    (
        ("regions: [hanko]", "regions: {hanko: here}"),
        "KEY03 This should be a list, and a group of keys stands here. "
        "Write it in square brackets, or with dashes below the key.",
    ),
    (
        ("minutes: {full: 20, short: 8}", "minutes: [20, 8]"),
        "KEY03 This should be a group of keys, and a list stands here. Write keys with colons below it, or in braces.",
    ),
    (
        ('text: "They ask for a harbour."', "text: {plain: words}"),
        "KEY03 This should be words or a list, and a group of keys stands here. "
        "Write it in square brackets, or with dashes below the key.",
    ),
    (
        ("odds: 6", "odds: [6]"),
        "KEY03 This should be words or a whole number, and a list stands here. Write plain digits without quotation "
        "marks.",
    ),
    (
        ("format: 1", "format: 2"),
        "KEY04 This should be 1, and 2 stands here. Change it.",
    ),
    (
        ("format: 1", "format: true"),
        "KEY04 This should be 1, and true stands here. Change it.",
    ),
    (
        ("confidence: firm", "confidence: Firm Ground"),
        'KEY04 "Firm Ground" is not one of the words allowed here. '
        "Write one of firm, reported, literature, contested, invented.",
    ),
    (
        ("{finland: adjourn}", "{finland: walkout}"),
        'KEY04 "walkout" is not one of the words allowed here. Did you mean "walk-out"?',
    ),
    (
        ("id: frost", "id: in"),
        'KEY05 "in" is a word of the language and cannot be an id. Choose another word.',
    ),
    (
        ("id: frost", "id: The Frost!"),
        'KEY05 "The Frost!" is no id. Ids are lower-case words joined by hyphens, such as the-frost.',
    ),
    (
        ("id: frost", 'id: "???"'),
        'KEY05 "???" is no id. Ids are lower-case words joined by hyphens.',
    ),
    (
        ("range: 0..10,", "range: 0-10,"),
        'KEY05 "0-10" is not a range. Write the lowest and the highest number: 0..100.',
    ),
    (
        ("language: en", "language: English"),
        'KEY05 "English" is not the code of a language. Write two or three letters, such as en or th.',
    ),
    (
        ("date: 1940-02-10", "date: 10 February 1940"),
        'DAT01 "10 February 1940" is not a date. '
        "Write year, month and day: 1939-11-30, or 1939-11 when the day is not known.",
    ),
    (
        ('name: "Calm", weight: 2', 'name: "Calm", weight: 0'),
        "KEY06 This number should be 1 or more, and 0 stands here. Change it.",
    ),
    (
        ("finland: {none: 100, lease: 0}", "finland: {none: 101, lease: 0}"),
        "KEY06 This number should be 100 or less, and 101 stands here. Change it.",
    ),
    (
        ("      parties: [soviet-union, finland]", "      parties: [soviet-union]"),
        "KEY06 At least 2 should stand here, and there is 1. Add what is missing.",
    ),
    (
        ("minutes: {full: 20, short: 8}", "minutes: {full: 20, short: 8, medium: 12}"),
        'KEY01 The key "medium" is not known here. The keys here are full, short.',
    ),
    (
        ("      commissar: {name:", "      commissar: {nmae:"),
        'KEY01 The key "nmae" is not known here. Did you mean "name"?',
    ),
    (
        ('{id: only-line, when: "aim == line", text:', '{id: only-line, wehn: "aim == line", text:'),
        'KEY01 The key "wehn" is not known here. Did you mean "when"?',
    ),
    (
        ("      agreement: whole\n", "      agreement: whole\n      hours: 40\n"),
        "KEY03 This should be a group of keys, and 40 stands here. Write keys with colons below it, or in braces.",
    ),
    (
        ('{id: always-told, text: "The city lies within range of guns."}', "{id: always-told}"),
        'KEY02 The key "text" is missing in always-told. Add `text: …`.',
    ),
    (
        (', because: "nobody moves"}', "}"),
        'KEY02 The key "because" is missing in item 1 of effects. Add `because: …`.',
    ),
    (
        ('  - id: frost\n    date: 1939-12-01\n    title: "Frost"\n', "  - id: frost\n    date: 1939-12-01\n"),
        'KEY02 The key "title" is missing in frost. Add `title: …`.',
    ),
]


@pytest.mark.parametrize(("change", "sentence"), CASES, ids=[sentence[:40] for _, sentence in CASES])
def test_a_misfit_is_told_in_our_words(change: Change, sentence: str, tmp_path: Path) -> None:
    assert said(tmp_path, change) == [f"error {sentence}"]


def test_the_places_of_misfits_are_those_of_keys_and_values(tmp_path: Path) -> None:
    changes = (
        ("full: 20", 'full: "20"'),
        ("id: frost", "id: in"),
        (
            '    unsettled: none\n          options:\n            none: {text: "No rent"',
            '    unsettled: none\n          options:\n            None: {text: "No rent"',
        ),
    )
    places = [f"{one.where.line}:{one.where.column}" for one in findings_in(tmp_path, *changes)]
    assert places == ["8:18", "99:13", "165:9"]


def test_a_misspelt_key_is_not_also_missing(tmp_path: Path) -> None:
    assert said(tmp_path, ("dates: {from:", "dates: {form:")) == [
        'error KEY01 The key "form" is not known here. Did you mean "from"?'
    ]


def test_what_is_no_scenario_at_all_lacks_every_key(tmp_path: Path) -> None:
    from game.scenario.loader import check

    path = tmp_path / "words.yaml"
    path.write_text("just words\n", encoding="utf-8")
    (found,) = check(path)
    assert str(found).partition(": ")[2].startswith("error KEY03 This should be a group of keys, and")


def test_a_complaint_nobody_foresaw_still_has_a_sentence_of_ours() -> None:
    code, message, suggestion = misfit("some_new_kind", {}, '"x"')
    assert (code, message) == ("KEY03", '"x" cannot be used here.')
    assert "scenarios/README.md" in suggestion


def test_defaults_are_those_of_the_format() -> None:
    fields = ScenarioDescription.model_fields
    required = {info.alias for info in fields.values() if info.is_required()}
    assert required == {
        *("format", "id", "language", "title", "summary", "content-note", "dates", "minutes"),
        *("sources", "parties", "steps", "endings", "record"),
    }
