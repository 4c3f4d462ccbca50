"""One viewer with one language: what everything on a page is worded through.

A `Reader` joins a view of a game, its scenario and a speech, so that no page can show what the view does not
hold. Nothing here draws or plays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.present.articles import inside_a_sentence
from game.present.dates import date_words
from game.present.measures import measure_words
from game.present.page import Seat
from game.present.parts import FigureLine, Knowledge, Prose, SourceLine
from game.present.quantities import change_words, column_name, direction_words, number_words, party_inside, party_name
from game.present.speech import Speech
from game.scenario.cast import Source, Text
from game.scenario.model import Scenario, Step
from game.scenario.reads import columns_read
from game.scenario.texts import fill

if TYPE_CHECKING:
    from game.engine.views import View

_BLANK_LINE = re.compile(r"\n\s*\n")
_TRANSLATION = re.compile(r" \([^()]*\)$")


@dataclass(frozen=True, slots=True)
class Reader:
    """What one viewer may know, said in one language."""

    scenario: Scenario
    view: View
    speech: Speech

    @property
    def seat(self) -> str:
        """The viewer: a party's id, `public` or `facilitator`."""
        return self.view.viewer

    @property
    def whose(self) -> Seat:
        """Whose pages these are: nobody's where the viewer is no party."""
        return Seat(self.seat, self.party(self.seat)) if self.seat in self.scenario.parties else Seat()

    def prose(self, text: Text | None) -> Prose:
        """The paragraphs that hold for this viewer, with placeholders filled by what it knows or believes."""
        if text is None:
            return ()
        filled = (fill(self.speech.paragraph(text, one), self.value) for one in self.view.paragraphs(text))
        pieces = (piece for whole in filled for piece in _BLANK_LINE.split(whole))
        return tuple(" ".join(piece.split()) for piece in pieces if piece.strip())

    def line(self, text: Text | None) -> str:
        """A text as one line; empty where there is none."""
        return " ".join(self.prose(text))

    def inside_line(self, text: Text | None) -> str:
        """A name as a sentence has it: "the Straits"."""
        return inside_a_sentence(self.speech, self.line(text))

    def value(self, column: str) -> str:
        """A column's value by this viewer's knowledge, without its unit."""
        return number_words(self.scenario, self.speech, column, self.view.value(column), unit=False)

    def worded(self, column: str, number: int) -> str:
        """Any value of a column in words, with its unit."""
        return number_words(self.scenario, self.speech, column, number)

    def party(self, party: str) -> str:
        """A party's name as a heading has it."""
        return party_name(self.scenario, self.speech, party)

    def inside(self, party: str) -> str:
        """A party's name as a sentence has it."""
        return party_inside(self.scenario, self.speech, party)

    def parties(self, parties: Iterable[str]) -> str:
        """Several parties as a sentence begins with them: "The Soviet Union and the United Kingdom"."""
        first, *others = parties
        return self.speech.listed([self.party(first), *(self.inside(party) for party in others)])

    def dates(self, step: Step, *, stated: bool = False) -> str:
        """When a step takes place; `stated` names the era, as where a page has its first date."""
        return date_words(self.speech, step.date, step.until, stated=stated)

    def sources(self, ids: Iterable[str]) -> tuple[SourceLine, ...]:
        """The sources cited, each once, as footnotes."""
        cited = (self.scenario.sources.get(id_) for id_ in dict.fromkeys(ids))
        translated = self.speech if self.speech.language != self.scenario.language else None
        return tuple(SourceLine(source.id, source_words(source, translated)) for source in cited if source is not None)

    def figure(self, column: str, change: int = 0) -> FigureLine | None:
        """A column as a figure; None where the viewer neither knows nor believes anything of it."""
        knowledge = self.view.knows(column)
        if knowledge == "hidden":
            return None
        declared = self.scenario.columns[column]
        number = self.view.value(column)
        variable = self.scenario.variables.get(declared.variable)
        return FigureLine(
            column=column,
            name=column_name(self.scenario, self.speech, column),
            short=self.speech.plain(variable.name) if variable else column_name(self.scenario, self.speech, column),
            words=number_words(self.scenario, self.speech, column, number),
            number=None if declared.values is not None else number,
            low=None if declared.values is not None else declared.low,
            high=None if declared.values is not None else declared.high,
            knowledge="believed" if knowledge == "believed" else "known",
            direction=direction_words(self.scenario, self.speech, column),
            change=change_words(self.scenario, self.speech, column, change) if change else "",
        )

    def measure(self, id_: str) -> FigureLine | None:
        """A measure as a figure, by what this viewer knows or believes; None where it has nothing to go by."""
        declared = self.scenario.measures[id_]
        knowledge = {self.view.knows(column) for column in columns_read(declared.value.tree)}
        if "hidden" in knowledge:
            return None
        number = self.view.number(declared.value)
        words = measure_words(self.speech, declared, number)
        held: Knowledge = "believed" if "believed" in knowledge else "known"
        name = self.speech.plain(declared.name)
        return FigureLine(id_, name, name, words, number, None, None, held, "", "")


def source_words(source: Source, translated: Speech | None = None) -> str:
    """A source as a footnote gives it.

    In a language that its scenario is `translated` into, a textbook is told by its own title, without the translation
    in brackets, and as a textbook.
    """
    title, place = source.title, source.place
    if translated is not None and source.kind == "textbook":
        title, place = _TRANSLATION.sub("", title), translated("source.textbook")
    # A year that the title or the place names already is not said twice.
    year = str(source.year or "")
    said = year and re.search(rf"(?<!\d){year}(?!\d)", f"{title} {place}")
    parts = [source.author, f"*{title}*", place, "" if said else year]
    return ", ".join(part for part in parts if part)
