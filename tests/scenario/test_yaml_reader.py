"""Strict YAML: what is read, where it stands, and what is said of what other programs would quietly change."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from game.scenario import yaml_reader
from game.scenario.description_reader import plain
from game.scenario.nodes import Mapping, Node, Scalar, Sequence, child
from game.scenario.positions import Finding, Position
from game.scenario.yaml_reader import DEEPEST, read_text


def read(text: str) -> tuple[Node | None, list[str]]:
    findings: list[Finding] = []
    node = read_text(text, "f.yaml", findings)
    return node, [f"{one.where.line}:{one.where.column} {one.code}" for one in findings]


def node_of(text: str) -> Node:
    node, findings = read(text)
    assert node is not None and findings == []
    return node


def test_scalars_stay_as_they_are_written() -> None:
    node = node_of("number: 12\ndate: 1939-10-05\nrange: 0..100\ntruth: true\nquoted: '12'\n")
    assert isinstance(node, Mapping)
    scalars = {key: entry.value for key, entry in node.entries.items()}
    texts = {key: (one.text, one.plain) for key, one in scalars.items() if isinstance(one, Scalar)}
    assert texts == {
        "number": ("12", True),
        "date": ("1939-10-05", True),
        "range": ("0..100", True),
        "truth": ("true", True),
        "quoted": ("12", False),
    }


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("key: word", 1, 6),
        ('key: "word"', 1, 7),
        ("key: 'word'", 1, 7),
        ("key: |\n  word", 2, 3),
        ("key: >-\n\n    word", 3, 5),
        ("{other: 1, key: word}", 1, 17),
        ("other: 'กขค'\nkey: word", 2, 6),
        ("other: [ก, ข]\nก: 1\nkey: word", 3, 6),
    ],
)
def test_a_text_begins_at_its_first_character(text: str, line: int, column: int) -> None:
    found = child(node_of(text), "key")
    assert isinstance(found, Scalar)
    assert found.where == Position("f.yaml", line, column)


def test_a_key_has_a_place_of_its_own() -> None:
    node = node_of("one: 1\n  \ntwo: {three: 3}")
    assert isinstance(node, Mapping)
    assert node.entries["two"].where == Position("f.yaml", 3, 1)


@pytest.mark.parametrize("word", ["NO", "No", "no", "yes", "on", "OFF", "True", "FALSE", "~", "null", "Null"])
def test_words_that_other_programs_take_for_truths_or_nothing_are_refused(word: str) -> None:
    assert read(f"key: {word}")[1] == ["1:6 YML08"]
    assert read(f"{word}: 1")[1] == ["1:1 YML08"]
    assert read(f'key: "{word}"')[1] == []
    assert read(f"key: {word} indeed")[1] == []


@pytest.mark.parametrize(
    "word",
    [
        "12:30",
        "1:20:30",
        "1.10",
        ".5",
        "1.",
        "1e5",
        "1.5e+3",
        "017",
        "0o17",
        "0x1F",
        "0b11",
        "1_000",
        "+5",
        ".inf",
        ".NaN",
    ],
)
def test_numbers_that_other_programs_read_differently_are_refused(word: str) -> None:
    assert read(f"key: {word}")[1] == ["1:6 YML09"]
    assert read(f"key: '{word}'")[1] == []


def test_a_date_with_a_time_is_refused() -> None:
    assert read("key: 1939-11-30 09:20:00")[1] == ["1:6 YML09"]


@pytest.mark.parametrize("word", ["00123456", "1234e567", "3f2a91c0"])
def test_the_digest_of_a_text_is_no_number(word: str) -> None:
    assert read(f"of: {word}")[1] == []
    assert plain(node_of(f"of: {word}")) == {"of": word}


@pytest.mark.parametrize("word", ["0", "-5", "12", "0..100", "-10..10", "1939-11", "1939-11-30", "1939-11-30 or later"])
def test_numbers_dates_and_ranges_are_plain(word: str) -> None:
    assert read(f"key: {word}")[1] == []


@given(st.from_regex(r"[0-9+.:_xobEe-]{1,7}", fullmatch=True))
@settings(max_examples=400, deadline=None)
def test_whatever_yaml_takes_for_a_number_but_plain_digits_is_refused(word: str) -> None:
    try:
        meant = yaml.safe_load(word)
    except (yaml.YAMLError, ValueError):
        return
    if isinstance(meant, (int, float)) and not isinstance(meant, bool) and str(meant) != word and word != "-0":
        assert read(f"key: {word}")[1] == ["1:6 YML09"]


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("", ["1:1 YML02"]),
        ("# nothing\n\n", ["1:1 YML02"]),
        ("a: 1\nb: 2\na: 3", ["3:1 YML04"]),
        ("a: {b: 1, b: 2, b: 3}", ["1:11 YML04", "1:17 YML04"]),
        ("a: &x 1\nb: *x", ["1:4 YML05", "2:4 YML05"]),
        ("<<: {a: 1}", ["1:1 YML05"]),
        ("a: !!python/object/apply:os.system [ls]", ["1:4 YML06"]),
        ("a: !mine {b: 1}", ["1:4 YML06"]),
        ("%TAG ! tag:x,1:\n---\na: 1", ["1:1 YML06"]),
        ("a: 1\n---\nb: 2", ["2:1 YML07"]),
        ("---\na: 1\n...\n", []),
        ("a:\nb: 1", ["1:3 YML08"]),
        ("[" * (DEEPEST + 1), [f"1:{DEEPEST + 1} YML10"]),
        ("? [a]\n: b", ["1:3 YML13"]),
        ("{a: b}: c", ["1:1 YML13"]),
        ("a: 'x\nb: 1", ["1:4 YML03"]),
        ("a: b: c", ["1:5 YML03"]),
        ("a:\n\tb: c", ["2:1 YML03"]),
        ("a: 1\n b: 2", ["2:3 YML03"]),
        ("a: @b", ["1:4 YML03"]),
        ("a: [1, 2", ["2:1 YML03"]),
        ('a: "\\q"', ["1:4 YML03"]),
        ("just words", []),
    ],
)
def test_each_mistake_is_found_at_its_place(text: str, findings: list[str]) -> None:
    assert read(text)[1] == findings


def test_fifty_levels_can_be_read() -> None:
    assert node_of("[" * DEEPEST + "]" * DEEPEST)


def test_reading_goes_on_after_a_mistake_and_keeps_the_first_of_two_equal_keys() -> None:
    node, findings = read("a: NO\na: 1\nb: 12:30\nc: fine")
    assert findings == ["1:4 YML08", "2:1 YML04", "3:4 YML09"]
    assert node is not None and plain(node) == {"a": "NO", "b": "12:30", "c": "fine"}


def test_reading_stops_after_a_hundred_mistakes() -> None:
    node, findings = read("- NO\n" * 500)
    assert node is None and len(findings) == 100


def test_only_unquoted_digits_and_truths_become_numbers_and_truths() -> None:
    node = node_of("[1, -5, '1', true, 'true', word, 1939-10-05, " + "9" * 30 + "]")
    assert plain(node) == [1, -5, "1", True, "true", "word", "1939-10-05", "9" * 30]


trees = st.recursive(
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), max_size=8) | st.integers(-999, 999),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abcx-", min_size=1, max_size=4), inner, max_size=3)
    ),
    max_leaves=12,
)


class Quoting(yaml.SafeDumper):
    """Writes every word in quotation marks, so that none can be taken for a number."""


Quoting.add_representer(str, lambda dumper, word: dumper.represent_scalar("tag:yaml.org,2002:str", word, style='"'))


@given(trees.filter(lambda tree: isinstance(tree, (dict, list))), st.booleans())
@settings(max_examples=100, deadline=None)
def test_reading_gives_back_what_was_written(tree: object, flow: bool) -> None:
    written = yaml.dump(tree, Dumper=Quoting, allow_unicode=True, default_flow_style=flow)
    assert plain(node_of(written)) == tree


@given(st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_a_tree_or_a_finding(text: str) -> None:
    node, findings = read(text)
    assert node is not None or findings


def test_the_slower_parser_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: {b: [1, 'two', \"three\"]}\nc: |\n  four\nd:\n  - e: NO\n"
    quick = read(text)
    monkeypatch.setattr(yaml_reader, "_LOADER", yaml.SafeLoader)
    assert read(text) == quick
    assert isinstance(child(quick[0] or Sequence((), Position("", 1, 1)), "d"), Sequence)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "title: 'Who's island?'",
            "1:12 The quotation that opens at 1:8 ended here, at the mark ', and more words follow.",
        ),
        (
            'a:\n  title: "He said "no" to it"',
            '2:19 The quotation that opens at 2:10 ended here, at the mark ", and more words follow.',
        ),
        (
            "a: {title: 'Who's island?', b: 1}",
            "1:16 The quotation that opens at 1:12 ended here, at the mark ', and more words follow.",
        ),
        (
            'a: "it goes on\nb: 1\nc: "Two: words"\n',
            "1:4 The quotation that opens here ends only on line 3, and more words follow there.",
        ),
        (
            "- {a: 'it goes on}\n- {a: 'two words', b: 'three'}",
            "1:7 The quotation that opens here ends only on line 2, and more words follow there.",
        ),
        ("a: 'it goes on\nb: 1\n", "1:4 A quotation mark is opened here and never closed."),
        ("text: {readiness.finland} is it", "1:7 A text that begins with { must stand in quotation marks."),
        ("- {a} b", "1:3 A text that begins with { must stand in quotation marks."),
        ("text: [a] b", "1:7 A text that begins with [ must stand in quotation marks."),
        (
            "a:\n  b: 1\n\u00a0 c: 2",
            "3:1 The character “no-break space” (U+00A0) stands here where line 3 should have plain spaces.",
        ),
        (
            "a:\n  - b\n \u3000- c\n",
            "3:2 The character “ideographic space” (U+3000) stands here where line 3 should have plain spaces.",
        ),
        (
            "a: 1\n\u00a0b",
            "2:1 The character “no-break space” (U+00A0) stands here where line 2 should have plain spaces.",
        ),
        ("{a: 'x' b: 'y'}", "1:9 A comma or a closing } is missing here; the bracket opens at 1:1."),
    ],
)
def test_a_common_slip_is_named_where_it_was_made(text: str, expected: str) -> None:
    findings: list[Finding] = []
    assert read_text(text, "f.yaml", findings) is None
    (found,) = findings
    assert f"{found.where.line}:{found.where.column} {found.message}" == expected


def test_a_group_of_one_bare_name_may_be_a_text_without_quotes() -> None:
    findings: list[Finding] = []
    read_text("text: {readiness.finland}", "f.yaml", findings)
    assert "if this is a text that begins with {, put it in quotation marks" in findings[0].suggestion
