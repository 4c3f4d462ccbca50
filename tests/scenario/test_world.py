"""The world catalogue that ships with the game, held against the record."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

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
WHOLE_STATES = (
    *("estonia", "latvia", "danzig", "slovakia", "sweden", "norway", "denmark", "france", "belgium", "netherlands"),
    *("italy", "united-kingdom", "united-states", "hungary", "bulgaria", "yugoslavia", "greece"),
)
LITHUANIAN = ("lithuania", "lithuania-south-west")
LOST_BY_POLAND_IN_1945 = ("vilnius", "eastern-poland-north", "eastern-poland-south", "lwow")
TAKEN_BY_MOSCOW_IN_1939 = (*LOST_BY_POLAND_IN_1945, "bialystok")
POLISH = (*TAKEN_BY_MOSCOW_IN_1939, "poland", "polish-corridor", "lublin-warsaw-strip", "suwalki-triangle")
EAST_PRUSSIAN = ("east-prussia-north", "east-prussia-south")
GIVEN_TO_POLAND_IN_1945 = (
    *("east-prussia-south", "pomerania", "oder-lands", "between-the-neisses", "lower-silesia", "upper-silesia"),
)
ZONES = ("germany-soviet-zone", "germany-british-zone", "germany-american-zone", "germany-french-zone", "berlin")
COUNTED_IN_GERMANY_IN_MAY_1939 = (
    *("east-prussia-north", *GIVEN_TO_POLAND_IN_1945, *ZONES, "austria", "vienna", "sudetenland"),
)
GERMAN = (*COUNTED_IN_GERMANY_IN_MAY_1939, "memel", "bohemia-moravia")
TAKEN_FROM_ROMANIA_IN_JUNE_1940 = ("bessarabia", "north-bukovina")
LOST_BY_ROMANIA_IN_1940 = (*TAKEN_FROM_ROMANIA_IN_JUNE_1940, "south-dobruja", "north-transylvania")
ROMANIAN = (*LOST_BY_ROMANIA_IN_1940, "romania")
CHINESE = ("china", "outer-mongolia", "manchuria", "manchurian-railway", "port-arthur", "dairen")
KOREAN = ("korea-north", "korea-south")
JAPAN_PROPER = ("japan", "hokkaido", "kuriles")
TURKISH = ("turkey", "straits")
IRANIAN = ("iran", "northern-iran")
OWNED = {
    **dict.fromkeys(FINNISH, "finland"),
    **dict.fromkeys(SOVIET, "soviet-union"),
    **{state: state for state in WHOLE_STATES},
    **dict.fromkeys(LITHUANIAN, "lithuania"),
    **dict.fromkeys(POLISH, "poland"),
    **dict.fromkeys(GERMAN, "germany"),
    **dict.fromkeys(ROMANIAN, "romania"),
    **dict.fromkeys(TURKISH, "turkey"),
    **dict.fromkeys(IRANIAN, "iran"),
    **dict.fromkeys(CHINESE, "china"),
    **dict.fromkeys((*KOREAN, *JAPAN_PROPER, "south-sakhalin"), "japan"),
    "ruthenia": "hungary",
}
CHANGED_HANDS_BEFORE_SEPTEMBER_1939 = {
    **dict.fromkeys(("austria", "vienna"), "austria"),
    **dict.fromkeys(("sudetenland", "bohemia-moravia", "slovakia", "ruthenia"), "czechoslovakia"),
    "memel": "lithuania",
}
LANDS_WITH_A_NAME_OF_THEIR_OWN = {**dict.fromkeys(KOREAN, "korea"), "outer-mongolia": "mongolia"}


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


@pytest.mark.parametrize(
    ("regions", "square_kilometres", "persons"),
    [
        pytest.param((*LITHUANIAN, "vilnius"), 59_464, 2_879_070, id="Lithuania with Vilnius"),
        pytest.param(POLISH, 389_720, 34_849_000, id="Poland"),
        pytest.param(TAKEN_BY_MOSCOW_IN_1939, 201_015, 13_299_000, id="eastern Poland in 1939"),
        pytest.param(ROMANIAN, 295_049, 19_933_800, id="Romania"),
        pytest.param(TAKEN_FROM_ROMANIA_IN_JUNE_1940, 50_762, 3_776_309, id="Bessarabia and northern Bukovina"),
        pytest.param(EAST_PRUSSIAN, 36_994, 2_488_100, id="East Prussia"),
        pytest.param(("east-prussia-north", *GIVEN_TO_POLAND_IN_1945), 114_296, 9_620_800, id="Germany in the east"),
        pytest.param(JAPAN_PROPER, 382_545, 73_114_308, id="Japan"),
    ],
)
def test_a_divided_land_keeps_its_documented_totals(
    world: Catalogue, regions: tuple[str, ...], square_kilometres: int, persons: int
) -> None:
    assert (area(world, regions), people(world, regions)) == (square_kilometres, persons)


def test_the_german_count_of_may_1939_is_of_all_its_parts_without_memel_and_the_protectorate(world: Catalogue) -> None:
    assert people(world, COUNTED_IN_GERMANY_IN_MAY_1939) == 79_375_281
    assert area(world, COUNTED_IN_GERMANY_IN_MAY_1939) == pytest.approx(583_370, rel=0.001)


def test_the_people_of_korea_are_those_of_the_count_of_1940(world: Catalogue) -> None:
    assert people(world, KOREAN) == 24_326_327
    assert area(world, KOREAN) == pytest.approx(220_769, rel=0.001)


def test_the_polish_frontier_of_1945_lies_between_the_two_figures_of_the_record(world: Catalogue) -> None:
    assert 177_000 <= area(world, LOST_BY_POLAND_IN_1945) <= 180_000
    assert 10_600_000 <= people(world, LOST_BY_POLAND_IN_1945) <= 11_600_000
    assert 21_000 <= area(world, ("bialystok",)) <= 22_000


def test_poland_received_the_documented_area_in_the_north_and_west(world: Catalogue) -> None:
    """101,094 by a German work of 1962, without Danzig."""
    assert area(world, GIVEN_TO_POLAND_IN_1945) == 101_094


def test_romania_lost_about_a_third_of_its_land_and_people_in_1940(world: Catalogue) -> None:
    assert area(world, LOST_BY_ROMANIA_IN_1940) == pytest.approx(99_790, rel=0.02)
    assert people(world, LOST_BY_ROMANIA_IN_1940) / people(world, ROMANIAN) == pytest.approx(1 / 3, abs=0.02)


def test_hungary_is_the_country_of_1920_with_its_gains_until_march_1939(world: Catalogue) -> None:
    assert area(world, ("hungary", "ruthenia")) == 93_073 + 11_927 + 12_061


@pytest.mark.parametrize(
    ("regions", "low", "high"),
    [
        (("memel",), 2_440, 2_850),
        (("vilnius",), 6_656, 6_909),
        (("ruthenia",), 12_616, 12_616),
        (("bessarabia",), 44_000, 44_400),
        (("east-prussia-north",), 13_200, 15_100),
        (("south-sakhalin",), 36_000, 36_100),
        (("kuriles",), 10_503, 10_503),
        (("port-arthur", "dairen"), 3_400, 3_500),
        (("germany-soviet-zone",), 107_173, 107_173),
        (ZONES, 355_000, 356_400),
    ],
)
def test_what_was_asked_for_has_the_area_of_the_record(
    world: Catalogue, regions: tuple[str, ...], low: int, high: int
) -> None:
    assert low <= area(world, regions) <= high


def test_the_six_territories_of_the_textbook_sum_to_the_figure_of_the_record(world: Catalogue) -> None:
    """About 457,000 square kilometres, where Vilnius is counted with Lithuania and with Poland; here it counts once."""
    baltic = ("estonia", "latvia", *LITHUANIAN)
    eastern_europe = (*LOST_BY_POLAND_IN_1945, *TAKEN_FROM_ROMANIA_IN_JUNE_1940, "east-prussia-north")
    assert area(world, (*baltic, *eastern_europe, *CEDED_IN_MARCH_1940)) == pytest.approx(457_000, rel=0.03)


def test_every_region_has_its_place_among_the_states(world: Catalogue) -> None:
    assert sorted(world.regions) == sorted(OWNED)


def test_owners_are_those_of_the_morning_of_1_september_1939(world: Catalogue) -> None:
    assert {id_: region.owner for id_, region in world.regions.items()} == OWNED


def test_states_are_those_of_the_beginning_of_1938() -> None:
    written = (scenarios_folder() / "world.yaml").read_text(encoding="utf-8")
    regions = yaml.safe_load(written)["regions"]
    states = OWNED | CHANGED_HANDS_BEFORE_SEPTEMBER_1939 | LANDS_WITH_A_NAME_OF_THEIR_OWN
    assert {id_: region["state"] for id_, region in regions.items()} == states


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
