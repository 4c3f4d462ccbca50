"""The sheet of a translation: every text with a gap for its words; what stands there already stays, byte for byte."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from game.scenario.loader import check, load
from game.scenario.overlay import translatable
from game.scenario.overlay_sheet import completed_sheet, fresh_sheet
from game.scenario.positions import ScenarioError
from game.scenario.texts import digest
from tests.kept import kept_scenario
from tests.scenario.edits import written

HEAD = "format: 1\ntranslates: small-talks\nlanguage: th\n"
TITLE = "A small demand"
NAME = "finland-1939"


def is_within(lines: list[str], others: list[str]) -> bool:
    """Whether all of these lines are among the others, in their order."""
    rest = iter(others)
    return all(line in rest for line in lines)


def test_a_fresh_sheet_has_a_gap_for_every_text_below_its_words_and_nothing_wrong(tmp_path: Path) -> None:
    scenario_file = written(tmp_path)
    scenario = load(scenario_file)
    sheet = fresh_sheet(scenario, "th")
    assert sheet.text.startswith(f"{HEAD}texts:\n")
    assert f'  # {TITLE}\n  title: {{of: {digest(TITLE)}, text: ""}}\n' in sheet.text
    path = scenario_file.with_name("th.yaml")
    path.write_text(sheet.text, encoding="utf-8")
    found = check(path)
    assert {(one.code, one.message.split()[0]) for one in found} == {
        ("OVL01", address) for address, _ in translatable(scenario)
    }
    assert sheet.added == sheet.waiting == len(found)
    again = completed_sheet(sheet.text, scenario, "th.yaml")
    assert again is not None and (again.text, again.added, again.changed) == (sheet.text, 0, 0)


def test_what_is_missing_comes_after_the_text_before_it_in_the_scenario(tmp_path: Path) -> None:
    scenario = load(written(tmp_path))
    first, second, third, *_ = (address for address, _ in translatable(scenario))
    sources = dict(translatable(scenario))
    had = f'{HEAD}texts:\n  {second}: {{of: {digest(sources[second])}, text: "ก"}}\n  # the last one\n'
    sheet = completed_sheet(had, scenario, "th.yaml")
    assert sheet is not None
    addresses = [
        line.split(":")[0].strip() for line in sheet.text.split("\n") if line.startswith("  ") and "{of" in line
    ]
    assert addresses == list(sources)
    assert sheet.text.endswith("  # the last one\n")
    assert (sheet.added, sheet.changed, sheet.waiting) == (len(sources) - 1, 0, len(sources) - 1)
    assert sheet.text.index(f"  {first}:") < sheet.text.index(f"  {second}:") < sheet.text.index(f"  {third}:")


def test_what_has_changed_since_is_marked_once_with_its_words_and_digest(tmp_path: Path) -> None:
    scenario = load(written(tmp_path))
    had = fresh_sheet(scenario, "th").text.replace(f'{{of: {digest(TITLE)}, text: ""}}', '{of: abcdef12, text: "ก"}')
    sheet = completed_sheet(had, scenario, "th.yaml")
    assert sheet is not None and (sheet.added, sheet.changed) == (0, 1)
    mark = f"  # Changed since this was translated. With `of: {digest(TITLE)}` it reads:\n  # {TITLE}\n"
    assert sheet.text == had.replace("  title: {of: abcdef12", f"{mark}  title: {{of: abcdef12")
    again = completed_sheet(sheet.text, scenario, "th.yaml")
    assert again is not None and (again.text, again.changed) == (sheet.text, 0)


@pytest.mark.parametrize(
    "had",
    [
        "",
        "texts:\n",
        "texts:\n    # of the title\n    title: {of: abcdef12, text: ก}",
        "texts:\n  summary:\n    of: abcdef12\n    text: |\n      a\n      # b\n\n  # the next\n  title: {}\n",
        'texts:\r\n  no.such.text: {of: abcdef12, text: "a\r\n    b"}\r\n',
        "texts:\n  title: {of: abcdef12, text: 12}\nlanguage: th\n",
    ],
)
def test_a_sheet_is_completed_however_it_is_written(had: str, tmp_path: Path) -> None:
    scenario = load(written(tmp_path))
    before = f"{HEAD}{had}" if "language" not in had else had
    sheet = completed_sheet(before, scenario, "th.yaml")
    assert sheet is not None
    assert is_within([line for line in before.split("\n") if line], sheet.text.split("\n"))
    assert all(f"{address}:" in sheet.text for address, _ in translatable(scenario))
    assert ("\r\n" in before) == ("\r\n" in sheet.text)


@pytest.mark.parametrize(
    "had",
    [
        "texts: {title: {of: abcdef12, text: ก}}\n",
        "texts: []\n",
        'texts: ""\n',
        "texts:\n  title: {of: abcdef12, text: ก}\n...\n",
        'texts:\n  title: {of: abcdef12, text: "ก"}\n  "summary": {of: abcdef12, text: "ก"}\n',
    ],
)
def test_where_no_line_can_be_put_in_nothing_is_made(had: str, tmp_path: Path) -> None:
    assert completed_sheet(f"{HEAD}{had}", load(written(tmp_path)), "th.yaml") is None


def test_a_sheet_that_is_no_yaml_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match=r"th\.yaml:5:"):
        completed_sheet(f'{HEAD}texts:\n  title: {{of: "', load(written(tmp_path)), "th.yaml")


@pytest.mark.parametrize("share", [0, 2, 50, 98, 100])
def test_of_a_long_translation_every_line_is_kept_in_its_order(share: int) -> None:
    scenario, chance = kept_scenario(NAME), Random(share)
    lines = fresh_sheet(scenario, "th").text.split("\n")
    kept = [line for number, line in enumerate(lines) if number < 4 or chance.randrange(100) < share]
    sheet = completed_sheet("\n".join(kept), scenario, "th.yaml")
    assert sheet is not None and is_within(kept, sheet.text.split("\n"))
    assert sheet.added == sum(": {of: " in line for line in set(lines) - set(kept))
