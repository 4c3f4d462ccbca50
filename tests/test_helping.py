"""The help of the command line, and its answers to mistakes, in Thai: every text of it, laid out without torn words."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.cli import build_parser, main
from game.helping import help_in_own_language
from game.present.breaking import unbroken
from game.present.english_help import HELP_TEXTS, MISTAKES
from game.present.english_problems import PATTERNS
from game.present.languages import in_one_piece, speech_in
from game.present.problems import problem_words
from game.storage.places import settings_path
from game.storage.settings import Settings, save_settings
from tests.commands import ROOT

THAI = in_one_piece(speech_in("th"))
USAGE_HEADS = {"usage: ", "options", "positional arguments"}


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRAND_ALLIANCE_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "argv", ["main.py"])


def texts(parser: argparse.ArgumentParser) -> Iterator[str]:
    yield from filter(None, (parser.description, parser.epilog))
    for action in parser._actions:
        if action.help:
            yield action.help
        if isinstance(action, argparse._SubParsersAction):
            yield from (str(choice.help) for choice in action._choices_actions)
            for verb in action.choices.values():
                yield from texts(verb)


def helped(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    with pytest.raises(SystemExit):
        main(words)
    return capsys.readouterr().out


def test_every_text_of_the_help_is_there_in_thai() -> None:
    parser = build_parser()
    help_in_own_language(parser, ["--help", "--language", "th"])
    assert [text for text in texts(parser) if not re.search("[\u0e00-\u0e7f]", text) or "the " in text] == []


def test_nothing_is_translated_that_the_help_does_not_say() -> None:
    said = {text[:1].lower() + text[1:].rstrip(".") for text in texts(build_parser())} | {*texts(build_parser())}
    assert set(HELP_TEXTS.values()) - said - USAGE_HEADS - {"verbs"} == set()


def test_the_help_is_in_the_language_that_is_asked_for_or_remembered(capsys: pytest.CaptureFixture[str]) -> None:
    asked = helped(capsys, "check", "--help", "--language", "ไทย")
    assert "ตรวจไฟล์สถานการณ์และแสดงทุกข้อที่พบ" in asked and asked.startswith("วิธีใช้: ")
    assert "usage: " in helped(capsys, "check", "--help")
    save_settings(Settings(language="th"), settings_path())
    assert helped(capsys, "check", "--help") == asked
    assert "usage: " in helped(capsys, "check", "--help", "--language", "en")


def test_no_line_of_the_help_tears_a_word(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    printed = helped(capsys, "--help", "--language", "th")
    assert unbroken(printed) == printed and max(map(len, printed.splitlines())) < 100
    wanted = re.sub(r"\s", "", THAI("help.about"))
    assert wanted in re.sub(r"\s", "", printed)
    assert not re.search("\n *[\u0e30-\u0e3a\u0e47-\u0e4eๆฯ]", printed)


def test_the_help_in_thai_loads_nothing_heavy() -> None:
    probe = (
        "import sys\nfrom game.cli import main\ntry:\n    main(['--help', '--language', 'th'])\n"
        "except SystemExit:\n    pass\n"
        "heavy = {'numpy', 'pydantic', 'rich', 'pygame', 'yaml', 'game.engine'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, encoding="utf-8", cwd=ROOT, check=True)
    assert done.stderr.strip() == "[]"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("plya", "--language", "th"), "ไม่มีคำสั่ง “plya” มีอยู่คือ"),
        (("replay", "--language", "th"), "ต้องระบุ SAVE ดู python main.py replay --help"),
        (
            ("play", "--seed", "four", "--language", "th"),
            "--seed: ต้องเป็นจำนวนเต็ม แต่พบ 'four' ดู python main.py play --help",
        ),
        (("play", "--seed", "--language", "th"), "--seed: ต้องตามด้วยค่าหนึ่งค่า ดู python main.py play --help"),
        (
            ("play", "--length", "long", "--language", "th"),
            "--length: ใช้ 'long' ไม่ได้ เลือกได้จาก",
        ),
        (
            ("play", "--sead", "4", "--language", "th"),
            "ไม่เข้าใจ “--sead” ในที่นี้ หมายถึง --seed หรือไม่ ดู python main.py play --help",
        ),
        (("table", "finland-1939", "xx", "--language", "th"), "finland-1939 ไม่มีโต๊ะเจรจา “xx” มีอยู่คือ"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_mistake_is_answered_in_thai(
    words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(words) == 2
    assert capsys.readouterr().err.startswith(said)


def test_what_the_machine_refuses_is_told_in_thai() -> None:
    for sentence, start in (
        (
            "/x cannot be used: permission denied. See to it and try again, or name another file or folder.",
            "ใช้ /x ไม่ได้: ",
        ),
        ("Stopped.", "หยุดแล้ว"),
    ):
        assert problem_words(THAI, sentence).startswith(start)


def test_no_mistake_is_named_twice() -> None:
    assert not PATTERNS.keys() & MISTAKES.keys()
