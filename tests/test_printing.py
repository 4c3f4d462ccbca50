"""What the verbs print that look into scenarios: `check`, `schema`, `list`, `table`, `bargain` and `estimate`."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest

from game.cli import main
from game.present.breaking import BREAK
from tests.test_cli import THREE_PARTIES, _at_home

__all__ = ["_at_home"]


def test_check_ends_with_its_counts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", THREE_PARTIES]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "0 errors, 0 warnings in 1 file."


def test_check_of_an_error_has_status_one_and_its_place(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    broken = tmp_path / "broken" / "scenario.yaml"
    broken.parent.mkdir()
    broken.write_text("format: 1\nid: broken\nid: twice\n")
    assert main(["check", str(broken)]) == 1
    printed = capsys.readouterr().out
    assert ":3:1: error YML" in printed
    assert "1 file." in printed.splitlines()[-1]


def test_check_plays_the_record_to_see_whether_its_ending_is_right(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    text = Path("tests/broken/good.yaml").read_text(encoding="utf-8")
    home = tmp_path / "small-talks"
    home.mkdir()
    shutil.copy("tests/broken/world.yaml", tmp_path)
    ending = '  - {id: stirred, title: "A stir", when: "tension >= 1", text: "-", sources: [study]}\n  - {id: leased,'
    (home / "scenario.yaml").write_text(text.replace("  - {id: leased,", ending), encoding="utf-8")
    assert main(["check", str(home)]) == 1
    found, counts = capsys.readouterr().out.splitlines()
    line = 1 + text[: text.index("  ending: stalemate")].count("\n") + 1
    said = "Played as the record has it, this file ends with stirred, not with stalemate."
    assert found.startswith(f"{home / 'scenario.yaml'}:{line}:11: error REC04 {said}")
    assert found.endswith("name another ending.") and counts == "1 error, 0 warnings in 1 file."


def test_check_of_what_is_no_file_has_status_two(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", THREE_PARTIES, "no-such-file"]) == 2
    printed = capsys.readouterr()
    assert "in 1 file." in printed.out
    assert 'There is no file or folder "no-such-file"' in printed.err


def test_check_of_a_folder_of_scenarios_checks_each_with_its_translations(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    shutil.copytree("tests/scenarios/three-parties", tmp_path / "three-parties")
    shutil.copy("tests/scenarios/world.yaml", tmp_path)
    assert main(["check", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "0 errors, 0 warnings in 2 files.\n"
    for broken in ("three-parties/th.yaml", "broken/scenario.yaml", "world.yaml"):
        (tmp_path / broken).parent.mkdir(exist_ok=True)
        (tmp_path / broken).write_text("format: 1\n")
        assert main(["check", str(tmp_path)]) == 1
        assert f"{broken}:1:1: error" in capsys.readouterr().out


def test_a_folder_without_a_scenario_is_called_so(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for words in (["check", str(tmp_path)], ["table", str(tmp_path), "x"], ["play", str(tmp_path), "--auto", "record"]):
        assert main(words) == 2
        said = capsys.readouterr().err
        assert said == f'There is no scenario.yaml in the folder "{tmp_path}"; name a scenario\'s folder or file.\n'


def test_bargaining_tells_a_terminal_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["bargain", THREE_PARTIES, "lantern-talks", "--styles", "trades,random,random", "--games", "20"]
    assert main(words) == 0
    quiet = capsys.readouterr()
    assert quiet.err == ""
    monkeypatch.setattr("game.progress._PAUSE", -1.0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert main(words) == 0
    told = capsys.readouterr()
    assert told.out == quiet.out
    assert "0 of 20 talks are held; those now held are at turn 3." in told.err
    assert told.err.rstrip(" \r").endswith(".") and told.err.endswith(" \r") and "\n" not in told.err


def test_check_as_json_is_a_list(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    empty = tmp_path / "scenario.yaml"
    empty.write_text("")
    assert main(["check", str(empty), "--json"]) == 1
    findings = json.loads(capsys.readouterr().out)
    assert {"path", "line", "column", "severity", "code", "message", "suggestion"} == set(findings[0])


def test_schema_prints_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert "steps" in json.loads(capsys.readouterr().out)["properties"]
    assert main(["schema", "codex"]) == 0
    assert set(json.loads(capsys.readouterr().out)["properties"]) == {"format", "language", "entries", "sources"}


def test_list_as_json_has_what_the_shelf_has(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert isinstance(listed, list)
    assert all({"id", "title", "dates", "minutes", "parties"} <= set(entry) for entry in listed if "error" not in entry)


def test_table_as_json_and_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["table", THREE_PARTIES, "lantern-talks", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["step"] == "lantern-talks"
    assert main(["table", THREE_PARTIES, "lantern-talks"]) == 0
    assert "Nash" in capsys.readouterr().out


def test_bargain_as_json_and_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["bargain", THREE_PARTIES, "lantern-talks", "--styles", "trades,holds-out,trades", "--games", "50"]
    assert main([*words, "--json"]) == 0
    first = capsys.readouterr().out
    assert json.loads(first)
    assert main([*words, "--json"]) == 0
    assert capsys.readouterr().out == first
    assert main(words) == 0
    assert "holds-out" in capsys.readouterr().out


def test_estimate_as_json_and_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["estimate", THREE_PARTIES, "--games", "60", "--policy", "random"]
    assert main([*words, "--json"]) == 0
    first = capsys.readouterr().out
    assert sum(ending["games"] for ending in json.loads(first)["endings"].values()) == 60
    assert main([*words, "--json", "--jobs", "2"]) == 0
    assert capsys.readouterr().out == first
    assert main(words) == 0
    assert "random in every seat" in capsys.readouterr().out


def test_what_would_steer_a_terminal_is_not_printed_from_a_scenario(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, kept = tmp_path / "congress", str(tmp_path / "game.json")
    folder.mkdir()
    shutil.copy("tests/scenarios/world.yaml", tmp_path)
    written = Path("tests/scenarios/congress/scenario.yaml").read_text("utf-8")
    for name in ('title: "', 'arden:\n    brief: "'):
        written = written.replace(name, name.replace('brief: "', 'name: "Arden\\e[31m"\n    brief: "') + r"\e[2J\u202e")
    (folder / "scenario.yaml").write_text(written, "utf-8")
    for words in (
        ("play", str(folder), "--auto", "record", "--save", kept),
        ("replay", kept, "--scenario", str(folder)),
        ("table", str(folder), "congress"),
    ):
        assert main(words) == 0
        printed = capsys.readouterr().out
        assert "\N{REPLACEMENT CHARACTER}" in printed
        assert "\x1b" not in printed and "\u202e" not in printed


def test_the_list_has_no_places_to_break_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--language", "th"]) == 0
    assert BREAK not in capsys.readouterr().out
