"""What `check` finds is said in Thai: each sentence of it, and what it is filled with; ids and code stay."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.present.checked import error_words, finding_words
from game.present.english_check import CHECK
from game.present.english_problems import PATTERNS
from game.present.english_repairs import REPAIRS
from game.present.languages import in_one_piece, speech_in
from game.scenario.positions import NOWHERE, Finding, Position, ScenarioError, Severity

ROOT = Path(__file__).parents[2]
THAI = in_one_piece(speech_in("th"))
SAID_ELSEWHERE = re.compile(r"description(?:_codex|_map|_parts|_steps)?|genius.*|safe_xml")
"""What schemas say, which editors show in English, and what is said of another kind of file."""
ENGLISH = re.compile(r"\b(?:the|is|are|and|or|of|this|it|here|should|stands|has|have|cannot|with|not)\b")
LEFT = re.compile(r"The scenarios that come|There is no (?:file|.* in the folder)|The scenario |.*\[(?:A-Z|0-9)")
"""What is known among problems with files, and what is no sentence."""
PUT_TOGETHER = re.compile(
    r".*(?:hyphens|known-to`|once|some-id|\"some-id\")some-id|.* there some-id\.|There are: |This brace is not "
    r"|some-id: it can never"
    r"|some-id (?:is some-id, and|For a|Numbers are|is bound)"
)
"""What is filled with pieces of sentences; examples of these are among the broken files."""
BROKEN = re.compile(r"(?P<path>[^:]+):(?P<line>\d+):(?P<column>\d+): (?P<severity>\w+) (?P<code>\w+) (?P<said>.*)")


def thai(message: str, suggestion: str = "") -> str:
    """What a finding says after its code."""
    finding = Finding(NOWHERE, Severity.ERROR, "ABC01", message, suggestion)
    return finding_words(THAI, finding).partition("ABC01 ")[2]


def bare(said: str) -> str:
    """A sentence without what it quotes."""
    return re.sub(r"`[^`]*`|“[^”]*”|\"[^\"]*\"", "", said)


MODULES = [
    path for path in sorted((ROOT / "game" / "scenario").glob("*.py")) if not SAID_ELSEWHERE.fullmatch(path.stem)
]
"""The code of the scenarios' floor."""


def sentences(module: Path) -> Iterator[str]:
    """Every sentence in a module that is no docstring, with a word where one is filled in."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    nodes = list(ast.walk(tree))
    bodies = [getattr(node, "body", []) for node in nodes]
    lone = {one.value for body in bodies if isinstance(body, list) for one in body if isinstance(one, ast.Expr)}
    parts = {part for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in nodes:
        if node in lone or node in parts:
            continue
        values = node.values if isinstance(node, ast.JoinedStr) else [node]
        texts = [part.value if isinstance(part, ast.Constant) else "some-id" for part in values]
        said = "".join(text for text in texts if isinstance(text, str))
        if re.search(r"[A-Za-z`\"} ] .*[a-z`)\"][.?]$", said) and said[:1] not in " ,":
            yield said


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_every_sentence_of_check_is_known_in_thai(module: Path) -> None:
    """One test for all sentences of a module, since there are hundreds."""
    kept = [said for said in sentences(module) if not PUT_TOGETHER.match(said) and not LEFT.match(said)]
    assert [thai(said) for said in kept if ENGLISH.search(bare(thai(said)))] == []


def test_the_sentences_of_check_are_found() -> None:
    assert len({said for module in MODULES for said in sentences(module)}) > 350


@pytest.mark.parametrize("line", (ROOT / "tests" / "broken" / "expected.txt").read_text(encoding="utf-8").splitlines())
def test_a_finding_is_said_in_thai_down_to_its_words(line: str) -> None:
    found = BROKEN.fullmatch(line)
    assert found
    place = Position(found["path"], int(found["line"]), int(found["column"]))
    said = finding_words(THAI, Finding(place, Severity(found["severity"]), found["code"], found["said"]))
    assert said.startswith(f"{place}: ") and found["code"] in said
    assert not ENGLISH.search(bare(said.partition(found["code"])[2])), said


@pytest.mark.parametrize(
    ("message", "suggestion", "expected"),
    [
        (
            'There is no party "utopia" in the world catalogue.',
            'Did you mean "finland"?',
            "ไม่มีฝ่าย “utopia” ในบัญชีของโลก หมายถึง “finland” หรือไม่",
        ),
        ("This should be words or a list, and a group of keys stands here.", "", "ที่นี่ต้องเป็นคำหรือรายการ แต่พบกลุ่มคีย์"),
        ('This should be words, and "a list" stands here.', "", 'ที่นี่ต้องเป็นคำ แต่พบ "a list"'),
        ('The key "id" is missing in item 2 of words.', "", "รายการที่ 2 ของ words ขาดคีย์ “id”"),
        ('The key "id" is missing in this file.', "Add `id: …`.", "ไฟล์นี้ขาดคีย์ “id” เพิ่ม `id: …`"),
        (
            "A comma or a closing ] is missing here; the bracket opens at 3:4.",
            "",
            "ที่นี่ขาดจุลภาคหรือ ] ปิด วงเล็บเปิดอยู่ที่ 3:4",
        ),
    ],
)
def test_what_a_sentence_is_filled_with_is_said_in_thai_as_well(message: str, suggestion: str, expected: str) -> None:
    assert thai(message, suggestion) == expected


def test_a_sentence_that_is_not_known_stays_and_english_says_what_it_said() -> None:
    finding = Finding(Position("a.yaml", 1, 2), Severity.WARNING, "XYZ01", "Bread is dear.", "Bake some.")
    assert finding_words(THAI, finding) == "a.yaml:1:2: คำเตือน XYZ01 Bread is dear. Bake some."
    assert finding_words(speech_in("en"), finding) == str(finding)


def test_what_keeps_a_scenario_from_being_played_is_told_with_how_many_more_there_are() -> None:
    one = Finding(Position("a.yaml", 1, 2), Severity.ERROR, "TXT02", "This text is empty.")
    assert error_words(THAI, ScenarioError([one])) == "a.yaml:1:2: ข้อผิดพลาด TXT02 ข้อความนี้ว่างเปล่า"
    assert error_words(THAI, ScenarioError([one, one, one])).endswith("(และอีก 2 ข้อ)")
    assert error_words(speech_in("en"), ScenarioError([one, one])) == str(ScenarioError([one, one]))


def test_no_sentence_stands_twice() -> None:
    both = [*CHECK.values(), *REPAIRS.values()]
    assert len(both) == len(set(both))
    assert not set(both) & set(PATTERNS.values())
