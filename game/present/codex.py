"""The codex in a reader's hands: which entries there are for somebody at a moment of a game, and what they say.

It never tells the future. An entry is listed from the step on whose texts for this reader name it (before that it
opens for who knows its name). Of what became known later it tells in play what was known when the game began: what
happens in the days of the game is the game's to tell, and may go otherwise. When it is over, everything is told.
Nothing here draws.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from game.errors import CannotRead
from game.present.breaking import unbroken
from game.present.dates import date_words
from game.present.parts import Prose, SourceLine
from game.present.reader import source_words
from game.present.speech import Speech
from game.scenario.build_dates import first_day
from game.scenario.catalogue import scenarios_folder
from game.scenario.codex import KINDS, Codex, CodexEntry, Later, codex_of, load_codex
from game.scenario.codex_forms import Forms, Named, begins_in_thai, spelt
from game.scenario.codex_mentions import Mention, mentions
from game.scenario.whereabouts import CODEX_FILE

if TYPE_CHECKING:
    from game.engine.game import Game
    from game.scenario.cast import Source
    from game.scenario.model import Scenario

_BEFORE_ITS_CONSONANT = re.compile("([\u0e40-\u0e44])([\u0e01-\u0e2e])")
BEFORE_ANY_GAME = ""
"""A day before all others: nothing that became known later is told."""


@dataclass(frozen=True, slots=True)
class CodexLine:
    """An entry as a list has it; `dates` may be empty."""

    id: str
    name: str
    dates: str


@dataclass(frozen=True, slots=True)
class CodexGroup:
    """The entries of one kind, by name."""

    heading: str
    lines: tuple[CodexLine, ...]


@dataclass(frozen=True, slots=True)
class LaterLine:
    """What became known from a date on, in words."""

    date: str
    words: str


@dataclass(frozen=True, slots=True)
class EntryPage:
    """One entry, as far as its reader may know it."""

    id: str
    title: str
    kind: str
    dates: str
    paragraphs: Prose
    later: tuple[LaterLine, ...]
    see: tuple[CodexLine, ...]
    sources: tuple[SourceLine, ...]


class CodexView:
    """A codex as somebody may read it on a day: `day` is ISO, or None when everything is open."""

    def __init__(
        self,
        codex: Codex,
        speech: Speech,
        day: str | None,
        known: Iterable[str] | None = None,
        named: Iterable[str] = (),
    ) -> None:
        """Takes the entries that are there for the reader, all by default, and those that open for who names them."""
        wanted = codex.entries.keys() if known is None else set(known)
        self._codex, self._speech, self._day, self._named = codex, speech, day, frozenset(named)
        self.entries = {id_: entry for id_, entry in codex.entries.items() if id_ in wanted}

    @cached_property
    def _forms(self) -> Forms:
        return Forms({form: entry.id for entry in self.entries.values() for form in entry.all_forms})

    def find(self, text: str) -> Iterator[Named]:
        """Every place where a text names an entry."""
        return self._forms.find(text)

    def called(self, name: str) -> tuple[str, ...]:
        """The entry of exactly this name or form, in any capitals, that no page has named yet; nothing if none."""
        wanted = spelt(name).casefold()
        forms = ((id_, form) for id_ in self._named for form in self._codex.entries[id_].all_forms)
        return tuple(dict.fromkeys(id_ for id_, form in forms if spelt(form).casefold() == wanted))

    def named_in(self, texts: Iterable[str]) -> tuple[str, ...]:
        """The entries that texts name, in the order of their first occurrence."""
        return tuple(dict.fromkeys(found.entry for text in texts for found in self.find(text)))

    def may_open(self, id_: str) -> bool:
        """Whether there is such an entry for this reader: one that is listed, or one that opens by its name."""
        return id_ in self.entries or id_ in self._named

    def line(self, id_: str) -> CodexLine:
        """An entry as a list has it."""
        entry = self._codex.entries[id_]
        return CodexLine(id_, entry.name, entry.dates)

    def in_order(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Entries as one looks them up: persons by the part of their name that texts use, all else by name."""
        return tuple(sorted(ids, key=lambda id_: _looked_up_by(self.entries[id_])))

    def groups(self) -> tuple[CodexGroup, ...]:
        """All entries by kind and name."""
        by_kind = {kind: [id_ for id_, entry in self.entries.items() if entry.kind == kind] for kind in KINDS}
        return tuple(
            CodexGroup(
                self._speech(f"codex.kinds.{kind}"),
                tuple(self.line(id_) for id_ in self.in_order(entries)),
            )
            for kind, entries in by_kind.items()
            if entries
        )

    def page(self, id_: str) -> EntryPage:
        """One entry."""
        entry = self._codex.entries[id_]
        cited = (self._codex.sources[source] for source in entry.sources)
        return EntryPage(
            id=id_,
            title=entry.name,
            kind=self._speech(f"codex.kind.{entry.kind}"),
            dates=entry.dates,
            paragraphs=(entry.text,),
            later=tuple(LaterLine(date_words(self._speech, one.date), one.text) for one in self._later(entry)),
            see=tuple(self.line(other) for other in entry.see if other in self.entries),
            sources=tuple(SourceLine(one.id, source_words(one)) for one in cited if self._may_cite(one)),
        )

    def with_words(self, words: str) -> tuple[str, ...]:
        """The entries in whose names or texts these words stand, in any capitals."""
        wanted = sought(words)
        return tuple(id_ for id_, entry in self.entries.items() if wanted in sought(self._all_words(entry)))

    def with_name(self, words: str) -> tuple[str, ...]:
        """The entries in one of whose names a word begins with these words; first those whose own name begins so.

        In Thai, which parts no words, they may stand anywhere in a name.
        """
        wanted = sought(words)
        begins = re.compile(("" if begins_in_thai(wanted) else r"(?<!\w)") + re.escape(wanted))
        forms = {id_: [sought(form) for form in entry.all_forms] for id_, entry in self.entries.items()}
        fitting = [id_ for id_, found in forms.items() if any(begins.search(form) for form in found)]

        def order(id_: str) -> tuple[bool, bool, bool]:
            name, *others = forms[id_]
            among_others = any(form.startswith(wanted) for form in others)
            return not name.startswith(wanted), begins.search(name) is None, not among_others

        return tuple(sorted(fitting, key=order))

    def _may_cite(self, source: Source) -> bool:
        """Whether naming a source tells no future: a document of these days may not be written yet."""
        if self._day is None or source.kind != "primary" or source.year is None:
            return True
        return str(source.year) < self._day[:4]

    def _all_words(self, entry: CodexEntry) -> str:
        return " ".join((*entry.all_forms, entry.text, *(one.text for one in self._later(entry))))

    def _later(self, entry: CodexEntry) -> Iterator[Later]:
        for one in entry.later:
            if self._day is None or (self._day and _is_reached(one.date, self._day)):
                yield one


class GameCodex:
    """The codex of the scenario that is played; it is read when first asked for."""

    def __init__(self, scenario: Scenario, speech: Speech) -> None:
        self._scenario, self._speech = scenario, speech
        self._last: tuple[tuple[str, str], CodexView] | None = None

    @cached_property
    def _codex(self) -> Codex | None:
        return codex_of(self._scenario, self._speech.language)

    @cached_property
    def _mentions(self) -> tuple[Mention, ...]:
        return () if self._codex is None else tuple(mentions(self._codex, self._scenario, self._speech.paragraph))

    def read(self) -> None:
        """Reads it now, and finds where the scenario names what stands in it.

        Raises: CannotRead for a codex with errors.
        """
        self._mentions  # noqa: B018 (it is kept)

    def at(self, game: Game, viewer: str) -> CodexView | None:
        """What `viewer` may read of it at this point of the game; None where the scenario has no codex.

        Raises: CannotRead for a codex with errors.
        """
        step = game.step
        moment = (viewer, "" if step is None else step.id)
        if self._codex is None:
            return None
        if self._last is None or self._last[0] != moment:
            day = None if step is None else self._scenario.first_date
            reached = None if step is None else list(self._scenario.steps).index(step.id)
            known = {one.entry for one in self._mentions if reached is None or one.is_seen(viewer, reached)}
            named = {one.entry for one in self._mentions}
            self._last = moment, CodexView(self._codex, self._speech, day, known, named)
        return self._last[1]


def whole_codex(scenario: Scenario, speech: Speech) -> CodexView | None:
    """Everything that the codex beside a scenario says, for when its game is over; None where there is none.

    One with errors counts as none: a debrief can do without, and `check` tells what is wrong.
    """
    try:
        codex = codex_of(scenario, speech.language)
    except CannotRead:
        return None
    return None if codex is None else CodexView(codex, speech, None)


def codex_before_a_game(speech: Speech) -> CodexView | None:
    """Every entry of the game's own codex, without what became known later; None where there is none.

    Raises: CannotRead for a codex with errors.
    """
    file = scenarios_folder() / CODEX_FILE
    return CodexView(load_codex(file, speech.language), speech, BEFORE_ANY_GAME) if file.is_file() else None


def sought(words: str) -> str:
    """Words as they are searched for: in small letters, without the marks of where Thai words may part."""
    return unbroken(words).casefold()


def _looked_up_by(entry: CodexEntry) -> str:
    by = entry.forms[0] if entry.kind == "person" and entry.forms else ""
    return in_dictionary_order(by if by and by in entry.name else entry.name)


def in_dictionary_order(name: str) -> str:
    """A name as dictionaries order it: a Thai vowel that is written before its consonant counts after it.

    >>> sorted(["เครมลิน", "คาเรเลีย", "ฮันโก"], key=in_dictionary_order)
    ['คาเรเลีย', 'เครมลิน', 'ฮันโก']
    """
    return _BEFORE_ITS_CONSONANT.sub(r"\2\1", sought(name))


def _is_reached(date: str, day: str) -> bool:
    """Whether a date has come on a day; one without its day has come on the first of its month."""
    when, now = first_day(date), first_day(day)
    return when is not None and now is not None and when <= now
