"""The pages of the codes of files, keys, references and dates: their examples fail and pass as they say.

An example either is a whole file, or replaces the node of the good scenario that its first line names.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

import game.scenario
from game.scenario.description_reader import plain
from game.scenario.loader import check
from game.scenario.positions import Finding
from game.scenario.yaml_reader import read_file, read_text
from tests.scenario.edits import FOLDER, GOOD, WORLD

HOME = Path(game.scenario.__file__).parent
PAGES = sorted(path for path in (HOME / "pages").glob("*.md") if re.match("YML|KEY|REF|DAT", path.name))
SHAPE = re.compile(
    r"# (?P<code>[A-Z]{3}\d\d): .+\n\n[^\n]+\n\n"
    r"## Fails\n\n```yaml\n(?P<fails>.*?)\n```\n\n## Repaired\n\n```yaml\n(?P<repaired>.*?)\n```\n",
    re.DOTALL,
)


def example(page: Path, part: str) -> str:
    match = SHAPE.fullmatch(page.read_text(encoding="utf-8"))
    assert match, f"{page.name} has not the shape of a page"
    assert match["code"] == page.stem
    return match[part]


def found_in(example: str, folder: Path) -> list[Finding]:
    head, _, body = example.partition("\n")
    if head.startswith("# at: "):
        return patched(head.removeprefix("# at: "), body, folder)
    path, findings = folder / "example.yaml", list[Finding]()
    path.write_bytes(whole_file(head, body))
    read_file(path, path.name, findings)
    return findings


def whole_file(head: str, body: str) -> bytes:
    assert head.startswith("# file")
    if match := re.search("the rest ([0-9]+) times", head):
        body = (body + "\n") * int(match[1])
    if match := re.search(r"with (.) for the character U\+([0-9A-F]+)", head):
        body = body.replace(match[1], chr(int(match[2], 16)))
    return body.encode("latin-1" if "latin-1" in head else "utf-8")


def patched(path: str, body: str, folder: Path) -> list[Finding]:
    findings: list[Finding] = []
    good, new = (read_text(text, "page", findings) for text in (GOOD.read_text(encoding="utf-8"), body))
    assert good is not None and new is not None and not findings
    content = plain(good)
    put(content, path.split("."), plain(new))
    home = folder / FOLDER
    home.mkdir()
    (folder / WORLD.name).write_bytes(WORLD.read_bytes())
    (home / "scenario.yaml").write_text(json.dumps(content), encoding="utf-8")
    return check(home)


def put(around: Any, path: list[str], value: Any) -> None:
    """Sets the node at `path`, where items of a list go by their ids."""
    for step in path[:-1]:
        around = next(item for item in around if item["id"] == step) if isinstance(around, list) else around[step]
    around[path[-1]] = value


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_failing_example_of_a_page_gives_its_finding_and_no_other(page: Path, tmp_path: Path) -> None:
    assert {finding.code for finding in found_in(example(page, "fails"), tmp_path)} == {page.stem}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_repaired_example_of_a_page_gives_no_finding(page: Path, tmp_path: Path) -> None:
    assert [str(finding) for finding in found_in(example(page, "repaired"), tmp_path)] == []


def test_every_code_of_files_has_a_page() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in HOME.glob("*.py"))
    codes = set(re.findall(r'"((?:YML|KEY|REF|DAT)[0-9]{2})"', source))
    assert codes == {page.stem for page in PAGES}
