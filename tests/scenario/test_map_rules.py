"""What a file may say of the map, what is found in it, and who sees what it says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.engine.compiler import compile_scenario
from game.engine.game import Game
from game.engine.moves import Choose
from game.present.english import english
from game.present.holdings import Holding, changed, holdings
from game.present.reader import Reader
from game.scenario.demands import regions_of_issue, regions_of_step
from game.scenario.lands import LandRule, MapRules
from game.scenario.loader import load
from game.scenario.model import FACILITATOR
from tests.kept import kept_program
from tests.scenario.edits import Change, said, written

SECRET = "aim == more"
"""Whether Moscow wants more: known to Moscow alone; Finland believes that it wants a line."""


def with_map(*lines: str) -> Change:
    """The good file with a map of these lines."""
    return "regions: [hanko]\n", "\n".join(("regions: [hanko]", "map:", *(f"  {line}" for line in lines), ""))


def lands(*rules: str) -> Change:
    """The good file with these rules of land."""
    return with_map("lands:", *(f"  - {{{rule}}}" for rule in rules))


def seen(folder: Path, change: Change, viewer: str, **options: str) -> dict[str, Holding]:
    """The map of a viewer after these decisions by party, everything else on the record; none yet without any."""
    program = compile_scenario(load(written(folder, change)))
    game = Game(program, 0, follow_record=True)
    for party, option in options.items():
        game.play(party, Choose(option))
    return holdings(Reader(program.scenario, game.view(viewer), english()))


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        (
            "tenure: owned, by: soviet-union, regions: [petsamoo]",
            'REF04 There is no region "petsamoo" in the world catalogue. Did you mean "petsamo"?',
        ),
        (
            "tenure: owned, by: swedn, regions: [petsamo]",
            'REF02 There is no party "swedn" in the world catalogue. Did you mean "sweden"?',
        ),
        (
            "tenure: owned, by: sweden, regions: [petsamo], known-to: [sweden]",
            'REF02 There is no party "sweden". There are finland, soviet-union.',
        ),
        (
            "tenure: owned, by: sweden, regions: [petsamo], sources: [gossip]",
            'REF03 There is no source "gossip". There are gazetteer, notes, study.',
        ),
        (
            'tenure: zone, by: sweden, regions: [hanko], when: "aims == more"',
            'LNG04 "aims" is not known here. Did you mean "aim"?',
        ),
        (
            "tenure: zone, by: sweden, regions: [hanko], from: 1939-11-31",
            "DAT01 1939-11-31 is a day that no calendar has. Correct the day.",
        ),
        (
            "tenure: zone, by: sweden, regions: [hanko], from: 1939-12-02, until: 1939-12-01",
            "DAT04 1939-12-01 is earlier than 1939-12-02, where it begins. Correct one of them.",
        ),
        (
            "tenure: owned, by: sweden, regions: [hanko]",
            'KEY07 The region "hanko" is among the file\'s own, and owner.hanko tells whose it is. '
            "Take it out here, and set `owner.hanko` in `start`.",
        ),
        (
            "tenure: leased, by: sweden, regions: [petsamo, hanko]",
            'KEY07 The region "hanko" is among the file\'s own, and leased-to.hanko tells whose it is. '
            "Take it out here, and set `leased-to.hanko` in `start`.",
        ),
    ],
)
def test_what_is_wrong_with_a_rule_of_land_is_told(tmp_path: Path, rule: str, sentence: str) -> None:
    assert said(tmp_path, lands(rule)) == [f"error {sentence}"]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("speaks-of: {frst: [hanko]}", 'REF01 There is no step or issue "frst". Did you mean "frost"?'),
        (
            "speaks-of: {talks.harbor: [hanko]}",
            'REF01 There is no step or issue "talks.harbor". Did you mean "talks.harbour"?',
        ),
        (
            "speaks-of: {talks.money: [hanco]}",
            'REF04 There is no region "hanco" in the world catalogue. Did you mean "hanko"?',
        ),
    ],
)
def test_what_is_wrong_with_what_a_step_speaks_of_is_told(tmp_path: Path, line: str, sentence: str) -> None:
    assert said(tmp_path, with_map(line)) == [f"error {sentence}"]


def test_zones_claims_and_armies_may_be_told_of_the_files_own_regions(tmp_path: Path) -> None:
    rules = [f"tenure: {tenure}, by: sweden, regions: [hanko]" for tenure in ("zone", "claimed", "occupied")]
    assert said(tmp_path, lands(*rules)) == []


def test_a_step_lights_what_it_changes_and_what_the_map_says_that_it_speaks_of(tmp_path: Path) -> None:
    scenario = load(written(tmp_path, with_map("speaks-of: {talks.money: [petsamo], frost: [petsamo]}")))
    assert regions_of_issue(scenario, "talks", "harbour") == ("hanko",)
    assert regions_of_issue(scenario, "talks", "money") == ("petsamo",)
    assert regions_of_step(scenario, scenario.steps["talks"]) == ("hanko", "petsamo")
    assert regions_of_step(scenario, scenario.steps["second-talks"]) == ("hanko", "petsamo")
    assert regions_of_step(scenario, scenario.steps["frost"]) == ("petsamo",)
    assert regions_of_step(scenario, scenario.steps["call-up"]) == ()


def test_of_two_rules_of_one_tenure_the_later_holds_and_claims_stand_beside_each_other(tmp_path: Path) -> None:
    owned = [f"tenure: owned, by: {party}, regions: [petsamo]" for party in ("sweden", "soviet-union")]
    claimed = [f"tenure: claimed, by: {party}, regions: [hanko]" for party in ("sweden", "soviet-union", "finland")]
    held = seen(tmp_path, lands(*owned, *claimed), FACILITATOR)
    assert held["petsamo"].owner == "soviet-union"
    assert [claim.party for claim in held["hanko"].claims] == ["sweden", "soviet-union"], "an owner claims nothing"


def test_a_rule_whose_condition_rests_on_a_secret_holds_for_those_alone_who_know_it(tmp_path: Path) -> None:
    change = lands(f'tenure: zone, by: soviet-union, regions: [hanko, petsamo], when: "{SECRET}"')
    program = compile_scenario(load(written(tmp_path, change)))
    games = (Game(program, seed) for seed in range(200))
    game = next(game for game in games if game.view(FACILITATOR).word("aim") == "more")

    def zone(viewer: str) -> str:
        return holdings(Reader(program.scenario, game.view(viewer), english()))["petsamo"].zone

    assert [zone(viewer) for viewer in ("soviet-union", FACILITATOR)] == ["soviet-union"] * 2
    assert [zone(viewer) for viewer in ("finland", "public")] == ["", ""]


def test_a_rule_that_is_known_to_some_is_on_nobody_elses_map(tmp_path: Path) -> None:
    change = lands("tenure: zone, by: sweden, regions: [petsamo], known-to: [finland]")
    viewers = ("finland", FACILITATOR, "soviet-union", "public")
    zones = [seen(tmp_path, change, viewer)["petsamo"].zone for viewer in viewers]
    assert zones == ["sweden", "sweden", "", ""]


@pytest.mark.parametrize(
    ("days", "on_the_fifth", "on_the_twelfth"),
    [
        ("from: 1939-10-06", "", "sweden"),
        ("until: 1939-10-05", "sweden", ""),
        ("from: 1939-10-05, until: 1939-10-12", "sweden", "sweden"),
        ("from: 1939-10-06, until: 1939-10-11", "", ""),
    ],
)
def test_a_rule_of_days_goes_by_the_step_at_hand(
    tmp_path: Path, days: str, on_the_fifth: str, on_the_twelfth: str
) -> None:
    change = lands(f"tenure: occupied, by: sweden, regions: [petsamo], {days}")
    assert seen(tmp_path, change, "finland")["petsamo"].occupied_by == on_the_fifth
    assert seen(tmp_path, change, "finland", finland="wait")["petsamo"].occupied_by == on_the_twelfth


def test_an_occupier_of_the_variables_goes_before_one_of_the_map(tmp_path: Path) -> None:
    change = lands("tenure: occupied, by: sweden, regions: [hanko]")
    assert seen(tmp_path, change, "finland")["hanko"].occupied_by == "sweden"
    start = ("\nstart: {", '\nstart: {"occupied-by.hanko": soviet-union, ')
    program = compile_scenario(load(written(tmp_path, change, start)))
    held = holdings(Reader(program.scenario, Game(program, 0).view("finland"), english()))
    assert held["hanko"].occupied_by == "soviet-union"


def test_nobody_has_a_zone_on_its_own_land(tmp_path: Path) -> None:
    change = lands(
        "tenure: zone, by: sweden, regions: [petsamo, hanko]", "tenure: owned, by: sweden, regions: [petsamo]"
    )
    held = seen(tmp_path, change, "finland")
    assert (held["petsamo"].zone, held["hanko"].zone) == ("", "sweden")


def test_what_the_map_says_of_land_is_cited_beside_it(tmp_path: Path) -> None:
    change = lands("tenure: zone, by: sweden, regions: [petsamo], sources: [study]")
    words = seen(tmp_path, change, "finland")["petsamo"].words
    assert "In the zone of Sweden" in words
    assert "A study of the talks" in words[-1]


def test_what_changes_with_the_whole_of_its_state_is_not_told_apart() -> None:
    whole = LandRule("zone", "germany", ("finland-main", "petsamo", "estonia"), None, ())
    part = LandRule("occupied", "soviet-union", ("petsamo",), None, ())
    assert moved(whole) == ("finland-main", "estonia")
    assert moved(whole, part) == ("finland-main", "petsamo", "estonia")
    assert moved(whole, listed=("petsamo",)) == ("finland-main", "petsamo", "estonia")


def moved(*rules: LandRule, listed: tuple[str, ...] = ()) -> tuple[str, ...]:
    """What stands otherwise by such rules, in the catalogue that is shipped, where a file lists these regions."""
    program = kept_program("yalta-1945")
    regions = program.scenario.catalogue.regions
    bare = replace(program.scenario, regions={id_: regions[id_] for id_ in listed}, map=MapRules())
    first = Reader(bare, Game(program, 0).view(FACILITATOR), english())
    return changed(holdings(first), holdings(replace(first, scenario=replace(bare, map=MapRules(lands=rules)))))
