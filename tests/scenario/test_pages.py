"""The pages of the codes of expressions, texts, translations and whole scenarios: their examples fail and pass.

An example replaces nodes of the good scenario, each named by a line `# at: path`, or does without the
key in a line `# without: path`; one of a translation begins
with `# th.yaml, on …`, gives the entries of these addresses, and has every other text translated.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

import game.scenario
from game.scenario.description_reader import plain
from game.scenario.loader import check, load
from game.scenario.overlay import translatable
from game.scenario.positions import Finding
from game.scenario.texts import digest
from game.scenario.yaml_reader import read_text
from tests.scenario.edits import FOLDER, GOOD, WORLD, written
from tests.scenario.test_file_pages import example, put

HOME = Path(game.scenario.__file__).parent
FAMILIES = "LNG|RNG|KNW|TXT|OVL|REC|TAB|LNT"
PAGES = sorted(path for path in (HOME / "pages").glob("*.md") if re.match(FAMILIES, path.name))
TRANSLATION = "# th.yaml, on "


def found_in(example: str, folder: Path) -> list[Finding]:
    return (
        found_in_translation(example, folder) if example.startswith(TRANSLATION) else found_in_patches(example, folder)
    )


def found_in_patches(example: str, folder: Path) -> list[Finding]:
    content = content_of(GOOD.read_text(encoding="utf-8"))
    before, *patches = re.split("^# (?=at: |without: )", example, flags=re.MULTILINE)
    assert patches and not before
    for patch in patches:
        head, _, body = patch.partition("\n")
        kind, _, path = head.partition(": ")
        path, _, times = path.removesuffix(" times over").partition(", ")
        if kind == "at":
            put(content, path.split("."), content_of(body) * int(times) if times else content_of(body))
        else:
            remove(content, path.split("."))
    home = folder / FOLDER
    home.mkdir()
    (folder / WORLD.name).write_bytes(WORLD.read_bytes())
    (home / "scenario.yaml").write_text(json.dumps(content), encoding="utf-8")
    return check(home)


def found_in_translation(example: str, folder: Path) -> list[Finding]:
    head, _, body = example.partition("\n")
    addresses = re.split(", | and ", head.removeprefix(TRANSLATION))
    scenario = written(folder)
    texts = {
        address: {"of": digest(source), "text": source}
        for address, source in translatable(load(scenario))
        if address not in addresses
    }
    content = {"format": 1, "translates": FOLDER, "language": "th", "texts": texts | content_of(body)}
    path = scenario.with_name("th.yaml")
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return check(path)


def remove(around: Any, path: list[str]) -> None:
    """Deletes the key at `path`, where items of a list go by their ids."""
    for step in path[:-1]:
        around = next(item for item in around if item["id"] == step) if isinstance(around, list) else around[step]
    del around[path[-1]]


def content_of(text: str) -> Any:
    findings: list[Finding] = []
    node = read_text(text, "page", findings)
    assert node is not None and not findings, [str(finding) for finding in findings]
    return plain(node)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_failing_example_of_a_page_gives_its_finding_and_no_other(page: Path, tmp_path: Path) -> None:
    assert {finding.code for finding in found_in(example(page, "fails"), tmp_path)} == {page.stem}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_repaired_example_of_a_page_gives_no_finding(page: Path, tmp_path: Path) -> None:
    assert [str(finding) for finding in found_in(example(page, "repaired"), tmp_path)] == []


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in HOME.glob("*.py"))
    codes = set(re.findall(rf'"((?:{FAMILIES})[0-9]{{2}})"', source))
    assert codes == {page.stem for page in PAGES}
