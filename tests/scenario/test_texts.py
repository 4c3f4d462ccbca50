"""Placeholders, braces, lengths, addresses and digests of texts."""

from __future__ import annotations

import pytest

from game.scenario.cast import Column, Paragraph, Text
from game.scenario.language import Scope
from game.scenario.positions import Finding, Position
from game.scenario.texts import (
    LONGEST,
    address,
    digest,
    fill,
    paragraph_address,
    paragraph_placeholders,
    place_in_text,
)

WHERE = Position("s.yaml", 4, 10)
SCOPE = Scope(
    {name: Column(name, 0, 9, 0, None, None, {}, name) for name in ("tension", "trust.finland.sweden")},
    {"trust.sweden.finland": "trust.finland.sweden"},
)


def said(source: str) -> list[str]:
    findings: list[Finding] = []
    paragraph_placeholders(source, WHERE, SCOPE, findings)
    return [str(finding) for finding in findings]


def test_placeholders_are_named_once_each_in_order() -> None:
    source = "{trust.finland.sweden} and { tension } and {tension}"
    assert paragraph_placeholders(source, WHERE, SCOPE, []) == ("trust.finland.sweden", "tension")


def test_filling_replaces_placeholders_and_keeps_doubled_braces() -> None:
    assert fill("{{{tension}}} of {{ten}}", lambda column: f"<{column}>") == "{<tension>} of {ten}"


def test_what_fills_a_text_is_not_filled_again() -> None:
    assert fill("{tension}", lambda column: "{tension}") == "{tension}"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "War {tensoin} now",
            's.yaml:4:15: error TXT04 "tensoin" is not known here. Did you mean "tension"?',
        ),
        (
            "Trust {trust.sweden.finland}",
            's.yaml:4:17: error TXT04 In a text a variable goes by its own name, and "trust.sweden.finland" is '
            "another spelling. Write `{trust.finland.sweden}`.",
        ),
        (
            "{Tension}",
            's.yaml:4:11: error TXT04 "Tension" in braces is not the name of a variable. '
            "Write one, as in `{readiness.finland}`, or `{{` for a brace that the reader is to see.",
        ),
        (
            "A {tension brace",
            "s.yaml:4:12: error TXT01 This brace is not closed with `}`. "
            "Write `{{` for a brace that the reader is to see.",
        ),
        (
            "A tension} brace",
            "s.yaml:4:19: error TXT01 This brace is not opened with `{`. "
            "Write `}}` for a brace that the reader is to see.",
        ),
        ("  ", "s.yaml:4:10: error TXT02 This text is empty. Write it, or leave out its key."),
        (
            "a" * (LONGEST + 1),
            f"s.yaml:4:10: error TXT03 A paragraph has at most {LONGEST} characters, and this one has {LONGEST + 1}. "
            "Make it a list of paragraphs, each with an id.",
        ),
    ],
)
def test_a_mistake_in_a_text_is_told_at_its_column(source: str, expected: str) -> None:
    assert said(source) == [expected]


def test_in_a_text_of_several_lines_a_mistake_is_told_at_its_beginning() -> None:
    assert said("One line\nand {tensoin}")[0].startswith("s.yaml:4:10: ")


def test_a_placeholder_is_found_again_in_its_paragraph() -> None:
    paragraph = Paragraph("", "It is {tension}.", None, WHERE, ("tension",))
    assert place_in_text("tension", paragraph) == Position("s.yaml", 4, 17)


def test_paragraphs_of_a_list_have_addresses_of_their_own() -> None:
    text = Text(address("steps", "aim", "text"), (), WHERE)
    assert paragraph_address(text, Paragraph("", "x", None, WHERE)) == "steps.aim.text"
    assert paragraph_address(text, Paragraph("later", "x", None, WHERE)) == "steps.aim.text.later"


def test_digests_tell_texts_apart_in_eight_digits() -> None:
    assert digest("War") == "fe8816db"
    assert digest("War.") != digest("War")


def test_a_digest_is_never_taken_for_a_number() -> None:
    assert all(digest(str(number))[0] in "abcdef" for number in range(200))
