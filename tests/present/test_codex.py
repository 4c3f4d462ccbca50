"""The codex by day and reader, which never tells the future, and its links and appendix in the report."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from game.present.codex import CodexView, GameCodex, codex_before_a_game, whole_codex
from game.present.debrief import debrief
from game.present.debrief_parts import Debrief, Passage, Section
from game.present.english import english
from game.present.html_report import render
from game.scenario.catalogue import scenarios_folder
from game.scenario.codex import load_codex
from game.scenario.loader import load
from game.scenario.model import FACILITATOR, PUBLIC, Scenario
from game.scenario.texts import digest
from game.scenario.whereabouts import scenario_ids
from tests.kept import kept_scenario
from tests.playing import SEATS, program, random_game
from tests.present.test_html_report import outline
from tests.with_codex import scenario_with_codex

SHIPPED = scenarios_folder() / "codex.yaml"


@pytest.fixture(scope="module")
def scenario(tmp_path_factory: pytest.TempPathFactory) -> Scenario:
    return load(scenario_with_codex(tmp_path_factory.mktemp("codex")))


def at(scenario: Scenario, step: str | None, viewer: str = PUBLIC, language: str = "en") -> CodexView:
    """What a viewer may read when the game stands at a step, or is over."""
    game: Any = SimpleNamespace(step=None if step is None else scenario.steps[step])
    view = GameCodex(scenario, replace(english(), language=language)).at(game, viewer)
    assert view is not None
    return view


def later_of(view: CodexView, entry: str = "arden") -> list[str]:
    return [one.date for one in view.page(entry).later]


# By step and by reader


def test_an_entry_is_there_from_the_step_whose_texts_name_it(scenario: Scenario) -> None:
    assert "night-watch" not in at(scenario, "lantern-night").entries
    assert "night-watch" in at(scenario, "night-watch").entries
    assert set(at(scenario, "aim").entries) == {"arden", "gull-shoal", "hale"}


def test_an_entry_is_there_for_those_who_may_read_a_text_that_names_it(scenario: Scenario) -> None:
    having = {
        viewer for viewer in (*SEATS, PUBLIC, FACILITATOR) if "oil-ledger" in at(scenario, "opening", viewer).entries
    }
    assert having == {"arden", FACILITATOR}


def test_the_members_of_a_delegation_are_there_for_the_other_side_as_well(scenario: Scenario) -> None:
    assert "hale" in at(scenario, "aim", "arden").entries
    assert "hale" in at(scenario, "aim", "borrel").entries


def test_a_state_that_land_could_only_belong_to_is_not_there(scenario: Scenario) -> None:
    values = scenario.variables["owner"].value_names["dunmere"]
    assert [paragraph.source for paragraph in values.paragraphs] == ["Dunmere"]
    assert "dunmere" not in at(scenario, "opening", FACILITATOR).entries


def test_who_knows_a_name_opens_an_entry_of_the_scenario_that_no_page_has_named(scenario: Scenario) -> None:
    view = at(scenario, "opening", "borrel")
    assert view.called("NIGHT watch") == ("night-watch",) and "night-watch" not in view.entries
    assert view.page("night-watch").paragraphs == ("Boats that lie off the strand until the morning.",)
    assert view.called("night") == () == view.called("Resolution of the keepers")


def test_a_document_of_these_days_is_not_cited_before_the_game_is_over(scenario: Scenario) -> None:
    def cited(step: str | None) -> list[str]:
        return [source.id for source in at(scenario, step).page("gull-shoal").sources]

    assert cited("opening") == ["almanac"] and cited(None) == ["almanac", "log"]


def test_an_entry_that_no_text_names_is_never_there(scenario: Scenario) -> None:
    assert "drawn-off" not in at(scenario, None).entries


def test_what_happens_in_the_days_of_a_game_is_left_to_the_game(scenario: Scenario) -> None:
    last = next(step.id for step in scenario.steps.values() if step.date == "1925-03-04")
    for step in ("opening", "night-watch", "storm", last):
        assert later_of(at(scenario, step)) == ["2 March 1919"]


def test_a_hidden_figure_names_an_entry_to_those_who_know_it_alone() -> None:
    pact = kept_scenario("pact-1939")
    game: Any = SimpleNamespace(step=pact.steps["doors"])
    codex = GameCodex(pact, english())
    having = {viewer for viewer in pact.parties if "secret-protocol" in codex.at(game, viewer).entries}  # type: ignore[union-attr]
    assert having == {"soviet-union", "germany"}


def test_everything_is_open_when_the_game_is_over(scenario: Scenario) -> None:
    assert later_of(at(scenario, None)) == ["2 March 1919", "4 March 1925", "April 1925"]
    whole = whole_codex(scenario, english())
    assert whole is not None and later_of(whole) == later_of(at(scenario, None))


@pytest.mark.parametrize(
    ("day", "told"), [("1925-03-31", 2), ("1925-04", 3), ("1925-04-01", 3), ("1925-03", 1), ("1919-03", 0), ("", 0)]
)
def test_a_date_without_its_day_has_come_on_the_first_of_its_month(scenario: Scenario, day: str, told: int) -> None:
    codex = load_codex(Path(scenario.title.where.path).resolve().parents[1] / "codex.yaml")
    assert len(CodexView(codex, english(), day).page("arden").later) == told


def test_an_entry_points_only_to_those_that_are_there(scenario: Scenario) -> None:
    def see(step: str | None, viewer: str) -> list[str]:
        return [line.id for line in at(scenario, step, viewer).page("arden").see]

    assert see("opening", "borrel") == ["gull-shoal"]
    assert see("opening", "arden") == ["gull-shoal", "oil-ledger"]
    assert see(None, PUBLIC) == ["gull-shoal", "night-watch", "oil-ledger"]


def test_entries_are_listed_by_kind_and_name(scenario: Scenario) -> None:
    groups = [(group.heading, [line.name for line in group.lines]) for group in at(scenario, None).groups()]
    assert groups == [
        ("People", ["Ada Hale"]),
        ("Places", ["Gull Shoal"]),
        ("Institutions", ["The council of Arden"]),
        ("Documents", ["The oil ledger of Arden"]),
        ("Events", ["The night watch"]),
    ]


def test_persons_stand_by_the_part_of_their_name_that_texts_use(tmp_path: Path) -> None:
    names = {"Ada Zeal": ["Zeal"], "Zoe Ames": ["Zoe the Bold"], "Mara Bell": ["Bell"]}
    entry = {"kind": "person", "text": "A keeper.", "sources": ["log"]}
    entries = {f"e{n}": {**entry, "name": name, "forms": forms} for n, (name, forms) in enumerate(names.items())}
    sources = {"log": {"title": "A log", "kind": "primary"}}
    path = tmp_path / "codex.yaml"
    path.write_text(json.dumps({"format": 1, "language": "en", "entries": entries, "sources": sources}))
    (group,) = CodexView(load_codex(path), english(), None).groups()
    assert [line.name for line in group.lines] == ["Mara Bell", "Ada Zeal", "Zoe Ames"]


def test_a_search_looks_at_what_may_be_read_and_no_further(scenario: Scenario) -> None:
    assert at(scenario, "opening").with_words("KEEPERS who") == ("arden",)
    assert at(scenario, "opening").with_words("resign") == ()
    assert at(scenario, None).with_words("resign") == ("arden",)


def test_a_translated_codex_is_found_by_its_own_forms(tmp_path: Path) -> None:
    home = scenario_with_codex(tmp_path)
    texts = {
        "entries.arden.name": {"of": digest("The council of Arden"), "text": "สภาอาร์เดน"},
        "entries.arden.forms": {"of": digest("Arden"), "text": ["อาร์เดน"]},
    }
    content = {"format": 1, "translates": "codex", "language": "th", "texts": texts}
    (tmp_path / "codex.th.yaml").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    view = at(load(home), "opening", language="th")
    assert view.page("arden").title == "สภาอาร์เดน"
    assert [one.entry for one in view.find("วันนี้อาร์เดนประชุม Arden")] == ["arden", "arden"]


def test_a_scenario_without_a_codex_has_none() -> None:
    alone = load(Path(__file__).parents[1] / "scenarios" / "three-parties")
    game: Any = SimpleNamespace(step=None)
    assert whole_codex(alone, english()) is None
    assert GameCodex(alone, english()).at(game, PUBLIC) is None


# What is shipped


def shipped_moments() -> Iterator[tuple[str, str, str, CodexView]]:
    """Every step of every shipped scenario, for every party and for the public: what of the codex may be read."""
    for id_ in scenario_ids(scenarios_folder()):
        scenario = kept_scenario(id_)
        codex = GameCodex(scenario, english())
        for step in scenario.steps.values():
            game: Any = SimpleNamespace(step=step)
            for viewer in (*scenario.parties, PUBLIC):
                view = codex.at(game, viewer)
                assert view is not None
                yield id_, scenario.first_date, viewer, view


@pytest.mark.skipif(not SHIPPED.is_file(), reason="no codex is shipped yet")
def test_no_step_of_a_shipped_scenario_tells_what_became_known_after_its_first_day() -> None:
    codex = load_codex(SHIPPED)
    shown, kept = 0, 0
    for id_, first, viewer, view in shipped_moments():
        for entry in view.entries:
            words = {one.words for one in view.page(entry).later}
            future = {one.text for one in codex.entries[entry].later if one.date > first}
            assert not words & future, (id_, first, viewer, entry)
            shown, kept = shown + len(words), kept + len(future)
    assert kept > 0 and shown > 0


@pytest.mark.skipif(not SHIPPED.is_file(), reason="no codex is shipped yet")
def test_before_a_game_nothing_is_told_that_became_known_later() -> None:
    view = codex_before_a_game(english())
    assert view is not None and view.entries
    assert not [entry for entry in view.entries if view.page(entry).later]


# In the report


@pytest.fixture(scope="module")
def told() -> Debrief:
    return debrief(random_game(program(), 5), english(), SEATS)


@pytest.fixture(scope="module")
def document(told: Debrief, scenario: Scenario) -> str:
    return render(told, english(), whole_codex(scenario, english()))


def section_of(document: str, id_: str) -> str:
    found = re.search(rf'<section id="{id_}".*?</section>', document, re.DOTALL)
    return found[0] if found else ""


def test_a_report_without_a_codex_has_neither_links_nor_appendix(told: Debrief) -> None:
    plain = render(told, english())
    assert 'class="codex"' not in plain and 'id="codex"' not in plain and "People, places" not in plain


def test_the_first_naming_in_each_section_is_linked_and_no_other(document: str, told: Debrief) -> None:
    linked = 0
    for section in told.sections:
        links = re.findall(
            r'class="codex" id="named-[a-z-]+" href="#entry-([a-z-]+)"', section_of(document, section.id)
        )
        assert all(number == 1 for number in Counter(links).values()), section.id
        linked += len(links)
    assert linked > 4


def test_every_link_of_the_report_leads_somewhere_and_every_place_is_there_once(document: str) -> None:
    tags = outline(document).tags
    places = Counter(attributes["id"] for _, attributes in tags if "id" in attributes)
    assert all(number == 1 for number in places.values())
    targets = {(attributes.get("href") or "").removeprefix("#") for tag, attributes in tags if tag == "a"}
    assert targets <= set(places)
    assert "codex" in targets


def test_the_appendix_holds_the_entries_that_the_report_names_and_only_these(document: str) -> None:
    appendix = section_of(document, "codex")
    entries = re.findall(r'<article class="entry" id="entry-([a-z-]+)"', appendix)
    linked = set(re.findall(r'id="named-[a-z-]+" href="#entry-([a-z-]+)"', document))
    assert set(entries) == linked and len(entries) == len(linked) and "drawn-off" not in entries
    assert {"arden", "gull-shoal"} <= linked


def test_an_entry_of_the_appendix_tells_all_that_became_known_and_leads_back(document: str) -> None:
    entry = re.search(r'id="entry-arden".*?</article>', section_of(document, "codex"), re.DOTALL)
    assert entry is not None
    for words in ("since 1801", "<em>They</em> meet", "<em>2 March 1919:</em>", "Four of the seven", "A new council"):
        assert words in entry[0]
    assert 'href="#entry-gull-shoal"' in entry[0] and 'href="#entry-arden"' not in entry[0]
    assert 'href="#source-' in entry[0] and 'href="#named-decisions-arden"' in entry[0]


def test_sources_of_the_codex_are_numbered_after_those_of_the_scenario(document: str, told: Debrief) -> None:
    sources = section_of(document, "sources")
    numbers = [int(number) for number in re.findall(r'id="source-(\d+)"', sources)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) > len(told.sources)
    assert "An almanac of the strait" in sources


def test_hostile_words_around_a_name_stay_words(told: Debrief, scenario: Scenario) -> None:
    words = "<b>Arden</b> \ue000arden\ue001<i>\ue002 *Arden & Gull Shoal* &lt;Arden"
    attacked = replace(told, sections=(Section("decisions", "x", (Passage((words,)),)),))
    passage = section_of(render(attacked, english(), whole_codex(scenario, english())), "decisions")
    assert "&lt;b&gt;<a " in passage and "</a>&lt;/b&gt;" in passage and "&lt;i&gt;" in passage
    assert "<b>" not in passage and "<i>" not in passage and not re.search("[\ue000-\ue002]", passage)
    assert re.search(r"<em>Arden &amp; <a [^>]*>Gull Shoal</a></em> &amp;lt;Arden", passage)
