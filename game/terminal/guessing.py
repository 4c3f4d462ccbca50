"""Guessing at the terminal what another side wants: its dearest issues, and the least that it would take."""

from __future__ import annotations

from collections.abc import Callable

from game.errors import UsageError
from game.present.guessing import GuessPage
from game.present.sitting import Sitting
from game.present.speech import Speech
from game.terminal.blocks import Block, Heading, Item, Items, Paragraph
from game.terminal.lines import Lines
from game.terminal.screen import Screen
from game.terminal.words import Named, find, tokens

Aside = Callable[[str], bool | None]
"""Obeys a line that only shows something, or leaves: None where it is neither, false once the person leaves."""
_LEAVES = ("back", "stop", "none", "nothing")
_LONGEST = 9
"""Digits of a number that are read: what is longer is too large all the same."""


class Guesser:
    """Asks for a guess, line by line; an empty line leaves a question open."""

    def __init__(self, sitting: Sitting, screen: Screen, lines: Lines, speech: Speech, aside: Aside) -> None:
        self._sitting, self._screen, self._lines, self._speech = sitting, screen, lines, speech
        self._aside = aside

    def speak(self, speech: Speech) -> None:
        """Goes on in another language."""
        self._speech = speech

    def guess(self, about: str) -> None:
        """Asks what a side wants: the one that `about` names, or the only one, or the first.

        Raises:
            GameError: when there is no such table or side, or what is typed cannot be understood.
        """
        page = self._page(about)
        self._screen.show(_blocks(page, self._speech))
        issues = self._ask("guess.ask-issues")
        dearest = named_issues(issues or "", page, self._speech)
        typed = self._ask("guess.ask-least") if issues is not None else None
        if typed and not typed.isdecimal():
            raise UsageError(self._speech("guess.number"))
        if typed is None or not (dearest or typed):
            self._screen.show([Paragraph(self._speech("guess.left"))])
            return
        self._sitting.guess(page.other, dearest, int(typed[:_LONGEST]) if typed else None)
        self._screen.show([Paragraph(self._speech("guess.kept", party=page.name))])

    def _page(self, about: str) -> GuessPage:
        sitting = self._sitting
        page = sitting.guessing.page(sitting.reader, sitting.game)
        if not about:
            return page
        named = [Named(one.id.partition(":")[2], one.label) for one in page.others]
        return sitting.guessing.page(sitting.reader, sitting.game, find(about, named, self._speech))

    def _ask(self, question: str) -> str | None:
        """Asks one question, again after what only shows something; None where the person leaves."""
        while True:
            self._screen.show([Paragraph(self._speech(question), "strong")])
            typed = self._lines.ask(self._speech("terminal.prompt"))
            if typed.casefold() in _LEAVES:
                return None
            stays = self._aside(typed)
            if stays is None:
                return typed
            if not stays:
                return None


def named_issues(typed: str, page: GuessPage, speech: Speech) -> tuple[str, ...]:
    """Understands issues by numbers, or by words with commas between them; each once, in the order typed.

    Raises:
        UsageError: when nothing fits.
        AmbiguousWord: when several things fit.
    """
    named = [Named(id_, name, number) for number, (id_, name) in enumerate(page.issues, start=1)]
    words = tokens(typed) if all(word.isdecimal() for word in tokens(typed)) else typed.split(",")
    return tuple(dict.fromkeys(find(word.strip(), named, speech) for word in words if word.strip()))


def _blocks(page: GuessPage, speech: Speech) -> list[Block]:
    marked = [name if id_ not in page.dearest else speech("guess.marked", issue=name) for id_, name in page.issues]
    items = tuple(Item(str(number), words) for number, words in enumerate(marked, start=1))
    blocks: list[Block] = [Heading(page.title, "", 1), Paragraph(page.intro), Items(items)]
    if page.least is not None:
        blocks.append(Paragraph(speech("guess.before", least=page.least), "quiet"))
    return blocks
