"""The debrief in a terminal: section by section at the reader's pace, or any of them by number or word.

The debrief's own parts become blocks; a plot is drawn where the screen can show it, and told in its words. Nothing
here knows of games.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from game.errors import UsageError
from game.present.articles import inside_a_sentence
from game.present.debrief_parts import CHAIR, Case, Debrief, Grid, Items, Maps, Pair, Passage, Plot, Section, cited
from game.present.joining import ended
from game.present.parts import SourceLine
from game.present.plot_lines import key_lines, plot_lines
from game.present.speech import Speech
from game.terminal import blocks
from game.terminal.blocks import Block, Drawing, Heading, Item, Paragraph
from game.terminal.words import Named, find

Cite = Callable[[Iterable[SourceLine]], str]


class Debriefing:
    """A debrief that is being read; `next_section` leads through it."""

    def __init__(self, debrief: Debrief, speech: Speech) -> None:
        self._debrief, self._speech = debrief, speech
        self._next = 0
        self._numbers = {source.id: number for number, source in enumerate(debrief.sources, start=1)}

    def go_on_from(self, former: Debriefing) -> Debriefing:
        """This debrief, read as far as another of the same game."""
        self._next = former._next
        return self

    @property
    def is_read(self) -> bool:
        """Whether the last section has been shown."""
        return self._next >= len(self._debrief.sections)

    @property
    def names(self) -> list[Named]:
        """The sections as they can be meant."""
        return [Named(one.id, one.heading, number) for number, one in enumerate(self._debrief.sections, start=1)]

    def opening(self) -> list[Block]:
        """The title, who played, and the list of sections; the ending has been read on the page before."""
        items = tuple(Item(str(named.number), named.words) for named in self.names)
        played = Paragraph(" ".join(map(ended, self._debrief.played)))
        self._next = 1 if self._debrief.sections[0].id == "ending" and len(self._debrief.sections) > 1 else 0
        title = Heading(self._debrief.title, self._debrief.dates, 1)
        return [title, played, blocks.Items(items), self._how_to_go_on()]

    def next_section(self) -> list[Block]:
        """The section after the one read last, and how to go on."""
        section = self._debrief.sections[self._next]
        self._next += 1
        return [*self._told(section), *self._list(section), self._how_to_go_on()]

    def rest(self) -> list[Block]:
        """Every section that follows, at once."""
        sections, self._next = self._debrief.sections[self._next :], len(self._debrief.sections)
        told = [block for section in sections for block in self._told(section)]
        return [*told, *self._list(*sections), self._how_to_go_on()]

    def section(self, id_: str) -> list[Block]:
        """One section by its id; reading goes on after it."""
        self._next = [one.id for one in self._debrief.sections].index(id_)
        return self.next_section()

    def _names_inside(self) -> str:
        return self._speech.listed([inside_a_sentence(self._speech, one.name) for one in self._debrief.chairs])

    def chair(self, typed: str) -> list[Block]:
        """The decisive session from the chair of the party that is meant; of a single one without a word.

        Raises:
            GameError: when no talks were held, or the words fit no party or several.
        """
        chairs = self._debrief.chairs
        if not chairs:
            raise UsageError(self._speech("debrief.chair.nobody"))
        if not typed and len(chairs) > 1:
            raise UsageError(self._speech("debrief.chair.whose", parties=self._names_inside()))
        names = [Named(one.party, one.name, number) for number, one in enumerate(chairs, start=1)]
        meant = chairs[0].party if len(chairs) == 1 and not typed else find(typed, names, self._speech)
        replay = next(one.replay for one in chairs if one.party == meant)
        return [*section_blocks(replay, self._cited, self._speech), *self._list(replay), self._how_to_go_on()]

    def _told(self, section: Section) -> list[Block]:
        told = section_blocks(section, self._cited, self._speech)
        if section.id == CHAIR:
            told.append(Paragraph(self._speech.count("debrief.chair.how", len(self._debrief.chairs)), "quiet"))
        return told

    def _cited(self, sources: Iterable[SourceLine]) -> str:
        """The numbers of sources, as they stand in the list beneath; empty where there are none."""
        numbers = ", ".join(str(self._numbers[source.id]) for source in sources)
        return self._speech("debriefing.cited", numbers=numbers) if numbers else ""

    def _list(self, *sections: Section) -> list[Block]:
        """What the numbers in some sections stand for."""
        found = cited(tuple(block for section in sections for block in section.blocks))
        found = tuple(sorted(found, key=lambda source: self._numbers[source.id]))
        items = tuple(Item(f"[{self._numbers[source.id]}]", source.words) for source in found)
        return [Heading(self._speech("debrief.sources")), blocks.Items(items)] if items else []

    def _how_to_go_on(self) -> Paragraph:
        if self.is_read:
            return Paragraph(self._speech("debriefing.end"), "strong")
        following = self._debrief.sections[self._next].heading
        return Paragraph(self._speech("debriefing.next", heading=following), "strong")


def section_blocks(section: Section, cite: Cite, speech: Speech) -> list[Block]:
    """One chapter of the debrief; `cite` words the sources that stand behind something."""
    result: list[Block] = [Heading(section.heading, "", 1)]
    for block in section.blocks:
        match block:
            case Passage(words, sources):
                result += _prose(words, cite(sources))
            case Items(items, numbered):
                marks = (str(place) if numbered else "•" for place in range(1, len(items) + 1))
                result.append(blocks.Items(tuple(Item(mark, words) for mark, words in zip(marks, items, strict=True))))
            case Grid():
                result += _grid(block, section.heading, cite)
            case Case():
                result += _case(block, cite, speech)
            case Maps():
                for shown in block.pictures:
                    result += [Heading(shown.caption), blocks.Items(tuple(Item("•", line) for line in shown.lines))]
    return result


def _case(case: Case, cite: Cite, speech: Speech) -> list[Block]:
    marks = [Paragraph(" · ".join(case.marks), "quiet")] if case.marks else []
    pairs = tuple(_pair(pair, cite) for pair in case.pairs)
    notes = cite(case.sources)
    heading = case.heading if case.paragraphs else f"{case.heading} {notes}".strip()
    result: list[Block] = [Heading(heading, case.date), *marks, *_prose(case.paragraphs, notes)]
    result += [blocks.Items(pairs)] if pairs else []
    for grid in case.grids:
        result += _grid(grid, case.heading, cite)
    for plot in case.plots:
        result += _plot(plot, speech)
    return result


def _prose(words: Sequence[str], notes: str) -> list[Block]:
    """Paragraphs, the last with the numbers of its sources."""
    return [*map(Paragraph, words[:-1]), *(Paragraph(f"{last} {notes}".strip()) for last in words[-1:])]


def _pair(pair: Pair, cite: Cite) -> Item:
    return Item("•", f"{pair.label}: {pair.words} {cite(pair.sources)}".strip())


def _grid(grid: Grid, heading: str, cite: Cite) -> list[Block]:
    """A grid; a caption that only repeats the heading above it is left out."""
    caption = [Paragraph(grid.caption, "strong")] if grid.caption not in ("", heading) else []
    note = [Paragraph(grid.note, "quiet")] if grid.note else []
    rows = tuple((f"{row.cells[0]} {cite(row.sources)}".strip(), *row.cells[1:]) for row in grid.rows)
    return [*caption, blocks.Grid(grid.headers, rows), *note]


def _plot(plot: Plot, speech: Speech) -> list[Block]:
    drawing = Drawing(plot_lines(plot), key_lines(plot, speech))
    return [Paragraph(plot.caption, "strong"), drawing, Paragraph(plot.words)]
