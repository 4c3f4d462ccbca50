"""The bench on which a scenario is built: places in the file, findings, texts, expressions and references.

Every builder takes a `Draft` and a `Place`. What cannot be used leaves a finding and a neutral value behind,
so that one run finds every mistake; a draft with errors never becomes a scenario.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.scenario import language
from game.scenario.cast import Effect, Paragraph, PromiseState, Source, Text
from game.scenario.catalogue import Catalogue
from game.scenario.language import EffectAction, Scope
from game.scenario.nodes import Mapping as MappingNode
from game.scenario.nodes import Node, child
from game.scenario.positions import Finding, Position, Severity
from game.scenario.suggestions import did_you_mean
from game.scenario.texts import address, paragraph_placeholders
from game.scenario.tree import ALWAYS, Condition, Formula, Number, Truth

if TYPE_CHECKING:
    from game.scenario.description_parts import EffectDescription, ParagraphDescription

MOST_FINDINGS = 200
"""After so many errors the rest of the file is not looked at."""

LARGEST_ODDS = 10_000


class TooManyFindingsError(Exception):
    """Signals that enough mistakes are known."""


@dataclass(frozen=True, slots=True)
class Place:
    """A node of the file and the address that leads to it."""

    node: Node
    address: tuple[str, ...] = ()

    @property
    def where(self) -> Position:
        """The place of the node's first character."""
        return self.node.where

    def at(self, *keys: str) -> Place:
        """The place under these keys; where a key is absent, the nearest place that there is."""
        node = self.node
        for key in keys:
            entry = node.entries.get(key) if isinstance(node, MappingNode) else None
            node = entry.value if entry else node
        return Place(node, (*self.address, *keys))

    def item(self, index: int, name: str) -> Place:
        """The place of a list's item, addressed by `name`."""
        return Place(child(self.node, index) or self.node, (*self.address, name))

    def key(self, key: str) -> Position:
        """The place of the key itself."""
        if isinstance(self.node, MappingNode) and key in self.node.entries:
            return self.node.entries[key].where
        return self.where


class Draft:
    """A scenario on its way: the catalogue, the names expressions may use, and all that was found and written."""

    def __init__(self, catalogue: Catalogue, findings: list[Finding]) -> None:
        self.catalogue, self.findings = catalogue, findings
        self._scope = Scope({}, {})
        self._conditions: dict[str, Truth] = {}
        """Those read without a finding, by their source: a file says many things again."""
        self._actions: dict[tuple[str, PromiseState], EffectAction] = {}
        self.texts: dict[str, Text] = {}
        self.members: dict[str, tuple[str, ...]] = {}
        """The people of each party of the file."""
        self.variables: frozenset[str] = frozenset()
        self.sources: Mapping[str, Source] = {}
        self.cited: dict[str, None] = {}
        self._counted, self._errors = 0, 0

    @property
    def scope(self) -> Scope:
        """The names that expressions may use."""
        return self._scope

    @scope.setter
    def scope(self, scope: Scope) -> None:
        self._scope = scope
        self._conditions.clear()
        self._actions.clear()

    @property
    def parties(self) -> Iterable[str]:
        """The parties of the file."""
        return self.members.keys()

    # Findings

    def refuse(self, where: Position, code: str, message: str, suggestion: str = "") -> None:
        """Adds an error."""
        self.findings.append(Finding(where, Severity.ERROR, code, message, suggestion))
        self.stop_if_full()

    def stop_if_full(self) -> None:
        """Raises TooManyFindingsError once so many errors are known that more would not help; warnings stop nothing."""
        if self.errors > MOST_FINDINGS:
            raise TooManyFindingsError

    @property
    def errors(self) -> int:
        """How many of the findings are errors."""
        if len(self.findings) == self._counted:
            return self._errors
        fresh = self.findings[self._counted :]
        self._counted += len(fresh)
        self._errors += sum(finding.severity is Severity.ERROR for finding in fresh)
        return self._errors

    def knows(self, word: str, choices: Iterable[str], where: Position, code: str, what: str) -> bool:
        """Whether `word` is one of `choices`; otherwise adds the error that there is no such `what`."""
        choices = choices if isinstance(choices, (Mapping, frozenset)) else tuple(choices)
        if word in choices:
            return True
        listed = sorted(choices) if isinstance(choices, frozenset) else choices
        kind, place = _kind_and_place(what)
        self.refuse(where, code, f'There is no {kind} "{word}"{place}.', did_you_mean(word, listed) or _all_of(listed))
        return False

    def all_known(self, words: Sequence[str], place: Place, choices: Iterable[str], code: str, what: str) -> None:
        """Checks each word of a list, and that none stands twice."""
        choices, seen = frozenset(choices), set[str]()
        for index, word in enumerate(words):
            where = place.item(index, word).where
            self.knows(word, choices, where, code, what)
            if word in seen:
                self.refuse(where, "KEY11", f'"{word}" stands here twice.', "Keep one of them.")
            seen.add(word)

    def unique(self, ids: Iterable[str], place: Place, what: str) -> None:
        """Checks that the ids of a list's items differ."""
        first: dict[str, Position] = {}
        for index, id_ in enumerate(ids):
            where = place.item(index, id_).at("id").where
            if id_ in first:
                message = f'The {what} "{id_}" is here a second time; the first is on line {first[id_].line}.'
                self.refuse(where, "KEY11", message, "Give it an id of its own.")
            first.setdefault(id_, where)

    # References

    def cite(self, ids: Sequence[str], place: Place) -> tuple[str, ...]:
        """The sources of a `sources` key at `place`."""
        if not ids:
            return ()
        self.all_known(ids, place.at("sources"), self.sources, "REF03", "source")
        self.cited |= dict.fromkeys(ids)
        return tuple(ids)

    def audience(self, ids: Sequence[str] | None, place: Place) -> frozenset[str] | None:
        """The parties in a list of them at `place`; None for everybody."""
        if ids is None:
            return None
        self.all_known(ids, place, self.parties, "REF02", "party")
        return frozenset(ids)

    # Texts

    def text(self, source: str | Sequence[ParagraphDescription], place: Place) -> Text:
        """The text at `place`, kept under its address."""
        paragraphs = self._words(source, place) if isinstance(source, str) else self._paragraphs(source, place)
        text = Text(address(*place.address), paragraphs, place.where)
        self.texts[text.address] = text
        self.stop_if_full()
        return text

    def text_or_none(self, source: str | Sequence[ParagraphDescription] | None, place: Place, key: str) -> Text | None:
        """The text under `key` of `place` if there is one."""
        return None if source is None else self.text(source, place.at(key))

    def texts_at(self, sources: Mapping[str, str | Sequence[ParagraphDescription]], place: Place) -> dict[str, Text]:
        """The texts of a mapping at `place`, by its keys."""
        return {key: self.text(source, place.at(key)) for key, source in sources.items()}

    def _words(self, source: str, place: Place) -> tuple[Paragraph, ...]:
        source = source.rstrip()
        placeholders = paragraph_placeholders(source, place.where, self.scope, self.findings)
        return (Paragraph("", source, None, place.where, placeholders),)

    def _paragraphs(self, described: Sequence[ParagraphDescription], place: Place) -> tuple[Paragraph, ...]:
        self.unique((paragraph.id for paragraph in described), place, "paragraph")
        return tuple(
            self._paragraph(paragraph, place.item(index, paragraph.id)) for index, paragraph in enumerate(described)
        )

    def _paragraph(self, described: ParagraphDescription, place: Place) -> Paragraph:
        (words,) = self._words(described.text, place.at("text"))
        when = self.condition(described.when, place, "when")
        return Paragraph(described.id, words.source, when, words.where, words.placeholders)

    # Expressions

    def condition(self, source: str | None, place: Place, key: str) -> Condition | None:
        """The condition under `key` of `place`; None where there is none."""
        return None if source is None else self.required_condition(source, place.at(key))

    def required_condition(self, source: str, place: Place, scope: Scope | None = None) -> Condition:
        """The condition at `place`; one that always holds after errors."""
        known = self._conditions.get(source) if scope is None else None
        if known is not None:
            return Condition(source, place.where, known)
        before = len(self.findings)
        found = language.condition(source, place.where, scope or self.scope, self.findings)
        self.stop_if_full()
        if found is not None and scope is None and len(self.findings) == before:
            self._conditions[source] = found.tree
        return found or ALWAYS

    def formula(self, source: str | int, place: Place, low: int | None = None, high: int | None = None) -> Formula:
        """The number at `place`, proved to stay in its bounds; `low`, or 0, after errors."""
        found = language.formula(str(source), place.where, self.scope, self.findings, low=low, high=high)
        self.stop_if_full()
        return found or Formula(str(source), place.where, Number(low or 0))

    def odds(self, source: str | int, place: Place) -> Formula:
        """The weight of an outcome at `place`: never negative, and small enough that weights can be summed."""
        found = self.formula(source, place.at("odds"), low=0)
        if found.tree.high > LARGEST_ODDS:
            message = f"These odds can reach {found.tree.high}, and {LARGEST_ODDS} is the most."
            self.refuse(found.where, "KEY06", message, f"Hold them: `min({LARGEST_ODDS}, …)`.")
        return found

    def effects(
        self,
        described: Sequence[EffectDescription],
        place: Place,
        key: str,
        opens: PromiseState = PromiseState.OPEN,
    ) -> tuple[Effect, ...]:
        """The effects of the list under `key` of `place`; those that cannot be used are left out.

        A promise that one of them makes stands at `opens`.
        """
        if not described:
            return ()
        here, numbered = place.at(key), enumerate(described)
        found = (self._effect(effect, here.item(index, str(index + 1)), opens) for index, effect in numbered)
        return tuple(effect for effect in found if effect is not None)

    def _effect(self, described: EffectDescription, place: Place, opens: PromiseState) -> Effect | None:
        where = place.at("do").where
        action = self._action(described.do, where, opens)
        when = self.condition(described.when, place, "when")
        because = self.text(described.because, place.at("because"))
        if action is None:
            return None
        amount = Formula(described.do, where, action.amount.tree)
        return Effect(action.column, action.operator, amount, when, because, where)

    def _action(self, source: str, where: Position, opens: PromiseState) -> EffectAction | None:
        known = self._actions.get((source, opens))
        if known is not None:
            return known
        before = len(self.findings)
        found = language.effect_action(source, where, self.scope, self.findings, opens=opens)
        if found is not None and len(self.findings) == before:
            self._actions[source, opens] = found
        return found


def _kind_and_place(what: str) -> tuple[str, str]:
    """Parts "region in the world catalogue" so that a name can stand between: "region", " in the world catalogue"."""
    parted = re.fullmatch(r"(.+?)( (?:in|of|at|with|bound by) .+)", what)
    return (parted[1], parted[2]) if parted else (what, "")


def _all_of(choices: Iterable[str]) -> str:
    listed = list(choices)
    if not listed or len(listed) > 8:
        return ""
    return f"There is only {listed[0]}." if len(listed) == 1 else f"There are {', '.join(listed)}."
