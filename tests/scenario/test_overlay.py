"""A translation beside a scenario: what is missing, stale or orphaned, and the words that it gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.errors import CannotRead
from game.scenario.catalogue import scenarios_folder
from game.scenario.loader import check, load, load_words
from game.scenario.overlay import Words, load_overlay, translatable, words_of
from game.scenario.overlay_lines import words_by_line
from game.scenario.positions import ScenarioError
from game.scenario.texts import digest
from tests.kept import kept_scenario
from tests.scenario.edits import written

TITLE = "A small demand"
DEMAND = "The invitation has come. Tension stands at {tension}."
TAKEN = "The harbour is taken."
BROKEN = "The word was broken."


def thai(folder: Path, texts: str, head: str = "format: 1\ntranslates: small-talks\nlanguage: th\n") -> Path:
    """Writes a Thai translation with these lines of texts beside the good scenario."""
    path = written(folder).with_name("th.yaml")
    path.write_text(f"{head}texts:\n{texts}", encoding="utf-8")
    return path


def entry(address: str, source: str, text: str) -> str:
    return f'  {address}: {{of: {digest(source)}, text: "{text}"}}\n'


SMALL = (
    entry("title", TITLE, "ข้อเรียกร้องเล็ก ๆ")
    + entry("steps.call-up.text", DEMAND, "คำเชิญมาถึงแล้ว ความตึงเครียดอยู่ที่ {tension}")
    + entry("endings.taken.text.always-told", TAKEN, "ท่าเรือถูกยึด")
)


def said(path: Path) -> list[str]:
    return [f"{one.where.line}:{one.where.column}: {str(one).partition(': ')[2]}" for one in check(path)]


def test_every_text_that_is_not_translated_is_told_with_what_to_add(tmp_path: Path) -> None:
    path = thai(tmp_path, SMALL)
    found = said(path)
    paragraphs = dict(translatable(load(path.with_name("scenario.yaml"))))
    assert len(found) == len(paragraphs) - 3
    assert {one.split()[2] for one in found} == {"OVL01"}
    assert (
        "4:1: warning OVL01 endings.taken.text.word-broken is not translated. "
        f'Add `endings.taken.text.word-broken: {{of: {digest(BROKEN)}, text: "…"}}`.'
    ) in found


def test_a_text_that_waits_for_its_words_is_not_translated_and_is_read_in_the_original(tmp_path: Path) -> None:
    path = thai(tmp_path, entry("title", TITLE, "") + entry("endings.taken.text.always-told", "older", ""))
    found = said(path)
    assert f'5:3: warning OVL01 title is not translated. Write `{{of: {digest(TITLE)}, text: "…"}}`.' in found
    assert {one.split()[2] for one in found} == {"OVL01"}
    scenario_file = path.with_name("scenario.yaml")
    scenario = load(scenario_file)
    whole = load_overlay(path, scenario, [])
    assert whole is not None and words_of(whole, scenario) == words_by_line(path, scenario) == Words("th")
    assert load_words(scenario, scenario_file, "th").paragraph(scenario.title, scenario.title.paragraphs[0]) == TITLE


def test_a_text_that_has_changed_since_is_told_with_its_new_digest(tmp_path: Path) -> None:
    path = thai(tmp_path, entry("title", "An older title", "ข้อเรียกร้องเล็ก ๆ"))
    assert [one for one in said(path) if "OVL01" not in one] == [
        "5:3: warning OVL02 title has changed since it was translated. "
        f"Look at the text again, then write `of: {digest(TITLE)}`."
    ]


def test_a_translation_of_nothing_is_told_with_what_was_meant(tmp_path: Path) -> None:
    path = thai(tmp_path, entry("steps.call-up.texts", DEMAND, "คำเชิญมาถึงแล้ว") + entry("x", "x", "ไม่มี"))
    assert [one for one in said(path) if "OVL01" not in one] == [
        '5:3: warning OVL03 The scenario has no text at "steps.call-up.texts". Did you mean "steps.call-up.text"?',
        '6:3: warning OVL03 The scenario has no text at "x". Delete this entry.',
    ]


def test_a_translation_has_the_placeholders_of_its_text(tmp_path: Path) -> None:
    path = thai(tmp_path, entry("steps.call-up.text", DEMAND, "คำเชิญมาถึงแล้ว ความตึงเครียด {readiness.finland}"))
    assert [one for one in said(path) if "OVL01" not in one] == [
        "5:45: error OVL04 This translation lacks {tension} and has {readiness.finland} besides. "
        "Use the placeholders of the text, each of them."
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "{tension",
            "error TXT01 This brace is not closed with `}`. Write `{{` for a brace that the reader is to see.",
        ),
        (" ", "error TXT02 This text is empty. Write it, or leave out its key."),
    ],
)
def test_a_translation_is_a_text_like_any_other(tmp_path: Path, text: str, expected: str) -> None:
    path = thai(tmp_path, entry("title", TITLE, text))
    assert [one.partition(": ")[2] for one in said(path) if "OVL01" not in one] == [expected]


@pytest.mark.parametrize(
    ("head", "texts", "expected"),
    [
        (
            "format: 1\ntranslates: small-talk\nlanguage: th\n",
            SMALL,
            '2:13: error OVL05 The key "translates" should be small-talks, after the scenario beside it, '
            'and "small-talk" is found. Write `translates: small-talks`.',
        ),
        (
            "format: 1\ntranslates: small-talks\nlanguage: de\n",
            SMALL,
            '3:11: error OVL05 The key "language" should be th, after the name of the file, and "de" is found. '
            "Write `language: th`.",
        ),
        (
            "format: 2\ntranslates: small-talks\nlanguage: th\n",
            SMALL,
            '1:9: error OVL05 The key "format" should be 1, and "2" is found. Write `format: 1`.',
        ),
        (
            'format: "1"\ntranslates: small-talks\nlanguage: th\n',
            SMALL,
            '1:10: error OVL05 The key "format" should be 1 without quotation marks, and "1" is found. '
            "Write `format: 1`.",
        ),
        (
            "format: true\ntranslates: small-talks\nlanguage: th\n",
            SMALL,
            '1:9: error OVL05 The key "format" should be 1, and "true" is found. Write `format: 1`.',
        ),
        (
            "format: 1\ntranslates: small-talks\nlanguage: th\n",
            f"  title: {{of: {digest(TITLE)}, text: 12}}\n",
            "5:31: error OVL05 The text of title should be words, and 12 stands here. Put it in quotation marks.",
        ),
        (
            "format: 1\ntranslates: small-talks\nlanguage: th\n",
            f"  title: {{of: {digest(TITLE)}, text: true}}\n",
            "5:31: error OVL05 The text of title should be words, and true stands here. Put it in quotation marks.",
        ),
        (
            "format: 1\ntranslates: small-talks\n",
            SMALL,
            '1:1: error OVL05 The key "language" is missing. Add `language: …`.',
        ),
        (
            "format: 1\ntranslates: small-talks\nlanguage: th\ntext: x\n",
            SMALL,
            '4:1: error OVL05 The key "text" has no meaning here. Did you mean "texts"?',
        ),
        (
            "format: 1\ntranslates: small-talks\nlanguage: th\n",
            "  title: ข้อเรียกร้อง\n",
            '5:10: error OVL05 title needs `of` and `text`. Write `{of: …, text: "…"}`.',
        ),
        (
            "format: 1\ntranslates: small-talks\nlanguage: th\n",
            '  title: {of: old, text: "ข้อเรียกร้อง"}\n',
            '5:15: error OVL05 "old" is no digest; one has 8 digits from 0 to 9 and a to f. '
            f"Write `of: {digest(TITLE)}`.",
        ),
        (
            "format: 1\ntranslates: small-talks\nlanguage: th\n",
            "  - title\n",
            '5:3: error OVL05 `texts` has an address on each line. Write `ADDRESS: {of: …, text: "…"}`.',
        ),
    ],
)
def test_a_translation_that_has_another_shape_is_told_where(
    tmp_path: Path, head: str, texts: str, expected: str
) -> None:
    found = said(thai(tmp_path, texts, head))
    assert [one for one in found if "OVL05" in one] == [expected]


def test_a_scenario_is_checked_together_with_its_translations(tmp_path: Path) -> None:
    path = thai(tmp_path, SMALL)
    assert check(path.with_name("scenario.yaml")) == check(path)


def test_texts_are_given_in_thai_where_they_are_translated_and_in_english_elsewhere(tmp_path: Path) -> None:
    scenario_file = thai(tmp_path, SMALL).with_name("scenario.yaml")
    scenario = load(scenario_file)
    words = load_words(scenario, scenario_file, "th")
    assert words.language == "th"
    taken = scenario.endings["taken"].text
    assert [words.paragraph(taken, one) for one in taken.paragraphs] == ["ท่าเรือถูกยึด", "The word was broken."]
    assert words.paragraph(scenario.title, scenario.title.paragraphs[0]) == "ข้อเรียกร้องเล็ก ๆ"


def test_a_translation_that_names_other_values_is_not_read(tmp_path: Path) -> None:
    scenario_file = thai(tmp_path, entry("steps.call-up.text", DEMAND, "ความตึงเครียด {no-such}")).with_name(
        "scenario.yaml"
    )
    scenario = load(scenario_file)
    text = scenario.steps["call-up"].text
    assert text is not None
    assert load_words(scenario, scenario_file, "th").paragraph(text, text.paragraphs[0]) == DEMAND


def test_the_language_of_the_scenario_needs_no_translation(tmp_path: Path) -> None:
    scenario_file = written(tmp_path)
    scenario = load(scenario_file)
    assert load_words(scenario, scenario_file, "en") == Words("en")


def test_a_language_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    scenario_file = thai(tmp_path, SMALL).with_name("scenario.yaml")
    with pytest.raises(CannotRead, match=r"not there in \"de\"; it is there in en, th"):
        load_words(load(scenario_file), scenario_file, "de")


def test_a_translation_that_is_no_yaml_is_an_error_of_its_own(tmp_path: Path) -> None:
    path = thai(tmp_path, '  title: {of: "')
    scenario_file = path.with_name("scenario.yaml")
    with pytest.raises(ScenarioError, match="YML"):
        load_words(load(scenario_file), scenario_file, "th")


@pytest.mark.parametrize("name", ["finland-1939", "pact-1939", "yalta-1945"])
def test_a_translation_read_by_line_is_what_the_whole_reader_makes_of_it(name: str) -> None:
    path, scenario = scenarios_folder() / name / "th.yaml", kept_scenario(name)
    overlay = load_overlay(path, scenario, [])
    assert overlay is not None
    assert words_by_line(path, scenario) == words_of(overlay, scenario)


@pytest.mark.parametrize(
    "line",
    [
        '  title: {text: "ก", of: abcdef12}',
        "  title: {of: abcdef12, text: ก}",
        '  title: {of: abcdef12, text: "ก"} # seen',
        '  title: {of: abcdef12, text: "\\x41"}',
        '  title: {of: abcdef12,\n    text: "ก"}',
        '  title: {of: abcdef12, text: "ก"}\n  title: {of: abcdef12, text: "ข"}',
        "",
    ],
)
def test_what_is_written_otherwise_is_left_to_the_whole_reader(line: str, tmp_path: Path) -> None:
    path = tmp_path / "th.yaml"
    path.write_text(f"format: 1\ntranslates: finland-1939\nlanguage: th\ntexts:\n{line}\n", "utf-8")
    assert words_by_line(path, kept_scenario("finland-1939")) is None


@pytest.mark.parametrize("sign", ["\x7f", "\x9b", "\x85", "\u2028", "\u202e", "\ufeff"])
def test_the_fast_reader_leaves_signs_that_are_refused_to_the_full_one(tmp_path: Path, sign: str) -> None:
    path = tmp_path / "th.yaml"
    head = "format: 1\ntranslates: finland-1939\nlanguage: th\ntexts:\n"
    path.write_text(f'{head}  title: {{of: 00000000, text: "a{sign}b"}}\n', "utf-8")
    assert words_by_line(path, kept_scenario("finland-1939")) is None
