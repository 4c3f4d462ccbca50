"""The command line: what each verb prints, and the one sentence that answers every mistake."""

from __future__ import annotations

import io
import json
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import game.cli
from game.cli import VERBS, main
from tests.commands import ROOT, run, run_here

THREE_PARTIES = "tests/scenarios/three-parties"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("GRAND_ALLIANCE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(sys, "argv", ["main.py"])
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
        monkeypatch.delenv(name, raising=False)


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """The sentence that refuses these words; the status is 2 and nothing is printed."""
    assert main(words) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert "Traceback" not in printed.err
    return printed.err.strip()


def test_help_names_every_verb_and_no_other(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    assert left.value.code == 0
    printed = capsys.readouterr().out
    listed = [line.split()[0] for line in printed.splitlines() if line.startswith("    ") and line.split()]
    assert [word for word in listed if word in VERBS] == list(VERBS)
    assert not {"explore", "graph", "host"} & set(listed)


def test_help_loads_nothing_heavy() -> None:
    probe = (
        "import sys\nfrom game.cli import main\ntry:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "heavy = {'numpy', 'pydantic', 'rich', 'pygame', 'yaml', 'game.engine'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stderr.strip() == "[]"


MISTAKES = {
    ("plya",): '"plya" is not a verb of this command; there are list, play, replay, report, check, new, schema, '
    'table, bargain, estimate, import. Did you mean "play"?',
    ("host", "x"): '"host" is not a verb of this command; there are list, play, replay, report, check, new, schema, '
    "table, bargain, estimate, import.",
    ("play", THREE_PARTIES, "--sead", "4"): '"--sead" is not understood here. Did you mean --seed? See python main.py '
    "play --help.",
    ("play", THREE_PARTIES, "--seed", "four"): "Argument --seed: a whole number was expected, and 'four' was found. "
    "See python main.py play --help.",
    ("play", THREE_PARTIES, "--auto", "tradse"): 'There is no style "tradse"; there is strategist, '
    'trades, holds-out, linear, concedes-early, micro, tit-for-tat, record or random. Did you mean "trades"?',
    ("play", THREE_PARTIES, "--json"): "--json prints a game that the program plays; add --auto and a style, such as "
    "--auto record.",
    (
        "play",
        THREE_PARTIES,
        "--auto",
        "record",
        "--as",
        "arden",
    ): "--auto plays every seat, so it cannot be joined with --as; leave one of them out.",
    ("play", THREE_PARTIES, "--terminal", "--as", "ardn"): 'Nothing here is called "ardn". Did you mean "arden"?',
    ("replay", "no-such.json"): "no-such.json does not exist; a saved game was expected there.",
    ("replay",): "The following arguments are required: SAVE. See python main.py replay --help.",
    ("play", THREE_PARTIES, "--seed", "9" * 5_000): "Argument --seed: the number is too large; the largest is "
    "9223372036854775807. See python main.py play --help.",
    ("play", THREE_PARTIES, "--seed", str(2**63)): "Argument --seed: the number is too large; the largest is "
    "9223372036854775807. See python main.py play --help.",
    (
        "bargain",
        THREE_PARTIES,
        "lantern-talks",
        "--styles",
        "trades,trades,trades",
        "--games",
        "1000000",
        "--rounds",
        "21",
    ): "1,000,000 talks of up to 21 rounds would take too long: at most 20,000,000 rounds in all can be asked for, so "
    "at most 952,380 talks of this length.",
    (
        "table",
        THREE_PARTIES,
        "lantern",
    ): "three-parties has no table 'lantern'; its tables are lantern-talks, fish-talks.",
    (
        "bargain",
        THREE_PARTIES,
        "lantern-talks",
        "--styles",
        "trades,tradse,trades",
    ): 'There is no style "tradse"; there '
    "is strategist, trades, holds-out, linear, concedes-early, micro, tit-for-tat, record or random. "
    'Did you mean "trades"?',
}


@pytest.mark.parametrize("words", MISTAKES, ids=lambda words: " ".join(words)[:80])
def test_a_mistake_is_answered_in_one_sentence(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(capsys, *words) == MISTAKES[words]


@pytest.mark.parametrize(
    "words",
    [
        ("list",),
        ("list", "--json"),
        ("table", THREE_PARTIES, "fish-talks", "--json"),
        ("play", THREE_PARTIES, "--terminal"),
        ("play", THREE_PARTIES, "--auto", "record"),
    ],
)
def test_a_language_that_is_not_spoken_is_refused_alike_by_every_verb(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    said = 'There is no language "fi" here; there is en (English) or th (ไทย).'
    assert refused(capsys, *words, "--language", "fi") == said


def test_a_language_is_asked_for_by_its_name_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--language", "Thai"]) == 0
    assert "เล่นเป็น" in capsys.readouterr().out


def test_an_unknown_scenario_lists_or_suggests(capsys: pytest.CaptureFixture[str]) -> None:
    assert 'There is no scenario "finlnd-1939"' in refused(capsys, "play", "finlnd-1939", "--terminal")


def test_a_fault_inside_the_game_is_apologised_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_words: list[str]) -> int:
        raise KeyError("lost")

    monkeypatch.setattr(game.cli, "_run", broken)
    assert main(["list"]) == 70
    said = capsys.readouterr().err
    assert "KeyError" in said and "--debug" in said and "Traceback" not in said
    with pytest.raises(KeyError):
        main(["list", "--debug"])


def test_an_interrupt_is_answered_politely(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(_words: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(game.cli, "_run", interrupted)
    assert main(["list"]) == 130
    assert capsys.readouterr().err.strip() == "Stopped."


def test_a_closed_pipe_is_quiet() -> None:
    reader = subprocess.Popen(
        [sys.executable, "main.py", "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    )
    assert reader.stdout is not None and reader.stderr is not None
    reader.stdout.close()
    assert reader.stderr.read() == b""
    reader.stderr.close()
    assert reader.wait(timeout=30) == 0


def test_with_neither_display_nor_terminal_the_shelf_and_how_to_play_are_printed() -> None:
    done = run()
    assert (done.returncode, done.stderr) == (0, "")
    assert "How to play" in done.stdout and "main.py play" in done.stdout


def test_auto_play_prints_the_same_bytes_as_the_replay_of_its_save(tmp_path: Path) -> None:
    save = tmp_path / "game.json"
    played = run("play", THREE_PARTIES, "--auto", "random", "--seed", "11", "--json", "--save", str(save))
    replayed = run("replay", str(save), "--scenario", THREE_PARTIES, "--json")
    assert (played.returncode, replayed.returncode) == (0, 0)
    assert played.stdout == replayed.stdout
    described = json.loads(played.stdout)
    assert list(described) == ["scenario", "seed", "moves", "ending", "measures", "interests", "divergence"]
    assert described["seed"] == 11


def test_auto_play_of_the_record_ends_in_the_record(capsys: pytest.CaptureFixture[str]) -> None:
    for seed in ("0", "7"):
        assert main(["play", THREE_PARTIES, "--auto", "record", "--seed", seed, "--json"]) == 0
        described = json.loads(capsys.readouterr().out)
        assert described["divergence"]["first"] is None
        assert described["divergence"]["same"] == described["divergence"]["of"] > 3


def test_auto_play_without_json_says_how_it_ended(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["play", THREE_PARTIES, "--auto", "record"]) == 0
    printed = capsys.readouterr().out
    assert "It ended: " in printed and "decisions were those of the record." in printed


def test_auto_play_is_the_same_where_it_is_said_that_it_is_plain_and_not_saved(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    words = ["play", THREE_PARTIES, "--auto", "record"]
    assert main(words) == 0
    printed = capsys.readouterr()
    assert main([*words, "--plain", "--unsaved", "--save", str(tmp_path / "game.json")]) == 0
    assert capsys.readouterr() == printed
    assert list(tmp_path.iterdir()) == []


def test_replay_tells_the_game_move_by_move(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save = str(tmp_path / "game.json")
    assert main(["play", THREE_PARTIES, "--auto", "record", "--save", save]) == 0
    capsys.readouterr()
    assert main(["replay", save, "--scenario", THREE_PARTIES]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Who lights the strait?\n")
    assert "1 March 1925: The first morning" in printed


def test_report_writes_one_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save, page = str(tmp_path / "game.json"), tmp_path / "page.html"
    assert main(["play", THREE_PARTIES, "--auto", "record", "--save", save]) == 0
    assert main(["report", save, "--scenario", THREE_PARTIES, "--output", str(page)]) == 0
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert str(page) in capsys.readouterr().out


def test_a_game_of_a_scenario_off_the_shelf_is_told_to_name_its_folder(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    save = str(tmp_path / "game.json")
    assert main(["play", THREE_PARTIES, "--auto", "record", "--save", save]) == 0
    for words in (("replay", save), ("report", save, "--output", str(tmp_path / "page.html"))):
        capsys.readouterr()
        assert main(words) == 2
        assert capsys.readouterr().err.endswith("on the shelf; name its folder after --scenario.\n")


def test_a_terminal_game_is_gone_on_with_by_the_command_it_names(tmp_path: Path) -> None:
    save = tmp_path / "game.json"
    first = run_here("play", THREE_PARTIES, "--as", "arden", "--plain", "--save", str(save), typed="\n\n\nwait\n")
    assert first.returncode == 0
    command = first.stdout.rstrip().rsplit("Go on with it: python main.py ", 1)[1].split()
    assert command == ["play", THREE_PARTIES, "--save", str(save), "--plain"]
    second = run(*command, typed="history\n")
    assert "Going on with the game" in second.stdout
    assert "We decided: Wait for the others to speak" in second.stdout
    assert "You keep the light" not in second.stdout


def test_a_save_is_not_begun_anew_by_mistake(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save = tmp_path / "game.json"
    run_here("play", THREE_PARTIES, "--as", "arden", "--plain", "--save", str(save), typed="\n\n\nwait\n")
    before = save.read_bytes()
    words = ("play", THREE_PARTIES, "--terminal", "--save", str(save), "--seed", "5")
    assert "holds a game begun already, and --seed would begin another" in refused(capsys, *words)
    assert save.read_bytes() == before


def test_a_terminal_without_wide_characters_still_plays() -> None:
    environment = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = run("play", THREE_PARTIES, "--as", "arden", "--terminal", typed="\n\n\nwait\n", environment=environment)
    assert done.returncode == 0
    assert "Tension in the strait: 8 -> " in done.stdout or "1-4 March 1925" in done.stdout
    assert done.stdout.isascii()


def test_the_replay_of_an_unfinished_game_breaks_no_seal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save = tmp_path / "game.json"
    run_here("play", THREE_PARTIES, "--as", "arden", "--plain", "--seed", "3", "--save", str(save), typed="\n\n\n\n1\n")
    replayed = run_here("replay", str(save), "--scenario", THREE_PARTIES)
    assert replayed.returncode == 0
    assert "1. Not open to everybody before the game is over." in replayed.stdout
    assert "keep the light" not in replayed.stdout
    assert "The game is not over." in replayed.stdout


def test_back_from_the_seats_of_a_wished_scenario_leads_to_the_shelf() -> None:
    done = run_here("play", THREE_PARTIES, "--plain", typed="back\nback\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("Which? Type a number or a few words, or quit.") == 2
    assert done.stdout.rstrip().endswith("No game was begun.")


def test_an_empty_shelf_is_one_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("game.terminal.session.shelf", lambda **_: ())
    assert main(["play", "--plain"]) == 2
    assert capsys.readouterr().err == "There is no scenario to play.\n"


@pytest.mark.parametrize("name", ["-x.json", "a b.json", "game", "finland-1939", "game.yaml", "it's.json", "ö🙂.JSON"])
def test_the_command_to_go_on_works_whatever_the_save_is_called(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from game.playing import command_to_go_on

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO("\n\n\n\n1\n"))
    assert main(["play", "finland-1939", "--as", "finland", "--plain", f"--save={name}"]) == 0
    assert Path(name).is_file()
    monkeypatch.setattr("sys.stdin", io.StringIO())
    capsys.readouterr()
    assert main(shlex.split(command_to_go_on(Path(name), None, plain=True).replace("python main.py ", ""))) == 0
    assert "Going on with the game" in capsys.readouterr().out
