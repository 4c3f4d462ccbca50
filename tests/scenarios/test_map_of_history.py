"""The maps of the recorded paths are coloured as history had them: frontiers, armies, leases, zones and claims.

Every case is typed from histories and documents, not from the scenario files. `facilitator` sees what is true; where
a secret was at stake the viewer is named.
"""

from __future__ import annotations

from functools import cache

import pytest

from game.analysis.recorded import recorded_game
from game.present.english import english
from game.present.holdings import Holding, holdings
from game.present.reader import Reader
from game.scenario.model import FACILITATOR
from tests.kept import kept_program

PACT, FINLAND, YALTA = "pact-1939", "finland-1939", "yalta-1945"
END = ""
SOVIET, GERMAN, BRITISH, AMERICAN = "soviet-union", "germany", "united-kingdom", "united-states"

CEDED = (
    "karelian-isthmus-kuokkala", "karelian-isthmus-south", "karelian-isthmus-north", "ladoga-karelia", "salla",
    "rybachi-west", "koivisto", "suursaari", "seiskari-lavansaari", "tytarsaari",
)  # fmt: skip
"""What Finland ceded by article 2 of the treaty of 12 March 1940: the Isthmus with Viipuri, Ladoga Karelia, Salla and
Kuusamo, western Rybachi and the islands of the Gulf."""
BALTIC = ("estonia", "latvia", "lithuania")
SOVIET_PART_OF_POLAND = ("eastern-poland-north", "eastern-poland-south", "bialystok", "lwow")
GERMAN_PART_OF_POLAND = ("poland", "polish-corridor", "lublin-warsaw-strip", "suwalki-triangle")
EAST_OF_THE_ODER = (
    "danzig", "east-prussia-south", "pomerania", "oder-lands", "upper-silesia", "lower-silesia", "between-the-neisses",
)  # fmt: skip


@cache
def at(scenario: str, step: str = END, viewer: str = FACILITATOR) -> dict[str, Holding]:
    """The map of a viewer on the recorded path, when a step is to be decided or at the end."""
    program = kept_program(scenario)
    game = recorded_game(program, until=step or None)
    assert (game.step.id if game.step else END) == step
    return holdings(Reader(program.scenario, game.view(viewer), english()))


def owners(held: dict[str, Holding], regions: tuple[str, ...]) -> set[str]:
    """Whose these regions are."""
    return {held[region].owner for region in regions}


def occupiers(held: dict[str, Holding], regions: tuple[str, ...]) -> set[str]:
    """Whose armies hold these regions; empty for nobody's."""
    return {held[region].occupied_by for region in regions}


def test_only_a_region_called_as_its_state_is_named_after_it() -> None:
    named = {region: at("finland-1939")[region].named_after for region in ("united-kingdom", "danzig", "northern-iran")}
    assert named == {"united-kingdom": "united-kingdom", "danzig": "danzig", "northern-iran": ""}


# August 1939


@pytest.mark.parametrize(
    ("region", "owner"),
    [
        ("memel", GERMAN),  # ceded on 22 March 1939
        ("austria", GERMAN),  # March 1938
        ("sudetenland", GERMAN),  # October 1938
        ("slovakia", "slovakia"),  # 14 March 1939
        ("ruthenia", "hungary"),  # March 1939
        ("danzig", "danzig"),
        ("polish-corridor", "poland"),
        ("vilnius", "poland"),
        ("lwow", "poland"),
        ("bessarabia", "romania"),
        ("north-transylvania", "romania"),
        ("south-dobruja", "romania"),
        ("estonia", "estonia"),
        ("lithuania-south-west", "lithuania"),
        ("karelian-isthmus-north", "finland"),
        ("petsamo", "finland"),
        ("repola", SOVIET),
        ("korea-north", "japan"),  # 1910
        ("south-sakhalin", "japan"),  # 1905
        ("kuriles", "japan"),  # 1875
        ("port-arthur", "china"),
    ],
)
def test_the_frontiers_of_august_1939(region: str, owner: str) -> None:
    assert at(PACT, "doors")[region].owner == owner
    assert at(PACT, "doors")[region].occupied_by == ""


def test_before_the_war_nobody_occupies_anything_in_europe_and_berlin_claims_danzig_and_the_corridor() -> None:
    held = at(PACT, "doors")
    east = ("manchuria", "manchurian-railway", "outer-mongolia")
    assert {region for region, one in held.items() if one.occupied_by} == set(east)
    assert {region for region, one in held.items() if GERMAN in [claim.party for claim in one.claims]} == {
        "danzig",
        "polish-corridor",
    }


def test_in_the_far_east_japan_holds_manchuria_and_moscow_protects_mongolia() -> None:
    held = at(PACT, "doors")
    assert [held[region].holder for region in ("manchuria", "outer-mongolia")] == ["japan", "mongolia"]
    assert held["port-arthur"].leased_to == held["dairen"].leased_to == "japan"
    assert held["outer-mongolia"].zone == SOVIET


SIGNED = {
    **dict.fromkeys(("finland-main", "hanko", "petsamo", "aland", "estonia", "latvia"), SOVIET),
    **dict.fromkeys(("lithuania", "lithuania-south-west"), GERMAN),
    **dict.fromkeys((*SOVIET_PART_OF_POLAND, "lublin-warsaw-strip", "bessarabia"), SOVIET),
    "poland": GERMAN,
}
"""The secret protocol of 23 August 1939: the northern frontier of Lithuania, the Narew, Vistula and San, Bessarabia."""


@pytest.mark.parametrize("viewer", [GERMAN, SOVIET, FACILITATOR])
def test_the_spheres_of_the_secret_page_are_on_the_maps_of_those_who_signed_it(viewer: str) -> None:
    held = at(PACT, "alliance", viewer)
    assert {region: held[region].zone for region in SIGNED} == SIGNED
    assert [claim.party for claim in held["vilnius"].claims] == ["lithuania"], "its interest there is recognised"
    straits = ("straits", "romania", "bulgaria", "yugoslavia")
    assert {held[region].zone for region in straits} == {""}, "the page speaks of Bessarabia alone in the south-east"


@pytest.mark.parametrize("viewer", [BRITISH, "france", "poland", "public"])
def test_the_spheres_of_the_secret_page_are_on_nobody_elses_map(viewer: str) -> None:
    held = at(PACT, "alliance", viewer)
    assert {held[region].zone for region in SIGNED} == {""}
    assert held["vilnius"].claims == ()
    assert held["danzig"].claims, "what is claimed in public is there"


def test_there_are_no_spheres_before_the_night_in_the_kremlin() -> None:
    assert {at(PACT, "pact-table", GERMAN)[region].zone for region in SIGNED} == {""}


def test_on_the_third_of_september_danzig_is_in_german_hands() -> None:
    held = at(PACT)
    assert (held["danzig"].owner, held["danzig"].occupied_by) == ("danzig", GERMAN)


# Finland, October 1939 to August 1940


def test_in_october_1939_poland_is_divided_along_the_bug() -> None:
    held = at(FINLAND, "opening")
    assert occupiers(held, GERMAN_PART_OF_POLAND) == {GERMAN}
    assert occupiers(held, (*SOVIET_PART_OF_POLAND, "vilnius")) == {SOVIET}
    assert owners(held, (*GERMAN_PART_OF_POLAND, *SOVIET_PART_OF_POLAND, "vilnius")) == {"poland"}
    assert held["danzig"].holder == GERMAN


def test_in_october_1939_nothing_is_taken_from_finland_and_the_baltic_states_have_garrisons() -> None:
    held = at(FINLAND, "opening", "finland")
    finnish = (*CEDED, "finland-main", "hanko", "porkkala", "petsamo", "aland")
    assert owners(held, finnish) == {"finland"}
    assert occupiers(held, (*finnish, *BALTIC)) == {""}
    assert {held[region].leased_to for region in finnish} == {""}
    assert [held[region].zone for region in BALTIC] == [SOVIET, SOVIET, ""], "Lithuania signs on 10 October"
    assert {at(FINLAND, "kremlin-talks", "finland")[region].zone for region in BALTIC} == {SOVIET}


@pytest.mark.parametrize(("viewer", "zone"), [(SOVIET, SOVIET), ("finland", ""), ("sweden", ""), (BRITISH, "")])
def test_finland_does_not_know_in_whose_sphere_it_lies(viewer: str, zone: str) -> None:
    assert {at(FINLAND, "kremlin-talks", viewer)[region].zone for region in ("finland-main", "hanko")} == {zone}


@pytest.mark.parametrize(
    ("step", "owner", "occupier"), [("second-session", "poland", SOVIET), ("supreme-soviet", "lithuania", "")]
)
def test_vilna_is_lithuanian_from_the_28th_of_october(step: str, owner: str, occupier: str) -> None:
    held = at(FINLAND, step)["vilnius"]
    assert (held.owner, held.occupied_by) == (owner, occupier)


def test_in_the_war_petsamo_is_held_by_the_red_army() -> None:
    held = at(FINLAND, "cabinet")["petsamo"]
    assert (held.owner, held.occupied_by) == ("finland", SOVIET)


@pytest.mark.parametrize("step", ["nordic-alliance", END])
def test_the_peace_of_moscow_is_on_the_map(step: str) -> None:
    held = at(FINLAND, step)
    assert owners(held, CEDED) == {SOVIET}
    assert (held["hanko"].owner, held["hanko"].leased_to) == ("finland", SOVIET)
    assert (held["petsamo"].owner, held["petsamo"].occupied_by) == ("finland", ""), "Petsamo is given back"
    kept = ("finland-main", "porkkala", "aland", "jussaro", "hanko-islands")
    assert owners(held, kept) == {"finland"}
    assert occupiers(held, kept) == {""}
    assert owners(held, ("repola", "porajarvi", "soviet-karelia")) == {SOVIET}, "nothing is given in exchange"


def test_in_march_1940_the_baltic_states_are_their_own_and_poland_is_divided() -> None:
    held = at(FINLAND, "nordic-alliance")
    assert [held[region].owner for region in BALTIC] == list(BALTIC)
    assert occupiers(held, BALTIC) == {""}
    assert held["vilnius"].owner == "lithuania"
    assert occupiers(held, GERMAN_PART_OF_POLAND) == {GERMAN}
    assert occupiers(held, SOVIET_PART_OF_POLAND) == {SOVIET}
    assert occupiers(held, ("denmark", "norway", "france", "netherlands", "belgium")) == {""}
    assert held["bessarabia"].owner == "romania"


def test_in_july_1940_the_baltic_states_are_occupied_and_bessarabia_is_ceded() -> None:
    held = at(FINLAND, "summer-answer")
    assert [held[region].owner for region in BALTIC] == list(BALTIC)
    assert occupiers(held, (*BALTIC, "vilnius", "lithuania-south-west")) == {SOVIET}
    assert owners(held, ("bessarabia", "north-bukovina")) == {SOVIET}
    assert owners(held, ("romania", "south-dobruja", "north-transylvania")) == {"romania"}


def test_at_the_end_of_august_1940() -> None:
    held = at(FINLAND)
    assert owners(held, (*BALTIC, "vilnius", "lithuania-south-west", "bessarabia", "north-bukovina")) == {SOVIET}
    assert occupiers(held, ("denmark", "norway", "netherlands", "belgium", "france")) == {GERMAN}
    assert held["north-transylvania"].owner == "hungary", "the award of 30 August"
    assert held["south-dobruja"].owner == "romania", "ceded on 7 September"
    assert occupiers(held, ("sweden", "finland-main", "united-kingdom")) == {""}


# Yalta, February to July 1945


def test_in_february_1945_the_soviet_frontier_is_that_of_june_1941() -> None:
    held = at(YALTA, "oder")
    assert owners(held, (*CEDED, "petsamo", "bessarabia", "north-bukovina")) == {SOVIET}
    assert (held["porkkala"].owner, held["porkkala"].leased_to) == ("finland", SOVIET)
    assert (held["hanko"].owner, held["hanko"].leased_to) == ("finland", "")
    assert [held[region].owner for region in BALTIC] == list(BALTIC), "Washington and London have not recognised it"
    assert occupiers(held, (*BALTIC, "vilnius", "memel")) == {SOVIET}


def test_in_february_1945_the_red_army_stands_on_the_oder() -> None:
    held = at(YALTA, "oder")
    polish = ("poland", "lublin-warsaw-strip", *SOVIET_PART_OF_POLAND)
    assert (owners(held, polish), occupiers(held, polish)) == ({"poland"}, {SOVIET})
    taken = ("east-prussia-north", "east-prussia-south", "upper-silesia", "oder-lands")
    assert (owners(held, taken), occupiers(held, taken)) == ({GERMAN}, {SOVIET})
    assert occupiers(held, ("pomerania", "danzig", "between-the-neisses", "berlin", "germany-soviet-zone")) == {""}
    assert owners(held, ("pomerania", "danzig", "between-the-neisses", "berlin", "germany-soviet-zone")) == {GERMAN}
    assert occupiers(held, ("romania", "bulgaria", "hungary", "ruthenia")) == {SOVIET}


def test_in_february_1945_what_the_germans_still_hold_and_what_is_free() -> None:
    held = at(YALTA, "oder")
    assert occupiers(held, ("norway", "denmark", "netherlands", "bohemia-moravia", "austria", "vienna")) == {GERMAN}
    assert owners(held, ("austria", "vienna")) == {"austria"}
    assert owners(held, ("bohemia-moravia", "sudetenland", "slovakia", "ruthenia")) == {"czechoslovakia"}
    assert occupiers(held, ("france", "belgium", "greece", "italy", "yugoslavia", "finland-main")) == {""}
    assert held["south-dobruja"].owner == "bulgaria", "ceded at Craiova in 1940"
    assert held["north-transylvania"].owner == "romania", "the armistice of September 1944"


ZONES = {
    "germany-soviet-zone": SOVIET,
    "pomerania": SOVIET,
    "germany-british-zone": BRITISH,
    "germany-american-zone": AMERICAN,
    "germany-french-zone": AMERICAN,
    "berlin": "",
}
"""The protocol of London of September and November 1944: three zones to the frontier of 1937, and Berlin apart."""


@pytest.mark.parametrize("viewer", [SOVIET, BRITISH, AMERICAN])
def test_the_zones_of_london_are_on_the_maps_of_the_three(viewer: str) -> None:
    held = at(YALTA, "oder", viewer)
    assert {region: held[region].zone for region in ZONES} == ZONES


@pytest.mark.parametrize("viewer", ["poland", "china"])
def test_others_have_not_seen_the_map_of_london(viewer: str) -> None:
    held = at(YALTA, "oder", viewer)
    assert {held[region].zone for region in ZONES} == {""}


def test_at_the_end_germany_is_held_in_four_zones() -> None:
    held = at(YALTA)
    german = tuple(region for region in ZONES if region != "pomerania")
    assert owners(held, german) == {GERMAN}
    assert [held[region].occupied_by for region in german] == [SOVIET, BRITISH, AMERICAN, "france", SOVIET]
    assert held["germany-french-zone"].zone == "france", "cut out of the western zones at Yalta"


def test_at_the_end_poland_administers_the_land_to_the_western_neisse_and_moscow_konigsberg() -> None:
    held = at(YALTA)
    assert owners(held, (*EAST_OF_THE_ODER, "east-prussia-north")) == {GERMAN}, "until a peace, which never came"
    assert occupiers(held, EAST_OF_THE_ODER) == {"poland"}
    assert held["east-prussia-north"].occupied_by == SOVIET


def test_at_the_end_the_curzon_line_is_the_frontier() -> None:
    held = at(YALTA)
    assert owners(held, ("lwow", "eastern-poland-north", "eastern-poland-south", "vilnius")) == {SOVIET}
    assert owners(held, ("poland", "polish-corridor", "bialystok", "lublin-warsaw-strip")) == {"poland"}
    assert occupiers(held, ("poland", "polish-corridor", "bialystok")) == {""}
    assert {held[region].zone for region in ("poland", "polish-corridor", "bialystok")} == {SOVIET}


def test_at_the_end_the_rest_of_europe() -> None:
    held = at(YALTA)
    assert held["ruthenia"].owner == SOVIET, "the treaty of 29 June 1945"
    assert owners(held, ("bohemia-moravia", "sudetenland", "slovakia")) == {"czechoslovakia"}
    free = ("bohemia-moravia", "sudetenland", "slovakia", "norway", "denmark", "netherlands", "italy", "finland-main")
    assert occupiers(held, free) == {""}
    assert occupiers(held, ("romania", "bulgaria", "hungary", *BALTIC, "memel", "vienna")) == {SOVIET}
    assert owners(held, (*CEDED, "petsamo", "bessarabia", "north-bukovina")) == {SOVIET}
    assert held["porkkala"].leased_to == SOVIET


def test_what_two_men_signed_about_the_far_east_is_claimed_and_not_yet_taken() -> None:
    held = at(YALTA, viewer=SOVIET)
    for region in ("south-sakhalin", "kuriles", "port-arthur"):
        assert [claim.party for claim in held[region].claims] == [SOVIET]
        assert held[region].holder == "japan"
    assert {held[region].zone for region in ("dairen", "manchurian-railway", "outer-mongolia")} == {SOVIET}
    assert held["korea-north"].claims == held["hokkaido"].claims == (), "the page does not name them"


@pytest.mark.parametrize("viewer", ["china", "poland", "public"])
def test_the_far_east_page_is_secret(viewer: str) -> None:
    held = at(YALTA, viewer=viewer)
    assert held["kuriles"].claims == held["port-arthur"].claims == ()
    assert held["dairen"].zone == ""


@pytest.mark.parametrize("scenario", [PACT, FINLAND, YALTA])
def test_every_rule_of_land_names_its_sources(scenario: str) -> None:
    rules = kept_program(scenario).scenario.map
    assert rules.sheet
    assert rules.lands
    assert [rule for rule in rules.lands if not rule.sources] == []
