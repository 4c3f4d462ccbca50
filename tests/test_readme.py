"""The README is true: its lines run, its verbs exist, its floors are there, and a floor imports only those above."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from game.players.styles import styles
from game.scenario.schema import schema_text

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
FLOORS = ("errors", "scenario", "negotiation", "engine", "players", "analysis", "storage", "present")
FACES = ("window", "terminal")


def test_the_five_lines_in_a_notebook_run(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(compile(code, "README.md", "exec"), {})
    assert "security-line" in capsys.readouterr().out


def test_the_game_shown_is_a_game_of_its_seed() -> None:
    """Once it fails, the texts have changed: play the game again and put its lines in."""
    (shown,) = re.findall(r"```text\n(.*?)```", README, re.DOTALL)
    words = ["play", "finland-1939", "--as", "finnish", "--seed", "7", "--plain", "--unsaved", "--opponents", "trades"]
    played = subprocess.run(
        [sys.executable, "main.py", *words], cwd=ROOT, input="\n\n\n1\n\nquit\n", capture_output=True, encoding="utf-8"
    )
    lines = iter(played.stdout.splitlines())
    missing = [line for line in filter(None, shown.splitlines()) if line not in lines]
    assert not missing, missing


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


def test_every_style_is_named() -> None:
    assert all(f"`{style}`" in README for style in styles())


def test_both_commands_stand_alone_on_their_line() -> None:
    assert "\npython -m pip install -e . && python main.py\n" in README
    assert '\npython -m pip install -e ".[test]" && python -m pytest\n' in README


def imported_floors(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return {name.split(".")[1] for name in names if name.startswith("game.")}


@pytest.mark.parametrize("floor", [*FLOORS[1:], *FACES])
def test_a_floor_imports_only_floors_above_it(floor: str) -> None:
    allowed = set(FLOORS[: FLOORS.index(floor)]) if floor in FLOORS else set(FLOORS)
    allowed -= {"negotiation": {"scenario"}}.get(floor, set())
    for path in (ROOT / "game" / floor).rglob("*.py"):
        assert imported_floors(path) <= {*allowed, floor}, path


@pytest.mark.parametrize(("package", "home"), [("yaml", "game/scenario/yaml_reader.py"), ("pygame", "game/window/")])
def test_a_package_is_imported_in_its_home_only(package: str, home: str) -> None:
    for path in (ROOT / "game").rglob("*.py"):
        if re.search(rf"^\s*(import|from) {package}\b", path.read_text(encoding="utf-8"), re.MULTILINE):
            assert str(path.relative_to(ROOT)).startswith(home), path


def test_the_core_prints_nothing_and_reads_no_clock() -> None:
    for floor in FLOORS[1:-1]:
        for path in (ROOT / "game" / floor).rglob("*.py"):
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"(?<![\w.])print\(|^\s*(import|from) (time|random)\b", text, re.MULTILINE), path
