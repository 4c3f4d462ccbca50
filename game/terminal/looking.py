"""Looking things up between two decisions: the state, accounts, papers, the brief, the decisions so far.

Each command prints and changes nothing of the game. What may be looked at is the sitting's to say.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.errors import UsageError
from game.present.page import BriefingPage, DecisionPage, TablePage
from game.present.parts import SourceLine
from game.present.sitting import Sitting
from game.present.speech import Speech
from game.present.staff import staff_page
from game.terminal.blocks import Block, Heading, Paragraph
from game.terminal.layouts import (
    account_blocks,
    adviser_items,
    briefing_blocks,
    document_blocks,
    documents_blocks,
    figures_in_order,
    history_blocks,
    interest_blocks,
    member_blocks,
    part,
    source_items,
    state_blocks,
)
from game.terminal.screen import Screen
from game.terminal.staff_layout import staff_blocks
from game.terminal.words import Named, find

ALL = "all"
"""What is typed to see everything."""


class Looking:
    """The commands that only show; `numbers` tells whether values carry their numbers."""

    def __init__(self, sitting: Sitting, screen: Screen, speech: Speech) -> None:
        self._sitting, self._screen, self._speech = sitting, screen, speech
        self.numbers = False

    def speak(self, speech: Speech) -> None:
        """Goes on in another language."""
        self._speech = speech

    def state(self, about: str) -> None:
        """Shows how things stand; `all` shows what is as at the start as well."""
        whole = about.casefold() == ALL
        self._show(state_blocks(self._sitting.state(), self._speech, numbers=self.numbers, whole=whole))

    def account(self, about: str) -> None:
        """Shows the account of one figure, by its number on the state page or by words."""
        if not about:
            raise UsageError(self._speech("account.which"))
        figures = figures_in_order(self._sitting.state())
        named = [Named(figure.column, figure.name, number) for number, figure in enumerate(figures, start=1)]
        page = self._sitting.account(find(about, named, self._speech))
        if page is not None:
            self._show(account_blocks(page, self._speech))

    def documents(self, about: str) -> None:
        """Lists the papers on the desk, or opens the one that is meant."""
        page = self._sitting.documents()
        if not about:
            self._show(documents_blocks(page, self._speech))
            return
        named = [Named(line.id, line.title, line.number) for line in page.documents]
        found = self._sitting.document(find(about, named, self._speech))
        if found is not None:
            self._show(document_blocks(found, self._speech))

    def brief(self, _about: str) -> None:
        """Shows one's own brief again."""
        page = self._sitting.briefing()
        self._show(briefing_blocks(page, self._speech)[:-1])

    def members(self, _about: str) -> None:
        """Shows who sits in one's own delegation."""
        page: BriefingPage = self._sitting.briefing()
        self._show(
            [Heading(self._speech("terminal.members"), page.seat.name, 1), *member_blocks(page.members, self._speech)]
        )

    def interests(self, _about: str) -> None:
        """Shows what one's own side weighs, with numbers and bases."""
        page = self._sitting.state()
        blocks = interest_blocks(page.interests, self._speech, numbers=True)
        self._show([Heading(self._speech("terminal.interests"), page.seat.name, 1), *blocks])

    def advice(self, _about: str) -> None:
        """Shows the advisers again."""
        page = self._sitting.page
        advisers = page.advisers if isinstance(page, DecisionPage | TablePage) else ()
        blocks: list[Block] = part(self._speech("terminal.advisers"), adviser_items(advisers, self._speech))
        self._show(blocks or [Paragraph(self._speech("terminal.no-advice"))])

    def estimate(self, _about: str) -> None:
        """Shows what the staff expects of each option of the choice at hand."""
        sitting = self._sitting
        page = sitting.page
        if not isinstance(page, DecisionPage):
            raise UsageError(self._speech("staff.no-choice"))
        self._show(staff_blocks(staff_page(sitting.reader, sitting.game), self._speech))

    def history(self, _about: str) -> None:
        """Lists the decisions so far."""
        self._show(history_blocks(self._sitting.history(), self._speech))

    def sources(self, _about: str) -> None:
        """Lists the sources of what stands on the present page."""
        blocks = source_items(self._sources(), self._speech)
        self._show(blocks or [Paragraph(self._speech("terminal.no-sources"))])

    def switch_numbers(self, _about: str) -> None:
        """Shows values with their numbers from now on, or without."""
        self.numbers = not self.numbers
        self._show([Paragraph(self._speech("terminal.numbers-on" if self.numbers else "terminal.numbers-off"))])

    def _sources(self) -> Iterable[SourceLine]:
        page = self._sitting.page
        if isinstance(page, DecisionPage):
            return dict.fromkeys((*page.sources, *(source for one in page.options for source in one.sources)))
        if isinstance(page, TablePage):
            terms = (option for issue in page.issues for option in issue.options)
            return dict.fromkeys((*page.sources, *(source for option in terms for source in option.sources)))
        return ()

    def _show(self, blocks: Iterable[Block]) -> None:
        self._screen.show(blocks)
