"""Whatever the three standard streams are, every verb answers in plain words and ends with a fitting status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
THREE_PARTIES = "tests/scenarios/three-parties"
PRINTING = {
    "help": ["--help"],
    "help of a verb": ["play", "--help"],
    "list": ["list"],
    "schema": ["schema"],
    "check": ["check", THREE_PARTIES],
    "table": ["table", THREE_PARTIES, "lantern-talks"],
    "bargain": ["bargain", THREE_PARTIES, "lantern-talks", "--styles", "trades,random,random", "--games", "5"],
    "estimate": ["estimate", THREE_PARTIES, "--games", "50"],
    "auto": ["play", THREE_PARTIES, "--auto", "record"],
    "terminal": ["play", THREE_PARTIES, "--terminal", "--as", "arden"],
    "nothing": [],
}
NO_SCREEN = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "SDL_VIDEODRIVER": ""}
posix = pytest.mark.skipif(os.name != "posix", reason="closes streams as a POSIX shell does")


def shell(tmp_path: Path, words: list[str], end: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs the command with its streams as the shell's words at the `end` put them."""
    return started(tmp_path, ["main.py", *words], end, **environment)


def started(tmp_path: Path, words: list[str], end: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Starts Python in the checkout with its streams as the shell's words at the `end` put them."""
    return subprocess.run(
        ["sh", "-c", f'"$0" "$@" {end}', sys.executable, *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, **NO_SCREEN, "GRAND_ALLIANCE_HOME": str(tmp_path / "home"), **environment},
        check=False,
        timeout=240,
    )


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended, and what was kept of what it wrote."""

    returncode: int
    stdout: str
    stderr: str


Ended = Done | subprocess.CompletedProcess[str]


def each_verb(folder: Path, end: str, numbers: str, expect: Callable[[Done], None], **environment: str) -> None:
    """Runs every command in one process for the streams as they are at the `end`, and holds each to what is expected.

    See `tests/verb_by_verb.py`.
    """
    words = ["tests/verb_by_verb.py", str(folder), numbers, json.dumps(PRINTING)]
    done = started(folder, words, end, **environment)
    assert done.returncode == 0, done.stderr
    statuses = json.loads((folder / "statuses").read_text(encoding="utf-8"))

    def kept(name: str, number: int) -> str:
        path = folder / f"{name} {number}"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    wrong = {}
    for name in PRINTING:
        try:
            expect(Done(statuses[name], kept(name, 1), kept(name, 2)))
        except AssertionError as problem:
            wrong[name] = str(problem)
    assert wrong == {}


CLOSED_OUTPUT = "</dev/null >&-"


@posix
def test_a_closed_output_is_one_sentence(tmp_path: Path) -> None:
    each_verb(tmp_path, CLOSED_OUTPUT, "2", expect_told_of_a_closed_output)


@posix
def test_a_closed_output_is_one_sentence_of_a_process_of_its_own(tmp_path: Path) -> None:
    expect_told_of_a_closed_output(shell(tmp_path, PRINTING["auto"], CLOSED_OUTPUT))


def expect_told_of_a_closed_output(done: Ended) -> None:
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert "Standard output is closed" in done.stderr


FULL_OUTPUT = "</dev/null >/dev/full"
with_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")


@posix
@with_full
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_output_is_one_sentence(tmp_path: Path, unbuffered: str) -> None:
    each_verb(tmp_path, FULL_OUTPUT, "2", expect_told_of_a_full_output, PYTHONUNBUFFERED=unbuffered)


@posix
@with_full
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_output_is_one_sentence_of_a_process_of_its_own(tmp_path: Path, unbuffered: str) -> None:
    done = shell(tmp_path, PRINTING["auto"], FULL_OUTPUT, PYTHONUNBUFFERED=unbuffered)
    expect_told_of_a_full_output(done)


def expect_told_of_a_full_output(done: Ended) -> None:
    assert done.returncode == 2
    assert [line for line in done.stderr.splitlines() if "No display" not in line] == [
        "The answer could not be printed whole: no space left on device. Send it to where there is room, or to the"
        " screen."
    ]


CLOSED_INPUT = "<&-"


@posix
def test_a_closed_input_ends_what_asks_and_hinders_nothing_else(tmp_path: Path) -> None:
    each_verb(tmp_path, CLOSED_INPUT, "12", expect_a_whole_answer)


@posix
def test_a_closed_input_ends_what_asks_in_a_process_of_its_own(tmp_path: Path) -> None:
    expect_a_whole_answer(shell(tmp_path, PRINTING["terminal"], CLOSED_INPUT))


def expect_a_whole_answer(done: Ended) -> None:
    assert done.returncode == 0, done.stderr
    assert done.stdout and "wrong" not in done.stderr


@posix
def test_a_reader_who_leaves_is_answered_with_silence(tmp_path: Path) -> None:
    each_verb(tmp_path, "</dev/null", "2", expect_silence, LEAVES="1")


@posix
def test_a_reader_who_leaves_a_process_of_its_own_is_answered_with_silence(tmp_path: Path) -> None:
    expect_silence(shell(tmp_path, PRINTING["auto"], "</dev/null | head -c 1"))


def expect_silence(done: Ended) -> None:
    assert len(done.stdout) == 1
    assert [line for line in done.stderr.splitlines() if "No display" not in line] == []


ASCII_ONLY = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}


@posix
def test_a_terminal_that_knows_ascii_only_hears_every_verb(tmp_path: Path) -> None:
    each_verb(tmp_path, "</dev/null", "12", expect_ascii, **ASCII_ONLY)


@posix
def test_a_terminal_that_knows_ascii_only_hears_a_process_of_its_own(tmp_path: Path) -> None:
    expect_ascii(shell(tmp_path, PRINTING["terminal"], "</dev/null", **ASCII_ONLY))


def expect_ascii(done: Ended) -> None:
    assert done.returncode == 0, done.stderr
    assert done.stdout.isascii() and done.stderr.isascii()


@posix
def test_with_every_stream_closed_the_status_alone_tells(tmp_path: Path) -> None:
    done = shell(tmp_path, ["list"], "<&- >&- 2>&-")
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "")


@posix
def test_a_closed_error_stream_puts_no_mistake_into_the_output(tmp_path: Path) -> None:
    done = shell(tmp_path, ["plya"], "2>&-")
    assert (done.returncode, done.stdout) == (2, "")


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_error_stream_is_no_fault(tmp_path: Path, unbuffered: str) -> None:
    assert shell(tmp_path, ["plya"], "2>/dev/full", PYTHONUNBUFFERED=unbuffered).returncode == 2


@posix
def test_a_save_never_gets_the_number_of_a_closed_stream(tmp_path: Path) -> None:
    words = ["play", THREE_PARTIES, "--auto", "record", "--save", str(tmp_path / "game.json")]
    assert shell(tmp_path, words, "<&- >&- 2>&-").returncode == 2
    assert (tmp_path / "game.json").read_bytes().startswith(b'{\n  "format"')


@posix
def test_escapes_in_a_name_do_not_reach_the_terminal(tmp_path: Path) -> None:
    for words in (["replay", "no\x1b[2Jsuch\u202e.json"], ["check", "\x1b]0;x\x07"], ["pl\x1b[2Jay"], ["list", "\x1b"]):
        done = shell(tmp_path, words, "")
        assert done.returncode == 2
        assert not {"\x1b", "\x07", "\u202e"} & set(done.stdout + done.stderr), words


@posix
def test_in_a_folder_that_was_deleted_what_needs_no_folder_is_answered(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    for words, home, status in (["list"], str(tmp_path), 0), (["play", "finland-1939", "--plain"], "home", 2):
        gone.mkdir()
        done = subprocess.run(
            ["sh", "-c", 'cd "$1" && rmdir "$1" && shift && "$0" "$@"', sys.executable, gone, ROOT / "main.py", *words],
            capture_output=True,
            text=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            env={**os.environ, **NO_SCREEN, "GRAND_ALLIANCE_HOME": home},
            check=False,
        )
        assert done.returncode == status, done.stderr
        assert ("does not exist any more" in done.stderr) == bool(status)


SAME = ["play", str(ROOT / THREE_PARTIES), "--auto", "trades", "--seed", "12", "--json"]


def played(home: Path, folder: Path, flags: list[str], environment: dict[str, str]) -> bytes:
    """What the same game prints, with Python started in a folder in a certain way."""
    return subprocess.run(
        [sys.executable, *flags, ROOT / "main.py", *SAME],
        capture_output=True,
        cwd=folder,
        env={**os.environ, "PYTHONHASHSEED": "0", "GRAND_ALLIANCE_HOME": str(home), **environment},
        check=True,
    ).stdout


@pytest.fixture(scope="module")
def played_as_usual(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return played(tmp_path_factory.mktemp("usual"), ROOT, [], {})


@pytest.mark.parametrize(
    ("flags", "environment"),
    [([], {"PYTHONHASHSEED": "1"}), ([], {"PYTHONHASHSEED": "4711"}), (["-OO"], {}), (["-W", "error"], {})],
    ids=["hash 1", "hash 4711", "optimised", "warnings are errors"],
)
def test_a_game_is_the_same_game_however_python_is_started(
    tmp_path: Path, played_as_usual: bytes, flags: list[str], environment: dict[str, str]
) -> None:
    assert played(tmp_path, tmp_path, flags, environment) == played_as_usual


@posix
def test_an_interrupt_from_the_first_import_on_is_answered_politely(tmp_path: Path) -> None:
    """Whichever module is being imported when it comes."""
    probe = (
        "import os, runpy, signal, sys\n"
        "when, sys.argv = sys.argv[1], ['main.py', *sys.argv[2:]]\n"
        "class Interrupt:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == when:\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Interrupt())\n"
        "runpy.run_path('main.py', run_name='__main__')\n"
    )
    for module in ("game.start", "game.cli", "argparse", "game.verbs", "numpy", "yaml"):
        done = subprocess.run(
            [sys.executable, "-c", probe, module, "play", THREE_PARTIES, "--auto", "record"],
            capture_output=True,
            text=True,
            cwd=ROOT,
            env={**os.environ, **NO_SCREEN, "GRAND_ALLIANCE_HOME": str(tmp_path)},
            check=False,
        )
        assert done.returncode == 130, (module, done.stderr)
        assert "Traceback" not in done.stderr, (module, done.stderr)


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ("numpy", ["play", THREE_PARTIES, "--terminal"]),
        ("yaml", ["play", THREE_PARTIES, "--terminal"]),
        ("pydantic", ["check", "tests/broken/id-misspelt.yaml"]),  # it words what is wrong with a file
        ("rich", ["play", THREE_PARTIES, "--terminal"]),
    ],
)
def test_a_package_that_is_not_installed_is_named(tmp_path: Path, missing: str, words: list[str]) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import sys\n"
        "class Missing:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name == {missing!r}:\n"
        "            raise ModuleNotFoundError(f'No module named {name!r}', name=name)\n"
        "sys.meta_path.insert(0, Missing())\n"
    )
    done = shell(tmp_path, words, "</dev/null", PYTHONPATH=str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f'The Python package "{missing}" is not installed here. Install the game with what it needs: go to its folder'
        " and give the command python -m pip install .\n"
    )
