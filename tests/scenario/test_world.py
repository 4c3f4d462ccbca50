"""The world catalogue that ships with the game, held against the record."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from game.scenario.catalogue import Catalogue, read_catalogue, scenarios_folder
from game.scenario.positions import Finding

RECORD = Path(__file__).parents[1] / "history" / "finland_1939_record.json"
KEBAB = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")

ISLANDS = ("koivisto", "suursaari", "seiskari-lavansaari", "tytarsaari")
ASKED_FOR_IN_OCTOBER_1939 = ("karelian-isthmus-kuokkala", "karelian-isthmus-south", "rybachi-west", *ISLANDS)
CEDED_IN_MARCH_1940 = (*ASKED_FOR_IN_OCTOBER_1939, "karelian-isthmus-north", "ladoga-karelia", "salla")
FINNISH = (
    *CEDED_IN_MARCH_1940,
    *("finland-main", "hanko", "hanko-islands", "jussaro", "petsamo", "porkkala", "aland"),
)
SOVIET = ("soviet-union-main", "soviet-karelia", "repola", "porajarvi")
WHOLE_STATES = ("estonia", "latvia", "lithuania", "sweden", "norway", "denmark", "germany", "poland", "danzig")


@pytest.fixture(scope="module")
def world() -> Catalogue:
    findings: list[Finding] = []
    catalogue = read_catalogue(scenarios_folder() / "world.yaml", "scenarios/world.yaml", findings)
    assert catalogue is not None, findings
    assert findings == []
    return catalogue


def area(world: Catalogue, regions: tuple[str, ...]) -> int:
    return sum(world.regions[region].area for region in regions)


def people(world: Catalogue, regions: tuple[str, ...]) -> int:
    return sum(world.regions[region].population or 0 for region in regions)


def test_the_land_ceded_in_march_1940_sums_to_the_finnish_figure(world: Catalogue) -> None:
    assert area(world, CEDED_IN_MARCH_1940) == 35_084


@pytest.mark.parametrize(("measure", "regions"), [("area-ceded", CEDED_IN_MARCH_1940), ("petsamo-kept", ("petsamo",))])
def test_areas_lie_within_the_independent_record(world: Catalogue, measure: str, regions: tuple[str, ...]) -> None:
    documented = json.loads(RECORD.read_text(encoding="utf-8"))["measures"][measure]
    assert documented["low"] <= area(world, regions) <= documented["high"]


def test_the_land_asked_for_in_october_1939_sums_to_the_soviet_memorandum(world: Catalogue) -> None:
    assert area(world, ASKED_FOR_IN_OCTOBER_1939) == 2_761


def test_the_land_offered_in_exchange_sums_to_the_soviet_memorandum(world: Catalogue) -> None:
    assert area(world, ("repola", "porajarvi")) == 5_529


def test_the_treaty_of_terijoki_gives_seventy_thousand_square_kilometres(world: Catalogue) -> None:
    assert area(world, ("soviet-karelia", "repola", "porajarvi")) == 70_000


def test_the_treaty_of_terijoki_takes_more_of_the_isthmus_than_october_and_less_than_march(world: Catalogue) -> None:
    october = area(world, ("karelian-isthmus-kuokkala", "karelian-isthmus-south"))
    assert october < 3_970 < october + world.regions["karelian-isthmus-north"].area


@pytest.mark.parametrize(
    ("region", "documented", "tolerance"),
    [
        ("hanko", 115, 2),
        ("petsamo", 10_470, 70),
        ("rybachi-west", 401, 85),
        ("salla", 7_487, 300),
        ("porkkala", 380, 1),
    ],
)
def test_a_region_has_its_documented_area(world: Catalogue, region: str, documented: int, tolerance: int) -> None:
    assert abs(world.regions[region].area - documented) <= tolerance


def test_finland_with_all_its_parts_is_as_large_as_before_the_war(world: Catalogue) -> None:
    assert area(world, FINNISH) == pytest.approx(382_600, rel=0.01)


def test_finland_with_all_its_parts_has_three_million_seven_hundred_thousand_people(world: Catalogue) -> None:
    assert people(world, FINNISH) == pytest.approx(3_700_000, rel=0.01)


def test_those_who_lived_on_the_ceded_land_are_about_as_many_as_were_moved(world: Catalogue) -> None:
    assert 410_000 <= people(world, CEDED_IN_MARCH_1940) <= 455_000


def test_every_region_is_of_finland_the_soviet_union_or_a_state_taken_whole(world: Catalogue) -> None:
    assert sorted(world.regions) == sorted((*FINNISH, *SOVIET, *WHOLE_STATES))


def test_owners_are_those_of_the_morning_of_1_september_1939(world: Catalogue) -> None:
    owners = dict.fromkeys(FINNISH, "finland") | dict.fromkeys(SOVIET, "soviet-union")
    owners |= {state: state for state in WHOLE_STATES}
    assert {id_: region.owner for id_, region in world.regions.items()} == owners


def test_every_region_is_sourced_and_has_an_area(world: Catalogue) -> None:
    for region in world.regions.values():
        assert region.sources, region.id
        assert set(region.sources) <= set(world.sources), region.id
        assert region.area > 0, region.id


def test_every_source_is_cited(world: Catalogue) -> None:
    cited = {source for region in world.regions.values() for source in region.sources}
    assert set(world.sources) == cited


def test_ids_are_kebab_case_words(world: Catalogue) -> None:
    for id_ in (*world.parties, *world.variables, *world.regions, *world.sources):
        assert KEBAB.fullmatch(id_), id_


def test_a_party_valued_variable_counts_nobody_first_and_then_the_parties_in_order(world: Catalogue) -> None:
    for variable in ("owner", "occupied-by", "leased-to"):
        assert world.variables[variable].values == ("none", *world.parties)
        assert world.variables[variable].start == 0


def test_standing_is_between_two_governments_and_starts_in_the_middle(world: Catalogue) -> None:
    standing = world.variables["standing"]
    assert (standing.per, standing.low, standing.high, standing.start) == ("directed-pair", 0, 100, 50)
    assert standing.good == "up"


def test_the_first_parties_keep_their_numbers(world: Catalogue) -> None:
    """Saves name parties by id, but a compiled program numbers them: new ones are added at the end."""
    first = ("finland", "soviet-union", "sweden", "norway", "denmark", "united-kingdom", "france", "germany")
    assert tuple(world.parties)[: len(first)] == first
