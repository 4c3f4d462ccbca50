"""The codex as its authors meet it: what is read, every mistake with its page, translations, and the shipped one."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import game.scenario
from game.scenario.catalogue import scenarios_folder
from game.scenario.codex import codex_file_of, codex_of, load_codex
from game.scenario.codex_forms import Forms
from game.scenario.description_reader import plain
from game.scenario.loader import check, is_scenario, load
from game.scenario.positions import Finding, ScenarioError
from game.scenario.schema import codex_schema, schema
from game.scenario.texts import digest
from game.scenario.whereabouts import files_to_check
from game.scenario.yaml_reader import read_text
from tests.scenario.edits import written
from tests.scenario.test_file_pages import example, put
from tests.scenario.test_schema import faults

BROKEN = Path(__file__).parents[1] / "broken" / "codex"
GOOD = BROKEN / "good.yaml"
EXPECTED = (BROKEN / "expected.txt").read_text(encoding="utf-8").splitlines()
HOME = Path(game.scenario.__file__).parent
PAGES = sorted((HOME / "pages").glob("CDX*.md"))
SHIPPED = scenarios_folder() / "codex.yaml"
ENGLISH = {"The Moscow Kremlin": "kremlin", "Kremlin": "kremlin", "Moscow": "moscow", "People's Palace": "palace"}


def beside_the_good_scenario(folder: Path, text: str) -> Path:
    """Writes a codex beside the good scenario of `tests/broken`."""
    written(folder)
    (folder / "codex.yaml").write_text(text, encoding="utf-8")
    return folder / "codex.yaml"


def good(folder: Path) -> Path:
    return beside_the_good_scenario(folder, GOOD.read_text(encoding="utf-8"))


def content_of(text: str) -> Any:
    node = read_text(text, "page", [])
    assert node is not None
    return plain(node)


def found(text: str, *forms: str) -> list[tuple[str, str]]:
    known = Forms(dict.fromkeys(forms, "thai") if forms else ENGLISH)
    return [(text[one.start : one.end], one.entry) for one in known.find(text)]


# Forms in a text


def test_the_longest_form_wins() -> None:
    assert found("In the Kremlin; The Moscow Kremlin stands in Moscow.") == [
        ("Kremlin", "kremlin"),
        ("The Moscow Kremlin", "kremlin"),
        ("Moscow", "moscow"),
    ]


@pytest.mark.parametrize(
    "text", ["Moscowites", "moscow", "MOSCOW", "Moscow-born", "anti-Moscow", "Kremlins", "xKremlin"]
)
def test_a_form_stands_for_itself_only_as_whole_words_in_its_own_capitals(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["Moscow's", "“Moscow”", "*Moscow*", "(Moscow)", "Moscow–Berlin", "in Moscow.", "Moscow…"]
)
def test_signs_beside_a_form_do_not_hide_it(text: str) -> None:
    assert found(text) == [("Moscow", "moscow")]


def test_a_form_may_run_over_the_end_of_a_line_and_have_either_apostrophe() -> None:
    assert found("The Moscow\n   Kremlin") == [("The Moscow\n   Kremlin", "kremlin")]
    assert [entry for _, entry in found("People's Palace, People’s Palace")] == ["palace", "palace"]


def test_a_thai_form_is_found_without_blanks_around_it_but_not_within_a_syllable() -> None:
    assert found("ข่าวจากมอสโกวันนี้", "มอสโก") == [("มอสโก", "thai")]
    assert found("มอสโก้", "มอสโก") == []
    assert found("ข่าวจากMoscowวันนี้") == [("Moscow", "moscow")]


def test_an_empty_form_is_refused(tmp_path: Path) -> None:
    text = GOOD.read_text(encoding="utf-8").replace("[Kremlin, Moscow]", '[Kremlin, Moscow, ""]')
    assert [finding.code for finding in check(beside_the_good_scenario(tmp_path, text))] == ["CDX06"]


def test_no_forms_are_found_nowhere() -> None:
    assert list(Forms({}).find("anything")) == []


# Reading


def test_a_codex_is_read_as_it_is_written(tmp_path: Path) -> None:
    codex = load_codex(good(tmp_path))
    kremlin = codex.entries["kremlin"]
    assert (kremlin.kind, kremlin.name, kremlin.dates) == ("place", "The Moscow Kremlin", "")
    assert kremlin.all_forms == ("The Moscow Kremlin", "Kremlin", "Moscow")
    assert [one.date for one in kremlin.later] == ["1939-10-12", "1940-03"]
    assert (kremlin.see, kremlin.sources, list(codex.sources)) == (("hanko",), ("guide",), ["guide", "notes"])
    assert codex.entries["hanko"].dates == "founded 1874"


def test_a_scenario_finds_the_codex_beside_its_folder_and_has_none_elsewhere(tmp_path: Path) -> None:
    scenario = load(written(tmp_path))
    assert codex_file_of(scenario) is None and codex_of(scenario) is None
    path = good(tmp_path)
    assert codex_file_of(scenario) == path.resolve()
    codex = codex_of(scenario)
    assert codex is not None and "hanko" in codex.entries


def test_loading_a_scenario_does_not_read_the_codex(tmp_path: Path) -> None:
    good(tmp_path).write_text("this: is: no: codex")
    assert load(tmp_path / "small-talks").id == "small-talks"
    load_it = f"from game.scenario.loader import load; load({str(tmp_path / 'small-talks')!r})"
    script = f"import sys; {load_it}; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not [name for name in ran.stdout.split() if "codex" in name]


def test_a_broken_codex_is_refused_with_its_findings(tmp_path: Path) -> None:
    path = beside_the_good_scenario(tmp_path, GOOD.read_text(encoding="utf-8").replace("[hanko]", "[hankow]"))
    with pytest.raises(ScenarioError, match="CDX02"):
        load_codex(path)


# Findings


def findings_of(name: str, folder: Path) -> list[str]:
    path = beside_the_good_scenario(folder, (BROKEN / name).read_text(encoding="utf-8"))
    return [str(one).replace(str(path), name) for one in check(path)]


@pytest.mark.parametrize("line", EXPECTED, ids=lambda line: line.partition(".yaml")[0])
def test_a_broken_codex_gives_exactly_its_finding(line: str, tmp_path: Path) -> None:
    assert findings_of(line.partition(":")[0], tmp_path) == [line]


def test_the_codex_they_are_made_from_is_clean(tmp_path: Path) -> None:
    assert findings_of("good.yaml", tmp_path) == []


def test_every_broken_codex_is_expected_once() -> None:
    files = {path.name for path in BROKEN.glob("*.yaml")} - {"good.yaml"}
    assert sorted(line.partition(":")[0] for line in EXPECTED) == sorted(files)
    assert len(files) >= 15


@pytest.mark.parametrize("line", EXPECTED, ids=lambda line: line.partition(".yaml")[0])
def test_a_broken_codex_differs_from_the_good_one_in_one_line(line: str) -> None:
    broken = (BROKEN / line.partition(":")[0]).read_text(encoding="utf-8").splitlines()
    lines = GOOD.read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(broken) and sum(one != other for one, other in zip(lines, broken, strict=True)) == 1


def found_on_page(page: Path, part: str, folder: Path) -> list[Finding]:
    head, _, body = example(page, part).partition("\n")
    content = content_of(GOOD.read_text(encoding="utf-8"))
    put(content, head.removeprefix("# at: ").split("."), content_of(body))
    return check(beside_the_good_scenario(folder, json.dumps(content)))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_failing_example_of_a_page_gives_its_finding_and_no_other(page: Path, tmp_path: Path) -> None:
    assert {finding.code for finding in found_on_page(page, "fails", tmp_path)} == {page.stem}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_repaired_example_of_a_page_gives_no_finding(page: Path, tmp_path: Path) -> None:
    assert [str(finding) for finding in found_on_page(page, "repaired", tmp_path)] == []


def test_every_code_of_the_codex_has_a_page_and_a_broken_file() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in HOME.glob("*.py"))
    codes = set(re.findall(r'"(CDX[0-9]{2})"', source))
    assert codes == {page.stem for page in PAGES}
    assert codes <= {line.split()[2] for line in EXPECTED}


def test_a_folder_is_checked_with_its_codex_which_is_no_scenario(tmp_path: Path) -> None:
    path = good(tmp_path)
    assert [file.name for file in files_to_check(str(tmp_path))] == ["scenario.yaml", "world.yaml", "codex.yaml"]
    assert not is_scenario(path)


# Translations


def thai(folder: Path, **texts: tuple[str, Any]) -> Path:
    """Writes a Thai translation of the good codex: by address below `entries`, the original and what it becomes."""
    good(folder)
    entries = {
        f"entries.{key.replace('_', '.')}": {"of": digest(of), "text": text} for key, (of, text) in texts.items()
    }
    content = {"format": 1, "translates": "codex", "language": "th", "texts": entries}
    path = folder / "codex.th.yaml"
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


def told(path: Path) -> list[str]:
    return [str(one).partition(": ")[2] for one in check(path)]


def test_a_translation_gives_its_words_and_a_list_of_forms_of_its_own(tmp_path: Path) -> None:
    thai(
        tmp_path,
        kremlin_name=("The Moscow Kremlin", "เครมลิน"),
        kremlin_forms=("Kremlin\nMoscow", ["เครมลินแห่งมอสโก", "มอสโก", "กรุงมอสโก"]),
    )
    kremlin = load_codex(tmp_path / "codex.yaml", "th").entries["kremlin"]
    assert kremlin.name == "เครมลิน"
    assert kremlin.forms == ("เครมลินแห่งมอสโก", "มอสโก", "กรุงมอสโก", "The Moscow Kremlin", "Kremlin", "Moscow")
    assert kremlin.text.startswith("A fortress")
    assert load_codex(tmp_path / "codex.yaml", "fi").entries["kremlin"].name == "The Moscow Kremlin"


def test_what_a_translation_lacks_is_told_and_forms_that_there_are_none_of_may_be_added(tmp_path: Path) -> None:
    path = thai(tmp_path, hanko_name=("Hanko", "ฮังโก"), hanko_forms=("", ["ฮังโก้"]))
    missing = [one.split()[2] for one in told(path)]
    assert missing == [
        "entries.kremlin.name",
        "entries.kremlin.forms",
        "entries.kremlin.text",
        "entries.kremlin.later.1939-10-12",
        "entries.kremlin.later.1940-03",
        "entries.hanko.dates",
        "entries.hanko.text",
    ]
    assert {one.split()[1] for one in told(path)} == {"OVL01"}


def test_what_is_stale_orphaned_or_claimed_twice_in_a_translation_is_told(tmp_path: Path) -> None:
    path = thai(
        tmp_path,
        kremlin_name=("Older", "เครมลิน"),
        hanko_name=("Hanko", "เครมลิน"),
        hango_name=("Hanko", "ฮังโก"),
    )
    others = [one for one in told(path) if "OVL01" not in one]
    assert others == [
        f"warning OVL02 entries.kremlin.name has changed since it was translated. Look at the text again, then write "
        f"`of: {digest('The Moscow Kremlin')}`.",
        'error CDX01 The form "เครมลิน" is claimed by the entry kremlin already. Leave it to one of them; a longer form '
        "can tell them apart.",
        'warning OVL03 The codex has no text at "entries.hango.name". Did you mean "entries.hanko.name"?',
    ]
    assert set(others) <= set(told(tmp_path / "codex.yaml"))


# The schema


def test_the_schema_of_the_codex_says_what_the_reader_says(tmp_path: Path) -> None:
    whole = codex_schema()
    content = content_of(GOOD.read_text(encoding="utf-8"))
    assert list(faults(content, whole, whole)) == []
    for path, value in (("entries.hanko.kind", "town"), ("entries.hanko.sources", []), ("entries.hanko.colour", "red")):
        broken = content_of(GOOD.read_text(encoding="utf-8"))
        put(broken, path.split("."), value)
        assert list(faults(broken, whole, whole)), path


def test_the_page_on_scenarios_marks_the_keys_of_a_codex_that_the_schema_requires() -> None:
    page = (Path(__file__).parents[2] / "scenarios" / "README.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"## The codex\n.*?```yaml\n(.*?)```", page, re.DOTALL)
    marked = re.findall(r"^( *)([a-z]+):[^#\n]*# +\*", shown, re.MULTILINE)
    whole = codex_schema()
    assert [key for indent, key in marked if not indent] == whole["required"]
    assert [key for indent, key in marked if indent] == whole["$defs"]["CodexEntry"]["required"]


def test_the_schema_of_a_scenario_does_not_know_the_codex() -> None:
    assert "CodexEntry" not in schema()["$defs"]
    assert "CodexEntry" in codex_schema()["$defs"]


# What is shipped


@pytest.mark.skipif(not SHIPPED.is_file(), reason="no codex is shipped yet")
def test_every_entry_of_the_shipped_codex_is_sound() -> None:
    # A form that texts have ceased to use leads nowhere and harms nothing; `check` warns of it.
    assert [str(finding) for finding in check(SHIPPED) if finding.code != "CDX04"] == []
    assert len(load_codex(SHIPPED).entries) >= 20
