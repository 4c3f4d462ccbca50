"""What is looked at in a game: the page that the person is at, a page opened from it, or a chapter of the debrief.

Nothing here draws, and nothing here moves the game on: what is decided is `game.window.play`'s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.errors import UsageError
from game.present.mapping import MapPage, has_map
from game.present.page import (
    BriefingPage,
    ConsequencePage,
    DecisionPage,
    HandOverPage,
    NotePage,
    OverPage,
    Page,
    TablePage,
)
from game.present.sitting import Sitting
from game.present.staff import Staff
from game.window.mapped import Mapped
from game.window.preparing import Preparing
from game.window.reference import Reference
from game.window.screen import Screen
from game.window.screens.around import Around
from game.window.screens.bargaining import table_screen, talk_screen
from game.window.screens.charting import map_screen
from game.window.screens.deciding import decision_screen
from game.window.screens.looking import account_screen, documents_screen, state_screen
from game.window.screens.reading import (
    briefing_screen,
    consequence_screen,
    document_screen,
    hand_over_screen,
    note_screen,
    over_screen,
)
from game.window.screens.staffing import staff_screen
from game.window.ways import Ways

if TYPE_CHECKING:
    from game.present.debrief_parts import Debrief

LOOKS = (
    *("state", "documents", "briefing", "history", "account", "read", "talk", "map", "map-at", "codex", "compare"),
    "staff",
)
"""The first words of what can be opened."""


class Looking:
    """The pages of one sitting; `numbers` tells whether figures are shown as numbers too."""

    def __init__(self, sitting: Sitting, preparing: Preparing) -> None:
        self._sitting, self._preparing = sitting, preparing
        self.numbers = False
        self.ways = Ways(sitting)
        self.mapped = Mapped(sitting)
        self.debrief: Debrief | None = None
        self.chapter = 0
        self.report = ""
        """Where the debrief was last written as a page to print."""
        self._opened: list[str] = []
        self._reference = Reference(sitting)
        self._staff = Staff()

    def screen(self, typed: str) -> Screen:
        """The screen to show now; `typed` stands in its field, where it has one."""
        looked_at = self._looked_at(self._opened[-1], typed) if self._opened else None
        if looked_at is not None:
            return self._reference.linked(looked_at)
        if self.debrief is not None:
            from game.window.screens.debriefing import debrief_screen

            return self._reference.linked(debrief_screen(self.debrief, self.chapter, self.around, self.report))
        return self._reference.linked(self._page_screen(self._sitting.page))

    def read_ahead(self) -> None:
        """Begins to read what the next pages will ask for."""
        self._reference.read_ahead()

    @property
    def is_open(self) -> bool:
        """Whether a page is opened over the one that the person is at."""
        return bool(self._opened)

    @property
    def around(self) -> Around:
        """What every page has around it."""
        sitting = self._sitting
        at_hand = not isinstance(sitting.page, NotePage | HandOverPage)
        reads = at_hand and not sitting.over
        unread = sum(line.unread for line in sitting.documents().documents) if reads else 0
        return Around(sitting.speech, self.numbers, unread, at_hand, sitting.over, sitting.can_undo, sitting.can_redo)

    @property
    def chart(self) -> MapPage | None:
        """The map beside the page, or of the issue at hand."""
        page = self._sitting.page
        return self.mapped.beside(page, self._preparing.at_hand if isinstance(page, TablePage) else "")

    # What is opened

    def open(self, look: str) -> None:
        """Opens a page over the others.

        Raises:
            GameError: when there is none, or it may not be seen now.
        """
        self._expect_open(look)
        if look in self._opened:
            self._opened = self._opened[: self._opened.index(look)]
        if look == "map":
            self.mapped.lay_out("")
        if look.startswith("map"):
            self._opened = [seen for seen in self._opened if not seen.startswith("map")]
        elif ":" not in look and look != "codex":
            self._opened.clear()
        self._opened.append(look)

    def back(self) -> None:
        """Goes back from the page opened last."""
        if self._opened:
            self._opened.pop()

    def close(self) -> None:
        """Leaves every page that was opened."""
        self._opened.clear()

    def leave(self) -> None:
        """Leaves every page that was opened, and the debrief."""
        self._opened.clear()
        self.debrief, self.chapter = None, 0

    def read_debrief(self) -> None:
        """Opens the debrief, or makes it anew in the language that is spoken now."""
        self.debrief = self._sitting.debrief()

    def speak(self) -> None:
        """Goes on in the language of the sitting."""
        if self.debrief is not None:
            self.read_debrief()

    def _expect_open(self, look: str) -> None:
        sitting = self._sitting
        if isinstance(sitting.page, NotePage | HandOverPage):
            raise UsageError(sitting.speech("window.not-while-handing-over"))
        if look == "talk" and not isinstance(sitting.page, TablePage):
            raise UsageError(sitting.speech("refused.not-now"))
        if look.startswith("map") and not has_map(sitting.game.scenario):
            raise UsageError(sitting.speech("map.none"))
        if look == "staff" and not isinstance(sitting.page, DecisionPage):
            raise UsageError(sitting.speech("staff.no-choice"))
        if look.startswith(("compare:", "codex", "history")):
            # What cannot be shown is said now, and does not become the page.
            self._looked_at(look, "")

    # Pages

    def _page_screen(self, page: Page) -> Screen:
        around = self.around
        match page:
            case NotePage():
                return note_screen(page, around)
            case HandOverPage():
                return hand_over_screen(page, around)
            case BriefingPage():
                return briefing_screen(page, around)
            case ConsequencePage():
                return consequence_screen(page, around, self.chart)
            case DecisionPage():
                return decision_screen(page, around, self.chart)
            case TablePage():
                return table_screen(page, self._preparing.now(page), around, self.chart)
            case OverPage():
                return over_screen(page, around, self.chart)
        raise UsageError(page.title)

    def _looked_at(self, look: str, typed: str) -> Screen | None:
        """A page that was opened from another; None where there is nothing to see any more."""
        around, sitting = self.around, self._sitting
        word, _, about = look.partition(":")
        match word:
            case "account":
                account = sitting.account(about)
                return account_screen(account, around) if account else None
            case "read":
                document = sitting.document(about)
                return document_screen(document, around) if document else None
            case "documents":
                return documents_screen(sitting.documents(), around)
            case "map" | "map-at":
                return map_screen(self.mapped.whole(int(about) if about else -1), around)
            case "compare":
                left, _, right = about.partition(":")
                return self.ways.compared(left, right, around)
            case "codex":
                return self._reference.screen(about, typed, around)
            case "talk":
                return talk_screen(sitting.page, around) if isinstance(sitting.page, TablePage) else None
            case "briefing":
                return briefing_screen(sitting.briefing(), around, again=True)
            case "staff":
                return self._staff_screen()
            case "state":
                return state_screen(sitting.state(), around)
        return self.ways.screen(around)

    def _staff_screen(self) -> Screen | None:
        """What the staff expects of the choice at hand; None where another page has come in its place."""
        sitting = self._sitting
        if not isinstance(sitting.page, DecisionPage):
            return None
        return staff_screen(self._staff.page(sitting.reader, sitting.game), self.around)
