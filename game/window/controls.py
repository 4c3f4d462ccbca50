"""The controls that screens are written with: buttons, numbered cards, meters, ticks.

Each is a function that writes into a flow. What an action does is for whoever made the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import pygame

from game.present.parts import Action, SourceLine
from game.window.flow import SIDE_GAP, Flow, Writer, spot
from game.window.sheet import Box, Disc, Spot, Stroke
from game.window.theme import Colour, Palette


@dataclass(frozen=True, slots=True)
class Button:
    """A button: its action's id, words, the key that does the same, and whether it is the main thing to do.

    What is `spare` may be left out of a bar that has no room for it: it can be reached by its key and from the menu.
    `tip` says what it does to whoever points at it.
    """

    action: str
    label: str
    hint: str = ""
    primary: bool = False
    enabled: bool = True
    why_not: str = ""
    confirm: str = ""
    chosen: bool = False
    spare: bool = False
    tip: str = ""


def button_for(action: Action, *, primary: bool = False) -> Button:
    """The button of a page's action."""
    return Button(
        action.id, action.label, "", primary, enabled=action.enabled, why_not=action.reason, confirm=action.confirm
    )


def buttons(flow: Flow, listed: Sequence[Button], *, dark: bool = False, whole: bool = False, gap: float = 8) -> None:
    """Writes buttons side by side, going on below where the width ends; `whole`: each takes all of it."""
    between, left, top = flow.kit.px(gap), flow.left, flow.top
    tallest = top
    for one in listed:
        width = flow.width if whole else min(_button_width(flow, one), flow.width)
        if left > flow.left and left + width > flow.left + flow.width:
            left, top = flow.left, tallest + between
        bottom = _button(flow, one, pygame.Rect(left, top, width, 0), dark)
        tallest = max(tallest, bottom)
        left += width + between
    if listed:
        flow.top = tallest


def _button_width(flow: Flow, button: Button) -> int:
    words = flow.kit.type.width(button.label, flow.theme.button)
    hint = flow.kit.type.width(button.hint, flow.theme.hint) + flow.kit.px(SIDE_GAP) if button.hint else 0
    return words + hint + 2 * flow.kit.px(13) + 2


def _button(flow: Flow, button: Button, place: pygame.Rect, dark: bool) -> int:
    kit, palette = flow.kit, flow.kit.palette
    ink, fill, edge = _button_colours(flow, button, dark)
    inner = Flow(kit, place.width - 2 * kit.px(13), place.left + kit.px(13), place.top + kit.px(7))
    inner.two_sided(
        button.label,
        flow.theme.button.tinted(ink),
        button.hint,
        flow.theme.hint.tinted(_hint_colour(palette, button, dark)),
    )
    bottom = inner.top + kit.px(7)
    rect = pygame.Rect(place.left, place.top, place.width, bottom - place.top)
    # What does nothing now is told by more than its colour: its edge is broken.
    whole = edge if button.enabled else None
    flow.marks += [Box(rect, fill, whole, kit.px(1), kit.px(kit.spaces.radius)), *inner.marks]
    flow.marks += [] if button.enabled else _broken_edge(flow, rect, ink)
    flow.spots.append(
        Spot(
            f"do:{button.action}",
            rect,
            button.action,
            enabled=button.enabled,
            why_not=button.why_not,
            confirm=button.confirm,
            tip=button.tip,
        )
    )
    return bottom


def _broken_edge(flow: Flow, rect: pygame.Rect, ink: Colour) -> list[Stroke]:
    """The edge of a button that does nothing now, in dashes."""
    dash, thick = flow.kit.px(5), flow.kit.px(1)
    right, bottom = rect.right - 1, rect.bottom - 1
    across = [(left, min(left + dash, right)) for left in range(rect.left + dash, right - dash, 2 * dash)]
    down = [(top, min(top + dash, bottom)) for top in range(rect.top + dash, bottom - dash, 2 * dash)]
    level = [((left, y), (end, y)) for left, end in across for y in (rect.top, bottom)]
    upright = [((x, top), (x, end)) for top, end in down for x in (rect.left, right)]
    return [Stroke(ends, ink, thick) for ends in (*level, *upright)]


def _hint_colour(palette: Palette, button: Button, dark: bool) -> Colour:
    if dark:
        return palette.quiet if button.primary and button.enabled else palette.desk_quiet
    return palette.fold if button.enabled and (button.primary or button.chosen) else palette.quiet


def _button_colours(flow: Flow, button: Button, dark: bool) -> tuple[Colour, Colour, Colour]:
    palette = flow.kit.palette
    if dark and not button.enabled:
        return palette.desk_quiet, palette.desk, palette.desk_light
    if dark and button.primary:
        return palette.ink, palette.paper, palette.paper
    if dark:
        return palette.desk_ink, palette.desk_light, palette.desk_quiet
    if not button.enabled:
        return palette.quiet, palette.paper, palette.line
    if button.primary or button.chosen:
        return palette.sheet, palette.blue, palette.blue
    return palette.ink, palette.sheet, palette.quiet


def numbered_card(flow: Flow, number: int, place: Spot, write: Writer, *, chosen: bool = False) -> None:
    """Writes a card with a number that is also its key."""
    palette = flow.kit.palette
    enabled = place.enabled
    edge = palette.blue if chosen else palette.line
    with flow.card(palette.sheet if enabled else palette.paper, edge, place, thickness=2 if chosen else 1):
        badge(flow, number, palette.blue if enabled else palette.quiet)
        with flow.inset(left=flow.kit.px(36)):
            write(flow)


def badge(flow: Flow, number: int, fill: Colour) -> None:
    """Draws a number in a disc at the left, beside what is written next."""
    kit = flow.kit
    radius = kit.px(12)
    centre = (flow.left + radius, flow.top + radius)
    flow.marks.append(Disc(centre, radius, fill))
    style = flow.theme.number.tinted(kit.palette.sheet)
    inner = Flow(kit, 2 * radius, flow.left, centre[1] - kit.type.step(style) // 2)
    inner.text(str(number), style, "centre")
    flow.marks += inner.marks


def meter(
    flow: Flow,
    share: float,
    *,
    begin: float = 0,
    tick: float | None = None,
    fill: Colour | None = None,
    tall: float = 8,
) -> None:
    """Draws a bar from 0 to 100, filled from `begin` to a share; `tick` marks a number on it."""
    kit, palette = flow.kit, flow.kit.palette
    height = kit.px(tall)
    whole = pygame.Rect(flow.left, flow.top + kit.px(3), flow.width, height)
    left, right = (round(whole.width * min(max(number, 0), 100) / 100) for number in (begin, share))
    flow.marks.append(Box(whole, palette.fold, palette.line, 1, height // 2))
    if right > left:
        part = pygame.Rect(whole.left + left, whole.top, max(right - left, height), height)
        flow.marks.append(Box(part, fill or palette.blue, None, 1, height // 2))
    if tick is not None:
        at = whole.left + round(whole.width * min(max(tick, 0), 100) / 100)
        line = pygame.Rect(at - kit.px(1), whole.top - kit.px(3), kit.px(3), height + kit.px(6))
        flow.marks.append(Box(line, palette.ink))
    flow.top = whole.bottom + kit.px(3)


def choice_row(
    flow: Flow,
    key: str,
    action: str,
    chosen: bool,
    write: Writer,
    *,
    square: bool,
    digit: int = 0,
    enabled: bool = True,
    why_not: str = "",
    group: str = "",
) -> None:
    """Writes one of several to pick: a ring (one of them) or a box (any of them), filled where chosen."""
    kit, palette = flow.kit, flow.kit.palette
    edge = palette.blue if chosen else palette.line
    place = replace(spot(key, action, enabled=enabled, why_not=why_not, digit=digit), group=group)
    with flow.card(palette.sheet, edge, place, pad=9, thickness=2 if chosen else 1):
        size = kit.px(15)
        rect = pygame.Rect(flow.left, flow.top + kit.px(4), size, size)
        tick(flow, rect, chosen=chosen, square=square)
        with flow.inset(left=kit.px(26)):
            write(flow)


def stepper(flow: Flow, key: str, label: str, value: str, less: str, more: str) -> None:
    """Writes a setting: its name, and its value between two arrows; Enter and the right arrow key do `more`."""
    kit = flow.kit
    place = replace(spot(key, more), left=less, right=more)
    with flow.card(kit.palette.sheet, kit.palette.line, place, pad=9):
        inner: list[Writer] = [
            lambda cell: cell.text(label, cell.theme.small),
            lambda cell: _stepped(cell, key, value, less, more),
        ]
        flow.row([(0.42, inner[0]), (0.58, inner[1])])


def _stepped(flow: Flow, key: str, value: str, less: str, more: str) -> None:
    kit = flow.kit
    side = kit.px(24)
    top = flow.top
    arrow(flow, pygame.Rect(flow.left, top, side, side), f"{key}:less", less, key, "‹")
    arrow(flow, pygame.Rect(flow.left + flow.width - side, top, side, side), f"{key}:more", more, key, "›")
    with flow.inset(left=side + kit.px(6), right=side + kit.px(6)):
        flow.gap(1)
        flow.text(value, flow.theme.strong, "centre")
    flow.top = max(flow.top, top + side)


def arrow(flow: Flow, rect: pygame.Rect, key: str, action: str, owner: str, sign: str, *, enabled: bool = True) -> None:
    """Draws a small button for the mouse alone, since arrow keys on its owner do the same; at an end, an empty one."""
    kit, palette = flow.kit, flow.kit.palette
    flow.marks.append(Box(rect, palette.paper, palette.quiet if enabled else palette.line, 1, kit.px(4)))
    inner = Flow(kit, rect.width, rect.left, rect.top + (rect.height - kit.type.step(flow.theme.number)) // 2)
    inner.text(sign if enabled else "", flow.theme.number, "centre")
    flow.marks += inner.marks
    flow.spots.append(Spot(key, rect, action, by_mouse=True, owner=owner, enabled=enabled))


def tick(flow: Flow, rect: pygame.Rect, *, chosen: bool, square: bool) -> None:
    """Draws the ring or box of something to pick, filled where it is chosen."""
    kit, palette = flow.kit, flow.kit.palette
    inner = rect.inflate(-kit.px(7), -kit.px(7))
    if square:
        flow.marks.append(Box(rect, palette.sheet, palette.quiet, kit.px(1.5), kit.px(2)))
        flow.marks += [Box(inner, palette.blue)] if chosen else []
        return
    flow.marks.append(Disc(rect.center, rect.width // 2, palette.sheet, palette.quiet, kit.px(1.5)))
    flow.marks += [Disc(rect.center, inner.width // 2, palette.blue)] if chosen else []


def sources(flow: Flow, lines: Iterable[SourceLine]) -> None:
    """Writes sources as a list."""
    for number, line in enumerate(lines):
        if number:
            flow.gap(6)
        flow.text(line.words, flow.theme.small)


def part(flow: Flow, heading: str, *, first: bool = False) -> None:
    """Begins a part of a panel under a small heading."""
    if not first:
        flow.gap(18)
    flow.label(heading)
