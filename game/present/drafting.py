"""A package that a person prepares before offering it: what it may start from, changing it, and second thoughts.

The same for every face. Nothing here knows whether an offer will be legal or wise.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from game.present.page import TablePage
from game.present.speech import Speech
from game.present.table_parts import IssueLine

Start = Literal["best", "mine", "theirs", "stands", "unsettled"]
STARTS: tuple[Start, ...] = get_args(Start)
"""What a package may start from: what we want most, our last, their last, what stands, what holds if it stays open."""


def starting(page: TablePage, start: Start) -> dict[str, str]:
    """A package to begin with; issues that the start says nothing of are left out."""
    given: Mapping[str, str] = {
        "mine": page.own_last,
        "theirs": page.their_last,
        "stands": page.standing_terms,
        "best": {issue.id: best_of(issue) for issue in page.issues},
        "unsettled": {issue.id: issue.unsettled for issue in page.issues},
    }[start]
    return {issue: option for issue, option in given.items() if issue in page.open_issues}


def begun_from(page: TablePage, start: Start) -> dict[str, str]:
    """A package begun anew from a start; where every issue must be named, the rest is as in a first draft."""
    terms = starting(page, start)
    return {**first_draft(page), **terms} if page.whole else terms


def first_draft(page: TablePage) -> dict[str, str]:
    """What a draft is before anything was changed: our last offer, else what we want most; by issue, nothing."""
    if not page.whole:
        return {}
    return {**starting(page, "best"), **starting(page, "mine")}


def second_thought(page: TablePage, terms: Mapping[str, str], speech: Speech) -> str:
    """Asks before an offer that says nothing new burns a turn; empty where it says something."""
    if not terms or page.final:
        return ""
    if dict(terms) == page.standing_terms and page.standing is not None and not page.standing.own:
        return speech("confirm.propose.theirs")
    return speech("confirm.propose.again") if dict(terms) == _still_ours(page) else ""


def _still_ours(page: TablePage) -> Mapping[str, str]:
    """The offer of ours that can still be answered; by issue none that another's offer has taken off the table."""
    if page.whole:
        return page.own_last
    return page.standing_terms if page.standing is not None and page.standing.own else {}


def taken_off(page: TablePage, terms: Mapping[str, str], speech: Speech) -> str:
    """Says what stands on the table now and would stand there no more after an offer; empty where there is none."""
    if page.whole or page.standing is None or not terms:
        return ""
    gone = [issue.name for issue in page.issues if issue.id in page.standing_terms and issue.id not in terms]
    return speech("offer.takes-off", issues=speech("terms.between").join(gone)) if gone else ""


def best_of(issue: IssueLine) -> str:
    """The option that is worth most to us; of several, the one that holds if the issue stays open, else the first."""
    return max(issue.options, key=lambda option: (option.value, option.id == issue.unsettled, -option.number)).id


def stepped(page: TablePage, draft: Mapping[str, str], issue: str, by: int) -> dict[str, str]:
    """The draft with an issue moved along its options up to their ends; by issue, leaving it out stands before them."""
    line = next(one for one in page.issues if one.id == issue)
    ways = ([] if page.whole else [""]) + [option.id for option in line.options]
    now = draft.get(issue, "" if not page.whole else ways[0])
    wanted = ways[min(max(ways.index(now) + by, 0), len(ways) - 1)]
    return changed(draft, issue, wanted)


def changed(draft: Mapping[str, str], issue: str, option: str) -> dict[str, str]:
    """The draft with an issue settled another way; an empty option leaves it out."""
    rest = {id_: chosen for id_, chosen in draft.items() if id_ != issue}
    return {**rest, issue: option} if option else rest
