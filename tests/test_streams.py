"""Whatever the three standard streams are, every verb answers in plain words and ends with a fitting status."""

from __future__ import annotations

import os
import subprocess
import sys
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
    "auto": ["play", THREE_PARTIES, "--auto", "record"],
    "terminal": ["play", THREE_PARTIES, "--terminal", "--as", "arden"],
    "nothing": [],
}
NO_SCREEN = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "SDL_VIDEODRIVER": ""}
posix = pytest.mark.skipif(os.name != "posix", reason="closes streams as a POSIX shell does")


def shell(tmp_path: Path, words: list[str], end: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs the command with its streams as the shell's words at the `end` put them."""
    return subprocess.run(
        ["sh", "-c", f'"$0" main.py "$@" {end}', sys.executable, *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, **NO_SCREEN, "GRAND_ALLIANCE_HOME": str(tmp_path / "home"), **environment},
        check=False,
        timeout=60,
    )


@posix
@pytest.mark.parametrize("words", PRINTING.values(), ids=PRINTING)
def test_a_closed_output_is_one_sentence(tmp_path: Path, words: list[str]) -> None:
    done = shell(tmp_path, words, "</dev/null >&-")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert "Standard output is closed" in done.stderr


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("words", PRINTING.values(), ids=PRINTING)
def test_a_full_output_is_one_sentence(tmp_path: Path, words: list[str], unbuffered: str) -> None:
    done = shell(tmp_path, words, "</dev/null >/dev/full", PYTHONUNBUFFERED=unbuffered)
    assert done.returncode == 2
    assert [line for line in done.stderr.splitlines() if "No display" not in line] == [
        "The answer could not be printed whole: no space left on device. Send it to where there is room, or to the"
        " screen."
    ]


@posix
@pytest.mark.parametrize("words", PRINTING.values(), ids=PRINTING)
def test_a_closed_input_ends_what_asks_and_hinders_nothing_else(tmp_path: Path, words: list[str]) -> None:
    done = shell(tmp_path, words, "<&-")
    assert done.returncode == 0, done.stderr
    assert done.stdout and "wrong" not in done.stderr


@posix
@pytest.mark.parametrize("words", PRINTING.values(), ids=PRINTING)
def test_a_reader_who_leaves_is_answered_with_silence(tmp_path: Path, words: list[str]) -> None:
    done = shell(tmp_path, words, "</dev/null | head -c 1")
    assert len(done.stdout) == 1
    assert [line for line in done.stderr.splitlines() if "No display" not in line] == []


@posix
@pytest.mark.parametrize("words", PRINTING.values(), ids=PRINTING)
def test_a_terminal_that_knows_ascii_only_hears_every_verb(tmp_path: Path, words: list[str]) -> None:
    ascii_only = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    done = shell(tmp_path, words, "</dev/null", **ascii_only)
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


@pytest.mark.parametrize(
    ("flags", "environment"),
    [([], {"PYTHONHASHSEED": "1"}), ([], {"PYTHONHASHSEED": "4711"}), (["-OO"], {}), (["-W", "error"], {})],
    ids=["hash 1", "hash 4711", "optimised", "warnings are errors"],
)
def test_a_game_is_the_same_game_however_python_is_started(
    tmp_path: Path, flags: list[str], environment: dict[str, str]
) -> None:
    words = ["play", str(ROOT / THREE_PARTIES), "--auto", "trades", "--seed", "12", "--json"]

    def played(flags: list[str], environment: dict[str, str], folder: Path) -> bytes:
        home = {"GRAND_ALLIANCE_HOME": str(tmp_path)}
        return subprocess.run(
            [sys.executable, *flags, ROOT / "main.py", *words],
            capture_output=True,
            cwd=folder,
            env={**os.environ, "PYTHONHASHSEED": "0", **home, **environment},
            check=True,
        ).stdout

    assert played(flags, environment, tmp_path) == played([], {}, ROOT)


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
    for module in ("game.start", "game.cli", "argparse", "game.verbs", "numpy", "pydantic"):
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


@pytest.mark.parametrize("missing", ["numpy", "yaml", "pydantic", "rich"])
def test_a_package_that_is_not_installed_is_named(tmp_path: Path, missing: str) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import sys\n"
        "class Missing:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name == {missing!r}:\n"
        "            raise ModuleNotFoundError(f'No module named {name!r}', name=name)\n"
        "sys.meta_path.insert(0, Missing())\n"
    )
    done = shell(tmp_path, ["play", THREE_PARTIES, "--terminal"], "</dev/null", PYTHONPATH=str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f'The Python package "{missing}" is not installed here. Install the game with what it needs: go to its folder'
        " and give the command python -m pip install .\n"
    )
