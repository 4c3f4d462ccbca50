"""The README is true: its lines run, its verbs exist, its floors are there, and a floor imports only those above."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from game.players.styles import styles
from game.scenario.schema import schema_text
from tests.commands import run_here

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
README_IN_THAI = (ROOT / "README.th.md").read_text(encoding="utf-8")
FLOORS = ("errors", "scenario", "negotiation", "engine", "players", "analysis", "storage", "present")
FACES = ("window", "terminal")


def test_the_five_lines_in_a_notebook_run(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(compile(code, "README.md", "exec"), {})
    assert "security-line" in capsys.readouterr().out


@pytest.mark.parametrize(("page", "language"), [(README, "en"), (README_IN_THAI, "th")], ids=["en", "th"])
def test_the_game_shown_is_a_game_of_its_seed(page: str, language: str) -> None:
    """Once it fails, the texts have changed: play the game again and put its lines in."""
    (shown,) = re.findall(r"```text\n(.*?)```", page, re.DOTALL)
    words = ["play", "finland-1939", "--as", "finnish", "--seed", "7", "--plain", "--unsaved", "--opponents", "trades"]
    played = run_here(*words, "--language", language, typed="\n\n\n1\n\nquit\n")
    lines = iter(played.stdout.splitlines())
    missing = [line for line in filter(None, shown.splitlines()) if line not in lines]
    assert not missing, missing


def test_the_page_in_thai_names_the_same_commands_scenarios_and_keys() -> None:
    def named(page: str, pattern: str) -> set[str]:
        return {re.sub(r" --language th$", "", words) for words in re.findall(pattern, page, re.MULTILINE)}

    commands = r"`?(python (?:main\.py|-m venv|-m pip install -e \. )[^`\n]*)"
    told = named(README, commands)
    assert told - named(README_IN_THAI, commands) == set()
    assert named(README, r"^\| `([a-z]+-\d{4})`") == named(README_IN_THAI, r"^\| `([a-z]+-\d{4})`")
    assert named(README, r"\b(F\d+|Ctrl[+-][A-Z])\b") == named(README_IN_THAI, r"(F\d+|Ctrl[+-][A-Z])\b")
    assert "](README.th.md)" in README and "](README.md)" in README_IN_THAI


def test_the_page_on_scenarios_marks_the_keys_that_the_schema_requires() -> None:
    page = (ROOT / "scenarios" / "README.md").read_text(encoding="utf-8")
    (head,) = re.findall(r"## The parts of the file\n\n```yaml\n(.*?)```", page, re.DOTALL)
    schema = json.loads(schema_text())
    marked = set(re.findall(r"^([a-z-]+):[^#\n]*# +\*", head, re.MULTILINE))
    assert marked == set(schema["required"]) - {"steps", "endings", "record"}
    (line,) = re.findall(r"# +of a member: (.*)", head)
    required = schema["$defs"]["Member"]["required"]
    assert re.findall(r"([a-z]+)\*", line) == required


def test_every_verb_of_the_readme_is_in_the_help_and_no_other() -> None:
    named = set(re.findall(r"`python main\.py ([a-z]+)", README))
    shown = subprocess.run([sys.executable, "main.py", "--help"], cwd=ROOT, capture_output=True, text=True, check=True)
    listed = set(re.findall(r"^    ([a-z]+) {2,}", shown.stdout, re.MULTILINE))
    assert named == listed


@pytest.mark.parametrize("page", [README, README_IN_THAI], ids=["en", "th"])
def test_every_file_that_the_readme_leads_to_is_there(page: str) -> None:
    named = re.findall(r"\]\((?!https?:)([^)#]+)\)", page)
    assert any(name.endswith(".png") for name in named)
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_style_is_named() -> None:
    assert all(f"`{style}`" in page for style in styles() for page in (README, README_IN_THAI))


def test_both_commands_stand_alone_on_their_line() -> None:
    assert "\npython -m pip install -e . && python main.py\n" in README
    assert '\npython -m pip install -e ".[test]" && python -m pytest\n' in README


def modules(path: str) -> list[Path]:
    """The modules in a folder, or the one that is named."""
    found = sorted((ROOT / path).rglob("*.py")) if (ROOT / path).is_dir() else [ROOT / path]
    assert found, path
    return found


class Said(NamedTuple):
    """What a module says: the full names of what it imports, relative ones resolved, and the names that it uses."""

    imported: set[str]
    """Such as `game.scenario.model.Scenario` and `time`."""
    named: set[str]
    taken: set[str]


@cache
def said(path: Path) -> Said:
    """What a module of the checkout says; all rules about modules go by one reading."""
    return said_by(path.read_text(encoding="utf-8"), path.relative_to(ROOT).parts)


def said_by(code: str, place: tuple[str, ...]) -> Said:
    found = Said(set(), set(), set())
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.Name():
                found.named.add(node.id)
            case ast.Attribute():
                found.taken.add(node.attr)
            case ast.Import():
                found.imported.update(alias.name for alias in node.names)
            case ast.ImportFrom():
                package = place[: -node.level] if node.level else ()
                origin = [*package, *([node.module] if node.module else [])]
                found.imported.update(".".join([*origin, alias.name]) for alias in node.names)
    return found


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("import game.players.match", "game.players.match"),
        ("from game.players import match", "game.players.match"),
        ("from game import players", "game.players"),
        ("from .. import players", "game.players"),
        ("from ..players import match as m", "game.players.match"),
        ("from . import world", "game.engine.world"),
        ("def f():\n    from .world import World", "game.engine.world.World"),
    ],
)
def test_an_import_is_seen_however_it_is_written(line: str, name: str) -> None:
    assert said_by(line, ("game", "engine", "game.py")).imported == {name}


@pytest.mark.parametrize("floor", [*FLOORS, *FACES])
def test_a_floor_imports_only_floors_above_it(floor: str) -> None:
    allowed = set(FLOORS[: FLOORS.index(floor)]) if floor in FLOORS else set(FLOORS)
    allowed -= {"negotiation": {"scenario"}}.get(floor, set())
    for path in modules("game/errors.py" if floor == "errors" else f"game/{floor}"):
        names = said(path).imported
        assert "game" not in names, path
        assert {name.split(".")[1] for name in names if name.startswith("game.")} <= {*allowed, floor}, path


HOMES = {
    "yaml": "game/scenario/yaml_reader.py",
    "pydantic": "game/scenario/description",
    "rich": "game/terminal/rich_screen.py",
    "pygame": "game/window/",
}
NETWORK = {"socket", "socketserver", "ssl", "asyncio", "http", "urllib", "ftplib", "smtplib", "xmlrpc"}
NETWORK |= {"requests", "httpx", "aiohttp", "urllib3", "websockets"}


@pytest.mark.parametrize("package", HOMES)
def test_a_package_is_imported_in_its_home_only(package: str) -> None:
    found = [path for path in modules("game") if package in {name.split(".")[0] for name in said(path).imported}]
    assert found
    for path in found:
        assert path.relative_to(ROOT).as_posix().startswith(HOMES[package]), path


def test_nothing_of_the_game_reaches_for_a_network() -> None:
    for path in modules("game"):
        assert not {name.split(".")[0] for name in said(path).imported} & NETWORK, path


NEVER_NAMED = {"print", "input"}
NEVER_IMPORTED = {"time", "random", "importlib"}
NEVER_TAKEN = {"now", "utcnow", "today", "stdin", "stdout", "stderr", "__stdout__", "__stderr__"}


def impure(module: Said) -> set[str]:
    """The names in a module by which it would print, read a clock or draw by chance."""
    names = [name.split(".") for name in module.imported]
    outside = [name for name in names if name[0] != "game"]
    used = module.named & NEVER_NAMED | module.taken & NEVER_TAKEN
    return used | {name[0] for name in outside} & NEVER_IMPORTED | {name[-1] for name in outside} & NEVER_TAKEN


@pytest.mark.parametrize(
    "code",
    [
        "print(1)",
        "say = print",
        "import time",
        "from time import monotonic",
        "import random as r",
        "import datetime\ndatetime.datetime.now()",
        "from datetime import date\ndate.today()",
        "import sys\nsys.stdout.write('x')",
        "import sys as s\ns.stderr.write('x')",
        "from sys import stdout as out",
        "import importlib",
    ],
)
def test_whatever_prints_or_reads_a_clock_is_seen(code: str) -> None:
    assert impure(said_by(code, ("game", "core", "module.py")))


@pytest.mark.parametrize("floor", FLOORS)
def test_the_core_prints_nothing_and_reads_no_clock(floor: str) -> None:
    for path in modules("game/errors.py" if floor == "errors" else f"game/{floor}"):
        assert not impure(said(path)), path
