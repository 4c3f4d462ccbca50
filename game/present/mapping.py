"""The page of the map: how land stands for the viewer now or earlier, what is lit, and the names written on it.

Earlier states are those of the game's own path, seen with the viewer's eyes of that time. Nothing here draws.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.present.atlas import SHEETS, closest, is_seen_at_once, sheet
from game.present.dates import date_words
from game.present.holdings import Claim, Holding, changed, holdings, standings
from game.present.page import ConsequencePage, DecisionPage, Seat, TablePage
from game.present.parts import Prose
from game.present.quantities import party_inside
from game.present.reader import Reader
from game.scenario.demands import demands_of_table, regions_of_issue, regions_of_step
from game.scenario.table_rules import Resume

if TYPE_CHECKING:
    from game.engine.views import TableView
    from game.present.sitting import Sitting
    from game.present.speech import Speech
    from game.scenario.model import Scenario


@dataclass(frozen=True, slots=True)
class MapNames:
    """What is written on the map beside regions, by id."""

    cities: Mapping[str, str]
    seas: Mapping[str, str]
    lands: Mapping[str, str]
    states: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class MapStop:
    """A moment at which land changed hands; `seq` is the entry after which it stood so, `words` what changed."""

    seq: int
    date: str
    words: Prose


@dataclass(frozen=True, slots=True)
class MapPage:
    """The map for one viewer. `lit` are the regions that are being decided about, `at` the stop that is shown."""

    title: str
    seat: Seat
    date: str
    sheet: str
    holdings: Mapping[str, Holding]
    lit: tuple[str, ...]
    names: MapNames
    lands: Mapping[str, str]
    """Whose the lands are that are no regions."""
    listed: tuple[str, ...] = ()
    """The regions of the scenario's own."""
    stops: tuple[MapStop, ...] = ()
    at: int = -1


def has_map(scenario: Scenario) -> bool:
    """Whether any region of the scenario's own lies on a sheet; without one there is nothing to show."""
    return any(sheet(name).has(region) for name in SHEETS for region in scenario.regions)


def map_page(sitting: Sitting, *, issue: str = "") -> MapPage:
    """Makes the page of the map as it stands now; with an `issue` of the table, only its regions are lit.

    Raises:
        MoveRefused: while the machine is being handed over.
    """
    reader = sitting.reader
    step = sitting.game.step
    claims = _claims(reader, reader.view.table)
    lit = lit_regions(sitting, issue)
    return MapPage(
        title=reader.speech("map.title"),
        seat=reader.whose,
        date=date_words(reader.speech, step.date if step else reader.scenario.last_date),
        sheet=sheet_for(reader, lit or _touched(sitting)),
        holdings=holdings(reader, claims),
        lit=lit,
        names=map_names(reader.speech),
        lands=reader.scenario.catalogue.lands,
        listed=tuple(reader.scenario.regions),
    )


def map_so_far(sitting: Sitting, at: int = -1) -> MapPage:
    """Makes the page of the map with every earlier state of this game; `at` is the stop to show, the last by default.

    Raises:
        MoveRefused: while the machine is being handed over.
    """
    page, found = map_page(sitting), _stops(sitting)
    stops = tuple(stop for stop, _ in found)
    place = at if 0 <= at < len(stops) else len(stops) - 1
    if place == len(stops) - 1:
        return replace(page, stops=stops, at=place)
    stop, held = found[place]
    return replace(page, date=stop.date, holdings=held, lit=(), stops=stops, at=place)


def lit_regions(sitting: Sitting, issue: str = "") -> tuple[str, ...]:
    """The regions that the decision or table at hand touches, or one issue of it; of news, those it speaks of."""
    page, scenario = sitting.page, sitting.game.scenario
    if isinstance(page, ConsequencePage):
        return tuple(dict.fromkeys(region for one in page.happened for region in scenario.map.spoken_of(one.step)))
    if isinstance(page, DecisionPage):
        return regions_of_step(scenario, scenario.steps[page.step])
    if not isinstance(page, TablePage):
        return ()
    body = scenario.steps[page.step].body
    opened = body.table if isinstance(body, Resume) else page.step
    return regions_of_issue(scenario, opened, issue) if issue else regions_of_step(scenario, scenario.steps[opened])


def _touched(sitting: Sitting) -> tuple[str, ...]:
    """The regions that what news tells of may have changed, whether it did or not."""
    page, scenario = sitting.page, sitting.game.scenario
    happened = page.happened if isinstance(page, ConsequencePage) else ()
    steps = (scenario.steps[one.step] for one in happened if one.step in scenario.steps)
    return tuple(dict.fromkeys(region for step in steps for region in regions_of_step(scenario, step)))


def lit_anew(sitting: Sitting, page: MapPage, lit: tuple[str, ...]) -> MapPage:
    """The same map with other regions lit, on the sheet that shows them; as it is where there are none."""
    return replace(page, lit=lit, sheet=sheet_for(sitting.reader, lit)) if lit else page


def sheet_for(reader: Reader, lit: tuple[str, ...]) -> str:
    """Names the sheet to open: the file's own if it shows at once what is lit, else the closest that does.

    Where nothing is lit, it is to show what the file lists. What lies far from the file's own sheet is left out, unless
    it is most of it: a page of a conference in Europe is not to show the world for a harbour in Asia.
    """
    own = reader.scenario.map.sheet
    wanted = lit or tuple(reader.scenario.regions)
    if own:
        here = tuple(region for region in wanted if sheet(own).has(region))
        wanted = here if 2 * len(here) >= len(wanted) else wanted
        if wanted == here and is_seen_at_once(sheet(own), wanted):
            return own
    return closest(wanted)


def map_names(speech: Speech) -> MapNames:
    """The names of what lies on the map, in a language."""

    found: dict[str, dict[str, str]] = {"city": {}, "sea": {}, "land": {}, "state": {}}
    for key, words in speech.sentences.items():
        if key.startswith("map."):
            kind, _, named = key.removeprefix("map.").partition(".")
            if named and kind in found:
                found[kind][named] = words
    return MapNames(found["city"], found["sea"], found["land"], found["state"])


def change_lines(reader: Reader, before: Mapping[str, Holding], now: Mapping[str, Holding]) -> Prose:
    """Tells in words what changed on the map between two states, a line for each region that stands otherwise."""
    between = reader.speech("terms.between")
    return tuple(between.join(_changes(reader, before[region], now[region])) for region in changed(before, now))


def _changes(reader: Reader, before: Holding, now: Holding) -> tuple[str, ...]:
    def told(key: str, party: str) -> str:
        speech = reader.speech
        return speech(
            f"map.changed.{key}", region=now.name, party=party_inside(reader.scenario, speech, party) if party else ""
        )

    lines = []
    if before.owner != now.owner:
        lines.append(told("owner" if now.owner else "nobody", now.owner))
    taken = before.occupied_by != now.occupied_by and now.occupied_by != now.owner
    if taken and (now.occupied_by or before.owner == now.owner):
        lines.append(told("occupied" if now.occupied_by else "freed", now.occupied_by))
    if before.leased_to != now.leased_to:
        lines.append(told("leased" if now.leased_to else "returned", now.leased_to))
    if before.zone != now.zone and now.zone:
        lines.append(told("zone", now.zone))
    return tuple(lines)


def _stops(sitting: Sitting) -> list[tuple[MapStop, dict[str, Holding]]]:
    """Every state that the viewer's map had on this path, from the first morning on."""
    reader, game = sitting.reader, sitting.game
    found: list[tuple[MapStop, dict[str, Holding]]] = []
    seqs = dict.fromkeys((0, *(entry.seq for entry in game.path)))
    for seq in seqs:
        then = game.elsewhere(seq)
        seen = Reader(reader.scenario, then.view(reader.seat), reader.speech)
        if found and not changed(found[-1][1], standings(seen)):
            continue
        held = holdings(seen)
        words = change_lines(seen, found[-1][1], held) if found else ()
        step = then.step
        date = date_words(reader.speech, step.date if step and found else reader.scenario.first_date)
        found.append((MapStop(seq, date, words), held))
    return found


def _claims(reader: Reader, table: TableView | None) -> dict[str, tuple[Claim, ...]]:
    """What the last packages of those at the table would make of land, by region."""
    if table is None:
        return {}
    found: dict[str, list[Claim]] = {}
    demanded = demands_of_table(reader.scenario, table.step)
    for by, terms in table.positions.items():
        for issue, option in terms.items():
            for demand in demanded[issue].get(option, ()):
                found.setdefault(demand.region, []).append(Claim(by, demand.party))
    return {region: tuple(claims) for region, claims in found.items()}
