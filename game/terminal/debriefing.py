"""The debrief in a terminal: section by section at the reader's pace, or any of them by number or word.

The debrief's own parts become blocks; a plot is told in its words. Nothing here knows of games.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.present.debrief_parts import Case, Debrief, Grid, Items, Pair, Passage, Plot, Section
from game.present.parts import SourceLine
from game.present.speech import Speech
from game.terminal import blocks
from game.terminal.blocks import Block, Heading, Item, Paragraph
from game.terminal.words import Named


class Debriefing:
    """A debrief that is being read; `next_section` leads through it."""

    def __init__(self, debrief: Debrief, speech: Speech) -> None:
        self._debrief, self._speech = debrief, speech
        self._next = 0

    @property
    def is_read(self) -> bool:
        """Whether the last section has been shown."""
        return self._next >= len(self._debrief.sections)

    @property
    def names(self) -> list[Named]:
        """The sections as they can be meant."""
        return [Named(one.id, one.heading, number) for number, one in enumerate(self._debrief.sections, start=1)]

    def opening(self) -> list[Block]:
        """The title, who played, and the list of sections."""
        items = tuple(Item(str(named.number), named.words) for named in self.names)
        played = [Paragraph(words) for words in self._debrief.played]
        return [Heading(self._debrief.title, self._debrief.dates, 1), *played, blocks.Items(items)]

    def next_section(self) -> list[Block]:
        """The section after the one read last, and how to go on."""
        section = self._debrief.sections[self._next]
        self._next += 1
        return [*section_blocks(section, self._speech), self._how_to_go_on()]

    def rest(self) -> list[Block]:
        """Every section that follows, at once."""
        result: list[Block] = []
        while not self.is_read:
            result += section_blocks(self._debrief.sections[self._next], self._speech)
            self._next += 1
        return [*result, self._how_to_go_on()]

    def section(self, id_: str) -> list[Block]:
        """One section by its id; reading goes on after it."""
        self._next = [one.id for one in self._debrief.sections].index(id_)
        return self.next_section()

    def _how_to_go_on(self) -> Paragraph:
        if self.is_read:
            return Paragraph(self._speech("debriefing.end"), "strong")
        following = self._debrief.sections[self._next].heading
        return Paragraph(self._speech("debriefing.next", heading=following), "strong")


def section_blocks(section: Section, speech: Speech) -> list[Block]:
    """One chapter of the debrief."""
    result: list[Block] = [Heading(section.heading, "", 1)]
    for block in section.blocks:
        match block:
            case Passage(words, sources):
                result += [*map(Paragraph, words), *_sources(sources, speech)]
            case Items(items, numbered):
                marks = (str(place) if numbered else "•" for place in range(1, len(items) + 1))
                result.append(blocks.Items(tuple(Item(mark, words) for mark, words in zip(marks, items, strict=True))))
            case Grid():
                result += _grid(block, section.heading)
            case Case():
                result += _case(block, speech)
    return result


def _case(case: Case, speech: Speech) -> list[Block]:
    marks = [Paragraph(" · ".join(case.marks), "quiet")] if case.marks else []
    pairs = tuple(_pair(pair) for pair in case.pairs)
    result: list[Block] = [Heading(case.heading, case.date), *marks, *map(Paragraph, case.paragraphs)]
    result += [blocks.Items(pairs)] if pairs else []
    for grid in case.grids:
        result += _grid(grid, case.heading)
    for plot in case.plots:
        result += _plot(plot)
    return [*result, *_sources(case.sources, speech)]


def _pair(pair: Pair) -> Item:
    sources = tuple(source.words for source in pair.sources)
    return Item("•", f"{pair.label}: {pair.words}", sources)


def _grid(grid: Grid, heading: str) -> list[Block]:
    """A grid; a caption that only repeats the heading above it is left out."""
    caption = [Paragraph(grid.caption, "strong")] if grid.caption not in ("", heading) else []
    note = [Paragraph(grid.note, "quiet")] if grid.note else []
    return [*caption, blocks.Grid(grid.headers, tuple(row.cells for row in grid.rows)), *note]


def _plot(plot: Plot) -> list[Block]:
    return [Paragraph(plot.caption, "strong"), Paragraph(plot.words)]


def _sources(sources: Iterable[SourceLine], speech: Speech) -> list[Block]:
    words = "; ".join(source.words for source in sources)
    return [Paragraph(speech("debriefing.sources", sources=words), "quiet")] if words else []
