"""The map on a page: a panel beside a decision, and a page of its own with what changed and when, and the key."""

from __future__ import annotations

import pygame

from game.present.atlas import SHEETS, sheet
from game.present.map_colours import on_paper
from game.present.mapping import MapPage
from game.present.speech import Speech
from game.window.chart.picture import Pattern
from game.window.chart.tints import PATTERNS
from game.window.charts import ACTION
from game.window.controls import Button, buttons, part
from game.window.flow import Flow, spot
from game.window.screen import Column, Panel, Screen
from game.window.screens.around import Around, back_bar, over_title
from game.window.sheet import Box, Stroke

LEAST = 1080
"""From this width on, in pixels of the 1280 × 720 layout, a page has room for a map beside its text."""


def map_column(page: MapPage | None, speech: Speech, share: float) -> tuple[Column, ...]:
    """The map as a column of a page; where there is no room, the button that leads to its own page. None: no map."""
    if page is None:
        return ()

    def write_head(flow: Flow) -> None:
        larger = Button("map", speech("map.larger"), "F8")
        buttons(flow, (*_moving(speech), larger), gap=5)
        flow.gap(7)

    panel = Panel("map", _nothing, tight=True, head=write_head, tab=speech("map.title"), chart=page, enters="map")
    return (Column((panel,), share, aside=Button("map", speech("map.title"), "F8"), least=LEAST),)


def small_map(page: MapPage | None, tab: str = "", share: float = 1.0) -> tuple[Panel, ...]:
    """The map as one of the panels of a column, without buttons of its own; Enter on it opens its page."""
    if page is None:
        return ()
    return (Panel("map", _nothing, tight=True, chart=page, enters="map", tab=tab, share=share),)


def map_screen(page: MapPage, around: Around) -> Screen:
    """The map on a page of its own."""
    speech = around.speech

    def write_head(flow: Flow) -> None:
        tabs = [
            Button(f"map-sheet:{name}", speech(f"map.sheet.{name}"), chosen=name == page.sheet)
            for name in SHEETS
            if _is_wanted(page, name)
        ]
        buttons(flow, (*tabs, *_moving(speech)), gap=5)
        flow.gap(7)

    def write_side(flow: Flow) -> None:
        _write_stops(flow, page, speech)
        part(flow, speech("map.key"))
        for tenure, pattern in PATTERNS.items():
            _swatch(flow, pattern, speech(f"map.key.{tenure}"))
            flow.gap(5)
        for key in ("ring", "lit"):
            flow.text(speech(f"map.key.{key}"), flow.theme.small)
            flow.gap(4)
        flow.gap(4)
        flow.text(speech("map.hint"), flow.theme.quiet_italic)
        flow.gap(4)
        flow.text(speech("map.approximate"), flow.theme.footnote)

    chart = Panel("whole-map", _nothing, tight=True, head=write_head, chart=page)
    side = Panel("map-key", write_side)
    return Screen(
        place=f"map:{page.seat.party}",
        title=page.title,
        over_title=over_title(around, page.seat),
        date=page.date,
        columns=(
            Column((chart,), 0.76),
            Column((side,), 0.24, aside=Button("history", speech("window.history"), "F5")),
        ),
        bar=back_bar(around),
        first=f"{ACTION}:whole-map",
        escape="back",
    )


def _write_stops(flow: Flow, page: MapPage, speech: Speech) -> None:
    """The moments at which land changed hands; each can be gone to."""
    part(flow, speech("map.changes"), first=True)
    for place, stop in enumerate(page.stops):
        flow.gap(6 if place else 2)
        chosen = place == page.at
        edge = flow.kit.palette.accent if chosen else None
        with flow.card(spot=spot(f"stop:{place}", f"map-at:{place}"), pad=8, edge=edge, thickness=2 if chosen else 1):
            flow.text(stop.date, flow.theme.label)
            flow.text(speech("map.start") if not place else "", flow.theme.small)
            for words in stop.words:
                flow.text(words, flow.theme.small)


def _swatch(flow: Flow, pattern: Pattern, words: str) -> None:
    """A small piece of striped land, and what its stripes mean."""
    kit = flow.kit
    box = pygame.Rect(flow.left, flow.top + kit.px(3), kit.px(34), kit.px(20))
    flow.marks.append(Box(box, on_paper("poland"), kit.palette.ink))
    ink = on_paper("soviet-union", 1.0)
    flow.marks += [Stroke(line, ink, kit.px(2)) for line in _stripes(box.inflate(-4, -4), pattern)]
    below = box.bottom
    with flow.inset(left=box.width + kit.px(10)):
        flow.text(words, flow.theme.small)
    flow.top = max(flow.top, below)


def _stripes(box: pygame.Rect, pattern: Pattern) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    apart, high = max(5, box.width // 4), box.height
    starts = range(box.left, box.right - high + 1, apart)
    rising = [((left, box.bottom - 1), (left + high - 1, box.top)) for left in starts]
    falling = [((left, box.top), (left + high - 1, box.bottom - 1)) for left in starts]
    if pattern == "dashed":
        tops = range(box.top + 2, box.bottom, max(4, high // 3))
        lefts = range(box.left, box.right - 2, apart)
        return [((left, top), (left + apart // 2, top)) for top in tops for left in lefts]
    return {"rising": rising, "falling": falling, "crossed": [*rising, *falling]}[pattern]


def _moving(speech: Speech) -> tuple[Button, ...]:
    return (
        Button(f"{ACTION}:closer", "+"),
        Button(f"{ACTION}:farther", "−"),
        Button(f"{ACTION}:whole", speech("map.whole")),
    )


def _is_wanted(page: MapPage, name: str) -> bool:
    """Whether a sheet shows anything of the scenario's own."""
    return any(sheet(name).has(region) for region in page.listed) or name in ("europe", "world")


def _nothing(flow: Flow) -> None:
    """What a panel writes that shows a map instead."""
