"""Typed changes to the package that a person prepares; what it may start from is `game.present.drafting`'s.

`hanko none; islands four` changes two issues; `1 3` sets issue 1 to its option 3. Nothing here knows whether
the offer will be legal or wise.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from game.errors import AmbiguousWord, GameError, UsageError
from game.present.page import TablePage
from game.present.speech import Speech
from game.present.table_parts import IssueLine
from game.terminal.words import Named, find, is_certain, matches

_CLAUSE = re.compile(r"[;,]")
_BETWEEN = re.compile(r"\s*[:=]\s*")
_LEAVE = ("-", "leave", "open")


@dataclass(frozen=True, slots=True)
class Clause:
    """One typed change: an issue, and the option wanted; None leaves the issue out.

    `certain` is false where the option was guessed from a part of its words.
    """

    issue: str
    option: str | None
    certain: bool = True


def typed_clauses(typed: str, page: TablePage, speech: Speech) -> tuple[Clause, ...]:
    """Understands typed changes.

    Raises:
        UsageError: when a part names no issue, or no option of it.
        AmbiguousWord: when a part fits several.
    """
    parts = [part.strip() for part in _CLAUSE.split(typed) if part.strip()]
    if not parts:
        raise UsageError(speech("draft.nothing"))
    return tuple(_clause(part, page, speech) for part in parts)


def names_an_issue(typed: str, page: TablePage) -> bool:
    """Whether what was typed begins with an issue of the table, so that it is about a package."""
    first = _BETWEEN.split(typed, maxsplit=1)[0].split()
    beginnings = (" ".join(first[:count]) for count in range(1, len(first) + 1))
    return any(matches(beginning, issue_names(page)) for beginning in beginnings)


def issue_names(page: TablePage) -> list[Named]:
    """The issues as they can be meant."""
    return [Named(issue.id, issue.name, number) for number, issue in enumerate(page.issues, start=1)]


def find_issue(typed: str, page: TablePage, speech: Speech) -> IssueLine:
    """Finds the issue that is meant.

    Raises:
        UsageError: when none is.
        AmbiguousWord: when several are.
    """
    wanted = find(typed, issue_names(page), speech)
    return next(issue for issue in page.issues if issue.id == wanted)


def dropped_issues(typed: str, draft: Collection[str], page: TablePage, speech: Speech) -> tuple[str, ...]:
    """Finds the issues that are to be taken out of a draft.

    Raises:
        UsageError: when none is named, one is not in the draft, or every issue must be in it.
        AmbiguousWord: when a part fits several.
    """
    if page.whole:
        raise UsageError(speech("drop.whole"))
    named = [part.strip() for part in _CLAUSE.split(typed) if part.strip()]
    if not named:
        raise UsageError(speech("drop.which"))
    issues = {issue.id: issue for issue in (find_issue(part, page, speech) for part in named)}
    for issue in issues.values():
        if issue.id not in draft:
            raise UsageError(speech("drop.not-there", issue=issue.name))
    return tuple(issues)


def _clause(typed: str, page: TablePage, speech: Speech) -> Clause:
    parted = _BETWEEN.split(typed, maxsplit=1)
    if len(parted) == 2:
        return _of_issue(find_issue(parted[0], page, speech), parted[1], page, speech)
    words = typed.split()
    problem: GameError | None = None
    for count in range(1, len(words)):
        try:
            issue = find_issue(" ".join(words[:count]), page, speech)
            return _of_issue(issue, " ".join(words[count:]), page, speech)
        except (UsageError, AmbiguousWord) as error:
            problem = problem or error
    if problem is None:
        issue = find_issue(typed, page, speech)
        raise UsageError(speech("draft.which-option", issue=issue.name, choices=_options(issue, speech)))
    raise problem


def _of_issue(issue: IssueLine, typed: str, page: TablePage, speech: Speech) -> Clause:
    if issue.id not in page.open_issues:
        raise UsageError(speech("draft.settled", issue=issue.name))
    if typed.casefold() in (*_LEAVE, speech("word.leave")) and not page.whole:
        return Clause(issue.id, None)
    options = [Named(option.id, option.text, option.number) for option in issue.options]
    wanted = find(typed, options, speech)
    return Clause(issue.id, wanted, is_certain(typed, next(option for option in options if option.id == wanted)))


def _options(issue: IssueLine, speech: Speech) -> str:
    return speech.listed([f"{option.number} ({option.text})" for option in issue.options], "or")
