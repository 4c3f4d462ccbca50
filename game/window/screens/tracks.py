"""Signs of those at a table, and where they stand on an issue: a line of its options, drawn to be read without colour.

The line has a stop for each option; above it stand the others, below it what we last offered, on it our next offer,
which can be dragged along it. Smaller signs are earlier offers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pygame

from game.present.offered import Offered, on_issue
from game.present.page import TablePage
from game.present.table_parts import IssueLine
from game.window.controls import arrow
from game.window.flow import Flow
from game.window.sheet import Box, Disc, Mark, Spot, Stroke
from game.window.theme import Style

OWN, NEXT = "own", "next"
_SHAPES = ("falling", "square", "diamond", "rising")
HEIGHT = 34
_MOST_MOVES = 24


def shapes_of(page: TablePage) -> Mapping[str, str]:
    """The sign of everybody at a table: a ring for ourselves, another shape for each of the others."""
    positions = page.issues[0].positions if page.issues else ()
    others = [position.party for position in positions if not position.own]
    shapes = {party: _SHAPES[place % len(_SHAPES)] for place, party in enumerate(others)}
    return shapes | {position.party: OWN for position in positions if position.own}


def sign(flow: Flow, shape: str, centre: tuple[int, int], size: float = 5.5) -> list[Mark]:
    """Draws a sign around a place; `size` is half its height in pixels of the 1280 × 720 layout."""
    palette, reach = flow.kit.palette, flow.kit.px(size)
    x, y = centre
    if shape == NEXT:
        return [Disc(centre, reach, palette.blue)]
    if shape == OWN:
        return [Disc(centre, reach, palette.sheet, palette.blue, max(1, flow.kit.px(size / 3)))]
    if shape == "square":
        return [Box(pygame.Rect(x - reach, y - reach, 2 * reach, 2 * reach), palette.accent)]
    corners = {
        "falling": ((x - reach, y - reach), (x + reach, y - reach), (x, y + reach)),
        "rising": ((x - reach, y + reach), (x + reach, y + reach), (x, y - reach)),
        "diamond": ((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)),
    }[shape]
    return [Stroke((*corners, corners[0]), palette.accent, 1, filled=True)]


def signed(flow: Flow, shapes: Sequence[str], text: str, write: str = "small") -> None:
    """Writes words behind signs, small enough that none is torn; `write` names the style."""
    style: Style = getattr(flow.theme, write)
    step = flow.kit.px(14)
    top = flow.top
    with flow.inset(left=step * len(shapes)):
        style = untorn(flow, text, style)
        flow.text(text, style)
    for place, shape in enumerate(shapes):
        centre = (flow.left + step * place + flow.kit.px(5), top + flow.kit.type.step(style) // 2)
        flow.marks += sign(flow, shape, centre, 4.5)


def untorn(flow: Flow, text: str, style: Style) -> Style:
    """A style small enough for the longest word to fit on a line."""
    longest = flow.kit.type.longest(text, style)
    # A little less, since a word that nearly fills a line is cut as well.
    return style if longest <= flow.width else style._replace(size=0.96 * style.size * flow.width / longest)


def write_track(flow: Flow, page: TablePage, issue: IssueLine, chosen: str, offers: tuple[Offered, ...]) -> None:
    """Writes the line of an issue's options between two arrows, with our next offer on it."""
    kit, owner = flow.kit, f"issue:{issue.id}"
    side, top = kit.px(22), flow.top + kit.px(6)
    ways = [*([] if page.whole else [""]), *(option.id for option in issue.options)]
    for by, place, name in ((-1, flow.left, "‹"), (1, flow.left + flow.width - side, "›")):
        rect = pygame.Rect(place, top, side, side)
        # Arrow keys on the row do the same, so these are for the mouse alone.
        key, ends = f"arrow:{issue.id}:{by}", ways[0 if by < 0 else -1]
        arrow(flow, rect, key, f"step:{issue.id}:{by}", owner, name, enabled=chosen != ends)
    line = pygame.Rect(flow.left + side, top, max(1, flow.width - 2 * side), side)
    stops = _stops(flow, issue, line)
    _draw_line(flow, issue, stops, line)
    for place, (party, option) in enumerate(moves := on_issue(offers, issue.id)):
        later = any(other == party for other, _ in moves[place + 1 :])
        _draw_offer(flow, page, party, stops.get(option), line, earlier=later)
    for option, x in stops.items():
        rect = pygame.Rect(0, 0, max(1, line.width // max(1, len(stops))), kit.px(HEIGHT))
        rect.center = (x, line.centery)
        # The first and the last stop end where the arrows begin, or half an arrow would jump to the end of the line.
        rect = rect.clip(line.left, rect.top, line.width, rect.height)
        words = issue.option(option)
        stop = Spot(f"stop:{issue.id}:{option}", rect, f"draft:{issue.id}:{option}", by_mouse=True, owner=owner)
        flow.spots.append(replace(stop, slides=issue.id, tip=words.text if words else ""))
    if chosen in stops:
        flow.marks += sign(flow, NEXT, (stops[chosen], line.centery), 6.5)
    flow.top = top - kit.px(6) + kit.px(HEIGHT)


def _stops(flow: Flow, issue: IssueLine, line: pygame.Rect) -> dict[str, int]:
    room, number = line.width - 2 * flow.kit.px(14), len(issue.options)
    step = room / max(1, number - 1)
    return {one.id: line.left + flow.kit.px(14) + round(step * place) for place, one in enumerate(issue.options)}


def _draw_line(flow: Flow, issue: IssueLine, stops: Mapping[str, int], line: pygame.Rect) -> None:
    """Draws the line and its stops; the one that holds if the issue stays open is a double stroke."""
    kit, y = flow.kit, line.centery
    ends = list(stops.values())
    flow.marks.append(Stroke(((ends[0], y), (ends[-1], y)), kit.palette.quiet, kit.px(1)))
    for option, x in stops.items():
        half, aside = kit.px(4), kit.px(2)
        for at in (x - aside, x + aside) if option == issue.unsettled else (x,):
            flow.marks.append(Stroke(((at, y - half), (at, y + half)), kit.palette.quiet, kit.px(1)))


def _draw_offer(flow: Flow, page: TablePage, party: str, x: int | None, line: pygame.Rect, *, earlier: bool) -> None:
    """Draws one side's offer: our own beneath the line, the others' above it, each a little aside of the next."""
    if x is None:
        return
    kit, shapes = flow.kit, shapes_of(page)
    shape = shapes.get(party, OWN)
    others = [one for one in shapes if shapes[one] != OWN]
    aside = 0 if shape == OWN else kit.px(11) * (2 * others.index(party) - len(others) + 1) // 2
    away = kit.px(12) if shape == OWN else -kit.px(11)
    flow.marks += sign(flow, shape, (x + aside, line.centery + away), 2 if earlier else 4.5)


def write_signs(flow: Flow, sides: Sequence[tuple[str, str]], write: str = "note") -> None:
    """Writes signs and who has each, side by side as far as there is room; `write` names the style."""
    left, below, kit, style = flow.left, flow.top, flow.kit, getattr(flow.theme, write)
    for shape, name in sides:
        width = kit.type.width(name, style) + kit.px(15)
        if left > flow.left and left + width > flow.left + flow.width:
            left, flow.top = flow.left, below
        inner = Flow(kit, min(width, flow.width), left, flow.top)
        signed(inner, (shape,), name, write)
        flow.marks += inner.marks
        left, below = left + width + kit.px(14), inner.top
    flow.top = below


def write_course(flow: Flow, page: TablePage, issue: IssueLine, option: str, offers: tuple[Offered, ...]) -> None:
    """Writes by whom and when an option was asked for: a place for every change of mind, the newest last."""
    moves = on_issue(offers, issue.id)[-_MOST_MOVES:]
    if all(asked != option for _, asked in moves):
        return
    kit, shapes = flow.kit, shapes_of(page)
    room = min(kit.px(22), flow.width // len(moves))
    y = flow.top + kit.px(9)
    ends = ((flow.left, y), (flow.left + room * len(moves), y))
    flow.marks.append(Stroke(ends, kit.palette.line, kit.px(0.7)))
    for place, (party, asked) in enumerate(moves):
        x = flow.left + room * place + room // 2
        if asked == option:
            flow.marks += sign(flow, shapes.get(party, OWN), (x, y), 4.5)
    flow.top += kit.px(18)
