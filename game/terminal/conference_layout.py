"""A table with an agenda as blocks: what is on it and in full, what is settled or waits in a few lines, its hours.

A conference may have twenty issues, and a screen has twenty-four lines: what can be bargained over stands first, and
the rest is folded, to be unfolded a handful at a time. Nothing here knows of games.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.present.articles import inside_a_sentence
from game.present.conference import live_issues, settled_issues, waiting_issues
from game.present.page import TablePage
from game.present.speech import Speech
from game.present.table_parts import IssueLine, Position
from game.terminal.blocks import Block, Item, Items, Paragraph
from game.terminal.layouts import part
from game.terminal.option_words import importance_words, valued

AT_A_TIME = 6
"""Issues that wait are shown so many at a time."""


def agenda_blocks(page: TablePage, speech: Speech, *, numbers: bool, whole: bool) -> list[Block]:
    """The making of an agenda: what it is for, who has put what on it, and what may be put there.

    What is settled is listed only where the page is shown `whole`, and else counted.
    """
    if page.agenda is None:
        return []
    waiting = waiting_issues(page)
    heading = speech("terminal.may-be-put" if page.agenda.places else "terminal.not-on-the-agenda")
    return [
        *map(Paragraph, page.agenda.words),
        *_settled(page, speech, numbers=numbers, whole=whole),
        *part(heading, waiting_blocks(page, waiting[:AT_A_TIME], speech, numbers=numbers)),
        *_how_many_more(len(waiting) - AT_A_TIME, speech),
    ]


def waiting_blocks(page: TablePage, issues: Sequence[IssueLine], speech: Speech, *, numbers: bool) -> list[Block]:
    """Issues that are not on the agenda, each with what becomes of it if it never comes there."""
    items = tuple(_waiting(page, issue, speech, numbers=numbers) for issue in issues)
    return [Items(items)] if items else []


def live_blocks(page: TablePage, speech: Speech, *, numbers: bool, whole: bool) -> list[Block]:
    """What is on the agenda in full, then what is settled (counted, unless `whole`) and what waits."""
    live = tuple(_live(page, issue, speech, numbers=numbers) for issue in live_issues(page))
    waiting = waiting_issues(page)
    names = speech("terms.between").join(f"{_number(page, issue)} {issue.name}" for issue in waiting)
    return [
        *part(speech("terminal.on-the-agenda"), [Items(live, spaced=True)] if live else []),
        *_settled(page, speech, numbers=numbers, whole=whole),
        *([Paragraph(speech("terminal.waiting", issues=names), "quiet")] if waiting else []),
    ]


def hours_blocks(page: TablePage) -> list[Block]:
    """What is left of the hours, and what each move takes."""
    return [Paragraph(f"{page.hours.words} {page.hours.costs}".strip())] if page.hours is not None else []


def _waiting(page: TablePage, issue: IssueLine, speech: Speech, *, numbers: bool) -> Item:
    falls = speech("terminal.falls-to", option=valued(issue.option(issue.unsettled), numbers=numbers))
    words = f"{issue.name} ({importance_words(issue, numbers=numbers)})"
    return Item(_number(page, issue), words, (falls,))


def _live(page: TablePage, issue: IssueLine, speech: Speech, *, numbers: bool) -> Item:
    """An issue with the options that were proposed and by whom; before anybody proposed any, with all of them."""
    words = f"{issue.name} ({importance_words(issue, numbers=numbers)})"
    lines = []
    for option in issue.options:
        askers = [one for one in issue.positions if one.option == option.id]
        if askers or not any(one.option for one in issue.positions):
            lines.append(f"{option.number} {valued(option, numbers=numbers)}{_asked_by(page, issue, askers, speech)}")
    return Item(_number(page, issue), words, tuple(lines), "strong")


def _asked_by(page: TablePage, issue: IssueLine, askers: Sequence[Position], speech: Speech) -> str:
    """Who proposes an option, and whether it is on the table."""
    if not askers:
        return ""
    names = speech.listed([speech("terminal.we") if one.own else inside_a_sentence(speech, one.name) for one in askers])
    stands = any(one.option == issue.standing for one in askers) and page.standing is not None
    return f": {names}{', ' + speech('terminal.on-the-table') if stands else ''}"


def _settled(page: TablePage, speech: Speech, *, numbers: bool, whole: bool) -> list[Block]:
    """What is settled, under its heading; on later pages of a session how much it is, in a line."""
    if not whole:
        count = len(settled_issues(page))
        return [Paragraph(speech.count("terminal.settled-count", count), "quiet")] if count else []
    items = tuple(
        Item(_number(page, issue), f"{issue.name}: {valued(issue.option(issue.settled), numbers=numbers)}")
        for issue in settled_issues(page)
    )
    return part(speech("terminal.settled-so-far"), [Items(items)] if items else [])


def _how_many_more(count: int, speech: Speech) -> list[Block]:
    return [Paragraph(speech.count("terminal.more-issues", count), "quiet")] if count > 0 else []


def _number(page: TablePage, issue: IssueLine) -> str:
    return str(page.issues.index(issue) + 1)
