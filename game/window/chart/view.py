"""A map alive in a panel: moving and coming closer, what is pointed at or chosen by key, and changes that fade in.

While it moves, the picture that is there is shifted; it is drawn anew once it rests. Nothing here knows screens or
plays: a page says how land stands, and a stage hands over what mouse and keys do.
"""

from __future__ import annotations

import math

import pygame

from game.present.atlas import Place, places_of, sheet
from game.present.mapping import MapPage
from game.window.chart.lettering import HALO, Name, draw_names
from game.window.chart.names import Names
from game.window.chart.part import Part, about
from game.window.chart.picture import ChartColours, Picture
from game.window.chart.tints import tints_of
from game.window.flow import Flow, Kit
from game.window.painter import paint, rounded

RESTS_AFTER = 110
"""How long the map stays as it is before it is drawn anew, in milliseconds."""
FADES_FOR = 450
"""How long a change of owners takes to show, in milliseconds."""
MOST_KEPT = 6
_SMALL = 300_000
"""A map of at most so many pixels is small."""
_STRIDE = 0.18
"""The share of the panel that the map moves by when no region lies further on."""


class Chart:
    """One map in a panel of one size."""

    def __init__(self, page: MapPage, kit: Kit, size: tuple[int, int]) -> None:
        self.page, self.kit, self.size = page, kit, size
        self.chosen = ""
        self._hovered = ""
        self._pointer: tuple[int, int] | None = None
        self._sheet = sheet(page.sheet)
        self.part = self._first_part()
        self._picture: Picture | None = None
        self._kept: dict[tuple[str, Part], Picture] = {}
        self._drawn: pygame.Surface | None = None
        self._drawn_part = self.part
        self._names: tuple[Name, ...] = ()
        self._moved_at = 0
        self._before: pygame.Surface | None = None
        self._page_before: MapPage | None = None
        self._faded_from = 0

    # What it shows

    @property
    def sheet_name(self) -> str:
        """The sheet that is shown."""
        return self._sheet.name

    @property
    def named(self) -> str:
        """The region that is pointed at, else the one that was chosen by key; empty for none."""
        return self._hovered or self.chosen

    @property
    def waits(self) -> int | None:
        """In how many milliseconds it wants to be drawn again; None while it is at rest."""
        if self._before is not None:
            return 15
        if self._drawn is not None and self.part != self._drawn_part:
            return max(1, RESTS_AFTER - (pygame.time.get_ticks() - self._moved_at))
        return None

    @property
    def _has_rested(self) -> bool:
        """Whether it has stayed where it is long enough to be drawn anew."""
        return pygame.time.get_ticks() - self._moved_at >= RESTS_AFTER

    def show(self, page: MapPage, *, fades: bool = True) -> None:
        """Takes over another page: what is lit is brought into view, and changed land fades into its new colour."""
        if page == self.page:
            return
        if not self.keeps_choice(page):
            self.chosen = ""
        before, self.page = self.page, page
        if page.sheet != before.sheet or (page.lit and page.lit != before.lit):
            self.show_sheet(page.sheet)
        self._drawn = None
        self._page_before = before if fades and self.kit.theme.moves and page.holdings != before.holdings else None

    def keeps_choice(self, page: MapPage) -> bool:
        """Whether what was chosen stays so on a page: on the map with its stops, and while the same land is lit."""
        return bool(page.stops) or (page.sheet, page.lit) == (self.page.sheet, self.page.lit)

    def show_sheet(self, name: str) -> None:
        """Goes to a sheet: to what is lit there, else to all of it."""
        self._sheet = sheet(name)
        self._picture, self._drawn, self._before, self._hovered = None, None, None, ""
        self.part = self._first_part()

    # Moving

    def drag(self, right: int, down: int) -> None:
        """Moves the map by pixels."""
        self._go(self.part.moved(right, down))

    def zoom(self, times: float, at: tuple[int, int] | None = None) -> None:
        """Comes closer to a place of the panel, or goes farther off; without a place, to the region chosen by key."""
        self._go(self.part.zoomed(times, at or self._chosen_place()))

    def whole(self) -> None:
        """Shows as much of the sheet as there is room for, about what is in the middle now."""
        self._go(self.part.zoomed(1e-6, (self.size[0] / 2, self.size[1] / 2)))

    def settle(self) -> None:
        """Draws at once what would be drawn when the map rests, and ends what fades."""
        self._before = None
        if self.part != self._drawn_part:
            self._drawn = None

    def rest(self) -> None:
        """Keeps no more than what is seen, while it is not."""
        self._picture, self._before = None, None
        self._kept.clear()

    # Pointing and choosing

    def point(self, place: tuple[int, int] | None) -> bool:
        """Moves the pointer over the panel, or away from it; tells whether another region is named."""
        before, self._pointer = self._hovered, place
        self._hovered = self._region_at(place) if place is not None else ""
        return before != self._hovered

    def choose(self, place: tuple[int, int]) -> None:
        """Chooses the region at a place, or none."""
        self.chosen = self._region_at(place)

    def step(self, down: int, across: int) -> None:
        """Goes by an arrow to the next region in that direction; where there is none, the map moves on."""
        found = self._nearest(down, across)
        if found:
            self.chosen, self._hovered = found, ""
            self._bring_into_view(found)
        else:
            stride = (round(self.size[0] * _STRIDE), round(self.size[1] * _STRIDE))
            self.drag(-across * stride[0], -down * stride[1])

    # Drawing

    def draw(self, surface: pygame.Surface, at: tuple[int, int]) -> None:
        """Draws the map with its left upper corner at a place."""
        frame = pygame.Rect(at, self.size)
        kept = surface.get_clip()
        surface.set_clip(frame.clip(kept))
        if self._drawn is None or (self.part != self._drawn_part and self._has_rested):
            self._draw_anew()
        assert self._drawn is not None
        if self.part == self._drawn_part:
            surface.blit(self._drawn, at)
        else:
            self._shift(surface, frame)
        self._fade(surface, at)
        self._tell(surface, frame)
        surface.set_clip(kept)

    def _draw_anew(self) -> None:
        self._picture = self._picture_of(self.part)
        if self._page_before is not None:
            # What changes is seen changing where it lies: first as it stood, in the part that is shown now.
            self._before = self._picture.tinted(tints_of(self._page_before.holdings, self.page.lands, self.page.lit))
            self._page_before, self._faded_from = None, pygame.time.get_ticks()
        self._drawn = self._picture.tinted(tints_of(self.page.holdings, self.page.lands, self.page.lit))
        self._names = Names(self._picture, self.page, self.kit).placed()
        self._mark_places(self._drawn)
        draw_names(self._drawn, self._names, self.kit)
        self._drawn_part = self.part

    def _picture_of(self, part: Part) -> Picture:
        """The picture of a part; a small map keeps the last few, for it goes to and fro between the same places."""
        key = (self._sheet.name, part)
        found = self._kept.pop(key, None) or Picture(self._sheet, part, ChartColours())
        self._kept[key] = found
        few = MOST_KEPT if self.size[0] * self.size[1] <= _SMALL else 1
        while len(self._kept) > few:
            del self._kept[next(iter(self._kept))]
        return found

    def _mark_places(self, drawn: pygame.Surface) -> None:
        """Draws regions that are too small for a shape as rings in their holders' colours."""
        tints = tints_of(self.page.holdings, self.page.lands)
        for region, place in self._sheet.places.items():
            if region in tints.fills:
                x, y = self.part.pixel(place)
                pygame.draw.aacircle(drawn, ChartColours().frontier, (round(x), round(y)), self.kit.px(5))
                pygame.draw.aacircle(drawn, tints.fills[region], (round(x), round(y)), self.kit.px(5) - 2)

    def _shift(self, surface: pygame.Surface, frame: pygame.Rect) -> None:
        """Shows the picture that is there where the map has moved to."""
        assert self._drawn is not None
        surface.fill(ChartColours().sea, frame)
        old = self._drawn_part
        times = self.part.scale / old.scale
        left, top = self.part.pixel((round(old.left), round(old.top)))
        at = (frame.left + round(left), frame.top + round(top))
        if abs(times - 1) < 1e-6:
            surface.blit(self._drawn, at)
            return
        seen = pygame.Rect(at, (round(old.size[0] * times), round(old.size[1] * times))).clip(frame)
        if not seen:
            return
        cut = pygame.Rect(
            (seen.left - at[0]) / times, (seen.top - at[1]) / times, seen.width / times, seen.height / times
        ).clip(self._drawn.get_rect())
        if cut:
            surface.blit(pygame.transform.scale(self._drawn.subsurface(cut), seen.size), seen)

    def _fade(self, surface: pygame.Surface, at: tuple[int, int]) -> None:
        if self._before is None:
            return
        left = 1 - (pygame.time.get_ticks() - self._faded_from) / FADES_FOR
        if left <= 0:
            self._before = None
            return
        self._before.set_alpha(round(255 * left))
        surface.blit(self._before, at)

    def _tell(self, surface: pygame.Surface, frame: pygame.Rect) -> None:
        """Says beside the pointer, or beside the region chosen by key, what is there."""
        holding = self.page.holdings.get(self.named)
        if holding is None:
            return
        kit, pad = self.kit, self.kit.px(10)
        wide = min(kit.px(290), frame.width - 2 * kit.px(8))
        flow = Flow(kit, max(1, wide - 2 * pad))
        flow.text(holding.name, flow.theme.strong)
        for words in holding.words[:-1]:
            flow.text(words, flow.theme.note)
        if holding.words:
            flow.gap(3)
            flow.text(holding.words[-1], flow.theme.footnote)
        written = flow.sheet()
        box = pygame.Rect(0, 0, wide, written.height + 2 * pad)
        near = self._pointer if self._hovered and self._pointer else self._middle_of(self.chosen)
        x, y = (near[0] + frame.left, near[1] + frame.top)
        box.topleft = (x + kit.px(16), y + kit.px(16))
        if box.right > frame.right - 4:
            box.right = x - kit.px(12)
        box.clamp_ip(frame.inflate(-8, -8))
        if not self._hovered:
            pygame.draw.aacircle(surface, HALO, (x, y), kit.px(7))
            pygame.draw.aacircle(surface, kit.palette.focus, (x, y), kit.px(7) - 2)
        rounded(surface, box, kit.palette.sheet, kit.palette.ink, 1, kit.px(3))
        paint(surface, kit, written.marks, (box.left + pad, box.top + pad), box)

    # Inside

    def _first_part(self) -> Part:
        wanted = self.page.lit or self.page.listed
        lit = [region for region in wanted if self._sheet.has(region)]
        return about(self._sheet, tuple(place for region in lit for place in places_of(self._sheet, region)), self.size)

    def _go(self, part: Part) -> None:
        kept = part.within(self._sheet)
        if kept != self.part:
            self.part, self._moved_at, self._before = kept, pygame.time.get_ticks(), None

    def _region_at(self, place: tuple[int, int]) -> str:
        near = self.kit.px(9)
        for region, mark in self._sheet.places.items():
            if math.dist(self.part.pixel(mark), place) <= near and region in self.page.holdings:
                return region
        if self._drawn is None:
            return ""
        if self._picture is None:
            self._picture = self._picture_of(self._drawn_part)
        if self.part != self._drawn_part:
            x, y = self.part.place(place)
            x, y = self._drawn_part.pixel((round(x), round(y)))
            place = (round(x), round(y))
        found = self._picture.region_at(place)
        return found if found in self.page.holdings else ""

    def _middle_of(self, region: str) -> tuple[int, int]:
        place = self._place_of(region)
        x, y = self.part.pixel(place) if place else (0, 0)
        return round(x), round(y)

    def _place_of(self, region: str) -> Place | None:
        room = self._sheet.rooms.get(region)
        return self._sheet.places.get(region) or (room.middle if room else None)

    def _chosen_place(self) -> tuple[int, int]:
        """Where the region chosen by key lies on the panel; the middle where none is chosen or in view."""
        at = self._middle_of(self.chosen)
        seen = self._place_of(self.chosen) is not None and pygame.Rect((0, 0), self.size).collidepoint(at)
        return at if seen else (self.size[0] // 2, self.size[1] // 2)

    def _nearest(self, down: int, across: int) -> str:
        """The region that lies nearest in a direction from the one that is named, else from the middle."""
        middle = (self.size[0] // 2, self.size[1] // 2)
        start = self._middle_of(self.chosen) if self.chosen and self._place_of(self.chosen) else middle
        best, found = float("inf"), ""
        for region in self.page.holdings:
            place = self._place_of(region)
            if place is None or region == self.chosen:
                continue
            x, y = self.part.pixel(place)
            ahead, aside = (y - start[1]) * down, abs(x - start[0])
            if across:
                ahead, aside = (x - start[0]) * across, abs(y - start[1])
            if ahead > 2 and (cost := ahead + 2.2 * aside) < best:
                best, found = cost, region
        return found

    def _bring_into_view(self, region: str) -> None:
        inside = pygame.Rect((0, 0), self.size).inflate(-self.size[0] // 5, -self.size[1] // 5)
        x, y = self._middle_of(region)
        if not inside.collidepoint(x, y):
            self.drag(self.size[0] // 2 - x, self.size[1] // 2 - y)
