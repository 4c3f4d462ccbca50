"""Hostile files: each gives a finding, or one sentence, within seconds and within a gigabyte."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from game.errors import CannotRead
from game.scenario.loader import check, load
from game.scenario.positions import ScenarioError

ROOT = Path(__file__).parents[2]
GOOD = (ROOT / "tests" / "broken" / "good.yaml").read_text(encoding="utf-8")
SECONDS = 10
BYTES = 1_000_000_000


def laughing() -> str:
    lines = ["a: &a [ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    lines += [
        f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]" for old, new in zip("abcdefghi", "bcdefghij", strict=True)
    ]
    return "\n".join(lines)


def scenario_with(old: str, new: str) -> str:
    assert GOOD.count(old) == 1
    return GOOD.replace(old, new)


def many(count: int, line: str) -> str:
    return (" " if line.endswith(", ") else "\n").join(line.format(number=number) for number in range(count))


SOURCES = "    sources: [notes]\n  - id: winter"
PAIRS = "  v{number}: {{name: v, per: directed-pair, range: 0..1}}"
RESUMES = "  - {{id: s{number}, date: 1940-02-10, title: s, resume: talks}}"
MEMOS = "  d{number}: {{title: d, date: 1939-10-05, at: x, text: '{{b}}', sources: [notes], confidence: firm}}"

HOSTILE: dict[str, Callable[[], bytes | str]] = {
    "empty": lambda: "",
    "noise": lambda: random.Random(0).randbytes(300_000),
    "noise-of-letters": lambda: "".join(random.Random(0).choices("[]{}:-,&*!|>'\"%@ \nab", k=300_000)),
    "zeros": lambda: b"\0" * 300_000,
    "utf-16": lambda: "format: 1\n".encode("utf-16"),
    "utf-16-without-a-mark": lambda: GOOD.encode("utf-16-be"),
    "utf-32-without-a-mark": lambda: GOOD.encode("utf-32-le"),
    "laughing": laughing,
    "square-brackets": lambda: "[" * 200_000,
    "curly-brackets": lambda: "{a: " * 200_000,
    "dashes": lambda: "- " * 200_000,
    "indented": lambda: "\n".join(" " * depth + "a:" for depth in range(1_500)),
    "quotes": lambda: '"' * 200_001,
    "one-line": lambda: b"a" * 60_000_000,
    "one-line-below-the-limit": lambda: b"a: " + b"b" * 3_900_000,
    "lines": lambda: b"a: b\n" * 2_000_000,
    "tags": lambda: '!!python/object/apply:os.system ["true"]',
    "tags-in-keys": lambda: "? !!python/name:os.system x\n: 1",
    "values": lambda: "- a\n" * 250_000,
    "bad-words": lambda: "- NO\n" * 200_000,
    "long-key": lambda: "k" * 900_000 + ": 1",
    "long-number": lambda: scenario_with("minutes: {full: 20,", f"minutes: {{full: {'9' * 900_000},"),
    "unknown-keys": lambda: GOOD + many(50_000, "k{number}: 1"),
    "unknown-sources": lambda: scenario_with(SOURCES, SOURCES.replace("notes", many(90_000, "s{number}, "))),
    "one-source-often": lambda: scenario_with(SOURCES, SOURCES.replace("notes", many(90_000, "notes, "))),
    "variables": lambda: scenario_with("variables:\n", f"variables:\n{many(25_000, PAIRS)}\n"),
    "steps": lambda: scenario_with("endings:\n", f"{many(10_000, RESUMES)}\nendings:\n"),
    "documents": lambda: scenario_with("documents:\n", f"documents:\n{many(10_000, MEMOS)}\n"),
    "expression": lambda: scenario_with('"max(1, 12 - tension)"', '"' + "(" * 300_000 + '"'),
    "powers": lambda: scenario_with('"max(1, 12 - tension)"', '"' + " * ".join(["999999999"] * 150) + '"'),
    "placeholders": lambda: scenario_with('"The sea freezes."', '"' + "{" * 500_000 + '"'),
}

PROBE = """
import json, resource, sys, time
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[1]), int(sys.argv[1])))
from game.scenario.loader import check
for path in sys.argv[2:]:
    begun = time.process_time()
    try:
        found = [finding.code for finding in check(path)]
    except BaseException as problem:
        found = [type(problem).__name__]
    print(json.dumps([path, found[:3], time.process_time() - begun]))
"""


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[list[str], float]]:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "world.yaml").write_bytes((ROOT / "tests" / "broken" / "world.yaml").read_bytes())
    for name, content in HOSTILE.items():
        made = content()
        (folder / f"{name}.yaml").write_bytes(made if isinstance(made, bytes) else made.encode())
    paths = [str(folder / f"{name}.yaml") for name in HOSTILE]
    command = [sys.executable, "-c", PROBE, str(BYTES), *paths]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return {Path(path).stem: (codes, seconds) for path, codes, seconds in lines}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gives_a_finding_in_time_and_space(
    name: str, verdicts: dict[str, tuple[list[str], float]]
) -> None:
    assert name in verdicts, "the process that read it died"
    codes, seconds = verdicts[name]
    assert codes and all(len(code) == 5 and code[3:].isdecimal() for code in codes), codes
    assert seconds < SECONDS


def test_a_hostile_file_is_refused_in_one_sentence_by_load(tmp_path: Path) -> None:
    path = tmp_path / "brackets.yaml"
    path.write_text("[" * 200_000)
    with pytest.raises(ScenarioError, match="YML10"):
        load(path)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_a_file_of_wide_letters_is_called_so_with_or_without_a_mark(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "wide.yaml"
    path.write_bytes(GOOD.encode(encoding))
    (found,) = check(path)
    assert str(found).removeprefix(str(path)) == (
        ":1:1: error YML01 The file is written in UTF-16 or UTF-32, and not in UTF-8. Save it with the encoding UTF-8."
    )


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/null", "/dev/tty", "/dev/stdin", "/proc/self/mem"])
def test_a_device_is_not_a_scenario(path: str) -> None:
    if not Path(path).exists():
        pytest.skip(f"{path} is not here")
    with pytest.raises(CannotRead, match=r"not a regular file|cannot be opened"):
        check(path)


def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    with pytest.raises(CannotRead, match="is not a regular file"):
        check(tmp_path / "pipe.yaml")


def test_a_folder_without_a_scenario_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match=r"no scenario\.yaml in the folder"):
        check(tmp_path)


def test_what_is_missing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="no file or folder"):
        check(tmp_path / "nothing.yaml")


@pytest.mark.parametrize("name", ["a" * 5_000, "a\0b", "x/" * 3_000, "..", "", "\n", "~", "finland/../x"])
def test_an_impossible_name_is_refused(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CannotRead):
        check(name)
    with pytest.raises(CannotRead):
        load(name)
