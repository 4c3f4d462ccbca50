"""The map in the window: what it shows, how mouse and keys move it, and that its names keep apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pygame
import pytest

from game.present.atlas import sheet
from game.present.mapping import MapPage, MapStop, lit_regions, map_page, sheet_for
from game.present.opening import Plan, begin, open_scenario
from game.present.page import ConsequencePage, DecisionPage, Seat, TablePage
from game.present.parts import Happened
from game.present.sitting import Sitting
from game.window.chart.lettering import INK, Name, spaced_letters
from game.window.chart.names import Names
from game.window.chart.picture import ChartColours, Picture
from game.window.chart.tints import tints_of
from game.window.chart.view import Chart
from game.window.charts import CLOSER
from game.window.flow import Kit
from game.window.fonts import Faces, fonts_folder
from game.window.text import Typesetter
from game.window.theme import SERIF_BOLD, Style, themed
from tests.kept import kept_scenario
from tests.window.hands import Keyboard, Mouse

SIZE = (460, 420)


def at_work(scenario: str, party: str) -> Sitting:
    """A new game, led to the first page on which something is decided."""
    sitting = begin(open_scenario(scenario), Plan(((party,),)), None).sitting
    while not isinstance(sitting.page, DecisionPage | TablePage):
        sitting.proceed()
    return sitting


@pytest.fixture(scope="module")
def page() -> MapPage:
    return map_page(at_work("finland-1939", "finland"))


@pytest.fixture
def kit() -> Kit:
    return Kit(themed(), Typesetter(Faces(fonts_folder()), 1.0))


@pytest.fixture
def chart(page: MapPage, kit: Kit) -> Chart:
    one = Chart(replace(page, sheet="europe", lit=()), kit, SIZE)
    one.whole()
    drawn(one)
    return one


def drawn(chart: Chart) -> pygame.Surface:
    """The map as it is once it rests."""
    chart.settle()
    surface = pygame.Surface(chart.size)
    chart.draw(surface, (0, 0))
    return surface


def middle_of(chart: Chart, region: str) -> tuple[int, int]:
    x, y = chart.part.pixel(sheet(chart.sheet_name).rooms[region].middle)
    return round(x), round(y)


def inside(chart: Chart, place: tuple[int, int]) -> bool:
    return pygame.Rect((0, 0), chart.size).inflate(-20, -20).collidepoint(place)


# What it shows


def test_the_region_under_the_pointer_is_named_with_its_owner_area_and_source(chart: Chart) -> None:
    assert chart.point(middle_of(chart, "poland"))
    assert chart.named == "poland"
    words = " ".join(chart.page.holdings["poland"].words)
    for part in ("Poland", "square kilometres", "people", "Sources"):
        assert part in words
    before = drawn(chart)
    assert chart.point(None)
    assert chart.named == ""
    assert pygame.image.tobytes(before, "RGB") != pygame.image.tobytes(drawn(chart), "RGB")


def test_what_is_lit_is_in_view_when_the_map_opens(page: MapPage, kit: Kit) -> None:
    lit = ("hanko", "karelian-isthmus-south", "petsamo")
    chart = Chart(replace(page, lit=lit), kit, SIZE)
    for region in lit:
        x, y = middle_of(chart, region)
        assert 0 <= x < SIZE[0]
        assert 0 <= y < SIZE[1]


@pytest.mark.parametrize("closer", [1.0, 1.8, 3.0, 5.5])
@pytest.mark.parametrize("sheet_name", ["europe", "far-east", "north"])
@pytest.mark.parametrize("scale", [1.0, 2.2])
def test_names_never_touch_each_other_nor_the_edge(page: MapPage, sheet_name: str, closer: float, scale: float) -> None:
    kit = Kit(themed(), Typesetter(Faces(fonts_folder()), scale))
    chart = Chart(replace(page, sheet=sheet_name), kit, SIZE)
    chart.whole()
    chart.zoom(closer)
    picture = Picture(chart._sheet, chart.part, ChartColours())
    names = Names(picture, chart.page, kit).placed()
    view = pygame.Rect((0, 0), SIZE)
    assert names
    for place, name in enumerate(names):
        assert view.contains(name.rect)
        assert name.rect.collidelist([other.rect for other in names[place + 1 :]]) < 0


def names_on(page: MapPage, kit: Kit, size: tuple[int, int]) -> set[str]:
    """What is written on the map of a page, in capitals."""
    chart = Chart(page, kit, size)
    drawn(chart)
    picture = Picture(sheet(page.sheet), chart.part, ChartColours())
    return {name.words.upper() for name in Names(picture, page, kit).placed()}


@pytest.mark.parametrize("size", [(910, 525), (1400, 800)])
def test_the_map_of_europe_names_small_states_and_every_capital_in_play(kit: Kit, size: tuple[int, int]) -> None:
    page = replace(map_page(at_work("pact-1939", "poland")), sheet="europe", lit=())
    expected = {"WARSAW", "DANZIG", "ESTONIA", "LATVIA", "LITHUANIA", "POLAND", "GREAT BRITAIN", "MOSCOW", "BERLIN"}
    assert expected <= names_on(page, kit, size)


@pytest.mark.parametrize("language", ["en", "th"])
@pytest.mark.parametrize(
    ("size", "text"), [((461, 324), 1.0), ((896, 526), 1.3), ((1344, 788), 1.5), ((922, 648), 2.6)]
)
def test_states_are_named_on_their_own_land_and_not_where_they_are_masters_over_others(
    yalta: dict[str, MapPage], language: str, size: tuple[int, int], text: float
) -> None:
    kit = Kit(themed(), Typesetter(Faces(fonts_folder()), text))
    page = replace(yalta[language], sheet="far-east", lit=())
    chart = Chart(page, kit, size)
    chart.whole()
    picture = Picture(sheet("far-east"), chart.part, ChartColours())
    names = {name.words.upper(): name for name in Names(picture, page, kit).placed() if name.kind == "state"}
    for state, own in (("china", {"china"}), ("japan", {"japan", "hokkaido", "south-sakhalin", "kuriles"})):
        name = names.get(page.names.states[state].upper())
        assert name is not None or state == "japan"
        if name is not None:
            under = {
                picture.region_at((x, y)) for x in range(name.rect.left, name.rect.right) for y in [name.rect.centery]
            }
            assert under & own
            assert not under & {"korea-north", "korea-south", "manchuria", "outer-mongolia", "soviet-union-main"}


@pytest.fixture(scope="module")
def yalta() -> dict[str, MapPage]:
    found = {}
    for language in ("en", "th"):
        sitting = begin(open_scenario("yalta-1945", language), Plan((("united-states",),)), None).sitting
        while not isinstance(sitting.page, DecisionPage | TablePage):
            sitting.proceed()
        found[language] = map_page(sitting)
    return found


def test_land_of_which_all_is_held_by_others_still_bears_its_name(kit: Kit) -> None:
    page = replace(map_page(at_work("pact-1939", "poland")), sheet="europe", lit=())
    held = {id_: replace(one, occupied_by="germany") for id_, one in page.holdings.items() if one.owner == "poland"}
    assert "POLAND" in names_on(replace(page, holdings={**page.holdings, **held}), kit, (910, 525))


def test_what_its_others_leave_of_a_state_is_not_named_beside_it(kit: Kit, yalta: dict[str, MapPage]) -> None:
    words = names_on(replace(yalta["en"], sheet="far-east", lit=()), kit, (910, 525))
    assert {"CHINA", "MANCHURIA"} <= words
    assert not any(one.startswith("CHINA WITHOUT") for one in words)


def test_many_lit_regions_leave_the_names_of_states_their_room(kit: Kit) -> None:
    page = replace(map_page(at_work("pact-1939", "poland")), sheet="europe")
    eastern = {"lublin-warsaw-strip", "vilnius", "bialystok", "lwow", "suwalki-triangle", "eastern-poland-south"}
    small = names_on(replace(page, lit=(*eastern, "lithuania-south-west", "bessarabia", "latvia")), kit, (458, 328))
    assert {"POLAND", "GERMANY"} <= small
    assert not any(len(words) > 30 for words in small)


@pytest.mark.parametrize("apart", [0.5, 4.0, 20.0])
def test_letters_that_stand_apart_leave_a_gap_between_words(kit: Kit, apart: float) -> None:
    style = Style(SERIF_BOLD, 20, INK, 1.0)
    name = Name("state", "SOVIET UNION", style, 0, 0, pygame.Rect(0, 0, 400, 30), apart)
    lefts = [left for left, _ in spaced_letters(name, kit)]
    between_words = lefts[7] - lefts[5] - kit.type.width("T", style)
    assert between_words >= kit.type.width(" ", style) + 2 * apart - 1


def test_occupied_leased_and_claimed_land_bear_stripes_of_different_patterns(page: MapPage) -> None:
    held = dict(page.holdings)
    held["estonia"] = replace(held["estonia"], occupied_by="soviet-union")
    held["hanko"] = replace(held["hanko"], leased_to="soviet-union")
    held["latvia"] = replace(held["latvia"], zone="soviet-union")
    hatched = tints_of(held, page.lands).hatched
    assert hatched["estonia"].pattern == "rising"
    assert hatched["hanko"].pattern == "crossed"
    assert hatched["latvia"].pattern == "dashed"


# How it is moved


def test_the_wheel_comes_closer_to_what_is_under_the_pointer(chart: Chart) -> None:
    at = middle_of(chart, "germany-soviet-zone")
    there = chart.part.place(at)
    chart.zoom(CLOSER, at)
    assert chart.part.place(at) == pytest.approx(there)


def test_without_a_pointer_the_map_comes_closer_to_the_region_chosen_by_key(chart: Chart) -> None:
    chart.zoom(1.5)
    chart.step(0, 1)
    at = middle_of(chart, chart.chosen)
    chart.zoom(CLOSER)
    assert middle_of(chart, chart.chosen) == pytest.approx(at, abs=1)


def test_arrows_go_from_region_to_region_and_keep_them_in_view(chart: Chart) -> None:
    chart.chosen = "poland"
    seen = set()
    for down, across in ((0, 1), (1, 0), (0, -1), (-1, 0)) * 3:
        chart.step(down, across)
        seen.add(chart.chosen)
        drawn(chart)
        x, y = middle_of(chart, chart.chosen)
        assert 0 <= x < SIZE[0]
        assert 0 <= y < SIZE[1]
    assert len(seen) > 3


def test_what_was_chosen_stays_only_while_the_same_land_is_decided_about(page: MapPage, kit: Kit) -> None:
    chart = Chart(page, kit, SIZE)
    chart.chosen = "hanko"
    chart.show(replace(page, date="later"))
    assert chart.chosen == "hanko"
    chart.show(replace(page, lit=("petsamo",)))
    assert chart.chosen == "", "its card would lie over the land that is decided about now"


def test_on_the_map_with_its_stops_what_was_chosen_stays_from_stop_to_stop(page: MapPage, kit: Kit) -> None:
    stops = (MapStop(0, "5 October 1939", "as it stood"),)
    chart = Chart(replace(page, stops=stops), kit, SIZE)
    chart.chosen = "hanko"
    chart.show(replace(page, stops=stops, lit=("petsamo",)))
    assert chart.chosen == "hanko"


def test_while_it_moves_the_old_picture_is_shifted_and_then_drawn_anew(chart: Chart) -> None:
    chart.zoom(2.0)
    drawn(chart)
    assert chart.waits is None
    chart.drag(40, 25)
    assert chart.waits is not None
    shifted = pygame.Surface(SIZE)
    chart.draw(shifted, (0, 0))
    rested = drawn(chart)
    assert chart.waits is None
    at = (SIZE[0] // 2, SIZE[1] // 2)
    close = [abs(a - b) for a, b in zip(shifted.get_at(at)[:3], rested.get_at(at)[:3], strict=True)]
    assert max(close) < 70


def test_changed_land_fades_into_its_new_colour_and_comes_to_rest(
    chart: Chart, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1000]
    monkeypatch.setattr(pygame.time, "get_ticks", lambda: now[0])
    held = dict(chart.page.holdings)
    held["poland"] = replace(held["poland"], owner="sweden")
    x, y = middle_of(chart, "poland")
    before = drawn(chart)
    near = [(x + across, y + down) for across in range(-40, 41, 4) for down in range(-40, 41, 4)]
    land = [place for place in near if chart._region_at(place) == "poland"]
    chart.show(replace(chart.page, holdings=held))
    half, rested = pygame.Surface(SIZE), pygame.Surface(SIZE)
    chart.draw(half, (0, 0))
    assert chart.waits is not None
    now[0] += 2000
    chart.draw(rested, (0, 0))
    assert chart.waits is None
    assert len(land) > 9
    # Names and lines upon the land stay as they are.
    assert sum(rested.get_at(place) != before.get_at(place) for place in land) > len(land) // 3
    assert sum(rested.get_at(place) != half.get_at(place) for place in land) > len(land) // 3


# In the window


@pytest.fixture
def app(open_app, tmp_path) -> Iterator[object]:
    one = open_app("finland", played="finland-1939")
    sitting = one.shown.play.sitting
    while not isinstance(sitting.page, DecisionPage | TablePage):
        sitting.proceed()
    one._refresh()
    one.draw()
    yield one


def test_a_decision_is_shown_beside_the_map(app) -> None:
    assert [panel.name for panel in app.stage.layout.panels if panel.chart is not None] == ["map"]


def test_where_type_is_large_a_button_leads_to_the_map(app) -> None:
    for _ in range(4):
        app.do("larger")
    app.draw()
    assert app.stage.charts.is_empty
    Mouse(app).do("do:map")
    assert app.stage.screen.place.startswith("map:")


def test_the_map_is_reached_moved_and_left_by_keys_alone(app) -> None:
    keys = Keyboard(app)
    keys.press(pygame.K_F8)
    assert app.stage.screen.place.startswith("map:")
    assert app.stage.focus == "chart:whole-map"
    chart = app.stage.charts.shown(app.stage.layout.panels[0])
    before = chart.part
    keys.press(pygame.K_PLUS, unicode="+")
    assert chart.part.scale > before.scale
    keys.press(pygame.K_RIGHT)
    assert chart.chosen
    keys.press(pygame.K_ESCAPE)
    assert not app.stage.screen.place.startswith("map:")


def test_the_map_is_dragged_and_a_click_chooses(app) -> None:
    app.do("map")
    app.draw()
    panel = app.stage.layout.panels[0]
    chart = app.stage.charts.shown(panel)
    chart.zoom(2.0)
    chart.settle()
    app._dirty = True
    app.draw()
    x, y = panel.chart_area.center
    before = chart.part
    for kind, place in (
        (pygame.MOUSEBUTTONDOWN, (x, y)),
        (pygame.MOUSEMOTION, (x + 30, y + 10)),
        (pygame.MOUSEBUTTONUP, (x + 30, y + 10)),
    ):
        app.handle(pygame.Event(kind, pos=place, button=1, rel=(0, 0), buttons=(1, 0, 0)))
    assert chart.part.left < before.left
    chart.whole()
    chart.settle()
    region = next(id_ for id_ in ("finland-main", "sweden") if inside(chart, middle_of(chart, id_)))
    at = middle_of(chart, region)
    place = (panel.chart_area.left + at[0], panel.chart_area.top + at[1])
    app._dirty = True
    app.draw()
    for kind in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        app.handle(pygame.Event(kind, pos=place, button=1, rel=(0, 0), buttons=(0, 0, 0)))
    assert chart.chosen == region


def test_every_sheet_of_the_map_can_be_opened_by_its_tab(app) -> None:
    app.do("map")
    app.draw()
    mouse = Mouse(app)
    for name in ("europe", "world", "north"):
        mouse.do(f"do:map-sheet:{name}")
        assert app.stage.charts.shown(app.stage.layout.panels[0]).sheet_name == name


@pytest.mark.parametrize(
    ("steps", "shown"), [(("neutrality-pact",), "far-east"), (("arrests",), "europe"), (("trieste", "rhine"), "europe")]
)
def test_news_opens_the_sheet_of_the_land_it_speaks_of(steps: tuple[str, ...], shown: str) -> None:
    scenario = kept_scenario("yalta-1945")
    happened = tuple(Happened(step, "", "", (), ()) for step in steps)
    page = ConsequencePage("", "", Seat(), happened, ())
    sitting: Any = SimpleNamespace(page=page, game=SimpleNamespace(scenario=scenario))
    lit = lit_regions(sitting)
    assert lit
    reader: Any = SimpleNamespace(scenario=scenario)
    assert sheet_for(reader, lit) == shown
