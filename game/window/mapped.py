"""The map that lies beside the pages of one game: made once for a page, and lit by what that page is about.

News lights the land that has changed since the page before, so that the eye finds it. Nothing here draws.
"""

from __future__ import annotations

from dataclasses import replace

from game.present.holdings import changed
from game.present.mapping import MapPage, has_map, map_page
from game.present.page import ConsequencePage, Page
from game.present.sitting import Sitting


class Mapped:
    """The map of a sitting as it was last shown."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self._is_there = has_map(sitting.game.scenario)
        self._about: tuple[Page, str] | None = None
        self._shown: MapPage | None = None

    def beside(self, page: Page, issue: str = "") -> MapPage | None:
        """The map beside a page, or for an issue of its table; None where the scenario's land is on no sheet."""
        if not self._is_there:
            return None
        if self._about is None or self._about[0] is not page or self._about[1] != issue:
            self._about, self._shown = (page, issue), self._made(page, issue)
        return self._shown

    def _made(self, page: Page, issue: str) -> MapPage:
        shown = map_page(self._sitting, issue=issue)
        if issue and not shown.lit:
            return map_page(self._sitting)
        if isinstance(page, ConsequencePage) and self._shown is not None:
            return replace(shown, lit=changed(self._shown.holdings, shown.holdings))
        return shown
