"""A translation of the world catalogue: what `check` says of it, and its words in a scenario."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.present.languages import speech_in
from game.present.opening import speech_for
from game.present.quantities import party_name
from game.scenario.catalogue import FILE, read_catalogue, scenarios_folder
from game.scenario.loader import best_words, check, load, load_words, shelf
from game.scenario.overlay import translatable
from game.scenario.positions import ScenarioError
from game.scenario.texts import digest
from game.scenario.world_overlay import world_of
from tests.kept import kept_scenario
from tests.scenario.edits import written

SHIPPED = scenarios_folder()
HEAD = "format: 1\ntranslates: world\nlanguage: th\ntexts:\n"
FINLAND = f'  parties.finland.name: {{of: {digest("Finland")}, text: "ฟินแลนด์"}}\n'


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """A copy of the shipped catalogue in a folder of its own."""
    return Path(shutil.copy(SHIPPED / FILE, tmp_path / FILE))


def thai(world: Path, texts: str, head: str = HEAD) -> Path:
    path = world.with_name("world.th.yaml")
    path.write_text(head + texts, encoding="utf-8")
    return path


def test_the_shipped_translation_is_whole() -> None:
    assert check(SHIPPED / "world.th.yaml") == []
    assert check(SHIPPED / FILE) == []


def test_addresses_begin_below_the_catalogue() -> None:
    catalogue = read_catalogue(SHIPPED / FILE, FILE, [])
    assert catalogue is not None
    addresses = dict(translatable(world_of(catalogue)))
    assert addresses["parties.soviet-union.name"] == "The Soviet Union"
    assert {"values.none", "regions.hanko.name", "variables.standing.text"} <= set(addresses)


def test_what_is_missing_stale_or_orphaned_is_told(world: Path) -> None:
    stale = '  parties.sweden.name: {of: a0000000, text: "สวีเดน"}\n'
    path = thai(world, FINLAND + stale + stale.replace("sweden", "utopia"))
    found = check(path)
    assert [(one.code, one.where.line) for one in found if one.code != "OVL01"] == [("OVL02", 6), ("OVL03", 7)]
    assert 'The world has no text at "parties.utopia.name".' in {one.message for one in found}
    assert "parties.norway.name is not translated." in {one.message for one in found}
    assert check(world) == found


def test_it_says_what_it_translates(world: Path) -> None:
    path = thai(world, FINLAND, HEAD.replace("world", "finland-1939"))
    assert "OVL05" in {one.code for one in check(path)}


def test_a_scenario_names_even_those_that_it_does_not_list(tmp_path: Path, world: Path) -> None:
    thai(world, FINLAND + f'  parties.sweden.name: {{of: {digest("Sweden")}, text: "สวีเดน"}}\n')
    file = written(tmp_path)
    scenario = load(file)
    assert "sweden" not in scenario.parties
    assert party_name(scenario, speech_for(scenario, file, "th"), "sweden") == "สวีเดน"
    assert party_name(scenario, speech_in("en"), "sweden") == "Sweden"


def test_a_scenario_that_is_not_translated_keeps_its_words_beside_the_catalogues(tmp_path: Path, world: Path) -> None:
    thai(world, FINLAND)
    file = written(tmp_path)
    scenario = load(file)
    words = best_words(scenario, file, "th")
    assert words.paragraph(scenario.title, scenario.title.paragraphs[0]) == scenario.title.paragraphs[0].source
    assert words.texts == {"world.parties.finland.name": "ฟินแลนด์"}


def test_a_translation_that_cannot_be_read_is_an_error(tmp_path: Path, world: Path) -> None:
    thai(world, "  parties: [\n")
    file = written(tmp_path)
    with pytest.raises(ScenarioError):
        best_words(load(file), file, "th")


def test_the_names_of_delegations_are_translated() -> None:
    scenario = kept_scenario("finland-1939")
    words = load_words(scenario, "finland-1939", "th")
    names = [member.name for party in scenario.parties.values() for member in party.members.values()]
    said = [words.paragraph(name, name.paragraphs[0]) for name in names]
    assert not [name for name in said if any(letter.isascii() and letter.isalpha() for letter in name)]


def test_the_shelf_is_in_the_readers_language() -> None:
    english, in_thai = shelf(), shelf(language="th")
    assert [entry.id for entry in in_thai] == [entry.id for entry in english]
    for entry in in_thai:
        told = " ".join((entry.title, entry.summary, entry.content_note, *entry.names.values()))
        told += " ".join((*entry.endings.values(), *(line.title for line in entry.steps.values())))
        assert not [word for word in told.split() if word.isascii() and word.isalpha()], entry.id
