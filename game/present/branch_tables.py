"""What the tables of two branches settled: how each ended, and issue by issue what holds where they differ.

Talks that go on are told by what is initialled. What a viewer may not know of a table is not here.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.present.branch_sides import Side
from game.present.branch_words import Compared
from game.present.joining import unended
from game.scenario.model import Outcome, Step, Table

_AGREED = (Outcome.WHOLE.id, Outcome.PARTIAL.id)


def tables(left: Side, right: Side) -> Iterator[Compared]:
    """Compares every table that has met on either branch."""
    for step in left.reader.scenario.steps.values():
        if isinstance(step.body, Table) and left.reader.view.knows(f"agreed.{step.id}") == "known":
            yield from _table(left, right, step, step.body)


def _table(left: Side, right: Side, step: Step, table: Table) -> Iterator[Compared]:
    outcomes = [_outcome(side, step) for side in (left, right)]
    if not any(outcomes):
        return
    say = left.reader.speech
    title = left.reader.line(step.title)
    words = [say(f"compare.outcome.{outcome or 'not-reached'}") for outcome in outcomes]
    settled = [_settled(side, step, table) for side in (left, right)]
    yield Compared(title, words[0], words[1], same=outcomes[0] == outcomes[1] and settled[0] == settled[1])
    for id_, issue in table.issues.items():
        terms = [found.get(id_) for found in settled]
        if terms[0] != terms[1]:
            options = [
                unended(side.reader.line(issue.options[term].text)) if term else say("compare.unsettled")
                for side, term in zip((left, right), terms, strict=True)
            ]
            heading = say("compare.issue", table=title, issue=left.reader.line(issue.name))
            yield Compared(heading, options[0], options[1], same=False)


def _outcome(side: Side, step: Step) -> str:
    """How a table ended; `open` while it sits or waits for its next session; empty where it has not met."""
    found = side.reader.view.word(f"agreed.{step.id}")
    if found != Outcome.NOT_REACHED.id:
        return found
    return "open" if side.reader.view.talks(step.id) is not None else ""


def _settled(side: Side, step: Step, table: Table) -> dict[str, str]:
    """What holds by what was agreed, as far as the viewer knows."""
    view = side.reader.view
    talks = view.talks(step.id)
    if view.word(f"agreed.{step.id}") not in _AGREED:
        return dict(talks.initialled) if talks is not None and _outcome(side, step) == "open" else {}
    columns = {issue: f"agreed.{step.id}.{issue}" for issue in table.issues}
    words = {issue: view.word(column) for issue, column in columns.items() if view.knows(column) == "known"}
    return {issue: word for issue, word in words.items() if word in table.issues[issue].options}
