"""The issues of a table that are not bargained over now, in a line or two each: what is settled, and what waits.

A conference may have twenty issues. What waits is folded into one row, and is unfolded by the action `fold:`. Every
row leads to its issue.
"""

from __future__ import annotations

from game.present.conference import settled_issues, waiting_issues
from game.present.page import TablePage
from game.present.table_parts import IssueLine, TermOption
from game.window.controls import part
from game.window.flow import Flow, spot
from game.window.screens.around import Around

ROOM_FOR_A_RING = 3
"""Between a heading and a row that may have the focus, whose ring would lie on the heading."""


def write_settled(flow: Flow, page: TablePage, around: Around) -> None:
    """Writes what is settled for good, under a heading."""
    settled = settled_issues(page)
    if settled:
        part(flow, around.speech("window.settled-so-far"), first=True)
        flow.gap(ROOM_FOR_A_RING)
    for number, issue in enumerate(settled):
        flow.gap(4 if number else 0)
        _write_folded(flow, issue, valued(issue.option(issue.settled), around), around)


def write_waiting(flow: Flow, page: TablePage, around: Around, *, unfolded: bool) -> None:
    """Writes what is open and not on the agenda: as one row of names, or unfolded with what becomes of each."""
    waiting, speech = waiting_issues(page), around.speech
    if not waiting:
        return
    part(flow, speech("window.not-on-the-agenda"), first=True)
    flow.gap(ROOM_FOR_A_RING)
    with flow.card(spot=spot("fold", "fold:"), pad=7):
        if unfolded:
            flow.text(speech("window.fold"), flow.theme.note)
        else:
            flow.text(speech("window.names-between").join(issue.name for issue in waiting), flow.theme.small)
            flow.text(speech("window.unfold"), flow.theme.note)
    for issue in waiting if unfolded else ():
        flow.gap(4)
        _write_folded(flow, issue, falls_to(issue, around), around)


def falls_to(issue: IssueLine, around: Around) -> str:
    """What becomes of an issue that is never settled: the ministers' default."""
    return around.speech("window.falls-to", option=valued(issue.option(issue.unsettled), around))


def importance(issue: IssueLine, around: Around) -> str:
    """How much an issue weighs with us."""
    if not around.numbers:
        return issue.importance
    return around.speech("window.weighed", importance=issue.importance, weight=issue.weight)


def valued(option: TermOption | None, around: Around) -> str:
    """An option with what it is worth to us and whether its words are plain or elastic, in one line."""
    return f"{option.text} ({worth(option, around)})" if option is not None else ""


def worth(option: TermOption, around: Around) -> str:
    """What an option is worth to us, and whether its words are plain or elastic."""
    speech = around.speech
    words = speech("window.worth", worth=option.worth)
    if around.numbers:
        words = speech("window.valued", worth=option.worth, value=option.value)
    return speech("terms.between").join(word for word in (words, option.wording) if word)


def _write_folded(flow: Flow, issue: IssueLine, words: str, around: Around) -> None:
    with flow.card(flow.kit.palette.paper, spot=spot(f"issue:{issue.id}", f"issue:{issue.id}"), pad=7):
        flow.two_sided(issue.name, flow.theme.strong, importance(issue, around), flow.theme.note)
        flow.text(words, flow.theme.note)
