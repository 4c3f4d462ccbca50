"""Where a scenario names the entries of a codex: from which step on, and for whom.

Who sees a text is for `audiences` to say; from when, its address tells. What is only read when the game is over is
named as well, but before the end by nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from game.scenario.audiences import Audience, ShownText, shown_texts
from game.scenario.cast import Paragraph, Text
from game.scenario.codex import Codex
from game.scenario.lint_effects import effects_of_step
from game.scenario.model import FACILITATOR, Scenario
from game.scenario.texts import fill

AT_THE_END = -1


@dataclass(frozen=True, slots=True)
class Mention:
    """An entry that a text names: `step` is the place among the steps from which `audience` may read it."""

    entry: str
    step: int
    audience: Audience

    def is_seen(self, viewer: str, reached: int) -> bool:
        """Whether a viewer may have read it when the game stands at the step of this place."""
        if self.step == AT_THE_END or self.step > reached:
            return False
        return self.audience is None or viewer in self.audience or viewer == FACILITATOR


def mentions(codex: Codex, scenario: Scenario, worded: Callable[[Text, Paragraph], str]) -> Iterator[Mention]:
    """Every entry with every text that names it; `worded` gives a paragraph in the reader's language."""
    forms = codex.forms()
    for words, step, audience in (*_members(scenario, worded), *_read(scenario, worded)):
        yield from (Mention(id_, step, audience) for id_ in {found.entry for found in forms.find(words)})


_Words = tuple[str, int, Audience]
"""What is read, the place of the step from which it is read, and by whom."""


def _members(scenario: Scenario, worded: Callable[[Text, Paragraph], str]) -> Iterator[_Words]:
    """The names of those who sit in delegations, which the other side knows as well."""
    for party in scenario.parties.values():
        names = (member.name for member in party.members.values())
        yield from ((worded(name, name.paragraphs[0]), 0, None) for name in names)


def _read(scenario: Scenario, worded: Callable[[Text, Paragraph], str]) -> Iterator[_Words]:
    """Every text: first those that are read in play, then what is left for the end."""
    begins = _Beginnings(scenario)
    in_play = [one for one in (*shown_texts(scenario), *_names(scenario)) if not _is_mere_value(one.text, scenario)]
    shown = {one.text.address for one in in_play}
    at_the_end = (text for text in scenario.texts.values() if text.address not in shown)
    placed = [(one.text, begins.of(one.text), _readers(one, scenario)) for one in in_play]
    for text, step, audience in (*placed, *((text, AT_THE_END, None) for text in at_the_end)):
        yield " ".join(fill(worded(text, one), lambda _: " ") for one in text.paragraphs), step, audience


def _names(scenario: Scenario) -> Iterator[ShownText]:
    """Names that stand beside figures, which everybody may read."""
    yield from (ShownText(region.name, None) for region in scenario.regions.values())


def _readers(shown: ShownText, scenario: Scenario) -> Audience:
    """Who reads a text in play; what belongs to a variable is read by those who know it, beside its figure."""
    kind, id_, *_ = *shown.text.address.split("."), "", ""
    if kind != "variables" or id_ not in scenario.variables:
        return shown.audience
    audiences = [scenario.columns[column].known_to for column in scenario.variables[id_].columns]
    known = [audience for audience in audiences if audience is not None]
    return frozenset().union(*known) if len(known) == len(audiences) else None


def _is_mere_value(text: Text, scenario: Scenario) -> bool:
    """Whether a text only names a state of the world catalogue to which land might belong."""
    catalogue, kind, id_, *_ = *text.address.split("."), "", "", ""
    return (catalogue, kind) == ("world", "parties") and id_ not in scenario.parties


class _Beginnings:
    """From which step on each text can be read, by the first words of its address."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._steps = {id_: place for place, id_ in enumerate(scenario.steps)}
        self._desk = {document.id: document.at for document in scenario.documents.values()}
        self._made: dict[str, int] = {}
        for place, step in enumerate(scenario.steps.values()):
            for effect in effects_of_step(step):
                self._made.setdefault(effect.column, place)

    def of(self, text: Text) -> int:
        """The place of the step from which a text can be read; 0 for what is read before the first."""
        kind, _, rest = text.address.partition(".")
        id_, _, part = rest.partition(".")
        if kind == "promises":
            return self._made.get(f"promise.{id_}", AT_THE_END)
        if kind == "endings":
            return AT_THE_END  # What an ending comes to is told beside its odds, to those alone who may know of it.
        if kind == "variables" and id_ in self._scenario.variables:
            return self._of_variable(id_, part)
        step = id_ if kind == "steps" else self._desk.get(id_, "") if kind == "documents" else ""
        return self._steps.get(step, 0)

    def _of_variable(self, id_: str, part: str) -> int:
        """The place of the first step that can show a part of a variable: its name at once, another state when made."""
        variable = self._scenario.variables[id_]
        if not variable.shown:
            return AT_THE_END
        columns = [self._scenario.columns[column] for column in variable.columns]
        starts = {column.values[column.start - column.low] for column in columns if column.values is not None}
        state = part.removeprefix("values.")
        if state == part or state in starts:
            return 0
        return min((self._made[column.name] for column in columns if column.name in self._made), default=AT_THE_END)
