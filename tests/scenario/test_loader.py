"""From a name to a scenario: what is found by which word, and what the built scenario holds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from game.errors import CannotRead
from game.scenario.catalogue import read_catalogue, scenarios_folder
from game.scenario.loader import check, load, load_words
from game.scenario.model import Chance, Scenario
from game.scenario.positions import Finding, Position, ScenarioError
from game.scenario.table_rules import Outcome, Resume, Table
from game.scenario.texts import digest
from tests.scenario.edits import FOLDER, GOOD, WORLD, written

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return load(GOOD)


def table_of(scenario: Scenario) -> Table:
    body = scenario.steps["talks"].body
    assert isinstance(body, Table)
    return body


# Finding it


def test_a_scenario_is_found_by_id_folder_and_file(tmp_path: Path) -> None:
    file = written(tmp_path)
    for name in (FOLDER, file.parent, str(file.parent), file, str(file)):
        assert load(name, folder=tmp_path).id == FOLDER


def test_a_file_is_read_again_where_it_or_its_catalogue_has_changed(tmp_path: Path) -> None:
    file = written(tmp_path)
    first = load(file)
    assert load(file) is first
    assert load(written(tmp_path, ('"A small demand"', '"A little demand"'))) is not first
    assert load(written(tmp_path)) is first
    world = tmp_path / "world.yaml"
    world.write_text(world.read_text(encoding="utf-8") + "\n# Changed\n", encoding="utf-8")
    assert load(file) is not first


def test_an_unknown_id_lists_those_there_are_and_guesses(tmp_path: Path) -> None:
    written(tmp_path)
    with pytest.raises(CannotRead) as refused:
        load("smal-talks", folder=tmp_path)
    expected = 'There is no scenario "smal-talks". Did you mean "small-talks"? There are: small-talks.'
    assert str(refused.value) == expected


def test_an_empty_folder_says_that_there_are_none(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match=r'^There is no scenario "x"\. There are none\.$'):
        load("x", folder=tmp_path)


def test_errors_are_raised_together_and_in_file_order(tmp_path: Path) -> None:
    file = written(tmp_path, ("at: call-up, to", "at: call-upp, to"), ("ending: stalemate", "ending: stale"))
    with pytest.raises(ScenarioError) as refused:
        load(file)
    assert [finding.code for finding in refused.value.findings] == ["REF01", "REF09"]
    assert str(refused.value).endswith('There is no step "call-upp". Did you mean "call-up"? (and 1 more)')


def test_what_only_the_review_finds_stops_play_too(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match="KNW01"):
        load(written(tmp_path, (", believed: {finland: line}", "")))


def test_warnings_do_not_stop_play(tmp_path: Path) -> None:
    unsourced = ('because: "nobody moves"}]\n        sources: [study]', 'because: "nobody moves"}]')
    file = written(tmp_path, unsourced)
    assert {finding.severity for finding in check(file)} == {"warning"}
    assert load(file).id == FOLDER


def test_the_id_is_the_name_of_the_folder(tmp_path: Path) -> None:
    file = written(tmp_path, ("id: small-talks", "id: long-talks"))
    (found,) = check(file)
    assert (found.code, found.where.line, found.where.column) == ("KEY12", 2, 5)


# What is built


def test_columns_are_laid_out_for_every_instance_and_for_play(scenario: Scenario) -> None:
    assert list(scenario.columns) == [
        *("readiness.finland", "readiness.soviet-union", "tension", "aim"),
        *("owner.hanko", "occupied-by.hanko", "leased-to.hanko"),
        *("standing.finland.soviet-union", "standing.soviet-union.finland"),
        *("chance.aims", "choice.call-up", "agreed.talks", "agreed.talks.harbour", "agreed.talks.money"),
        *("choice.words.finland", "choice.words.soviet-union", "chance.winter", "promise.hands-off"),
    ]


@pytest.mark.parametrize(
    ("column", "start"),
    [
        ("readiness.finland", 35),
        ("readiness.soviet-union", 60),
        ("tension", 3),
        ("aim", 0),
        ("owner.hanko", 1),
        ("occupied-by.hanko", 0),
        ("standing.finland.soviet-union", 50),
        ("standing.soviet-union.finland", 45),
        ("choice.call-up", 0),
    ],
)
def test_columns_start_where_the_file_the_catalogue_or_play_says(scenario: Scenario, column: str, start: int) -> None:
    assert scenario.columns[column].start == start


def test_a_column_knows_its_values_and_who_knows_it(scenario: Scenario) -> None:
    columns = scenario.columns
    assert columns["aim"].values == ("line", "more")
    assert columns["aim"].known_to == frozenset({"soviet-union"}) and columns["aim"].believed == {"finland": 0}
    assert columns["chance.aims"].known_to == frozenset({"soviet-union"})
    assert columns["tension"].known_to is None and columns["tension"].values is None
    assert columns["owner.hanko"].values == ("none", "finland", "soviet-union", "sweden")
    assert columns["choice.call-up"].values == ("not-reached", "wait", "call-up-reserves")
    assert columns["agreed.talks"].values == tuple(outcome.id for outcome in Outcome)
    assert columns["agreed.talks.money"].known_to == frozenset({"finland", "soviet-union"})
    assert columns["promise.hands-off"].known_to is None


def test_the_learned_of_a_step_bounds_who_knows_its_choice(tmp_path: Path) -> None:
    file = written(tmp_path, ('title: "Call up the reserves?"', 'title: "Call up?"\n    known-to: []'))
    built = load(file)
    assert built.columns["choice.call-up"].known_to == frozenset({"finland"})


def test_each_knows_its_own_where_the_owner_knows(tmp_path: Path) -> None:
    change = ('basis: "Counts of companies."', "known-to: owner, believed: {soviet-union: 40, finland: 50}")
    brief = ('brief: "You have {readiness.finland} of a hundred', 'brief: "You have {readiness.finland} of a hundred')
    built = load(written(tmp_path, change, brief, ("    figures: [readiness, tension]", "    figures: [tension]")))
    own, other = built.columns["readiness.finland"], built.columns["readiness.soviet-union"]
    assert (own.known_to, dict(own.believed)) == (frozenset({"finland"}), {"soviet-union": 40})
    assert (other.known_to, dict(other.believed)) == (frozenset({"soviet-union"}), {"finland": 50})


def test_a_pair_is_kept_once_and_read_either_way(tmp_path: Path) -> None:
    trust = (
        '  trust: {name: "Trust", per: pair, range: -5..5, start: {soviet-union.finland: 2}, basis: "A judgement."}\n'
    )
    calm = (
        'value: "readiness.soviet-union"',
        'value: "min(100, readiness.soviet-union + max(0, trust.soviet-union.finland))"',
    )
    built = load(
        written(
            tmp_path,
            ("variables:\n", f"variables:\n{trust}"),
            calm,
            ("[readiness, tension]", "[trust.soviet-union.finland]"),
        )
    )
    assert built.columns["trust.finland.soviet-union"].start == 2
    assert "trust.soviet-union.finland" not in built.columns
    assert built.steps["call-up"].figures == ("trust.finland.soviet-union",)


def test_standing_is_kept_only_where_it_is_needed(tmp_path: Path) -> None:
    file = written(tmp_path, ('start: {"standing.soviet-union.finland": 45}\n', ""))
    text = file.read_text(encoding="utf-8")
    text = text.replace(', {do: "make hands-off", because: "the word is given"}', "")
    text = "\n".join(line for line in text.splitlines() if "hands-off" not in line and line != "promises:")
    file.write_text(text, encoding="utf-8")
    built = load(file)
    assert not [name for name in built.columns if name.startswith("standing")]
    assert "standing" not in built.variables


def test_texts_have_the_addresses_of_their_keys_and_ids(scenario: Scenario) -> None:
    for address in (
        "title",
        "parties.finland.members.envoy.role",
        "variables.aim.values.line",
        "interests.finland.calm.name",
        "steps.call-up.choice.question",
        "steps.call-up.options.wait.text",
        "steps.call-up.options.call-up-reserves.effects.2.because",
        "steps.call-up.advice.a.would-change",
        "steps.words.choices.soviet-union.options.march.why-not",
        "steps.talks.table.issues.harbour.options.lease.text",
        "steps.talks.table.linkages.finland.1.basis",
        "steps.talks.table.press.outcomes.hardens.text",
        "endings.taken.text",
        "record.measures.men-under-arms.text",
        "record.chapter.q1.text",
    ):
        assert scenario.texts[address].address == address
    paragraphs = scenario.texts["parties.soviet-union.brief"].paragraphs
    assert [part.id for part in paragraphs] == ["always-told", "only-line"]
    assert paragraphs[0].when is None and paragraphs[1].when is not None
    assert scenario.texts["steps.call-up.text"].paragraphs[0].placeholders == ("tension",)


def test_texts_of_the_catalogue_are_not_texts_of_the_file(scenario: Scenario) -> None:
    assert scenario.parties["finland"].name.paragraphs[0].source == "Finland"
    assert not [address for address in scenario.texts if address.startswith("world.")]


def test_a_party_may_have_a_name_of_its_own_here(tmp_path: Path) -> None:
    built = load(written(tmp_path, ('  finland:\n    brief: "You', '  finland:\n    name: "Suomi"\n    brief: "You')))
    assert built.parties["finland"].name is built.texts["parties.finland.name"]


def test_a_later_session_belongs_to_its_table(scenario: Scenario) -> None:
    table = table_of(scenario)
    assert table.sessions == ("talks", "second-talks")
    assert dict(table.rounds) == {"talks": 2, "second-talks": 3}
    assert scenario.steps["second-talks"].body == Resume("talks")
    assert [scenario.steps[id_].short for id_ in table.sessions] == ["program", "program"]


def test_numbers_per_reading_are_given_once_or_each(scenario: Scenario) -> None:
    issues = table_of(scenario).issues
    assert issues["harbour"].weight["soviet-union"] == {"line": 9, "more": 8}
    assert issues["harbour"].values["soviet-union"] == {"line": (0, 100), "more": (0, 100)}
    assert issues["money"].weight["soviet-union"] == {"line": 2, "more": 2}
    assert issues["money"].values["soviet-union"] == {"line": (100, 0), "more": (100, 40)}
    assert issues["money"].values["finland"] == {"": (0, 100)}


def test_who_is_not_bound_by_an_issue_may_leave_out_its_numbers(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        ('name: "Rent"\n', 'name: "Rent"\n          binds: [soviet-union]\n'),
        ("weight: {soviet-union: 2, finland: 1}", "weight: {soviet-union: 2}"),
        (", finland: {none: 0, paid: 100}}", "}"),
    )
    money = table_of(load(file)).issues["money"]
    assert money.binds == ("soviet-union",)
    assert money.weight["finland"] == {"": 0} and money.values["finland"] == {"": (0, 0)}


def test_a_disputed_record_is_none(scenario: Scenario) -> None:
    aims, winter = scenario.steps["aims"].body, scenario.steps["winter"].body
    assert isinstance(aims, Chance) and isinstance(winter, Chance)
    assert (aims.record, winter.record) == (None, "quiet")
    assert aims.believed == {"finland": (8, 2)}


def test_only_cited_sources_are_taken_from_the_catalogue(scenario: Scenario) -> None:
    assert set(scenario.sources) == {"notes", "study", "gazetteer"}


def test_figures_of_a_variable_are_all_its_instances(scenario: Scenario) -> None:
    assert scenario.steps["call-up"].figures == ("readiness.finland", "readiness.soviet-union", "tension")


# The catalogue


def test_the_shipped_catalogue_is_clean() -> None:
    assert check(scenarios_folder() / "world.yaml") == []


def test_the_catalogue_is_checked_for_what_is_not_there(tmp_path: Path) -> None:
    text = WORLD.read_text(encoding="utf-8")
    (tmp_path / "world.yaml").write_text(text.replace("owner: finland, area: 115", "owner: finnland, area: 115"))
    (found,) = check(tmp_path / "world.yaml")
    assert str(found).partition(": ")[2] == 'error REF02 There is no party "finnland". Did you mean "finland"?'


def test_the_other_lands_of_the_catalogue_belong_to_its_parties(tmp_path: Path) -> None:
    lands = "lands: {spitsbergen: norwegen, samoa: sweden}\nregions:\n"
    (tmp_path / "world.yaml").write_text(WORLD.read_text(encoding="utf-8").replace("regions:\n", lands))
    (found,) = check(tmp_path / "world.yaml")
    assert 'REF02 There is no party "norwegen".' in str(found)


def test_parties_number_the_values_after_nobody() -> None:
    findings: list[Finding] = []
    catalogue = read_catalogue(WORLD, "world.yaml", findings)
    assert catalogue is not None and findings == []
    assert catalogue.variables["owner"].values == ("none", "finland", "soviet-union", "sweden")


def test_a_broken_catalogue_is_told_of_with_its_own_path(tmp_path: Path) -> None:
    file = written(tmp_path)
    (tmp_path / "world.yaml").write_text("format: 1\n")
    with pytest.raises(ScenarioError, match=r"world\.yaml:1:1: error KEY02"):
        load(file)


# Translations


def translated(folder: Path, of: str) -> Path:
    file = written(folder)
    words = f'texts:\n  title: {{of: {of}, text: "ข้อเรียกร้องเล็กน้อย"}}\n'
    file.with_name("th.yaml").write_text(f"format: 1\ntranslates: {FOLDER}\nlanguage: th\n{words}", encoding="utf-8")
    return file


def test_a_scenario_can_be_worded_in_a_translation_beside_it(tmp_path: Path) -> None:
    built = load(translated(tmp_path, digest("A small demand")))
    thai, own = (load_words(built, FOLDER, language, folder=tmp_path) for language in ("th", "en"))
    title, summary = (text.paragraphs[0] for text in (built.title, built.summary))
    assert thai.paragraph(built.title, title) == "ข้อเรียกร้องเล็กน้อย"
    assert thai.paragraph(built.summary, summary) == summary.source
    assert own.paragraph(built.title, title) == "A small demand"


def test_a_language_that_is_not_there_is_refused_with_those_that_are(tmp_path: Path) -> None:
    built = load(translated(tmp_path, digest("A small demand")))
    with pytest.raises(CannotRead, match=r'is not there in "fi"; it is there in en, th\.$'):
        load_words(built, FOLDER, "fi", folder=tmp_path)


def test_a_scenario_is_checked_with_the_translations_beside_it(tmp_path: Path) -> None:
    file = translated(tmp_path, "00000000")
    codes = {finding.code for finding in check(file)}
    assert codes == {"OVL01", "OVL02"} == {finding.code for finding in check(file.with_name("th.yaml"))}


# Cost


def test_importing_the_loader_brings_in_nothing_heavy() -> None:
    heavy = ("pydantic", "numpy", "pygame", "rich")
    program = f"import sys, game.scenario.loader; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_where_a_finding_lies_is_shown_from_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, ("ending: stalemate", "ending: stale"))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ScenarioError) as refused:
        load(FOLDER, folder=tmp_path)
    assert refused.value.findings[0].where == Position(f"{FOLDER}/scenario.yaml", 197, 11)
