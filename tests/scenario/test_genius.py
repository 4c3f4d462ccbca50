"""Domains of the Genius format become scenarios of one table whose shares are the domain's utilities."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.cli import main
from game.engine.compiler import compile_scenario
from game.errors import CannotRead
from game.negotiation.packages import all_worths, enumerate_packages, sizes_of
from game.scenario.genius import Domain, DomainIssue, Profile, read_domain
from game.scenario.genius_writer import SEATS, STEP, measured, scenario_text
from game.scenario.loader import check, load

Evaluations = dict[str, dict[str, float]]

HARBOUR: dict[str, list[str]] = {"Dues {high}": ["no", "$5 *gold*", "ten: 10"], "Pilots": ["free", "paid"]}
ARDEN: Evaluations = {
    "Dues {high}": {"no": 0, "$5 *gold*": 4, "ten: 10": 7},
    "Pilots": {"free": 1, "paid": 2},
}
BORREL: Evaluations = {
    "Dues {high}": {"no": 9, "$5 *gold*": 5, "ten: 10": 1},
    "Pilots": {"free": 3, "paid": 0},
}


def issue(index: int, name: str, items: list[str]) -> str:
    return (
        f'<issue index="{index}" name="{name}" type="discrete" etype="discrete" vtype="discrete">'
        + "".join(items)
        + "</issue>"
    )


def template(issues: dict[str, list[str]]) -> str:
    listed = "".join(
        issue(index, name, [f'<item index="{place}" value="{value}"/>' for place, value in enumerate(values, 1)])
        for index, (name, values) in enumerate(issues.items(), 1)
    )
    return (
        f'<negotiation_template><utility_space number_of_issues="{len(issues)}"><objective index="0" name="root">'
        f"{listed}</objective></utility_space></negotiation_template>"
    )


def profile(evaluations: Evaluations, weights: list[float], reservation: float | None = 0.25) -> str:
    listed = "".join(
        issue(
            index,
            name,
            [
                f'<item index="{place}" value="{value}" evaluation="{evaluation}"/>'
                for place, (value, evaluation) in enumerate(items.items(), 1)
            ],
        )
        for index, (name, items) in enumerate(evaluations.items(), 1)
    )
    weighed = "".join(f'<weight index="{index}" value="{weight}"/>' for index, weight in enumerate(weights, 1))
    kept = "" if reservation is None else f'<reservation value="{reservation}"/>'
    return (
        f'<utility_space><objective index="0" name="root">{listed}{weighed}</objective>'
        f'<discount_factor value="0.5"/>{kept}</utility_space>'
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "Harbour"
    home.mkdir()
    (home / "Harbour_domain.xml").write_text(template(HARBOUR))
    (home / "Harbour_Arden.xml").write_text(profile(ARDEN, [0.7, 0.3]))
    (home / "Harbour_Borrel.xml").write_text(profile(BORREL, [0.4, 0.6], None))
    return home


def imported(folder: Path) -> Path:
    output = folder.parent / "harbour.yaml"
    assert main(["import", "genius", str(folder), "--output", str(output)]) == 0
    return output


def test_an_imported_domain_passes_the_check_without_a_warning(folder: Path) -> None:
    assert check(imported(folder)) == []


def test_shares_are_utilities_within_the_error_that_the_file_states(folder: Path) -> None:
    scenario = load(imported(folder))
    table = compile_scenario(scenario).tables[STEP].table
    valuations = [by_set[0] for by_set in table.valuations]
    worths = all_worths(valuations, enumerate_packages(sizes_of(valuations[0])))
    for party, weights, evaluations, kept in zip(
        range(2), ([0.7, 0.3], [0.4, 0.6]), (ARDEN, BORREL), (25, 0), strict=True
    ):
        by_issue = [[value / max(items.values()) for value in items.values()] for items in evaluations.values()]
        for place, chosen in enumerate(itertools.product(*by_issue)):
            utility = sum(weight * part for weight, part in zip(weights, chosen, strict=True))
            share = worths[party, place] / valuations[party].total_weight
            error = measured(read_domain(folder).profiles[party]).error
            assert error < 0.5
            assert abs(share - 100 * utility) <= error + 1e-9
        body = scenario.steps[STEP].body
        assert body.walk_away[SEATS[party]].tree.value == kept  # type: ignore[union-attr]
        basis = scenario.steps[STEP].body.walk_away_basis[SEATS[party]].paragraphs[0].source  # type: ignore[union-attr]
        assert f"by {measured(read_domain(folder).profiles[party]).error:.3f} at most" in basis


def test_parties_issues_and_options_keep_their_names(folder: Path) -> None:
    scenario = load(imported(folder))
    assert [scenario.parties[seat].name.paragraphs[0].source for seat in SEATS[:2]] == ["Arden", "Borrel"]
    body = scenario.steps[STEP].body
    names = [one.name.paragraphs[0].source for one in body.issues.values()]  # type: ignore[union-attr]
    assert names == ["Dues {{high}}", "Pilots"]
    dues = body.issues["dues-high"]  # type: ignore[union-attr]
    assert list(dues.options) == ["o-no", "o-5-gold", "ten-10"]


def test_it_is_played_bargained_at_and_laid_open(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(imported(folder))
    assert main(["play", file, "--auto", "random", "--json"]) == 0
    assert main(["bargain", file, STEP, "--styles", "trades,holds-out", "--games", "3", "--json"]) == 0
    assert main(["table", file, STEP]) == 0
    assert "6 packages" in capsys.readouterr().out


def test_without_a_deal_each_side_has_its_reservation_value(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import json

    file = str(imported(folder))
    capsys.readouterr()
    assert main(["play", file, "--auto", "record", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["ending"] == "parted"
    assert told["interests"] == {SEATS[0]: 25.0, SEATS[1]: 0.0}
    assert told["divergence"]["same"] == told["divergence"]["of"]


numbers = st.floats(0, 50)


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_the_error_told_is_the_largest_over_all_packages(data: st.DataObject) -> None:
    sizes = data.draw(st.lists(st.integers(2, 5), min_size=1, max_size=4))
    fractions = [data.draw(st.lists(st.floats(0, 1), min_size=size, max_size=size)) for size in sizes]
    weights = data.draw(st.lists(st.floats(0, 1), min_size=len(sizes), max_size=len(sizes)))
    drawn = Profile("A", "a.xml", tuple(weights), tuple(map(tuple, fractions)), 0.3)
    found = measured(drawn)
    if not found.scale:
        assert sum(w * max(f) for w, f in zip(weights, fractions, strict=True)) < 2e-6
        return
    assert sum(found.weights) == 1_000
    off = 0.0
    for options in itertools.product(*map(range, sizes)):
        share = sum(w * v[o] for w, v, o in zip(found.weights, found.values, options, strict=True)) / 1_000
        off = max(off, abs(share - 100 * drawn.utility(options) / found.scale))
    assert found.error == pytest.approx(off, abs=1e-6)
    assert 100 * 0.3 / found.scale <= found.walk_away + 1e-6 or found.walk_away == 100


def test_integer_issues_become_options_along_their_line(folder: Path) -> None:
    number = '<issue index="1" name="Days" etype="integer" lowerbound="3" upperbound="6">{}</issue>'
    line = number.format('<evaluator ftype="linear" slope="{slope}" offset="{offset}"/>')
    weight = '<weight index="1" value="1"/>'
    for path in folder.iterdir():
        path.unlink()
    (folder / "domain.xml").write_text(
        f"<negotiation_template><utility_space><objective>{number.format('')}</objective></utility_space>"
        "</negotiation_template>"
    )
    for name, slope, offset in (("north", 0.25, 0.25), ("south", -0.5, 1)):
        own = line.format(slope=slope, offset=offset)
        (folder / f"{name}.xml").write_text(f"<utility_space><objective>{own}{weight}</objective></utility_space>")
    domain = read_domain(folder)
    assert domain.issues == (DomainIssue("Days", ("3", "4", "5", "6")),)
    assert [one.fractions for one in domain.profiles] == [((0.25, 0.5, 0.75, 1.0),), ((1.0, 0.5, 0.0, 0.0),)]
    assert check(imported(folder)) == []


def test_a_profile_that_cannot_reach_one_is_divided_by_what_it_reaches(folder: Path) -> None:
    (folder / "Harbour_Borrel.xml").write_text(profile(BORREL, [0.2, 0.3], 0.25))
    found = measured(read_domain(folder).profiles[1])
    assert (found.scale, found.walk_away) == (0.5, 50)
    assert "reach 0.5 at most, and are divided by that here" in imported(folder).read_text(encoding="utf-8")


def test_an_issue_that_counts_for_nothing_has_no_weight(folder: Path) -> None:
    nothing = {**BORREL, "Pilots": {"free": 0, "paid": 0}}
    (folder / "Harbour_Borrel.xml").write_text(profile(nothing, [0.4, 0.6]))
    found = measured(read_domain(folder).profiles[1])
    assert (found.weights, found.scale) == ((1_000, 0), pytest.approx(0.4))
    assert check(imported(folder)) == []


def test_a_profile_for_which_nothing_is_worth_anything_still_makes_a_file(folder: Path) -> None:
    nothing = {name: dict.fromkeys(items, 0.0) for name, items in BORREL.items()}
    (folder / "Harbour_Borrel.xml").write_text(profile(nothing, [0.4, 0.6]))
    assert check(imported(folder)) == []


def test_three_profiles_named_by_number_only_sit_down_as_numbers(folder: Path) -> None:
    for path in folder.glob("*_[AB]*.xml"):
        path.unlink()
    for number, own in enumerate((ARDEN, BORREL, ARDEN), start=1):
        (folder / f"Harbour_util{number}.xml").write_text(profile(own, [0.5, 0.5]))
    assert [one.name for one in read_domain(folder).profiles] == ["Party 1", "Party 2", "Party 3"]
    assert check(imported(folder)) == []


def test_an_issue_of_thirty_one_options_is_played(folder: Path) -> None:
    values = [f"day {number}" for number in range(31)]
    (folder / "Harbour_domain.xml").write_text(template({"Day": values, **HARBOUR}))
    for name, own, step in (("Arden", ARDEN, 1), ("Borrel", BORREL, -1)):
        days = {value: float(place) for place, value in enumerate(values[::step])}
        evaluations: Evaluations = {"Day": {value: days[value] for value in values}, **own}
        (folder / f"Harbour_{name}.xml").write_text(profile(evaluations, [0.5, 0.3, 0.2]))
    file = imported(folder)
    assert check(file) == []
    assert main(["play", str(file), "--auto", "trades", "--json"]) == 0


HOSTILE = {
    "a document type": (
        '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;">]><utility_space>&c;</utility_space>',
        "has a document type (<!DOCTYPE …>), by which a file could make the program read others or grow without end; "
        "delete it, domains need none.",
    ),
    "an entity of a file": (
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><utility_space>&b;</utility_space>',
        "has a document type",
    ),
    "too much": ("<utility_space>" + " " * 1_000_000 + "</utility_space>", "is larger than 1,000,000 bytes"),
    "too many elements": ("<utility_space>" + "<a/>" * 20_001 + "</utility_space>", "has more than 20,000 elements"),
    "too deep": ("<a>" * 50 + "</a>" * 50, "has elements too deep"),
    "no XML": ("Dear Sir,", ":1: this is not XML: syntax error. Name a file as Genius writes it."),
    "an unfinished file": ("<utility_space>", ":1: this is not XML: no element found."),
    "an unknown encoding": ('<?xml version="1.0" encoding="ebcdic-9"?><a/>', "is in an encoding that cannot be read"),
    "no objective": ("<utility_space/>", "has no objective; one objective with its issues beneath it was expected."),
    "objectives within objectives": (
        "<utility_space><objective><objective/></objective></utility_space>",
        "has objectives within objectives",
    ),
    "no issues": ("<utility_space><objective/></utility_space>", "has 0 issues; a table here takes 1 to 20."),
    "other issues": (
        profile({"Fish": {"a": 1, "b": 2}, "Pilots": BORREL["Pilots"]}, [0.5, 0.5]),
        "has no issue 'Dues {high}', unlike the domain; all profiles of a folder must be of one domain.",
    ),
    "other options": (
        profile({**BORREL, "Pilots": {"free": 1, "dear": 2}}, [0.5, 0.5]),
        "has no option 'paid' for the issue 'Pilots', unlike the domain.",
    ),
    "an evaluation below nothing": (
        profile({**BORREL, "Pilots": {"free": 1, "paid": -2}}, [0.5, 0.5]),
        "has '-2' as the evaluation of an option of 'Pilots'; a number from 0 upwards was expected.",
    ),
    "an evaluation that is no number": (
        profile(BORREL, [0.5, 0.5]).replace('evaluation="9"', 'evaluation="nan"'),
        "has 'nan' as the evaluation of an option of 'Dues {high}'; a number from 0 upwards was expected.",
    ),
    "a weight missing": (profile(BORREL, [0.5]), "has no weight for the issue 'Pilots'."),
    "a reservation above one": (profile(BORREL, [0.5, 0.5], 7), "has the reservation value 7; one from 0 to 1"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_file_that_is_no_profile_is_refused_in_one_sentence(
    what: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content, sentence = HOSTILE[what]
    (folder / "Harbour_Borrel.xml").write_text(content)
    output = folder.parent / "never.yaml"
    assert main(["import", "genius", str(folder), "--output", str(output)]) == 2
    error = capsys.readouterr().err
    assert "Harbour_Borrel.xml" in error
    assert sentence in error
    assert error.count("\n") == 1
    assert not output.exists()


def test_real_issues_are_refused_by_name(folder: Path) -> None:
    text = (folder / "Harbour_domain.xml").read_text().replace('vtype="discrete"', 'vtype="real"', 1)
    (folder / "Harbour_domain.xml").write_text(text)
    with pytest.raises(CannotRead, match="of the type real; only discrete and integer issues fit here"):
        read_domain(folder)


def test_a_folder_without_two_or_three_profiles_is_refused(folder: Path, tmp_path: Path) -> None:
    (folder / "Harbour_Borrel.xml").unlink()
    with pytest.raises(CannotRead, match="holds 1 profiles"):
        read_domain(folder)
    with pytest.raises(CannotRead, match="There is no XML file in"):
        (tmp_path / "empty").mkdir()
        read_domain(tmp_path / "empty")
    with pytest.raises(CannotRead, match="is not a folder that can be read"):
        read_domain(tmp_path / "nowhere")


def test_a_table_too_large_to_be_kept_is_refused(folder: Path) -> None:
    issues = {f"issue {number}": ["a", "b"] for number in range(12)} | {"many": [f"v{n}" for n in range(16)]}
    (folder / "Harbour_domain.xml").write_text(template(issues))
    with pytest.raises(CannotRead, match="has 13 issues; beside an issue of 16 options a table here takes 12"):
        read_domain(folder)


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("harbour.txt", "should end in .yaml, as scenarios do."),
        ("nowhere/harbour.yaml", "does not exist"),
        ("there.yaml", "is there already; name a file that is not."),
    ],
)
def test_an_output_that_cannot_be_is_refused(
    output: str, sentence: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder.parent / "there.yaml").write_text("mine")
    assert main(["import", "genius", str(folder), "--output", str(folder.parent / output)]) == 2
    assert sentence in capsys.readouterr().err
    assert (folder.parent / "there.yaml").read_text() == "mine"


def test_names_cannot_make_yaml_of_their_own() -> None:
    names = ('": [&x', "a: b # c\n- d", "{readiness.sweden}", "*bold*", "no", "no", "\u2028")
    issues = tuple(DomainIssue(name or "x", ("yes", "no", '"}, {')) for name in ('"', "#", "!!python/object"))
    profiles = tuple(Profile(name, f"{name}.xml", (0.2, 0.3, 0.5), ((1.0, 0.5, 0.0),) * 3, 0.0) for name in names[:2])
    text = scenario_text(Domain(names[2], issues, profiles), "strange-names")
    from game.scenario.positions import Finding
    from game.scenario.yaml_reader import read_text

    found: list[Finding] = []
    assert read_text(text, "strange.yaml", found) is not None
    assert found == []
    assert np.all([line.isprintable() for line in text.split("\n")])
