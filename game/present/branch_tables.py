"""What the tables of two branches settled: how each ended, and issue by issue what holds where they differ.

Talks that go on are told by what is initialled. What a viewer may not know of a table is not here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.present.branch_sides import Side
from game.present.branch_words import Compared
from game.present.joining import unended
from game.present.moves import package_words
from game.scenario.model import Step
from game.scenario.table_rules import Outcome, Table

_AGREED = (Outcome.WHOLE.id, Outcome.PARTIAL.id)


def tables(left: Side, right: Side) -> Iterator[Compared]:
    """Compares every table that has met on either branch: its end, then the issues that are settled differently.

    Where nothing is settled on one of them, what is settled on the other stands with the end of the talks.
    """
    for step in left.reader.scenario.steps.values():
        if isinstance(step.body, Table) and left.reader.view.knows(f"agreed.{step.id}") == "known":
            yield from _table(left, right, step, step.body)


def _table(left: Side, right: Side, step: Step, table: Table) -> Iterator[Compared]:
    sides = (left, right)
    outcomes = [_outcome(side, step) for side in sides]
    if not any(outcomes):
        return
    say = left.reader.speech
    settled = [_settled(side, step, table) for side in sides]
    words = [say(f"compare.outcome.{outcome or 'not-reached'}") for outcome in outcomes]
    one_sided = not all(settled)
    if one_sided:
        words = [_with_terms(side, word, table, terms) for side, word, terms in zip(sides, words, settled, strict=True)]
    alike = outcomes[0] == outcomes[1] and settled[0] == settled[1]
    yield Compared(left.reader.line(step.title), words[0], words[1], same=alike)
    for id_, issue in table.issues.items() if not one_sided else ():
        terms = [found.get(id_) for found in settled]
        if terms[0] != terms[1]:
            options = [
                unended(side.reader.line(issue.options[term].text)) if term else say("compare.unsettled")
                for side, term in zip(sides, terms, strict=True)
            ]
            yield Compared(left.reader.line(issue.name), options[0], options[1], same=False)


def _with_terms(side: Side, words: str, table: Table, terms: Mapping[str, str]) -> str:
    if not terms:
        return words
    return side.reader.speech("compare.settled", outcome=words, terms=package_words(side.reader, table, terms))


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
