"""The map that charts draw beside the pages of one game: made once for a page, and lit by what that is about.

News lights the land that has changed since the page before, so that the eye finds it, else what it speaks of; but not
against what another side's map or another branch showed. Nothing here draws.
"""

from __future__ import annotations

from dataclasses import replace

from game.present.atlas import SHEETS
from game.present.holdings import changed
from game.present.mapping import MapPage, has_map, lit_anew, map_page, map_so_far
from game.present.page import ConsequencePage, Page
from game.present.sitting import Sitting


class Mapped:
    """The map of a sitting as it was last shown."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self._is_there = has_map(sitting.game.scenario)
        self._about: tuple[Page, str] | None = None
        self._shown: MapPage | None = None
        self._seen_at = 0
        self._sheet = ""

    def beside(self, page: Page, issue: str = "") -> MapPage | None:
        """The map beside a page, or for an issue of its table; None where the scenario's land is on no sheet."""
        if not self._is_there:
            return None
        if self._about is None or self._about[0] is not page or self._about[1] != issue:
            self._about, self._shown = (page, issue), self._made(page, issue)
        return self._shown

    def whole(self, at: int = -1) -> MapPage:
        """The map for a page of its own, as it stood at one of its stops, on the sheet that was laid out last."""
        page = map_so_far(self._sitting, at)
        return replace(page, sheet=self._sheet or page.sheet)

    def lay_out(self, sheet: str) -> None:
        """Lays a sheet out for the page of the map; none: the one that shows what is at hand."""
        self._sheet = sheet if sheet in SHEETS else ""

    def _made(self, page: Page, issue: str) -> MapPage:
        shown = map_page(self._sitting, issue=issue)
        if issue and not shown.lit:
            return map_page(self._sitting)
        before, seen_at = self._shown, self._seen_at
        self._seen_at = self._sitting.game.seq
        went_on = seen_at in {0, *(entry.seq for entry in self._sitting.game.path)}
        is_news = isinstance(page, ConsequencePage) and before is not None and went_on
        if before is not None and is_news and before.seat.party == shown.seat.party:
            return lit_anew(self._sitting, shown, changed(before.holdings, shown.holdings))
        return shown
