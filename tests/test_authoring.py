"""The verb `new`: a first scenario, or the sheet of a translation beside one, and never over what stands there."""

from __future__ import annotations

import codecs
import json
from pathlib import Path

import pytest

from game.cli import main
from tests.scenario.edits import written


@pytest.mark.parametrize("made", [True, False])
def test_a_first_scenario_is_written_that_has_nothing_wrong_and_can_be_played(
    made: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "old-bridge"
    if made:
        home.mkdir()
    assert main(["new", str(home)]) == 0
    told = (
        f"{home}/scenario.yaml now holds a small scenario to begin with: play {home} plays it, check {home} checks it."
    )
    assert capsys.readouterr().out == f"{told}\n"
    assert main(["check", str(home), "--strict"]) == 0
    assert capsys.readouterr().out == "0 errors, 0 warnings in 1 file.\n"
    endings = set()
    for seed in range(4):
        assert main(["play", str(home), "--auto", "random", "--seed", str(seed), "--json"]) == 0
        endings.add(json.loads(capsys.readouterr().out)["ending"])
    assert endings == {"repaired", "closed"}
    assert main(["new", str(home), "--translate", "th"]) == 0


def test_a_sheet_is_written_and_completed_and_then_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(written(tmp_path).parent)
    path = Path("th.yaml")
    path.write_bytes(codecs.BOM_UTF8 + b"format: 1\ntranslates: small-talks\nlanguage: th\ntexts:\n")
    assert main(["new", ".", "--translate", "th"]) == 0
    first = capsys.readouterr().out
    assert first.startswith("th.yaml now has every text. Added: ") and "since: 0;" in first
    sheet = path.read_bytes()
    assert sheet.startswith(codecs.BOM_UTF8) and sheet.count(codecs.BOM_UTF8) == 1
    assert main(["new", ".", "--translate", "th"]) == 0
    assert capsys.readouterr().out.startswith("th.yaml has every text already; still without words: ")
    assert path.read_bytes() == sheet
    assert main(["check", "."]) == 0
    assert "0 errors" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("{home}",), "{home}/scenario.yaml is there already; add --translate LANGUAGE to translate it,"),
        (("{home}/Old Bridge",), "The folder's name is the id of its scenario,"),
        (("{home}/never",), "The folder's name is the id of its scenario,"),
        (("",), "The folder's name is the id of its scenario,"),
        (("{home}/none/bridge",), "{home}/none/bridge cannot be written: the folder {home}/none does not exist."),
        (("{home}", "--translate", "Thai"), "A language is named by two or three small letters, such as th, and"),
        (("{home}", "--translate", "en"), "The scenario itself is in the language en; name another one."),
        (("{home}/nothing", "--translate", "th"), "There is no scenario "),
        (("{home}/de.yaml", "--translate", "th"), "{home}/de.yaml is not called scenario.yaml;"),
        (("{home}", "--translate", "de"), "Nothing can be put into {home}/de.yaml line by line;"),
        (("{home}", "--translate", "fr"), "{home}/fr.yaml:1:1: error YML01"),
    ],
)
def test_a_sheet_that_cannot_be_written_is_told_and_nothing_is_changed(
    words: tuple[str, ...], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = written(tmp_path).parent
    (home / "de.yaml").write_text("format: 1\ntexts: {title: {of: abcdef12, text: a}}\n", encoding="utf-8")
    (home / "fr.yaml").write_bytes(b"\xff\xff")
    before = {path: path.read_bytes() for path in home.iterdir()}
    assert main(["new", *(word.format(home=home) for word in words)]) == 2
    answer = capsys.readouterr()
    assert answer.err.startswith(said.format(home=home)) and not answer.out
    assert {path: path.read_bytes() for path in home.iterdir()} == before
