"""What a person may do with the agenda and the hours of a table: which issues first, what a move takes, what to refuse.

For every face: the terminal and the window both lead a person through the making of an agenda by `may_put` and
`refused_nomination`, hand it to the sitting as `act("nominate", issues=…)`, and say by `cost_words` what a move takes
before it is made. Works on a finished `TablePage`; nothing here knows games or draws.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.present.page import TablePage
from game.present.speech import Speech
from game.present.table_parts import IssueLine

_COSTED = ("nominate", "propose", "accept", "press")


def live_issues(page: TablePage) -> tuple[IssueLine, ...]:
    """The issues that can be bargained over now; while the agenda is made, those on it already."""
    return tuple(issue for issue in page.issues if issue.live and not issue.settled)


def waiting_issues(page: TablePage) -> tuple[IssueLine, ...]:
    """The issues that are open and not on the agenda: what weighs most with us first."""
    waiting = [issue for issue in page.issues if not issue.live and not issue.settled]
    return tuple(sorted(waiting, key=lambda issue: -issue.weight))


def settled_issues(page: TablePage) -> tuple[IssueLine, ...]:
    """The issues that are settled for good."""
    return tuple(issue for issue in page.issues if issue.settled)


def may_put(page: TablePage, chosen: Sequence[str], issue: str) -> bool:
    """Whether one more issue may be put on the agenda beside those `chosen` so far."""
    agenda = page.agenda
    if agenda is None or issue in chosen:
        return False
    return issue in agenda.nominable and len(chosen) < agenda.places


def refused_nomination(page: TablePage, issues: Sequence[str], speech: Speech) -> str:
    """Says in a sentence why these issues cannot be put on the agenda; empty where they can."""
    agenda = page.agenda
    if agenda is None or not agenda.nominating:
        return speech("agenda.made" if agenda is not None else "refused.not-now")
    for issue in issues:
        wrong = _wrong_issue(page, issues, issue)
        if wrong:
            name = next((one.name for one in page.issues if one.id == issue), "")
            return speech(f"agenda.{wrong}", issue=name)
    if len(issues) <= agenda.places:
        return ""
    if agenda.places == 0:
        return speech("agenda.too-many.zero")
    named = speech("terms.between").join(one.name for one in page.issues if one.id in issues)
    return speech.count("agenda.too-many", agenda.places, named=speech.number(len(issues)), issues=named)


def passing_question(page: TablePage, issues: Sequence[str], speech: Speech) -> str:
    """Asks before an agenda is passed by while there is room on it; empty where there is nothing to ask."""
    wasted = page.agenda is not None and page.agenda.places and page.agenda.nominable and not issues
    return speech("confirm.nominate.nothing") if wasted else ""


def cost(page: TablePage, kind: str, terms: Mapping[str, str] | None = None) -> int:
    """The hours that a move takes: `nominate`, `propose` (with its terms), `accept`, `press`; others take none."""
    hours = page.hours
    if hours is None:
        return 0
    if kind == "propose":
        return hours.propose + hours.plain * len(plain_words(page, terms or {}))
    return {"nominate": hours.nominate, "accept": hours.accept, "press": hours.press}.get(kind, 0)


def plain_words(page: TablePage, terms: Mapping[str, str]) -> tuple[IssueLine, ...]:
    """The issues on which a proposal newly names an option in plain words."""
    named = ((issue, issue.option(terms.get(issue.id, ""))) for issue in page.issues)
    return tuple(issue for issue, option in named if option and option.plain and issue.standing != option.id)


def spends_the_last(page: TablePage, kind: str, terms: Mapping[str, str] | None = None) -> bool:
    """Whether the session ends with a move because it spends the last hours."""
    return page.hours is not None and cost(page, kind, terms) >= page.hours.left


def cost_words(page: TablePage, kind: str, speech: Speech, terms: Mapping[str, str] | None = None) -> str:
    """Says what a move takes of the hours: "2 of 6 hours left; this proposal costs 2: 1, and 1 for plain words
    (Poland)."; empty at a table without hours, and of a move that ends the session anyway.
    """
    hours = page.hours
    if hours is None or kind not in _COSTED:
        return ""
    takes = cost(page, kind, terms)
    values = {"left": hours.left, "of": hours.of, "what": speech(f"hours.what.{kind}"), "cost": takes}
    plain = plain_words(page, terms or {}) if kind == "propose" and hours.plain else ()
    if plain:
        issues = speech("terms.between").join(issue.name for issue in plain)
        more = takes - hours.propose
        words = speech("hours.spent.plain", **values, base=hours.propose, plain=more, issues=issues)
    else:
        words = speech("hours.spent" if takes else "hours.spent.nothing", **values)
    return speech("hours.spent.last", words=words) if takes >= hours.left else words


def last_hours_question(page: TablePage, terms: Mapping[str, str], speech: Speech) -> str:
    """Asks before a proposal that nobody can answer because the session ends with it; empty where it does not."""
    if page.hours is None or not spends_the_last(page, "propose", terms):
        return ""
    leaves = ".leaves" if page.agenda is not None and page.agenda.unmoved_leave else ""
    return speech(f"confirm.propose.last-hours{'.closing' if page.hours.closing else leaves}")


def _wrong_issue(page: TablePage, issues: Sequence[str], issue: str) -> str:
    line = next((one for one in page.issues if one.id == issue), None)
    if line is None:
        return "no-such"
    if line.settled:
        return "settled"
    if line.live:
        return "on-it"
    return "twice" if issues.count(issue) > 1 else ""
