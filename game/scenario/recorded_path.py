"""What the record alone tells of the columns on the recorded path: choices, outcomes of chance, agreements.

Variables are left open, because following them is the engine's work; so whatever is concluded from here holds
on the recorded path, and much that holds cannot be concluded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.scenario.intervals import Bounds, settled
from game.scenario.lint_talks import RecordedTalks, replay
from game.scenario.model import Chance, Choice, Scenario, Step
from game.scenario.scope import STEP_VARIABLES
from game.scenario.table_rules import Issue, IssueOption, Outcome, Resume, Table, Wording


class RecordedPath:
    """A walk along the record: `known` has the bounds of columns where it stands."""

    def __init__(self, scenario: Scenario) -> None:
        self.known: dict[str, Bounds] = {
            name: (column.low, column.low)
            for name, column in scenario.columns.items()
            if column.variable in STEP_VARIABLES
        }
        self._scenario = scenario
        self._talks: dict[str, RecordedTalks] = {}

    def steps(self) -> Iterator[Step]:
        """Every step in order; while it is looked at, `known` is what is known before it."""
        for step in self._scenario.steps.values():
            yield step
            held = True if step.when is None else settled(step.when.tree, self.known)
            if isinstance(step.body, Table | Resume):
                self.known |= self._after_session(step, held)
            elif held is not False:
                after = _after(self._scenario, step)
                self.known |= {name: (low if held else 0, high) for name, (low, high) in after.items()}

    def agreed_in(self, session: Step) -> Iterator[tuple[Issue, IssueOption]]:
        """What history agreed in a session of a table, issue by issue; nothing where its moves cannot be played."""
        opener = self._opener(session)
        if isinstance(opener.body, Table):
            talks = self._talks_of(opener, opener.body)
            for name, where in talks.initialled_at.items():
                if where == session.id and not talks.findings:
                    issue = opener.body.issues[name]
                    yield issue, issue.options[talks.agreed[name]]

    def signatories(self, opener: Step, table: Table) -> tuple[str, ...] | None:
        """Who signed in history at the table that this step opens; None where its moves cannot be played."""
        talks = self._talks_of(opener, table)
        if talks.findings:
            return None
        bound = {party for name in talks.initialled_at for party in table.issues[name].binds}
        return tuple(party for party in table.parties if party in bound)

    def _opener(self, session: Step) -> Step:
        return self._scenario.steps[session.body.table] if isinstance(session.body, Resume) else session

    def _after_session(self, step: Step, held: bool | None) -> dict[str, Bounds]:
        opener = self._opener(step)
        table, outcome = opener.body, f"agreed.{opener.id}"
        if not isinstance(table, Table):
            return {}
        if step is opener and held is False:
            return {outcome: (int(Outcome.NOT_HELD), int(Outcome.NOT_HELD))}
        talks = self._talks_of(opener, table)
        issues = table.issues.values()
        if (step is opener and held is None) or talks.findings:
            agreed = {f"{outcome}.{issue.id}": (0, len(issue.options)) for issue in issues}
            initialled = {f"initialled.{opener.id}.{issue.id}": (0, len(issue.options)) for issue in issues}
            wordings = {self._wording(opener, issue): (0, int(max(Wording))) for issue in issues}
            ends = {outcome: (int(Outcome.NOT_REACHED), int(Outcome.WHOLE))}
            ends[f"walked-out.{opener.id}"] = (0, len(table.parties) + 1)
            ends |= {f"backed-down.{opener.id}.{party}": (0, 2) for party in table.parties}
            return self._kept(ends | agreed | initialled | wordings)
        numbers = {
            f"initialled.{opener.id}.{issue.id}": issue.options[option.id].number
            for issue, option in self.agreed_in(step)
        }
        if step.id != talks.closed_at or self.known[outcome] != (Outcome.NOT_REACHED, Outcome.NOT_REACHED):
            return self._kept({name: (number, number) for name, number in numbers.items()})
        numbers |= {outcome: int(talks.outcome), f"walked-out.{opener.id}": _walked_out(table, talks.walked_out)}
        numbers |= {f"backed-down.{opener.id}.{party}": 1 + (party in talks.backed_down) for party in table.parties}
        for issue in issues:
            option = issue.options[talks.agreed[issue.id]]
            numbers |= {f"{outcome}.{issue.id}": option.number, self._wording(opener, issue): int(option.wording)}
        return self._kept({name: (number, number) for name, number in numbers.items()})

    def _wording(self, opener: Step, issue: Issue) -> str:
        return f"wording.{opener.id}.{issue.id}"

    def _kept(self, bounds: Mapping[str, Bounds]) -> dict[str, Bounds]:
        """Those of the columns that there are: not every issue has a wording."""
        return {name: pair for name, pair in bounds.items() if name in self.known}

    def _talks_of(self, step: Step, table: Table) -> RecordedTalks:
        if step.id not in self._talks:
            self._talks[step.id] = replay(self._scenario, step, table)
        return self._talks[step.id]


def _walked_out(table: Table, party: str) -> int:
    """The number of who walked out: nobody is 1, and the parties follow."""
    return table.parties.index(party) + 2 if party else 1


def choice_column(scenario: Scenario, step: str, party: str) -> str:
    """The name of the column that holds what `party` chose at `step`."""
    joint = f"choice.{step}.{party}"
    return joint if joint in scenario.columns else f"choice.{step}"


def _after(scenario: Scenario, step: Step) -> dict[str, Bounds]:
    body = step.body
    if isinstance(body, Chance):
        if body.record is None:
            return {f"chance.{step.id}": (1, len(body.outcomes))}
        number = body.outcomes[body.record].number
        return {f"chance.{step.id}": (number, number)}
    if isinstance(body, Mapping):
        return {choice_column(scenario, step.id, party): _chosen(choice) for party, choice in body.items()}
    return {}


def _chosen(choice: Choice) -> Bounds:
    number = choice.options[choice.record.option].number
    return number, number
